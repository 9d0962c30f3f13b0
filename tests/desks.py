"""Desks for tests: where they are, what they publish, and how they are copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.build import Desk, examine, pages
from dateline.model.settings import Settings
from dateline.publish.files import outputs
from dateline.publish.outputs import WEB
from dateline.publish.site import desk_settings

ROOT = Path(__file__).parents[1]
"""The repository, which is also the demonstration desk."""
SITES = ROOT / "tests" / "sites"
VALID = tuple(sorted(path.parent for path in SITES.glob("*/briefs")))
"""Small desks, each about one idea, with what they publish beside them."""
INVALID = tuple(sorted(path for path in (SITES / "invalid").iterdir() if path.is_dir()))
"""Files that break a good desk, with what is found then."""
GOOD = SITES / "harbour"
"""The desk that they break: it has every kind of file."""
Files = Mapping[str, str | bytes]


def settings_of(root: Path) -> Settings:
    """The settings of a desk; those of a desk without mkdocs.yml are the defaults."""
    settings, wrong = desk_settings(root)
    assert not wrong
    return settings


def desk_at(root: Path) -> Desk:
    """A desk, read and checked."""
    return examine(root, settings_of(root))


def published_files(root: Path, *, drafts: bool = False) -> dict[str, bytes]:
    """What `dateline pages` writes, by path, but for styles and scripts."""
    made = outputs(tuple(pages(desk_at(root), drafts=drafts)))
    return {
        asset.path: asset.content if isinstance(asset.content, bytes) else asset.content.encode()
        for asset in made
        if not asset.path.startswith(f"{WEB}/")
    }


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write(folder: Path, files: Files) -> Path:
    """Files by their paths, written below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def copied(desk: Path, to: Path) -> Path:
    """A desk's own files, without what was made from them, in another place."""
    for name in ("mkdocs.yml", "briefs", "docs"):
        if (desk / name).is_dir():
            shutil.copytree(desk / name, to / name, dirs_exist_ok=True)
        elif (desk / name).is_file():
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy(desk / name, to / name)
    (to / "docs").mkdir(parents=True, exist_ok=True)
    return to


def demonstration(to: Path) -> Path:
    """A copy of the demonstration desk with its documentation, ready to be built."""
    copied(ROOT, to)
    (to / "generator").mkdir()
    shutil.copy(ROOT / "generator" / "reference_hook.py", to / "generator")
    return to


def markdown_pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The Markdown among the files of a site."""
    for path, content in files.items():
        if path.endswith(".md"):
            yield path, content.decode()
