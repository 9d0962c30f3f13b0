"""A desk of an older format to the change that brings it to today's, step by step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory

from dateline.desk import migrations
from dateline.desk.renaming.adding import with_key, with_text
from dateline.desk.renaming.change import Change, carry_out
from dateline.desk.renaming.sheet import Edit, edited
from dateline.findings import At
from dateline.model.settings import FIRST, Settings
from dateline.publish.configuration import CONFIG, Section
from dateline.read.spans import Span, spans
from dateline.read.text import read_text
from dateline.read.tree import Tree, read_tree

PREFIX = "to_"


class MigrationError(Exception):
    """A step met content that it cannot bring to the next format; the message has a line for each place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What brings the content of one format to the next."""

    to: int
    """The format it leads to; it begins at the one before."""
    says: str
    """What it changes, in a sentence for editors."""
    change: Callable[[Path, Tree], Change]
    """A desk's folder and the files read from it to what becomes of them; MigrationError where it cannot be told."""


def steps(package: str = migrations.__name__) -> tuple[Step, ...]:
    """Every step of a package, in order, each beginning where the one before ends."""
    folder = import_module(package).__path__
    names = [found.name for found in iter_modules(folder) if found.name.startswith(PREFIX)]
    found = sorted((_step(f"{package}.{name}") for name in names), key=lambda step: step.to)
    assert [step.to for step in found] == list(range(FIRST + 1, FIRST + 1 + len(found))), "a step is missing"
    return tuple(found)


def _step(module: str) -> Step:
    step = import_module(module).STEP
    assert isinstance(step, Step), module
    assert module.endswith(f".{PREFIX}{step.to}"), f"{module} leads to {step.to}"
    return step


def migrated(root: Path, settings: Settings, section: Section, given: Sequence[Step]) -> Change:
    """What becomes of a desk's files when steps are taken one after another, and the format is written down.

    Each step is carried out on a copy, so that the next one reads what it left. Raises MigrationError.
    """
    with TemporaryDirectory(prefix="dateline-") as folder:
        copy = Path(folder) / "desk"
        copy.mkdir()
        if (root / settings.briefs).is_dir():
            shutil.copytree(root / settings.briefs, copy / settings.briefs, symlinks=True)
        for step in given:
            carry_out(copy, step.change(copy, read_tree(copy, settings.briefs, settings.limits)))
        contents, gone = _difference(root, copy, settings.briefs)
    target = given[-1].to if given else FIRST
    return Change(contents={**contents, **dict(_with_format(root, section, target))}, gone=gone)


def _difference(root: Path, copy: Path, briefs: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    before, after = (_files(folder, briefs) for folder in (root, copy))
    contents = {name: path.read_bytes() for name, path in after.items()}
    changed = {name: now for name, now in contents.items() if name not in before or before[name].read_bytes() != now}
    return changed, tuple(sorted(before.keys() - after.keys()))


def _files(folder: Path, briefs: str) -> dict[str, Path]:
    found = sorted((folder / briefs).rglob("*"))
    return {path.relative_to(folder).as_posix(): path for path in found if path.is_file() and not path.is_symlink()}


def _with_format(root: Path, section: Section, target: int) -> Iterator[tuple[str, bytes]]:
    """The desk's mkdocs.yml with the format it has from now on."""
    if str(section.values.get("format")) == str(target) or not section.text:
        return
    raw = (root / CONFIG).read_bytes()
    text, _ = read_text(raw, CONFIG)
    top = spans(text or "")
    assert text is not None, "it has been read before"
    assert top is not None, "it has been read before"
    yield CONFIG, edited(raw, [_format_edit(text, top, section.at, str(target))])


def _format_edit(text: str, top: Span, at: At, target: str) -> Edit:
    found = top.find(at.to("format").path)
    inside = top.find(at.path)
    if found is not None and found is not inside and found.text is not None:
        return with_text(text, found, target)
    if inside is not None and (inside.is_mapping or inside.is_empty):
        return with_key(text, inside, "format", target, after=())
    # The plugin's bare name: “- dateline”, or a text between brackets.
    entry = top.find(at.path[:-1])
    assert entry is not None, "the plugin is named"
    assert entry.text is not None, "and nothing is said of it"
    return Edit(entry.start, entry.end, f"{{{text[entry.start : entry.end]}: {{format: {target}}}}}")
