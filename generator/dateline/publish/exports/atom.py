"""What is new to Atom feeds: briefs of the desk, of each topic and actor, and the ledger of corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from dateline.model.words.catalogue import ENGLISH, Interface, interface
from dateline.pages.links import CORRECTIONS, CORRECTIONS_FEED, HOME, feed_of, relative, url_of
from dateline.pages.page import Page, Row
from dateline.publish.export import Export, Part, Piece
from dateline.publish.plain_dates import last_day
from dateline.relate.prose import words

NAMESPACE = "http://www.w3.org/2005/Atom"
LONGEST, NEWEST = 100, 20
"""Corrections in their feed; briefs in each of the others."""
LEDGER, SUBJECT, LANGUAGE = "/corrections", "/subject", "/language"
"""Keys of parts that are no brief; no slug begins with a stroke."""
EPOCH = "1970-01-01"
"""For a brief without a day: an entry must say when it changed, and the same in every build."""
NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), " ")


class _Entry(NamedTuple):
    """One entry of a feed."""

    updated: str
    """Day."""
    id: str
    title: str
    url: str
    """From the site's root."""
    summary: str
    term: str = ""
    """Its category."""


class _Feed(NamedTuple):
    """One feed."""

    path: str
    id: str
    title: str
    page: str
    """The path of the page that it is about."""
    entries: Sequence[_Entry]


def _parts(page: Page) -> Iterator[Part]:
    for row in page.facts.rows.get("briefs", ()):
        yield Part("atom", row["id"], json.dumps(_brief(row), ensure_ascii=False))
    for row in page.facts.rows.get("corrections", ()):
        yield Part("atom", LEDGER, json.dumps(_correction(row, interface(page.facts.language)), ensure_ascii=False))
    if page.path == HOME:
        yield Part("atom", LANGUAGE, page.facts.language)
    if page.facts.kind in {"actor", "topic"}:
        about = [page.facts.kind, page.facts.id, page.title, page.path, page.facts.twin["briefs"]]
        yield Part("atom", SUBJECT, json.dumps(about, ensure_ascii=False))


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    words = interface(next((part.text for part in parts if part.key == LANGUAGE), ENGLISH))
    briefs = {part.key: _Entry(*json.loads(part.text)) for part in parts if not part.key.startswith("/")}
    corrections = [_Entry(*json.loads(part.text)) for part in parts if part.key == LEDGER]
    desk = _Feed(feed_of(HOME), "urn:dateline:briefs", words.say("Briefs"), HOME, _newest(briefs.values()))
    title = words.say("Corrections")
    ledger = _Feed(CORRECTIONS_FEED, "urn:dateline:corrections", title, CORRECTIONS, corrections[:LONGEST])
    subjects = [json.loads(part.text) for part in parts if part.key == SUBJECT]
    for feed in (desk, ledger, *_about(subjects, briefs)):
        yield Piece(feed.path, f"{words.code} {feed}", partial(_written, feed, words))


def _about(subjects: Iterable[Sequence[Any]], briefs: Mapping[str, _Entry]) -> Iterator[_Feed]:
    """The feed of each page that names briefs."""
    for kind, id_, title, path, slugs in subjects:
        entries = _newest(briefs[slug] for slug in slugs)
        if entries:
            yield _Feed(feed_of(path), f"urn:dateline:{kind}:{id_}", title, path, entries)


def _newest(entries: Iterable[_Entry]) -> list[_Entry]:
    by_id = sorted(entries, key=lambda entry: entry.id)
    return sorted(by_id, key=lambda entry: entry.updated, reverse=True)[:NEWEST]


def _brief(row: Row) -> _Entry:
    updated = _day(row.get("updated") or row.get("published") or EPOCH)
    summary = words(row.get("summary", ""), lambda target: target)
    return _Entry(updated, f"urn:dateline:brief:{row['id']}", row["title"], row["url"], summary, row["state"])


def _correction(row: Row, words: Interface) -> _Entry:
    summary = " ".join(filter(None, (row["what"], row.get("why"))))
    title = f"{words.say(row['kind'])}: {row['what']}"
    return _Entry(_day(row["on"]), f"urn:dateline:correction:{row['id']}", title, row["url"], summary, row["kind"])


def _day(edtf: str) -> str:
    return last_day(edtf) or EPOCH


def _written(feed: _Feed, words: Interface) -> bytes:
    root = ET.Element("feed", xmlns=NAMESPACE)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((entry.updated for entry in feed.entries), default=EPOCH)))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = words.say("The desk")
    ET.SubElement(root, "link", rel="alternate", href=relative(feed.path, url_of(feed.page)) or "./")
    for entry in feed.entries:
        _add_entry(root, feed, entry)
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _add_entry(root: ET.Element, feed: _Feed, entry: _Entry) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.updated))
    ET.SubElement(element, "link", rel="alternate", href=relative(feed.path, entry.url))
    if entry.term:
        ET.SubElement(element, "category", term=entry.term)
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text.translate(NOT_XML)


def _moment(day: str) -> str:
    """RFC 3339; Atom knows no days without a time."""
    return f"{day}T00:00:00Z"


EXPORT = Export(name="atom", parts=_parts, wholes={"atom": _whole})
