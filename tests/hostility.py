"""Hostile texts to desks that hold each of them in every field of every kind of file."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from dateline.read.text import CONTROL
from dateline.relate.quotes import find_quote
from desks import ROOT, desk_at

STRINGS = ROOT / "tests" / "hostile" / "strings.yaml"
CORPUS = next(
    (path for root in (ROOT.parent, ROOT.parents[1]) if (path := root / "shared/corpora/hostile.jsonl.gz").is_file()),
    None,
)
"""550 naughty strings of others, where somebody has put them beside the repository."""
KEY = 60
"""Characters of a key; YAML wants longer ones written in another way."""
PLAIN = "the tide gauge stood at four metres"
NOT_OF_AN_ADDRESS = re.compile(r'[\s<>"\\^`{|}]')
STARTER = ROOT / "generator/dateline/desk/starter/mkdocs.yml"


def our_strings() -> list[str]:
    """Every string of the list in the tree."""
    return _listed(STRINGS)


def more_strings() -> list[str]:
    """Every string of the list for the night."""
    return _listed(STRINGS.with_name("more_strings.yaml"))


def their_strings() -> list[str]:
    """Every string of the corpus beside the repository."""
    assert CORPUS, "shared/corpora/hostile.jsonl.gz is not there"
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _listed(file: Path) -> list[str]:
    groups = yaml.safe_load(file.read_text("utf-8"))
    return [string for strings in groups.values() for string in strings]


def desk_of(strings: Iterable[str], root: Path) -> Path:
    """A desk that has every string in every field; what refuses one is for a check to say."""
    topics, questions = {}, {}
    for number, string in enumerate(strings):
        name = f"h{number}"
        topics[name] = {"name": string, "scope": string, "aliases": [string], "related": ["h0"] if number else []}
        questions[name] = {"asks": string, "about": [name], "unit": string, "x-note": string}
        _write(root / f"briefs/actors/{name}.yaml", _actor(number, string))
        _write(root / f"briefs/sources/{name}.yaml", _source(string))
        _write(root / f"briefs/2021/{name}/brief.yaml", _brief(number, string))
        _article(root / f"briefs/2021/{name}/article.md", name, string)
    _write(root / "briefs/topics.yaml", topics)
    _write(root / "briefs/questions.yaml", questions)
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs/about.md").write_text("# About\n\nA page written by hand.\n", "utf-8")
    (root / "mkdocs.yml").write_text(STARTER.read_text("utf-8"), "utf-8")
    return root


def buildable(strings: Sequence[str], root: Path) -> tuple[Path, list[str]]:
    """A desk of the strings that no finding refuses in every field, and those that one does."""
    fine = [string for string in strings if string.strip() and not CONTROL.search(string)]
    desk = desk_of(fine, root)
    stopping = [finding for finding in desk_at(desk).findings if finding.severity == "error"]
    assert stopping == [], "a text that a field may hold is no reason to stop a build"
    return desk, [string for string in strings if string not in fine]


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_dumped(data))


def _dumped(data: Any) -> bytes:
    """YAML with every text in quotes: an indicator left bare might mean something."""
    return _bytes(json.dumps(data, ensure_ascii=False, indent=1))


def _bytes(text: str) -> bytes:
    """UTF-8, even of what is not text."""
    return text.encode("utf-8", "surrogatepass")


def _actor(number: int, string: str) -> dict[str, Any]:
    return {
        "name": string,
        "kind": "organisation",
        "aliases": [f"{string} too", {"name": f"the {string}", "language": string, "from": "2001", "to": "2002"}],
        "not": [f"no {string}"],
        "description": string,
        "country": string,
        "roles": [{"title": string, "of": "h0"}],
        "relations": [{"to": "h0", "as": string}] if number else [],
        "links": {"wikidata": string, "x": f"https://ok.example/{string}", string[:KEY]: string},
        "formerly": [f"old-h{number}"],
        "x-note": {string[:KEY]: [string]},
    }


def _source(string: str) -> dict[str, Any]:
    return {
        "name": string,
        "owner": string,
        "country": string,
        "languages": [string],
        "url": address_of(string),
        "state_affiliation": string,
        "reliability": [{"grade": "B", "from": "2001", "basis": string, "by": string}],
        "x-note": string,
    }


def _brief(number: int, string: str) -> dict[str, Any]:
    name = f"h{number}"
    prose = unlinking(string)
    return {
        "title": string,
        "summary": prose,
        "published": "2021-02-01",
        "topics": [name],
        "actors": [{"actor": name, "role": string, "note": string}],
        "authors": [string],
        "reviewers": [f"{string} two"],
        "related": [{"brief": "h0", "why": string}] if number else [],
        "dates": [
            {"when": "2021-01-01~", "what": prose, "who": [{"actor": name, "role": string}], "until_known": string},
            {"when": "2031-01-02", "what": prose, "where": {"name": string, "precision": string}, "status": "planned"},
        ],
        "claims": list(_claims(name, string)),
        "corrections": [{"on": "2021-03-01", "what": string, "why": string, "by": string}],
        "body": prose,
        "x-note": string,
    }


def _claims(name: str, string: str) -> Iterator[dict[str, Any]]:
    found = find_quote(string, _body(string)).start is not None
    for id_, quote in (("plain", PLAIN), ("odd", string if found else PLAIN)):
        said = {
            "quote": quote, "translation": string, "note": string, "page": string, "time": string,
        }  # fmt: skip
        yield {
            "id": id_,
            "says": unlinking(string),
            "by": [name],
            "about": [name],
            "said": "2020",
            "evidence": [{"article": "article", **said}],
            "answers": name,
            "value": {"number": len(string), "unit": string, "bound": "about"},
            "corrections": [{"on": "2021-03-02", "what": string, "why": string, "by": string}],
            "x-note": string,
        }


def _body(string: str) -> str:
    return f"On Tuesday {PLAIN}.\n\n{string}\n\nHe said: {string} and left.\n\n* {string}\n\n> {string}\n\nThe end."


def _article(path: Path, source: str, string: str) -> None:
    head = {
        "title": string,
        "source": source,
        "authors": [string],
        "url": address_of(string),
        "archived": [address_of(f"archive/{string}")],
        "published": "2021-01-02",
        "language": string,
        "place": string,
        "agency": string,
        "rights": "full",
        "licence": string,
        "status": "corrected",
        "status_on": "2021-02-02",
        "status_why": string,
        "x-note": string,
    }
    path.write_bytes(b"---\n" + _dumped(head) + b"\n---\n" + _bytes(_body(string)) + b"\n")


def unlinking(string: str) -> str:
    """A string for a field in which `[[…]]` links: one that leads nowhere is the editor's mistake, and an error."""
    return string.replace("[[", "[ [")


def address_of(string: str) -> str:
    """An address that goes on with as much of a string as an address may hold."""
    return f"https://ok.example/{NOT_OF_AN_ADDRESS.sub('', string)}"
