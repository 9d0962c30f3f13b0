"""Plain data to frozen records: the base of every record and the forms their values take."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_before_validator_function

from dateline.model.when import When, WhenError

NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
ID = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
PATH = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*/[A-Za-z0-9._-]+|[A-Za-z0-9._-]+")
QUESTION = re.compile(rf"{ID.pattern}(?:/{ID.pattern})?")
ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"\\^`{|}]+")
LONGEST_ID = 100


def listed(value: Any) -> Any:
    """One value standing alone where a list is meant becomes a list of one; empty entries go."""
    if value is None:
        return []
    return [item for item in value if item is not None] if isinstance(value, list) else [value]


class Record(BaseModel):
    """A frozen record; keys beginning with `x-` are kept in `extras`, empty keys count as absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, arbitrary_types_allowed=True)

    allow: Annotated[tuple[Allow, ...], BeforeValidator(listed)] = ()
    """Findings to silence here, each with its reason."""
    extras: Mapping[str, Any] = Field(default_factory=dict, alias="@extras")
    """Keys beginning with `x-`, passed through to the exports as they are."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        kept = {key: value for key, value in data.items() if value is not None and key[:2] != "x-"}
        extras = {key: value for key, value in data.items() if key[:2] == "x-"}
        return kept | {"@extras": extras} if extras else kept


class Allow(BaseModel):
    """One silenced finding: its code, why it is acceptable, and the day it speaks again."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    code: str
    """The finding's code, such as `D405`."""
    why: str
    """Why it is acceptable here."""
    until: Date | None = None
    """The day after which it speaks again; without it, never."""


class as_entry:  # noqa: N801  # it stands among validators, which are written like functions
    """A validator that turns a bare text into the mapping it is short for, and tells the JSON Schema so."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self._whole, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "x-key": self.key}, handler(schema)]}

    def _whole(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty_text", "is empty")
    return value.strip() if isinstance(value, str) else value


def _matching(pattern: re.Pattern[str], kind: str, message: str) -> BeforeValidator:
    def check(value: Any) -> Any:
        if isinstance(value, str) and (len(value) > LONGEST_ID or not pattern.fullmatch(value)):
            raise PydanticCustomError(kind, message)
        return value

    return BeforeValidator(check)


def _when(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return When.parse(value.strip())
    except WhenError as error:
        raise PydanticCustomError("when", "{problem}", {"problem": str(error), "modern": error.modern or ""}) from error


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not NUMBER.fullmatch(value):
        raise PydanticCustomError("number", "is not a number; write digits alone, such as 95700")
    if math.isinf(float(value)):
        raise PydanticCustomError("number", "is too large a number; write it in larger units")
    return int(value) if value.lstrip("+-").isdigit() else float(value)


def _address(value: Any) -> Any:
    if isinstance(value, str) and not ADDRESS.fullmatch(value):
        raise PydanticCustomError("address", "is not a web address; write it with https:// or http://")
    return value


Text = Annotated[str, BeforeValidator(_text)]
Markdown = Text
Id = Annotated[
    str, _matching(ID, "id", "is not an id; ids have lower-case letters, digits and single hyphens, at most 100")
]
QuestionId = Annotated[
    str, _matching(QUESTION, "question_id", "is not a question's id; write it like kabul-strike/deaths")
]
Date = Annotated[
    When,
    BeforeValidator(_when),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "edtf", "examples": ["2021-09-15", "2021-09~", "../2021-09"]}),
]
Number = Annotated[int | float, BeforeValidator(_number)]
Address = Annotated[str, BeforeValidator(_address)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(listed)]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(listed)]

Record.model_rebuild()
