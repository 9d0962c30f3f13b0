"""What is wrong to what a person reads: places, severities, faults and findings."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

Step = str | int


class Severity(enum.StrEnum):
    """How much a finding weighs; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class At(NamedTuple):
    """Where something stands, before anybody needs the line: cheap to make, resolved only for findings."""

    file: str
    """Relative to the desk's root, with forward slashes."""
    path: tuple[Step, ...] = ()
    """Keys and list positions from the top of the file's YAML; empty for the file itself."""
    offset: int | None = None
    """Characters into an article's body, when the place is there and not in its front matter."""
    key: bool = False
    """Whether the last key itself is meant, and not its value."""

    def to(self, *steps: Step) -> At:
        """The place of a value below this one."""
        return At(self.file, (*self.path, *steps))


class Place(NamedTuple):
    """A position a person can go to."""

    file: str
    """Relative to the desk's root, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One kind of trouble, under a code that never changes its meaning."""

    code: str
    """`D` and three digits; the first digit says the family (evidence.md, section 7)."""
    name: str
    """Words joined by hyphens that read well after "allow"."""
    severity: Severity

    def at(self, at: At | Place, message: str, remedy: str = "", *, detail: str = "") -> Finding:
        """A finding of this fault."""
        return Finding(fault=self, at=at, message=_on_one_line(message), remedy=_on_one_line(remedy), detail=detail)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One fault at one place: what was seen there, and what to do."""

    fault: Fault
    at: At | Place
    message: str
    """The fault and what was seen, on one line."""
    remedy: str
    """What to do about it, on one line; empty where the message says it."""
    detail: str = ""
    """More lines for a terminal, such as a difference; never needed to understand the message."""

    @property
    def severity(self) -> Severity:
        """Of the fault."""
        return self.fault.severity

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.at.file

    def placed(self, at: Place) -> Finding:
        """The finding at a place; itself where it is there."""
        if self.at is at:
            return self
        return Finding(fault=self.fault, at=at, message=self.message, remedy=self.remedy, detail=self.detail)

    def __str__(self) -> str:
        place = self.at if isinstance(self.at, Place) else self.at.file
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.severity} {self.fault.code} {self.fault.name}: {self.message}{tail}"


def _on_one_line(words: str) -> str:
    """What a message repeats of a file may hold ends of lines."""
    return " ".join(words.split()) if "\n" in words else words


def error(code: str, name: str) -> Fault:
    """A fault that stops a build."""
    return Fault(code=code, name=name, severity=Severity.ERROR)


def warning(code: str, name: str) -> Fault:
    """A fault an editor should answer."""
    return Fault(code=code, name=name, severity=Severity.WARNING)


def hint(code: str, name: str) -> Fault:
    """A fault worth knowing."""
    return Fault(code=code, name=name, severity=Severity.HINT)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)
