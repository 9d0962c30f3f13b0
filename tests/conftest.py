"""What every test may ask for: a command line, and sites that are built once for all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from dateline import cli
from desks import demonstration


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
def demonstration_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration desk with all documentation, built."""
    from dateline.desk.site_options import preparing
    from dateline.publish.press.building import build_site
    from dateline.publish.site import quiet

    quiet()
    root = demonstration(tmp_path_factory.mktemp("demonstration"))
    return build_site(root, preparing(drafts=False, strict=False, today=None))


@pytest.fixture(scope="session")
def unpacked_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's bundle, unpacked where names are hard."""
    from dateline.desk.site_options import preparing
    from dateline.publish.bundle import bundle
    from dateline.publish.site import build_for_disk, quiet

    quiet()
    root = tmp_path_factory.mktemp("bundle")
    build_for_disk(demonstration(root / "desk"), preparing(drafts=False, strict=False, today=None), root / "site")
    bundle(root / "site", root / "desk.zip")
    with ZipFile(root / "desk.zip") as archive:
        archive.extractall(root / "ü b c")
    return root / "ü b c"
