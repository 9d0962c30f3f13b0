"""The JSON Schema of a file to the fields of a form: names, kinds and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dateline.model.schema import FILES, MAPPINGS, schemas

Kind = Literal["text", "choice", "record", "pairs"]
Schema = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One key of a file, or one entry of a list."""

    name: str
    """As it is written in the file."""
    kind: Kind
    """A text, one of some words, a mapping with keys of its own, or a mapping with any."""
    record: str
    """The record it is a key of."""
    many: bool = False
    """Whether it is a list of these."""
    required: bool = False
    meaning: str = ""
    """What it holds, in a sentence."""
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    """The keys of a mapping."""
    short: str = ""
    """The key that a bare text is short for, where a mapping may be written as one."""


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields of one kind of file; of one entry, where the file is a mapping of entries."""
    schema = schemas()[kind]
    return _fields(FILES[kind][0].__name__, schema["$defs"])


def is_mapping_of_entries(kind: str) -> bool:
    """Whether a file's keys are ids, so that no form knows them."""
    return kind in MAPPINGS


def _fields(record: str, definitions: Schema) -> tuple[Field, ...]:
    found = definitions[record]
    required = found.get("required", ())
    return tuple(
        _field(name, schema, record, definitions, required=name in required)
        for name, schema in found["properties"].items()
    )


def _field(name: str, schema: Schema, record: str, definitions: Schema, *, required: bool) -> Field:
    variants = [one for one in schema.get("anyOf", (schema,)) if one.get("type") != "null"]
    array = next((one for one in variants if one.get("type") == "array"), None)
    inner = array["items"] if array else {"anyOf": variants}
    ways = inner.get("anyOf", (inner,))
    named = next((one["$ref"].rpartition("/")[2] for one in ways if "$ref" in one), "")
    words = next((one["enum"] for one in ways if "enum" in one), ())
    return Field(
        name=name,
        kind=_kind(named, words, ways),
        record=record,
        many=array is not None,
        required=required,
        meaning=schema.get("description", ""),
        choices=tuple(word for word in words if isinstance(word, str)),
        fields=_fields(named, definitions) if named else (),
        short=next((one["x-key"] for one in ways if "x-key" in one), ""),
    )


def _kind(named: str, words: Any, ways: Any) -> Kind:
    if named:
        return "record"
    if words:
        return "choice"
    return "pairs" if any("additionalProperties" in one for one in ways) else "text"
