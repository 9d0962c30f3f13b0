"""Articles and reasons to groups: the closure of the reasons, each group with those that hold it together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.relate.sourcing.reasons import Reason


class Group(NamedTuple):
    """Articles that belong together."""

    articles: tuple[str, ...]
    """In order of their ids."""
    why: tuple[Reason, ...]
    """Reasons that join all of them, the strongest first: those of a spanning tree, and others of the same pairs."""


def grouped(articles: Iterable[str], reasons: Iterable[Reason]) -> tuple[Group, ...]:
    """The closure of the reasons, in order of the groups' first articles."""
    leaders = {ref: ref for ref in sorted(articles)}
    ranked = sorted(set(reasons), key=lambda reason: reason.rank)
    tree = {pair for pair in map(_pair, ranked) if _join(leaders, *pair)}
    members: dict[str, list[str]] = {}
    for ref in leaders:
        members.setdefault(_leader(leaders, ref), []).append(ref)
    why = _by_group(leaders, [reason for reason in ranked if _pair(reason) in tree])
    return tuple(Group(tuple(refs), tuple(why.get(leader, ()))) for leader, refs in sorted(members.items()))


def _pair(reason: Reason) -> tuple[str, str]:
    return (reason.a, reason.b) if reason.a < reason.b else (reason.b, reason.a)


def _join(leaders: dict[str, str], one: str, other: str) -> bool:
    first, second = sorted((_leader(leaders, one), _leader(leaders, other)))
    leaders[second] = first
    return first != second


def _leader(leaders: dict[str, str], ref: str) -> str:
    while leaders[ref] != ref:
        leaders[ref] = leaders[leaders[ref]]
        ref = leaders[ref]
    return ref


def _by_group(leaders: dict[str, str], reasons: Sequence[Reason]) -> Mapping[str, list[Reason]]:
    why: dict[str, list[Reason]] = {}
    for reason in reasons:
        why.setdefault(_leader(leaders, reason.a), []).append(reason)
    return why
