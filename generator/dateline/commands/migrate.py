"""`dateline migrate`: a desk of an older format to today's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from dateline.desk.migrating import MigrationError, Step, migrated, steps
from dateline.desk.options import desk_folder, dry_run_option
from dateline.desk.renaming.change import Change, carry_out, difference
from dateline.desk.report import show
from dateline.desk.workplace import CannotReadError
from dateline.model import settings as model
from dateline.model.settings import FIRST, Settings, read_settings
from dateline.publish.configuration import Section, WrongSettingsError
from dateline.publish.site import plugin_section
from dateline.read.tree import ReadError


@click.command("migrate")
@dry_run_option
@desk_folder
def _migrate(dry_run: bool, desk: str) -> int:
    """Bring the content of a desk to today's format, and write that format into mkdocs.yml.

    A desk that names no format has the first. Comments and layout stay; commit before, and review the change after.
    """
    root = Path(desk).resolve()
    try:
        section = plugin_section(root)
    except WrongSettingsError as error:
        show(error.findings, "text")
        return 1
    named = section.values.get("format")
    settings, wrong = read_settings({**section.values, "format": model.FORMAT}, section.at)
    if not wrong and not _is_older(named):
        wrong = read_settings(section.values, section.at)[1]
    if wrong:
        show(section.placed(wrong), "text")
        return 1
    todo = [step for step in steps() if step.to > int(named or FIRST)]
    if todo or named is None:
        _bring_up(root, settings, section, todo, dry_run=dry_run)
    else:
        click.echo(f"The desk is already at format {model.FORMAT}, which is today's; nothing to do.")
    return 0


def _bring_up(root: Path, settings: Settings, section: Section, todo: Sequence[Step], *, dry_run: bool) -> None:
    try:
        change = migrated(root, settings, section, todo)
    except MigrationError as error:
        raise click.UsageError(f"{error}\nNothing was written.") from error
    except ReadError as error:
        raise CannotReadError(str(error)) from error
    if dry_run:
        click.echo(difference(root, change), nl=False)
        return
    carry_out(root, change)
    for step in todo:
        click.echo(f"To format {step.to}: {step.says}")
    click.echo(_said(change, todo))


def _said(change: Change, todo: Sequence[Step]) -> str:
    if todo:
        files = len(change.contents) + len(change.gone)
        return f"The desk has format {todo[-1].to} now, in {files} files. Look at it: git diff; dateline check"
    where = "mkdocs.yml names it from now on" if change.contents else "there is no mkdocs.yml to name it in"
    return f"The desk is already at format {model.FORMAT}, which is today's; {where}."


def _is_older(named: object) -> bool:
    """Whether a step leads on from a format."""
    return named is None or (isinstance(named, int) and FIRST <= named < model.FORMAT)


COMMAND = _migrate
