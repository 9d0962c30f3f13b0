"""`dateline init`: a folder to a new desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import click

from dateline.desk.start import HOSTS, Host, TakenError, host_of, start_desk

Choice = Literal["github", "gitlab", "both", "none"]
CHOSEN: Mapping[str, tuple[Host, ...]] = {
    "github": ("github",),
    "gitlab": ("gitlab",),
    "both": HOSTS,
    "none": (),
}


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False))
@click.option(
    "--host",
    type=click.Choice(list(CHOSEN)),
    help="Whose workflow to lay down; by default that of the repository's remote, else GitHub's.",
)
def _init(folder: str, host: Choice | None) -> None:
    """Start a desk in DIR: it builds at once, and has one worked example to change or delete.

    With it come the workflow that checks, reviews and publishes it, templates for changes and corrections, and
    settings for editors.
    """
    path = Path(folder)
    hosts = CHOSEN[host or host_of(path)]
    try:
        files = start_desk(path, hosts)
    except TakenError as error:
        raise click.UsageError(f"{folder} is not empty ({error}); nothing was written, name another folder") from error
    click.echo(f"A desk is in {folder}: {len(files)} files. Next:")
    click.echo(f"  cd {folder}")
    click.echo("  dateline build                  # then open site/index.html")
    click.echo("  dateline import ARTICLE.html    # your first article")
    if hosts:
        names = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS"}
        click.echo(f"Say in {' and '.join(names[one] for one in hosts)} who reviews what.")


COMMAND = _init
