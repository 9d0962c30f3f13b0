"""Cards in small scripts: what is in them, how large they are, and that nothing in them can end a script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.build import examine, pages
from dateline.model.settings import Settings
from dateline.pages.page import Card, Facts, Page
from dateline.publish.asset import Asset
from dateline.publish.exports.previews import EXPORT, LARGEST, shard_key
from desks import ROOT, SITES, VALID, desk_at, write

CALL = re.compile(r"datelinePreviews\((.*)\);\n", re.DOTALL)


def card(number: int, text: str = "Who it is.") -> Card:
    return Card(f"actors/a{number}", "Person", f"Name {number}", text, "1 brief, 0 claims")


def made(cards: list[Card]) -> dict[str, str]:
    facts = Facts(kind="actor", twin={}, cards=tuple(cards))
    return written(EXPORT.assets([Page(path="index.md", title="", markdown="", facts=facts)]))


def written(assets: Iterator[Asset]) -> dict[str, str]:
    return {asset.path.removeprefix("dateline/previews/"): str(asset.content) for asset in assets}


def data(script: str) -> Any:
    call = CALL.fullmatch(script)
    assert call
    return json.loads(call[1])


def test_one_card() -> None:
    assert made([card(1)]) == {
        "index.js": 'datelinePreviews({"shards":1});\n',
        "0.js": 'datelinePreviews({"cards":[\n["actors/a1","Person","Name 1","Who it is.","1 brief, 0 claims"]\n]});\n',
    }


def test_a_desk_without_cards_says_so() -> None:
    assert made([]) == {"index.js": 'datelinePreviews({"shards":0});\n'}


def test_many_cards_are_small_scripts_and_each_is_where_its_key_leads() -> None:
    cards = [card(number, "Чем он занимается. " * 10) for number in range(2_000)]
    scripts = made(cards)
    count = len(scripts) - 1
    assert data(scripts.pop("index.js")) == {"shards": count}
    assert max(len(script.encode()) for script in scripts.values()) <= LARGEST + 100
    places = {
        row[0]: int(name.removesuffix(".js")) for name, script in scripts.items() for row in data(script)["cards"]
    }
    assert places == {one.key: shard_key(one.key) % count for one in cards}


def test_the_hash_is_fnv_1a() -> None:
    assert [shard_key(key) for key in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "\u2028\u2029", "\\u003c\"'\n"])
def test_no_text_ends_the_script_it_is_in(text: str) -> None:
    script = made([card(1, text)])["0.js"]
    assert re.search("[<\u2028\u2029]", script) is None
    assert data(script)["cards"][0][3] == text


@pytest.mark.parametrize("desk", [*VALID, ROOT], ids=lambda path: path.name)
def test_every_actor_brief_and_claim_has_a_card_and_nothing_else_has(desk: Path) -> None:
    corpus = desk_at(desk).corpus
    found = [card.key for page in pages(desk_at(desk), drafts=True) for card in page.facts.cards]
    claims = [f"briefs/{ref.replace('#', '#claim-')}" for ref in corpus.claims]
    assert sorted(found) == sorted(
        [*(f"actors/{id_}" for id_ in corpus.actors), *(f"briefs/{id_}" for id_ in corpus.briefs), *claims]
    )


def test_what_rights_forbid_and_drafts_hide_is_in_no_card() -> None:
    for name in ("rights", "drafts"):
        for script in written(EXPORT.assets(pages(desk_at(SITES / name)))).values():
            assert "CANARY" not in script


SUMMARY = "summary: 'The *[weir](https://weir.example)* of [[ash|the Ash]] broke. It was old. Nobody knew.'"
DESK = {
    "actors/ash.yaml": "name: Ash * River\nkind: place\n",
    "2021/weir/article.md": "---\ntitle: A note\n---\nThe weir broke.\n",
    "2021/weir/brief.yaml": f"title: The weir\nactors: ash\npublished: 2021-09-01\n{SUMMARY}\n"
    "claims:\n  - {id: one, says: The weir broke., by: ash, said: 2021-09, evidence: [{quote: The weir broke.}]}\n",
}


def test_what_cards_say(tmp_path: Path) -> None:
    desk = examine(write(tmp_path / "briefs", DESK).parent, Settings())
    cards = sorted(card for page in pages(desk) for card in page.facts.cards)
    assert [card[1:] for card in cards] == [
        ("Place", "Ash * River", "", "1 brief, 1 claim"),
        ("Brief", "The weir", "The weir of the Ash broke. It was old.", "1 September 2021 · 1 claim"),
        ("Claim", "The weir broke.", "Said by Ash * River, September 2021", "unassessed · single origin"),
    ]
