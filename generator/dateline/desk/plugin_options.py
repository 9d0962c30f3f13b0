"""What a command line says to the plugin, beyond mkdocs.yml."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.desk.report import printable
from dateline.findings import Finding, Severity
from dateline.model.when import When

LOG = logging.getLogger("mkdocs.plugins.dateline")
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.INFO}


def log_findings(findings: tuple[Finding, ...]) -> None:
    """Findings as lines of MkDocs' own log."""
    for finding in findings:
        LOG.log(LEVELS[finding.severity], "%s", printable(str(finding)))


@dataclass(kw_only=True, slots=True)
class Options:
    """What a command line says beyond mkdocs.yml."""

    drafts: bool = False
    today: When | None = None
    strict: bool = False
    as_of: str = ""
    """What every page says of when it is from. The content is history then: it cannot be mended, and stops nothing."""
    report: Callable[[tuple[Finding, ...]], None] = field(default=log_findings)
