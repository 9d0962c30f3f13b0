"""EDTF text to a date that may be uncertain, and that still sorts, compares and reads aloud."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from types import EllipsisType

from dateline.model.edtf.day import Day, month_length
from dateline.model.edtf.fault import WhenError
from dateline.model.edtf.old import first_difference, modern_spelling
from dateline.model.edtf.parts import APPROXIMATE, UNCERTAIN, Moment
from dateline.model.edtf.places import Place, there
from dateline.model.edtf.read import bounds, level, read, sign
from dateline.model.when_words import in_words

__all__ = ["Day", "When", "WhenError"]

Limit = Day | dt.date | str | None
"""A day, also as ISO 8601 text, or any EDTF text, which goes from its first day to its last; None for no limit."""
Key = tuple[bool, Day, bool, Day, str]

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_NO_DAY = Day(0, 0, 0)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class When:
    """A date as it is known; made by `When.parse`, equal to another when their texts are."""

    text: str
    """EDTF, as it was written."""
    earliest: Day | None
    """The first day that it may mean; None when open or unknown."""
    latest: Day | None
    """The last day that it may mean; None when open or unknown."""
    uncertain: bool = False
    """Whether `?` or `%` stands anywhere in it."""
    approximate: bool = False
    """Whether `~` or `%` stands anywhere in it; the bounds are not widened for it."""
    level: int = 0
    """The lowest level of EDTF that has this form: 0, 1 or 2."""

    @classmethod
    def parse(cls, text: str) -> When:
        """The date that an EDTF text of level 0, 1 or 2 says (ISO 8601-2); raises WhenError, TypeError for no text."""
        if not isinstance(text, str):
            raise TypeError(f"a date is parsed from EDTF text such as '2021-09-15', not from {text!r}")
        plain = _PLAIN.fullmatch(text)
        return (plain and _plain(text, *plain.groups())) or _any(text)

    @property
    def time(self) -> str:
        """The time of day as written, `15:29:00`; empty when there is none."""
        moment = self._moment()
        return moment.clock if moment else ""

    @property
    def zone(self) -> str:
        """`Z` or the offset from UTC as written, `-04:00`; empty when there is none."""
        moment = self._moment()
        return moment.zone if moment else ""

    @property
    def key(self) -> Key:
        """What it sorts by: earliest (open first), latest (open last), text."""
        first, last = self.earliest, self.latest
        return (first is not None, first or _NO_DAY, last is None, last or _NO_DAY, self.text)

    def day_at(self, place: Place) -> Day | None:
        """The day it was in a place; None without time and zone.

        A place is a `ZoneInfo`, a `timedelta`, `"Asia/Kabul"` or `"+04:30"`; other text is a ValueError.
        A `tzinfo` that knows history answers for the years 1 to 9999 only, and raises ValueError for others.
        """
        found = self.clock_at(place)
        return found[0] if found else None

    def clock_at(self, place: Place) -> tuple[Day, str] | None:
        """The day it was in a place and the time there, `15:29`; as `day_at`."""
        moment = self._moment()
        return there(moment, place) if moment and moment.zone else None

    def overlaps(self, earliest: Limit | When, latest: Limit | When | EllipsisType = ...) -> bool:
        """Whether it may mean a day from `earliest` to `latest`; None is no limit, and an open bound reaches any.

        Of a date that is longer than a day, `earliest` is its first day and `latest` its last; with one argument alone
        that date is both. Text that is no date is a WhenError, anything else that is none a TypeError.
        """
        first, last = _limits(earliest, latest)
        begins = last is None or self.earliest is None or self.earliest <= last
        return begins and (first is None or self.latest is None or first <= self.latest)

    def within(self, earliest: Limit | When, latest: Limit | When | EllipsisType = ...) -> bool:
        """Whether every day that it may mean is from `earliest` to `latest`, given as for `overlaps`."""
        first, last = _limits(earliest, latest)
        begins = first is None or (self.earliest is not None and first <= self.earliest)
        return begins and (last is None or (self.latest is not None and self.latest <= last))

    def words(self, language: str = "en") -> str:
        """The date as a sentence has it: `about September 2021`; a ValueError for a language without words."""
        return in_words(self.text, language)

    def _moment(self) -> Moment | None:
        reading = read(self.text) if "T" in self.text else None
        return reading if isinstance(reading, Moment) else None

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, When) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        return self.key < other.key if isinstance(other, When) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.key <= other.key if isinstance(other, When) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.key > other.key if isinstance(other, When) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.key >= other.key if isinstance(other, When) else NotImplemented

    def __reduce__(self) -> tuple[Callable[[str], When], tuple[str]]:
        # The text says it all: a fifth of the bytes, and nothing unpickled can contradict itself.
        return When.parse, (self.text,)


def _plain(text: str, year: str, month: str | None, day: str | None) -> When | None:
    """Year, month or day without anything else, nearly every date of a desk; None for a 31 June."""
    if month is None:
        return When(text=text, earliest=Day(int(year), 1, 1), latest=Day(int(year), 12, 31))
    first, length = Day(int(year), int(month), int(day or 1)), month_length(int(year), int(month))
    if day is None:
        return When(text=text, earliest=first, latest=Day(first.year, first.month, length))
    return When(text=text, earliest=first, latest=first) if first.day <= length else None


def _any(text: str) -> When:
    try:
        reading = read(text)
    except WhenError as wrong:
        raise _with_modern_spelling(wrong) from None
    signs = sign(reading)
    earliest, latest = bounds(reading)
    return When(
        text=text,
        earliest=earliest,
        latest=latest,
        uncertain=bool(signs & UNCERTAIN),
        approximate=bool(signs & APPROXIMATE),
        level=level(reading),
    )


def _with_modern_spelling(wrong: WhenError) -> WhenError:
    modern = modern_spelling(wrong.text)
    if modern is None:
        return wrong
    reason = f"this is an old spelling, write {modern} today"
    return WhenError(wrong.text, first_difference(wrong.text, modern), reason, modern)


def _limits(earliest: Limit | When, latest: Limit | When | EllipsisType) -> tuple[Day | None, Day | None]:
    return _ends(earliest)[0], _ends(earliest if isinstance(latest, EllipsisType) else latest)[1]


def _ends(limit: Limit | When) -> tuple[Day | None, Day | None]:
    match limit:
        case None | Day():
            return limit, limit
        case When():
            return limit.earliest, limit.latest
        case dt.date():
            return Day(limit.year, limit.month, limit.day), Day(limit.year, limit.month, limit.day)
        case str():
            day = Day.read(limit)
            return (day, day) if day else _ends(When.parse(limit))
    raise TypeError(f"a limit is a day, EDTF text such as 2021-09-15, a When or None, not {limit!r}")
