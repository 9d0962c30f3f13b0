"""Two states of a desk that share what they have in common are what each is alone, whatever was edited between."""

from __future__ import annotations

import multiprocessing
from pathlib import Path
from random import Random

import pytest

from dateline.build import Shared, examine, memory_of
from dateline.model.settings import Settings
from dateline.relate import mentions_known
from dateline.relate.relations import Relations, relate
from desks import GOOD, copied, desk_at, write
from incremental import EDITS, make_desk

RELATED = (
    "timeline", "mentions", "backlinks", "company", "neighbours", "verdicts", "sourcing", "contests", "ripple",
)  # fmt: skip
SEQUENCES, BRIEFS = 20, 20


def assert_alike(one: Relations, other: Relations) -> None:
    for name in RELATED:
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_a_state_is_the_same_beside_another(seed: int, tmp_path: Path) -> None:
    draw, shared = Random(seed), Shared()
    root = make_desk(tmp_path / "desk", BRIEFS, draw)
    examine(root, Settings(), shared=shared)
    for _ in range(3):
        EDITS[draw.choice(list(EDITS))](root, draw)
        beside, alone = examine(root, Settings(), shared=shared), examine(root, Settings())
        assert beside.findings == alone.findings
        assert_alike(beside.relations, alone.relations)
        for drafts in (False, True):
            assert_alike(beside.shown(drafts=drafts)[1], alone.shown(drafts=drafts)[1])


def test_another_process_finds_the_same_mentions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = desk_at(copied(GOOD, tmp_path / "desk")).corpus
    here = relate(corpus)
    monkeypatch.setattr(mentions_known, "FEWEST", 0)
    monkeypatch.setattr(mentions_known, "processors", lambda: 2)
    assert here.mentions.by_actor
    assert_alike(relate(corpus), here)
    assert multiprocessing.active_children() == []


def test_what_brackets_stand_for_is_remembered(tmp_path: Path) -> None:
    """A second check with a memory warns of them as the first did."""
    root = write(
        tmp_path / "desk",
        {
            "briefs/2021/quay/brief.yaml": "title: The quay\nclaims:\n"
            "  - {id: shut, says: It shuts., evidence: [{quote: 'The [minister] shut the quay'}]}\n",
            "briefs/2021/quay/article.md": "---\ntitle: Quay\n---\nThe harbour master shut the quay\n",
        },
    )
    seen = []
    for extra in ("", "A line more.\n"):
        write(root, {"briefs/2021/other/brief.yaml": f"title: Other\nbody: |\n  Text.\n  {extra}\n"})
        with memory_of(root, Settings()) as memory:
            seen.append([found.fault.code for found in examine(root, Settings(), None, memory).findings])
    assert "D417" in seen[0]
    assert seen[1] == seen[0]
