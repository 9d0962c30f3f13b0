"""`dateline check`: a desk to its findings."""

from __future__ import annotations

import click

from dateline.desk.options import desk_folder, format_option, strict_option, today_option
from dateline.desk.report import Format, exit_code, show
from dateline.desk.workplace import examined
from dateline.model.when import When


@click.command("check")
@desk_folder
@format_option
@strict_option
@today_option
def _check(desk: str, form: Format, strict: bool, today: When | None) -> int:
    """Show every finding at once: file, line, column, code, what was seen, and what to do.

    Exits with 0 when nothing stops a build, 1 when something does.
    """
    findings = examined(desk, today, form).findings
    show(findings, form)
    return exit_code(findings, strict=strict)


COMMAND = _check
