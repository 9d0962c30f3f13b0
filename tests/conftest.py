"""What every test may ask for: a command line, and sites that are built once for all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from mkdocs.config.defaults import MkDocsConfig
from playwright.sync_api import Browser

from browsing import launched
from dateline import cli
from desks import demonstration
from sharing import shared


class Outcome(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the expected pages of tests/sites anew")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--golden") and os.environ.get("CI"):
        raise pytest.UsageError("--golden writes what a person has to read first; it is refused where CI is set")


LONGEST = (
    "tests/test_docs.py", "tests/browser/test_tour.py", "tests/hostile/test_faults.py",
    "tests/browser/test_every_kind.py", "tests/browser/test_search.py", "tests/test_press.py", "tests/test_builds.py",
    "tests/browser/test_timeline.py",
)  # fmt: skip
"""Files of tests that take longest: begun first, so that no worker is left alone with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.nodeid.partition("::")[0], len(order)))


@pytest.fixture(autouse=True)
def _plugins_forgotten() -> Iterator[None]:
    """MkDocs keeps a plugin for as long as its process; the next test is not to get the options of the last."""
    yield
    kept: Any = dict(MkDocsConfig._schema)["plugins"]
    kept.plugin_cache.clear()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command as a terminal would, but in this process."""

    def run(*words: str | Path) -> Outcome:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Outcome(int(end.value.code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker; each test has a context of its own, as a new reader has."""
    with launched() as found:
        yield found


@pytest.fixture(scope="session")
def demonstration_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration desk with all documentation, built; to be read and not changed."""
    return shared(tmp_path_factory, "demonstration", _built) / "site"


def _built(folder: Path) -> None:
    from dateline.desk.site_options import preparing
    from dateline.publish.press.building import build_site
    from dateline.publish.site import quiet

    quiet()
    build_site(demonstration(folder), preparing(drafts=False, strict=False, today=None))


@pytest.fixture(scope="session")
def unpacked_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's bundle, unpacked where names are hard; to be read and not changed."""
    return shared(tmp_path_factory, "bundle", _unpacked) / "ü b c"


def _unpacked(folder: Path) -> None:
    from dateline.desk.site_options import preparing
    from dateline.publish.bundle import bundle
    from dateline.publish.site import build_for_disk, quiet

    quiet()
    build_for_disk(demonstration(folder / "desk"), preparing(drafts=False, strict=False, today=None), folder / "site")
    bundle(folder / "site", folder / "desk.zip")
    with ZipFile(folder / "desk.zip") as archive:
        archive.extractall(folder / "ü b c")
