"""EDTF text to the words of a language: `2021-09~` to "about September 2021"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from dateline.model.edtf.day import Day
from dateline.model.edtf.parts import Choice, Moment, Point, Reading, Span
from dateline.model.edtf.point import read_point
from dateline.model.edtf.read import read
from dateline.model.words.language import Language, codes, language
from dateline.model.words.point import point_words
from dateline.model.words.stated import stated_date, without_year
from dateline.model.words.together import choice_words, span_words

__all__ = ["codes", "in_words", "there_in_words"]

_WHOLE_MINUTE = re.compile(r"^([0-9]{2}:[0-9]{2}):00$")
_REMEMBERED = 100_000
"""Texts and languages; a desk says the same dates on many pages."""


@functools.lru_cache(maxsize=_REMEMBERED)
def in_words(text: str, tag: str) -> str:
    """What an EDTF text says, in the language of a BCP 47 tag; WhenError or ValueError for what is neither."""
    wanted = language(tag)
    return wanted.in_own_digits(_say(wanted, read(text)))


def there_in_words(readings: Iterable[tuple[str, Day, str]], written: int, tag: str) -> str:
    """What the clocks of places show: `31 August in Kabul (00:29)`; with the year where `written` is another."""
    wanted = language(tag)
    return wanted.phrase("there_and").join(_there(wanted, *reading, written) for reading in readings)


def _there(wanted: Language, place: str, day: Day, time: str, written: int) -> str:
    point = read_point(f"{day}", 0, len(f"{day}"))
    date = without_year(wanted, point) if day.year == written else stated_date(wanted, point)
    return wanted.phrase("there").format(date=wanted.in_own_digits(date), time=wanted.in_own_digits(time), place=place)


def _say(wanted: Language, reading: Reading) -> str:
    match reading:
        case Point():
            return point_words(wanted, reading)
        case Moment():
            return _moment(wanted, reading)
        case Span():
            return span_words(wanted, reading)
        case Choice():
            return choice_words(wanted, reading)


def _moment(wanted: Language, moment: Moment) -> str:
    day, time = point_words(wanted, moment.point), _WHOLE_MINUTE.sub(r"\1", moment.clock)
    if not moment.zone:
        return wanted.phrase("time").format(day=day, time=time)
    return wanted.phrase("time_in_zone").format(day=day, time=time, zone=_zone(moment.zone))


def _zone(zone: str) -> str:
    if zone == "Z":
        return "UTC"
    offset = zone.replace("-", "\N{MINUS SIGN}")
    return f"UTC{offset}" if ":" in offset else f"UTC{offset}:00"
