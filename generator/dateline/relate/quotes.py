"""A quote and an article's stored text to a verdict: whether the words stand there, where, and how closely."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.difference import Change, Piece, difference
from dateline.relate.quoting.differences import differences
from dateline.relate.quoting.elided import find_elided
from dateline.relate.quoting.form import Span
from dateline.relate.quoting.haystack import Haystack, prepare
from dateline.relate.quoting.nearest import Nearest, nearest
from dateline.relate.quoting.normalise import NORMALISATION
from dateline.relate.quoting.occurrences import neighbours, only_place, spans
from dateline.relate.quoting.readings import readings

if TYPE_CHECKING:
    from dateline.relate.quoting.occurrences import Neighbours

__all__ = [
    "NORMALISATION",
    "Change",
    "Haystack",
    "Nearest",
    "Piece",
    "QuoteMatch",
    "Span",
    "Verdict",
    "difference",
    "find_quote",
    "nearest",
    "prepare",
]


_REPEATED: Final = "it stands there more than once"


class Verdict(enum.StrEnum):
    """What looking for a quote came to."""

    EXACT = "exact"
    NORMALISED = "normalised"
    ELIDED = "elided"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"
    IN_SUMMARY = "in-summary"
    UNAVAILABLE = "unavailable"

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the stored text, so that the evidence counts."""
        return self not in {Verdict.ABSENT, Verdict.UNAVAILABLE}


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteMatch:
    """Where a quote stands in a stored text, or why it does not."""

    verdict: Verdict
    start: int | None = None
    """In characters of the stored text; None when the quote is not found. Of the first place when ambiguous."""
    end: int | None = None
    """Exclusive."""
    parts: tuple[Span, ...] = ()
    """The stretches to mark: one for each part of an elided quote, else one in all; none when not found."""
    differences: tuple[str, ...] = ()
    """Names of the normalisations without which the words would not be the same, and of brackets and ellipses used."""
    replaced: tuple[str, ...] = ()
    """The words of the article that stand where the quote has others in brackets, in normal form."""
    normalisation: str = NORMALISATION
    """The version of the rules that the verdict was reached by."""
    reason: str = ""
    """Why it is absent, ambiguous or unavailable, as part of a sentence; empty otherwise."""
    sought: tuple[str, Haystack] | None = field(default=None, repr=False, compare=False)
    """Of an absent quote: what was looked for, and where."""

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the stored text, so that the evidence counts."""
        return self.verdict.is_found

    @property
    def nearest(self) -> Nearest | None:
        """The passage that an absent quote comes closest to, worked out at each call; None for any other verdict."""
        return nearest(*self.sought) if self.sought else None


def find_quote(
    quote: str,
    text: str | Haystack | None,
    before: str = "",
    after: str = "",
    *,
    language: str = "",
    summary: bool = False,
) -> QuoteMatch:
    """Look for a quote in an article's stored text (evidence.md, section 1); None means that no text is stored.

    `before` and `after` are neighbouring words, used only when the quote stands there more than once. `language` is
    the article's, a BCP 47 tag: it says which words are negations; where it is unknown, those of every language are.
    `summary` says that the text is the desk's own.
    """
    if text is None:
        return QuoteMatch(verdict=Verdict.UNAVAILABLE, reason="no text is stored")
    haystack = prepare(text)
    sought = quote.strip()
    near = neighbours(before, after) if before or after else None
    match = _alone(haystack, sought) or _standing(haystack, sought, near) or _elided(haystack, sought, near, language)
    return replace(match, verdict=Verdict.IN_SUMMARY) if summary and match.is_found else match


def _alone(haystack: Haystack, sought: str) -> QuoteMatch | None:
    span = only_place(haystack, sought)
    return _found(haystack, sought, [span]) if span else None


def _standing(haystack: Haystack, sought: str, near: Neighbours | None) -> QuoteMatch | None:
    forms = readings(sought)
    if not forms:
        return QuoteMatch(verdict=Verdict.ABSENT, reason="the quote is empty")
    found = spans(haystack, forms)
    if len(found) > 1 and near:
        found = spans(haystack, forms, near) or found
    return _found(haystack, sought, found) if found else None


def _found(haystack: Haystack, sought: str, found: list[Span]) -> QuoteMatch:
    start, end = found[0]
    passage = haystack.text[start:end]
    return QuoteMatch(
        verdict=_verdict(len(found), Verdict.EXACT if passage == sought else Verdict.NORMALISED),
        start=start,
        end=end,
        parts=(found[0],),
        differences=differences(sought, passage),
        reason=_REPEATED if len(found) > 1 else "",
    )


def _elided(haystack: Haystack, sought: str, near: Neighbours | None, language: str) -> QuoteMatch:
    looked = find_elided(haystack, sought, language, near)
    if not looked.places:
        reason = looked.reason or _absence(haystack, sought)
        return QuoteMatch(verdict=Verdict.ABSENT, reason=reason, sought=(sought, haystack))
    first = looked.places[0]
    return QuoteMatch(
        verdict=_verdict(len(looked.places), Verdict.ELIDED if first.has_ellipsis else Verdict.NORMALISED),
        start=first.parts[0].start,
        end=first.parts[-1].end,
        parts=first.parts,
        differences=first.differences,
        replaced=first.replaced,
        reason=_REPEATED if len(looked.places) > 1 else "",
    )


def _verdict(count: int, verdict: Verdict) -> Verdict:
    return Verdict.AMBIGUOUS if count > 1 else verdict


def _absence(haystack: Haystack, sought: str) -> str:
    cut = any(reading in form.text for reading in readings(sought) for form in haystack.forms(reading))
    return "it begins or ends within a word or a number" if cut else "these words do not stand there"
