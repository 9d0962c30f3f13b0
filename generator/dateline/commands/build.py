"""`dateline build`: a desk to its site."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.desk.as_of import as_it_was, banner
from dateline.desk.options import desk_folder, drafts_option, strict_option, today_option
from dateline.desk.site_options import preparing, telling
from dateline.desk.workplace import CannotReadError
from dateline.publish.site import load_config, quiet
from dateline.read.history import HistoryError
from dateline.read.memory import FOLDER

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("build")
@desk_folder
@drafts_option
@strict_option
@today_option
@click.option(
    "--as-of",
    metavar="DATE|COMMIT",
    help="Build what was committed by the end of a day (UTC), or in a commit, with a note of that on every page.",
)
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes that make pages; 0 is one a processor.")
@click.option("-v", "--verbose", is_flag=True, help="Say what is made anew, and why.")
def _build(
    desk: str, drafts: bool, strict: bool, today: When | None, as_of: str | None, workers: int, verbose: bool
) -> int:
    """Check the desk, then publish the whole site; on an error the last good site stays as it is."""
    from dateline.publish.press.building import build_site

    quiet(logging.INFO if verbose else logging.WARNING)
    root = Path(desk)
    if as_of is not None:
        return _build_as_of(root, as_of, drafts=drafts, today=today)
    prepare = preparing(drafts=drafts, strict=strict, today=today)
    with telling(root, prepare):
        folder = build_site(root, prepare, workers)
    click.echo(f"The site is in {folder}")
    return 0


def _build_as_of(root: Path, moment: str, *, drafts: bool, today: When | None) -> int:
    from dateline.publish.press.building import build_site
    from dateline.publish.press.placing import Stand

    try:
        with as_it_was(root, moment) as (folder, commit):
            prepare = preparing(drafts=drafts, strict=False, today=today, as_of=banner(moment, commit))
            with telling(folder, prepare):
                stand = Stand(place=folder / FOLDER, target=Path(load_config(root).site_dir))
                site = build_site(folder, prepare, stand=stand)
    except HistoryError as error:
        raise CannotReadError(str(error)) from error
    click.echo(f"The site as of {commit.day} (commit {commit.short}) is in {site}")
    return 0


COMMAND = _build
