"""What pydantic found wrong with a file to findings a person can act on."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from dateline.findings import At, Finding, Step
from dateline.model.faults import (
    COMPUTED_KEY,
    MISSING_ARTICLE,
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_DATE,
    WRONG_FORM,
    WRONG_VALUE,
)
from dateline.model.nearest import did_you_mean, nearest

COMPUTED: Final = frozenset(
    {"backlinks", "contested", "earliest", "latest", "mentions", "origin_groups", "origins", "sourcing", "support",
     "timeline", "verdict"}
)  # fmt: skip
SHORT: Final = 60
DATES: Final = "write it like 2021-09-15, 2021-09, 2021-09~ or 2021-08-15/2021-08-18"
FORMS: Final[Mapping[str, str]] = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
    "mapping_type": "keys and values",
    "int_type": "a number",
    "float_type": "a number",
    "is_instance_of": "a date (EDTF)",
}


def findings(error: ValidationError, record: type[BaseModel], at: At) -> tuple[Finding, ...]:
    """One finding a problem, each once, placed at the key or value it is about."""
    problems = error.errors(include_url=False)
    seen = dict.fromkeys(
        _wrong_name(at, problem) if _is_added(problem) else _finding(problem, record, at) for problem in problems
    )
    return tuple(seen)


def _finding(problem: Any, record: type[BaseModel], top: At) -> Finding:
    path = steps(problem)
    at, kind = top.to(*path), problem["type"]
    last = next((str(step) for step in reversed(at.path) if isinstance(step, str)), "the file")
    if kind == "extra_forbidden":
        return _unknown_key(at._replace(key=True), last, record_at(record, path[:-1]))
    if kind == "missing":
        return _missing(top.to(*path[:-1]), last)
    if kind == "when":
        return WRONG_DATE.at(at, problem["msg"], "" if problem["ctx"]["modern"] else DATES)
    if kind == "literal_error":
        return _not_among(at, last, problem)
    if kind in FORMS:
        holder = f"an entry of “{last}”" if isinstance(at.path[-1], int) else f"“{last}”"
        return WRONG_FORM.at(at, f"{holder} is {_form(problem['input'])}", f"write {FORMS[kind]} here")
    wrong, _, remedy = problem["msg"].partition("; ")
    seen = "" if kind in {"empty_text", "too_many", "clock"} else f", seen: {_shown(problem['input'])}"
    return WRONG_VALUE.at(at, f"“{last}” {wrong}{seen}", remedy)


def _is_added(problem: Any) -> bool:
    """Whether it is about what the program adds itself: the id is the key that an entry stands under."""
    return bool(problem["loc"]) and str(problem["loc"][0]).startswith("@")


def _wrong_name(top: At, problem: Any) -> Finding:
    wrong, _, remedy = problem["msg"].partition("; ")
    return WRONG_VALUE.at(top._replace(key=True), f"{_shown(problem['input'])} {wrong}", remedy)


def _missing(at: At, key: str) -> Finding:
    if key == "article":
        message = "nothing says which article is meant, and the brief does not have exactly one"
        return MISSING_ARTICLE.at(at, message, "add “article:” with a file's name without .md")
    return MISSING_KEY.at(at, f"“{key}” is missing", f"add “{key}:” here")


def _unknown_key(at: At, key: str, record: type[BaseModel] | None) -> Finding:
    if key in COMPUTED:
        return COMPUTED_KEY.at(at, f"“{key}” is worked out on every build and never written", "delete it")
    known = keys_of(record) if record else ()
    message = f"{_shown(key)} is not a key here"
    if record and (below := _holders(record).get(key)):
        return UNKNOWN_KEY.at(at, message, f"it belongs under “{below}”")
    if near := nearest(key, known):
        return UNKNOWN_KEY.at(at, f'{message}; did you mean "{near}"?')
    return UNKNOWN_KEY.at(at, message, f"known are: {', '.join(known)}")


@cache
def _holders(record: type[BaseModel]) -> Mapping[str, str]:
    """For each key of the entries below, the key of this record whose entries have it; the first of several."""
    fields = ((field.alias or name, field.annotation) for name, field in reversed(record.model_fields.items()))
    return {key: name for name, below in fields for inner in records_in(below) for key in keys_of(inner)}


def _not_among(at: At, key: str, problem: Any) -> Finding:
    expected = [word.strip("'") for word in problem["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    seen = _shown(problem["input"])
    if suggestion := did_you_mean(str(problem["input"]), expected):
        return WRONG_VALUE.at(at, f"“{key}” cannot be {seen}{suggestion}")
    return WRONG_VALUE.at(at, f"“{key}” cannot be {seen}", f"it is one of: {', '.join(expected)}")


def steps(problem: Any) -> tuple[Step, ...]:
    """The keys and list positions from the top of the record to what a problem is about."""
    return tuple(step for step in problem["loc"] if not _is_variant(step))


def _is_variant(step: Step) -> bool:
    """Pydantic names the branch of a union or a validator in the path; no file has such a step."""
    return isinstance(step, str) and (step.endswith(("]", ")")) or step in {"int", "float", "str"})


def _shown(value: Any) -> str:
    text = f"“{value}”" if isinstance(value, str) else _form(value)
    return text if len(text) <= SHORT else f"{text[:SHORT]}…”"


def _form(value: Any) -> str:
    if isinstance(value, Mapping):
        return "keys and values"
    return "a list" if isinstance(value, list | tuple) else "empty" if value is None else f"the text {_shown(value)}"


@cache
def keys_of(record: type[BaseModel]) -> tuple[str, ...]:
    """The keys an editor may write in a record, in the order of the model."""
    names = (field.alias or name for name, field in record.model_fields.items())
    return tuple(name for name in names if not name.startswith("@"))


def record_at(record: type[BaseModel], steps: Iterable[Step]) -> type[BaseModel] | None:
    """The record type that stands at a path below `record`, or None where there is none."""
    here: type[BaseModel] | None = record
    for step in steps:
        if isinstance(step, int) or here is None:
            continue
        by_key = {field.alias or name: field.annotation for name, field in here.model_fields.items()}
        here = next(records_in(by_key.get(step)), None)
    return here


def records_in(annotation: Any) -> Iterator[Any]:
    """Every record type named in an annotation, outermost first."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in {Annotated, tuple, Union, types.UnionType}:
        for argument in get_args(annotation):
            yield from records_in(argument)
