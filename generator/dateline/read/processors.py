"""How many processes may share work."""

from __future__ import annotations

import os
import sys
import threading


def processors() -> int:
    """As many as this process may use; 1 where forking is not safe."""
    # A thread that holds a lock is not copied with it; elsewhere than on Linux the system's own libraries have some.
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
