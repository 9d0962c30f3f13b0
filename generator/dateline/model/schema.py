"""Records to JSON Schema, one for each kind of file an editor writes, from the same definitions that check it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dateline.model.actor import Actor
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.source import Source
from dateline.model.topic import Question, Topic

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: Mapping[str, tuple[type[BaseModel], str]] = {
    "brief": (Brief, "*/*/brief.yaml"),
    "article": (Article, "*/*/*.md"),
    "actor": (Actor, "actors/*.yaml"),
    "source": (Source, "sources/*.yaml"),
    "topics": (Topic, "topics.yaml"),
    "questions": (Question, "questions.yaml"),
}
"""Each kind of file: its record, and the files it describes, below the folder of briefs."""
WRITTEN_AS_TEXT = ("string", "number", "boolean")
"""What an editor's YAML may take a text for: `title: 2021` and `when: 2021-09` are texts to us."""
MAPPINGS = ("topics", "questions")
FILLED_IN = frozenset({("Article", "title"), ("Claim", "id"), ("Event", "id"), ("Evidence", "article")})
"""Keys that every record has and a file may leave out: they follow from where the record stands."""


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """A JSON Schema for each kind of file, by its name in FILES."""
    return {name: _schema(name, record) for name, (record, _) in FILES.items()}


def _schema(name: str, record: type[BaseModel]) -> Mapping[str, Any]:
    made = record.model_json_schema(by_alias=True, mode="validation")
    definitions = made.pop("$defs", {})
    definitions[record.__name__] = made
    for title, definition in definitions.items():
        _describe(title, definition)
    top: dict[str, Any] = {"$ref": f"#/$defs/{record.__name__}"}
    if name in MAPPINGS:
        top = {"type": "object", "additionalProperties": top}
    return {"$schema": DIALECT, "title": name, **top, "$defs": {key: definitions[key] for key in sorted(definitions)}}


def _describe(title: str, definition: dict[str, Any]) -> None:
    """Our own keys go, `x-` keys are welcome, each key says what it holds, and each text may look like a number."""
    properties = definition.get("properties", {})
    lines = {**field_lines()["Record"], **field_lines().get(title, {})}
    for key in [key for key in properties if key.startswith("@")]:
        del properties[key]
    for key, value in properties.items():
        _loosen(value)
        value.pop("title", None)
        value["description"] = lines.get(key, "")
    if "required" in definition:
        definition["required"] = [
            key for key in definition["required"] if key in properties and (title, key) not in FILLED_IN
        ]
    if properties:
        definition["patternProperties"] = {"^x-": {}}


def _loosen(schema: Any) -> None:
    """Let one value stand where a list is meant, and a number stand for the text it looks like."""
    if isinstance(schema, list):
        for part in schema:
            _loosen(part)
    if not isinstance(schema, dict):
        return
    for part in list(schema.values()):
        _loosen(part)
    if schema.get("type") == "string" and not {"enum", "const", "pattern"} & schema.keys():
        schema["type"] = list(WRITTEN_AS_TEXT)
    if digits := [int(word) for word in schema.get("enum", ()) if str(word).isdigit()]:
        schema["enum"] = [*schema["enum"], *digits]
        schema["type"] = ["string", "integer"]
    if schema.get("type") == "array":
        items = schema.get("items", {})
        kept = {key: schema.pop(key) for key in ("type", "items")}
        schema["anyOf"] = [kept, items, {"type": "null"}]


@cache
def field_lines() -> Mapping[str, Mapping[str, str]]:
    """The line under each field of each record, read from the source: record name, then key as in the file."""
    folder = Path(inspect.getfile(Brief)).parent
    lines: dict[str, dict[str, str]] = {}
    for module in sorted(folder.glob("*.py")):
        for node in ast.parse(module.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                lines[node.name] = dict(_lines_of(node))
    return lines


def _lines_of(record: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(record.body, record.body[1:], strict=False)
    return [
        (_key(field), after.value.value)
        for field, after in pairs
        if isinstance(field, ast.AnnAssign)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    ]


def _key(field: ast.AnnAssign) -> str:
    """The key as it is written in a file: the alias where the name is a word of Python."""
    assert isinstance(field.target, ast.Name), "records have plain fields"
    if isinstance(field.value, ast.Call):
        for keyword in field.value.keywords:
            if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return field.target.id
