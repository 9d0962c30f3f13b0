"""Files to the characters in them that nobody sees, and that make a text read otherwise than it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, Step, warning
from dateline.read.document import Document

FAULT = warning("D124", "hidden-character")
TURNING = "\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of what follows; in source code the trick is called a Trojan source."""
TAGS = "\U000e0000-\U000e007f"
UNSEEN = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
JOINERS = r"(?<=[A-Za-zА-Яа-я])[\u200c\u200d](?=[A-Za-zА-Яа-я])"
"""Persian, the languages of India and emoji need them; between these letters they only hide."""
NO_SPACE = r"\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff])"
"""Thai, Lao, Burmese, Khmer and Japanese break lines at it."""
WRITTEN = re.compile(f"[{TURNING}{TAGS}{UNSEEN}]|{JOINERS}|{NO_SPACE}")
STORED = re.compile(f"[\u202d\u202e{TAGS}]")
"""In the words of an article: copied pages hold many that do no harm, and quotes are found in spite of them."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for document in inquiry.corpus.documents.values():
        if document.text.isascii() and "\\" not in document.text[: document.body_offset]:
            continue
        for path, value in _texts(document.data, ()):
            if found := WRITTEN.search(value):
                key = next((step for step in reversed(path) if isinstance(step, str)), "the file")
                yield _finding(At(document.file, path), f"“{key}”", found[0])
        yield from _in_body(document)


def _in_body(document: Document) -> Iterator[Finding]:
    if found := STORED.search(document.body):
        yield _finding(At(document.file, offset=found.start()), "the text", found[0])


def _finding(at: At, holder: str, sign: str) -> Finding:
    name = unicodedata.name(sign, "a character without a name").lower()
    return FAULT.at(at, f"{holder} holds what nobody sees, U+{ord(sign):04X} ({name})", "delete it")


def _texts(value: Any, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text among plain data, with its path."""
    match value:
        case str() if not value.isascii():
            yield path, value
        case dict():
            for key, below in value.items():
                yield from _texts(below, (*path, key))
        case list():
            for number, below in enumerate(value):
                yield from _texts(below, (*path, number))
        case _:
            pass


RULE = Rule(fault=FAULT, find=_find)
