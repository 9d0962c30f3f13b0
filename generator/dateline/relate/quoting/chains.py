"""A quote taken apart and one form of a text to the places where its runs of words stand in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.form import Span
from dateline.relate.quoting.gaps import MOST_LEFT_OUT
from dateline.relate.quoting.occurrences import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.gaps import Gap
    from dateline.relate.quoting.pattern import Pattern

_MOST_STEPS: Final = 20_000
"""Places looked at for one quote; an honest one needs fewer than a hundred."""
_SPACES: Final = 2
_MOST_SHOWN: Final = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One run of words at one place, and how it was reached."""

    span: Span
    """In the form."""
    before: Node | None


@dataclass(kw_only=True, slots=True)
class Search:
    """One walk from run to run, counted, that remembers the best reason for having got no further."""

    pattern: Pattern
    gap: Gap
    steps: int = 0
    faults: list[str] = field(default_factory=list)

    def chains(self) -> list[tuple[Span, ...]]:
        """Every way to the last run, the shortest for each place where that stands; empty with `faults` filled."""
        text = self.gap.form.text
        missing = next((run for run in self.pattern.literals if all(words not in text for words in run)), None)
        if missing is not None:
            self.faults = [f"“{shorten(missing[0], _MOST_SHOWN, placeholder='…')}” does not stand in the article"]
            return []
        nodes = [Node(span=span, before=None) for span in self._standing(0, 0, len(text))]
        for run in range(1, len(self.pattern.literals)):
            nodes = self._step(nodes, run)
        return [_spans(node) for node in nodes]

    @property
    def reason(self) -> str:
        """Why there was no way, the one with words to show first."""
        if self.steps > _MOST_STEPS:
            return "its parts stand there too often to try every way"
        said = [fault for fault in self.faults if "“" in fault]
        return next(iter(said or self.faults), "the parts do not stand there in this order, close to each other")

    def _step(self, nodes: list[Node], run: int) -> list[Node]:
        reached: dict[Span, Node] = {}
        if nodes:
            self.faults.clear()
        joint = self.pattern.joints[run - 1]
        for node in nodes:
            end = node.span.end
            for span in self._standing(run, end, end + MOST_LEFT_OUT + _SPACES):
                fault = self.gap.fault(joint, end, span.start)
                if fault:
                    self.faults.append(fault)
                else:
                    reached[span] = Node(span=span, before=node)
        if nodes and not reached and not self.faults and self._stands_later(run, nodes[0].span.end):
            self.faults.append(f"more than {MOST_LEFT_OUT} characters are left out")
        return [reached[span] for span in sorted(reached)]

    def _stands_later(self, run: int, start: int) -> bool:
        return any(self.gap.form.text.find(words, start) >= 0 for words in self.pattern.literals[run])

    def _standing(self, run: int, first: int, last: int) -> Iterator[Span]:
        text = self.gap.form.text
        for words in self.pattern.literals[run]:
            for start in places(text, words, first, min(len(text), last + len(words))):
                self.steps += 1
                if self.steps > _MOST_STEPS:
                    return
                yield Span(start, start + len(words))


def _spans(node: Node) -> tuple[Span, ...]:
    found = [node.span]
    while node.before is not None:
        node = node.before
        found.append(node.span)
    return tuple(reversed(found))
