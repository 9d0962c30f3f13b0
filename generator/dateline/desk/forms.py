"""A kind of file and an id to a form an editor fills in."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from dateline.model.record import ID

FORMS = {"actor": "actors/{id}.yaml", "source": "sources/{id}.yaml", "brief": "{year}/{id}/brief.yaml"}
TOPIC = "topics.yaml"
UNDATED = "undated"
NAMED = frozenset({"actor.yaml", "source.yaml"})
"""Forms whose title is a name, every word of it with a capital."""


class WrongIdError(Exception):
    """What was named cannot be an id; the message says why."""


class ThereAlreadyError(Exception):
    """The file is there already; the message names it."""


def new_file(kind: str, name: str, briefs: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write the form of one kind under an id (`2021/slug` for a brief), and return the files written.

    Raises WrongIdError, ThereAlreadyError, or OSError when a file cannot be written.
    """
    year, id_ = _split(name) if kind == "brief" else (UNDATED, name)
    if not ID.fullmatch(id_):
        raise WrongIdError(f"“{id_}” is not an id; ids have lower-case letters, digits and single hyphens")
    if kind == "topic":
        return (_add_topic(id_, briefs / TOPIC),)
    path = briefs / FORMS[kind].format(id=id_, year=year)
    if kind == "brief":
        _refuse_taken_slug(id_, path, briefs)
    written = [_write(path, _form(f"{kind}.yaml", id_), force=force)]
    if kind == "brief":
        written.append(_write(path.with_name("article.md"), _form("article.md", id_), force=force))
    return tuple(written)


def _split(name: str) -> tuple[str, str]:
    year, slash, slug = name.rpartition("/")
    if slash and not re.fullmatch(r"\d{4}|undated", year):
        raise WrongIdError(f"“{year}” is not a year; write it like 2021/{slug}")
    return (year if slash else UNDATED, slug)


def _refuse_taken_slug(slug: str, path: Path, briefs: Path) -> None:
    other = next((found for found in sorted(briefs.glob(f"*/{slug}/brief.yaml")) if found != path), None)
    if other:
        raise ThereAlreadyError(f"{other} has this slug; slugs are unique across years")


def _form(name: str, id_: str) -> str:
    text = (resources.files("dateline.desk") / "blanks" / name).read_text("utf-8")
    words = id_.replace("-", " ")
    title = words.title() if name in NAMED else words.capitalize()
    return text.replace("TITLE", title).replace("ID", id_)


def _write(path: Path, text: str, *, force: bool) -> Path:
    if path.exists() and not force:
        raise ThereAlreadyError(f"{path} is there already; --force overwrites it")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _add_topic(id_: str, path: Path) -> Path:
    before = path.read_text("utf-8") if path.exists() else ""
    if re.search(rf"^[\"']?{re.escape(id_)}[\"']?\s*:", before, re.MULTILINE):
        raise ThereAlreadyError(f"{path} has a topic “{id_}” already")
    path.parent.mkdir(parents=True, exist_ok=True)
    gap = "" if not before or before.endswith("\n") else "\n"
    path.write_text(before + gap + _form("topic.yaml", id_), "utf-8")
    return path
