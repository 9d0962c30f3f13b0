"""`dateline rename`: an old id and a new one to a desk that knows only the new one."""

from __future__ import annotations

from typing import get_args

import click

from dateline.desk.editing import editable, make
from dateline.desk.options import about_option, desk_folder, dry_run_option
from dateline.desk.renaming.adding import NoPlaceError
from dateline.desk.renaming.rename import Renamed, rename, renamed
from dateline.desk.renaming.thing import Kind, NamingError, find_thing


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="What OLD is, where several things have that id.")
@about_option
@dry_run_option
@desk_folder
def _rename(old: str, new: str, kind: Kind | None, shared: str | None, dry_run: bool, desk: str) -> None:
    """Give a thing another id: every reference, link and file name changes, and the old id leads to the new one.

    OLD is the id of a brief, actor, source, topic or question, SLUG#ID for a claim or date, or SLUG/NAME for an
    article; within a brief the new id alone is enough. All else in the files stays as it is.
    """
    found = editable(desk)
    try:
        thing = find_thing(old, kind, found.corpus)
        done = rename(found.root, found.corpus, found.by_hand, thing, renamed(thing, new), shared)
    except (NamingError, NoPlaceError) as error:
        raise click.UsageError(f"{error}; nothing was written") from error
    make(found, done.change, dry_run=dry_run)
    if not dry_run:
        click.echo(_said(done))


def _said(done: Renamed) -> str:
    files = len(done.change.contents)
    where = f"{done.places} {'place' if done.places == 1 else 'places'} that name it changed"
    moved = f" It stands in {done.path} now." if done.path else ""
    return (
        f"The {done.old.kind} “{done.old.id}” is called “{done.new.id}” now: {where}, in {files} "
        f"{'file' if files == 1 else 'files'}.{moved} Its old id is listed under “formerly:” and leads to it."
    )


COMMAND = _rename
