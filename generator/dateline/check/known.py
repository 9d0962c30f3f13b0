"""Findings, and what stands for the content, to and from the memory of earlier runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from dateline.findings import Fault, Finding, Place, Severity
from dateline.read.memory import Memory

FINDINGS: Final = "findings"
CONTENT: Final = "content"


class Content(NamedTuple):
    """What stands for the content of a desk as a whole."""

    day: str
    """The latest day that a published brief names as its own, ISO 8601."""
    sha256: str
    """Of all files read; 64 hexadecimal digits."""


def known_findings(memory: Memory, state: str, today: str) -> tuple[Finding, ...] | None:
    """The findings of a run on the very same files on the same day; None where none is known."""
    found = _value(memory, FINDINGS, state)
    try:
        return tuple(_read_back(row) for row in found["found"]) if found and found["today"] == today else None
    except (TypeError, ValueError, KeyError):
        return None


def keep_findings(memory: Memory, state: str, today: str, findings: Iterable[Finding]) -> None:
    """Know these findings next time."""
    _keep(memory, FINDINGS, state, {"today": today, "found": [_written(finding) for finding in findings]})


def known_content(memory: Memory, state: str) -> Content | None:
    """What stands for the very same files."""
    found = _value(memory, CONTENT, state)
    try:
        return Content(str(found["day"]), str(found["sha256"])) if found else None
    except KeyError:
        return None


def keep_content(memory: Memory, state: str, content: Content) -> None:
    """Know this next time."""
    _keep(memory, CONTENT, state, content._asdict())


def _value(memory: Memory, kind: str, state: str) -> dict[str, Any] | None:
    try:
        found = json.loads(memory.get(kind) or b"{}")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and state and found.get("state") == state else None


def _keep(memory: Memory, kind: str, state: str, value: dict[str, object]) -> None:
    memory.put(kind, [("", json.dumps(value | {"state": state}).encode("utf-8", "surrogatepass"))])


def _written(finding: Finding) -> list[object]:
    assert isinstance(finding.at, Place), "a finding that is shown has its line"
    fault = finding.fault
    return [fault.code, fault.name, str(fault.severity), *finding.at, finding.message, finding.remedy, finding.detail]


def _read_back(row: Sequence[object]) -> Finding:
    code, name, severity, file, line, column, message, remedy, detail = row
    return Finding(
        fault=Fault(code=str(code), name=str(name), severity=Severity(str(severity))),
        at=Place(str(file), int(str(line)), int(str(column))),
        message=str(message),
        remedy=str(remedy),
        detail=str(detail),
    )
