"""Records to a description of their keys, for people: the form of each, and what it means."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from dateline.model.problems import records_in
from dateline.model.schema import FILES, FILLED_IN, field_lines
from dateline.model.settings import Limits, Settings
from dateline.model.when import When

NAMES = {str: "text", bool: "true or false", int: "number", float: "number"}


class Key(NamedTuple):
    """One key."""

    name: str
    form: str
    """Such as `text`, `list of Claim`, or the words it can be."""
    required: bool
    default: str
    meaning: str


class Described(NamedTuple):
    """One record, and the records within it that were not described before."""

    name: str
    keys: tuple[Key, ...]


def described_files() -> Iterator[tuple[str, tuple[Described, ...]]]:
    """Each kind of file with its records: its own, then those within, each where it first stands."""
    seen: set[type[BaseModel]] = set()
    for name, (record, _) in FILES.items():
        yield name, tuple(_described(record, seen))


def described_settings() -> tuple[Key, ...]:
    """Every setting of the plugin."""
    plain = (key for key in _keys(Settings) if key.name != "limits")
    return (*plain, *(key._replace(name=f"limits.{key.name}") for key in _keys(Limits)))


def _described(record: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Described]:
    seen.add(record)
    yield Described(record.__name__, tuple(_keys(record)))
    for field in record.model_fields.values():
        for inner in records_in(field.annotation):
            if inner not in seen and inner.__name__ != "Allow":
                yield from _described(inner, seen)


def _keys(record: type[BaseModel]) -> Iterator[Key]:
    lines = field_lines().get(record.__name__, {})
    for name, field in record.model_fields.items():
        key = field.alias or name
        if not key.startswith("@") and key != "allow":
            default = ", ".join(field.default) if isinstance(field.default, tuple) else str(field.default)
            required = field.is_required() and (record.__name__, key) not in FILLED_IN
            yield Key(key, _form(field.annotation), required, default, lines.get(key, ""))


def _form(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _form(arguments[0])
    if origin in {Union, types.UnionType}:
        return " or ".join(dict.fromkeys(_form(part) for part in arguments if part is not type(None)))
    if origin is Literal:
        return " · ".join(f"`{word}`" for word in arguments)
    if origin is tuple:
        return f"list of {_form(arguments[0])}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__
    return "date (EDTF)" if annotation is When else NAMES.get(annotation, "mapping")
