"""A thing and a new id for it to what becomes of the desk's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.desk.renaming.adding import with_key, with_text
from dateline.desk.renaming.change import Change
from dateline.desk.renaming.formerly import with_former_ids
from dateline.desk.renaming.home import Home, home_of
from dateline.desk.renaming.pages import linked_pages
from dateline.desk.renaming.sheet import Edit
from dateline.desk.renaming.sheets import Sheets
from dateline.desk.renaming.thing import IN_BRIEF, Kind, NamingError, Thing, former, in_brief, own_id, shelves
from dateline.desk.renaming.uses import LINKED, linked_kind, subjects, uses
from dateline.model.corpus import Corpus
from dateline.model.record import ID, LONGEST_ID, QUESTION
from dateline.read.names import ARTICLE, proposed_id

SUBJECTS: tuple[Kind, ...] = ("actor", "topic", "brief")
"""What `about:` can name; one id may name several of them."""
FORMS: dict[Kind, re.Pattern[str]] = {"article": ARTICLE, "question": QUESTION}


@dataclass(frozen=True, kw_only=True, slots=True)
class Renamed:
    """A rename, ready to be carried out."""

    old: Thing
    new: Thing
    change: Change
    places: int
    """How often something names the thing."""
    path: str
    """Its file or folder from now on; empty where it has none of its own."""


def rename(root: Path, corpus: Corpus, by_hand: Iterator[Path], old: Thing, new: Thing, shared: str | None) -> Renamed:
    """What a new id changes. `by_hand` are hand-written files that may link to its page.

    `shared` says whether an `about:` that names another thing too is to `change` or to be `keep`-ed.
    Raises NamingError where the new id cannot be had, NoPlaceError where a file leaves no place for a change.
    """
    _refuse_taken(old, new, corpus)
    refuse_ambiguous(old, new, corpus, shared)
    sheets, home = Sheets(root=root, corpus=corpus), home_of(old, corpus)
    places = sum(sheets.reword(use) for use in uses(corpus, old, new, shared=shared != "keep"))
    pages, links = linked_pages(by_hand, root, old, new)
    made = dict(_own_entry(sheets, home, old, new))
    moved = home.named in {"file", "folder"}
    path = home.renamed(new) if moved else ""
    change = Change(contents={**sheets.contents(), **made, **pages}, moves=((home.path, path),) if moved else ())
    return Renamed(old=old, new=new, change=change, places=places + links, path=path)


def renamed(old: Thing, typed: str) -> Thing:
    """The thing that somebody wants: within a brief its own id is enough. Raises NamingError for what is no id."""
    sign = IN_BRIEF.get(old.kind)
    slug, _, own = typed.rpartition(sign) if sign else ("", "", typed)
    if sign and slug not in {"", old.id.partition(sign)[0]}:
        raise NamingError(f"{old} stays in its brief; write its new id alone, such as “{own}”")
    form = FORMS.get(old.kind, ID)
    if not form.fullmatch(own) or len(own) > LONGEST_ID:
        meant = proposed_id(own)
        proposal = f"; “{meant}” would be one" if meant and meant != own else ""
        raise NamingError(f"“{own}” is not an id: lower-case letters, digits and single hyphens, at most 100{proposal}")
    return Thing(old.kind, in_brief(old.kind, old.id, own))


def _refuse_taken(old: Thing, new: Thing, corpus: Corpus) -> None:
    if new == old:
        raise NamingError(f"{old} is called that already")
    if new.id in shelves(corpus)[new.kind]:
        more = f"; to make one actor of the two: dateline merge {old.id} {new.id}" if new.kind == "actor" else ""
        raise NamingError(f"there is already {_an(new.kind)} “{new.id}”{more}")
    owner = next((now for was, now in former(corpus) if was == new and now != old), None)
    if owner:
        raise NamingError(f"“{new.id}” was the id of {owner}, and old links lead there; choose another")


def refuse_ambiguous(old: Thing, new: Thing, corpus: Corpus, shared: str | None) -> None:
    """Where several kinds share an id, `[[id]]` and `about:` would mean another thing than before."""
    known = shelves(corpus)
    others = [kind for kind in LINKED if kind != new.kind and new.kind in LINKED and new.id in known[kind]]
    linked = others and (any(use.raw for use in uses(corpus, old, new)) or _is_linked(new.id, corpus))
    about = [*subjects(corpus, old.id), *subjects(corpus, new.id)] if new.kind in SUBJECTS else []
    if others and (linked or (about and set(others) & set(SUBJECTS))):
        what = " and ".join(f"{_an(kind)} “{new.id}”" for kind in others)
        raise NamingError(f"there is {what} too, and “[[…]]” or “about:” could mean either; choose another id")
    sharing = [kind for kind in SUBJECTS if kind != old.kind and old.kind in SUBJECTS and old.id in known[kind]]
    if sharing and shared is None and (found := list(subjects(corpus, old.id))):
        files = ", ".join(sorted({at.file for at in found}))
        words = f"“about: {old.id}” names {_an(sharing[0])} as well as {_an(old.kind)}, in {files}"
        raise NamingError(f"{words}; say with --about whether to change or to keep it")


def _is_linked(id_: str, corpus: Corpus) -> bool:
    """Whether some `[[…]]` names an id."""
    kind = linked_kind(id_, corpus)
    return kind is not None and any(use.raw for use in uses(corpus, Thing(kind, id_), Thing(kind, id_)))


def _own_entry(sheets: Sheets, home: Home, old: Thing, new: Thing) -> Iterator[tuple[str, bytes]]:
    """The thing's own new id, and its old one under `formerly:`; a file where there was none."""
    file = home.at.file
    if home.absent:
        yield from _new_question(sheets, home, old, new)
        return
    text, was, now = sheets.document(file).text, own_id(old), own_id(new)
    if home.named == "key":
        top = sheets.top(file)
        assert top is not None, "an entry stands in a mapping"
        sheets.change(file, [with_text(text, top.keys[old.id][0], new.id)])
    elif home.named == "value":
        entry = sheets.span(home.at)
        given = entry.keys.get("id")
        edit = with_text(text, given[1], now) if given else with_key(text, entry, "id", now, after=())
        sheets.change(file, [edit])
    sheets.change(file, with_former_ids(sheets, home, [was], instead_of=now))


def _new_question(sheets: Sheets, home: Home, old: Thing, new: Thing) -> Iterator[tuple[str, bytes]]:
    """A question that only claims named gets an entry, where its old id can stand."""
    file, line = home.at.file, f"{new.id}:\n  formerly: {old.id}\n"
    if file not in sheets.corpus.documents:
        yield file, line.encode()
        return
    text = sheets.document(file).text
    sheets.change(file, [Edit(len(text), len(text), line if text.endswith("\n") else f"\n{line}")])


def _an(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
