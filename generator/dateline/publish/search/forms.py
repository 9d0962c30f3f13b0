"""In how many buckets each word form is to which forms there are, and which stems and letters that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.publish.search.inverted import by_unit
from dateline.publish.search.kept import Kept

SHORTEST = 3
"""Letters; a word of four is the shortest that is corrected, and one of them may be too many."""


class Form(NamedTuple):
    """A word form that appeared or went, and its stem."""

    form: str
    stem: str


def counted(kept: Kept, tokens: Counter[str]) -> list[Form]:
    """Count words in more or fewer buckets; returns those that appeared or went."""
    moved = []
    for token, more in tokens.items():
        if not more:
            continue
        form, _, stem = token.partition("\t")
        key = by_unit(form)
        before = next((n for (n,) in kept.all("SELECT count FROM index_form WHERE key = ? AND stem = ?", key, stem)), 0)
        if not before or not before + more:
            moved.append(Form(form, stem))
        letter = form[0] if len(form) >= SHORTEST else ""
        kept.db.execute(
            "INSERT OR REPLACE INTO index_form VALUES (?, ?, ?, ?, ?)", (key, stem, form, letter, before + more)
        )
    kept.db.execute("DELETE FROM index_form WHERE count = 0")
    return moved


def forms_of(kept: Kept, stem: str) -> str:
    """The forms of a stem in order, with a hyphen for the stem itself."""
    found = kept.all("SELECT form FROM index_form WHERE stem = ? ORDER BY key", stem)
    return ",".join(f"-{form.removeprefix(stem)}" if form.startswith(stem) else form for (form,) in found)


def between(kept: Kept, start: bytes, end: bytes | None) -> Iterator[Form]:
    """Forms from one to before another, each with its stems, in order."""
    rows = kept.all("SELECT key, form, stem FROM index_form WHERE key >= ? AND (? IS NULL OR key < ?)", start, end, end)
    found = sorted((key, by_unit(stem), Form(form, stem)) for key, form, stem in rows)
    return (form for _, _, form in found)


def letters(kept: Kept) -> Sequence[str]:
    """The letters that forms begin with, in order."""
    found = kept.all("SELECT DISTINCT letter FROM index_form WHERE letter != ''")
    return sorted((letter for (letter,) in found), key=by_unit)


def spelt(kept: Kept, letter: str) -> str:
    """The forms that begin with a letter, a line each: what a mistyped word is looked up in."""
    rows = kept.all("SELECT DISTINCT key, form FROM index_form WHERE letter = ? ORDER BY key", letter)
    return "\n".join(form for _, form in rows)
