"""A YAML text to where each of its values and keys begins and ends, so that one can be changed and the rest kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from dateline.findings import Step
from dateline.read.located import events
from dateline.read.text import with_stand_ins, without_stand_ins

FLOW: Final = "flow"
BLOCK: Final = "block"


@dataclass(kw_only=True, slots=True)
class Span:
    """One value of a file, with what is in it."""

    start: int
    """Characters of the text before it, its quotes or brackets included in it."""
    end: int = 0
    """Characters before what follows it; for a list or mapping without brackets, before what follows its last value."""
    style: str = ""
    """How it is written: `flow` within brackets, `block` by indentation; for a text its quote, `|`, `>`, or nothing."""
    text: str | None = None
    """What a text says; None for a list or mapping."""
    items: list[Span] = field(default_factory=list)
    """A list's entries."""
    keys: dict[str, tuple[Span, Span]] = field(default_factory=dict)
    """A mapping's keys, each with its value."""
    is_list: bool = False

    @property
    def is_mapping(self) -> bool:
        """Whether it has keys, or could have."""
        return self.text is None and not self.is_list

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written for it, or a word that means nothing."""
        return self.style == "" and self.text in {"", "~", "null", "Null", "NULL"}

    def find(self, path: tuple[Step, ...]) -> Span | None:
        """The value at a path, or None; what stands alone for a list is its entry, and a text for an entry its key."""
        if not path:
            return self
        step, rest = path[0], path[1:]
        if isinstance(step, int):
            if not self.is_list:
                return self.find(rest)
            return self.items[step].find(rest) if step < len(self.items) else None
        if self.is_mapping:
            return self.keys[step][1].find(rest) if step in self.keys else None
        return self.find(rest) if self.text is not None else None


class _Reader:
    def __init__(self) -> None:
        self.open: list[Span] = []
        self.awaiting: list[Span | None] = []
        """For each open mapping, the key whose value comes next."""
        self.top: Span | None = None

    def take(self, span: Span) -> None:
        if not self.open:
            self.top = self.top or span
        elif (around := self.open[-1]).is_list:
            around.items.append(span)
        elif (key := self.awaiting[-1]) is None:
            self.awaiting[-1] = span
        else:
            around.keys.setdefault(key.text or "", (key, span))
            self.awaiting[-1] = None

    def close(self, end: int) -> None:
        span = self.open.pop()
        self.awaiting.pop()
        last = [*span.items, *(value for _, value in span.keys.values())]
        # Without brackets libyaml says that it ends where the next thing begins, comments and blank lines passed.
        span.end = end if span.style == FLOW or not last else max(inner.end for inner in last)


def spans(text: str) -> Span | None:
    """The first document of a text that is YAML, with line feeds for line ends; None where it holds nothing."""
    reader = _Reader()
    for event in events(with_stand_ins(text)):
        kind = type(event).__name__
        if kind == "DocumentEndEvent":
            break
        if kind == "ScalarEvent":
            reader.take(_scalar(event))
        elif kind in {"SequenceStartEvent", "MappingStartEvent"}:
            is_list = kind == "SequenceStartEvent"
            span = Span(start=event.start_mark.index, style=FLOW if event.flow_style else BLOCK, is_list=is_list)
            reader.take(span)
            reader.open.append(span)
            reader.awaiting.append(None)
        elif kind in {"SequenceEndEvent", "MappingEndEvent"}:
            reader.close(event.end_mark.index)
    return reader.top


def _scalar(event: Any) -> Span:
    return Span(
        start=event.start_mark.index,
        end=event.end_mark.index,
        style=event.style or "",
        text=without_stand_ins(event.value),
    )
