"""A git repository to its commits, and a commit to a folder of its files: read as data, nothing of it runs."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAFE: Final = (
    "--no-pager", "--literal-pathspecs", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
)  # fmt: skip
"""No hook and no watcher runs, and a partial clone asks nobody for what it lacks."""
QUIET: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
MISLEADING: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
"""Set by a hook that calls us, they would lead to another repository."""
FULL_HASH: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
SHORT: Final = 12
UNOWNED: Final = "dubious ownership"


class HistoryError(Exception):
    """The repository cannot be asked, or has no such commit; the message says what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """One commit."""

    hash: str
    """Its whole name, hexadecimal."""
    day: str
    """The day it was committed, in UTC, ISO 8601."""

    @property
    def short(self) -> str:
        """Enough of its name for a person."""
        return self.hash[:SHORT]


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """A git repository as seen from a desk's folder."""

    root: Path
    """The desk's folder."""
    prefix: str
    """The desk's folder within the repository, empty or with a stroke at its end."""

    @classmethod
    def around(cls, root: Path) -> Repository:
        """The repository that a desk's folder is in; raises HistoryError where there is none."""
        done = _git(root, "rev-parse", "--show-prefix")
        if done.returncode:
            if UNOWNED in done.stderr.decode("utf-8", "replace"):
                raise HistoryError(f"git does not trust the owner of {root}; run: git config --global --add "
                                   "safe.directory and the folder's name")  # fmt: skip
            raise HistoryError(f"{root} is not in a git repository; run “git init” and commit, or name the desk's "
                               "folder with --desk")  # fmt: skip
        return cls(root=root, prefix=done.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))

    def commit(self, revision: str) -> Commit:
        """The commit that a branch, a tag or a hash names; raises HistoryError where nothing has that name."""
        found = None if revision.startswith("-") or not revision else self._verified(f"{revision}^{{commit}}")
        if found is None:
            raise HistoryError(self._unknown(revision))
        return self._dated(found)

    def common(self, one: Commit, other: Commit) -> Commit:
        """The last commit that two states have in common; raises HistoryError where there is none."""
        done = _git(self.root, "merge-base", one.hash, other.hash)
        if done.returncode:
            remedy = "; this clone is shallow: run “git fetch --unshallow”" if self.is_shallow else ""
            raise HistoryError(f"{one.short} and {other.short} have no commit in common here{remedy}")
        return self._dated(done.stdout.decode().strip())

    def at_the_end_of(self, day: str) -> Commit:
        """The commit that stood at the end of a day, in UTC, on the way to the one checked out."""
        until = f"--before={day}T23:59:59Z"
        done = _git(self.root, "rev-list", "--max-count=1", "--first-parent", until, "HEAD")
        found = done.stdout.decode().strip()
        if done.returncode or not found:
            remedy = "; this clone is shallow: run “git fetch --unshallow”" if self.is_shallow else ""
            raise HistoryError(f"nothing had been committed by the end of {day}{remedy}")
        return self._dated(found)

    def read(self, *words: str) -> bytes:
        """What git answers to a question; raises HistoryError where it has no answer."""
        done = _git(self.root, *words)
        if done.returncode:
            raise HistoryError(f"git could not read the commit: {done.stderr.decode('utf-8', 'replace').strip()}")
        return done.stdout

    @property
    def head(self) -> Commit | None:
        """The commit checked out; None before the first one."""
        found = self._verified("HEAD^{commit}")
        return self._dated(found) if found else None

    @property
    def is_shallow(self) -> bool:
        """Whether older commits were left out when the repository was copied."""
        return _git(self.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _verified(self, name: str) -> str | None:
        done = _git(self.root, "rev-parse", "--verify", "--quiet", name)
        found = done.stdout.decode("utf-8", "replace").strip()
        return found if not done.returncode and FULL_HASH.fullmatch(found) else None

    def _dated(self, name: str) -> Commit:
        done = _git(self.root, "log", "-1", "--no-show-signature", "--format=%cd", "--date=format-local:%Y-%m-%d", name)
        return Commit(hash=name, day=done.stdout.decode("utf-8", "replace").strip())

    def _unknown(self, revision: str) -> str:
        if self.head is None:
            return "the repository has no commit yet; commit the desk first"
        if self.is_shallow:
            return (f"this clone is shallow and does not hold “{revision}”; run: git fetch --depth=1 origin "
                    f"{revision} (on GitHub: “fetch-depth: 0” for actions/checkout)")  # fmt: skip
        return f"git knows no “{revision}” here; name a branch, a tag or a commit, such as main or origin/main"


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # git alone, with words of our own and names that are no options
            command(*words), cwd=root, capture_output=True, check=False, env=environment()
        )
    except FileNotFoundError as error:
        raise HistoryError("the program “git” was not found; install it") from error


def command(*words: str) -> list[str]:
    """A call of git that runs nothing but git."""
    return ["git", *SAFE, *words]


def environment() -> dict[str, str]:
    """What git is told of its surroundings: days in UTC, no questions, no locks."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {**kept, **QUIET, "TZ": "UTC"}
