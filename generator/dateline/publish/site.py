"""A desk's mkdocs.yml to a built or served site; with plugin.py the only door to MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from dateline.findings import At, Finding
from dateline.model.settings import Settings, read_settings
from dateline.pages.links import ROBOTS
from dateline.publish.configuration import (
    CONFIG,
    Section,
    SiteError,
    WrongSettingsError,
    heard,
    not_yaml,
    readable,
    refused,
    section_of,
)
from dateline.publish.manifest import seal
from dateline.publish.policy import HEADERS, headers
from dateline.read.configuration import PlainLoader

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from dateline.pages.page import Page
    from dateline.publish.asset import Asset


def desk_settings(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in a desk's mkdocs.yml, defaults where there is no such file, and what is wrong with them."""
    try:
        section = plugin_section(root)
    except WrongSettingsError as error:
        return Settings(), error.findings
    settings, wrong = read_settings(section.values, section.at)
    return settings, section.placed(wrong)


def plugin_section(root: Path) -> Section:
    """The `dateline` section of a desk's mkdocs.yml, read with MkDocs' own loader; empty when there is no such file.

    Raises WrongSettingsError when the file cannot be read or has no such section.
    """
    path = root / CONFIG
    if not path.is_file():
        return Section({}, At(CONFIG), "")
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    text = readable(path.read_bytes())
    with path.open("rb") as stream:
        try:
            # Only the press, which runs a desk's own hooks as well, may build what a tag of Python names.
            config: Any = yaml_load(stream, get_yaml_loader(PlainLoader))
        except ConfigurationError as error:
            raise not_yaml(text, str(error)) from error
    return section_of(config, text)


def build_for_disk(root: Path, prepare: Callable[[MkDocsConfig], None], folder: Path) -> None:
    """Build the site into a folder as it is read from a disk, whatever mkdocs.yml says of addresses.

    Addresses end in a file, and nothing is switched on that needs a server. Raises SiteError as `build_site` does.
    """
    from mkdocs.commands.build import build

    config = load_config(root)
    config.site_dir = str(folder)
    config.use_directory_urls = False
    config.site_url = None
    config.extra.setdefault("homepage", "index.html")  # without a home page in “nav”, Material leads to a folder
    features = config.theme.get("features") or []
    # With instant navigation Material's own start-up stops on a disk, and no error says so.
    config.theme["features"] = [feature for feature in features if not feature.startswith("navigation.instant")]
    prepare(config)
    with as_site_errors():
        build(config)


def load_config(root: Path) -> MkDocsConfig:
    """The desk's configuration. Raises SiteError where MkDocs refuses it, with findings where it says of what."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    path = root / CONFIG
    if not path.is_file():
        raise SiteError(f"there is no {CONFIG} here; start a desk with: dateline init DIR")
    with as_site_errors(), heard() as said:
        try:
            return load_config(str(path))
        except Abort as error:
            raise refused(said, readable(path.read_bytes())) if said else error from error


@contextmanager
def as_site_errors() -> Iterator[None]:
    """MkDocs' own errors as SiteError."""
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


def is_set(config: MkDocsConfig, key: str) -> bool:
    """Whether mkdocs.yml itself says something of a key, be it the default."""
    from mkdocs.utils.yaml import yaml_load

    with Path(config.config_file_path).open("rb") as stream:
        return key in yaml_load(stream)


def replace_file(files: Files, file: File) -> None:
    """Put a generated file among others, in the place of one with its name."""
    taken = files.get_file_from_path(file.src_uri)
    if taken is not None:
        files.remove(taken)
    files.append(file)


def finish(config: MkDocsConfig, record: Mapping[str, Any]) -> None:
    """Say in a site that is built what it is made of, and write its checksums."""
    site = Path(config.site_dir)
    complete(config)
    seal(site, {"site": config.site_name, **record})


def complete(config: MkDocsConfig, others: Iterable[str] = ()) -> None:
    """Mend what MkDocs wrote, and add headers; `others` are hashes of scripts on pages that are elsewhere."""
    site = Path(config.site_dir)
    # Compressed by the system's zlib, so that its bytes differ between machines; sitemap.xml says the same.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    if config.site_url and (site / ROBOTS).is_file():
        with (site / ROBOTS).open("a", encoding="utf-8", newline="\n") as robots:
            robots.write(f"Sitemap: {urljoin(f'{config.site_url}/', 'sitemap.xml')}\n")
    if not (site / HEADERS).is_file():
        (site / HEADERS).write_text(headers(site, others), "utf-8", newline="\n")


def quiet(level: int = logging.WARNING) -> None:
    """Let MkDocs say only what needs an answer, or as much as is asked for."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    if level < logging.WARNING and not logger.handlers:
        logger.addHandler(logging.StreamHandler())
