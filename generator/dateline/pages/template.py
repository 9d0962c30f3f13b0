"""Layouts to Markdown: the only door to Jinja, where everything not known to be safe is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.pages.escape import text

BLANK_LINES = re.compile(r"\n{3,}")


def fill(layout: str, values: Mapping[str, Any]) -> str:
    """A layout such as `kinds/brief.md.j2` with its values; an undefined name is our own bug and raises."""
    filled = _environment().get_template(layout).render(values)
    return BLANK_LINES.sub("\n\n", filled).strip() + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline", "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _escaped(value: Any) -> Any:
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else text(str(value))
