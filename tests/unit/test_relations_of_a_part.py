"""What is known of a whole desk helps to relate the part of it that readers see, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model.published import published
from dateline.read.uncollected import uncollected
from dateline.relate import verdicts
from dateline.relate.relations import Whole, relate
from desks import SITES, VALID, copied, desk_at, write

DRAFTS = SITES / "drafts"
AMID = """\
title: Amid
body: The [[drafted]] and [[harbour#planned]] are named by Ola Brandt.
actors: ola-brandt
claims:
  - {id: planned, state: draft, says: Ola Brandt plans it.}
  - {id: shown, says: Ola Brandt shows it., evidence: [{quote: first words}, {quote: first words}]}
"""
ARTICLE = "---\ntitle: One\n---\nThe first words of Ola Brandt.\n"
DRAFTED = "title: Drafted\nstate: draft\nsummary: Ola Brandt again.\n"


def assert_the_same(root: Path) -> None:
    """A part related alone, and with what is known of the whole."""
    desk = desk_at(root)
    part = published(desk.corpus)
    alone, helped = relate(part), relate(part, Whole(desk.corpus, desk.relations))
    for name in ("timeline", "mentions", "backlinks", "company", "neighbours", "verdicts", "sourcing", "contests"):
        assert getattr(helped, name) == getattr(alone, name), name
    assert helped.ripple == alone.ripple


@pytest.mark.parametrize("desk", VALID, ids=lambda path: path.name)
def test_a_part_has_the_same_relations_either_way(desk: Path) -> None:
    assert_the_same(desk)


def test_a_draft_that_prose_links_to_changes_the_sentence_around_a_name(tmp_path: Path) -> None:
    root = copied(SITES / "harbour", tmp_path)
    write(root, {"briefs/2021/amid/brief.yaml": AMID, "briefs/2021/amid/one.md": ARTICLE})
    write(root, {"briefs/2021/drafted/brief.yaml": DRAFTED})
    assert_the_same(root)


def test_no_quote_is_looked_up_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    with uncollected():
        desk = desk_at(DRAFTS)
    asked: list[str] = []
    monkeypatch.setattr(verdicts, "find_quote", lambda quote, *_, **__: asked.append(quote))
    relate(published(desk.corpus), Whole(desk.corpus, desk.relations))
    assert asked == []
    assert desk.relations.verdicts
