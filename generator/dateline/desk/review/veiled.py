"""A review to one that tells of people at risk only that something about them changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from dateline.desk.review.change import Change, Entry
from dateline.desk.review.outcome import Changed, Differences, Review
from dateline.model.corpus import Corpus
from dateline.model.discreet import hidden_actors

UNTOLD: Final = "(withheld)"
NAMING: Final = ("actor", "to", "of")
"""Keys of an entry that say whom it is about."""
TOLD: Final = frozenset({"id", "sensitivity"})
"""What is told of somebody at risk; an id that holds a name is masked like any text."""


def hidden_ids(review: Review) -> frozenset[str]:
    """Whoever readers must not see in one state or the other, as they are called in both."""
    renamed = {changed.was: changed.thing.id for changed in review.kinds["actors"].changed}
    corpora: tuple[Corpus, ...] = (review.before.desk.corpus, review.after.desk.corpus)
    ids = {renamed.get(id_, id_) for corpus in corpora for id_ in hidden_actors(corpus)}
    return frozenset(ids | {was for was, now in renamed.items() if now in ids})


def veiled(review: Review, hidden: frozenset[str]) -> Review:
    """The same review; of the actors in `hidden`, and of what others say of them, only which keys changed."""
    kinds = {kind: _differences(found, hidden) for kind, found in review.kinds.items()}
    return replace(review, kinds=kinds)


def _differences(found: Differences, hidden: frozenset[str]) -> Differences:
    return replace(found, changed=tuple(_changed(one, hidden) for one in found.changed))


def _changed(one: Changed, hidden: frozenset[str]) -> Changed:
    if {one.thing.id, one.was} & hidden:
        return one._replace(changes=tuple(map(_untold, one.changes)))
    return one._replace(changes=tuple(_without(change, hidden) for change in one.changes))


def _untold(change: Change) -> Change:
    if change.field in TOLD:
        return change
    return Change(field=change.field, sort=change.sort, before=UNTOLD, after=UNTOLD)


def _without(change: Change, hidden: frozenset[str]) -> Change:
    """A change of a list without what its entries say of somebody hidden."""
    if not change.is_list:
        return change
    return replace(
        change,
        added=tuple(_bare(entry, hidden) for entry in change.added),
        removed=tuple(_bare(entry, hidden) for entry in change.removed),
        changed=tuple(_entries(change, hidden)),
    )


def _entries(change: Change, hidden: frozenset[str]) -> Iterator[Entry]:
    for entry in change.changed:
        if _is_about(entry.before, hidden) or _is_about(entry.after, hidden):
            before, after = _bare(entry.before, hidden), _bare(entry.after, hidden)
            yield Entry(before=before, after=after, changes=tuple(map(_untold, entry.changes)))
        else:
            yield entry


def _bare(entry: Any, hidden: frozenset[str]) -> Any:
    """An entry as it is; of one about somebody hidden, only whom it is about and the keys that it cannot lack."""
    if not _is_about(entry, hidden):
        return entry
    return {key: value if key in NAMING else UNTOLD for key, value in entry.items() if key in {*NAMING, "as", "title"}}


def _is_about(entry: Any, hidden: frozenset[str]) -> bool:
    return isinstance(entry, Mapping) and any(entry.get(key) in hidden for key in NAMING)
