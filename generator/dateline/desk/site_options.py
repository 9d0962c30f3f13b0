"""Command-line options to a prepared plugin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.desk.report import exit_code, show
from dateline.findings import Finding
from dateline.model.when import When


@dataclass(kw_only=True)
class Preparation:
    """Hands a loaded configuration's plugin its options, and remembers whether findings stopped it."""

    drafts: bool
    strict: bool
    today: When | None
    stopped: bool = False

    def __call__(self, config: Any) -> None:
        """Give the plugin of a MkDocs configuration its options."""
        plugin = config.plugins["dateline"]
        plugin.options.drafts = self.drafts
        plugin.options.strict = self.strict
        plugin.options.today = self.today
        plugin.options.report = self.report

    def report(self, findings: tuple[Finding, ...]) -> None:
        """Show findings as `dateline check` does."""
        if findings:
            show(findings, "text")
        self.stopped = self.stopped or exit_code(findings, strict=self.strict) > 0


def preparing(*, drafts: bool, strict: bool, today: When | None) -> Preparation:
    """A preparation with these options."""
    return Preparation(drafts=drafts, strict=strict, today=today)
