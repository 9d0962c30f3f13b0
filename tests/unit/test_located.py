"""YAML as dateline reads it: plain texts, and every refusal with its place and words."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.findings import Step
from dateline.read.limits import Limits, parse_size
from dateline.read.located import locate, parse

LIMITS = Limits()
QUOTE_IT = "put the text in quotes"

TEXTS: tuple[tuple[str, str, Any], ...] = (
    ("a bare text", "a: b", "b"),
    ("no", "a: no", "no"),
    ("on", "a: on", "on"),
    ("true", "a: true", "true"),
    ("a year", "a: 2021", "2021"),
    ("a day", "a: 2021-09-15", "2021-09-15"),
    ("a time", "a: 12:30", "12:30"),
    ("an octal number", "a: 0o17", "0o17"),
    ("a fraction", "a: 1.50", "1.50"),
    ("infinity", "a: .inf", ".inf"),
    ("a leading equals sign", "a: =", "="),
    ("nothing", "a:", None),
    ("a tilde", "a: ~", None),
    ("null", "a: null", None),
    ("null in quotes", 'a: "null"', "null"),
    ("empty quotes", "a: ''", ""),
    ("a list", "a: [b, 2]", ["b", "2"]),
    ("a bracket closed at the margin", "a: [\n  b\n]", ["b"]),
    ("a mapping", "a: {b: no}", {"b": "no"}),
    ("a folded text", "a: >\n  b\n  c\n", "b c\n"),
    ("a text over two lines", "a: b\n  c", "b c"),
    ("line ends of Windows", "a: |\r\n  b\r\n  c\r\n", "b\nc\n"),
    ("a line separator is no line end", "a: b\u2028c", "b\u2028c"),
    ("a next-line sign is no line end", "a: 'b\x85c'", "b\x85c"),
    ("a zero-width mark within a text", "a: b\ufeffc", "b\ufeffc"),
    ("an escape", 'a: "\\u00e9\\n"', "é\n"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_a_value_is_the_text_it_looks_like(text: str, value: Any) -> None:
    assert parse(text, "f", limits=LIMITS) == ({"a": value}, ())


REFUSED: tuple[tuple[str, str, str], ...] = (
    ("a colon in a text", "a: b: c", "1:5: D101: “: ” stands in a text without quotes; put the text in quotes"),
    (
        "a colon in a text's second line",
        "a: b\n  c: d",
        (
            "2:4: D101: “: ” stands in a text that began further up; "
            "put that text in quotes; or, if this is a key, indent it like the keys beside it"
        ),
    ),
    ("a tab", "a:\n\tb: c", "2:1: D101: a tab stands here; indent with spaces"),
    ("a tab after spaces", "a: |\n \tb", "2:2: D101: a tab stands here; indent with spaces"),
    ("an open double quote", 'a: b\nc: "d\n', "2:4: D101: the quote that opens here is never closed; close it"),
    ("an open single quote", "a: 'b\n", "1:4: D101: the quote that opens here is never closed; close it"),
    (
        "an apostrophe in single quotes",
        "a: 'it's'",
        (
            "1:8: D101: the text goes on after its closing quote; "
            "put the whole text in quotes; in '…' a quote is written '', in \"…\" it is written \\\""
        ),
    ),
    (
        "a line without a key",
        "a: b\nfoo\nc: d",
        "2:1: D101: this line has no key; write “key: value”, or indent it as part of the text above",
    ),
    (
        "no space after the colon",
        "a:b\nc: d",
        "1:2: D101: a “:” without a space after it makes no key; write a space after the “:”",
    ),
    (
        "a line between two columns",
        "a:\n  b: c\n d: e",
        (
            "3:2: D101: this line begins in column 2, where no line it could belong to begins; "
            "indent it like the lines beside it"
        ),
    ),
    (
        "an entry's key under its dash",
        "a:\n  - b: c\n  d: e",
        (
            "3:3: D101: this is neither in an entry of the list that begins in line 2 nor after the list; "
            "indent it like the lines beside it"
        ),
    ),
    (
        "a list after a text",
        "a: b\n- c",
        "2:1: D101: a list entry stands where a key is meant; indent it below the key whose list it is in",
    ),
    (
        "a list in its key's line",
        "a: - b",
        "1:4: D101: a list cannot begin in the line of its key; begin it in the next line, or put a text in quotes",
    ),
    (
        "an open bracket",
        "a: [b, c\nd: e",
        "1:4: D101: this “[” is not closed, or a “,” is missing before line 2; close it with “]”",
    ),
    ("a missing comma", "a: {b: c: d}", "1:9: D101: a “,” or “}” is missing here; write it, or put a text in quotes"),
    (
        "a missing value",
        "a: [b, , c]",
        "1:8: D101: “,” stands where a value is meant; write the value; put a text in quotes",
    ),
    ("a missing key", ": b", "1:1: D101: a key is missing before this “:”; write it, or put a text in quotes"),
    (
        "words after a list",
        "a: [b] c",
        "1:8: D101: something follows a value that has ended; delete it, or put the whole text in quotes",
    ),
    (
        "a backslash in double quotes",
        'a: "C:\\desk"',
        "1:7: D101: “\\d” means nothing here in double quotes; use single quotes, or write \\\\ for a backslash",
    ),
    (
        "words after a block sign",
        "a: |b\n  c",
        "1:5: D101: something follows the “|” or “>” that begins a block of text; begin the text in the next line",
    ),
    ("an at sign", "a: @b", "1:4: D101: a text cannot begin with “@”; put the text in quotes"),
    ("bold words", "a: **b**", "1:4: D101: a text cannot begin with “*”; put the text in quotes"),
    (
        "less indented than the first line",
        " a: b\nc: d",
        "2:1: D101: this stands outside of all that comes before it; indent it like the first key of the file",
    ),
    (
        "a comment that touches a value",
        'a: "b"# c',
        "1:7: D101: a comment begins right after a value; write a space before the “#”",
    ),
    (
        "a quoted text at the margin",
        'a: "b\nc"',
        (
            "2:1: D101: this line belongs to a value that begins in line 1, and is not indented; "
            "indent it by 2 spaces or more"
        ),
    ),
    ("a dash between brackets", "a: [-]", "1:5: D101: a “-” stands alone between brackets; put it in quotes"),
    (
        "a blank line wider than its block",
        "a: |\n   \n  b",
        "2:3: D101: this blank line has more spaces than the text that follows; delete its spaces",
    ),
    ("a key twice", "a: b\nc: d\na: e", "3:1: D103: “a” stands here and in line 1; keep one of them"),
    ("a key twice further in", "a:\n  - {b: c, b: d}", "2:12: D103: “b” stands here and in line 2; keep one of them"),
    (
        "an anchor",
        "a: &b c",
        "1:4: D104: “&b” is a YAML anchor, which dateline does not read; delete it, or put a text in quotes",
    ),
    (
        "an alias",
        "a: *b",
        "1:4: D104: “*b” is a YAML alias, which dateline does not read; write the value out, or put a text in quotes",
    ),
    (
        "a tag",
        "a: !!str b",
        "1:4: D105: a YAML tag, which begins with “!”, stands here; delete it, or put a text in quotes",
    ),
    (
        "a tag that says nothing",
        "a: ! b",
        "1:4: D105: a YAML tag, which begins with “!”, stands here; delete it, or put a text in quotes",
    ),
    ("a tag of nowhere", "a: !b!c d", f"1:4: D105: a text cannot begin with “!”; {QUOTE_IT}"),
    (
        "a list as a key",
        "? [a]\n: b",
        "1:3: D106: a list cannot be a key; write a text before the “:”, in quotes if need be",
    ),
    ("an empty key", "~: b", "1:1: D106: an empty value cannot be a key; write the key's name before the “:”"),
    ("a merge key", "<<: {a: b}", "1:1: D107: “<<” merges nothing here; write the keys out"),
    (
        "a second document",
        "a: b\n---\nc: d",
        "2:1: D108: a second YAML document begins here; give it a file of its own",
    ),
    (
        "a document after an end",
        "a: b\n...\nc: d",
        "3:1: D108: something follows the “...” that ends a YAML document; give it a file of its own",
    ),
    ("a list", "# c\n- a", "2:1: D109: the file is a list, not keys and values; begin with a key, “title: …”"),
    ("a text", "a", "1:1: D109: the file is a text, not keys and values; begin with a key, “title: …”"),
    ("nothing", "", "1:1: D110: the file holds nothing; write its keys or delete the file"),
    ("only a comment", "# a\n", "1:1: D110: the file holds nothing; write its keys or delete the file"),
    ("only a tilde", "~\n", "1:1: D110: the file holds nothing; write its keys or delete the file"),
    (
        "a directive",
        "%YAML 1.2\n---\na: b",
        "1:1: D111: a YAML directive, which begins with “%”, stands here; delete the line",
    ),
    (
        "an unknown directive",
        "%DESK\n---\na: b",
        "1:1: D111: a YAML directive, which begins with “%”, stands here; delete the line",
    ),
    ("a NUL", "a: b\nc: d\x00", "2:5: D122: an invisible control character stands here, U+0000; delete it"),
    (
        "three of them",
        "\x07a: \x1b\x9c",
        "1:1: D122: an invisible control character stands here, U+0007, and 2 more like it below; delete it",
    ),
    (
        "an escaped NUL",
        'a: "\\0"',
        "1:4: D122: an escape in this text stands for an invisible control character, U+0000; delete it",
    ),
    (
        "after line ends of Windows",
        "a: b\r\nc: d: e\r\n",
        "2:5: D101: “: ” stands in a text without quotes; put the text in quotes",
    ),
)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_wrong_is_said_once_with_its_place(text: str, expected: str) -> None:
    data, findings = parse(text, "f", limits=LIMITS)
    assert [_line(finding) for finding in findings] == [expected]
    assert data is None


def _line(finding: Any) -> str:
    tail = f"; {finding.remedy}" if finding.remedy else ""
    return f"{finding.at.line}:{finding.at.column}: {finding.fault.code}: {finding.message}{tail}"


def test_all_that_is_wrong_comes_at_once() -> None:
    text = "a: &b 1\na: 2\nc: *b\nd: !e f\ng: h: i\n"
    _, findings = parse(text, "f", limits=LIMITS)
    assert [_line(finding)[:10] for finding in findings] == [
        "1:4: D104:", "2:1: D103:", "3:4: D104:", "4:4: D105:", "5:5: D101:",
    ]  # fmt: skip


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "- - a: \n   "])
def test_depth_is_refused_and_never_crashes(opening: str) -> None:
    _, findings = parse(opening * 100_000, "f", limits=LIMITS)
    assert {str(finding.fault.code) for finding in findings} & {"D101", "D102"}


def test_the_deepest_allowed_nesting_is_read() -> None:
    lists = LIMITS.nesting - 1
    assert parse(f"a: {'[' * lists}{']' * lists}", "f", limits=LIMITS)[0] is not None
    _, findings = parse(f"a: {'[' * (lists + 1)}{']' * (lists + 1)}", "f", limits=LIMITS)
    assert [_line(finding) for finding in findings] == [
        "1:67: D102: more than 64 lists and mappings stand one in another here; write it flatter"
    ]


RECORD = """\
# a comment
title: A
authors: B
claims:
  - says: C
    evidence: {quote: D}
  -
    says: E
dates: [{when: F}, G]
empty:
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (2, 1)),
        (("title",), False, (2, 8)),
        (("title",), True, (2, 1)),
        (("claims",), False, (5, 3)),
        (("claims", 0), False, (5, 5)),
        (("claims", 0, "says"), False, (5, 11)),
        (("claims", 1, "says"), True, (8, 5)),
        (("dates", 0, "when"), False, (9, 16)),
        (("dates", 1), False, (9, 20)),
        (("empty",), False, (10, 7)),
        (("authors", 0), False, (3, 10)),
        (("claims", 0, "evidence", 0, "quote"), False, (6, 23)),
        (("claims", 1, "by"), False, (8, 5)),
        (("summary",), True, (2, 1)),
        (("title", "further", "in"), False, (2, 8)),
    ],
)
def test_a_path_has_a_line_and_a_column(path: tuple[Step, ...], key: bool, place: tuple[int, int]) -> None:
    assert locate(RECORD, path, key=key) == place


@pytest.mark.parametrize("text", ["", "- [", "a: 'b", "[" * 100_000])
def test_a_broken_text_still_has_a_place(text: str) -> None:
    line, column = locate(text, ("a", 0, "b"))
    assert line >= 1
    assert column >= 1


@pytest.mark.parametrize(
    ("text", "size"),
    [("2 MiB", 2 * 1024**2), ("512KiB", 512 * 1024), ("1 gib", 1024**3), ("4096", 4096), (" 7 B ", 7)],
)
def test_a_size_is_read_as_people_write_it(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "MiB", "2 MB", "-1", "2.5 MiB"])
def test_anything_else_is_not_a_size(text: str) -> None:
    with pytest.raises(ValueError, match="is not a size; write it like 2 MiB"):
        parse_size(text)
