"""Command-line options to a prepared plugin."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from dateline.desk.report import exit_code, show
from dateline.desk.workplace import CannotReadError, settled
from dateline.findings import Finding
from dateline.model.when import When
from dateline.publish.configuration import SiteError, WrongSettingsError


@dataclass(kw_only=True)
class Preparation:
    """Hands a loaded configuration's plugin its options, and remembers whether findings stopped it."""

    drafts: bool
    strict: bool
    today: When | None
    as_of: str = ""
    """What every page says of when it is from; findings stop nothing then."""
    stopped: bool = False

    def __call__(self, config: Any) -> None:
        """Give the plugin of a MkDocs configuration its options."""
        plugin = config.plugins["dateline"]
        plugin.options.drafts = self.drafts
        plugin.options.strict = self.strict
        plugin.options.today = self.today
        plugin.options.as_of = self.as_of
        plugin.options.report = self.report

    def report(self, findings: tuple[Finding, ...]) -> None:
        """Show findings as `dateline check` does."""
        if findings:
            show(findings, "text")
        self.stopped = self.stopped or (not self.as_of and exit_code(findings, strict=self.strict) > 0)


@contextmanager
def telling(root: Path, prepare: Preparation) -> Iterator[None]:
    """End a command that makes a site by what is wrong: 1 after findings, 3 where something else stands in the way."""
    settled(root)
    try:
        yield
    except WrongSettingsError as error:
        show(error.findings, "text")
        raise click.exceptions.Exit(1) from error
    except SiteError as error:
        if prepare.stopped:  # the findings have been shown, and what they mean for the site
            raise click.exceptions.Exit(1) from error
        raise CannotReadError(str(error)) from error


def preparing(*, drafts: bool, strict: bool, today: When | None, as_of: str = "") -> Preparation:
    """A preparation with these options."""
    return Preparation(drafts=drafts, strict=strict, today=today, as_of=as_of)
