"""What continuous integration installs: locked with hashes, as pyproject.toml asks, under licences that are known."""

from __future__ import annotations

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from desks import ROOT

LOCKED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)[^\n]*((?:\n +--hash=sha256:[0-9a-f]{64}(?: \\)?)*)", re.MULTILINE)
LICENCES = frozenset(
    {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "PSF-2.0", "Artistic-1.0-Perl"}
    | {"Apache-2.0 OR BSD-2-Clause", "MIT AND PSF-2.0", "Apache-2.0 AND CNRI-Python"}
    | {"MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"}
)
"""Under which we use what others wrote; one more is to be read before it is added."""


def locked() -> dict[str, list[str]]:
    """The versions in the lock by name; several where they differ by the version of Python."""
    found: dict[str, list[str]] = {}
    for name, version, hashes in LOCKED.findall((ROOT / ".ci/requirements.txt").read_text("utf-8")):
        assert hashes, name
        found.setdefault(name, []).append(version)
    return found


def asked_for() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    building = (ROOT / ".ci/build.in").read_text("utf-8").split()
    return [
        Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["test"], *building)
    ]


def test_everything_that_is_asked_for_is_locked_in_a_version_that_will_do() -> None:
    versions = locked()
    assert len(versions) > 60
    wrong = [
        str(asked)
        for asked in asked_for()
        if not all(asked.specifier.contains(version) for version in versions.get(canonicalize_name(asked.name), ["0"]))
    ]
    assert wrong == [], "run “make lock”"


def test_every_locked_package_has_a_known_licence() -> None:
    rows = [line.split("\t") for line in (ROOT / ".ci/licences.tsv").read_text("utf-8").splitlines()]
    assert [name for name, _ in rows] == sorted(locked())
    assert [name for name, licence in rows if licence not in LICENCES] == []
