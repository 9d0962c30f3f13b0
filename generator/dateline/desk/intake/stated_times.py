"""An article's text to the dates stated in it, each with its sentence and as exact as it stands there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.desk.intake.found import FoundTime
from dateline.desk.intake.stated_dates import StatedDate, stated_dates
from dateline.relate.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DAY: Final = len("2021-09-17")
_NO_YEAR: Final = "XXXX"


def stated_times(
    body: str, published: str | None, language: str | None, taken: Iterable[FoundTime]
) -> Iterator[FoundTime]:
    """Each date once, in order, but for those within `taken` times; one without its year is placed by the article's."""
    spans = [(time.start, time.start + len(time.text)) for time in taken]
    seen: set[str] = set()
    for stated in stated_dates(body, language):
        inside = any(start < stated.end and stated.start < end for start, end in spans)
        if inside or (stated.edtf or stated.text) in seen:
            continue
        seen.add(stated.edtf or stated.text)
        proposal, hint = _proposal(stated, published)
        yield FoundTime(
            text=stated.text, start=stated.start, sentence=sentence_at(body, stated.start), proposal=proposal, hint=hint
        )


def _proposal(stated: StatedDate, published: str | None) -> tuple[str | None, str]:
    if stated.edtf is None:
        return None, stated.doubt
    if stated.has_year:
        return stated.edtf, "as the text states it"
    if published is None or len(published) < _DAY:
        return None, "the text names no year, and the article's date is not known well enough"
    return _nearest(stated.edtf, date.fromisoformat(published[:_DAY])), "the year is the one nearest the article's date"


def _nearest(edtf: str, day: date) -> str | None:
    candidates = [edtf.replace(_NO_YEAR, f"{year:04d}") for year in (day.year - 1, day.year, day.year + 1)]
    there = [
        (abs((found - day).days), found.isoformat()[: len(edtf)]) for found in map(_first_day, candidates) if found
    ]
    return min(there)[1] if there else None


def _first_day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf if len(edtf) == _DAY else f"{edtf}-01")
    except ValueError:  # 29 February
        return None
