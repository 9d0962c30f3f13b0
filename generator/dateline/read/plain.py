"""The values of a YAML file, one by one, to plain data: what dateline reads of YAML, and what it refuses."""

from __future__ import annotations

from typing import Any, Final, Protocol

from dateline.findings import Fault, Finding, Place
from dateline.read.faults import DUPLICATE_KEY, EMPTY_FILE, NESTED_TOO_DEEPLY, NOT_A_MAPPING, WRONG_KEY, YAML_SYNTAX

SHOWN: Final = 60
"""Characters of a key in a message."""


class Position(Protocol):
    """A line and a column."""

    @property
    def line(self) -> int:
        """From 0."""

    @property
    def column(self) -> int:
        """From 0, in characters."""


class Mark(Position, Protocol):
    """A position that also knows how far into the text it is."""

    @property
    def index(self) -> int:
        """Characters before it."""


class Level:
    """A list or mapping that is being filled."""

    __slots__ = ("column", "holds", "key", "lines")

    def __init__(self, holds: Any, column: int) -> None:
        self.holds = holds
        self.column = column
        self.key: str | None = None
        """The key whose value comes next; None where a key is."""
        self.lines: dict[str, int] | None = {} if isinstance(holds, dict) else None
        """Where each key was first seen; None for a list."""

    @property
    def awaits_key(self) -> bool:
        """Whether the next value is a key."""
        return self.lines is not None and self.key is None


class Plain:
    """Plain data under construction, and what was wrong with what it was made of."""

    def __init__(self, file: str, nesting: int) -> None:
        self.file = file
        self.nesting = nesting
        self.findings: list[Finding] = []
        self._lines: set[int] = set()
        self.level = Level([], -1)
        self.levels = [self.level]
        self.start: Mark | None = None

    def find(self, fault: Fault, mark: Position, message: str, remedy: str = "") -> None:
        """Keep a finding at a position, unless it repeats the one before it in the same line."""
        repeated = self.findings and self.findings[-1].fault is fault and mark.line in self._lines
        if not repeated:
            self.findings.append(fault.at(Place(self.file, mark.line + 1, mark.column + 1), message, remedy))
        self._lines.add(mark.line)

    def explains(self, line: int) -> bool:
        """Whether what was found already may be why reading ends in a line, counted from 0."""
        return line in self._lines or any(finding.fault is YAML_SYNTAX for finding in self.findings)

    def add(self, value: Any, mark: Mark) -> None:
        """The next value."""
        level = self.level
        if level.lines is None:
            self.start = self.start or mark
            level.holds.append(value)
        elif level.key is None:
            level.key = self._key(level.lines, value, mark)
        else:
            level.holds.setdefault(level.key, value)
            level.key = None

    def open(self, holds: Any, mark: Mark) -> bool:
        """The start of a list or mapping; False where it is nested too deeply."""
        level = self.level
        if level.awaits_key:
            what = "mapping" if isinstance(holds, dict) else "list"
            self.find(WRONG_KEY, mark, f"a {what} cannot be a key", "write a text before the “:”, in quotes if need be")
            level.key = ""
        else:
            self.add(holds, mark)
        self.level = Level(holds, mark.column)
        self.levels.append(self.level)
        if len(self.levels) <= self.nesting + 1:
            return True
        message = f"more than {self.nesting} lists and mappings stand one in another here"
        self.find(NESTED_TOO_DEEPLY, mark, message, "write it flatter")
        return False

    def close(self) -> None:
        """The end of the innermost list or mapping."""
        self.levels.pop()
        self.level = self.levels[-1]

    def document(self) -> Any:
        """The mapping that the file is, or None and a finding that says what it is instead."""
        found = self.levels[0].holds
        if self.findings or (found and isinstance(found[0], dict)):
            return None if self.findings else found[0]
        if not found or found[0] is None:
            place = Place(self.file, 1, 1)
            self.findings.append(EMPTY_FILE.at(place, "the file holds nothing", "write its keys or delete the file"))
        elif self.start:
            what = "a list" if isinstance(found[0], list) else "a text"
            self.find(
                NOT_A_MAPPING, self.start, f"the file is {what}, not keys and values", "begin with a key, “title: …”"
            )
        return None

    def _key(self, lines: dict[str, int], value: str | None, mark: Mark) -> str:
        if value is None:
            self.find(WRONG_KEY, mark, "an empty value cannot be a key", "write the key's name before the “:”")
        elif value in lines:
            message = f"“{_shown(value)}” stands here and in line {lines[value] + 1}"
            self.find(DUPLICATE_KEY, mark, message, "keep one of them")
        lines.setdefault(value or "", mark.line)
        return value or ""


def _shown(key: str) -> str:
    line = " ".join(key.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
