"""`dateline export`: a desk to its data in every format, without pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.build import pages
from dateline.desk.options import desk_folder, drafts_option, strict_option, today_option
from dateline.desk.report import exit_code, show
from dateline.desk.workplace import CannotReadError, examined
from dateline.publish.files import FolderTakenError, write_files
from dateline.publish.outputs import exported

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("export")
@click.option("--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder to write to.")
@desk_folder
@drafts_option
@strict_option
@today_option
def _export(out: str, desk: str, drafts: bool, strict: bool, today: When | None) -> int:
    """Write the data alone: JSON, CSV, JSON-LD, Atom, BibTeX, RIS, CSL-JSON and iCalendar, at their addresses."""
    found = examined(desk, today)
    if found.findings:
        show(found.findings, "text")
    if exit_code(found.findings, strict=strict):
        return 1
    try:
        count = write_files(exported(tuple(pages(found, drafts=drafts, today=today))), Path(out))
    except FolderTakenError as error:
        raise CannotReadError(f"{out} holds files that dateline did not write; name an empty folder") from error
    click.echo(f"{count} files are in {out}")
    return 0


COMMAND = _export
