"""Sources to who owns each in the end."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.source import Source

Owners = Mapping[str, str]
"""The last owner's name by source id; a source whose owner nobody names owns itself, so that parent meets daughter."""


def owners_of(sources: Mapping[str, Source]) -> Owners:
    """The owners of all sources, by way of owners that are sources themselves, named by id or by name."""
    named = {_key(source.name): source for source in reversed(tuple(sources.values()))}
    named |= {_key(id_): source for id_, source in sources.items()}
    return {id_: _last_owner(source, named) for id_, source in sources.items()}


def _last_owner(source: Source, named: Mapping[str, Source]) -> str:
    names = {source.name}
    while source.owner:
        parent = named.get(_key(source.owner))
        if parent is None:
            return " ".join(source.owner.split())
        if parent.name in names:
            return min(names)
        names.add(parent.name)
        source = parent
    return source.name


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
