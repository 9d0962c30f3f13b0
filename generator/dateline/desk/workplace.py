"""A folder to the desk in it, read and checked."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.build import Desk, examine, memory_of
from dateline.desk.report import Format, exit_code, printable, show
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.publish.site import desk_settings
from dateline.read.tree import ReadError, read_tree

UNREADABLE = 3


class CannotReadError(click.ClickException):
    """A file or folder could not be read or written."""

    exit_code = UNREADABLE

    def __init__(self, message: str) -> None:
        super().__init__("\n".join(map(printable, message.split("\n"))))


def settled(root: Path, form: Format = "text") -> Settings:
    """The settings in a desk's mkdocs.yml; wrong ones are shown and end the command."""
    settings, wrong = desk_settings(root)
    if wrong:
        show(wrong, form)
        raise click.exceptions.Exit(exit_code(wrong))
    return settings


def corpus_of(folder: str) -> Corpus:
    """The corpus of the desk in a folder, for a command that asks what is there and not what is wrong."""
    root = Path(folder)
    settings, _ = desk_settings(root)
    try:
        return assemble(read_tree(root, settings.briefs, settings.limits), settings)
    except ReadError as error:
        raise CannotReadError(str(error)) from error


def examined(folder: str, today: When | None = None, form: Format = "text") -> Desk:
    """The desk in a folder; wrong settings are shown and end the command."""
    root = Path(folder)
    settings = settled(root, form)
    if not (root / settings.briefs).is_dir():
        raise CannotReadError(
            f"there is no folder {settings.briefs}/ in {folder}; start a desk with: dateline init DIR"
        )
    try:
        memory = memory_of(root, settings)
        desk = examine(root, settings, today, memory)
    except ReadError as error:
        raise CannotReadError(str(error)) from error
    if memory.note:
        click.echo(memory.note, err=True)
    return desk
