"""No pattern of ours takes more than its share of time over any text: twice the length takes about twice as long."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

import dateline
from desks import ROOT

UNITS = (
    "a", "A", "1", " ", "\t", "\n", ".", ",", "-", "_", "*", "[", "]", "(", ")", "<", ">", "&", "`", "\\", "|", "#",
    ":", "/", "'", '"', "“", "é", "я", "\u0301", "\u200b", "a ", "1 ", "1.", "a.", ". ", "A. ", "\n ", "\n>", "> ",
    "- ", "a-", "[[", "](", "[a", "[a]", "a*", "*a ", "a_", "<a ", "<!", "&a", "&#1", "a@", "a@a.", "www.",
    "https://a", "://", "1/", "1-", "2021-", "a: ", "\na:", "#a ", "\\a", "a\n", " \n", "\r\n", "“a", "’s", "{{",
    "::", "%a", "=\n", "--", "said ", "the ", "Mr. ", "not ", "[^", "]:", "![", "a/", "/a", "aA", "Aa ", "1a", "1,",
    "1st ", "May ", "\u00a0",
)  # fmt: skip
ENDS = ("", "!", "\n", "\x00", "a", "]")
BEGINNINGS = ("", "\n", "[a]: b", "a")
LENGTHS = (25, 250, 2_500, 15_000)
ALL_OVER = frozenset({"search", "sub", "subn", "split", "findall", "finditer"})
"""What looks for a pattern all over a text; the rest look at one place."""
LONG_ONES = (
    "relate.quoting.gaps._PARAGRAPH_BREAK", "relate.quoting.normalise._DROPPED",
    "relate.sentences._STOP", "relate.prose.WIKI_LINK", "pages.escape.SPECIAL", "pages.escape.CONTROL",
    "pages.escape.SPACE", "read.text.CONTROL", "check.rules.hidden_character.WRITTEN",
)  # fmt: skip
"""Patterns that run over whole articles; the night tries all."""
TOO_LONG = 0.15
"""Seconds of work for the longest: a pattern that is quadratic takes ten times that."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if module.name.endswith(("plugin", "__main__")):
            continue
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            for found in _in(value):
                if isinstance(found.pattern, str) and not name.startswith("__"):
                    yield f"{module.name}.{name}", found


def _in(value: Any) -> Iterator[re.Pattern[Any]]:
    match value:
        case re.Pattern():
            yield value
        case dict():
            for each in value.values():
                yield from _in(each)
        case tuple() | list():
            for each in value:
                yield from _in(each)
        case _:
            pass


PATTERNS = {(found.pattern, found.flags): (name, found) for name, found in reversed([*patterns()])}


def slow_texts(pattern: re.Pattern[str], *, is_searched: bool) -> Iterator[str]:
    """Texts over which a pattern takes too long, by their parts."""
    for unit in UNITS:
        for begin in BEGINNINGS:
            for end in ENDS:
                if _is_slow(pattern, unit, begin, end, is_searched=is_searched):
                    yield f"{begin!r} + {unit!r} * n + {end!r}"
                    break


def _is_slow(pattern: re.Pattern[str], unit: str, begin: str, end: str, *, is_searched: bool) -> bool:
    for length in LENGTHS:
        text = begin + unit * (length // len(unit)) + end
        # Twice, should it be slow: something else may have taken the time once.
        if all(_seconds(pattern, text, is_searched=is_searched) > TOO_LONG for _ in range(2)):
            return True
    return False


def _seconds(pattern: re.Pattern[str], text: str, *, is_searched: bool) -> float:
    begun = time.process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    if is_searched:
        pattern.sub("", text)
    return time.process_time() - begun


@cache
def searched() -> frozenset[str]:
    """The names of constants that some module looks for all over a text."""
    trees = (ast.parse(path.read_text("utf-8")) for path in (ROOT / "generator/dateline").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return frozenset(
        found.attr if isinstance(found := call.value, ast.Attribute) else found.id
        for call in calls
        if call.attr in ALL_OVER and isinstance(call.value, ast.Name | ast.Attribute)
    )


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "pattern"), PATTERNS.values(), ids=[name for name, _ in PATTERNS.values()])
def test_a_pattern_takes_time_in_proportion(name: str, pattern: re.Pattern[str]) -> None:
    is_searched = name.rpartition(".")[2] in searched()
    assert [*slow_texts(pattern, is_searched=is_searched)] == [], name


def test_patterns_that_run_over_whole_articles_take_time_in_proportion() -> None:
    """The small form: those that long runs of signs were once slow for."""
    by_name = {name.removeprefix("dateline."): pattern for name, pattern in patterns()}
    for name in LONG_ONES:
        for unit in ("[", "*", "_", ".", " ", "\n ", "&", "<", "a"):
            for end in ("", "!"):
                assert not _is_slow(by_name[name], unit, "a", end, is_searched=True), (name, unit)
