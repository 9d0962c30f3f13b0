"""No stage costs more than in proportion to the content: calls are counted, and not seconds."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dateline.check.run import check
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.pages.run import render
from dateline.read.tree import read_tree
from dateline.relate.cells import changes
from dateline.relate.relations import Relations, relate
from dateline.relate.shown import as_shown
from incremental import make_desk

SIZES = (96, 192, 384)
"""Briefs; below, lists that have a limit have not reached it, and grow with the square until they do."""
MOST = 2**1.15
"""Of the calls that the third size takes more than the second, to those that the second takes more than the first."""


def calls_of(root: Path) -> dict[str, int]:
    """Calls of functions in each stage."""
    calls: dict[str, int] = {}

    def counted(name: str, work: Callable[[], Any]) -> Any:
        profile = cProfile.Profile()
        found = profile.runcall(work)
        calls[name] = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # typeshed does not know it
        return found

    settings = Settings()
    tree = counted("read", lambda: read_tree(root, settings.briefs, settings.limits))
    corpus = counted("model", lambda: assemble(tree, settings))
    relations = counted("relate", lambda: _related(corpus))
    counted("check", lambda: check(corpus, relations))
    shown = counted("shown", lambda: as_shown(corpus, relations, drafts=False))
    counted("digests", lambda: changes(None, *shown))
    counted("pages", lambda: list(render(*shown)))
    return calls


def _related(corpus: Corpus) -> Relations:
    """With what is made only when it is asked for."""
    relations = relate(corpus)
    assert len(relations.neighbours) == len(corpus.briefs)
    assert len(relations.company) > 0
    return relations


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, int]]:
    roots = [make_desk(tmp_path_factory.mktemp(f"desk-{size}"), size, Random(3)) for size in (SIZES[0], *SIZES)]
    # What is made once in a process, such as layouts, is made before anything is counted.
    return [calls_of(root) for root in roots][1:]


@pytest.mark.parametrize("stage", ["read", "model", "relate", "check", "digests", "pages"])
def test_twice_the_briefs_take_at_most_twice_the_calls(stage: str, calls: list[dict[str, int]]) -> None:
    one, two, four = (found[stage] for found in calls)
    assert two - one > 0
    assert (four - two) / (two - one) <= MOST
