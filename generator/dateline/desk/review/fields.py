"""Two rows of one thing to its changes, key by key."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from dateline.desk.review.certainty import shift
from dateline.desk.review.change import SORTS, Change, Entry, Row
from dateline.desk.review.pairing import ALIKE, paired, shared_words
from dateline.desk.review.wording import difference
from dateline.model.when import When, WhenError

ORDERED: Final = frozenset({"authors"})
"""Lists whose order says something."""
PASSAGES: Final = frozenset({"quote", "translation", "note", "why", "basis", "role"})
"""Keys with words that are told word by word where most of them stayed."""
STANDING: Final = frozenset({("articles", "status"), ("dates", "status")})
"""What says how something stands, and is no judgement of an editor's."""
NAMES: Final = ("actor", "brief", "to", "code", "name", "title", "article", "claim")
"""What tells an entry of a list from the others, where it is no plain text."""


def changes(before: Row, after: Row, kind: str = "") -> tuple[Change, ...]:
    """What differs between two rows of one kind, in the order of keys; empty and absent are one."""
    return tuple(_changes(before, after, kind))


def _changes(before: Row, after: Row, kind: str) -> Iterator[Change]:
    for field in dict.fromkeys((*after, *before)):
        old, new = before.get(field), after.get(field)
        if _nothing(old) and _nothing(new):
            continue
        if old != new and (found := _change(field, old, new)):
            yield replace(found, sort="state") if (kind, field) in STANDING else found


def _nothing(value: Any) -> bool:
    return value in (None, "", [], {})


def _change(field: str, old: Any, new: Any) -> Change | None:
    if isinstance(old, list) or isinstance(new, list):
        return _of_lists(field, old or [], new or [])
    sort = SORTS.get(field, "other")
    if isinstance(old, str) and isinstance(new, str) and (sort == "reworded" or _is_alike(field, old, new)):
        return Change(field=field, sort=sort, before=old, after=new, difference=difference(old, new))
    if sort == "date" and old and new and (dates := _dates(old, new)):
        return Change(field=field, sort=sort, before=old, after=new, shift=shift(*dates))
    return Change(field=field, sort=sort, before=None if _nothing(old) else old, after=None if _nothing(new) else new)


def _is_alike(field: str, old: str, new: str) -> bool:
    """Whether a passage is best told word by word."""
    return field in PASSAGES and shared_words(old, new) >= ALIKE


def _dates(*texts: str) -> tuple[When, When] | None:
    try:
        return When.parse(texts[0]), When.parse(texts[1])
    except WhenError:
        return None


def _of_lists(field: str, old: list[Any], new: list[Any]) -> Change | None:
    """What came, went and changed; entries that only stand in another order are no change."""
    sort = SORTS.get(field, "other")
    pairs = paired(old, new, _likenesses(field))
    changed = (_entry(old[one], new[other]) for one, other in pairs.both)
    found = Change(
        field=field,
        sort=sort,
        added=tuple(new[at] for at in pairs.new),
        removed=tuple(old[at] for at in pairs.gone),
        changed=tuple(entry for entry in changed if entry),
    )
    if found.is_list:
        return found
    return Change(field=field, sort=sort, before=old, after=new) if field in ORDERED else None


def _entry(old: Any, new: Any) -> Entry | None:
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        return None
    found = changes(old, new)
    return Entry(before=old, after=new, changes=found) if found else None


def _likenesses(field: str) -> tuple[Callable[[Any], Hashable], ...]:
    """How entries of a list are found again: whole, then by what names them, more loosely each time."""
    if field == "evidence":
        return (_whole, _of_keys("article", "quote"), _of_keys("quote"), _of_keys("article"))
    if field == "corrections":
        return (_whole, _of_keys("on", "what"), _of_keys("what"))
    if field == "reliability":
        return (_whole, _of_keys("from"), _of_keys("grade"))
    return (_whole, *(_of_keys(name) for name in NAMES))


def _whole(entry: Any) -> Hashable:
    return json.dumps(entry, sort_keys=True, ensure_ascii=False)


def _of_keys(*keys: str) -> Callable[[Any], Hashable]:
    def likeness(entry: Any) -> Hashable:
        if not isinstance(entry, Mapping):
            return None
        found = tuple(_whole(entry[key]) for key in keys if key in entry)
        return found if len(found) == len(keys) else None

    return likeness
