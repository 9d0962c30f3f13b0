"""The demonstration desk gives the same bytes under each Python that is at hand."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desks import ROOT, demonstration, files_below

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
KEPT_BY_PYENV = Path.home() / ".pyenv" / "versions"
LOCK = ROOT / ".ci/requirements.txt"


def at_hand(version: str) -> Path | None:
    """An interpreter of a version: one on the path, or one that pyenv keeps."""
    kept = sorted(KEPT_BY_PYENV.glob(f"{version}.*/bin/python"))
    return next((Path(one) for one in (*kept, shutil.which(f"python{version}")) if one), None)


def built_by(python: Path, folder: Path) -> dict[str, bytes]:
    """The site of the demonstration desk, built by an interpreter with what the lock names and our own program."""
    run = folder / "venv" / "bin" / "python"
    desk = demonstration(folder / "desk")
    for words in (
        [python, "-m", "venv", folder / "venv"],
        [run, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", LOCK],
        [run, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", ROOT],
        [run, "-m", "dateline.cli", "build", "--desk", desk],
    ):
        ended = subprocess.run([*map(str, words)], check=False, capture_output=True, text=True, cwd=folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    return files_below(desk / "site")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """As the Python that runs the tests builds it, with the same versions of everything else."""
    return built_by(Path(sys.executable), tmp_path_factory.mktemp("here"))


@pytest.mark.nightly
@pytest.mark.parametrize("version", [version for version in VERSIONS if not sys.version.startswith(version)])
def test_another_python_gives_the_same_bytes(version: str, here: dict[str, bytes], tmp_path: Path) -> None:
    python = at_hand(version)
    if python is None:
        pytest.skip(f"no Python {version} is at hand")
    other = built_by(python, tmp_path)
    assert [path for path in here.keys() | other.keys() if here.get(path) != other.get(path)] == []
