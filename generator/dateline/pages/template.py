"""Layouts to Markdown: the only door to Jinja, where everything not known to be safe is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr

from dateline.model.words.catalogue import ENGLISH, Interface, interface
from dateline.pages.escape import Safe, text

BLANK_LINES = re.compile(r"\n{3,}")


def fill(layout: str, values: Mapping[str, Any], language: str = ENGLISH) -> str:
    """A layout such as `kinds/brief.md.j2` with its values; an undefined name is our own bug and raises.

    Its own words are said in a language: `say("Claims")` stands in the layout.
    """
    filled = _environment(language).get_template(layout).render(values)
    return BLANK_LINES.sub("\n\n", filled).strip() + "\n"


class _Generator(CodeGenerator):
    """Prints what `_escaped` gave as it is: by then it is safe, and Jinja's own escaping would copy it once more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002  # Jinja's signature
        assert finalize.src is not None, "the environment has a function that escapes"
        self.write(f"str({finalize.src}")


class _Environment(Environment):
    code_generator_class = _Generator


@cache
def _environment(language: str) -> Environment:
    made = _Environment(
        loader=PackageLoader("dateline", "pages"),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals["say"] = _sayer(interface(language))
    return made


def _sayer(words: Interface) -> Callable[..., Safe]:
    """Messages are our own Markdown; what fills them in is escaped as everything else."""

    def say(message: str, /, **values: Any) -> Safe:
        safe = {key: value if isinstance(value, int) else _escaped(value) for key, value in values.items()}
        return Safe(words.say(message, **safe))

    return say


def _escaped(value: Any) -> Any:
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else text(str(value))
