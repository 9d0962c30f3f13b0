"""YAML to plain data, and a path in it back to line and column: the only door to PyYAML."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import yaml

from dateline.findings import Finding
from dateline.read.complaint import Complaint
from dateline.read.faults import (
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    YAML_ANCHOR,
    YAML_DIRECTIVE,
    YAML_SYNTAX,
    YAML_TAG,
)
from dateline.read.limits import Bounds
from dateline.read.places import Places, Steps
from dateline.read.plain import Mark, Plain
from dateline.read.strict import slips
from dateline.read.syntax import explain
from dateline.read.text import control_characters, escapes, with_line_feeds, with_stand_ins, without_stand_ins

# libyaml is some ten times as fast; the events are the same, only some words of its complaints differ.
LOADER: Final[Any] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
SPECIAL: Final = NULLS | {"-", "<<"}
# Deeper than any limit that settings allow; paths below it would only cost time.
DEEPEST: Final = 500


def parse(text: str, file: str, *, limits: Bounds) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """The mapping that a YAML text holds, or None where anything is wrong with it, and all that is wrong.

    Values are texts, None for what is empty, lists and dicts; numbers, dates and yes or no stay the text they are.
    """
    if found := tuple(control_characters(text, file)):
        return None, found
    reading = _Reading(text, file, limits.nesting)
    reading.run()
    data = reading.plain.document()
    return data, tuple(sorted(reading.plain.findings, key=lambda finding: finding.at))


def locate(text: str, path: Steps, *, key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the value at a path of keys and list positions, or of its last key.

    One value standing alone where a list is meant is at every position of that list; what is missing is where the
    mapping that lacks it begins.
    """
    return _places(text).find(path, key=key)


def events(text: str) -> Iterator[Any]:
    """What libyaml sees in a text, one thing after another; raises yaml.MarkedYAMLError where it is no YAML."""
    parser = LOADER(text)
    try:
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            yield event
    finally:
        parser.dispose()


class _Reading:
    """One pass over a text."""

    def __init__(self, text: str, file: str, nesting: int) -> None:
        self.text = with_stand_ins(with_line_feeds(text))
        self.odd = not text.isascii()
        self.plain = Plain(file, nesting)
        self.documents = 0
        self.flow: list[tuple[Mark, int]] = []
        """The open brackets: where each stands, and the column of what it is in."""
        self.going = True

    def run(self) -> None:
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in events(self.text):
                if handle := take.get(type(event)):
                    handle(event)
                if not self.going:
                    break
        except yaml.MarkedYAMLError as error:
            self._complain(error)

    def _scalar(self, event: Any) -> None:
        value, mark = event.value, event.start_mark
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if event.style:
            for fault, message, remedy in escapes(without_stand_ins(value)) if event.style == '"' else ():
                self.plain.find(fault, mark, message, remedy)
            self._check(mark, event.end_mark, self.plain.level.column)
        elif value in SPECIAL:
            value = self._special(value, mark)
        self.plain.add(without_stand_ins(value) if self.odd and value else value, mark)

    def _special(self, value: str, mark: Mark) -> str | None:
        """What a text without quotes means that is not just itself."""
        if value in NULLS:
            return None
        if value == "-" and self.flow:
            self.plain.find(YAML_SYNTAX, mark, "a “-” stands alone between brackets", "put it in quotes")
        elif value == "<<" and self.plain.level.awaits_key:
            self.plain.find(MERGE_KEY, mark, "“<<” merges nothing here", "write the keys out")
        return value

    def _start(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if event.flow_style:
            self.flow.append((event.start_mark, self.plain.level.column))
        self.going = self.plain.open([] if type(event) is yaml.SequenceStartEvent else {}, event.start_mark)

    def _end(self, event: Any) -> None:
        self.plain.close()
        if self.flow:
            start, column = self.flow.pop()
            self._check(start, event.end_mark, column)

    def _check(self, start: Mark, end: Mark, column: int) -> None:
        if start.line == end.line and not self.text.startswith("#", end.index):
            return
        # Within brackets, the outermost pair is checked for all.
        for slip in slips(self.text, start, end, -1 if self.flow else column):
            self.plain.find(YAML_SYNTAX, slip, slip.message, slip.remedy)

    def _alias(self, event: Any) -> None:
        message = f"“*{event.anchor}” is a YAML alias, which dateline does not read"
        self.plain.find(YAML_ANCHOR, event.start_mark, message, "write the value out, or put a text in quotes")
        self.plain.add(f"*{event.anchor}", event.start_mark)

    def _document(self, event: Any) -> None:
        self.documents += 1
        self.going = self.documents == 1
        if event.version or event.tags:
            message = "a YAML directive, which begins with “%”, stands here"
            self.plain.find(YAML_DIRECTIVE, event.start_mark, message, "delete the line")
        elif self.documents > 1:
            message = "a second YAML document begins here"
            self.plain.find(SEVERAL_DOCUMENTS, event.start_mark, message, "give it a file of its own")

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"“&{event.anchor}” is a YAML anchor, which dateline does not read"
            self.plain.find(YAML_ANCHOR, event.start_mark, message, "delete it, or put a text in quotes")
        if event.tag is not None:
            message = "a YAML tag, which begins with “!”, stands here"
            self.plain.find(YAML_TAG, event.start_mark, message, "delete it, or put a text in quotes")

    def _complain(self, error: yaml.MarkedYAMLError) -> None:
        where = error.problem_mark or error.context_mark
        line, column = (where.line, where.column) if where else (0, 0)
        since = error.context_mark
        complaint = Complaint(
            text=self.text,
            problem=error.problem or "",
            context=error.context or "",
            line=line,
            column=column,
            since=(since.line, since.column) if since else (line, column),
        )
        trouble = explain(complaint)
        # What was refused before, in the same line or in form, is often what libyaml stumbles over.
        if not self.plain.explains(trouble.line):
            self.plain.find(trouble.fault, trouble, trouble.message, trouble.remedy)


@lru_cache(maxsize=16)
def _places(text: str) -> Places:
    """The places in the first document of a text, as far as it can be read."""
    places = Places()
    with contextlib.suppress(yaml.MarkedYAMLError):
        for event in events(with_stand_ins(text)):
            if isinstance(event, yaml.DocumentEndEvent) or places.depth > DEEPEST:
                break
            mark = event.start_mark
            if isinstance(event, yaml.NodeEvent):
                places.add(getattr(event, "value", ""), (mark.line + 1, mark.column + 1))
            if isinstance(event, yaml.CollectionStartEvent):
                places.open(is_list=isinstance(event, yaml.SequenceStartEvent))
            elif isinstance(event, yaml.CollectionEndEvent):
                places.close()
    return places
