"""The demonstration desk has what its page says it has, where the page says so, and as much of it as it promises."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from desks import ROOT

PAGE = (ROOT / "docs" / "demonstration.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([^|]+?) \| (.*\]\(.*) \|$", PAGE, re.MULTILINE))
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")
LISTS = ("briefs", "claims", "dates", "questions", "actors", "sources")
Record = Mapping[str, Any]
Data = Mapping[str, Mapping[str, Record]]


@pytest.fixture(scope="module")
def data(demonstration_site: Path) -> Data:
    lists = {name: json.loads((demonstration_site / f"data/{name}.json").read_text("utf-8")) for name in LISTS}
    return {name: {record["id"]: record for record in records} for name, records in lists.items()}


def record_at(data: Data, path: str, anchor: str) -> Record:
    """The record that an address is about; a page of no record is its own counts."""
    kind, _, name = path.removesuffix("/index.md").partition("/")
    if kind == "briefs" and anchor:
        part, _, id_ = anchor.partition("-")
        return data[f"{part}s"][f"{name}#{id_}"]
    return data[kind][name] if kind in data else {"anchor": anchor}


def links_of(record: Record, *kinds: str) -> list[str]:
    return [link["to"] for link in record.get("links", ()) if link["as"] in kinds]


def tied(record: Record, data: Data, *kinds: str) -> list[str]:
    """Claims tied to one by these kinds of link, from either end."""
    ours = links_of(record, *kinds)
    return ours + [ref for ref, other in data["claims"].items() if record["id"] in links_of(other, *kinds)]


def is_wider(claim: Record, _: Data) -> bool:
    return {item["as"] for item in claim["evidence"]} >= {"supports", "contradicts"}


def is_updated_or_updates(claim: Record, data: Data) -> bool:
    if "answers" in claim and isinstance(claim["answers"], list):
        return any(tied(data["claims"][ref], data, "updates") for ref in claim["answers"])
    return bool(tied(claim, data, "updates"))


def is_no_rival(claim: Record, data: Data) -> bool:
    """Its figure is never compared with the others, or can be true beside them."""
    question = data["questions"].get(claim.get("answers", ""), {})
    return claim["value"]["unit"] == "people killed or injured" or question["compatible"] is not False


def rests_on_the_withdrawn(claim: Record, _: Data) -> bool:
    return claim["status"] == "retracted" and links_of(claim, "rests-on") == ["kabul-strike#imminent-threat"]


def has_copies(claim: Record, _: Data) -> bool:
    return any(len(group["articles"]) > 1 for group in claim["origin_groups"])


def has_one_agency_s_copies(claim: Record, _: Data) -> bool:
    return any(reason["kind"] == "agency" for group in claim["origin_groups"] for reason in group["why"])


def contradicts(claim: Record, data: Data) -> bool:
    return claim["support"] == "contested" and bool(tied(claim, data, "contradicts"))


def is_refuted(record: Record, _: Data) -> bool:
    return record["status"] in {"refuted", "did-not-happen"}


def depends_on_the_clock(date: Record, _: Data) -> bool:
    return "T" in date["when"] or date["when"] == "[2021-08-30,2021-08-31]"


def has_many_spellings(actor: Record, _: Data) -> bool:
    scripts = {"latin" if alias["name"].isascii() else alias["language"] for alias in actor["aliases"]}
    return len(actor["aliases"]) > 3 and len(scripts) > 1


def is_a_gap(page: Record, data: Data) -> bool:
    unread = [actor for actor in data["questions"].values() if not actor["answers"]]
    return page["anchor"] in {"unanswered", "unread", "not-assessed"} and bool(unread)


SHOWS: dict[str, Callable[[Record, Data], bool]] = {
    "A claim wider than its own quote": is_wider,
    "Four answers to one question": lambda question, _: len(question["answers"]) >= 4,
    "One question, several answers": lambda question, _: question["compatible"] is False,
    "A figure revised over days": is_updated_or_updates,
    "Figures that look like rivals and are not": is_no_rival,
    "A first account corrected": is_updated_or_updates,
    "A statement withdrawn, as a chain": is_updated_or_updates,
    "A withdrawal that reaches further": rests_on_the_withdrawn,
    "A changed position": is_updated_or_updates,
    "Several articles, one origin": has_copies,
    "One agency's story in several outlets": has_one_agency_s_copies,
    "A translation that decides": contradicts,
    "Two sides, no winner": contradicts,
    "A claim without a named speaker": lambda claim, _: not claim.get("by"),
    "A common mistake, refuted": is_refuted,
    "A date that depends on the clock": depends_on_the_clock,
    "An uncertain date": lambda date, _: date["earliest"] != date["latest"],
    "An interval, open or not": lambda date, _: "/" in date["when"] or ".." in date["when"],
    "A brief superseded": lambda brief, data: brief["state"] == "superseded" or is_a_successor(brief, data),
    "Names in many spellings and scripts": has_many_spellings,
    "Names that look alike": lambda actor, _: bool(look_alikes(actor["id"])),
    "A source not assessed": lambda source, _: not source.get("reliability"),
    "A question nobody answered": lambda question, _: question["answers"] == [],
    "What the desk does not know": is_a_gap,
}
"""What each place of a row has to have."""


def is_a_successor(brief: Record, data: Data) -> bool:
    return any(data["briefs"][slug]["state"] == "superseded" for slug in brief.get("supersedes", ()))


def look_alikes(actor: str) -> list[str]:
    return re.findall(r"^not:.*", (ROOT / f"briefs/actors/{actor}.yaml").read_text("utf-8"), re.MULTILINE)


def test_every_row_is_looked_up() -> None:
    assert ROWS.keys() == SHOWS.keys()


@pytest.mark.parametrize("row", SHOWS)
def test_the_places_of_a_row_have_it(row: str, data: Data, demonstration_site: Path) -> None:
    places = LINK.findall(ROWS[row])
    assert len(places) >= 2
    for path, anchor in places:
        html = (demonstration_site / path).with_suffix(".html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html
        assert SHOWS[row](record_at(data, path, anchor), data), (row, path, anchor)


def many(data: Data) -> Iterator[tuple[str, int, int]]:
    claims, dates = data["claims"].values(), data["dates"].values()
    yield "briefs", len(data["briefs"]), 12
    yield "articles", sum(len(brief["articles"]) for brief in data["briefs"].values()), 30
    yield "actors", len(data["actors"]), 35
    yield "sources", len(data["sources"]), 15
    yield "kinds of source", len({source["kind"] for source in data["sources"].values()}), 8
    yield "claims", len(claims), 80
    yield "of several origins", sum(claim["support"] == "multi-origin" for claim in claims), 10
    yield "contested", sum(claim["support"] == "contested" for claim in claims), 4
    yield "dates", len(dates), 60
    yield (
        "uncertain",
        sum(date["earliest"] != date["latest"] or date["when"].endswith(("~", "?")) for date in dates),
        10,
    )
    yield "questions", len(data["questions"]), 6


def test_there_is_as_much_as_was_promised(data: Data) -> None:
    assert [(what, found, least) for what, found, least in many(data) if found < least] == []


def test_every_article_is_our_own_summary(data: Data) -> None:
    files = list((ROOT / "briefs").glob("*/*/*.md"))
    assert len(files) >= 30
    assert [file.name for file in files if "\ntext: summary\n" not in file.read_text("utf-8")] == []
    verdicts = {item["verdict"] for claim in data["claims"].values() for item in claim["evidence"]}
    assert verdicts == {"in-summary"}
