"""`dateline check`: a desk to its findings."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.build import Desk
from dateline.desk.in_public import PUBLIC, in_public
from dateline.desk.options import desk_folder, format_option, strict_option, today_option
from dateline.desk.report import Format, exit_code, show
from dateline.desk.workplace import CannotReadError, examined
from dateline.findings import Finding
from dateline.model.when import When
from dateline.read.history import HistoryError
from dateline.read.tree import ReadError


@click.command("check")
@desk_folder
@click.option(
    "--changed",
    metavar="BASE",
    help="Check everything, and show what your changes since BASE touch: what stands in changed files, and what they "
    "bring about elsewhere.",
)
@format_option
@strict_option
@today_option
def _check(desk: str, changed: str | None, form: Format, strict: bool, today: When | None) -> int:
    """Show every finding at once: file, line, column, code, what was seen, and what to do.

    Exits with 0 when nothing stops a build, 1 when something does.
    """
    if changed is None:
        found = examined(desk, today, form)
        findings = found.findings
    else:
        found, findings = _touched(Path(desk), changed, today)
    show(in_public(findings, found.corpus) if form in PUBLIC else findings, form)
    return exit_code(findings, strict=strict)


def _touched(root: Path, base: str, today: When | None) -> tuple[Desk, tuple[Finding, ...]]:
    from dateline.desk.review.states import since
    from dateline.desk.review.touched import touched

    try:
        before, after = since(root, base, today)
    except (HistoryError, ReadError) as error:
        raise CannotReadError(str(error)) from error
    return after.desk, touched(before.desk, after.desk)


COMMAND = _check
