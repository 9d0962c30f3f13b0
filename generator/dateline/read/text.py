"""A file's bytes to text: UTF-8, line ends as line feeds, nothing invisible."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

from dateline.findings import Fault, Finding, Place
from dateline.read.faults import BYTE_ORDER_MARK, CONTROL_CHARACTER, NOT_UTF_8, PILED_MARKS
from dateline.read.piles import pile_in

# The order matters: UTF-32's mark begins with UTF-16's.
MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
SAVE_AS_UTF_8: Final = "save the file as UTF-8"
# What YAML calls printable, less the noncharacters, plus the byte order mark, which is only invisible.
CONTROL: Final = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")

# YAML 1.1, which libyaml reads, breaks lines at three more characters than 1.2, and refuses a fourth. While it reads,
# noncharacters stand in for them, which `CONTROL` keeps out of every file.
STAND_INS: Final = {0x85: 0xFDD0, 0x2028: 0xFDD1, 0x2029: 0xFDD2, 0xFEFF: 0xFDD3}
STOOD_FOR: Final = {stand_in: meant for meant, stand_in in STAND_INS.items()}


def read_text(data: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    r"""The text of a file's bytes with `\n` for every line end, or None, and what is wrong with them.

    Line ends are made one so that a desk checked out on Windows gives the same pages; lines and columns stay right.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return None, (NOT_UTF_8.at(Place(file, 1, 1), f"the file is {encoding}, not UTF-8", SAVE_AS_UTF_8),)
    marked = data.startswith(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    found = (_byte_order_mark(file),) if marked else ()
    try:
        text = with_line_feeds(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, (*found, _not_utf_8(data, error.start, file))
    refused = (*control_characters(text, file), *_piled_marks(text, file))
    return (None if refused else text), (*found, *refused)


def with_line_feeds(text: str) -> str:
    """Text with each carriage return, alone or before a line feed, made a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def place_of(text: str, offset: int, file: str) -> Place:
    """Line and column of a character of `text`, whose line ends are line feeds."""
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def with_stand_ins(text: str) -> str:
    """Text with nothing that YAML 1.1 reads otherwise than YAML 1.2; as long as before."""
    return text if text.isascii() else text.translate(STAND_INS)


def without_stand_ins(text: str) -> str:
    """What `with_stand_ins` was given."""
    return text if text.isascii() else text.translate(STOOD_FOR)


def control_characters(text: str, file: str) -> Iterator[Finding]:
    """A finding at the first character that neither YAML nor a page can hold, counting the rest; or nothing."""
    first = CONTROL.search(text)
    if not first:
        return
    more = sum(1 for _ in CONTROL.finditer(text, first.end()))
    others = f", and {more} more like it below" if more else ""
    message = f"an invisible control character stands here, U+{ord(first[0]):04X}{others}"
    before = with_line_feeds(text[: first.start()])
    yield CONTROL_CHARACTER.at(place_of(before, len(before), file), message, "delete it")


def escapes(value: str) -> Iterator[tuple[Fault, str, str]]:
    """What is wrong with a text that was written with escapes: the fault, what was seen, what to do."""
    if hidden := CONTROL.search(value):
        message = f"an escape in this text stands for an invisible control character, U+{ord(hidden[0]):04X}"
        yield CONTROL_CHARACTER, message, "delete it"
    elif pile := pile_in(value):
        yield _piled(pile[1])


def _piled_marks(text: str, file: str) -> Iterator[Finding]:
    if pile := pile_in(text):
        fault, message, remedy = _piled(pile[1])
        yield fault.at(place_of(text, pile[0], file), message, remedy)


def _piled(count: int) -> tuple[Fault, str, str]:
    return PILED_MARKS, f"one letter carries {count:,} marks", "delete the marks that no word needs"


def _byte_order_mark(file: str) -> Finding:
    message = "the file begins with a byte order mark"
    return BYTE_ORDER_MARK.at(Place(file, 1, 1), message, "save the file as UTF-8 without one")


def _not_utf_8(data: bytes, start: int, file: str) -> Finding:
    before = with_line_feeds(data[:start].decode("utf-8"))
    message = f"byte 0x{data[start]:02X} is not UTF-8"
    guess = data[start : start + 1].decode("cp1252", "ignore")
    meant = f"; in Windows-1252 it is “{guess}”" if guess else ""
    return NOT_UTF_8.at(place_of(before, len(before), file), message + meant, SAVE_AS_UTF_8)
