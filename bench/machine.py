"""The machine and the installed packages to one line: what every figure must be read with."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version


def described(packages: Sequence[str]) -> str:
    """Processors, system, Python, and the versions of these distributions."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return f"{machine}, Python {platform.python_version()}; {versions}."
