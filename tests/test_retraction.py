"""A publisher takes an article back: exactly what rested on it changes, and nothing is built until it is answered."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml

from conftest import Command
from dateline.build import Desk, examine, pages
from dateline.model.settings import Settings

BRIEFS = 300
WORDS = Path(__file__).read_text("utf-8").split()
"""Any words will do, as long as each article has its own."""


class World(NamedTuple):
    """A desk as plain data, which the reference reads, too."""

    claims: dict[str, dict[str, Any]]
    """By `slug#id`: `cites` articles, by bearing, and `on` other claims."""
    dates: dict[str, list[str]]


def world_of(seed: int) -> World:
    """Claims that cite the desk's articles, rest on claims before and after them, and are cited by dates."""
    draw = Random(seed)  # noqa: S311
    slugs = [f"brief-{number:03d}" for number in range(BRIEFS)]
    articles = [f"{slug}/article" for slug in slugs]
    refs = [f"{slug}#{id_}" for slug in slugs for id_ in ("a", "b", "c")]
    claims = {}
    for ref in refs:
        cited = draw.sample(articles, draw.choice((0, 1, 1, 2, 3)))
        bearings = [draw.choice(("supports", "supports", "supports", "context", "contradicts")) for _ in cited]
        others = draw.sample([other for other in refs if other != ref], draw.choice((0, 0, 0, 1)))
        claims[ref] = {"cites": list(zip(cited, bearings, strict=True)), "on": others}
    return World(claims, {f"{slug}#d1": [draw.choice(refs)] for slug in slugs})


def write_desk(root: Path, world: World, status: Mapping[str, str]) -> Path:
    for number in range(BRIEFS):
        slug = f"brief-{number:03d}"
        folder = root / "briefs" / "2021" / slug
        folder.mkdir(parents=True)
        claims = [(ref, claim) for ref, claim in world.claims.items() if ref.startswith(f"{slug}#")]
        brief = {
            "title": f"Brief {number}",
            "claims": [_claim(ref, claim) for ref, claim in claims],
            "dates": [{"id": "d1", "when": "2021-09-01", "what": "A day.", "claims": world.dates[f"{slug}#d1"]}],
        }
        (folder / "brief.yaml").write_text(yaml.safe_dump(brief, sort_keys=False), "utf-8")
        (folder / "article.md").write_text(_article(slug, status.get(f"{slug}/article", "live")), "utf-8")
    return root


def _claim(ref: str, claim: dict[str, Any]) -> dict[str, Any]:
    evidence = [{"article": ref, "quote": quote_of(ref), "as": bearing} for ref, bearing in claim["cites"]]
    links = [{"to": other, "as": "rests-on"} for other in claim["on"]]
    return {"id": ref.partition("#")[2], "says": f"Claim {ref}.", "evidence": evidence, "links": links}


def quote_of(article: str) -> str:
    return f"the gauge of {article.partition('/')[0]} rose"


def _article(slug: str, status: str) -> str:
    draw = Random(slug)  # noqa: S311
    lines = ["---", f"title: {slug}", "published: 2021-09-01", f"status: {status}"]
    lines += ["status_on: 2021-09-10"] if status != "live" else []
    words = " ".join(word for word in draw.sample(WORDS, 80) if word.isalpha())
    return "\n".join([*lines, "---", f"That day the gauge of {slug} rose. {words}.", ""])


def affected(world: World, gone: str) -> tuple[set[str], set[str], set[str]]:
    """The reference: claims, dates and briefs that rest on an article, each article being an origin of its own."""
    claims = {ref for ref, claim in world.claims.items() if changes(claim, gone)}
    while more := {ref for ref, claim in world.claims.items() if claims & {*claim["on"]}} - claims:
        claims |= more
    dates = {date for date, refs in world.dates.items() if claims & {*refs}}
    return claims, dates, {ref.partition("#")[0] for ref in claims | dates}


def changes(claim: dict[str, Any], gone: str) -> bool:
    """Less support: one origin fewer; or no longer contested, where it alone spoke against what is supported."""
    bearings: dict[str, str] = dict(claim["cites"])
    against = [ref for ref, bearing in bearings.items() if bearing == "contradicts"]
    return bearings.get(gone) == "supports" or ("supports" in bearings.values() and against == [gone])


def desk_of(root: Path) -> Desk:
    return examine(root, Settings())


@pytest.fixture(scope="module")
def world() -> World:
    return world_of(seed=7)


@pytest.fixture(scope="module")
def whole(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_desk(tmp_path_factory.mktemp("whole"), world, {})


def most_cited(world: World) -> str:
    refs: list[str] = [ref for claim in world.claims.values() for ref, _ in claim["cites"]]
    return max(sorted(set(refs)), key=refs.count)


def test_the_reference_reaches_further_than_what_cites_it(world: World) -> None:
    gone = most_cited(world)
    claims, dates, briefs = affected(world, gone)
    assert len(claims) > sum(changes(claim, gone) for claim in world.claims.values()) > 1
    assert dates
    assert len(briefs) < BRIEFS / 4


@pytest.mark.parametrize("status", ["retracted", "removed"])
def test_a_retraction_reaches_exactly_what_rests_on_it(world: World, tmp_path: Path, status: str) -> None:
    gone = most_cited(world)
    ripple = desk_of(write_desk(tmp_path / "desk", world, {gone: status})).relations.ripple
    assert ({*ripple.claims}, {*ripple.events}, {*ripple.briefs}) == affected(world, gone)
    assert {cause for causes in ripple.briefs.values() for cause in causes} == {gone}


def test_two_retractions_each_reach_their_own(world: World, tmp_path: Path) -> None:
    first, second = "brief-010/article", "brief-200/article"
    ripple = desk_of(write_desk(tmp_path / "desk", world, {first: "retracted", second: "removed"})).relations.ripple
    reached = {
        gone: {ref for ref, shaken in ripple.claims.items() if gone in shaken.causes} for gone in (first, second)
    }
    assert {first: affected(world, first)[0], second: affected(world, second)[0]} == reached


def test_only_their_pages_change(world: World, whole: Path, tmp_path: Path) -> None:
    gone = most_cited(world)
    before, after = (_texts(root) for root in (whole, write_desk(tmp_path / "desk", world, {gone: "retracted"})))
    changed = {path.split("/")[1] for path in before if path.startswith("briefs/b") and before[path] != after[path]}
    citing = {ref.partition("#")[0] for ref, claim in world.claims.items() if gone in dict(claim["cites"])}
    told = affected(world, gone)[0]
    # A page also changes where it strikes a passage that never counted, and where the article itself stands.
    assert changed == {ref.partition("#")[0] for ref in told} | citing | {gone.partition("/")[0]}


def _texts(root: Path) -> dict[str, str]:
    return {page.path: page.markdown for page in pages(desk_of(root))}


def test_each_published_brief_has_to_answer(world: World, tmp_path: Path) -> None:
    gone = most_cited(world)
    findings = desk_of(write_desk(tmp_path / "desk", world, {gone: "retracted"})).findings
    asked = {finding.file.split("/")[2] for finding in findings if finding.fault.code == "D708"}
    assert asked == affected(world, gone)[2]


def test_a_desk_without_retractions_has_none_to_answer(whole: Path) -> None:
    assert [finding for finding in desk_of(whole).findings if finding.fault.code == "D708"] == []


BRIEF = """\
title: The river
published: 2021-09-05
claims:
  - {id: rose, says: The river rose., evidence: [{quote: The river rose by two metres}]}
"""
ANSWERS = {
    "a correction of that day": ("{on: 2021-09-10, what: The height is taken back., why: A gauge was broken.}", 0),
    "no change needed": ("{on: 2021-09-11, kind: clarification, what: no change needed, why: Two gauges say it.}", 0),
    "no change, and no reason": ("{on: 2021-09-11, kind: clarification, what: no change needed}", 1),
    "a day too early": ("{on: 2021-09-09, what: The name was wrong., why: A slip.}", 1),
    "a typo": ("{on: 2021-09-11, kind: typo, what: Merte was metre.}", 1),
}


def small_desk(root: Path, answer: str = "") -> Path:
    folder = root / "briefs" / "2021" / "river"
    folder.mkdir(parents=True)
    (folder / "brief.yaml").write_text(BRIEF + (f"corrections: {answer}\n" if answer else ""), "utf-8")
    front = "title: The gauge\npublished: 2021-09-01\nstatus: retracted\nstatus_on: 2021-09-10\n"
    (folder / "article.md").write_text(f"---\n{front}---\nThe river rose by two metres.\n", "utf-8")
    (root / "mkdocs.yml").write_text("site_name: River\nplugins: [dateline]\n", "utf-8")
    (root / "docs").mkdir()
    return root


def test_a_retraction_stops_the_build_and_says_what_is_needed(tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("check", "--desk", small_desk(tmp_path), "--format", "json")
    (found,) = (row for row in json.loads(outcome.out)["findings"] if row["severity"] == "error")
    assert outcome.code == 1
    assert found["code"] == "D708"
    for words in ("river/article", "“rose” (single-origin → unsupported)", "2021-09-10"):
        assert words in found["message"]
    assert "dated 2021-09-10 or later" in found["remedy"]


@pytest.mark.parametrize(("answer", "code"), ANSWERS.values(), ids=ANSWERS)
def test_an_editor_answers(tmp_path: Path, dateline: Command, answer: str, code: int) -> None:
    assert dateline("check", "--desk", small_desk(tmp_path, answer)).code == code


def test_a_draft_needs_no_answer(tmp_path: Path, dateline: Command) -> None:
    root = small_desk(tmp_path)
    brief = root / "briefs" / "2021" / "river" / "brief.yaml"
    brief.write_text(BRIEF + "state: draft\n", "utf-8")
    assert dateline("check", "--desk", root).code == 0
    shutil.rmtree(root)
