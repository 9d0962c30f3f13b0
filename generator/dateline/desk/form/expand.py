"""A file that says things in short to the edits that say them in full, which is all that a form can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.desk.form.fields import Field
from dateline.desk.intake.scalars import scalar
from dateline.desk.renaming.adding import as_entries
from dateline.desk.renaming.sheet import Edit
from dateline.read.spans import FLOW, Span

BRACKETED: Final = re.compile(r"[,\[\]{}\n]|:$")


def expansions(text: str, mapping: Span, fields: Iterable[Field]) -> Iterator[Edit]:
    """The edits of a mapping, and of all that is in it: one value alone becomes a list, a bare text a mapping."""
    for field in fields:
        if mapping.is_mapping and field.name in mapping.keys:
            value = mapping.keys[field.name][1]
            if not value.is_empty:
                yield from _many(text, value, field) if field.many else _one(text, value, field)


def _many(text: str, value: Span, field: Field) -> Iterator[Edit]:
    if value.is_list:
        for item in value.items:
            yield from () if item.is_empty else _one(text, item, field)
    elif value.text is not None:
        yield Edit(value.start, value.end, f"[{_whole(text, value, field)}]{_break(text, value)}")
    elif value.style == FLOW:
        yield Edit(value.start, value.start, "[")
        yield from _one(text, value, field)
        yield Edit(value.end, value.end, "]")
    else:
        yield from as_entries(text, value, ())
        yield from _one(text, value, field)


def _one(text: str, value: Span, field: Field) -> Iterator[Edit]:
    if value.text is None:
        yield from expansions(text, value, field.fields)
    elif field.short:
        yield Edit(value.start, value.end, f"{_whole(text, value, field)}{_break(text, value)}")


def _whole(text: str, value: Span, field: Field) -> str:
    raw = text[value.start : value.end]
    # A plain text reads between brackets as it does outside, but for the signs that brackets give a meaning.
    keeps = value.style in {"'", '"'} or (value.style == "" and not BRACKETED.search(raw))
    said = raw if keeps else scalar(value.text or "")
    return f"{{{field.short}: {said}}}" if field.short else said


def _break(text: str, value: Span) -> str:
    """A text of lines ends with a line feed, which what follows needs."""
    return "\n" if text[: value.end].endswith("\n") else ""
