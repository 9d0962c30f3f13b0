"""Two actors that are one to what becomes of the desk's files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.desk.renaming.adding import last_line_end, with_items, with_key, with_pairs, without_item
from dateline.desk.renaming.change import Change
from dateline.desk.renaming.formerly import with_former_ids
from dateline.desk.renaming.home import home_of
from dateline.desk.renaming.join import (
    LISTS,
    Conflict,
    Data,
    conflicts,
    flow,
    fuller_aliases,
    names_kept_apart,
    new_entries,
    single_values,
)
from dateline.desk.renaming.pages import linked_pages
from dateline.desk.renaming.rename import refuse_ambiguous
from dateline.desk.renaming.sheet import Edit
from dateline.desk.renaming.sheets import Sheets
from dateline.desk.renaming.thing import NamingError, Thing
from dateline.desk.renaming.twice import twice
from dateline.desk.renaming.uses import relinking, uses
from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.read.spans import FLOW

BELOW = ("name",)
LINKS = "links."


class ConflictError(Exception):
    """The two say what cannot both be so; the message has a line for each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """Which of two values is right, by key."""

    take: Collection[str] = ()
    """Keys whose value is that of the actor that goes."""
    keep: Collection[str] = ()
    """Keys whose value stays."""
    shared: str | None = None
    """Whether an `about:` that names another thing too is to `change` or to be `keep`-ed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """A merge, ready to be carried out."""

    change: Change
    places: int
    """How often something names the actor that goes."""
    comments: int
    """Lines of comment in its file, which go with it."""


def merge(root: Path, corpus: Corpus, by_hand: Iterator[Path], actor: Thing, into: Thing, decision: Decision) -> Merged:
    """What becomes of the files when `actor` turns out to be `into`.

    Raises ConflictError where the two contradict each other, NamingError where an id would mean two things.
    """
    if actor == into:
        raise NamingError(f"{actor} is one actor already")
    refuse_ambiguous(actor, into, corpus, decision.shared)
    sheets = Sheets(root=root, corpus=corpus)
    gone, kept = corpus.actors[actor.id].at.file, corpus.actors[into.id].at.file
    _refuse_conflicts(sheets, actor, into, decision)
    removed = _take_out_twins(sheets, actor, into)
    found = [use for use in uses(corpus, actor, into, shared=decision.shared != "keep") if use.at.file != gone]
    places = sum(sheets.reword(use) for use in found if not _within(use.at, removed))
    sheets.change(kept, _joined(sheets, actor, into, decision))
    ids = (actor.id, *corpus.actors[actor.id].formerly)
    sheets.change(kept, with_former_ids(sheets, home_of(into, corpus), ids))
    pages, links = linked_pages(by_hand, root, actor, into)
    comments = [line for line in sheets.document(gone).text.splitlines() if line.lstrip().startswith("# ")]
    change = Change(contents={**sheets.contents(), **pages}, gone=(gone,))
    return Merged(change=change, places=places + len(removed) + links, comments=len(comments))


def _refuse_conflicts(sheets: Sheets, actor: Thing, into: Thing, decision: Decision) -> None:
    theirs, ours = _data(sheets, actor), _data(sheets, into)
    found = list(conflicts(theirs, ours))
    decided = {*decision.take, *decision.keep}
    if unknown := sorted(decided - {conflict.key for conflict in found}):
        raise ConflictError(f"the two do not differ in “{unknown[0]}”, so there is nothing to decide")
    lines = [*map(_undecided, (one for one in found if one.key not in decided)), *_by_hand(sheets, actor, into)]
    if lines:
        raise ConflictError("\n".join([f"{actor} and {into} contradict each other:", *lines]))


def _undecided(conflict: Conflict) -> str:
    return f"  {conflict}; say --take {conflict.key} for the first or --keep {conflict.key} for the second"


def _by_hand(sheets: Sheets, actor: Thing, into: Thing) -> Iterator[str]:
    """What no option can decide."""
    for name in sorted(names_kept_apart(_data(sheets, actor), _data(sheets, into))):
        yield f"  not: “{name}” is somebody else to one of them; if that is wrong, delete it there"
    for one, other in ((actor, into), (into, actor)):
        record = sheets.corpus.actors[one.id]
        for key, named in (("relations", "to"), ("roles", "of")):
            for index, entry in enumerate(getattr(record, key)):
                if getattr(entry, named) == other.id:
                    place = sheets.document(record.at.file).place(record.at.to(key, index))
                    yield f"  {place}: one is tied to the other here; nobody is tied to oneself, so delete the entry"
    for found in twice(sheets.corpus, actor.id, into.id):
        if found.going is None:
            place = sheets.document(found.at.file).place(found.at)
            yield f"  {place}: both stand in this list, each with a role or note of its own; make one entry of the two"


def _take_out_twins(sheets: Sheets, actor: Thing, into: Thing) -> tuple[At, ...]:
    """Take out the poorer of two entries in one list, and say which went."""
    removed = []
    for found in twice(sheets.corpus, actor.id, into.id):
        assert found.going is not None, "conflicts are refused before"
        text, span = sheets.document(found.at.file).text, sheets.span(found.at)
        sheets.change(found.at.file, [without_item(text, span, found.going)])
        removed.append(found.at.to(found.going))
    return tuple(removed)


def _within(at: At, places: tuple[At, ...]) -> bool:
    return any(at.file == place.file and at.path[: len(place.path)] == place.path for place in places)


def _joined(sheets: Sheets, actor: Thing, into: Thing, decision: Decision) -> Iterator[Edit]:
    """What the file that stays takes over from the other."""
    theirs, ours, at = _data(sheets, actor), _data(sheets, into), sheets.corpus.actors[into.id].at
    text, top = sheets.document(at.file).text, sheets.span(at)
    for key in LISTS:
        if more := new_entries(key, theirs, ours):
            yield from with_items(text, top, key, [flow(entry) for entry in more], after=BELOW)
    for position, entry in fuller_aliases(theirs, ours):
        place = sheets.span(at.to("aliases", position))
        yield Edit(place.start, place.end, flow(entry))
    for key, there, here in single_values(theirs, ours):
        if key in decision.take:
            yield _replaced(sheets, actor, into, key)
        elif there is not None and here is None and not key.startswith(LINKS):
            yield _copied(sheets, actor, into, key)
    yield from _new_links(sheets, actor, into)


def _new_links(sheets: Sheets, actor: Thing, into: Thing) -> Iterator[Edit]:
    values = single_values(_data(sheets, actor), _data(sheets, into))
    more = [
        (key.removeprefix(LINKS), flow(there))
        for key, there, here in values
        if key.startswith(LINKS) and there is not None and here is None
    ]
    at = sheets.corpus.actors[into.id].at
    text, found = sheets.document(at.file).text, sheets.find(at.to("links"))
    if found is None or found.is_empty or not found.keys:
        yield from with_pairs(text, sheets.span(at), "links", more, after=BELOW)
        return
    for key, value in more:
        yield with_key(text, found, key, value, after=list(found.keys)[-1:])


def _copied(sheets: Sheets, actor: Thing, into: Thing, key: str) -> Edit:
    """A key with its value as it stands in the other file, put at the end."""
    there, here = (sheets.corpus.actors[one.id].at for one in (actor, into))
    source, text = sheets.document(there.file).text, sheets.document(here.file).text
    top, target = sheets.span(there), sheets.span(here)
    name, value = top.keys[key]
    if FLOW in {top.style, target.style}:
        return with_key(text, target, key, flow(_data(sheets, actor)[key]), after=BELOW)
    lines = relinking(actor, into)(source[name.start : last_line_end(source, value)])
    return Edit(len(text), len(text), f"{'' if text.endswith(chr(10)) else chr(10)}{lines}\n")


def _replaced(sheets: Sheets, actor: Thing, into: Thing, key: str) -> Edit:
    path = tuple(key.split(".", 1)) if key.startswith(LINKS) else (key,)
    there, here = (sheets.corpus.actors[one.id].at.to(*path) for one in (actor, into))
    value, old = sheets.span(there), sheets.span(here)
    text, source = sheets.document(here.file).text, sheets.document(there.file).text
    raw = relinking(actor, into)(source[value.start : value.end].rstrip("\n"))
    return Edit(old.start, old.end, raw + ("\n" if text[: old.end].endswith("\n") else ""))


def _data(sheets: Sheets, actor: Thing) -> Data:
    return sheets.document(sheets.corpus.actors[actor.id].at.file).data
