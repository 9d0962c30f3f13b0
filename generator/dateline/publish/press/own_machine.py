"""A MkDocs configuration to one with our styles and scripts whose pages ask no other host for anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.model.words.catalogue import ENGLISH, interface
from dateline.publish.outputs import SCRIPTS, STYLES, WEB
from dateline.publish.site import is_set

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ICON = f"{WEB}/icon.svg"
THEIRS = "assets/images/favicon.png"
"""The theme's own favicon: the desk asked for none."""
SHIM = f"{WEB}/vendor/iframe-worker-shim.js"
THEME = Path(__file__).parents[2] / "theme"


def keep_to_this_machine(config: MkDocsConfig, language: str) -> None:
    """Our styles, and nothing from another host: Material asks for fonts, a worker shim and a repository's stars."""
    config.extra_css.append(STYLES)
    config.extra_javascript.append(SCRIPTS)
    if not is_set(config, "use_directory_urls"):
        # Every address ends in a file, so that the same site opens from a disk.
        config.use_directory_urls = False
    if config.theme.name in {"mkdocs", "readthedocs"}:
        config.theme["highlightjs"] = False
    if config.theme.name == "material":
        config.theme["font"] = False
        # A desk's own overrides come first, as they do in Material.
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        _mark(config)
        _speak(config, language)
        if "material/offline" in config.plugins or "offline" in config.plugins:
            polyfills = [path for path in config.extra.get("polyfills", []) if "unpkg.com" not in path]
            config.extra["polyfills"] = [*polyfills, SHIM]


def _speak(config: MkDocsConfig, tag: str) -> None:
    """Have the theme say its own words in the language of the interface, unless mkdocs.yml names another for it."""
    if config.theme.get("language") == ENGLISH:
        config.theme["language"] = interface(tag).code


def _mark(config: MkDocsConfig) -> None:
    """Our mark as logo and icon, where the desk names none."""
    if not config.theme.get("logo") and "logo" not in (config.theme.get("icon") or {}):
        config.theme["logo"] = ICON
    if config.theme.get("favicon") == THEIRS:
        config.theme["favicon"] = ICON
