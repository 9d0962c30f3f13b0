"""An entry of a list, a date or a figure to its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dateline.desk.review.story import Line, code, line
from dateline.model.claim import Value
from dateline.model.when import When, WhenError
from dateline.model.words.catalogue import ENGLISH, interface
from dateline.pages.parts.figures import value_words

NOTHING: Final = "nothing"


def date_words(text: str) -> str:
    """A date in words with its EDTF, unless that says as much."""
    try:
        words = When.parse(text).words()
    except WhenError:
        return text
    return words if words == text else f"{words} ({text})"


def value_text(value: Any) -> str:
    """A figure in words."""
    return value_words(interface(ENGLISH), Value.model_validate(value)) if value else NOTHING


def plain(value: Any) -> str:
    """Any plain data on one line."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {plain(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(plain, value))
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _evidence(entry: Mapping[str, Any]) -> Line:
    bearing = entry.get("as", "supports")
    words = [f"“{entry['quote']}” "] if entry.get("quote") else []
    notes = ", ".join(([] if bearing == "supports" else [bearing]) + ([entry["how"]] if entry.get("how") else []))
    return line(*words, "in ", code(entry["article"]), f" ({notes})" if notes else "")


def _correction(entry: Mapping[str, Any]) -> Line:
    why = f" Why: {entry['why']}" if entry.get("why") else ""
    return line(f"{entry.get('kind', 'correction')} of {date_words(entry['on'])}: {entry['what']}{why}")


def _answer(entry: Mapping[str, Any]) -> Line:
    said = f", said by {plain(entry['by'])}" if entry.get("by") else ""
    return line(code(entry["claim"]), f" gives {value_text(entry['value'])}" if entry.get("value") else "", said)


def _tie(entry: Mapping[str, Any]) -> Line:
    when = f", {date_words(entry['when'])}" if entry.get("when") else ""
    return line(f"{entry['as']} ", code(entry["to"]), when)


def _alias(entry: Mapping[str, Any]) -> Line:
    notes = ", ".join(f"{entry[key]}" for key in ("use", "language") if entry.get(key))
    return line(entry["name"], f" ({notes})" if notes else "")


def _grade(entry: Mapping[str, Any]) -> Line:
    since = f" since {date_words(entry['from'])}" if entry.get("from") else ""
    return line(f"grade {entry['grade']}{since}", f" ({entry['basis']})" if entry.get("basis") else "")


def _involved(entry: Mapping[str, Any]) -> Line:
    notes = [str(entry[key]) for key in ("role", "note", "why") if entry.get(key)]
    return line(code(entry.get("actor") or entry["brief"]), f" ({', '.join(notes)})" if notes else "")


def _allowance(entry: Mapping[str, Any]) -> Line:
    until = f", until {entry['until']}" if entry.get("until") else ""
    return line(code(entry["code"]), f": {entry['why']}{until}")


ENTRIES: Final[Mapping[str, Callable[[Any], Line]]] = {
    "evidence": _evidence, "corrections": _correction, "answers": _answer, "allow": _allowance, "links": _tie,
    "relations": _tie, "aliases": _alias, "reliability": _grade, "actors": _involved, "who": _involved,
    "related": _involved,
}  # fmt: skip
"""How entries of lists are told; others by their keys."""
