"""A folder to the desk in it, read and checked."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.build import Desk, examine
from dateline.desk.report import Format, exit_code, show
from dateline.findings import Finding
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings, read_settings
from dateline.model.when import When
from dateline.publish.site import SiteError, plugin_section
from dateline.read.tree import ReadError, read_tree

UNREADABLE = 3


class CannotReadError(click.ClickException):
    """A file or folder could not be read or written."""

    exit_code = UNREADABLE


def settings_of(root: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in a desk's mkdocs.yml and what is wrong with them."""
    try:
        section, place = plugin_section(root)
    except SiteError as error:
        raise CannotReadError(str(error)) from error
    return read_settings(section, place)


def corpus_of(folder: str) -> Corpus:
    """The corpus of the desk in a folder, for a command that asks what is there and not what is wrong."""
    root = Path(folder)
    settings, _ = settings_of(root)
    try:
        return assemble(read_tree(root, settings.briefs, settings.limits), settings)
    except ReadError as error:
        raise CannotReadError(str(error)) from error


def examined(folder: str, today: When | None = None, form: Format = "text") -> Desk:
    """The desk in a folder; wrong settings are shown and end the command."""
    root = Path(folder)
    settings, wrong = settings_of(root)
    if wrong:
        show(wrong, form)
        raise click.exceptions.Exit(exit_code(wrong))
    if not (root / settings.briefs).is_dir():
        raise CannotReadError(
            f"there is no folder {settings.briefs}/ in {folder}; start a desk with: dateline init DIR"
        )
    try:
        return examine(root, settings, today)
    except ReadError as error:
        raise CannotReadError(str(error)) from error
