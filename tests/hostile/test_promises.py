"""Each promise of docs/security.md names a test that is there."""

from __future__ import annotations

import re

from desks import ROOT

PROMISE = re.compile(r"^\| .+ \| `(tests/\S+\.py)::(test_\w+)` \|$", re.MULTILINE)


def test_every_promise_names_a_test() -> None:
    text = (ROOT / "docs/security.md").read_text("utf-8")
    promises = PROMISE.findall(text)
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| promise")]
    assert len(promises) == len(rows) > 10
    assert [
        (file, test)
        for file, test in promises
        if not re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    ] == []
