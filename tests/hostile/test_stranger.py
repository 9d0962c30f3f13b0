"""A branch from a stranger is reviewed: nothing of it runs, is followed, or leaves the folder it is unpacked to."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from conftest import Command
from desks import GOOD, copied, files_below, write
from repositories import Repository, repository

SECRET = "canarysecret"  # noqa: S105  # a word to look for
LINK_OUT = "D135"
"""What is said of a link that leads out of the desk; without it the stranger's files were not read at all."""
RUNS_PYTHON = "site_name: !!python/object/apply:os.system ['touch {trap}']\nplugins: [dateline]\n"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SUBMODULE = '[submodule "x"]\n\tpath = briefs/x\n\turl = ext::sh -c "touch {trap}"\n\tupdate = !touch {trap}\n'
ATTRIBUTES = "* filter=trap diff=trap merge=trap working-tree-encoding=UTF-16 ident export-subst\n"
QUIET = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false")
NAMES = ("two\nlines", "a\x1b[2Jb", "::error file=x::y", "-rf", "$(touch trap)", "CON", "\u202egnp")
"""Of files that a stranger adds."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a desk, its machine's programs and the trap stand in."""
    return tmp_path_factory.mktemp("stranger")


@pytest.fixture
def trap(place: Path) -> Path:
    """A file that exists once anything has run."""
    trap = place / "trap"
    trap.unlink(missing_ok=True)
    return trap


@pytest.fixture(scope="module")
def desk(place: Path) -> Repository:
    """A desk on a machine that would run much for a stranger, and the stranger's branch `theirs`."""
    desk = repository(copied(GOOD, place / "desk"))
    write(place, {"secret.yaml": f"name: {SECRET}\n", "secret.md": SECRET})
    running(desk, place, place / "trap")
    desk.git(*QUIET, "checkout", "--quiet", "-b", "theirs")
    written_by_a_stranger(desk, place / "trap")
    desk.git(*QUIET, "checkout", "--quiet", "--force", "main")
    return desk


def running(desk: Repository, folder: Path, trap: Path) -> None:
    """Everything that git can be told to run."""
    script = write(folder, {"run": f"#!/bin/sh\ntouch '{trap}'\ncat\n"}) / "run"
    script.chmod(0o755)
    hooks = folder / "hooks"
    for name in ("post-checkout", "post-index-change", "reference-transaction", "post-merge", "fsmonitor-watchman"):
        write(hooks, {name: f"#!/bin/sh\ntouch '{trap}'\n"})
        (hooks / name).chmod(0o755)
    settings = {
        "filter.trap.smudge": script, "filter.trap.clean": script, "filter.trap.process": script,
        "diff.trap.textconv": script, "diff.trap.command": script, "diff.external": script, "merge.trap.driver": script,
        "core.pager": script, "core.editor": script, "core.sshCommand": script, "core.askPass": script,
        "credential.helper": f"!{script}", "protocol.ext.allow": "always", "gpg.program": script,
        "log.showSignature": "true", "core.fsmonitor": script, "core.hooksPath": hooks,
    }  # fmt: skip
    with (desk.root / ".git/config").open("a") as config:
        for name, value in settings.items():
            section, _, key = name.rpartition(".")
            first, _, second = section.partition(".")
            config.write(f'[{first}{f" {chr(34)}{second}{chr(34)}" if second else ""}]\n\t{key} = "{value}"\n')


def written_by_a_stranger(desk: Repository, trap: Path) -> None:
    pier = desk.root / "briefs/2021/pier"
    for name in NAMES:
        write(pier, {f"{name}.md": f"---\ntitle: {name!r}\npublished: 2021\n---\nWords.\n".encode()})
    (pier / "out.md").symlink_to(desk.root.parent / "secret.md")
    (desk.root / "briefs/actors/out.yaml").symlink_to("../../../secret.yaml")
    (desk.root / "briefs/2022").symlink_to("/etc")
    write(desk.root, {
        "mkdocs.yml": RUNS_PYTHON.format(trap=trap),
        ".gitattributes": ATTRIBUTES,
        ".gitmodules": SUBMODULE.format(trap=trap),
    })  # fmt: skip
    (desk.root / ".git/info").mkdir(exist_ok=True)
    (desk.root / ".git/info/attributes").write_text("* !filter !diff !merge !working-tree-encoding\n")
    desk.git(*QUIET, "add", "--all")
    desk.git(*QUIET, "update-index", "--add", "--cacheinfo", f"160000,{desk.git('rev-parse', 'main')},briefs/x")
    desk.git(*QUIET, "commit", "--quiet", "--no-verify", "--message", "\x1b[2J::error::y")
    climbing(desk)
    (desk.root / ".git/info/attributes").unlink()


def climbing(desk: Repository) -> None:
    """A commit on top whose tree has entries that git itself would never write."""
    blob = asked(desk, "x", "hash-object", "-w", "--stdin")
    up = entry(desk, f"100644 blob {blob}\tescaped.md\n")
    odd = [f"040000 tree {up}\t..", f"040000 tree {up}\t.git", f"100644 blob {blob}\t."]
    tree = entry(desk, "\n".join([desk.git("ls-tree", "HEAD"), *odd]) + "\n")
    commit = desk.git(*QUIET, "commit-tree", tree, "-p", "HEAD", "-m", "up")
    desk.git(*QUIET, "update-ref", "refs/heads/theirs", commit)


def entry(desk: Repository, lines: str) -> str:
    return asked(desk, lines, "mktree")


def asked(desk: Repository, text: str, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=desk.root, input=text.encode(), check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_the_trap_closes(desk: Repository, trap: Path) -> None:
    """Otherwise the test below would say nothing: git alone, asked as people ask it, runs what it was told to."""
    subprocess.run(["git", "diff", "main", "theirs~"], cwd=desk.root, check=False, capture_output=True)
    assert trap.exists()


@pytest.mark.parametrize("form", ["markdown", "html", "json", "text"])
def test_nothing_of_a_stranger_s_branch_runs_or_leaves_its_folder(
    form: str, desk: Repository, place: Path, trap: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(place))
    before = files_below(place)
    outcome = dateline("review", "main", "theirs", "--desk", desk.root, "--format", form)
    assert outcome.code == 0, outcome.err
    assert not trap.exists()
    assert LINK_OUT in outcome.out
    assert SECRET not in outcome.out + outcome.err
    assert not UNPRINTABLE.search(outcome.out + outcome.err)
    assert files_below(place) == before
