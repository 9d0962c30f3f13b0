"""A piece of evidence to what a page says of it: the words, where they stand, and whether they were found there."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as percent_encoded

from dateline.model.article import Article
from dateline.model.claim import Claim, Evidence
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe, address, text
from dateline.pages.printing import may_print_quotes
from dateline.pages.tongue import in_its_language, stored_in
from dateline.pages.view import View
from dateline.relate.quotes import QuoteMatch, Verdict
from dateline.relate.verdicts import EvidenceKey

VERDICT_WORDS = {
    Verdict.EXACT: to_say("found word for word"),
    Verdict.NORMALISED: to_say("found, with other spacing or marks"),
    Verdict.ELIDED: to_say("found, with a part left out"),
    Verdict.AMBIGUOUS: to_say("found more than once"),
    Verdict.ABSENT: to_say("not found in the article"),
    Verdict.IN_SUMMARY: to_say("in our summary"),
    Verdict.UNAVAILABLE: to_say("could not be checked"),
}
BEARING_WORDS = {
    "contradicts": to_say("Contradicts:"),
    "qualifies": to_say("Qualifies:"),
    "context": to_say("Context:"),
}
STATUS_WORDS = {
    "retracted": to_say("article retracted, not counted"),
    "removed": to_say("article removed, not counted"),
    "corrected": to_say("article corrected since"),
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
        "translation": quoted(view, evidence.translation) if evidence.translation and shown else "",
        "bearing": view.say(words) if (words := BEARING_WORDS.get(evidence.as_)) else "",
        "article": _article(view, claim, position, match),
        "publication": publication(view, article),
        "live": _live(article, evidence, match) if shown else "",
        "verdict": _verdict_words(view, evidence, match.verdict, shown=shown),
        "verdict_class": str(match.verdict),
        "status": view.say(status) if (status := STATUS_WORDS.get(article.status)) else "",
        "struck": not article.standing,
        "note": evidence.note or "",
    }


def quoted(view: View, words: str) -> str:
    """Words in quotation marks; those that bring their own keep them."""
    return words if MARKS.get(words[0]) == words[-1] and len(words) > 1 else view.say("“{words}”", words=words)


def in_its_words(view: View, article: Article, words: str) -> Safe:
    """A quotation as the pages show it: in its marks, in the language it is stored in."""
    return in_its_language(text(quoted(view, words)), stored_in(article), around=view.language, kind="dl-quote")


def publication(view: View, article: Article) -> Safe:
    """Who published an article and when, linked."""
    parts = [view.source(article.source)] if article.source else [text(name) for name in article.authors[:1]]
    parts += [text(view.words(article.published))] if article.published else []
    return view.listing(parts)


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


def _verdict_words(view: View, evidence: Evidence, verdict: Verdict, *, shown: bool) -> str:
    if not evidence.quote:
        return view.say("no passage given")
    found = view.say(VERDICT_WORDS[verdict])
    return found if shown else view.say("{found}; the passage may not be printed", found=found)
