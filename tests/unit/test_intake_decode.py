"""Bytes to text, and a word on every doubt."""

from __future__ import annotations

import pytest

from dateline.desk.intake.decode import decode
from dateline.desk.intake.found import IntakeError
from dateline.desk.intake.mail import read_mail

WORDS = "Żółw i gęś: powódź zalała młyn nad rzeką, a mieszkańcy wrócili dopiero po świętach. " * 8
RUSSIAN = "Паром вышел из порта рано утром, и жители посёлка долго смотрели ему вслед с берега. " * 8


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-32"),
        b'<meta charset="windows-1250">' + WORDS.encode("cp1250"),
        b'<?xml version="1.0" encoding="iso-8859-2"?>' + WORDS.encode("iso-8859-2"),
        b"<meta charset=utf-8>" + WORDS.encode("cp1250"),
    ],
)
def test_same_words_from_every_encoding(data: bytes) -> None:
    assert WORDS in decode(data).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<meta charset=windows-1251>" + RUSSIAN.encode("cp1251"), "read as windows-1251, as the file says"),
        (RUSSIAN.encode("cp1251"), "names no charset and is not UTF-8; read as"),
        (b"<meta charset=utf-8>" + RUSSIAN.encode("cp1251"), "the file says utf-8, but is not; read as"),
        (b"<meta charset=koi8-r>" + RUSSIAN.encode(), "the file says koi8-r, but is utf-8"),
        (RUSSIAN.encode() + b" \xff", "1 places are not UTF-8"),
        (RUSSIAN.encode().decode("cp1251", "ignore").encode(), "misread before the file was saved"),
        ("It’s late".encode().decode("cp1252").encode(), "misread before the file was saved"),
    ],
)
def test_doubts_are_said(data: bytes, said: str) -> None:
    assert any(said in note.text for note in decode(data).notes)


def test_plain_utf_8_needs_no_word() -> None:
    assert decode(RUSSIAN.encode()).notes == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "zip archive"),
        (b"text\0with NUL", "NUL"),
        (b"\xff\xfea", "byte order mark says utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(IntakeError, match=why):
        decode(data)


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_a_mail_is_read_in_the_charset_that_its_header_names(kind: str, charset: str) -> None:
    head = f"Subject: News\r\nMIME-Version: 1.0\r\nContent-Type: text/{kind}; charset={charset}\r\n"
    words = f"<p>{RUSSIAN}</p>" if kind == "html" else RUSSIAN
    raw = read_mail(f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + words.encode(charset))
    assert f"read as {charset}, as the file says" in [note.text for note in raw.notes]
