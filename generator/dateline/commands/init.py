"""`dateline init`: a folder to a new desk."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.desk.start import TakenError, start_desk


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
def _init(folder: str) -> None:
    """Start a desk in DIR: it builds at once, and has one worked example to change or delete."""
    try:
        files = start_desk(Path(folder))
    except TakenError as error:
        raise click.UsageError(f"{folder} is not empty ({error}); nothing was written, name another folder") from error
    click.echo(f"A desk is in {folder}: {len(files)} files. Next:")
    click.echo(f"  cd {folder}")
    click.echo("  dateline build                  # then open site/index.html")
    click.echo("  dateline import ARTICLE.html    # your first article")


COMMAND = _init
