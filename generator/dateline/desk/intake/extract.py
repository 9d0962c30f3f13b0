"""A saved file to what an article needs, with a report of how each thing was found and what was not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from dateline.desk.intake.acronyms import acronyms
from dateline.desk.intake.credit import closing_credit
from dateline.desk.intake.cruft import without_cruft
from dateline.desk.intake.found import Cut, Extract, IntakeError, Note, Raw
from dateline.desk.intake.head_lines import Head, head
from dateline.desk.intake.images import captioned
from dateline.desk.intake.mail import read_mail
from dateline.desk.intake.marked import read_markdown
from dateline.desk.intake.page import read_page
from dateline.desk.intake.place_line import PlaceLine, place_line
from dateline.desk.intake.plain import read_plain
from dateline.desk.intake.quotations import quotations
from dateline.desk.intake.relative_times import relative_times
from dateline.desk.intake.report import publication, report
from dateline.desk.intake.stated_times import stated_times

if TYPE_CHECKING:
    from collections.abc import Callable

_READERS: Final[dict[str, Callable[..., Raw]]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".mhtml": read_mail,
    ".mht": read_mail,
    ".eml": read_mail,
}
_MAILS: Final = frozenset({".mhtml", ".mht", ".eml"})
_PAGE_SIGNS: Final = (b"<!doctype html", b"<html", b"<?xml")


def extract(data: bytes, name: str, *, today: str | None = None, with_images: bool = False) -> Extract:
    """What was found in a file, read by the kind its name says; raises IntakeError for what cannot be read.

    `today` (ISO 8601) only serves to doubt publication dates that lie ahead of it. Pictures are their captions, unless
    they are asked for.
    """
    raw = _read(data, name, with_images=with_images)
    kept = without_cruft(raw.blocks)
    top = head(kept.blocks, raw.language, title=raw.title)
    paragraphs, credit = closing_credit(_paragraphs(top, is_markdown=raw.is_markdown))
    if not paragraphs:
        raise IntakeError("no text of an article was found in it")
    line = place_line(paragraphs[0], raw.language)
    text = "\n\n".join([line.rest, *paragraphs[1:]] if line else paragraphs)
    body = text if with_images else captioned(text)
    doubts = tuple(Note(kind="warning", about="body", text=doubt) for doubt in kept.doubts)
    cut = (*raw.cut, *top.cut, *_place_cut(line), *kept.cut, *credit.cut)
    published = publication(raw, top, line, today)
    found = Extract(
        title=raw.title or top.title,
        authors=raw.authors or top.authors,
        published=published.edtf,
        language=raw.language,
        place=raw.place or (line.place if line else None),
        agency=raw.agency or (line.agency if line else None) or top.agency or credit.agency,
        url=raw.url or top.url,
        archived=raw.archived,
        site=raw.site or top.site,
        body=body,
        cut=cut,
        notes=(*raw.notes, *published.notes, *doubts),
        acronyms=acronyms(body),
        quotations=quotations(body),
        images=raw.images,
    )
    return report(_with_times(found), raw, top, line)


def _with_times(found: Extract) -> Extract:
    relative = relative_times(found.body, found.published, found.language)
    stated = stated_times(found.body, found.published, found.language, relative)
    return replace(found, relative_times=relative, stated_times=tuple(stated))


def _read(data: bytes, name: str, *, with_images: bool) -> Raw:
    reader = _reader(data, name)
    return reader(data, with_images=with_images) if reader in {read_page, read_mail} else reader(data)


def _reader(data: bytes, name: str) -> Callable[..., Raw]:
    kind = PurePath(name).suffix.casefold()
    is_page = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower().startswith(_PAGE_SIGNS)
    # A page saved under another name is a page all the same.
    return _READERS.get(kind, read_plain) if kind in _MAILS or not is_page else read_page


def _paragraphs(top: Head, *, is_markdown: bool) -> tuple[str, ...]:
    if is_markdown:
        return tuple("\n".join(block) for block in top.blocks)
    return tuple(line for block in top.blocks for line in block)


def _place_cut(line: PlaceLine | None) -> tuple[Cut, ...]:
    return (Cut(text=line.text, why="place line"),) if line else ()
