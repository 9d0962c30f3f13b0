"""The JSON Schema of each kind of file takes what the checker takes, and refuses what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.model.schema import FILES, schemas
from dateline.read.document import read_document
from dateline.read.limits import Limits
from desks import ROOT, VALID

DESKS = (*VALID, ROOT)


@cache
def validator(kind: str) -> Draft202012Validator:
    schema = schemas()[kind]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def files(desk: Path) -> Iterator[tuple[str, Path]]:
    """Each file of a desk with its kind."""
    for path in sorted((desk / "briefs").rglob("*")):
        name = path.relative_to(desk / "briefs").as_posix()
        for kind, (_, pattern) in FILES.items():
            if path.is_file() and fnmatch(name, pattern):
                yield kind, path


def data(path: Path) -> Any:
    """A file as an editor's language server reads it: what looks like a number, or true, is no text there."""
    document, wrong = read_document(path.read_text("utf-8"), path.name, Limits())
    assert document is not None, wrong
    return typed(document.data)


def typed(value: Any) -> Any:
    match value:
        case dict():
            return {key: typed(item) for key, item in value.items()}
        case list():
            return [typed(item) for item in value]
        case str() if re.fullmatch(r"[-+]?\d+", value):
            return int(value)
        case str() if re.fullmatch(r"[-+]?\d+\.\d+", value):
            return float(value)
        case "true" | "false":
            return value == "true"
        case _:
            return value


@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: "demonstration" if desk == ROOT else str(desk.name))
def test_a_sound_desk_s_files_fit_their_schemas(desk: Path) -> None:
    seen = [*files(desk)]
    assert seen
    for kind, path in seen:
        assert [error.message for error in validator(kind).iter_errors(data(path))] == [], path


GOOD: dict[str, dict[str, Any]] = {
    "brief": {"title": "A title"},
    "article": {"title": "A title"},
    "actor": {"name": "A name", "kind": "person"},
    "source": {"name": "A name", "kind": "wire"},
    "topics": {"a-topic": {"name": "A name"}},
    "questions": {"a/question": {"asks": "What?"}},
}


@pytest.mark.parametrize(("kind", "good"), GOOD.items())
def test_the_least_fits(kind: str, good: dict[str, Any]) -> None:
    assert [*validator(kind).iter_errors(good)] == []


@pytest.mark.parametrize(("kind", "good"), GOOD.items())
def test_an_unknown_key_is_refused(kind: str, good: dict[str, Any]) -> None:
    record: dict[str, Any] = good if kind in {"brief", "article", "actor", "source"} else next(iter(good.values()))
    broken = {**record, "unknown": 1} if record is good else {"an-id": {**record, "unknown": 1}}
    assert [*validator(kind).iter_errors(broken)] != []


@pytest.mark.parametrize(("kind", "good"), GOOD.items())
def test_a_key_of_the_desk_s_own_is_welcome(kind: str, good: dict[str, Any]) -> None:
    record = good if kind in {"brief", "article", "actor", "source"} else next(iter(good.values()))
    own = {**record, "x-own": [1]} if record is good else {"an-id": {**record, "x-own": [1]}}
    assert [*validator(kind).iter_errors(own)] == []


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("brief", {}),
    ("brief", {"title": "A", "state": "finished"}),
    ("brief", {"title": "A", "claims": [{"evidence": []}]}),
    ("brief", {"title": "A", "claims": [{"says": "B", "status": "true"}]}),
    ("brief", {"title": "A", "dates": [{"when": "2021"}]}),
    ("actor", {"name": "A"}),
    ("actor", {"name": "A", "kind": "persn"}),
    ("source", {"name": "A", "kind": "wire", "reliability": [{"grade": "G"}]}),
    ("topics", {"a": {}}),
]


@pytest.mark.parametrize(("kind", "wrong"), WRONG)
def test_what_is_wrong_is_refused(kind: str, wrong: dict[str, Any]) -> None:
    assert [*validator(kind).iter_errors(wrong)] != []


RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("brief", {"title": 2021}),
    ("brief", {"title": "A", "topics": "one", "actors": ["a", {"actor": "b", "role": "c"}]}),
    ("brief", {"title": "A", "dates": {"when": 2021, "what": "B"}}),
    (
        "brief",
        {"title": "A", "claims": {"says": "B", "evidence": {"quote": "C"}, "links": {"to": "d", "as": "repeats"}}},
    ),
    ("brief", {"title": "A", "claims": [{"says": "B", "credibility": "2", "value": {"number": 4, "unit": "x"}}]}),
    ("actor", {"name": "A", "kind": "person", "aliases": ["B", {"name": "C", "use": "former"}], "not": "D"}),
    ("brief", {"title": "A", "summary": None}),
]


@pytest.mark.parametrize(("kind", "right"), RIGHT)
def test_short_forms_fit(kind: str, right: dict[str, Any]) -> None:
    assert [error.message for error in validator(kind).iter_errors(right)] == []


@pytest.mark.parametrize("kind", FILES)
def test_every_key_says_what_it_is(kind: str) -> None:
    for name, definition in schemas()[kind]["$defs"].items():
        for key, value in definition.get("properties", {}).items():
            assert value.get("description"), f"{name}.{key}"
