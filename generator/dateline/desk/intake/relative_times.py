"""A text to its relative times, each with its sentence and, where the article's date is known, a proposal."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.desk.intake.found import FoundTime
from dateline.desk.intake.word_lists import entries, sections
from dateline.relate.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_YEAR: Final = re.compile(r"(\d{4})")
_LONGEST: Final = 1_000
"""Characters of a sentence; longer ones are lists without full stops."""
_SURE: Final = 5
"""Letters from which words mean a time in any language: "hier" is yesterday in French and here in German."""
_BEYOND: Final = {-1: "before", 0: "of", 1: "after"}


class _Rule(NamedTuple):
    words: re.Pattern[str]
    unit: str
    shift: str
    """A number, or `n` or `-n` for the number in the text."""
    language: str
    is_sure: bool
    """Whether the words can be told without knowing the text's language."""


def relative_times(body: str, published: str | None, language: str | None = None) -> tuple[FoundTime, ...]:
    """All relative times in order; without a language (BCP 47), those of every language there is a list for."""
    primary = re.split("[-_]", language.casefold())[0] if language else None
    rules = [rule for rule in _rules() if _applies(rule, primary)]
    matches = [(match, rule) for rule in rules for match in rule.words.finditer(body)]
    return tuple(_relative_time(match, rule, body, published) for match, rule in _outermost(matches))


def _outermost(matches: list[tuple[re.Match[str], _Rule]]) -> Iterator[tuple[re.Match[str], _Rule]]:
    """The matches in order, without those inside others: "the day before yesterday" holds "yesterday"."""
    end = 0
    for match, rule in sorted(matches, key=lambda each: (each[0].start(), -each[0].end())):
        if match.start() >= end:
            yield match, rule
            end = match.end()


def _applies(rule: _Rule, primary: str | None) -> bool:
    return primary == rule.language or (primary is None and rule.is_sure)


@cache
def _rules() -> tuple[_Rule, ...]:
    lines = [(language, *line.split(" = ")) for language, section in sections("relative_times") for line in section]
    return tuple(_rule(*line) for line in lines)


def _rule(language: str, words: str, meaning: str) -> _Rule:
    unit, shift = meaning.split()
    pattern = re.escape(words).replace(r"\ ", r"\s+")
    pattern = pattern.replace(r"\{weekday\}", f"(?P<weekday>{'|'.join(sorted(_weekdays(language), reverse=True))})")
    pattern = pattern.replace(r"\{n\}", rf"(?P<n>\d{{1,3}}|{'|'.join(_numbers(language))})")
    return _Rule(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), unit, shift, language, len(words) >= _SURE)


@cache
def _weekdays(language: str) -> dict[str, int]:
    names = " ".join(dict(sections("weekdays"))[language]).split()
    return {form.replace("_", " "): number for number, forms in enumerate(names) for form in forms.split("|")}


@cache
def _numbers(language: str) -> dict[str, int]:
    names = " ".join(dict(sections("small_numbers"))[language]).split()
    return {name: number for number, name in enumerate(names, start=1)}


def _relative_time(match: re.Match[str], rule: _Rule, body: str, published: str | None) -> FoundTime:
    sentence = sentence_at(body, match.start())
    shift = _shift(match, rule)
    weekday = _weekdays(rule.language)[match["weekday"].casefold()] if rule.unit == "weekday" else 0
    proposal = (
        _proposal(rule.unit, shift, weekday, published, ahead=_speaks_ahead(sentence[:_LONGEST])) if published else None
    )
    hint = _hint(rule.unit, shift, published, resolved=proposal is not None)
    return FoundTime(text=match.group(), start=match.start(), sentence=sentence, proposal=proposal, hint=hint)


def _shift(match: re.Match[str], rule: _Rule) -> int:
    if "n" not in rule.shift:
        return int(rule.shift)
    number = match["n"].casefold()
    return int(rule.shift.replace("n", str(_numbers(rule.language).get(number) or int(number))))


def _speaks_ahead(sentence: str) -> bool:
    return _ahead().search(sentence) is not None


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, entries('ahead')))})(?!\w)", re.IGNORECASE)


def _proposal(unit: str, shift: int, weekday: int, published: str, *, ahead: bool) -> str | None:
    day, month, year = _DAY.match(published), _MONTH.match(published), _YEAR.match(published)
    if unit == "year" and year:
        return f"{int(year[1]) + shift:04d}"
    if unit == "month" and month:
        count = int(month[1]) * 12 + int(month[2]) - 1 + shift
        return f"{count // 12:04d}-{count % 12 + 1:02d}"
    if day is None or unit in {"month", "year"}:
        return None
    return _of_day(unit, shift, weekday, date(*map(int, day.groups())), ahead=ahead)


def _of_day(unit: str, shift: int, weekday: int, day: date, *, ahead: bool) -> str:
    if unit == "day":
        return (day + timedelta(shift)).isoformat()
    if unit == "week":
        monday = day + timedelta(7 * shift - day.weekday())
        return f"{monday}/{monday + timedelta(6)}"
    before = day - timedelta((day.weekday() - weekday) % 7)
    after = day + timedelta((weekday - day.weekday()) % 7)
    if shift < 0:
        return (before - timedelta(7) if before == day else before).isoformat()
    if shift > 0:
        return (after + timedelta(7) if after == day else after).isoformat()
    return f"[{before},{after}]" if ahead and before != after else before.isoformat()


def _hint(unit: str, shift: int, published: str | None, *, resolved: bool) -> str:
    if resolved:
        return f"proposed from the article's date, {published}; confirm it"
    if unit == "weekday":
        meaning = "that weekday, counted from the article's date"
    elif abs(shift) <= 1:
        meaning = f"the {unit} {_BEYOND[shift]} the article's date"
    else:
        meaning = f"{abs(shift)} {unit}s {_BEYOND[1 if shift > 0 else -1]} the article's date"
    lack = "is not known" if published is None else f"is known only as {published}"
    return f"{meaning}, which {lack}"
