"""What two files say of one actor to what one file says, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from dateline.desk.intake.scalars import scalar
from dateline.model.record import listed

LISTS: Final = ("aliases", "not", "roles", "relations", "allow")
OWN: Final = ("name", "formerly", *LISTS, "links")
"""Keys that have a rule of their own; of all others there can be one value only."""

Data = Mapping[str, Any]


class Conflict(NamedTuple):
    """Something that both files say, and not alike."""

    key: str
    """Such as `country`, or `links.wikidata`."""
    theirs: str
    """What the actor that goes says."""
    ours: str
    """What the one that stays says."""

    def __str__(self) -> str:
        return f"{self.key}: “{self.theirs}” or “{self.ours}”"


def new_entries(key: str, theirs: Data, ours: Data) -> tuple[Any, ...]:
    """The entries of one list that the file which stays does not have yet; the other's name is an alias from now on."""
    have = listed(ours.get(key))
    more = listed(theirs.get(key))
    if key != "aliases":
        return tuple(entry for entry in more if entry not in have)
    known = {ours["name"], *(_alias(entry) for entry in have)}
    return tuple(entry for entry in (theirs["name"], *more) if _alias(entry) not in known)


def fuller_aliases(theirs: Data, ours: Data) -> Iterator[tuple[int, Any]]:
    """The positions of aliases that are bare names here and say more there, with what they say."""
    more = {_alias(entry): entry for entry in listed(theirs.get("aliases")) if isinstance(entry, Mapping)}
    for position, entry in enumerate(listed(ours.get("aliases"))):
        if isinstance(entry, str) and entry in more:
            yield position, more[entry]


def single_values(theirs: Data, ours: Data) -> Iterator[tuple[str, Any, Any]]:
    """Every key that can have one value, below `links` too: what the one file says, and the other; None for nothing."""
    for key in dict.fromkeys([*theirs, *ours]):
        if key not in OWN:
            yield key, theirs.get(key), ours.get(key)
    one, other = theirs.get("links") or {}, ours.get("links") or {}
    for key in dict.fromkeys([*one, *other]):
        yield f"links.{key}", one.get(key), other.get(key)


def conflicts(theirs: Data, ours: Data) -> Iterator[Conflict]:
    """Where the two contradict each other."""
    for key, there, here in single_values(theirs, ours):
        if there is not None and here is not None and there != here:
            yield Conflict(key, _shown(there), _shown(here))


def names_kept_apart(theirs: Data, ours: Data) -> frozenset[str]:
    """Names of one that the other's `not:` says are somebody else's."""
    one, other = (_names(data) for data in (theirs, ours))
    return (one & {*listed(ours.get("not"))}) | (other & {*listed(theirs.get("not"))})


def flow(value: Any) -> str:
    """Plain data as YAML that may stand between brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return "" if value is None else scalar(value)


def _names(data: Data) -> frozenset[str]:
    return frozenset([data["name"], *(_alias(entry) for entry in listed(data.get("aliases")))])


def _alias(entry: Any) -> str:
    return str(entry["name"] if isinstance(entry, Mapping) else entry)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else flow(value)
