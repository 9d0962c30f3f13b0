"""Every way to read a watched mapping is noted; what is noted is what a page depends on."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dateline.relate.notes import KEYS, VALUES, Cell, Notes
from dateline.relate.watch import ORIGINS, Watched, WatchedList, watched
from desks import GOOD, ROOT, desk_at

ONE, ALL_KEYS, ALL_VALUES = ("m", "a"), ("m", KEYS), ("m", VALUES)
READINGS: Mapping[str, tuple[Callable[[Mapping[str, int]], Any], set[Cell]]] = {
    "a value": (lambda m: m["a"], {ONE}),
    "get": (lambda m: m.get("a"), {ONE}),
    "a value that is not there": (lambda m: m.get("z"), {("m", "z")}),
    "whether there is one": (lambda m: "a" in m, {ONE}),
    "in order": (list, {ALL_KEYS}),
    "how many": (len, {ALL_KEYS}),
    "whether any": (bool, {ALL_KEYS}),
    "keys": (lambda m: m.keys() | {"z"}, {ALL_KEYS}),
    "values": (lambda m: list(m.values()), {ALL_VALUES}),
    "items": (lambda m: list(m.items()), {ALL_VALUES}),
    "a copy": (dict, {ALL_KEYS, ONE, ("m", "b")}),
    "unpacked": (lambda m: {**m}, {ALL_KEYS, ONE, ("m", "b")}),
    "compared": (lambda m: m == {"a": 1, "b": 2}, {ALL_VALUES}),
}


@pytest.mark.parametrize("read", READINGS)
def test_a_reading_is_noted(read: str) -> None:
    notes = Notes()
    mapping = Watched("m", {"a": 1, "b": 2}, notes)
    ask, expected = READINGS[read]
    begun = notes.begin()
    found = ask(mapping)
    assert begun - {ALL_KEYS} == expected - {ALL_KEYS} or begun >= expected
    assert begun >= expected
    assert found == ask({"a": 1, "b": 2})


@pytest.mark.parametrize(
    "ask", [len, list, bool, lambda items: items[-1], lambda items: items[:1], lambda items: 3 in items]
)
def test_a_reading_of_a_list_is_noted(ask: Callable[[tuple[int, ...]], Any]) -> None:
    notes = Notes()
    items = WatchedList.of("l", (1, 2, 3), notes)
    begun = notes.begin()
    assert ask(items) == ask((1, 2, 3))
    assert begun == {("l", VALUES)}


def test_a_corpus_and_its_relations_are_watched_throughout() -> None:
    desk = desk_at(GOOD)
    notes = Notes()
    corpus, relations = watched(desk.corpus, desk.relations, notes)
    begun = notes.begin()
    slug = next(iter(corpus.briefs))
    claims, back = corpus.briefs[slug].claims, relations.backlinks.involved[slug]
    relations.timeline.by_year.get("1999")
    len(relations.timeline.all)
    relations.origins.groups([f"{slug}/one"][:0])
    assert corpus.claims[claims[0].ref] is claims[0]
    assert back == desk.relations.backlinks.involved[slug]
    names = {name for name, _ in begun}
    assert names == {"briefs", "claims", "backlinks.involved", "timeline.by_year", "timeline.all"}


def test_asking_for_origins_is_asking_for_articles() -> None:
    desk = desk_at(GOOD)
    notes = Notes()
    _, relations = watched(desk.corpus, desk.relations, notes)
    refs = list(desk.corpus.articles)[:2]
    begun = notes.begin()
    assert relations.origins.groups(refs) == desk.relations.origins.groups(refs)
    assert begun == {(name, ref) for name in (ORIGINS, "articles") for ref in refs}


def test_what_is_worked_out_once_is_read_by_all_who_get_it() -> None:
    notes = Notes()
    mapping = Watched("m", {"a": 1}, notes)
    asked: list[int] = []

    def make() -> int:
        asked.append(mapping["a"])
        return asked[0]

    for _ in range(2):
        begun = notes.begin()
        assert notes.once("key", make) == 1
        assert notes.cells is begun
        assert begun == {("m", "a")}
    assert asked == [1]


def test_no_cache_of_pages_hides_what_is_read() -> None:
    """A cache that is handed a corpus gives the second page what only the first one is noted to have read."""
    cached = {
        f"{path.stem}.{function.name}"
        for path in sorted((ROOT / "generator/dateline/pages").rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and "cache" in " ".join(map(ast.unparse, function.decorator_list))
    }
    plain = {"escape.text", "run.kinds", "template._environment"}
    assert cached - plain == {"rolls._cut", "rolls._items"}, "use Notes.once, as rolls.cut does"
