"""The bytes of a file to its text, with a word on every doubt about the encoding."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final, NamedTuple

from dateline.desk.intake.found import IntakeError, Note
from dateline.desk.intake.word_lists import entries

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"(?:charset\s*=\s*[\"']?|<\?xml[^>]{0,80}encoding\s*=\s*[\"'])\s*([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD: Final = 8192
"""Bytes in which a page may say its charset; a browser stops at 1024, saved pages have longer heads."""
_MULTIBYTE: Final = re.compile("[\u0080-\U0010ffff]")
_REPLACED: Final = "\ufffd"
_CONTROLS: Final = re.compile("[\x80-\x84\x86-\x9f]")
_STRAY: Final = 0.2
"""The share of characters off ASCII from which a text with bytes that are not UTF-8 no longer passes for UTF-8."""
# What UTF-8 looks like when it was read as Windows-1252 or Windows-1251 before it was saved.
_MOJIBAKE: Final = re.compile(
    "Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d\u009c“”˜¦\u0099]|(?:Ð[\u0080-¿°-¿]|Ñ[\u0080-\u008f‚ƒ„…†‡ˆ‰Š‹Œ]){2}"
    "|(?:Р[°-їЂ-Џ]|С[Ђ-Џ‚ѓ„…†‡€‰]){3}"
)


class Decoded(NamedTuple):
    """A text and what is to be said about how it was read."""

    text: str
    notes: tuple[Note, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text by byte order mark, as UTF-8, by its declared charset, or by its letters; raises IntakeError.

    `declared` is a charset from outside the file, such as a mail's header.
    """
    _refuse_binary(data)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, codec), ())
    named = declared or _declared(data)
    return _checked(*(_as_utf_8(data, named) or _as_declared(data, named) or _by_letters(data, named)))


def _refuse_binary(data: bytes) -> None:
    if not data.strip():
        raise IntakeError("the file is empty")
    for entry in entries("signatures"):
        signature, _, what = entry.partition(" = ")
        if data.startswith(bytes.fromhex(signature)):
            raise IntakeError(f"this is {what}, not text; save the article as HTML, Markdown or plain text")
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
    if b"\0" in data and not is_wide:
        raise IntakeError("this is not text: it holds NUL bytes; if it is UTF-16, save it with a byte order mark")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii").casefold() if found else None


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as wrong:
        raise IntakeError(f"the byte order mark says {codec}, but byte {wrong.start} is not: {wrong.reason}") from None


def _as_utf_8(data: bytes, named: str | None) -> tuple[str, tuple[Note, ...]] | None:
    if b"\x1b" in data and named is not None and named.startswith("iso-2022"):
        return None
    text = data.decode("utf-8", "replace")
    broken = text.count(_REPLACED) - data.count(_REPLACED.encode())
    if broken == 0:
        return text, _other_than(named, "utf-8") if not text.isascii() else ()
    others = len(_MULTIBYTE.findall(text)) - broken
    if broken > _STRAY * others:
        return None
    at = text.index(_REPLACED)
    around = " ".join(text[max(0, at - 20) : at + 20].split())
    reason = f"{broken} places are not UTF-8 and read as {_REPLACED}, the first in “{around}”; look at the text"
    return text, (_warning(reason),)


def _as_declared(data: bytes, named: str | None) -> tuple[str, tuple[Note, ...]] | None:
    codec = _codec(named) if named else None
    if named is None or codec is None or codec == "utf-8":
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    # Control characters where letters should be: the page is in another charset than it says.
    return None if _CONTROLS.search(text) else (text, (_found(f"read as {named}, as the file says"),))


def _by_letters(data: bytes, named: str | None) -> tuple[str, tuple[Note, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    said = f"the file says {named}, but is not" if named else "the file names no charset and is not UTF-8"
    if best is None:
        raise IntakeError(f"the charset cannot be found: {said}, and its letters fit no other; save it as UTF-8")
    return str(best), (_warning(f"{said}; read as {best.encoding} because its letters fit: look at the text"),)


@cache
def _codec(named: str) -> str | None:
    table = dict(entry.split(" = ") for entry in entries("charsets"))
    try:
        return codecs.lookup(table.get(named, named)).name
    except LookupError:
        return None


def _other_than(named: str | None, read: str) -> tuple[Note, ...]:
    if named is None or _codec(named) == read:
        return ()
    return (Note(kind="conflict", about="file", text=f"the file says {named}, but is {read}; read as {read}"),)


def _checked(text: str, notes: tuple[Note, ...]) -> Decoded:
    garbled = _MOJIBAKE.findall(text)
    if not garbled:
        return Decoded(text, notes)
    reason = (
        f"{len(garbled)} places look as if UTF-8 had been misread before the file was saved, such as “{garbled[0]}”"
    )
    return Decoded(text, (*notes, _warning(reason)))


def _found(text: str) -> Note:
    return Note(kind="found", about="file", text=text)


def _warning(text: str) -> Note:
    return Note(kind="warning", about="file", text=text)
