"""What machines read: every list keeps to its schema, and every number of a sourcing statement can be counted in it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dateline.model.when import When
from desks import ROOT, VALID, published_files

DESKS = (*VALID, ROOT)
LISTS = ("actors", "briefs", "claims", "corrections", "dates", "questions", "sources")
NAMED = {
    "briefs": {"id", "title", "url", "state", "actors", "claims", "dates", "articles", "sourcing"},
    "actors": {"id", "name", "kind", "aliases", "url", "briefs", "claims", "dates"},
    "sources": {"id", "name", "kind", "url", "articles"},
    "dates": {"id", "brief", "when", "earliest", "latest", "what", "who", "status"},
    "claims": {"id", "brief", "says", "status", "support", "origins", "origin_groups", "evidence"},
    "questions": {"id", "asks", "answers", "compatible"},
    "corrections": {"id", "brief", "on", "kind", "what"},
}
"""Fields that are always there; `published`, `topics` and `by` are named too, and left out where empty."""
every_desk = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: "demonstration" if desk == ROOT else desk.name)
every_list = pytest.mark.parametrize("name", LISTS)


@cache
def site(desk: Path) -> dict[str, bytes]:
    return published_files(desk)


@cache
def rows(desk: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site(desk)[f"data/{name}.json"])
    return found


@cache
def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site(VALID[0])[f"data/{name}.schema.json"])
    return found


@every_list
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@every_list
def test_a_schema_requires_the_fields_that_are_named(name: str) -> None:
    assert set(schema(name)["items"]["required"]) >= NAMED[name]


@every_list
@every_desk
def test_a_list_keeps_to_its_schema(desk: Path, name: str) -> None:
    faults = [fault.message for fault in Draft202012Validator(schema(name)).iter_errors(rows(desk, name))]
    assert faults == []


@every_list
def test_a_schema_refuses_what_nobody_named(name: str) -> None:
    assert not Draft202012Validator(schema(name)).is_valid([{"id": "a", "colour": "red"}])


@every_list
@every_desk
def test_a_list_is_sorted_by_id(desk: Path, name: str) -> None:
    ids = [row["id"] for row in rows(desk, name)]
    assert ids == sorted(set(ids))


@every_desk
def test_origins_are_as_many_as_their_groups(desk: Path) -> None:
    for claim in rows(desk, "claims"):
        assert claim["origins"] == len(claim["origin_groups"])


# The sourcing statement, counted anew from what is exported.


def articles_of(desk: Path) -> dict[str, dict[str, Any]]:
    """Every article's row, from the twins of the briefs."""
    twins = (json.loads(text) for path, text in site(desk).items() if re.fullmatch(r"briefs/[^/]+/index\.json", path))
    return {article["id"]: article for twin in twins for article in twin.get("articles", [])}


def grade_of(article: dict[str, Any], sources: dict[str, dict[str, Any]]) -> str:
    grades = sources.get(article.get("source", ""), {}).get("reliability", [])
    since = [(str(When.parse(row["from"]).earliest) if "from" in row else "", row["grade"]) for row in grades]
    day = str(When.parse(article["published"]).earliest) if "published" in article else "9999"
    held = [grade for first, grade in sorted(since) if first <= day]
    return held[-1] if held else "not assessed"


TAKEN_BACK = {"retracted", "removed"}


def counted(desk: Path, slug: str) -> dict[str, Any]:
    """The numbers under a brief, by the exported lists alone."""
    claims = [claim for claim in rows(desk, "claims") if claim["brief"] == slug]
    evidence = [item for claim in claims for item in claim["evidence"]]
    every = articles_of(desk)
    named = [every[ref] for ref in dict.fromkeys(item["article"] for item in evidence)]
    cited = [article for article in named if article.get("status") not in TAKEN_BACK]
    standing = [item for item in evidence if item.get("article_status") not in TAKEN_BACK]
    sources = {source["id"]: source for source in rows(desk, "sources")}
    used = {article["source"] for article in cited if "source" in article}
    dates = [When.parse(article["published"]) for article in cited if "published" in article]
    firsts = [when.earliest for when in dates if when.earliest]
    lasts = [when.latest for when in dates if when.latest]
    return {
        "claims": len(claims),
        "articles": len(cited),
        "sources": len(used),
        "quotes": Counter(item["verdict"] for item in standing),
        "withdrawn_articles": len(named) - len(cited),
        "withdrawn_quotes": len(evidence) - len(standing),
        "support": Counter(claim["support"] for claim in claims),
        "kinds": Counter(sources[id_]["kind"] for id_ in used),
        "languages": Counter(article["language"] for article in cited if "language" in article),
        "grades": Counter(grade_of(article, sources) for article in cited),
        "earliest": str(min(firsts)) if firsts else None,
        "latest": str(max(lasts)) if lasts else None,
    }


@every_desk
def test_every_number_under_a_brief_is_a_count(desk: Path) -> None:
    for brief in rows(desk, "briefs"):
        stated = {key: brief["sourcing"][key] for key in counted(desk, brief["id"])}
        assert stated == counted(desk, brief["id"]), brief["id"]


@every_desk
def test_every_cited_article_has_one_origin(desk: Path) -> None:
    for brief in rows(desk, "briefs"):
        stated, groups = brief["sourcing"]["origins"], brief["sourcing"]["origin_groups"]
        evidence = (
            item for claim in rows(desk, "claims") if claim["brief"] == brief["id"] for item in claim["evidence"]
        )
        assert stated == len(groups)
        cited = {item["article"] for item in evidence if item.get("article_status") not in TAKEN_BACK}
        assert sorted(ref for group in groups for ref in group["articles"]) == sorted(cited)


@every_desk
def test_evidence_says_whether_it_counts(desk: Path) -> None:
    found = {"exact", "normalised", "elided", "ambiguous", "in-summary"}
    for claim in rows(desk, "claims"):
        for item in claim["evidence"]:
            stands = item.get("article_status") not in TAKEN_BACK
            assert item["counted"] is (item["verdict"] in found and stands)
        counting = {item["article"] for item in claim["evidence"] if item["counted"] and item["as"] == "supports"}
        assert {ref for group in claim["origin_groups"] for ref in group["articles"]} == counting


def test_a_golden_desk_has_something_that_does_not_count() -> None:
    assert any(brief["sourcing"]["withdrawn_quotes"] for desk in DESKS for brief in rows(desk, "briefs"))


def sentences_with_counts(page: str) -> Iterator[str]:
    """The sentences of the sourcing statement, but for the one about days, whose numbers are dates."""
    section = page.partition('<a id="sourcing"></a>')[2].partition("\n## ")[0]
    statement = section.strip().splitlines()[2:3]
    for line in statement:
        yield from (sentence for sentence in re.split(r"(?<=\.) ", line.strip()) if " dated " not in sentence)


def numbers_in(sentence: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"(?<![\w.])\d[\d,]*\b", sentence)]


@every_desk
def test_the_sentences_say_these_numbers_and_no_others(desk: Path) -> None:
    for brief in rows(desk, "briefs"):
        page = site(desk)[f"{brief['url']}index.md"].decode()
        told = Counter(number for sentence in sentences_with_counts(page) for number in numbers_in(sentence))
        row = brief["sourcing"]
        if not row["articles"]:
            continue
        amounts = [row[key] for key in ("claims", "articles", "sources", "origins")]
        amounts += [row[key] for key in ("withdrawn_articles", "withdrawn_quotes")]
        amounts += [n for key in ("kinds", "languages", "grades", "quotes", "support") for n in row[key].values()]
        assert told == Counter(number for number in amounts if number), brief["id"]
