"""Readers see no draft, and nothing that points at one."""

from __future__ import annotations

from functools import cache

from dateline.model.corpus import Corpus
from dateline.model.published import published
from desks import SITES, desk_at


@cache
def shown() -> Corpus:
    return published(desk_at(SITES / "drafts").corpus)


def test_drafts_and_what_is_reviewed_are_gone() -> None:
    assert [*shown().briefs] == ["bridge", "ferry"]


def test_their_articles_are_gone() -> None:
    assert {article.brief for article in shown().articles.values()} == {"bridge", "ferry"}


def test_draft_claims_are_gone() -> None:
    assert [*shown().claims] == ["bridge#kept", "ferry#c1"]


def test_no_record_points_at_what_is_gone() -> None:
    bridge = shown().briefs["bridge"]
    assert [link.brief for link in bridge.related] == ["ferry"]
    assert bridge.dates[0].claims == ("bridge#kept",)
    assert shown().actors["road-office"].relations[0].claims == ("bridge#kept",)


def test_a_question_that_only_drafts_answer_is_gone() -> None:
    assert [*shown().questions] == ["bridge/fate"]


def test_a_corpus_without_drafts_is_itself() -> None:
    corpus = desk_at(SITES / "links").corpus
    assert published(corpus) is corpus


def test_publishing_twice_changes_nothing() -> None:
    assert published(shown()) is shown()
