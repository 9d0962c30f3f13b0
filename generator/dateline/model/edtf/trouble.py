"""A text that is no date to the place where it stops being one, and the reason in words."""

from __future__ import annotations

import re

_LONGEST_BEGINNING = re.compile(r"[?~%]?(Y?-?[0-9X]+)(?:E[0-9]*)?(?:S[0-9]*)?[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}-?")
_YEAR = re.compile(r"-?(?:[0-9X]{4}|[0-9]{2,3})|Y-?[0-9]+")
_A_YEAR = "a year has four digits, or five and more after a Y; then come - and a month"
_WRONG_SIGNS = (
    (" \t\r\n\N{NO-BREAK SPACE}", "a date has no blanks"),
    ("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "write the plain hyphen -"),
    ("()", "parentheses are not used; put the sign before or after the part it goes for"),
    ("?~%", "one sign is enough; % is uncertain and approximate"),
    (".", "write year-month-day with hyphens; two dots stand in sets and at the end of an interval"),
    ("/", "an interval has one /"),
    ("[]{}", "a set is one pair of brackets around everything"),
    ("T", "a time of day is hh:mm:ss after a whole day"),
)


def trouble(text: str, start: int, end: int) -> tuple[int, str]:
    """Where text[start:end] goes wrong, counted in the whole text, and why."""
    if start == end:
        return start, "a date is missing here"
    beginning = _LONGEST_BEGINNING.match(text, start, end)
    if beginning is None:
        return start, _strange(text[start]) or "a date begins with a year of four digits"
    if not _YEAR.fullmatch(beginning[1]):
        return beginning.start(1), _A_YEAR
    if beginning[1].startswith("Y"):
        return beginning.end(1), "a year with a Y stands alone, with E, S and a sign at most"
    position = beginning.end()
    if position == end:
        return position, "after - comes a month or a day of two digits, and nothing after the day"
    return position, _strange(text[position]) or _unexpected(text, position)


def _strange(sign: str) -> str:
    if sign.isdigit() and not sign.isascii():
        return "write the digits 0 to 9"
    return next((reason for signs, reason in _WRONG_SIGNS if sign in signs), "")


def _unexpected(text: str, position: int) -> str:
    if text[position - 1] == "-":
        return "after - comes a month or a day of two digits, and nothing after the day"
    return f"{text[position]!r} is not expected here; a date is year, year-month or year-month-day"
