"""JSON-LD: words of schema.org where it has them, every name leading somewhere, no date rounded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desks import GOOD, ROOT, SITES, VALID, published_files
from markup import from_markdown, landing

DESKS = (*VALID, ROOT)
every_desk = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: desk.name)
THING = {"name", "alternateName", "description", "sameAs", "url"}
PROPERTIES = {
    "NewsArticle": {
        "headline", "abstract", "datePublished", "dateModified", "author", "about", "hasPart", "citation", "correction",
        "inLanguage", "url",
    },
    "Claim": {"text", "author", "datePublished", "isPartOf"},
    "Event": {"name", "startDate", "endDate", "description", "location", "contributor", "eventStatus"},
    "CorrectionComment": {"text", "datePublished"},
    "Person": THING, "Organization": THING, "Country": THING, "GovernmentOrganization": THING, "Corporation": THING,
    "PoliticalParty": THING, "NewsMediaOrganization": THING, "Place": THING, "Thing": THING,
}  # fmt: skip
"""Types of schema.org and, of their properties (their parents' among them), those that may be used."""


@cache
def files(desk: Path) -> dict[str, bytes]:
    return published_files(desk)


@cache
def graphs(desk: Path) -> dict[str, list[dict[str, Any]]]:
    made = {path: json.loads(text) for path, text in files(desk).items() if path.endswith(".jsonld")}
    assert {graph["@context"] for graph in made.values()} == {"https://schema.org"}
    assert {tuple(graph) for graph in made.values()} == {("@context", "@graph")}
    return {path: graph["@graph"] for path, graph in made.items()}


@cache
def anchors(desk: Path, page: str) -> frozenset[str]:
    return frozenset(from_markdown(files(desk)[page].decode()).ids)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)


@every_desk
def test_only_words_of_schema_org_are_used(desk: Path) -> None:
    for graph in graphs(desk).values():
        for node in nodes(graph):
            if "@type" in node:
                assert {*node} - {"@type", "@id"} <= PROPERTIES[node["@type"]]
            else:
                assert {*node} in ({"@id"}, {"name"})


@every_desk
def test_every_id_is_an_anchor_of_a_page(desk: Path) -> None:
    for path, graph in graphs(desk).items():
        for node in nodes(graph):
            if "@id" not in node or node["@id"].startswith("urn:"):
                continue
            way = landing(path, node["@id"])
            assert way is not None
            assert way[1] in {"", *anchors(desk, way[0].replace("index.html", "index.md"))}


@every_desk
def test_every_brief_actor_and_source_has_one(desk: Path) -> None:
    for name in ("briefs", "actors", "sources"):
        for row in json.loads(files(desk)[f"data/{name}.json"]):
            assert f"{row['url']}index.jsonld" in graphs(desk)


@every_desk
def test_a_brief_has_all_its_claims_dates_and_corrections(desk: Path) -> None:
    counts = {"Claim": "claims", "Event": "dates"}
    for row in json.loads(files(desk)["data/briefs.json"]):
        graph = graphs(desk)[f"{row['url']}index.jsonld"]
        for kind, key in counts.items():
            assert len([node for node in graph if node["@type"] == kind]) == len(row[key])
        corrections = [each for each in json.loads(files(desk)["data/corrections.json"]) if each["brief"] == row["id"]]
        assert len(graph[0].get("correction", [])) == len(corrections)


def test_a_date_is_never_rounded() -> None:
    for row in json.loads(files(SITES / "uncertain-dates")["data/dates.json"]):
        graph = graphs(SITES / "uncertain-dates")[f"{row['url'].partition('#')[0]}index.jsonld"]
        event = next(node for node in graph if node["@id"].endswith(row["url"].partition("#")[2]))
        said = [part for part in (event.get("startDate"), event.get("endDate")) if part]
        assert "/".join(said) in {row["when"], ""}
        assert said or row["when"] in event["description"]


def test_hostile_addresses_are_left_out() -> None:
    listed = [node for graph in graphs(SITES / "hostile-text").values() for node in nodes(graph)]
    addresses = [address for node in listed for address in (node.get("url", ""), *node.get("sameAs", []))]
    assert [address for address in filter(None, addresses) if not address.startswith(("https://", "http://"))] == []


def test_a_person_is_a_person() -> None:
    assert graphs(GOOD)["actors/ola-brandt/index.jsonld"][0]["@type"] == "Person"
