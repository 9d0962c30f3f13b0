"""A file's text to a document: plain data that can say in which line it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.findings import At, Finding, Place
from dateline.read.faults import EMPTY_FILE, OPEN_FRONT_MATTER
from dateline.read.front_matter import front_matter
from dateline.read.kept import key_of
from dateline.read.limits import Bounds
from dateline.read.located import locate, parse
from dateline.read.text import place_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file of a desk."""

    file: str
    """Relative to the desk's root, with forward slashes."""
    text: str = field(repr=False)
    r"""The file's text without a byte order mark, every line end a `\n`."""
    data: Mapping[str, Any]
    """Its YAML, for an article its front matter: texts, None for what is empty, lists and dicts."""
    body: str = field(repr=False)
    """The text after an article's front matter; empty for a YAML file."""
    body_offset: int
    """Characters of `text` before the body; all of them for a YAML file."""
    key: bytes
    """A digest of the text: what depends on nothing else of the desk is known as long as it is the same."""

    def place(self, at: At) -> Place:
        """The line and column of a position in this file."""
        if at.offset is not None:
            return place_of(self.text, self.body_offset + at.offset, self.file)
        return Place(self.file, *locate(self.text[: self.body_offset], at.path, key=at.key))


def read_document(text: str, file: str, limits: Bounds) -> tuple[Document | None, tuple[Finding, ...]]:
    """The document of a file's text, or None where it is broken, and what is wrong with it."""
    return _article(text, file, limits) if file.endswith(".md") else _record(text, file, limits)


def _record(text: str, file: str, limits: Bounds) -> tuple[Document | None, tuple[Finding, ...]]:
    data, findings = parse(text, file, limits=limits)
    if data is None:
        return None, findings
    return Document(file=file, text=text, data=data, body="", body_offset=len(text), key=key_of([text])), findings


def _article(text: str, file: str, limits: Bounds) -> tuple[Document | None, tuple[Finding, ...]]:
    head = front_matter(text)
    if not text.strip():
        return None, (
            EMPTY_FILE.at(Place(file, 1, 1), "the file holds nothing", "write the article or delete the file"),
        )
    if not head.closed:
        message = "the front matter that begins here is not closed"
        return None, (OPEN_FRONT_MATTER.at(Place(file, 1, 1), message, "end it with a line “---”"),)
    data, findings = ({}, ()) if head.empty else parse(head.yaml, file, limits=limits)
    if data is None:
        return None, findings
    body, offset = text[head.body_offset :], head.body_offset
    return Document(file=file, text=text, data=data, body=body, body_offset=offset, key=key_of([text])), findings
