"""The package to a page that shows its rooms: each module by the first line of its docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

STAGES = ("read", "model", "relate", "check", "pages", "publish", "desk", "commands")


def architecture_page() -> str:
    """The stages in the order of the flow, each with its modules."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    package = resources.files("dateline")
    yield "# Architecture\n\nMade from the first line of every module.\n"
    yield "```text\nread  →  model  →  relate  →  check  →  pages  →  publish\n```\n"
    yield "Files flow in at the left and leave at the right; nobody imports to the right of themselves.\n"
    yield "## At the top\n"
    yield from _modules(package, "")
    for stage in STAGES:
        folder = package / stage
        yield f"\n## {stage}\n\n{_first_line(folder / '__init__.py')}\n"
        yield from _modules(folder, "")


def _modules(folder: Traversable, prefix: str) -> Iterator[str]:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".py") and entry.name != "__init__.py":
            yield f"- `{prefix}{entry.name}`: {_first_line(entry)}"
        elif entry.is_dir() and (entry / "__init__.py").is_file() and (prefix or entry.name not in STAGES):
            yield f"- `{prefix}{entry.name}/`: {_first_line(entry / '__init__.py')}"
            yield from _modules(entry, f"{prefix}{entry.name}/")


def _first_line(module: Traversable) -> str:
    return (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").partition("\n")[0]
