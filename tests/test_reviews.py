"""Forty-odd kinds of change, one commit each: every review is as expected, and the way back is its mirror image."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from dateline.commands.schema import COMMAND
from dateline.desk.review.compare import compare
from dateline.desk.review.forms import FORMS
from dateline.desk.review.outcome import Review
from dateline.desk.review.pages import pages_shown
from dateline.desk.review.state import State, state_at
from dateline.desk.review.states import states
from dateline.desk.review.ties import Shown
from dateline.model import maker
from dateline.model.salvage import Draft, Made
from dateline.model.salvage import made as maker_made
from dateline.read import history as git
from dateline.read import reader
from dateline.read.document import read_document
from dateline.read.limits import Bounds
from desks import ROOT, copied
from repositories import Repository, repository

FOLDER = ROOT / "tests" / "reviews"
CHANGES = tuple(sorted(path.stem for path in (FOLDER / "changes").glob("*.patch")))
EXPECTED = {"markdown": "md", "json": "json"}
KINDS = ("briefs", "claims", "dates", "actors", "sources", "articles", "topics", "questions", "support")
TURNED = {"added": "removed", "removed": "added", "more": "less", "less": "more"}
MEANINGLESS = {"brief-moved-to-another-year", "claims-in-another-order", "nothing-but-comments", "prose-wrapped-anew"}


class Both(NamedTuple):
    """A change and the way back."""

    there: Review
    back: Review


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The desk under git, and one branch a change."""
    made = repository(copied(FOLDER / "desk", tmp_path_factory.mktemp("reviews") / "desk"))
    for name in CHANGES:
        made.git("switch", "--quiet", "--create", name, "main")
        made.git("apply", str(FOLDER / "changes" / f"{name}.patch"))
        made.commit(name)
    made.git("switch", "--quiet", "main")
    return made


@pytest.fixture(scope="module", params=CHANGES)
def name(request: pytest.FixtureRequest) -> str:
    """Of a change."""
    return str(request.param)


@pytest.fixture(scope="module")
def main(changed: Repository) -> State:
    """The desk before any change."""
    return state(changed, "main")


@pytest.fixture(scope="module")
def both(changed: Repository, main: State, name: str) -> Both:
    """The reviews of one change, each way."""
    other = state(changed, name)
    return Both(compare(main, other), compare(other, main))


def state(changed: Repository, name: str) -> State:
    """The desk at a branch."""
    around = git.Repository.around(changed.root)
    return state_at(around, name, around.commit(name), None)


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """What `dateline schema review` prints."""
    printed = CliRunner().invoke(COMMAND, ["review"]).output
    return Draft202012Validator(json.loads(printed))


def data(review: Review) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FORMS["json"](review))
    return found


@pytest.mark.parametrize("form", EXPECTED)
def test_a_change_is_told_as_expected(both: Both, name: str, form: str, golden: bool) -> None:
    """But for the pages that change, which depend on every layout and have a law of their own."""
    path = FOLDER / "expected" / f"{name}.{EXPECTED[form]}"
    made = FORMS[form](replace(both.there, pages=()))
    if golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


def test_the_guide_shows_a_review_as_it_is() -> None:
    shown = (FOLDER / "expected" / "figure-changed.md").read_text("utf-8").partition("\n\n")[2].rstrip()
    assert f"```markdown\n{shown}\n```" in (ROOT / "docs" / "guide" / "review.md").read_text("utf-8")


def test_no_expectation_is_left_over() -> None:
    wanted = {f"{name}.{ending}" for name in CHANGES for ending in EXPECTED.values()}
    assert {path.name for path in (FOLDER / "expected").iterdir()} == wanted


def test_the_way_back_is_the_mirror_image(both: Both) -> None:
    there, back = data(both.there), data(both.back)
    assert mirrored(there) == ordered(back)


def test_the_json_keeps_to_its_schema(both: Both, schema: Draft202012Validator) -> None:
    for review in both:
        assert list(schema.iter_errors(data(review))) == []


def test_the_schema_refuses_what_is_no_review(both: Both, schema: Draft202012Validator) -> None:
    review = data(both.there)
    for key in review:
        assert not schema.is_valid({name: value for name, value in review.items() if name != key})
    assert not schema.is_valid({**review, "more": []})


def test_no_page_that_changes_is_overlooked(both: Both) -> None:
    """Only pages that the change can reach are made and compared; making all of them finds the same."""
    shown = [Shown(*state.desk.shown(drafts=False)) for state in (both.there.before, both.there.after)]
    assert both.there.pages == pages_shown(shown[0], shown[1], None)
    assert {page.path for page in both.back.pages} == {page.path for page in both.there.pages}


def test_only_what_means_nothing_is_called_so(both: Both, name: str) -> None:
    assert both.there.is_empty is (name in MEANINGLESS)


@pytest.mark.parametrize("form", FORMS)
def test_nobody_at_risk_is_named(changed: Repository, main: State, form: str) -> None:
    """Whether the change puts somebody at risk or forgets that they are; what is said of them is not told either."""
    other = state(changed, "actor-at-risk")
    assert "Varga" in (other.desk.corpus.claims["weir-breach#repair-planned"].says)
    for review in (compare(main, other), compare(other, main)):
        told = FORMS[form](review)
        assert "(name withheld)" in told
        assert not re.search("varga|keys", told, re.IGNORECASE)


def mirrored(review: dict[str, Any]) -> dict[str, Any]:
    """What the way back has to say; corrections are owed in one direction only."""
    found = {kind: _turned_kind(review[kind]) for kind in KINDS}
    findings, unread = review["findings"], review["unread"]
    return ordered({
        **found,
        "base": review["head"], "head": review["base"],
        "settings": [_turned(change) for change in review["settings"]],
        "findings": {"new": findings["gone"], "gone": findings["new"]},
        "unread": {"before": unread["after"], "after": unread["before"]},
        "pages": [{**page, "change": TURNED.get(page["change"], "changed")} for page in review["pages"]],
    })  # fmt: skip


def ordered(review: dict[str, Any]) -> dict[str, Any]:
    """A review without what is told in one direction only, its lists in an order that does not depend on it."""
    kept = {key: value for key, value in review.items() if key != "corrections"}
    for kind in KINDS:
        for changed in kept[kind]["changed"]:
            # Which one it is is told as it is after the change.
            for key in [key for key in changed if key not in {"id", "was", "changes", "before", "after"}]:
                del changed[key]
        kept[kind] = {way: sorted(things, key=_by_id) for way, things in kept[kind].items()}
    return {**kept, "pages": [{key: page[key] for key in ("path", "change")} for page in kept["pages"]]}


def _by_id(thing: dict[str, Any]) -> str:
    return json.dumps(sorted({str(thing["id"]), str(thing.get("was", thing["id"]))}))


def _turned_kind(found: dict[str, Any]) -> dict[str, Any]:
    return {"added": found["removed"], "removed": found["added"], "changed": [_turned(one) for one in found["changed"]]}


def _turned(thing: dict[str, Any]) -> dict[str, Any]:
    """One change, or one changed thing, the other way round."""
    turned = dict(thing)
    if "was" in thing:
        turned |= {"id": thing["was"], "was": thing["id"]}
    for one, other in (("before", "after"), ("added", "removed")):
        if one in thing:
            turned |= {one: thing[other], other: thing[one]}
    for key in ("changes", "changed"):
        if key in thing:
            turned[key] = [_turned(inner) for inner in thing[key]]
    if "certainty" in thing:
        turned["certainty"] = TURNED.get(thing["certainty"], thing["certainty"])
    if "words" in thing:
        turned["words"] = {"removed": thing["words"]["added"], "added": thing["words"]["removed"]}
    if "difference" in thing:
        turned["difference"] = _turned_pieces(thing["difference"])
    if "passages" in thing:
        turned["passages"] = [_turned_pieces(passage) for passage in thing["passages"]]
    return turned


def _turned_pieces(pieces: list[list[str]]) -> list[list[str]]:
    """Pieces with what came and went exchanged; where words were replaced, the old ones stand first."""
    turned = [[TURNED.get(change, change), words] for change, words in pieces]
    for place in range(len(turned) - 1):
        if [turned[place][0], turned[place + 1][0]] == ["added", "removed"]:
            turned[place], turned[place + 1] = turned[place + 1], turned[place]
    return turned


def test_what_both_states_have_is_read_and_made_once(changed: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a desk is, its review reads each file once for each text that the file has."""
    read, made = Counter[tuple[str, str]](), Counter[str]()

    def reading(text: str, file: str, limits: Bounds) -> reader.Reading:
        read[file, text] += 1
        return read_document(text, file, limits)

    def making(draft: Draft) -> Made:
        made[f"{draft.at.file} {draft.id}"] += 1
        return maker_made(draft)

    monkeypatch.setattr(reader, "read_document", reading)
    monkeypatch.setattr(maker, "made", making)
    before, after = states(changed.root, "main", "claim-reworded", merge_base=False)
    touched = {file for file in after.desk.corpus.documents if is_changed(file, before, after)}
    assert len(touched) == 1
    assert set(read.values()) == {1}
    assert {file for file, _ in read} >= set(before.desk.corpus.documents)
    assert {name for name, times in made.items() if times > 1} == {
        name for name in made if name.partition(" ")[0] in touched
    }


def is_changed(file: str, before: State, after: State) -> bool:
    """Whether a file says something else than it did."""
    one, other = (state.desk.corpus.documents[file] for state in (before, after))
    return one.text != other.text


def test_a_review_is_the_same_as_of_states_that_share_nothing(changed: Repository, main: State, name: str) -> None:
    shared = states(changed.root, "main", name, merge_base=False)
    apart = main, state(changed, name)
    for one, other in zip(shared, apart, strict=True):
        assert one.desk.findings == other.desk.findings
        for part in ("mentions", "verdicts", "sourcing", "contests", "ripple"):
            assert getattr(one.desk.relations, part) == getattr(other.desk.relations, part), part
    assert FORMS["json"](compare(*shared)) == FORMS["json"](compare(*apart))
