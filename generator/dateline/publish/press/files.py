"""MkDocs' files and ours: which it holds, which it only knows, and where one is in the way of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_date

from dateline.pages.page import Page
from dateline.publish.asset import Asset
from dateline.publish.outputs import exports, web_assets
from dateline.publish.press.press import BY_MKDOCS, REPLACEABLE, Press
from dateline.publish.press.sparse import Known, SparseFiles
from dateline.publish.site import generated_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation


def add(file: File, files: Files) -> None:
    """A generated file among others, unless one written by hand takes its place. Raises PluginError."""
    taken = files.get_file_from_path(file.src_uri)
    if taken is None:
        files.append(file)
    elif file.src_uri not in REPLACEABLE:
        refuse([taken.src_uri])


def pressed_files(press: Press, handed: Iterable[Page], files: Files, config: MkDocsConfig, language: str) -> Files:
    """The files of a site whose pages are the press's; MkDocs holds some of them. Raises PluginError."""
    for file in files:
        if file.src_uri in press.sheets and file.src_uri not in REPLACEABLE:
            refuse([file.src_uri])
        press.taken.add(file.src_uri)
    for file in generated_files(config, tuple(handed), tuple(_constant(language))):
        add(file, files)
    known = {file.src_uri: file.url for file in files}
    return SparseFiles(files, config, Known(known, press.sheets, directory_urls=config.use_directory_urls))


def _constant(language: str) -> Iterator[Asset]:
    """Files that depend on no page."""
    yield from web_assets(language)
    for export in exports():
        for family in BY_MKDOCS & export.wholes.keys():
            yield from (Asset(piece.path, piece.make()) for piece in export.wholes[family](()))


def hand_over(press: Press, nav: Navigation, files: SparseFiles) -> None:
    """Have MkDocs hold the pages of ours that somebody put into the navigation."""
    for page in nav.pages:
        path = page.file.src_uri
        if path in files.asked_for() and path in press.sheets:
            files.promote(path, press.hand(path).markdown)


@dataclass(frozen=True, slots=True)
class _Mapped:
    """A page, as far as a map of the site asks for it; it is its own file."""

    canonical_url: str
    update_date: str
    is_link: bool = False
    abs_url: str | None = None

    @property
    def page(self) -> _Mapped:
        return self


def mapped(press: Press, held: Sequence[Any], config: MkDocsConfig, day: str | None) -> list[Any]:
    """Every page of the site, in the order in which MkDocs would hold them all."""
    mine = [file for file in held if file.generated_by != "dateline"]
    site, urls = config.site_url, Known({}, press.sheets, directory_urls=config.use_directory_urls).urls
    if not site:
        return mine
    paths = [path for path in press.sheets if path not in press.taken]
    address = f"{site.rstrip('/')}/"
    return mine + [_Mapped(urljoin(address, urls[path].removeprefix("./")), day or get_build_date()) for path in paths]


def refuse(paths: Sequence[str]) -> None:
    """Stop where somebody wrote files under the names of ours. Raises PluginError."""
    if paths:
        names, stand, them = ", ".join(paths), *(("stands", "it") if len(paths) == 1 else ("stand", "them"))
        raise PluginError(f"the hand-written {names} {stand} where a generated page goes; rename {them}")
