"""A branch, a tag, a commit or the folder as it is to the state of the desk there, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.build import Desk, Shared, examine
from dateline.findings import Finding, Place
from dateline.model.faults import WRONG_SETTING
from dateline.model.settings import Settings, read_settings
from dateline.model.when import When
from dateline.publish.configuration import CONFIG, WrongSettingsError, readable, section_of
from dateline.read.committed import committed
from dateline.read.configuration import ConfigurationError, read_configuration
from dateline.read.history import Commit, Repository
from dateline.read.unpacked import unpacked

WORKING_TREE = "the working tree"


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A desk at one moment."""

    name: str
    """The branch, tag or commit as it was asked for, or the working tree."""
    commit: Commit | None
    """Where it is kept; None for the working tree."""
    desk: Desk
    """What it held."""


def state_at(
    repository: Repository, name: str, commit: Commit, today: When | None, shared: Shared | None = None
) -> State:
    """The state of the desk in a commit; nothing of the commit is run or checked out.

    What it has in common with other states of the same `shared` is not worked out again.
    """
    with unpacked(repository, commit, (CONFIG,)) as folder:
        settings, wrong = _settings(folder)
    shared = shared or Shared()
    if ground := committed(repository, commit, settings.briefs, shared.blobs):
        desk = examine(ground, settings, today, shared=shared).finding_first(wrong)
        return State(name=name, commit=commit, desk=desk)
    with unpacked(repository, commit, (CONFIG, settings.briefs), whole=True) as folder:
        return State(name=name, commit=commit, desk=_examined(folder, today, shared))


def working_tree(root: Path, today: When | None, shared: Shared | None = None) -> State:
    """The desk in a folder as it is, committed or not; shares as `state_at` does."""
    return State(name=WORKING_TREE, commit=None, desk=_examined(root.resolve(), today, shared))


def _examined(root: Path, today: When | None, shared: Shared | None) -> Desk:
    settings, wrong = _settings(root)
    return examine(root, settings, today, shared=shared).finding_first(wrong)


def _settings(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a state and what is wrong with them; the defaults before there was a mkdocs.yml.

    Read without MkDocs, whose loader puts the surroundings of whoever asks into what it reads, and opens any file.
    """
    path = root / CONFIG
    if not path.exists():
        return Settings(), ()
    try:
        config = read_configuration(path, root)
        section = section_of(config, readable(path.read_bytes()))
    except ConfigurationError as error:
        return Settings(), (WRONG_SETTING.at(Place(CONFIG, 1, 1), f"{CONFIG} cannot be read: {error}"),)
    except WrongSettingsError as error:
        return Settings(), error.findings
    settings, wrong = read_settings(section.values, section.at)
    return settings, section.placed(wrong)
