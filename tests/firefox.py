"""A Firefox of this machine, driven by its own protocol: Marionette, lengths and JSON over a local connection.

Playwright drives only a Firefox that it patched itself, and geckodriver is in no package of Debian's.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

KNOWN = ("firefox-esr", "firefox")
PREFERENCES = {
    "marionette.port": 0,  # a free one, which it then writes into its profile
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    # Nobody else can be reached, whatever a page asks for.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "localhost, 127.0.0.1",
}
STARTED = 60
"""Seconds until it has to be there; a first start on a busy machine takes a third of that."""


class Firefox:
    """A conversation with a running Firefox."""

    def __init__(self, port: int) -> None:
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=STARTED).makefile("rwb")
        self.numbers = count(1)
        self._read()  # it introduces itself
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "dismiss"}}})

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of a function returns, a promise awaited."""
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": arguments})["value"]

    def until(self, script: str, *arguments: Any) -> Any:
        """What a script returns once it is anything."""
        end = time.monotonic() + STARTED
        while not (found := self.run(script, *arguments)):
            assert time.monotonic() < end, f"this never came: {script}"
            time.sleep(0.1)
        return found

    def press(self, *keys: str) -> None:
        """Keys as a reader presses them, one after the other."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        number = next(self.numbers)
        message = json.dumps([0, number, command, parameters]).encode()
        self.stream.write(f"{len(message)}:".encode() + message)
        self.stream.flush()
        _, answered, error, result = self._read()
        assert answered == number
        assert error is None, error
        return result

    def _read(self) -> Any:
        size = b""
        while (letter := self.stream.read(1)) != b":":
            assert letter, "Firefox has gone"
            size += letter
        return json.loads(self.stream.read(int(size)))


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A Firefox with a new profile in a folder; the test is skipped where none is installed."""
    program = next(filter(None, map(shutil.which, KNOWN)), None)
    if program is None:
        pytest.skip("no Firefox is installed here (Debian: apt-get install firefox-esr)")
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (folder / "user.js").write_text("".join(lines), "utf-8")
    command = [program, "--headless", "--no-remote", "--marionette", "--profile", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_home(folder)) as process:
        try:
            yield Firefox(_port(folder / "MarionetteActivePort", process))
        finally:
            process.terminate()


def _home(folder: Path) -> dict[str, str]:
    return {"HOME": str(folder), "PATH": "/usr/bin:/bin", "MOZ_HEADLESS": "1", "LANG": "C.UTF-8"}


def _port(file: Path, process: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + STARTED
    while not (file.is_file() and file.read_text().strip()):
        assert process.poll() is None, f"Firefox ended with {process.returncode}"
        assert time.monotonic() < end, "Firefox did not start"
        time.sleep(0.1)
    return int(file.read_text())
