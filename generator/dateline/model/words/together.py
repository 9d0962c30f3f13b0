"""Intervals and sets to words."""

from __future__ import annotations

import itertools

from dateline.model.edtf.parts import Choice, End, Point, Run, Span
from dateline.model.words.about import roughly
from dateline.model.words.language import Language
from dateline.model.words.point import point_inside, point_words
from dateline.model.words.slot import Slot
from dateline.model.words.stated import next_one


def span_words(language: Language, span: Span) -> str:
    """An interval, from its start to its end."""
    match span:
        case Span(Point() as start, Point() as end):
            if start == end:
                return point_words(language, start)
            return two_ends(language, "between", start, end)
        case Span(Point() as start, end):
            return one_end(language, "end_unknown" if end is End.UNKNOWN else "from", start)
        case Span(start, Point() as end):
            return one_end(language, "start_unknown" if start is End.UNKNOWN else "before", end)
        case _:
            return language.phrase("no_ends")


def choice_words(language: Language, choice: Choice) -> str:
    """A set: one of its dates, or all of them."""
    if len(choice.members) == 1 and isinstance(choice.members[0], Run):
        return _single_run(language, choice.members[0], every=choice.every)
    following = [_first_point(member) for member in choice.members[1:]]
    said = [_member(language, *pair) for pair in itertools.zip_longest(choice.members, following)]
    return language.join(said, every=choice.every)


def two_ends(language: Language, phrase: str, first: Point, last: Point) -> str:
    """A phrase with a first and a last date."""
    return language.phrase(phrase).format(
        first=Slot(lambda case: point_inside(language, first, case, last)),
        last=Slot(lambda case: point_inside(language, last, case)),
    )


def one_end(language: Language, phrase: str, point: Point) -> str:
    """A phrase with one date."""
    date = Slot(lambda case: point_inside(language, point, case))
    return language.phrase(phrase, roughly(point).point.precision.value).format(date=date)


def _single_run(language: Language, run: Run, *, every: bool) -> str:
    match run:
        case Run(Point() as first, Point() as last):
            return two_ends(language, "all_between" if every else "sometime_between", first, last)
        case Run(Point() as first, _):
            return one_end(language, "all_after" if every else "after", first)
        case Run(_, Point() as last):
            return one_end(language, "all_before", last) if every else _before(language, last)
    raise AssertionError(run)


def _before(language: Language, point: Point) -> str:
    """`before September 2021` for a day in or before August: without a day that nobody stated, and no later one."""
    following = next_one(point)
    return one_end(language, "until", following) if following else one_end(language, "before", point)


def _member(language: Language, member: Point | Run, following: Point | None) -> str:
    match member:
        case Point():
            return point_inside(language, member, following=following)
        case Run(Point() as first, Point() as last):
            return two_ends(language, "run", first, last)
        case _:
            return _single_run(language, member, every=False)


def _first_point(member: Point | Run) -> Point | None:
    return member if isinstance(member, Point) else member.first
