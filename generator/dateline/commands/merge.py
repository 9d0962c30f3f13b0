"""`dateline merge`: two actors that are one to one actor."""

from __future__ import annotations

import click

from dateline.desk.editing import editable, make
from dateline.desk.options import about_option, desk_folder, dry_run_option
from dateline.desk.renaming.adding import NoPlaceError
from dateline.desk.renaming.merge import ConflictError, Decision, merge
from dateline.desk.renaming.thing import NamingError, find_thing


@click.command("merge")
@click.argument("actor")
@click.argument("into")
@click.option("--take", multiple=True, metavar="KEY", help="Where the two differ in KEY, what ACTOR says is right.")
@click.option("--keep", multiple=True, metavar="KEY", help="Where the two differ in KEY, what INTO says is right.")
@about_option
@dry_run_option
@desk_folder
def _merge(
    actor: str, into: str, take: tuple[str, ...], keep: tuple[str, ...], shared: str | None, dry_run: bool, desk: str
) -> None:
    """Make one actor of two: what names ACTOR names INTO, which gets its names, roles, relations and links.

    ACTOR's file is deleted, and its id leads to INTO. Where the two contradict each other nothing is written until
    you have said which is right, with --take and --keep or in the files.
    """
    found = editable(desk)
    if both := sorted({*take} & {*keep}):
        raise click.UsageError(f"“{both[0]}” cannot be both taken and kept")
    try:
        one, other = (find_thing(id_, "actor", found.corpus) for id_ in (actor, into))
        decision = Decision(take=take, keep=keep, shared=shared)
        done = merge(found.root, found.corpus, found.by_hand, one, other, decision)
    except ConflictError as error:
        raise click.UsageError(f"{error}\nNothing was written.") from error
    except (NamingError, NoPlaceError) as error:
        raise click.UsageError(f"{error}; nothing was written") from error
    make(found, done.change, dry_run=dry_run)
    if not dry_run:
        places = "1 place that named it names" if done.places == 1 else f"{done.places} places that named it name"
        went = f" {done.comments} lines of comment went with its file; git has them." if done.comments else ""
        click.echo(
            f"{str(one).capitalize()} is “{other.id}” now: {places} that one, and its address leads there.{went}"
        )


COMMAND = _merge
