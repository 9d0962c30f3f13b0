"""The plugin's section of mkdocs.yml to settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from dateline.findings import At, Finding
from dateline.model.faults import UNKNOWN_FORMAT, WRONG_SETTING
from dateline.model.nearest import did_you_mean
from dateline.model.words.language import codes
from dateline.read.limits import Limits as Defaults
from dateline.read.limits import parse_size

FIRST = 1
"""The format of a desk that names none."""
FORMAT = 1
"""The format of today: the first, and one more for each step in `desk/migrations/`."""


def _size(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return parse_size(value)
    except ValueError as error:
        raise PydanticCustomError("size", "is not a size; write it like 2 MiB") from error


def _spoken(tags: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := [tag for tag in tags if tag.lower().partition("-")[0] not in codes()]:
        known = ", ".join(codes())
        raise PydanticCustomError(
            "language", f"names {unknown[0]}, which the interface does not speak; known are {known}"
        )
    return tags


class Limits(BaseModel):
    """How large an input may be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Annotated[int, BeforeValidator(_size), Field(gt=0)] = Defaults().file
    """Size of one file in bytes, or written like `2 MiB`."""
    nesting: Annotated[int, Field(gt=0, le=500)] = Defaults().nesting
    """Levels of YAML within YAML."""


class Settings(BaseModel):
    """How a desk is built; every key may stand under `plugins: - dateline:` in mkdocs.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FIRST
    """The format of the content; a newer one than this program knows is refused."""
    briefs: str = "briefs"
    """The folder of the briefs, relative to mkdocs.yml."""
    languages: Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_spoken)] = ("en",)
    """Languages of the interface, BCP 47; the first is the one that pages are written in."""
    scales: Literal["none", "icd203", "phia"] = "none"
    """The scale of estimative language in use."""
    two_eyes: bool = False
    """Whether a published brief needs a reviewer who is not its author."""
    excerpt_words: Annotated[int, Field(ge=0, le=1000)] = 40
    """Words shown around a quoted passage when rights say excerpt."""
    same_text: Annotated[float, Field(gt=0, le=1)] = 0.5
    """Containment from which two articles share an origin."""
    limits: Limits = Limits()
    """How large an input may be."""
    edit_uri: str | None = None
    """Where files can be edited; adds "edit" and "report" links to every generated page."""


def read_settings(section: Mapping[str, Any], at: At) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a plugin section, and what is wrong with it; the default where something is."""
    try:
        settings = Settings.model_validate({key: value for key, value in section.items() if value is not None})
    except ValidationError as error:
        return Settings(), tuple(_finding(problem, at) for problem in error.errors())
    if settings.format != FORMAT:
        message = f"the content has format {settings.format}, and this dateline knows {FORMAT}"
        return settings, (UNKNOWN_FORMAT.at(at.to("format"), message, _remedy(settings.format)),)
    return settings, ()


def _remedy(format_: int) -> str:
    if format_ < FIRST:
        return f"write “format: {FIRST}”, the first there is"
    return "install a newer dateline" if format_ > FORMAT else "run: dateline migrate"


def _finding(problem: Any, section: At) -> Finding:
    steps = tuple(step for step in problem["loc"] if isinstance(step, str | int))
    key, at = ".".join(map(str, steps)), section.to(*steps)
    if problem["type"] == "extra_forbidden":
        known = Limits.model_fields if key.startswith("limits.") else Settings.model_fields
        suggestion = did_you_mean(key.rpartition(".")[2], known) or "; known are " + ", ".join(known)
        return WRONG_SETTING.at(at._replace(key=True), f"“{key}” is not a setting of dateline{suggestion}")
    wrong, _, remedy = problem["msg"].removeprefix("Input ").partition("; ")
    return WRONG_SETTING.at(at, f"“{key}” {wrong[0].lower()}{wrong[1:]}, seen: {problem['input']!r}", remedy)
