"""Whatever happens to a build, the last good site stays whole, somebody is told, and the next build is right."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import Command
from dateline.publish.manifest import seal
from desks import GOOD, copied, files_below, write

POST = "briefs/2021/pier/post.md"
LONGEST = 120
"""Seconds that a build of a small desk may take on a machine with much else to do."""
UNWRITABLE = 3
INTERRUPTED = 130
Files = dict[str, bytes]


def start(desk: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """A build in a process of its own."""
    command = [sys.executable, "-m", "dateline.cli", *(words or ("build",)), "--desk", str(desk)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=os.environ | more, cwd=desk)


def build(desk: Path, **more: str) -> tuple[int, str]:
    """How a build ended, and what it said."""
    process = start(desk, **more)
    out, err = process.communicate(timeout=LONGEST)
    assert "Traceback" not in out + err, err
    return process.returncode, out + err


def changed(desk: Path) -> None:
    """The desk as an editor leaves it after a small change to an article that is printed whole."""
    file = desk / POST
    file.write_text(file.read_text("utf-8") + "\nA line more.\n", "utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that was built."""
    desk = copied(GOOD, tmp_path_factory.mktemp("first"))
    assert build(desk)[0] == 0
    return desk


@pytest.fixture(scope="module")
def second(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The site of the same desk after the change, built where nothing was before."""
    desk = copied(first, tmp_path_factory.mktemp("second"))
    changed(desk)
    assert build(desk)[0] == 0
    return files_below(desk / "site")


@pytest.fixture
def desk(first: Path, tmp_path: Path) -> Path:
    """A desk with its site and its memory, changed since."""
    desk = tmp_path / "desk"
    shutil.copytree(first, desk, symlinks=True)
    changed(desk)
    return desk


def is_whole(site: Files, *wholes: Files) -> bool:
    return any(site == whole for whole in wholes)


def in_order(desk: Path, first: Path, second: Files) -> None:
    """The next build gives what a clean one does, and leaves nothing lying about."""
    code, said = build(desk)
    assert code == 0, said
    assert files_below(desk / "site") == second
    assert {path.name for path in desk.iterdir()} <= {path.name for path in first.iterdir()}


# Kills and Ctrl-C.


def stopped_at(desk: Path, how: int, moment: float) -> int:
    """The exit code of a build that is sent a signal after some seconds."""
    process = start(desk)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(how)
    out, err = process.communicate(timeout=LONGEST)
    assert is_tidy(out + err), err
    return process.returncode


def stopped_at_work(desk: Path, how: int) -> int:
    """The exit code of a build that is sent a signal once it holds its lock, however busy the machine is."""
    process, lock = start(desk), desk / ".dateline" / "lock"
    while process.poll() is None and not (lock.exists() and lock.read_text("ascii") == str(process.pid)):
        time.sleep(0.01)
    process.send_signal(how)
    out, err = process.communicate(timeout=LONGEST)
    assert is_tidy(out + err), err
    return process.returncode


def is_tidy(said: str) -> bool:
    """While Python is still loading the program, what it says of a Ctrl-C is its own."""
    return "Traceback" not in said or "in main" not in said


def length_of_a_build(desk: Path, to: Path) -> float:
    shutil.copytree(desk, to, symlinks=True)
    begun = time.monotonic()
    assert build(to)[0] == 0
    return time.monotonic() - begun


def survives(how: int, times: int, desk: Path, first: Path, second: Files) -> set[int]:
    """The exit codes of builds that were sent a signal at moments spread over their whole length."""
    length, dice = length_of_a_build(desk, desk.with_name("timed")), random.Random(9)  # noqa: S311  # no secret
    good, codes = files_below(first / "site"), set()
    for number in range(times):
        attempt = desk.with_name(f"attempt-{number}")
        shutil.copytree(desk, attempt, symlinks=True)
        codes.add(stopped_at(attempt, how, length * (number + dice.random()) / times))
        assert is_whole(files_below(attempt / "site"), good, second)
        in_order(attempt, first, second)
        shutil.rmtree(attempt)
    return codes


def test_a_kill_at_any_moment_leaves_a_whole_site(desk: Path, first: Path, second: Files) -> None:
    assert -signal.SIGKILL in survives(signal.SIGKILL, 5, desk, first, second)


@pytest.mark.nightly
def test_fifty_kills_leave_a_whole_site(desk: Path, first: Path, second: Files) -> None:
    assert -signal.SIGKILL in survives(signal.SIGKILL, 50, desk, first, second)


def test_ctrl_c_leaves_nothing_half_written_and_ends_with_130(desk: Path, first: Path, second: Files) -> None:
    codes = survives(signal.SIGINT, 5, desk, first, second) | {stopped_at_work(desk, signal.SIGINT)}
    in_order(desk, first, second)
    assert INTERRUPTED in codes
    assert codes <= {0, INTERRUPTED, -signal.SIGINT, 1}  # the last two while Python is still loading the program


@pytest.mark.nightly
def test_fifty_times_ctrl_c_leave_a_whole_site(desk: Path, first: Path, second: Files) -> None:
    assert INTERRUPTED in survives(signal.SIGINT, 50, desk, first, second)


@pytest.mark.nightly
@pytest.mark.parametrize("words", [("pages", "--out", "out"), ("export", "--out", "out"), ("bundle", "--out", "b.zip")])
def test_ctrl_c_stops_every_command_that_writes(words: tuple[str, ...], desk: Path) -> None:
    assert start(desk, *words).wait(LONGEST) == 0
    before = files_below(desk)
    for moment in (0.3, 0.6, 1.0, 1.5, 2.0):
        process = start(desk, *words)
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=LONGEST)
        assert process.returncode in {0, INTERRUPTED, -signal.SIGINT, 1}
        assert is_tidy(err), err
        assert files_below(desk) == before


# Disks.


@contextmanager
def small_disk(at: Path, size: str, *options: str) -> Iterator[Path]:
    """A disk in memory; only where the system lets us mount one."""
    at.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", ",".join((f"size={size}", *options)), "tmpfs", str(at)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this system lets us mount no disk")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def test_a_full_disk_is_named_and_leaves_the_last_site(first: Path, second: Files, tmp_path: Path) -> None:
    need = sum(path.stat().st_size + 4096 for path in (first / "site").rglob("*"))
    with small_disk(tmp_path / "disk", str(need * 5 // 4)) as disk:
        desk = disk / "desk"
        shutil.copytree(first, desk, symlinks=True)
        changed(desk)
        filler = disk / "filler"
        fill(filler)
        code, said = build(desk)
        assert code == UNWRITABLE, said
        assert "No space left on device" in said
        assert files_below(desk / "site") == files_below(first / "site")
        filler.unlink()
        subprocess.run(["mount", "-o", f"remount,size={need * 8}", str(disk)], check=True)
        in_order(desk, first, second)


def fill(file: Path) -> None:
    """Take all but a little of a disk."""
    with file.open("wb") as stream:
        try:
            while True:
                stream.write(bytes(65536))
                stream.flush()
        except OSError:
            pass
        stream.truncate(max(0, file.stat().st_size - 200_000))


def test_an_output_that_cannot_be_written_is_named(first: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "64m") as disk:
        desk = disk / "desk"
        shutil.copytree(first, desk, symlinks=True)
        changed(desk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        code, said = build(desk)
        assert code == UNWRITABLE, said
        assert "Read-only file system" in said
        assert files_below(desk / "site") == files_below(first / "site")


@pytest.mark.parametrize("limit", [2_000, 40_000, 200_000])
def test_a_file_that_may_not_grow_leaves_the_last_site(limit: int, desk: Path, first: Path, second: Files) -> None:
    """As on a full disk, wherever this test runs: the system refuses what is longer."""
    shell = f"ulimit -f {limit // 512}; exec {sys.executable} -m dateline.cli build"
    ended = subprocess.run(["bash", "-c", shell], check=False, cwd=desk, capture_output=True, text=True)
    assert "Traceback" not in ended.stderr
    assert ended.returncode == UNWRITABLE, ended.stderr
    assert re.search("File too large|disk I/O error", ended.stderr)  # the second is what SQLite makes of the first
    assert files_below(desk / "site") == files_below(first / "site")
    in_order(desk, first, second)


# Builds beside each other, and clocks.


def test_two_builds_at_once_leave_one_whole_site(desk: Path, first: Path, second: Files) -> None:
    both = [start(desk), start(desk)]
    ends = [(process.communicate(timeout=LONGEST), process.returncode) for process in both]
    for (out, err), code in ends:
        assert code in {0, UNWRITABLE}, err
        assert "Traceback" not in out + err
        assert code == 0 or err.strip()
    assert 0 in {code for _, code in ends}
    assert files_below(desk / "site") == second
    in_order(desk, first, second)


def test_a_clock_that_goes_backwards_changes_nothing(desk: Path, first: Path, second: Files) -> None:
    """Files from a later day than today, and a change that is older than the build before it."""
    for path in desk.rglob("*"):
        if path.is_file():
            os.utime(path, (4e9, 4e9))
    os.utime(desk / POST, (1e9, 1e9))
    in_order(desk, first, second)


def test_a_change_that_keeps_length_and_time_is_seen(first: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(first, desk, symlinks=True)
    file = desk / "briefs/actors/ola-brandt.yaml"
    before, text = file.stat(), file.read_text("utf-8")
    assert "Ola" in text
    file.write_text(text.replace("Ola", "Ulf"), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert build(desk)[0] == 0
    assert b"Ulf" in (desk / "site/actors/ola-brandt/index.html").read_bytes()


# Memory.


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garbled(file: Path) -> None:
    file.write_bytes(bytes(byte ^ 0x55 for byte in file.read_bytes()))


def nicked(file: Path) -> None:
    content = bytearray(file.read_bytes() or b"x")
    content[len(content) // 3] ^= 1
    file.write_bytes(content)


def of_another_version(file: Path) -> None:
    file.write_bytes(b"dateline-memory 999\n" + file.read_bytes())


def made_a_folder(file: Path) -> None:
    file.unlink()
    write(file, {"x": "x"})


def gone(file: Path) -> None:
    file.unlink()


TAMPERING = (emptied, cut, garbled, nicked, of_another_version, made_a_folder, gone)


@pytest.mark.parametrize("tamper", TAMPERING, ids=lambda function: function.__name__)
def test_a_memory_that_was_tampered_with_is_not_believed(
    tamper: Callable[[Path], None], desk: Path, first: Path, second: Files
) -> None:
    memory = [path for path in sorted((desk / ".dateline").rglob("*")) if path.is_file() and path.suffix != ".html"]
    if not memory:
        pytest.skip("this build has no memory")
    for file in memory[:: max(1, len(memory) // 8)]:
        tamper(file)
    in_order(desk, first, second)


def kept_time(file: Path) -> None:
    before, content = file.stat(), bytearray(file.read_bytes())
    content[content.index(b"Ola")] ^= 1
    with file.open("r+b") as stream:  # the file itself, which the tree before it may share
        stream.write(content)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def linked(file: Path, to: Path) -> None:
    file.unlink()
    file.symlink_to(to)


def sealed_again(site: Path) -> None:
    (site / "actors/ola-brandt/index.html").write_text("mine")
    seal(site, json.loads((site / "data/build.json").read_bytes()))


Edit = Callable[[Path], object]
BY_HAND: dict[str, Edit] = {
    "a page written anew": lambda site: (site / "actors/ola-brandt/index.html").write_text("mine"),
    "a page with its time kept": lambda site: kept_time(site / "actors/ola-brandt/index.html"),
    "a line more in a file of data": lambda site: (site / "data/claims.json").open("a").write("\n"),
    "a page that is a link": lambda site: linked(site / "actors/index.html", site.parent / "mkdocs.yml"),
    "a page that is gone": lambda site: (site / "briefs/pier/index.html").unlink(),
    "a file more": lambda site: (site / "stranger.html").write_text("stranger"),
    "a folder more": lambda site: write(site / "strange", {"index.html": "stranger"}),
    "checksums that agree": sealed_again,
}


OFTEN = ("a page with its time kept", "a page that is a link", "a file more")
"""For every change; the night takes all of them."""


@pytest.mark.parametrize(
    "edit",
    [pytest.param(BY_HAND[name], id=name, marks=() if name in OFTEN else pytest.mark.nightly) for name in BY_HAND],
)
def test_a_site_edited_by_hand_is_right_after_the_next_build_and_the_one_after(
    edit: Edit, first: Path, second: Files, tmp_path: Path, dateline: Command
) -> None:
    desk = shutil.copytree(first, tmp_path / "desk", symlinks=True)
    good = files_below(desk / "site")
    assert dateline("build", "--desk", desk).code == 0  # so that nothing is newer than its checksums, as in a copy
    edit(desk / "site")
    assert dateline("verify", desk / "site").code == (0 if edit is BY_HAND["checksums that agree"] else 1)
    assert dateline("build", "--desk", desk).code == 0
    assert files_below(desk / "site") == good
    assert not any(path.is_symlink() for path in (desk / "site").rglob("*"))
    changed(desk)
    assert dateline("build", "--desk", desk).code == 0
    assert files_below(desk / "site") == second


def test_a_site_edited_by_hand_is_said(first: Path, tmp_path: Path) -> None:
    desk = shutil.copytree(first, tmp_path / "desk", symlinks=True)
    (desk / "site/actors/ola-brandt/index.html").write_text("mine")
    code, said = build(desk)
    assert code == 0
    assert "site/actors/ola-brandt/index.html was changed since the last build" in said


def test_a_site_that_was_tampered_with_is_made_good(desk: Path, first: Path, second: Files) -> None:
    (desk / "site/index.html").write_text("tampered")
    (desk / "site/actors/ola-brandt/index.html").unlink()
    (desk / "site/stranger.html").write_text("stranger")
    in_order(desk, first, second)
