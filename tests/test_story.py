"""The story in the guide, told by running it: every command as printed, and what is shown below it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from desks import ROOT

STORIES = ("guide/story.md",)
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """Commands, and lines of which each begins somewhere in what they print, in this order."""

    commands: str
    shown: tuple[str, ...]


def steps(story: str) -> list[Step]:
    found: list[Step] = []
    for kind, text in BLOCK.findall((ROOT / "docs" / story).read_text("utf-8")):
        if kind == "sh":
            found.append(Step(text, ()))
        else:
            found[-1] = found[-1]._replace(shown=tuple(text.rstrip("\n").split("\n")))
    return found


def told(commands: list[str], folder: Path) -> list[str]:
    """What each step prints, run in one shell that ends at the first command that fails."""
    marked = "".join(f"{block}\necho '<<<next>>>'\n" for block in commands)
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", marked],
        cwd=folder,
        env={**os.environ, **names, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.split("<<<next>>>\n")


@pytest.mark.parametrize("story", STORIES)
def test_the_story_runs_as_it_is_printed(story: str, tmp_path: Path) -> None:
    found = steps(story)
    assert len(found) > 3
    printed = told([step.commands for step in found], tmp_path)
    for step, output in zip(found, printed, strict=False):
        at = 0
        for line in step.shown:
            at = output.find(line, at)
            assert at >= 0, f"“{line}” is not in its place in:\n{output}"
    assert sum(len(step.shown) for step in found) > 3
