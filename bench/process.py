"""A command to what it cost: seconds on the wall, seconds of processor, peak memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

KIB = 1024


class Cost(NamedTuple):
    """What one run of a process took, with the children it waited for."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor, user and system."""
    peak: int
    """Largest resident memory in bytes."""


class FailedError(Exception):
    """The command did not end well; the message is the end of what it printed."""


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command and measure it. Raises FailedError when it does not exit with 0."""
    with tempfile.TemporaryFile() as printed:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT, env=_surroundings())
        # wait4 and not RUSAGE_CHILDREN: that one keeps the largest memory of all children so far.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            raise FailedError(f"{' '.join(command)}\n{printed.read().decode(errors='replace')[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * KIB)


def _surroundings() -> dict[str, str]:
    """The environment of one who has the program installed: Python keeps what it compiled, also where ours may not.

    Without that, half of a short run is Python reading its libraries' source once more.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": _compiled().name}


@cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="dateline-bench-compiled-")
