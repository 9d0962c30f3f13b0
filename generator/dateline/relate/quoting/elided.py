"""A quote with ellipses or brackets and a prepared text to where its parts stand, or why they do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from dateline.relate.quoting.chains import Search
from dateline.relate.quoting.differences import DIFFERENCES, MARKDOWN, differences
from dateline.relate.quoting.form import Span
from dateline.relate.quoting.gaps import Gap, glue_fault, insertion_fault
from dateline.relate.quoting.letters import letters
from dateline.relate.quoting.occurrences import stands_between
from dateline.relate.quoting.pattern import EDITED, Joint, Pattern, parse
from dateline.relate.quoting.readings import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form
    from dateline.relate.quoting.haystack import Haystack
    from dateline.relate.quoting.occurrences import Neighbours

_SHORTEST_WORDS: Final = 3
_SHORTEST_CHARACTERS: Final = 15
_LONGEST: Final = 100_000
"""Characters of a quote that are taken apart; a longer one can only stand there as it is."""

_DOTS: Final = re.compile(r"…|\.(?:\s?\.){2}")
_SPACED: Final = re.compile(r"\.(?: \.){2,}")
"""An ellipsis as the Chicago Manual sets it."""
_EDITS: Final = re.compile(r"\[[^\]]*\]?|\.{3,}")

_ELLIPSIS: Final = str(Joint.ELLIPSIS)

_T = TypeVar("_T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Elided:
    """Where a quote stands whose brackets and ellipses are the editor's."""

    parts: tuple[Span, ...]
    """From one ellipsis to the next, in the stored text."""
    has_ellipsis: bool
    differences: tuple[str, ...]
    """Names of the normalisations needed and of what the editor used."""
    replaced: tuple[str, ...] = ()
    """What stands in the article where the quote has words in brackets, in normal form; without those beside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sought:
    """What came of looking: places that do not overlap, or the reason why there are none."""

    places: tuple[Elided, ...] = ()
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Look:
    quote: str
    pattern: Pattern
    gap: Gap
    near: Neighbours | None


def find_elided(haystack: Haystack, quote: str, language: str, near: Neighbours | None = None) -> Sought:
    """The first reading of a quote that stands in a form of the text with its gaps, or why the first one does not.

    Of several places those between the neighbours are taken, if there are such.
    """
    reason = ""
    for form in haystack.forms_of_parts(*_runs(quote)) if "[" in quote or _DOTS.search(quote) else ():
        gap = Gap(form=form, stored=haystack.text, language=language)
        for pattern in _patterns(form, quote):
            sought = _find(_Look(quote=quote, pattern=pattern, gap=gap, near=near))
            if sought.places:
                return sought
            reason = reason or sought.reason
    return Sought(reason=reason)


def _runs(quote: str) -> list[str]:
    """Stretches that stand in the article whatever the brackets and ellipses of a quote mean."""
    read = _readings(quote)
    if len({letters(reading) for reading in read}) != 1:
        return []
    return [run for run in _EDITS.split(read[0]) if run.strip()]


def _readings(quote: str) -> list[str]:
    return [_SPACED.sub("...", reading) for reading in readings(quote)] if len(quote) <= _LONGEST else []


def _patterns(form: Form, quote: str) -> Iterator[Pattern]:
    for reading in _readings(quote):
        if "..." in form.text and "..." in reading:
            yield parse(reading, lambda words: words in form.text)
        if "..." in reading or "[" in reading:
            yield parse(reading)


def _find(look: _Look) -> Sought:
    if not look.pattern.edits:
        return Sought()
    reason = (
        glue_fault(look.pattern.glued)
        or insertion_fault(look.pattern.inserted, look.gap.language)
        or _too_short(look.pattern)
    )
    if reason:
        return Sought(reason=reason)
    search = Search(pattern=look.pattern, gap=look.gap)
    chains = _meant(look, _apart(search.chains()))
    return Sought(places=tuple(_elided(look, chain) for chain in chains), reason="" if chains else search.reason)


def _too_short(pattern: Pattern) -> str:
    if not pattern.literals:
        return "nothing is quoted but brackets and dots"
    parts = [" ".join(words) for words in _by_part(pattern, [run[0] for run in pattern.literals])]
    if _ELLIPSIS not in pattern.edits or all(_is_long_enough(part) for part in parts):
        return ""
    return "a part is shorter than three words or fifteen characters"


def _is_long_enough(part: str) -> bool:
    return len(part.split()) >= _SHORTEST_WORDS or len(part) >= _SHORTEST_CHARACTERS


def _by_part(pattern: Pattern, runs: list[_T]) -> list[list[_T]]:
    parts: list[list[_T]] = []
    for run, joint in zip(runs, (Joint.ELLIPSIS, *pattern.joints), strict=True):
        if joint is not Joint.WORDS:
            parts.append([])
        parts[-1].append(run)
    return parts


def _apart(chains: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    kept: list[tuple[Span, ...]] = []
    for chain in sorted(chains, key=lambda spans: (spans[-1].end, -spans[0].start)):
        if not kept or chain[0].start >= kept[-1][-1].end:
            kept.append(chain)
    return kept


def _meant(look: _Look, chains: list[tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    if look.near is None or len(chains) == 1:
        return chains
    text = look.gap.form.text
    return [chain for chain in chains if stands_between(look.near, text, chain[0].start, chain[-1].end)] or chains


def _elided(look: _Look, chain: tuple[Span, ...]) -> Elided:
    runs = [look.gap.form.stored(*span) for span in chain]
    return Elided(
        parts=tuple(Span(part[0].start, part[-1].end) for part in _by_part(look.pattern, runs)),
        has_ellipsis=_ELLIPSIS in look.pattern.edits,
        differences=_differences(look, runs),
        replaced=tuple(_replaced(look, chain)),
    )


def _replaced(look: _Look, chain: tuple[Span, ...]) -> Iterator[str]:
    for joint, (before, after) in zip(look.pattern.joints, pairwise(chain), strict=True):
        words = look.gap.form.text[before.end : after.start].strip()
        if joint is Joint.WORDS and words:
            yield words


def _differences(look: _Look, runs: list[Span]) -> tuple[str, ...]:
    # The runs as the editor wrote them, if Markdown does not change how many there are.
    written = parse(_SPACED.sub("...", look.quote.replace("…", "..."))).literals
    literals = written if len(written) == len(runs) else look.pattern.literals
    passages = [look.gap.stored[slice(*run)] for run in runs]
    needed = {
        name
        for words, passage in zip(literals, passages, strict=True)
        for name in min(
            (differences(spelling, passage) for spelling in words), key=lambda names: (MARKDOWN in names, len(names))
        )
    }
    return (*(name for name in DIFFERENCES if name in needed), *(name for name in EDITED if name in look.pattern.edits))
