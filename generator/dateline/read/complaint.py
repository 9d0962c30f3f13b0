"""What libyaml says of a text to what can be asked about it: the line, the character, what it was reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dateline.findings import Fault
from dateline.read.faults import YAML_SYNTAX


class Trouble(NamedTuple):
    """A complaint in plain words."""

    fault: Fault
    line: int
    """From 0."""
    column: int
    """From 0."""
    message: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What libyaml says, and about what."""

    text: str
    """The whole text."""
    problem: str
    """In its words; so is `context`."""
    context: str
    """What it was doing."""
    line: int
    """Where it gave up, from 0."""
    column: int
    """From 0."""
    since: tuple[int, int]
    """Line and column from 0 of what it was reading, or where it gave up."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, and an empty one after them."""
        return [*self.text.split("\n"), ""]

    @property
    def before(self) -> str:
        """What stands in the line before the place."""
        return self.lines[self.line][: self.column]

    @property
    def sign(self) -> str:
        """The character at the place, or nothing at the end of a line."""
        return self.lines[self.line][self.column : self.column + 1]

    def here(self, message: str, remedy: str = "") -> Trouble:
        """Trouble where libyaml gave up."""
        return Trouble(YAML_SYNTAX, self.line, self.column, message, remedy)

    def there(self, message: str, remedy: str = "") -> Trouble:
        """Trouble where what libyaml was reading began."""
        return Trouble(YAML_SYNTAX, *self.since, message, remedy)
