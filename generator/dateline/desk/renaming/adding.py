"""A mapping or list of a YAML text to the edits that add to it or take from it, in the way it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.desk.intake.scalars import scalar
from dateline.desk.renaming.sheet import Edit
from dateline.read.spans import FLOW, Span

OF_LINES: Final = ("|", ">")


class NoPlaceError(Exception):
    """A file is written in a way that leaves no place for a change; the message says which."""


def with_text(text: str, span: Span, new: str) -> Edit:
    """A text replaced by another of the same sort, in the quotes it has."""
    raw = text[span.start : span.end]
    old = span.text or ""
    return Edit(span.start, span.end, raw.replace(old, new, 1) if old and old in raw else new)


def with_key(text: str, mapping: Span, key: str, value: str, *, after: Sequence[str]) -> Edit:
    """A key added to a mapping, below the first of some keys that it has, or else at its beginning."""
    anchor = next((mapping.keys[name][1] for name in after if name in mapping.keys), None)
    if mapping.text is not None:
        if not mapping.is_empty:
            raise NoPlaceError(f"“{key}:” cannot be added to the text “{mapping.text}”")
        return Edit(mapping.start, mapping.end, f"{_gap(text, mapping.start)}{{{key}: {value}}}")
    if mapping.style == FLOW:
        if anchor:
            return Edit(anchor.end, anchor.end, f", {key}: {value}")
        start = mapping.start + 1
        return Edit(start, start, f"{key}: {value}{', ' if mapping.keys else ''}")
    first = next(iter(mapping.keys.values()))[0]
    indent = " " * column(text, first.start)
    if anchor and anchor.text is not None and anchor.style not in OF_LINES:
        end = line_end(text, anchor.end)
        return Edit(end, end, f"\n{indent}{key}: {value}")
    return Edit(first.start, first.start, f"{key}: {value}\n{indent}")


def with_items(text: str, mapping: Span, key: str, items: Sequence[str], *, after: Sequence[str]) -> Iterator[Edit]:
    """Entries, each in YAML as it may stand between brackets, added to the list under a key of a mapping."""
    if key not in mapping.keys:
        yield with_key(text, mapping, key, items[0] if len(items) == 1 else f"[{', '.join(items)}]", after=after)
        return
    found = mapping.keys[key][1]
    if found.is_empty:
        yield Edit(found.start, found.end, f"{_gap(text, found.start)}[{', '.join(items)}]")
    elif found.is_list and found.style == FLOW:
        end = found.items[-1].end if found.items else found.start + 1
        yield Edit(end, end, f"{', ' if found.items else ''}{', '.join(items)}")
    elif found.is_list:
        yield _below(text, found, items)
    elif found.text is not None or found.style == FLOW:
        alone = scalar(found.text) if found.text is not None else text[found.start : found.end]
        yield Edit(found.start, found.end, f"[{', '.join([alone, *items])}]")
    else:
        yield from as_entries(text, found, items)


def with_pairs(
    text: str, mapping: Span, key: str, pairs: Sequence[tuple[str, str]], *, after: Sequence[str]
) -> Iterator[Edit]:
    """A mapping of some pairs under a key that a mapping does not have, or that has nothing under it."""
    if not pairs:
        return
    inner = f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
    if key in mapping.keys:
        found = mapping.keys[key][1]
        yield Edit(found.start, found.end, f"{_gap(text, found.start)}{inner}")
    else:
        yield with_key(text, mapping, key, inner, after=after)


def without_item(text: str, span: Span, index: int) -> Edit:
    """One entry of a list taken out, with its line where it has one."""
    item = span.items[index]
    if span.style == FLOW:
        if index + 1 < len(span.items):
            return Edit(item.start, span.items[index + 1].start, "")
        return Edit(span.items[index - 1].end if index else item.start, item.end, "")
    dash = text.rindex("-", 0, item.start)
    start = text.rfind("\n", 0, dash) + 1
    if text[start:dash].strip():
        raise NoPlaceError(f"an entry cannot be taken out of the line “{text[start : line_end(text, dash)].strip()}”")
    return Edit(start, min(last_line_end(text, item) + 1, len(text)), "")


def column(text: str, offset: int) -> int:
    """Characters before an offset in its line."""
    return offset - text.rfind("\n", 0, offset) - 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line feed."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def last_line_end(text: str, span: Span) -> int:
    """Where the last line of a value ends; a text of lines ends where the next thing begins."""
    if text[: span.end].endswith("\n"):
        return len(text[: span.end].rstrip("\n"))
    return line_end(text, span.end)


def _below(text: str, found: Span, items: Sequence[str]) -> Edit:
    indent = " " * column(text, found.start)
    end = last_line_end(text, found.items[-1])
    return Edit(end, end, "".join(f"\n{indent}- {item}" for item in items))


def as_entries(text: str, found: Span, items: Sequence[str]) -> Iterator[Edit]:
    """A mapping in lines that stands alone where a list is meant becomes its first entry, with more below it."""
    indent = " " * column(text, found.start)
    end = last_line_end(text, found)
    yield Edit(found.start, found.start, "- ")
    at = text.find("\n", found.start, end)
    while at >= 0:
        yield Edit(at + 1, at + 1, "  ")
        at = text.find("\n", at + 1, end)
    yield Edit(end, end, "".join(f"\n{indent}- {item}" for item in items))


def _gap(text: str, offset: int) -> str:
    return "" if text[:offset].endswith((" ", "\n")) else " "
