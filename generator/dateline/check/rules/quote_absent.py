"""Evidence to the quotes that do not stand in their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of, line_in, shortened
from dateline.findings import Finding, error
from dateline.model.article import Article
from dateline.model.claim import Evidence
from dateline.model.corpus import Corpus
from dateline.relate.quotes import Change, Nearest, Piece, QuoteMatch, Verdict, difference, find_quote
from dateline.relate.verdicts import EvidenceKey

FAULT = error("D401", "quote-absent")
NO_WORDS = "these words do not stand there"
"""The reason that the message says anyway."""
WHOLE = frozenset({NO_WORDS, "it begins or ends within a word or a number"})
"""Reasons to compare the quote with a passage; any other one is about a part left out or put in brackets."""
MARKS = {Change.EQUAL: "{}", Change.REMOVED: "[-{}-]", Change.ADDED: "{{+{}+}}"}
"""As `git diff --word-diff` writes them; plain text, so that it can be read without colours."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for index, evidence in enumerate(claim.evidence):
            match = inquiry.relations.verdicts[EvidenceKey(claim.ref, index)]
            if match.verdict is Verdict.ABSENT and evidence.quote:
                yield _finding(evidence_of(claim, index), evidence, evidence.quote, match, inquiry.corpus)


def _finding(which: str, evidence: Evidence, quote: str, match: QuoteMatch, corpus: Corpus) -> Finding:
    at, article = evidence.at.to("quote"), corpus.articles[evidence.article]
    reason = f" ({match.reason})" if match.reason and match.reason != NO_WORDS else ""
    message = f"{which}: the quote does not stand in {article.at.file}{reason}"
    if other := _elsewhere(article, quote, corpus):
        return FAULT.at(at, f"{message}, but in {other.at.file}", f"write “article: {other.name}”")
    if match.reason not in WHOLE:
        return FAULT.at(at, message, "copy the words as they stand there, or quote each part by itself")
    near = _near(quote, match)
    if near is None:
        return FAULT.at(at, f"{message}, nor anything like it", "copy it from the article, or name another article")
    line = line_in(article, near.start, corpus)
    detail = _marked(difference(quote, near.text))
    seen = f"{message}; the nearest passage is in line {line}: “{shortened(near.text)}”"
    return FAULT.at(at, seen, "copy the words as they stand there", detail=detail)


def _elsewhere(article: Article, quote: str, corpus: Corpus) -> Article | None:
    """Another article of the brief that has the quote: the name of the article is the likeliest slip."""
    others = (other for other in corpus.articles_by_brief[article.brief] if other.ref != article.ref and other.body)
    return next((other for other in others if find_quote(quote, other.body).is_found), None)


def _near(quote: str, match: QuoteMatch) -> Nearest | None:
    """The nearest passage, where more of the quote stands in it than not; anything less would mislead."""
    near = match.nearest
    return near if near and near.distance * 2 < len(quote) else None


def _marked(pieces: Iterable[Piece]) -> str:
    """The difference as text; where words are replaced, the quote's own come first."""
    runs = (list(run) for _, run in groupby(pieces, key=lambda piece: piece.change is Change.EQUAL))
    ordered = (piece for run in runs for piece in sorted(run, key=lambda piece: piece.change is Change.ADDED))
    return " ".join(MARKS[piece.change].format(piece.words) for piece in ordered)


RULE = Rule(fault=FAULT, find=_find)
