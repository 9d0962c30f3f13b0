"""What a claim rests on, in words."""

from __future__ import annotations

import pytest

from dateline.model.words.catalogue import ENGLISH, interface
from dateline.pages.parts.support import support_words, unchecked_words
from dateline.relate.origins import OriginGroup, Reason
from dateline.relate.sourcing.reasons import Detail
from dateline.relate.support import Sourcing, Support


def group(name: str, count: int, *, why: str = "", attested: bool = False) -> OriginGroup:
    articles = tuple(f"flood/{name.lower()[:3]}-{number}" for number in range(count))
    reasons = (Reason("text", articles[0], articles[-1], Detail(why)),) if why else ()
    return OriginGroup(articles=articles, why=reasons, attested=attested, name=name)


def sourcing(*groups: OriginGroup, checked: int = 3, unavailable: int = 0) -> Sourcing:
    return Sourcing(
        support=Support.MULTI_ORIGIN, groups=groups, supporting=groups, counted=(0,), against=(), contradicted_by=(),
        checked=checked, unavailable=unavailable, withdrawn=(),
    )  # fmt: skip


WORDS = [
    ((), "nothing found that supports it"),
    ((group("Radio Arvo", 1),), "1 article, 1 origin: Radio Arvo (1)"),
    (
        (group("Reuters", 3, why="same text: 87 % of the shorter"), group("own reporting", 1, attested=True)),
        "4 articles, 2 origins: Reuters (3, same text), own reporting (1, attested)",
    ),
]


@pytest.mark.parametrize(("groups", "words"), WORDS, ids=[words for _, words in WORDS])
def test_articles_and_origins_are_counted_in_words(groups: tuple[OriginGroup, ...], words: str) -> None:
    assert support_words(interface(ENGLISH), sourcing(*groups)) == words


@pytest.mark.parametrize(("checked", "unavailable", "words"), [(3, 0, ""), (2, 1, "1 of 3 could not be checked")])
def test_what_could_not_be_checked_is_said_out_loud(checked: int, unavailable: int, words: str) -> None:
    assert unchecked_words(interface(ENGLISH), sourcing(checked=checked, unavailable=unavailable)) == words
