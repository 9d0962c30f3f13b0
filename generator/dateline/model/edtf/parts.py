"""The parts that an EDTF text is made of: dates with holes and signs, times of day, intervals and sets."""

from __future__ import annotations

import enum
from typing import NamedTuple

from dateline.model.edtf.day import Day

UNCERTAIN = 1
APPROXIMATE = 2
SIGNS = {"": 0, "?": UNCERTAIN, "~": APPROXIMATE, "%": UNCERTAIN | APPROXIMATE}


class Precision(enum.StrEnum):
    """The smallest part that a date states."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


class Signs(NamedTuple):
    """What is uncertain or approximate about each part: the bits of `UNCERTAIN` and `APPROXIMATE`."""

    year: int = 0
    month: int = 0
    day: int = 0


NO_SIGNS = Signs()


class Point(NamedTuple):
    """One date, as far as it is stated."""

    precision: Precision
    year: str
    """Digits and X, a minus before; a century has two digits and a decade three; written out where EDTF has a Y."""
    month: str
    """Two digits or X; a season's number for a season; empty when not stated."""
    day: str
    """Two digits or X; empty when not stated."""
    signs: Signs
    significant: int
    """How many digits of the year count (`1950S2`); 0 when not stated."""
    level: int
    """The lowest level of EDTF that has this form."""
    earliest: Day
    latest: Day

    @property
    def sign(self) -> int:
        """Everything that is uncertain or approximate about any part."""
        return self.signs.year | self.signs.month | self.signs.day


class Moment(NamedTuple):
    """A day with a time of day."""

    point: Point
    clock: str
    """`15:29`, `15:29:00` or `15:29:00.500`, in the place's own time."""
    zone: str
    """`Z`, `-04:00`, `-04`, or empty when not stated."""


class End(enum.Enum):
    """The end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


class Span(NamedTuple):
    """An interval."""

    start: Point | End
    end: Point | End


class Run(NamedTuple):
    """Everything from one date of a set to another; None where it goes on without an end."""

    first: Point | None
    last: Point | None


class Choice(NamedTuple):
    """A set of dates."""

    every: bool
    """Whether all of them are meant, `{…}`, or one of them, `[…]`."""
    members: tuple[Point | Run, ...]


Reading = Point | Moment | Span | Choice
Bounds = tuple[Day | None, Day | None]
