"""A forge for tests: repositories, the steps of a workflow run in a shell, and the programs that would ask a host."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

GIT = {
    "GIT_AUTHOR_NAME": "A. Editor", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A. Editor",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}  # fmt: skip


class Ran(NamedTuple):
    """How a step ended."""

    code: int
    out: str


def git(folder: Path, *words: str) -> str:
    """A git command in a repository; what it prints."""
    environment = {**os.environ, **GIT}
    done = subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, message: str = "a change") -> str:
    """All that is in a folder as a commit; its hash."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def workflow(path: Path) -> Mapping[str, Any]:
    """A workflow's file; `on` is a text in YAML 1.2, and true to this reader."""
    found: Any = yaml.safe_load(path.read_text("utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def step(workflow_: Mapping[str, Any], job: str, name: str) -> str:
    """The shell of one step."""
    steps = workflow_["jobs"][job]["steps"]
    return str(next(step["run"] for step in steps if step.get("name") == name))


def shell(script: str, folder: Path, environment: Mapping[str, str], programs: Path) -> Ran:
    """Run a script as a runner does: it ends at the first command that fails."""
    path = os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]])
    full = {**os.environ, **GIT, "PATH": path, **environment}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=full, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout)


def program(folder: Path, name: str, python: str) -> None:
    """A program of a name, in Python, in a folder that comes first on the path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{python}", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
