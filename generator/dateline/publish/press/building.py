"""A desk's mkdocs.yml to a built site in its place: whole, or not at all."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build

from dateline.publish.configuration import SiteError
from dateline.publish.press.lock import BusyError, only_one
from dateline.publish.press.memory import Memory
from dateline.publish.press.placing import Stand
from dateline.publish.press.press import Press
from dateline.publish.press.surroundings import hindrance
from dateline.publish.press.tree import MissingError, recover
from dateline.publish.site import as_site_errors, load_config
from dateline.read.memory import FOLDER
from dateline.read.program import program
from dateline.read.tree import ReadError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

LOG = logging.getLogger("mkdocs.plugins.dateline")
MEMORY = "press.sqlite"


def build_site(
    root: Path, prepare: Callable[[MkDocsConfig], None], workers: int = 0, stand: Stand | None = None
) -> Path:
    """Bring a desk's site up to date, where it is to stand or where mkdocs.yml says; returns its folder.

    `prepare` is handed the loaded configuration, to give the plugin its options; `workers` are processes, 0 for one a
    processor. Raises SiteError when MkDocs or the system cannot; the last good site is still there then.
    """
    config = load_config(root)
    try:
        stand = stand or Stand(place=root / FOLDER, target=Path(config.site_dir))
        return _built_alone(root, config, stand, prepare, workers or os.cpu_count() or 1)
    except (BusyError, ReadError) as error:
        raise SiteError(str(error)) from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise SiteError(f"the site cannot be written: {error.strerror or error}{where}") from error


def _refuse_way_out(root: Path, stand: Stand) -> None:
    """What a desk brings along must not have us write elsewhere."""
    if stand.place.is_symlink() and not stand.place.resolve().is_relative_to(root.resolve()):
        raise SiteError(f"{stand.place} is a link that leads out of the desk; delete it")


def _built_alone(
    root: Path, config: MkDocsConfig, stand: Stand, prepare: Callable[[MkDocsConfig], None], workers: int
) -> Path:
    _refuse_way_out(root, stand)
    with only_one(stand.place / "lock"):
        return _built_somehow(root, config, stand, prepare, workers)


def _built_somehow(
    root: Path, config: MkDocsConfig, stand: Stand, prepare: Callable[[MkDocsConfig], None], workers: int
) -> Path:
    """A build that goes on without what is damaged: a file of the last site that is gone, a memory that cannot be read.

    Raises SiteError where it is no better without.
    """
    try:
        return _built(config, stand, prepare, workers)
    except MissingError as error:
        LOG.warning("%s is gone from the last site; every page is made anew", error)
    except sqlite3.Error as error:
        LOG.warning("The memory of the last build is damaged (%s); every page is made anew", error)
    (stand.place / MEMORY).unlink(missing_ok=True)
    try:
        return _built(load_config(root), stand, prepare, workers)
    except sqlite3.Error as error:
        raise SiteError(f"the memory of builds in {stand.place} cannot be written: {error}") from error


def _built(config: MkDocsConfig, stand: Stand, prepare: Callable[[MkDocsConfig], None], workers: int) -> Path:
    memory = Memory(stand.place / MEMORY, program())
    press = Press(place=stand.place, memory=memory, workers=workers)
    recover(stand.spare, stand.target)
    has_strangers = stand.check(memory)
    press.site = stand.last(memory)
    config.site_dir = str(press.fresh)
    try:
        shutil.rmtree(press.fresh, ignore_errors=True)
        press.fresh.mkdir(parents=True)
        prepare(config)
        reason = hindrance(config)
        if reason:
            LOG.info("MkDocs makes every page itself: %s", reason)
        plugin: Any = config.plugins["dateline"]
        plugin.press = None if reason else press
        with as_site_errors():
            build(config)
        if reason:
            stand.put_whole(press.fresh)
            memory.forget()
            memory.keep()
        else:
            stand.put(press, cleared=has_strangers)
    finally:
        gc.unfreeze()  # the press froze it
        # MkDocs hands the same plugin to the next configuration of this process.
        config.plugins["dateline"].press = None  # type: ignore[attr-defined]
        memory.close()
        shutil.rmtree(press.fresh, ignore_errors=True)
    return stand.target
