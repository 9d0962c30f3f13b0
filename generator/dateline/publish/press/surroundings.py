"""A MkDocs configuration to what every page of its site depends on, and to whether the press may do MkDocs' work."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils.yaml import yaml_load

from dateline.publish.manifest import digest
from dateline.publish.press.dating import is_in_foot_alone
from dateline.read.program import program

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions")
HARMLESS = frozenset({"startup", "shutdown", "serve", "build_error"})
"""Events in which another plugin can change no page."""


def hindrance(config: MkDocsConfig) -> str:
    """Why MkDocs has to make every page itself; empty where nothing asks for that."""
    ours = config.plugins["dateline"]
    for event, methods in config.plugins.events.items():
        others = [method for method in methods if getattr(method, "__self__", None) is not ours]
        if any(not _only_adds_files(event, method) for method in others) and event not in HARMLESS:
            return f"a plugin or hook has a part in “{event}”"
    for folder in _own_folders(config):
        for path in sorted(folder.rglob("*")):
            if (
                path.is_file()
                and path.suffix in {".html", ".xml", ".txt"}
                and "pages" in path.read_text("utf-8", "replace")
            ):
                return f"{path.name} of the theme may ask for all pages"
    if config.extra_templates:
        return "“extra_templates” may ask for all pages"
    if config.theme.name not in {"material", "mkdocs", "readthedocs"}:
        return f"the theme “{config.theme.name}” may ask for all pages"
    return ""


def _only_adds_files(event: str, method: Any) -> bool:
    """Whether a hook says of itself that it adds files of its own to the site and touches no other."""
    return event == "files" and getattr(method, "only_adds_files", False) is True


def _own_folders(config: MkDocsConfig) -> Iterator[Path]:
    if config.theme.custom_dir:
        yield Path(config.theme.custom_dir)


def site_key(config: MkDocsConfig, nav: Navigation, record: Mapping[str, Any]) -> str:
    """A digest of what all pages have in common: programs, configuration, theme, navigation.

    The content's day is not in it where pages say it in the foot alone (`dating.py`).
    """
    found = hashlib.blake2b(digest_size=16)
    for part in _parts(config, nav, record):
        found.update(f"{len(part)} {part}".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _parts(config: MkDocsConfig, nav: Navigation, record: Mapping[str, Any]) -> Iterator[str]:
    with Path(config.config_file_path).open("rb") as stream:
        yield repr(yaml_load(stream))
    yield os.environ.get("SOURCE_DATE_EPOCH", "")
    day = "" if is_in_foot_alone(config) else record["content"]["day"]
    yield repr([record["versions"], day, record["options"], record["settings"]])
    yield repr([config.site_url, config.use_directory_urls, config.extra_css, list(map(str, config.extra_javascript))])
    for package in PACKAGES:
        yield metadata.version(package)
    yield program()
    for folder in _own_folders(config):
        yield from _files(folder)
    yield from _items(nav)


def _files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield f"{path.relative_to(folder).as_posix()} {digest(path)}"


def _items(items: Iterable[StructureItem]) -> Iterator[str]:
    for item in items:
        yield f"{item.title} {getattr(item, 'url', '')} {item.is_section}"
        yield from _items(getattr(item, "children", None) or ())
        yield "end"
