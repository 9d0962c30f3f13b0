"""Beginnings of lines to the marks of blocks that stand there: quotations, lists, headings, rules, definitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.relate.quoting.form import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINNING: Final = re.compile(r"\n[ \t]*(?=[>#\-*+=_\[\d])")
_FIRST: Final = re.compile(r"[ \t]*(?=[>#\-*+=_\[\d])")
_MARK: Final = re.compile(
    r"""
      (?P<definition> \[ [^\[\]^\n] [^\[\]\n]{0,199} \]:
          [ \t]*+ \S++ [ \t]*+ (?: (?: "[^"\n]*" | '[^'\n]*' ) [ \t]*+ )? )
      (?= \r?\n | \Z )
    | (?P<note> \[\^ [^\]\s]{1,60} \]: [ \t]* )
    | (?P<rule> (?: =+ | -+ | \*{3,} | _{3,} ) [ \t]* ) (?= \r?\n | \Z )
    | (?P<heading> \#{1,6} [ \t]+ )
    | (?P<quoted> (?: > [ \t]? )+ (?: \#{1,6} [ \t]+ )? )? (?P<item> (?: [-*+] | \d{1,9}[.)] ) [ \t]+ )?
    """,
    re.VERBOSE,
)
_BLANK_LINE: Final = re.compile(r"\n[ \t>]*\r?\n")


def line_marks(text: str, *, is_quote: bool = False) -> Iterator[Edit]:
    """The marks at beginnings of lines that a reader does not see as words, each to be left out.

    The number of a list's item is such a mark, a number that a line happens to begin with is not: a list begins
    after a blank line, or with a bullet that no digit follows. Of a quote less is left out: "13. May" is not "12. May".
    """
    listed = -1
    first = _FIRST.match(text)
    for beginning in (*((first,) if first else ()), *_BEGINNING.finditer(text)):
        mark = _MARK.match(text, beginning.end())
        if mark is None or mark.start() == mark.end() or (is_quote and _says_something(text, mark)):
            continue
        if mark["item"] is None:
            yield Edit(*mark.span(), "")
        elif _is_bullet(text, mark) or (not is_quote and _is_in_list(text, beginning.start(), listed)):
            listed = mark.end()
            yield Edit(*mark.span(), "")
        elif mark["quoted"]:
            yield Edit(*mark.span("quoted"), "")


def _says_something(text: str, mark: re.Match[str]) -> bool:
    # "> 5 percent" may be meant as more than five, "[The mayor]: yes" as who speaks.
    return bool(mark["definition"]) or text[mark.end() : mark.end() + 1].isdigit()


def _is_bullet(text: str, mark: re.Match[str]) -> bool:
    return mark["item"][0] in "-*+" and not text[mark.end() : mark.end() + 1].isdigit()


def _is_in_list(text: str, start: int, listed: int) -> bool:
    above = text[text.rfind("\n", 0, start) + 1 : start] if start > 0 else ""
    if not above.strip(" \t\r>"):
        return True
    return listed >= 0 and not _BLANK_LINE.search(text, listed, start)
