"""The first lines of an article to its title, authors, date and address, and the lines that are left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dateline.desk.intake.cruft import Blocks
from dateline.desk.intake.found import Cut
from dateline.desk.intake.place_line import is_agency, place_line
from dateline.desk.intake.stated_dates import StatedDate, stated_dates
from dateline.desk.intake.word_lists import sections

_LONGEST_TITLE: Final = 200
_LONGEST_LINE: Final = 120
"""Characters of a line that may be a byline or the line of its date."""
_LONGEST_SOURCE: Final = 6
"""Words of a publisher's name."""
_LINES: Final = 6
"""How many lines below the title are looked at."""
_NO_TITLE_END: Final = re.compile(r"[.;:,،؛。][\"'’”»)\]]*$")
_INNER_STOP: Final = re.compile(r"[^\W\d]{3}[.!?؟。]\s+\S")
_HEADING: Final = re.compile(r"#{1,2}\s+(?P<title>.+?)\s*#*")
_PIECES: Final = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+[–—-]\s+(?=\S*\d)")
_ADDRESS: Final = re.compile(r"<?(https?://[^\s<>]+)>?")
_AUTHORS: Final = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\bва\b|\bو\b)\s*")
_NAME: Final = re.compile(r"[^\W\d_][\w.'’ʼ-]*(?: [^\W\d_][\w.'’ʼ-]*){0,4}")
_WORDS: Final = re.compile(r"[^\W\d_]+")


class Head(NamedTuple):
    """What stood in the first lines."""

    title: str | None
    authors: tuple[str, ...]
    published: StatedDate | None
    agency: str | None
    site: str | None
    url: str | None
    blocks: Blocks
    """The lines left."""
    cut: tuple[Cut, ...]


@dataclass(kw_only=True, slots=True)
class _Reading:
    """What has been read so far; a head is made of it at the end."""

    language: str | None
    authors: list[str] = field(default_factory=list)
    published: StatedDate | None = None
    agency: str | None = None
    site: str | None = None
    url: str | None = None


def head(blocks: Blocks, language: str | None = None, *, title: str | None = None) -> Head:
    """The title, unless it is known already, and the lines about the article below it, as far as they go."""
    lines = [(number, line) for number, block in enumerate(blocks) for line in block]
    reading = _Reading(language=language)
    cut: list[Cut] = []
    if title is None:
        title = _title(lines) if lines else None
        start = 0 if title is None else 1
    else:
        start = 1 if lines and _says(lines[0][1], title) else 0
        cut = [Cut(text=lines[0][1], why="the title again")] * start
    end = start
    while end < min(len(lines), start + _LINES) and (why := _take(lines[end][1], reading)):
        cut.append(Cut(text=lines[end][1], why=why))
        end += 1
    left = [lines[end:][i][1] for i in range(len(lines) - end)] and _regrouped(lines[end:])
    return Head(
        title,
        tuple(reading.authors),
        reading.published,
        reading.agency,
        reading.site,
        reading.url,
        left or (),
        tuple(cut),
    )


def _says(line: str, title: str) -> bool:
    return _WORDS.findall(line.casefold()) == _WORDS.findall(title.casefold())


def _regrouped(lines: list[tuple[int, str]]) -> Blocks:
    grouped: dict[int, list[str]] = {}
    for number, line in lines:
        grouped.setdefault(number, []).append(line)
    return tuple(map(tuple, grouped.values()))


def _title(lines: list[tuple[int, str]]) -> str | None:
    first = lines[0][1]
    heading = _HEADING.fullmatch(first)
    if heading:
        return heading["title"]
    body = sum(len(line) for _, line in lines[1:])
    fits = len(first) <= _LONGEST_TITLE and body > len(first) and len(first.split()) > 1
    is_sentence = _NO_TITLE_END.search(first) or _INNER_STOP.search(first)
    return first if fits and not is_sentence and place_line(first) is None and not _ADDRESS.fullmatch(first) else None


def _take(line: str, reading: _Reading) -> str | None:
    """What a line is, once it was read whole; None for a line of the article."""
    if len(line) > _LONGEST_LINE or _HEADING.fullmatch(line):
        return None
    address = _ADDRESS.fullmatch(line)
    if address:
        reading.url = reading.url or address[1]
        return "address"
    kinds = [_take_piece(piece.strip(" *_"), reading) for piece in _PIECES.split(line) if piece.strip(" *_")]
    return kinds[0] if kinds and all(kinds) else None


def _take_piece(piece: str, reading: _Reading) -> str | None:
    label, rest = _label(piece)
    dates = stated_dates(piece, reading.language)
    if dates and all(word in _date_words() for word in _other_words(piece, dates)):
        if label != "updated":
            reading.published = reading.published or dates[0]
        return "date line"
    if label == "by" and rest and (names := _names(rest)):
        _take_names(names, reading)
        return "byline"
    if label == "source" and rest and len(rest.split()) <= _LONGEST_SOURCE:
        reading.site = reading.site or rest
        reading.agency = reading.agency or (rest if is_agency(rest) else None)
        return "source line"
    return None


def _label(piece: str) -> tuple[str | None, str]:
    for label, starts in sections("head_labels"):
        for start in starts:
            found = re.match(rf"{re.escape(start)}(?:\s*:\s*|\s+)(?=\S)", piece, re.IGNORECASE)
            if found:
                return label, piece[found.end() :].strip()
    return None, piece


def _names(text: str) -> list[str]:
    names = [name.strip() for name in _AUTHORS.split(text) if name.strip()]
    return names if all(_NAME.fullmatch(name) and not name[0].islower() for name in names) else []


def _take_names(names: list[str], reading: _Reading) -> None:
    for name in names:
        if is_agency(name):
            reading.agency = reading.agency or name
        else:
            reading.authors.append(name)


def _other_words(piece: str, dates: tuple[StatedDate, ...]) -> list[str]:
    for date in reversed(dates):
        piece = piece[: date.start] + " " + piece[date.end :]
    return [word.casefold() for word in _WORDS.findall(piece)]


def _date_words() -> frozenset[str]:
    lists = dict(sections("head_labels"))
    return frozenset(
        word for key in ("published", "updated", "beside dates") for line in lists[key] for word in line.split()
    )
