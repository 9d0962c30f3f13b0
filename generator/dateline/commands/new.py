"""`dateline new`: an id to a file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.desk.forms import ThereAlreadyError, WrongIdError, new_file
from dateline.desk.options import desk_folder, force_option
from dateline.publish.site import desk_settings


@click.command("new")
@click.argument("kind", type=click.Choice(["brief", "actor", "source", "topic"]))
@click.argument("slug")
@force_option
@desk_folder
def _new(kind: str, slug: str, force: bool, desk: str) -> None:
    """Write a file to fill in, with comments that explain each key.

    SLUG is the new id; for a brief it may carry the year: 2021/dushanbe-statement.
    """
    settings, _ = desk_settings(Path(desk))
    try:
        files = new_file(kind, slug, Path(desk) / settings.briefs, force=force)
    except (WrongIdError, ThereAlreadyError) as error:
        raise click.UsageError(str(error)) from error
    for file in files:
        click.echo(file)


COMMAND = _new
