"""Atom: every feed is what RFC 4287 asks for, and names what its page names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desks import GOOD, ROOT, VALID, published_files
from markup import from_markdown, landing

DESKS = (*VALID, ROOT)
every_desk = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.name)
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@cache
def files(desk: Path) -> dict[str, bytes]:
    return published_files(desk)


@cache
def feeds(desk: Path) -> dict[str, ET.Element]:
    return {path: ET.fromstring(text) for path, text in files(desk).items() if path.endswith("feed.xml")}  # noqa: S314  # ours


def text(element: ET.Element, name: str) -> str:
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1, name
    return found[0].text or ""


@every_desk
def test_every_feed_and_entry_has_what_it_must_have(desk: Path) -> None:
    assert {"feed.xml", "corrections/feed.xml"} <= {*feeds(desk)}
    for feed in feeds(desk).values():
        assert feed.tag == f"{ATOM}feed"
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            assert text(part, "id").startswith("urn:dateline:")
            assert text(part, "title")
            assert MOMENT.fullmatch(text(part, "updated"))
        ids = [text(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))


@every_desk
def test_no_two_feeds_have_one_id(desk: Path) -> None:
    ids = [text(feed, "id") for feed in feeds(desk).values()]
    assert len(ids) == len(set(ids))


@every_desk
def test_every_entry_leads_to_a_page(desk: Path) -> None:
    for path, feed in feeds(desk).items():
        for link in feed.iter(f"{ATOM}link"):
            way = landing(path, link.attrib["href"])
            assert way is not None
            assert way[0].replace("index.html", "index.md") in files(desk), link.attrib["href"]


@every_desk
def test_a_feed_is_as_new_as_its_newest_entry_and_begins_with_it(desk: Path) -> None:
    for feed in feeds(desk).values():
        days = [text(entry, "updated") for entry in feed.findall(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert text(feed, "updated") == (days[0] if days else "1970-01-01T00:00:00Z")


def test_an_actor_s_feed_has_its_briefs_and_no_others() -> None:
    entries = feeds(GOOD)["actors/ola-brandt/feed.xml"].findall(f"{ATOM}entry")
    named = {text(entry, "id").rpartition(":")[2] for entry in entries}
    linked = re.findall(rb"\]\(\.\./\.\./briefs/([\w-]+)/index\.md\)", files(GOOD)["actors/ola-brandt/index.md"])
    assert named
    assert named <= {slug.decode() for slug in linked}


@every_desk
def test_every_feed_is_named_on_a_page_and_no_other(desk: Path) -> None:
    pages = {path: from_markdown(text.decode()) for path, text in files(desk).items() if path.endswith(".md")}
    ways = [landing(path, link.target) for path, page in pages.items() for link in page.links]
    assert {way[0] for way in ways if way and way[0].endswith("feed.xml")} == {*feeds(desk)}
