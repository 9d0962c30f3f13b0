"""A desk that is served follows its files, and keeps the last good site through whatever happens to them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from conftest import Command
from desks import GOOD, copied

PIER = "briefs/2021/pier/brief.yaml"
PAGE = "briefs/pier/index.html"
TITLE = "The new pier is open"
PATIENCE = 120
"""Seconds; only a machine with much else to do needs them."""


class Served:
    """A desk and the process that serves it."""

    def __init__(self, root: Path) -> None:
        self.root, self.said = root, root.parent / "said.txt"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        words = [sys.executable, "-m", "dateline.cli", "serve", "--desk", str(root), "--address", address]
        with self.said.open("w") as said:
            self.process = subprocess.Popen(words, stdout=said, stderr=subprocess.STDOUT)
        self.url = f"http://{address}/"
        self.until(self.page)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait for something."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < end, self.said.read_text()[-2000:]
            time.sleep(0.05)

    def page(self, name: str = PAGE) -> str:
        """A page as a reader gets it, empty where there is none."""
        try:
            with urlopen(self.url + name, timeout=10) as answer:  # noqa: S310  # our own
                return str(answer.read().decode())
        except (URLError, ConnectionError):
            return ""

    def write(self, old: str, new: str) -> None:
        """A save."""
        path = self.root / PIER
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    one = Served(copied(GOOD, tmp_path / "desk"))
    try:
        yield one
    finally:
        one.process.terminate()
        one.process.wait(PATIENCE)


def test_a_saved_file_is_a_changed_page(served: Served) -> None:
    assert TITLE in served.page()
    for number in range(3):
        served.write(TITLE, f"{TITLE} {number}")
        served.until(lambda number=number: f"{TITLE} {number}" in served.page())  # type: ignore[misc]
        served.write(f"{TITLE} {number}", TITLE)
        served.until(lambda number=number: f"{TITLE} {number}" not in served.page())  # type: ignore[misc]
    assert served.page("actors/ola-brandt/index.html")


def test_what_breaks_leaves_the_last_good_site(served: Served) -> None:
    shutil.copy(served.root / PIER, served.root / "aside")
    (served.root / PIER).write_text("title: [\n")
    served.until(lambda: "error D" in served.said.read_text())
    assert TITLE in served.page()
    (served.root / "aside").replace(served.root / PIER)
    served.write(TITLE, "Mended")
    served.until(lambda: "Mended" in served.page())


def test_a_folder_that_goes_and_comes_back_is_followed(served: Served) -> None:
    """As a switch to another branch does."""
    (served.root / "briefs").rename(served.root / "away")
    served.until(lambda: "no-briefs-folder" in served.said.read_text())
    (served.root / "away").rename(served.root / "briefs")
    served.until(lambda: TITLE in served.page())
    served.write(TITLE, "Back again")
    served.until(lambda: "Back again" in served.page())


def test_reading_files_builds_nothing(served: Served) -> None:
    said = served.said.read_text()
    for path in (served.root / "briefs").rglob("*.yaml"):
        path.read_bytes()
    (served.root / "mkdocs.yml").read_bytes()
    time.sleep(1)
    assert served.said.read_text() == said


@pytest.mark.parametrize("address", ["8000", "here", "127.0.0.1:http"])
def test_what_is_no_address_is_said(address: str, tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("serve", "--desk", copied(GOOD, tmp_path), "--address", address)
    assert outcome.code == 3
    assert "HOST:PORT" in outcome.err


def test_a_taken_address_is_said(tmp_path: Path, dateline: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        outcome = dateline("serve", "--desk", copied(GOOD, tmp_path), "--address", address)
    assert outcome.code == 3
    assert address in outcome.err


@pytest.mark.nightly
def test_a_thousand_saves_take_no_more_memory(served: Served) -> None:
    def resident() -> int:
        fields = Path(f"/proc/{served.process.pid}/statm").read_text().split()
        return int(fields[1])

    sizes = []
    for number in range(1000):
        served.write("summary: ", f"summary: Save{number}. ")
        served.until(lambda number=number: f"Save{number}." in served.page())  # type: ignore[misc]
        served.write(f"summary: Save{number}. ", "summary: ")
        served.until(lambda number=number: f"Save{number}." not in served.page())  # type: ignore[misc]
        sizes.append(resident())
    assert max(sizes[-100:]) < 1.1 * max(sizes[100:200])
