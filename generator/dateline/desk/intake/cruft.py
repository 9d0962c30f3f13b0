"""The lines of a page's text to the article's own and the others: comment forms, share bars and their like."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from dateline.desk.intake.found import Cut
from dateline.desk.intake.word_lists import sections

Blocks = tuple[tuple[str, ...], ...]

_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_EDGE_SIGNS: Final = " \t#*_>•·▪■►▶→»›|<«‹-–—+…:.!*|"
_SENTENCE_END: Final = re.compile(r"[.!?…؟۔。！？][\"'’”»)\]]*$")
_INNER_END: Final = re.compile(r"[.!?…؟۔][\"'’”»)]*\s")
_LABELLED: Final = re.compile(r"(?P<label>[^:|»>–—]{2,40}?)\s*(?:[:|»>–—]|\s-\s)\s*(?P<title>\S.{2,200})")
_THREAD: Final = re.compile(
    r"\d+ (?:comments?|responses?|replies|thoughts? on .*|комментари\w*|шарҳ\w*|kommentare?|commentaires?)",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(r".{1,60} (?:says|said|пишет|говорит|sagt|dit)\s?:", re.IGNORECASE)
_WIDEST_FORM_LINE: Final = 80
"""Characters of a line that may belong to a form although no list knows it."""
_WILDCARD: Final = r"\S+(?: \S+){0,9}"


class Kept(NamedTuple):
    """The article's own lines, and the others."""

    blocks: Blocks
    cut: tuple[Cut, ...]
    doubts: tuple[str, ...]
    """What an editor should look at."""


class _Line(NamedTuple):
    block: int
    text: str
    why: str | None
    """What it is taken for; None for the article's own."""
    is_weak: bool
    """Whether it is taken for that only beside other such lines, or at an end of the text."""


def without_cruft(blocks: Blocks) -> Kept:
    """The blocks without comment forms, share bars, "read also", newsletters, advertisements and navigation."""
    lines = [_line(number, text) for number, block in enumerate(blocks) for text in block]
    lines = _without_lonely(_with_titles(lines))
    lines, doubts = _with_tail(lines)
    kept: dict[int, list[str]] = {}
    for each in lines:
        if each.why is None:
            kept.setdefault(each.block, []).append(each.text)
    cut = tuple(Cut(text=each.text, why=each.why) for each in lines if each.why is not None)
    return Kept(tuple(map(tuple, kept.values())), cut, doubts)


def _line(block: int, text: str) -> _Line:
    plain = " ".join(_LINK.sub(r"\1", text).split()).strip(_EDGE_SIGNS).casefold()
    why = next((why for why, pattern in _patterns() if pattern.fullmatch(plain)), None)
    if why is None and _is_share_bar(plain):
        return _Line(block, text, "share bar", is_weak=" " not in plain and plain not in _share_words("verbs"))
    if why is None and _is_labelled(text):
        return _Line(block, text, "read also", is_weak=False)
    return _Line(block, text, why, is_weak=" " not in plain and why in {"comment form", "navigation"})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((why, _pattern(lines)) for why, lines in sections("cruft"))


def _pattern(lines: tuple[str, ...]) -> re.Pattern[str]:
    plain = (line.casefold().strip(_EDGE_SIGNS.replace("*", "")) for line in lines)
    return re.compile("|".join(re.escape(line).replace(r"\*", _WILDCARD) for line in sorted(plain, reverse=True)))


@cache
def _share_words(section: str) -> frozenset[str]:
    return frozenset(word for line in dict(sections("share_words"))[section] for word in line.split())


def _is_share_bar(plain: str) -> bool:
    words = re.sub(r"[\d|/,•·:()&+]+", " ", plain).split()
    verbs, networks = _share_words("verbs"), _share_words("networks")
    if not words or not all(word in verbs or word in networks or word in _share_words("fillers") for word in words):
        return False
    return any(word in networks for word in words) or len(words) == 1 or all(word in verbs for word in words)


def _is_labelled(text: str) -> bool:
    found = _LABELLED.fullmatch(_LINK.sub(r"\1", text).strip(_EDGE_SIGNS))
    labels = dict(_patterns())["read also"]
    if found is None or not labels.fullmatch(found["label"].strip(_EDGE_SIGNS).casefold()):
        return False
    return not _INNER_END.search(found["title"]) and not text.rstrip(" *_").endswith(".")


def _with_titles(lines: list[_Line]) -> list[_Line]:
    """The same, with the headlines that stand right below "read also", in its block, taken for it too."""
    done: list[_Line] = []
    for line in lines:
        above = done[-1] if done else None
        beneath = above is not None and above.block == line.block and above.why == "read also"
        is_title = beneath and line.why is None and not line.text.endswith(".") and not _INNER_END.search(line.text)
        done.append(line._replace(why="read also") if is_title else line)
    return done


def _without_lonely(lines: list[_Line]) -> list[_Line]:
    """The same, with weak lines given back to the article unless others like them stand beside them."""
    sure = [line.why is not None and not line.is_weak for line in lines]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        before = True
        for number in order:
            sure[number] = sure[number] or (lines[number].is_weak and before)
            before = sure[number]
    return [line if certain else line._replace(why=None) for line, certain in zip(lines, sure, strict=True)]


def _with_tail(lines: list[_Line]) -> tuple[list[_Line], tuple[str, ...]]:
    """The same, with what belongs to a form or a thread of comments at the end of the text."""
    start = next((number for number, line in enumerate(lines) if _opens_tail(lines, number)), None)
    if start is None:
        return lines, ()
    is_thread = any(_SPEAKS.fullmatch(line.text) for line in lines[start:])
    tail = [line._replace(why=_tail_reason(line, is_thread)) for line in lines[start:]]
    left = [line.text for line in tail if line.why is None]
    doubt = f"{len(left)} paragraphs below the comment form were kept, the first: “{left[0][:60]}”" if left else ""
    return lines[:start] + tail, (doubt,) if doubt else ()


def _opens_tail(lines: list[_Line], number: int) -> bool:
    line = lines[number]
    opens = (line.why == "comment form" and not line.is_weak) or _THREAD.fullmatch(line.text.strip(_EDGE_SIGNS))
    if not opens:
        return False
    before = sum(len(each.text) for each in lines[:number] if each.why is None)
    return before > sum(len(each.text) for each in lines[number:] if each.why is None)


def _tail_reason(line: _Line, is_thread: bool) -> str | None:
    if line.why is not None or is_thread:
        return line.why or "comments"
    is_field = len(line.text) <= _WIDEST_FORM_LINE and not _SENTENCE_END.search(line.text)
    return "comment form" if is_field else None
