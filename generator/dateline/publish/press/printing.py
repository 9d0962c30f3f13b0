"""One sheet to its files in a folder, and to what it gives to files of all pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.commands import build as mkdocs_build
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as SitePage

from dateline.pages.page import Facts, Page
from dateline.pages.sheet import Sheet
from dateline.publish.asset import Asset
from dateline.publish.export import Part
from dateline.publish.outputs import exports
from dateline.publish.policy import script_hashes
from dateline.publish.redirects import redirects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

SEARCH = "search"
"""The family of what the search index is made of."""
HANDED = "handed"
"""The family of pages that MkDocs is handed, as Markdown."""
SCRIPTS = "scripts"
"""The family of hashes of scripts that a theme writes into pages."""
AT_ONCE = 16
"""Pages handed to a worker together."""


class Printed(NamedTuple):
    """What came of a sheet."""

    path: str
    files: dict[str, str]
    """Digests by name."""
    parts: list[Part]


@dataclass(frozen=True, kw_only=True, slots=True)
class Printer:
    """MkDocs, ready to fill its theme."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    handed: frozenset[str]
    """Pages that MkDocs makes itself."""

    def printed(self, sheet: Sheet) -> Printed:
        """Write a sheet's files."""
        page, folder = sheet.make(), Path(self.config.site_dir)
        beside = [asset for export in exports() for asset in export.beside(page)]
        files = {asset.path: written(folder, asset) for asset in (*beside, *redirects([page]))}
        parts = [*(part for export in exports() for part in export.parts(page)), search_part(page)]
        if sheet.path in self.handed:
            kept = [page.title, page.markdown, page.facts.kind, page.facts.listed]
            parts.append(Part(HANDED, page.path, json.dumps(kept, ensure_ascii=False)))
        else:
            name, html = self._html(page)
            files[name] = digest_of(html)
            parts += [Part(SCRIPTS, "", hash_) for hash_ in sorted(script_hashes(html))]
        return Printed(sheet.path, files, parts)

    def _html(self, page: Page) -> tuple[str, bytes]:
        """The page as MkDocs makes it, events of plugins included, and the name it is written under."""
        file = File.generated(self.config, page.path, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
        file.generated_by = "dateline"
        site_page = SitePage(None, file, self.config)
        mkdocs_build._populate_page(site_page, self.config, self.files)  # noqa: SLF001  # its loop, without the loop
        mkdocs_build._build_page(site_page, self.config, [], self.nav, self.env)  # noqa: SLF001
        return file.dest_uri, Path(file.abs_dest_path).read_bytes()


def all_printed(printer: Printer, sheets: Sequence[Sheet], workers: int) -> Iterator[Printed]:
    """Every sheet, in order, on as many processes as there are workers."""
    batches = [range(at, min(at + AT_ONCE, len(sheets))) for at in range(0, len(sheets), AT_ONCE)]
    if workers < 2 or len(batches) < 2:  # noqa: PLR2004  # fewer than two share nothing
        yield from map(printer.printed, sheets)
        return
    _WORK["printer"], _WORK["sheets"] = printer, sheets
    try:
        # Forked, so that workers have the desk without its being sent to them.
        pool: Executor = ProcessPoolExecutor(workers, mp_context=get_context("fork"))
        with pool:
            for batch in pool.map(_batch, batches):
                yield from batch
    finally:
        _WORK.clear()


_WORK: dict[str, Any] = {}


def _batch(numbers: range) -> list[Printed]:
    return [_WORK["printer"].printed(_WORK["sheets"][number]) for number in numbers]


def written(folder: Path, asset: Asset) -> str:
    """Write a file below a folder; returns its digest."""
    content = asset.content if isinstance(asset.content, bytes) else asset.content.encode()
    path = folder / asset.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return digest_of(content)


def digest_of(content: bytes) -> str:
    """The SHA-256 of bytes, as the checksums have it."""
    return hashlib.sha256(content).hexdigest()


def search_part(page: Page) -> Part:
    """What the search index needs of a page."""
    facts = page.facts
    kept = {
        "path": page.path, "title": page.title, "kind": facts.kind, "id": facts.id, "listed": facts.listed,
        "twin": facts.twin, "texts": facts.texts,
    }  # fmt: skip
    return Part(SEARCH, page.path, json.dumps(kept, ensure_ascii=False))


def remembered(part: Part) -> Page:
    """A page with all that MkDocs asks of it."""
    title, markdown, kind, listed = json.loads(part.text)
    return Page(path=part.key, title=title, markdown=markdown, facts=Facts(kind=kind, twin={}, listed=listed))


def searched(part: Part) -> Page:
    """A page with all that the search index needs of it."""
    kept: Mapping[str, Any] = json.loads(part.text)
    facts = Facts(kind=kept["kind"], id=kept["id"], listed=kept["listed"], twin=kept["twin"], texts=kept["texts"])
    return Page(path=kept["path"], title=kept["title"], markdown="", facts=facts)
