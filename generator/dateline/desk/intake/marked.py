"""Markdown, with or without front matter, to a raw article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from dateline.desk.intake.decode import decode
from dateline.desk.intake.found import Cut, Note, Raw
from dateline.desk.intake.stated_dates import stated_date
from dateline.desk.intake.tidy import one_line, tidied
from dateline.desk.intake.word_lists import sections
from dateline.model.when import When, WhenError
from dateline.read.front_matter import front_matter
from dateline.read.limits import Limits
from dateline.read.located import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FENCE: Final = re.compile(r"\s{0,3}(```+|~~~+)")
_MARKER: Final = re.compile(r"\s*(?:[-*+>|]|#{1,6}|\d{1,9}[.)])(?:\s|$)|\||\s{4}|\t|\[\^?[^\]]+\]:")
_HARD_BREAK: Final = re.compile(r"(?:\s{2}|\\)$")
_UNDERLINE: Final = re.compile(r"\s*(?:=+|-+)\s*")
_INDENT: Final = re.compile(r"[ \t]*")


def read_markdown(data: bytes) -> Raw:
    """The text with its Markdown, and the values of its front matter as they stand there."""
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    matter = front_matter(text)
    body = markdown_blocks(text[matter.body_offset :])
    if matter.empty or not matter.closed:
        return Raw(blocks=markdown_blocks(text) if not matter.closed else body, is_markdown=True, notes=notes)
    values, findings = parse(matter.yaml, "front matter", limits=Limits())
    if values is None:
        trouble = f"the front matter cannot be read and was cut: line {findings[0].at[1]}: {findings[0].message}"
        cut = (Cut(text=matter.yaml.strip(), why="front matter"),)
        return Raw(blocks=body, is_markdown=True, cut=cut, notes=(*notes, _warning("file", trouble)))
    return _with_values(values, body, notes)


def markdown_blocks(text: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a Markdown text by block; a paragraph is one line, code stays as it is."""
    return tuple(tuple(_joined(block)) for block in _blocks(text.split("\n")))


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    fence = ""
    for line in lines:
        opening = _FENCE.match(line)
        if fence:
            block.append(line.rstrip("\r"))
            fence = "" if opening and line.strip().startswith(fence) else fence
        elif opening:
            fence = opening[1]
            block.append(line.rstrip("\r"))
        elif line.strip():
            block.append(_tidied_line(line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _tidied_line(line: str) -> str:
    indent = _INDENT.match(line)
    # Less than four spaces of indent mean nothing unless they put a line into a list.
    kept = indent.group() if indent and _MARKER.match(line) else ""
    return kept + tidied(line) + ("\\" if _HARD_BREAK.search(line) and not line.endswith("\\") else "")


def _joined(block: list[str]) -> Iterator[str]:
    if _FENCE.match(block[0]):
        yield from block
        return
    paragraph: list[str] = []
    for line in block:
        follows = (
            paragraph and not _MARKER.match(line) and not _MARKER.match(paragraph[0]) and not _UNDERLINE.fullmatch(line)
        )
        if paragraph and not follows:
            yield _one(paragraph)
            paragraph = []
        paragraph.append(line)
        if line.endswith("\\"):
            yield _one(paragraph)
            paragraph = []
    if paragraph:
        yield _one(paragraph)


def _one(paragraph: list[str]) -> str:
    return " ".join(paragraph)


def _with_values(values: Mapping[str, Any], body: tuple[tuple[str, ...], ...], notes: tuple[Note, ...]) -> Raw:
    fields = dict(sections("front_matter_keys"))
    found = {field: _first(values, names) for field, names in fields.items()}
    used = {name for names in fields.values() for name in names}
    others = [f"{key}: {value}" for key, value in values.items() if key.casefold() not in used and value]
    cut = (Cut(text="\n".join(others), why="front matter that dateline has no key for"),) if others else ()
    published, doubt = _published(found["published"], found["language"])
    return Raw(
        blocks=body,
        is_markdown=True,
        title=found["title"],
        authors=_names(values, fields["authors"]),
        published=published,
        language=found["language"],
        place=found["place"],
        agency=found["agency"],
        url=found["url"],
        archived=found["archived"],
        site=found["site"],
        cut=cut,
        notes=(*notes, *doubt),
    )


def _first(values: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    folded = {key.casefold(): value for key, value in values.items()}
    found = next((folded[name] for name in names if folded.get(name)), None)
    while isinstance(found, list | dict) and found:
        found = next(iter(found.values())) if isinstance(found, dict) else found[0]
    return one_line(str(found)) if found else None


def _names(values: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, ...]:
    folded = {key.casefold(): value for key, value in values.items()}
    found: Any = next((folded[name] for name in names if folded.get(name)), [])
    listed = found if isinstance(found, list) else [found]
    shown = (each.get("name") if isinstance(each, dict) else each for each in listed)
    return tuple(one_line(str(each)) for each in shown if each)


def _published(value: str | None, language: str | None) -> tuple[str | None, tuple[Note, ...]]:
    if value is None:
        return None, ()
    try:
        return When.parse(value).text, (Note(kind="found", about="published", text="stated in the front matter"),)
    except WhenError:
        stated = stated_date(value, language)
    if stated is not None and stated.has_year:
        return stated.edtf, (Note(kind="found", about="published", text=f"the front matter says “{value}”"),)
    doubt = f"the front matter says “{value}”, which is no date that can be read for certain"
    return None, (Note(kind="unresolved", about="published", text=doubt),)


def _warning(about: str, text: str) -> Note:
    return Note(kind="warning", about=about, text=text)
