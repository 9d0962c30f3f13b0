"""A piece of evidence to what a page says of it: the words, where they stand, and whether they were found there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent_encoded

from dateline.model.article import Article
from dateline.model.claim import Claim, Evidence
from dateline.pages import links
from dateline.pages.escape import Safe, address, text
from dateline.pages.printing import may_print_quotes
from dateline.pages.tongue import in_its_language, stored_in
from dateline.pages.view import View, listing
from dateline.relate.quotes import QuoteMatch, Verdict
from dateline.relate.verdicts import EvidenceKey

VERDICT_WORDS = {
    Verdict.EXACT: "found word for word",
    Verdict.NORMALISED: "found, with other spacing or marks",
    Verdict.ELIDED: "found, with a part left out",
    Verdict.AMBIGUOUS: "found more than once",
    Verdict.ABSENT: "not found in the article",
    Verdict.IN_SUMMARY: "in our summary",
    Verdict.UNAVAILABLE: "could not be checked",
}
BEARING_WORDS = {"supports": "", "contradicts": "Contradicts", "qualifies": "Qualifies", "context": "Context"}
STATUS_WORDS = {
    "retracted": "article retracted, not counted",
    "removed": "article removed, not counted",
    "corrected": "article corrected since",
}
MARKS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}
WHOLE, ENDS = 12, 4
"""A text fragment names a passage whole up to this many words, a longer one by this many at each end."""


def evidence_part(view: View, claim: Claim, position: int) -> dict[str, Any]:
    """What `parts/evidence.md.j2` needs."""
    evidence: Evidence = claim.evidence[position]
    article = view.corpus.articles[evidence.article]
    match = view.relations.verdicts[EvidenceKey(claim.ref, position)]
    shown = may_print_quotes(article)
    return {
        "quote": in_its_words(view, article, evidence.quote) if evidence.quote and shown else "",
        "translation": quoted(evidence.translation) if evidence.translation and shown else "",
        "bearing": BEARING_WORDS[evidence.as_],
        "article": _article(view, claim, position, match),
        "publication": publication(view, article),
        "live": _live(article, evidence, match) if shown else "",
        "verdict": _verdict_words(evidence, match.verdict, shown=shown),
        "verdict_class": str(match.verdict),
        "status": STATUS_WORDS.get(article.status, ""),
        "struck": not article.standing,
        "note": evidence.note or "",
    }


def quoted(words: str) -> str:
    """Words in quotation marks; those that bring their own keep them."""
    return words if MARKS.get(words[0]) == words[-1] and len(words) > 1 else f"“{words}”"


def in_its_words(view: View, article: Article, words: str) -> Safe:
    """A quotation as the pages show it: in its marks, in the language it is stored in."""
    return in_its_language(text(quoted(words)), stored_in(article), around=view.language, kind="dl-quote")


def publication(view: View, article: Article) -> Safe:
    """Who published an article and when, linked."""
    parts = [view.source(article.source)] if article.source else [text(name) for name in article.authors[:1]]
    parts += [text(view.words(article.published))] if article.published else []
    return listing(parts)


def _article(view: View, claim: Claim, position: int, match: QuoteMatch) -> Safe:
    """The article's title, linked to the quoted words in it where they are printed, else to the article."""
    article = view.corpus.articles[claim.evidence[position].article]
    if match.start is None or not may_print_quotes(article):
        return view.article(article.ref)
    anchor = links.quote_anchor(claim, position, article)
    return view.article(article.ref, anchor)


def _live(article: Article, evidence: Evidence, match: QuoteMatch) -> Safe | str:
    """The passage on the live page, by a text fragment; only words that are the page's own can be found there."""
    if not (article.url and evidence.quote) or match.verdict not in {Verdict.EXACT, Verdict.NORMALISED}:
        return ""
    words = evidence.quote.split()
    ends = [words] if len(words) <= WHOLE else [words[:ENDS], words[-ENDS:]]
    fragment = ",".join(percent_encoded(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return address(f"{article.url.partition('#')[0]}#:~:text={fragment}") or ""


def _verdict_words(evidence: Evidence, verdict: Verdict, *, shown: bool) -> str:
    if not evidence.quote:
        return "no passage given"
    return VERDICT_WORDS[verdict] if shown else f"{VERDICT_WORDS[verdict]}; the passage may not be printed"
