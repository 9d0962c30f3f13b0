"""A seed to a sequence of edits of a desk, as editors make them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from desks import ROOT

sys.path.insert(0, str(ROOT / "bench"))

write_desk: Callable[[Path, int], int] = importlib.import_module("desk").write_desk
"""The generator of desks that are measured."""

__all__ = ["EDITS", "edit", "write_desk"]

Edit = Callable[[Path, Random], None]


def briefs(root: Path) -> list[Path]:
    return sorted((root / "briefs").glob("*/*/brief.yaml"))


def actors(root: Path) -> list[Path]:
    return sorted((root / "briefs/actors").glob("*.yaml"))


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """A file of YAML with one change."""
    data = yaml.safe_load(path.read_text("utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


WORDS = ("Harbour", "pilots", "counted", "grey", "barges", "below", "seven", "locks", "at", "noon")


def _words(draw: Random) -> str:
    return " ".join(draw.choices(WORDS, k=6))


def reword_summary(root: Path, draw: Random) -> None:
    changed(draw.choice(briefs(root)), lambda data: data.update(summary=f"{_words(draw)}."))


def retitle(root: Path, draw: Random) -> None:
    changed(draw.choice(briefs(root)), lambda data: data.update(title=_words(draw)))


def reword_claim(root: Path, draw: Random) -> None:
    changed(draw.choice(briefs(root)), lambda data: draw.choice(data["claims"]).update(says=f"{_words(draw)}."))


def move_date(root: Path, draw: Random) -> None:
    day = f"20{draw.randrange(12, 25)}-{draw.randrange(1, 13):02}"
    changed(draw.choice(briefs(root)), lambda data: draw.choice(data["dates"]).update(when=day))


def plan(root: Path, draw: Random) -> None:
    changed(draw.choice(briefs(root)), lambda data: draw.choice(data["dates"]).update(status="planned", when="2031-05"))


def publish_later(root: Path, draw: Random) -> None:
    changed(draw.choice(briefs(root)), lambda data: data.update(published=f"2026-0{draw.randrange(1, 10)}-11"))


def hide_or_show(root: Path, draw: Random) -> None:
    state = draw.choice(["draft", "published", "withdrawn"])
    changed(draw.choice(briefs(root)), lambda data: data.update(state=state))


def correct(root: Path, draw: Random) -> None:
    entry = {"on": f"202{draw.randrange(1, 6)}-03-04", "what": _words(draw), "kind": "correction"}
    changed(draw.choice(briefs(root)), lambda data: data.setdefault("corrections", []).append(entry))


def rename_actor(root: Path, draw: Random) -> None:
    changed(draw.choice(actors(root)), lambda data: data.update(name=f"{_words(draw)} Union"))


def alias(root: Path, draw: Random) -> None:
    changed(draw.choice(actors(root)), lambda data: data.update(aliases=[f"{_words(draw)} Board"]))


def rename_topic(root: Path, draw: Random) -> None:
    path = root / "briefs/topics.yaml"
    changed(path, lambda data: data[draw.choice(sorted(data))].update(name=_words(draw)))


def delete_brief(root: Path, draw: Random) -> None:
    folder = draw.choice(briefs(root)).parent
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def copy_brief(root: Path, draw: Random) -> None:
    old = draw.choice(briefs(root)).parent
    new = old.with_name(f"copy-{draw.randrange(10**6)}")
    new.mkdir()
    for path in old.iterdir():
        (new / path.name).write_bytes(path.read_bytes())


def move_to_another_slug(root: Path, draw: Random) -> None:
    old = draw.choice(briefs(root)).parent
    new = old.rename(old.with_name(f"moved-{draw.randrange(10**6)}"))
    changed(new / "brief.yaml", lambda data: data.update(formerly=[old.name]))


def move_to_another_year(root: Path, draw: Random) -> None:
    old = draw.choice(briefs(root)).parent
    (root / "briefs/1999").mkdir(exist_ok=True)
    old.rename(root / "briefs/1999" / old.name)


def write_page(root: Path, draw: Random) -> None:
    (root / f"docs/note-{draw.randrange(3)}.md").write_text(f"# {_words(draw)}\n\n{_words(draw)}.\n", "utf-8")


def delete_page(root: Path, draw: Random) -> None:
    for path in draw.sample(sorted((root / "docs").glob("note-*.md")), k=1) if list(root.glob("docs/note-*")) else []:
        path.unlink()


def rename_site(root: Path, draw: Random) -> None:
    path = root / "mkdocs.yml"
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([f"site_name: {_words(draw)}", *lines[1:]]), "utf-8")


EDITS: tuple[Edit, ...] = (
    reword_summary, retitle, reword_claim, move_date, plan, publish_later, hide_or_show, correct, rename_actor, alias,
    rename_topic, delete_brief, copy_brief, move_to_another_slug, move_to_another_year, write_page, delete_page,
    rename_site,
)  # fmt: skip


def edit(root: Path, draw: Random) -> list[str]:
    """One to three edits; returns what they are called."""
    chosen = draw.choices(EDITS, k=draw.randint(1, 3))
    for one in chosen:
        one(root, draw)
    return [one.__name__ for one in chosen]
