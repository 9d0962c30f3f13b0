"""A text to the dates stated in it, in EDTF and as precise as they stand there."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.desk.intake.hijri import gregorian, month_length
from dateline.desk.intake.word_lists import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = r"[^\W\d_][^\W\d_]+[׳']?"
_DAY: Final = r"\d{1,2}"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|\.|º|-?(?:го|е))?"
_YEAR: Final = r"(?<!\d)\d{4}(?!\d)"
_OF: Final = r"[\s,./-]{0,3}(?:(?:of|de|del|di|do|da|моҳи|соли|ماه|سال)\s+)?"
_MONTH_END: Final = r"\.?(?:[\s]+(?:ماه|соли))?"
_ORDINALS: Final = {
    word.replace("_", " "): int(day) for day, lines in sections("ordinals") for line in lines for word in line.split()
}
_WRITTEN_OUT: Final = "|".join(re.escape(word) for word in sorted(_ORDINALS, key=len, reverse=True))
# Each form with the names of what it states; tried in this order at each place.
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\d./-])(?P<year>\d{4})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})(?!\d|[-/.]\d)",
        rf"(?P<year>\d{{4}})年(?P<month>{_DAY})月(?:(?P<day>{_DAY})日)?",
        rf"(?<![\d./-])(?P<first>{_DAY})(?P<sign>[./-])(?P<second>{_DAY})(?P=sign)(?P<year>\d{{4}})(?!\d|[-/.]\d)",
        rf"(?<![\d.:/-])(?P<day>{_DAY}){_ORDINAL}{_OF}(?P<name>{_WORD}){_MONTH_END}{_OF}(?P<year>{_YEAR})",
        rf"(?<!\w)(?P<name>{_WORD})\.?[\s-]*(?P<day>{_DAY}){_ORDINAL}[\s,.-]{{1,3}}(?P<year>{_YEAR})",
        rf"(?<!\w)(?P<ordinal>{_WRITTEN_OUT})\s+(?:ماه\s+)?(?P<name>{_WORD}){_MONTH_END}{_OF}(?P<year>{_YEAR})",
        rf"(?<!\w)(?P<ordinal>{_WRITTEN_OUT})\s+(?:ماه\s+)?(?P<name>{_WORD})(?!\w)",
        rf"(?<!\w)(?P<name>{_WORD}){_MONTH_END}{_OF}(?P<year>{_YEAR})",
        rf"(?<!\w)(?P<name>{_WORD})\.?\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d:])",
        rf"(?<![\d.:/-])(?P<day>{_DAY}){_ORDINAL}\s+(?:de\s+)?(?P<name>{_WORD})",
    )
)
_FIRST_HIJRI: Final = 13
"""The number of the list's section in which the solar Hijri months begin."""
_HIJRI_YEARS: Final = range(1300, 1451)
"""Years that a news text states of the solar Hijri calendar (1921 to 2072), never of the Gregorian."""
_NO_YEAR: Final = "XXXX"
_NO_SUCH_DAY: Final = "the calendar has no such day"


class StatedDate(NamedTuple):
    """A date in a text."""

    edtf: str | None
    """None where it cannot be read for certain; `XXXX-09-17` where no year is stated."""
    text: str
    """As it stands."""
    start: int
    end: int
    doubt: str = ""
    """Why it cannot be read."""

    @property
    def has_year(self) -> bool:
        """Whether it can be placed in time without knowing the article's own date."""
        return self.edtf is not None and not self.edtf.startswith(_NO_YEAR)


def stated_dates(text: str, language: str | None = None) -> tuple[StatedDate, ...]:
    """All dates in the order of the text, none inside another; `language` (BCP 47) says how `9/8/2021` is read."""
    found: list[StatedDate] = []
    for form in _FORMS:
        found.extend(_new(form, text, language, found))
    return tuple(sorted(found, key=lambda each: each.start))


def stated_date(text: str, language: str | None = None) -> StatedDate | None:
    """The only date in a text; None where there is none or more than one."""
    found = stated_dates(text, language)
    return found[0] if len(found) == 1 else None


def _new(form: re.Pattern[str], text: str, language: str | None, taken: list[StatedDate]) -> Iterator[StatedDate]:
    at = 0
    while match := form.search(text, at):
        read = (
            None
            if any(match.start() < each.end and each.start < match.end() for each in taken)
            else _read(match, language)
        )
        if read is not None:
            edtf, doubt = read
            yield StatedDate(edtf, match.group().strip(), match.start(), match.end(), doubt)
        at = match.end() if read is not None else match.start() + 1


def _read(match: re.Match[str], language: str | None) -> tuple[str | None, str] | None:
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    if "ordinal" in parts:
        parts["day"] = str(_ORDINALS[" ".join(parts["ordinal"].split())])
    if "first" in parts:
        return _of_numbers(int(parts["year"]), int(parts["first"]), int(parts["second"]), parts["sign"], language)
    month = _month(parts["name"]) if "name" in parts else int(parts["month"])
    if month is None:
        return None
    edtf = _edtf(int(parts["year"]) if "year" in parts else None, month, int(parts["day"]) if "day" in parts else None)
    lacks_year = month >= _FIRST_HIJRI and "year" not in parts
    return edtf, "" if edtf else "a solar Hijri month without its year" if lacks_year else _NO_SUCH_DAY


def _of_numbers(year: int, first: int, second: int, sign: str, language: str | None) -> tuple[str | None, str] | None:
    day_first, month_first = _edtf(year, second, first), _edtf(year, first, second)
    foreign = language is not None and not language.casefold().startswith("en")
    if day_first == month_first or month_first is None or sign == "." or (foreign and day_first):
        return day_first, "" if day_first else _NO_SUCH_DAY
    if day_first is None:
        return month_first, ""
    return None, f"it may be {day_first} or {month_first}"


def _edtf(year: int | None, month: int, day: int | None) -> str | None:
    if month >= _FIRST_HIJRI or year in _HIJRI_YEARS:
        return _from_hijri(year, month - _FIRST_HIJRI + 1 if month >= _FIRST_HIJRI else month, day)
    # A leap year stands in for a year that is not stated, so that 29 February passes.
    if not _exists(year or 2000, month, day or 1):
        return None
    return f"{year if year is not None else _NO_YEAR}-{month:02d}" + (f"-{day:02d}" if day else "")


def _from_hijri(year: int | None, month: int, day: int | None) -> str | None:
    # A Hijri month without its day lies in two Gregorian months: an interval is as precise as it gets.
    if year is None:
        return None
    if day is not None:
        found = gregorian(year, month, day)
        return found.isoformat() if found else None
    first, last = gregorian(year, month, 1), gregorian(year, month, month_length(year, month))
    return f"{first}/{last}" if first and last else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _month(name: str) -> int | None:
    return _months().get(name.casefold().rstrip("."))


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, lines in sections("months") for line in lines for name in line.split()}
