"""The articles of one set to the reasons that join them, few enough to show and enough to join all that belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from dateline.model.words.catalogue import to_count, to_say
from dateline.relate.sourcing.marks import Maker, Marks
from dateline.relate.sourcing.reasons import DECLARED, Detail, Reason, percent
from dateline.relate.sourcing.texts import Pair

NEAR: Final = 7
"""Days within which a shared agency or publisher joins two articles (evidence.md, section 2)."""
_OWNER: Final = "owner:"
SOME_TEXT: Final = 0.2
"""Containment from which it joins them whatever their dates (evidence.md, section 2)."""
_SHARED: Final = {
    "agency": to_say("both credit {name}, {circumstance}"),
    "source": to_say("both are published by {name}, {circumstance}"),
    "owner": to_say("both belong to {name}, {circumstance}"),
}
_NEAR_WORDS: Final = to_say("perhaps within seven days")
_FAR_WORDS: Final = to_say("at other times")
_ORIGIN: Final = to_say("both come from {name}, {circumstance}")


def declarations(articles: Sequence[Marks]) -> Iterator[Reason]:
    """What editors say: one article derives from another of the set, or two derive from a third outside it."""
    there = {article.ref for article in articles}
    heirs: dict[str, list[Marks]] = defaultdict(list)
    for article in articles:
        for ancestor in article.ancestors:
            heirs[ancestor].append(article)
    for ancestor, group in sorted(heirs.items()):
        if ancestor in there:
            yield from (_descent(heir, ancestor) for heir in group)
        else:
            for one, other in pairwise(group):
                kind = min(one.ancestors[ancestor], other.ancestors[ancestor])
                yield Reason(
                    kind, one.ref, other.ref, Detail("both declared to derive from {article}", article=ancestor)
                )


def presumptions(articles: Sequence[Marks], shares: Mapping[Pair, float], same_text: float) -> Iterator[Reason]:
    """What is read from the articles themselves: the same address, enough text in common, the same maker."""
    for group in _by(articles, lambda article: [article.address] if article.address else []).values():
        for one, other in pairwise(group):
            yield Reason("url", one.ref, other.ref, Detail("the same address"))
    there = {article.ref: article for article in articles}
    pairs = {pair: share for pair, share in shares.items() if pair[0] in there and pair[1] in there}
    for (a, b), share in pairs.items():
        if share >= same_text:
            yield Reason("text", a, b, Detail("same text: {share} of the shorter", share=percent(share)), share)
    for key, group in _by(articles, lambda article: list(dict.fromkeys(maker.key for maker in article.makers))).items():
        pairs_of = _of_one_owner if key.startswith(_OWNER) else _near
        yield from (_made(key, one, other, _dates(one, other)) for one, other in pairs_of(group))
    for (a, b), share in pairs.items():
        if SOME_TEXT <= share < same_text and _days_between(there[a], there[b]) > NEAR:
            yield from _with_text(there[a], there[b], share)


def _descent(heir: Marks, ancestor: str) -> Reason:
    kind = heir.ancestors[ancestor]
    translation = to_say("declared a translation of {article}")
    descent = to_say("declared to derive from {article}")
    is_translation = kind == "translation"
    words = Detail(translation if is_translation else descent, article=ancestor)
    return Reason(kind, heir.ref, ancestor, words)


def _by(articles: Sequence[Marks], keys: Callable[[Marks], list[str]]) -> Mapping[str, list[Marks]]:
    groups: dict[str, list[Marks]] = defaultdict(list)
    for article in articles:
        for key in keys(article):
            groups[key].append(article)
    return {key: groups[key] for key in sorted(groups)}


def _near(group: Sequence[Marks]) -> Iterator[tuple[Marks, Marks]]:
    """Pairs that join all articles which may be of the same days: in order of time, each with the last-ending one.

    Only dates that are certainly further apart keep two articles apart; an unknown one keeps nobody apart.
    """
    order = sorted(group, key=lambda article: (_first(article), article.ref))
    last: Marks | None = None
    for article in order:
        if last is not None and _days_between(last, article) <= NEAR:
            yield last, article
        if last is None or _last(article) > _last(last):
            last = article


def _of_one_owner(group: Sequence[Marks]) -> Iterator[tuple[Marks, Marks]]:
    """Pairs that join all articles of an owner, whatever their dates, if more than one of its publishers is there.

    Articles of the same publisher belong to the same owner without that saying anything: for them the days count.
    """
    order = sorted(group, key=lambda article: (_first(article), article.ref))
    one = order[0]
    other = next((article for article in order if article.publisher != one.publisher), None)
    if other is None:
        return
    yield one, other
    for article in order[1:]:
        if article is not other:
            yield (other if article.publisher == one.publisher else one), article


def _first(article: Marks) -> float:
    return float("-inf") if article.earliest is None else article.earliest


def _last(article: Marks) -> float:
    return float("inf") if article.latest is None else article.latest


def _days_between(one: Marks, other: Marks) -> float:
    """The fewest days that may lie between two articles."""
    return max(0, _first(other) - _last(one), _first(one) - _last(other))


def _with_text(one: Marks, other: Marks, share: float) -> Iterator[Reason]:
    shared = {maker.key for maker in one.makers} & {maker.key for maker in other.makers}
    for key in sorted(key for key in shared if not key.startswith(_OWNER)):
        yield _made(key, one, other, Detail("and share {share} of the shorter's text", share=percent(share)), share)


def _made(key: str, one: Marks, other: Marks, circumstance: Detail, share: float = 0.0) -> Reason:
    ours, theirs = _maker(one, key), _maker(other, key)
    kinds = {ours.kind, theirs.kind}
    kind = "declared" if kinds & DECLARED else "agency" if key.startswith("agency:") else ours.kind
    words = _SHARED[ours.kind] if len(kinds) == 1 and ours.kind in _SHARED else _ORIGIN
    first, second = sorted((one.ref, other.ref))
    return Reason(kind, first, second, Detail(words, name=ours.name, circumstance=circumstance), share)


def _maker(article: Marks, key: str) -> Maker:
    return next(maker for maker in article.makers if maker.key == key)


def _dates(one: Marks, other: Marks) -> Detail:
    if not (one.is_dated and other.is_dated):
        return Detail("and not both are dated")
    ends = {one.earliest, one.latest}, {other.earliest, other.latest}
    (first, *more), (second, *others) = ends
    if more or others or first is None or second is None:
        return Detail(_NEAR_WORDS if _days_between(one, other) <= NEAR else _FAR_WORDS)
    days = abs(first - second)
    return (
        Detail(*to_count("{count} day apart", "{count} days apart"), count=days) if days else Detail("on the same day")
    )
