"""The ledger of corrections to an Atom feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from dateline.model.when import When
from dateline.pages.links import CORRECTIONS, CORRECTIONS_FEED, relative, url_of
from dateline.pages.page import Page, Row
from dateline.publish.asset import Asset
from dateline.publish.export import Export

NAMESPACE = "http://www.w3.org/2005/Atom"
LONGEST = 100
EPOCH = "1970-01-01"
FOUR_DIGITS = len(EPOCH)
NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), " ")


def _assets(pages: Iterable[Page]) -> Iterator[Asset]:
    rows = [row for page in pages for row in page.facts.rows.get("corrections", ())]
    yield Asset(CORRECTIONS_FEED, _feed(rows[:LONGEST]))


def _feed(rows: list[Row]) -> bytes:
    feed = ET.Element("feed", xmlns=NAMESPACE)
    _add(feed, "id", "urn:dateline:corrections")
    _add(feed, "title", "Corrections")
    _add(feed, "updated", _moment(rows[0]["on"]) if rows else _moment(EPOCH))
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = "The desk"
    ET.SubElement(feed, "link", rel="alternate", href=_from_feed(url_of(CORRECTIONS)))
    for row in rows:
        _add_entry(feed, row)
    ET.indent(feed)
    made: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _add_entry(feed: ET.Element, row: Row) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", f"urn:dateline:correction:{row['id']}")
    _add(entry, "title", f"{row['kind']}: {row['what']}")
    _add(entry, "updated", _moment(row["on"]))
    ET.SubElement(entry, "link", rel="alternate", href=_from_feed(row["url"]))
    ET.SubElement(entry, "category", term=row["kind"])
    _add(entry, "summary", " ".join(filter(None, (row["what"], row.get("why")))))


def _add(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, tag).text = words.translate(NOT_XML)


def _from_feed(address: str) -> str:
    return relative(CORRECTIONS_FEED, address)


def _moment(on: str) -> str:
    """The last day that a date may mean, as RFC 3339; Atom knows no uncertain dates and no years beyond four digits."""
    when = When.parse(on)
    day = str(when.latest or when.earliest)
    return f"{day if len(day) == FOUR_DIGITS else EPOCH}T00:00:00Z"


EXPORT = Export(name="atom", assets=_assets)
