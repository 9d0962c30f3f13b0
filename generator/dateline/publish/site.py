"""A desk's mkdocs.yml to a built or served site; with plugin.py the only door to MkDocs."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.findings import Place
from dateline.publish.files import replace_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from dateline.pages.page import Page
    from dateline.publish.asset import Asset

CONFIG = "mkdocs.yml"


class SiteError(Exception):
    """The site cannot be configured or built; the message says why."""


def plugin_section(root: Path) -> tuple[Mapping[str, Any], Place]:
    """The `dateline` section of a desk's mkdocs.yml, read with MkDocs' own loader, and where it stands.

    Empty when there is no such file. Raises SiteError when the file cannot be read or has no such section.
    """
    path = root / CONFIG
    if not path.is_file():
        return {}, Place(CONFIG, 1, 1)
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    with path.open("rb") as stream:
        try:
            plugins = (yaml_load(stream) or {}).get("plugins") or []
        except ConfigurationError as error:
            raise SiteError(f"{CONFIG} cannot be read: {error}") from error
    for plugin in plugins.items() if isinstance(plugins, Mapping) else plugins:
        name, section = _entry(plugin)
        if name == "dateline":
            return section, Place(CONFIG, _line_of("dateline", path), 1)
    raise SiteError(f"{CONFIG} does not name the plugin; add “- dateline” under “plugins:”")


def _entry(plugin: Any) -> tuple[str, Mapping[str, Any]]:
    if isinstance(plugin, str):
        return plugin, {}
    pairs = plugin.items() if isinstance(plugin, Mapping) else [plugin]
    name, section = next(iter(pairs), ("", {}))
    return str(name), section or {}


def _line_of(word: str, path: Path) -> int:
    lines = path.read_text("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip().lstrip("- ").startswith(word)), 1)


def build_site(root: Path, prepare: Callable[[MkDocsConfig], None]) -> Path:
    """Build the site beside the old one and then put it in its place; returns its folder.

    `prepare` is handed the loaded configuration, to give the plugin its options.
    Raises SiteError when MkDocs cannot; the last good site is still there then.
    """
    from mkdocs.commands.build import build

    config = load_config(root)
    target = Path(config.site_dir)
    beside = target.with_name(f".{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    config.site_dir = str(beside)
    prepare(config)
    try:
        with _as_site_errors():
            build(config)
        replace_folder(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def serve_site(root: Path, prepare: Callable[[MkDocsConfig], None], address: str | None, *, open_browser: bool) -> None:
    """Serve the site and rebuild it as files change, until interrupted."""
    from unittest.mock import patch

    from mkdocs.commands import serve
    from mkdocs.config import load_config as load

    def loaded(*given: Any, **options: Any) -> MkDocsConfig:
        config = load(*given, **options)
        prepare(config)
        return config

    options: dict[str, Any] = {"dev_addr": address} if address else {}
    # The command loads the configuration itself, again at every change of it; there is no other way in.
    with patch.object(serve, "load_config", loaded), _as_site_errors():
        serve.serve(str(root / CONFIG), open_in_browser=open_browser, **options)


def load_config(root: Path) -> MkDocsConfig:
    """The desk's configuration. Raises SiteError where MkDocs refuses it."""
    from mkdocs.config import load_config

    if not (root / CONFIG).is_file():
        raise SiteError(f"there is no {CONFIG} here; start a desk with: dateline init DIR")
    with _as_site_errors():
        return load_config(str(root / CONFIG))


@contextmanager
def _as_site_errors() -> Iterator[None]:
    from mkdocs.exceptions import Abort, MkDocsException

    try:
        yield
    except (Abort, MkDocsException) as error:
        raise SiteError(str(error).strip() or "MkDocs stopped") from error


def generated_files(config: MkDocsConfig, pages: Sequence[Page], assets: Sequence[Asset]) -> Iterator[File]:
    """Pages and assets as files that MkDocs takes for its own."""
    from mkdocs.structure.files import File, InclusionLevel

    for page in pages:
        level = InclusionLevel.UNDEFINED if page.facts.listed else InclusionLevel.NOT_IN_NAV
        yield File.generated(config, page.path, content=page.markdown, inclusion=level)
    for asset in assets:
        yield File.generated(config, asset.path, content=asset.content)


def quiet(level: int = logging.WARNING) -> None:
    """Let MkDocs say only what needs an answer."""
    logging.getLogger("mkdocs").setLevel(level)
