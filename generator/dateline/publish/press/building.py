"""A desk's mkdocs.yml to a built site in its place: whole, or not at all."""

from __future__ import annotations

import logging
import os
import shutil
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
from dateline.publish.press.tree import recover
from dateline.publish.site import as_site_errors, load_config
from dateline.read.tree import ReadError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

LOG = logging.getLogger("mkdocs.plugins.dateline")
PLACE = ".dateline"
"""The folder of a desk that holds what builds remember; deleting it costs time only."""


def build_site(
    root: Path, prepare: Callable[[MkDocsConfig], None], workers: int = 0, stand: Stand | None = None
) -> Path:
    """Bring a desk's site up to date, where it is to stand or where mkdocs.yml says; returns its folder.

    `prepare` is handed the loaded configuration, to give the plugin its options; `workers` are processes, 0 for one a
    processor. Raises SiteError when MkDocs or the system cannot; the last good site is still there then.
    """
    config = load_config(root)
    try:
        stand = stand or Stand(place=root / PLACE, target=Path(config.site_dir))
        with only_one(stand.place / "lock"):
            return _built(config, stand, prepare, workers or os.cpu_count() or 1)
    except (BusyError, ReadError) as error:
        raise SiteError(str(error)) from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise SiteError(f"the site cannot be written: {error.strerror or error}{where}") from error


def _built(config: MkDocsConfig, stand: Stand, prepare: Callable[[MkDocsConfig], None], workers: int) -> Path:
    memory = Memory(stand.place / "press.sqlite")
    press = Press(place=stand.place, memory=memory, workers=workers)
    recover(stand.spare, stand.target)
    stand.check(memory)
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
            stand.put(press)
    finally:
        memory.close()
        shutil.rmtree(press.fresh, ignore_errors=True)
    return stand.target
