"""Findings to the code quality report that GitLab shows beside the lines of a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from dateline.findings import Finding, Place, Severity

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def code_quality(findings: Iterable[Finding]) -> str:
    """A JSON list of findings; one keeps its fingerprint when only its line changes, as GitLab tells new ones by it."""
    seen: Counter[str] = Counter()
    return json.dumps([_row(finding, seen) for finding in findings], ensure_ascii=False, indent=2)


def _row(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    same = f"{place.file}\n{finding.fault.code}\n{finding.message}"
    seen[same] += 1
    return {
        "description": f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message,
        "check_name": f"{finding.fault.code} {finding.fault.name}",
        "fingerprint": hashlib.sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }
