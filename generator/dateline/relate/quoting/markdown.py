"""A stored text in Markdown to the text a reader sees."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.emphasis import emphasis
from dateline.relate.quoting.form import Edit, Form, Span, rewrite
from dateline.relate.quoting.lines import line_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS: Final = "\\*_[]&`<"
_SIGN: Final = re.compile(r"\*+|_+|[\\\[\]&`<]")
FOOTNOTE: Final = r"\[\^ [^\]\s]{1,60} \]"
TARGET: Final = r"""
    \( (?: <[^<>\n]{0,2000}> | (?: [^\s()<>] | \([^\s()]{0,500}\) ){0,2000} )
        (?: \s{1,9} (?: "[^"\n]{0,500}" | '[^'\n]{0,500}' ) )? \)
"""
"""Where a link leads, after its text in brackets."""
ENTITY: Final = r"& (?: \#\d{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ;"
_MARK: Final = re.compile(
    rf"""
      \\ (?: (?P<escaped> [!-/:-@\[-`{{-~] ) | (?= \r?\n ) )
    | (?P<footnote> {FOOTNOTE} ) (?! : )
    | (?P<open> \[ )
    | \] (?P<target> {TARGET} | \[ [^\[\]\n]{{1,200}} \] )
    | (?P<close> \] )
    | (?P<entity> {ENTITY} )
    | (?P<code> `+ )
    | < (?P<address> (?: https?:// | mailto: ) [^\s<>]{{1,2000}} ) >
    """,
    re.VERBOSE,
)
_DEFINITION: Final = re.compile(r"(?:\A|\n) {0,3}\[[^\[\]^][^\[\]\n]{0,199}\]:[^\S\n]*\S")


def is_marked(text: str) -> bool:
    """Whether a text may have marks that its reader does not see."""
    return any(sign in text for sign in _SIGNS) or next(line_marks(text), None) is not None


def has_definitions(text: str) -> bool:
    """Whether a link of a text may name an address that is defined in a line of its own."""
    return "]:" in text and _DEFINITION.search(text) is not None


def read_form(text: str, *, is_quote: bool = False, refers: bool | None = None) -> Form:
    """What a reader sees of a text in Markdown, with its line breaks.

    `refers` says whether it may refer to definitions; without it those in the text itself are looked for.
    """
    edits = [*line_marks(text, is_quote=is_quote)]
    taken = {edit.start for edit in edits}
    runs: list[Span] = []
    refers = has_definitions(text) if refers is None else refers
    edits += [edit for edit in _inline(text, runs, refers=refers) if edit.start not in taken]
    edits += emphasis(text, [run for run in runs if run.start not in taken])
    return rewrite(text, _in_order(edits), None)


def _inline(text: str, runs: list[Span], *, refers: bool) -> Iterator[Edit]:
    brackets: list[int] = []
    fences: dict[str, int] = {}
    where = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < where:
            continue
        if sign[0][0] in "*_":
            runs.append(Span(*sign.span()))
            continue
        mark = _MARK.match(text, sign.start())
        if mark is None:
            continue
        where = mark.end()
        if mark["open"]:
            brackets.append(mark.start())
        elif mark["code"]:
            yield from _code(mark, fences)
        elif mark["target"] or mark["close"]:
            yield from _link(text, mark, brackets, refers=refers)
        else:
            yield from _single(mark)


def _single(mark: re.Match[str]) -> Iterator[Edit]:
    if mark["entity"]:
        seen = html.unescape(mark["entity"])
        if seen != mark["entity"]:
            yield Edit(*mark.span(), seen)
    elif mark["address"]:
        yield Edit(mark.start(), mark.start() + 1, "")
        yield Edit(mark.end() - 1, mark.end(), "")
    elif mark["escaped"]:
        yield Edit(mark.start(), mark.start() + 1, "")
    else:
        yield Edit(*mark.span(), "")


def _code(mark: re.Match[str], fences: dict[str, int]) -> Iterator[Edit]:
    opened = fences.pop(mark["code"], None)
    if opened is None:
        fences[mark["code"]] = mark.start()
    else:
        yield Edit(opened, opened + len(mark["code"]), "")
        yield Edit(*mark.span(), "")


def _link(text: str, mark: re.Match[str], brackets: list[int], *, refers: bool) -> Iterator[Edit]:
    if not brackets:
        return
    start = brackets.pop()
    if not mark["target"] or (mark["target"][0] == "[" and not refers):
        return
    if start and text[start - 1] == "!":
        yield Edit(start - 1, mark.end(), "")
    else:
        yield Edit(start, start + 1, "")
        yield Edit(*mark.span(), "")


def _in_order(edits: list[Edit]) -> Iterator[Edit]:
    where = 0
    for edit in sorted(edits):
        if edit.start >= where:
            yield edit
            where = edit.end
