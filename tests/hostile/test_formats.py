"""Hostile text in every form of output is a value of its own place: each file read by a reader of its form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from conftest import Command
from dateline.publish.files import MARK
from dateline.publish.policy import inline_scripts
from desks import files_below
from hostility import CORPUS, buildable, more_strings, our_strings, their_strings
from markup import TITLE, Markup
from wall import removed

NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9_][\w@.-]*(?:/[\w@.-]+)*", re.ASCII)
SPACES = {"{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"}
FORMULA = re.compile(r"[ \u00a0\u200b\ufeff\u3000]*[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
DATA = re.compile(r"(?:dateline\.part|dateline\w+)\((.*)\);\n", re.DOTALL)
EVENT = {
    "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "DTSTAMP", "UID", "STATUS", "TRANSP",
}  # fmt: skip
BIBTEX = re.compile(r"@misc\{[\w-]+,\n(?:  (?:title|author|date|year|abstract) = \{(?:[^\n{}]|\{[^\n]*\})*\},\n)+\}\n")
RIS = re.compile(r"(?:(?:TY  - RPRT|(?:ID|TI|AU|PY|DA|AB)  - [^\r\n\x85\u2028\u2029]*)\r\n)+ER  - \r\n")
LOADS = {"script", "link", "img", "iframe", "object", "embed", "source", "video", "audio", "use", "image", "base"}
OTHER_HOST = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
SAFE = re.compile(r"https?://|mailto:", re.IGNORECASE)
LOST = re.compile(r'<form [^<>]*class="dl-lost".*?</form>', re.DOTALL)
"""The search on the page of an address that has none."""
Faults = Iterator[object]


def html(content: str) -> Faults:
    """Nothing runs, loads or opens, and within the article there is only what an allow-list lets through."""
    for tag, attributes in Markup(content).tags:
        yield from (f"{tag} {name}" for name in attributes if name.startswith("on") or name in {"style", "srcdoc"})
        if attributes.get("target") == "_blank" and "noopener" not in (attributes.get("rel") or ""):
            yield f"{tag} without noopener"
    for link in Markup(content).links:
        if OTHER_HOST.match(link.target) and (link.tag in LOADS or not SAFE.match(link.target)):
            yield link
    yield from (code for code in inline_scripts(content.encode()) if b"alert" in code)
    _, _, article = TITLE.sub("", content).partition("<article")
    yield from removed(LOST.sub("", article.rpartition("</article>")[0].partition(">")[2]))


def data(content: str) -> Faults:
    json.loads(content, object_pairs_hook=_once, parse_constant=_no_constant)
    return iter(())


def linked_data(content: str) -> Faults:
    graph = json.loads(content, object_pairs_hook=_once, parse_constant=_no_constant)
    if graph.keys() != {"@context", "@graph"} or graph["@context"] != "https://schema.org":
        yield graph.keys()
    for node in _nodes(graph["@graph"]):
        yield from (name for name in node if name.startswith("@") and name not in {"@id", "@type"})
        if not re.match(r"(?:\.\./)*[\w/-]*index\.html(?:#[\w-]+)?$|urn:dateline:", node.get("@id", "urn:dateline:")):
            yield node["@id"]
        for address in (node.get("url", "https://"), *node.get("sameAs", ())):
            if not address.lower().startswith(("https://", "http://")):
                yield address


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    match value:
        case dict():
            yield value
            for each in value.values():
                yield from _nodes(each)
        case list():
            for each in value:
                yield from _nodes(each)
        case _:
            pass


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), "a key stands there twice"
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise AssertionError(name)


def feed(content: str) -> Faults:
    """Elements of the format alone, whose links stay on the site."""
    for element in ET.fromstring(content).iter():  # noqa: S314  # ours
        space = element.tag.partition("}")[0] + "}"
        if space not in SPACES or OTHER_HOST.match(element.get("href", "")):
            yield element.tag, element.attrib


def script(content: str) -> Faults:
    """A call of ours with JSON; nothing in it could end a script element or a line."""
    call = DATA.fullmatch(content)
    if call is None or re.search("[<\u2028\u2029]", content):
        yield content[:200]
    else:
        json.loads(f"[{call[1]}]")


def table(content: str) -> Faults:
    head, *body = csv.reader(io.StringIO(content, newline=""), strict=True)
    for row in body:
        yield from (cell for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell))
        if len(row) != len(head):
            yield row


def calendar(content: str) -> Faults:
    read = Calendar.from_ical(content)
    yield from read.errors
    for component in read.walk():
        yield from component.errors
        if component.name not in {"VCALENDAR", "VEVENT"} or (component.name == "VEVENT" and {*component} - EVENT):
            yield component.name, [*component]


def bibtex(content: str) -> Faults:
    yield from filter(str.strip, BIBTEX.split(content))


def ris(content: str) -> Faults:
    yield from filter(str.strip, RIS.split(content))


FORMS: dict[str, Callable[[str], Faults]] = {
    ".html": html, ".json": data, ".jsonld": linked_data, ".xml": feed, ".csv": table, ".ics": calendar,
    ".bib": bibtex, ".ris": ris,
}  # fmt: skip
WRITTEN_BY_US = re.compile(r"dateline/(?:search/[^/]+|previews/[^/]+|visits/[^/]+)\.js")


def reader(path: str) -> Callable[[str], Faults] | None:
    if WRITTEN_BY_US.fullmatch(path) and path != "dateline/search/boot.js":
        return script
    return FORMS.get(Path(path).suffix) if not path.startswith("assets/") else None


def faults(files: dict[str, bytes]) -> Iterator[str]:
    for path, content in files.items():
        if not NAME.fullmatch(path):
            yield f"{path}: its name"
        if read := reader(path):
            yield from (f"{path}: {fault}" for fault in read(content.decode()))


ATTACKS = {
    "a.html": "<p onclick=x>", "b.html": "<article><img src=x></article>", "c.html": "<a href='javascript:x'>y</a>",
    "d.html": "<script src='//x'></script>", "e.html": "<a target=_blank href=x>y</a>",
    "a.jsonld": '{"@context":"https://schema.org","@graph":[{"@id":"https://evil.example/"}]}',
    "a.xml": "<x/>", "dateline/search/a1.js": 'dateline.part("a","</script>");\n', "dateline/search/a2.js": "alert(1)",
    "a.csv": "a\n=1\n", "a.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTACH:x\nEND:VEVENT\nEND:VCALENDAR\n",
    "a.bib": "@misc{a,\n  title = {}},\n}\n", "a.ris": "TY  - RPRT\r\nUR  - x\r\nER  - \r\n", "a b.txt": "", "../a": "",
}  # fmt: skip


@pytest.mark.parametrize("path", ATTACKS)
def test_the_readers_see_an_attack(path: str) -> None:
    """Otherwise the tests below would say nothing."""
    assert [*faults({path: ATTACKS[path].encode()})]


def test_no_export_of_our_strings_holds_more_than_values(tmp_path: Path, dateline: Command) -> None:
    desk = buildable(our_strings(), tmp_path / "desk")[0]
    assert dateline("export", "--desk", desk, "--out", tmp_path / "out").code == 0
    files = files_below(tmp_path / "out")
    assert files.pop(MARK)
    assert {Path(path).suffix for path in files} >= {*FORMS} - {".html"}
    assert [*faults(files)] == []


@pytest.mark.nightly
@pytest.mark.parametrize("whose", ["ours", "more", "others"])
def test_no_file_of_a_site_holds_more_than_values(whose: str, tmp_path: Path, dateline: Command) -> None:
    if whose == "others" and CORPUS is None:
        pytest.skip("shared/corpora/hostile.jsonl.gz is not beside the repository")
    strings = {"ours": our_strings, "more": more_strings, "others": their_strings}[whose]()
    desk = buildable(strings, tmp_path)[0]
    assert dateline("build", "--desk", desk).code == 0
    assert [*faults(files_below(desk / "site"))] == []
