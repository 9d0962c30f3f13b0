"""A desk to a site that follows its files: each save through the same press, in one living process."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from dateline.publish.configuration import CONFIG, SiteError
from dateline.publish.press.building import build_site
from dateline.publish.press.placing import Stand
from dateline.publish.site import load_config, plugin_section
from dateline.read.memory import FOLDER

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

CHANGES = frozenset({"created", "deleted", "modified", "moved"})
QUIET = 0.03
"""Seconds without a change after which an editor has done saving."""


def serve_site(
    root: Path,
    prepare: Callable[[MkDocsConfig], None],
    address: str | None,
    *,
    open_browser: bool,
    say: Callable[[str], None],
) -> None:
    """Serve the site and bring it up to date as files change, until interrupted; `say` shows a line.

    What is served is not the site that `build_site` leaves. Raises SiteError where there is nothing to begin with.
    """
    root = root.absolute()
    config = load_config(root)
    host, port = _address(address) or (config.dev_addr.host, config.dev_addr.port)
    path = urlsplit(config.site_url or "/").path
    place = root / FOLDER / "serve"
    stand = Stand(place=place, target=place / "live")

    def prepared(config: MkDocsConfig) -> None:
        config.site_url = server.url
        prepare(config)

    def rebuild() -> None:
        watches.renew()
        _rebuilt(root, prepared, stand, say)

    server = LiveReloadServer(rebuild, host, port, str(stand.target), path)
    watches = Watches(server=server, root=root, paths=_watched(root, config))
    build_site(root, prepared, stand=stand)
    server.error_handler = partial(_error_page, stand.target)
    try:
        watches.begin()
        say(f"Serving at {server.url} until Ctrl-C")
        with suppress(KeyboardInterrupt):
            server.serve(open_in_browser=open_browser)
    except OSError as error:
        raise SiteError(f"nothing can be served at {host}:{port}: {error.strerror}") from error
    finally:
        server.shutdown()


@dataclass(kw_only=True)
class Watches:
    """Tells a server what changes: as the system says it, where MkDocs' own looks at every file twice a second."""

    server: LiveReloadServer
    root: Path
    """Of the desk; mkdocs.yml is watched here, and that a folder comes back."""
    paths: Sequence[Path]
    places: dict[Path, tuple[int, ObservedWatch]] = field(default_factory=dict)
    """What is watched under each path; a folder that was deleted and came back is another one."""

    def begin(self) -> None:
        """Watch from now on."""
        observer = Observer()
        self.server.observer = observer  # type: ignore[assignment]  # MkDocs names its own kind, and uses what all have
        self.server.build_delay = QUIET
        observer.schedule(_Changes(self.server, self.paths), str(self.root))
        self.renew()
        observer.start()

    def renew(self) -> None:
        """Watch what there is by now."""
        for path in self.paths:
            place = path.stat().st_ino if path.is_dir() else None
            if self.places.get(path, (None, None))[0] == place:
                continue
            if path in self.places:
                with suppress(KeyError, OSError):
                    self.server.observer.unschedule(self.places.pop(path)[1])
            if place is not None:
                watch = self.server.observer.schedule(_Changes(self.server), str(path), recursive=True)
                self.places[path] = place, watch


class _Changes(FileSystemEventHandler):
    """Has a site built again when files or folders change; that somebody reads one is no change."""

    def __init__(self, server: LiveReloadServer, paths: Sequence[Path] = ()) -> None:
        self.server, self.paths = server, set(paths)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ask for a build; where paths are given, only for them."""
        both = {Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
        if event.event_type not in CHANGES or (self.paths and not both & self.paths):
            return
        if event.is_directory and event.event_type == "modified":
            return
        with self.server._rebuild_cond:  # noqa: SLF001  # as its own handlers do
            self.server._want_rebuild = True  # noqa: SLF001
            self.server._rebuild_cond.notify_all()  # noqa: SLF001


def _address(text: str | None) -> tuple[str, int] | None:
    """Raise SiteError for what is no address."""
    if not text:
        return None
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise SiteError(f"“{text}” is no address; write HOST:PORT, such as 127.0.0.1:8000")
    return host.strip("[]"), int(port)


def _rebuilt(root: Path, prepare: Callable[[MkDocsConfig], None], stand: Stand, say: Callable[[str], None]) -> None:
    """Bring the site up to date; where that cannot be, say why, and leave the last good one to its readers.

    An exception would leave them waiting: MkDocs' server answers again only after a build that ended.
    """
    try:
        build_site(root, prepare, workers=1, stand=stand)  # a process with threads is none to fork
    except SiteError as error:
        say(f"{error}\nThe last good site is still served.")


def _watched(root: Path, config: MkDocsConfig) -> list[Path]:
    briefs = str(plugin_section(root).values.get("briefs") or "briefs")
    folders = [root / briefs, Path(config.docs_dir), root / CONFIG, *map(Path, config.watch)]
    return folders + ([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
