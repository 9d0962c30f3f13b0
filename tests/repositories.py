"""Git repositories for tests: the same commits with the same hashes every time."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from desks import Files, write

DAY = "2026-01-01T12:00:00Z"
SURROUNDINGS = {
    "GIT_AUTHOR_NAME": "An editor", "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An editor", "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


class Repository(NamedTuple):
    """A repository in a folder."""

    root: Path

    def git(self, *words: str, day: str = DAY) -> str:
        """What git answers; an error of git's is the test's own."""
        dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        done = subprocess.run(
            ["git", *words], cwd=self.root, check=True, capture_output=True, env={**os.environ, **SURROUNDINGS, **dates}
        )
        return done.stdout.decode().strip()

    def commit(self, message: str, files: Files | None = None, *, day: str = DAY) -> str:
        """The hash of a commit of everything there, after writing some files."""
        write(self.root, files or {})
        self.git("add", "--all", day=day)
        self.git("commit", "--quiet", "--allow-empty", "--message", message, day=day)
        return self.git("rev-parse", "HEAD")


def repository(root: Path) -> Repository:
    """A new repository around what is in a folder, with one commit on `main`."""
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("The desk")
    return made
