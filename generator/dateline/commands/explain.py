"""`dateline explain`: a finding's code to the page about it."""

from __future__ import annotations

import click

from dateline.check.catalogue import catalogue, find_entry
from dateline.model.nearest import did_you_mean


@click.command("explain")
@click.argument("code", required=False)
def _explain(code: str | None) -> None:
    """Say what a finding means, with examples; without a code, list them all.

    CODE is a code or a name: D202 or unknown-actor.
    """
    if code is None:
        for each in catalogue():
            click.echo(f"{each.fault.code}  {each.fault.severity:<7}  {each.fault.name}")
        return
    entry = find_entry(code)
    if entry is None:
        known = [word for found in catalogue() for word in (found.fault.code, found.fault.name)]
        raise click.UsageError(f"no finding has the code or name “{code}”{did_you_mean(code, known)}")
    click.echo(entry.page.read_text("utf-8").rstrip())


COMMAND = _explain
