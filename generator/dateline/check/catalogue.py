"""The folders of faults and rules to the closed list of codes, each with its page."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import ModuleType

from dateline.check import rules as rules_folder
from dateline.check.rule import Rule
from dateline.findings import Fault
from dateline.model import faults as model_faults
from dateline.read import faults as read_faults


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A fault and the page that explains it."""

    fault: Fault
    page: Traversable
    """Markdown, with examples that are also tests."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in the folder, by code."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules_folder.__path__))
    found = (importlib.import_module(f"{rules_folder.__name__}.{name}").RULE for name in names)
    return tuple(sorted(found, key=lambda rule: str(rule.fault.code)))


def catalogue() -> tuple[Entry, ...]:
    """Every fault that can be found, by code."""
    entries = (*_specified("dateline.read", read_faults), *_specified("dateline.model", model_faults), *_ruled())
    return tuple(sorted(entries, key=lambda entry: entry.fault.code))


def find_entry(code_or_name: str) -> Entry | None:
    """The fault with this code or name, in any case."""
    wanted = code_or_name.strip().lower()
    return next((entry for entry in catalogue() if wanted in {entry.fault.code.lower(), entry.fault.name}), None)


def _specified(package: str, faults: ModuleType) -> Iterator[Entry]:
    folder = resources.files(package) / "specs"
    for fault in vars(faults).values():
        if isinstance(fault, Fault):
            yield Entry(fault=fault, page=folder / f"{fault.name.replace('-', '_')}.md")


def _ruled() -> Iterator[Entry]:
    folder = resources.files(rules_folder)
    for rule in rules():
        yield Entry(fault=rule.fault, page=folder / f"{rule.fault.name.replace('-', '_')}.md")
