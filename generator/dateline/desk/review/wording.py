"""Two wordings to what was taken out and what was put in, word by word; line breaks alone change nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.relate.quoting.difference import Change, Piece, replacements, word_changes

PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*")
BLOCK: Final = re.compile(r"[ \t]*(?:[-*+>|#=~`]|\d{1,9}[.)]|\s{4})")
"""What begins a line that means something as a line: a list, a heading, a quotation, a table, code."""
WIKI_LINK: Final = re.compile(r"\[\[([^\[\]|]+)(?=[\]|])")


def one_line(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


def unwrapped(text: str) -> str:
    """Markdown with the lines of each paragraph joined, so that wrapping it anew changes nothing."""
    return "\n\n".join(_joined(part) for part in PARAGRAPH.split(text.strip())) if "\n" in text else one_line(text)


def _joined(paragraph: str) -> str:
    lines: list[str] = []
    for line in paragraph.split("\n"):
        if lines and not BLOCK.match(line) and not lines[-1].endswith(("  ", "\\")):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(line if line.endswith("  ") else line.rstrip() for line in lines)


def with_new_names(text: str, renamed: Mapping[str, str]) -> str:
    """Prose whose `[[links]]` name things as they are called now."""
    if not renamed or "[[" not in text:
        return text
    return WIKI_LINK.sub(lambda link: f"[[{renamed.get(link[1].strip(), link[1])}", text)


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in order; from B to A it is the same with what was put in and taken out exchanged."""
    if before <= after:
        return _removed_first(word_changes(before, after))
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED, Change.EQUAL: Change.EQUAL}
    return _removed_first(tuple(Piece(turned[piece.change], piece.words) for piece in word_changes(after, before)))


def _removed_first(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Where words were replaced, the old ones stand before the new ones."""
    found: list[Piece] = []
    for piece in pieces:
        if found and (found[-1].change, piece.change) == (Change.ADDED, Change.REMOVED):
            found.insert(-1, piece)
        else:
            found.append(piece)
    return tuple(found)


def paragraphs_changed(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The stretches of paragraphs that differ, each as it was and as it is; the same ones in both directions."""
    old, new = before.split("\n\n"), after.split("\n\n")
    if before <= after:
        return _stretches(old, new)
    return tuple((one, other) for other, one in _stretches(new, old))


def _stretches(old: list[str], new: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple(("\n\n".join(gone), "\n\n".join(come)) for gone, come in replacements(old, new))
