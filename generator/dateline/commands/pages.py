"""`dateline pages`: a desk to its Markdown pages alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.build import pages
from dateline.desk.options import desk_folder, drafts_option, strict_option, today_option
from dateline.desk.report import exit_code, show
from dateline.desk.workplace import CannotReadError, examined
from dateline.publish.files import FolderTakenError, refuse_others, write_pages

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("pages")
@click.option("--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder to write to.")
@desk_folder
@drafts_option
@strict_option
@today_option
def _pages(out: str, desk: str, drafts: bool, strict: bool, today: When | None) -> int:
    """Write the Markdown pages, their JSON and our styles to a folder, for any other publisher."""
    try:
        refuse_others(Path(out))
    except FolderTakenError as error:
        raise CannotReadError(f"{out} holds files that dateline did not write; name an empty folder") from error
    found = examined(desk, today)
    if found.findings:
        show(found.findings, "text")
    if exit_code(found.findings, strict=strict):
        return 1
    count = write_pages(tuple(pages(found, drafts=drafts, today=today)), Path(out))
    click.echo(f"{count} files are in {out}")
    return 0


COMMAND = _pages
