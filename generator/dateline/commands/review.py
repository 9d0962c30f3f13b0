"""`dateline review`: two states of a desk to what a change means."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.desk.options import desk_folder, today_option
from dateline.desk.review.compare import compare
from dateline.desk.review.forms import FORMS, form_of
from dateline.desk.review.states import states
from dateline.desk.review.summary import summary
from dateline.desk.workplace import CannotReadError
from dateline.findings import Severity
from dateline.read.history import HistoryError
from dateline.read.tree import ReadError
from dateline.read.uncollected import uncollected

if TYPE_CHECKING:
    from dateline.desk.review.outcome import Review
    from dateline.model.when import When


def _forms(_: click.Context, __: click.Parameter, paths: tuple[str, ...]) -> dict[Path, str]:
    found = {Path(path): form_of(Path(path)) for path in paths}
    for path, form in found.items():
        if form is None:
            raise click.BadParameter(f"“{path}” ends in none of .md, .html, .json and .txt, which say what to write")
    return {path: form for path, form in found.items() if form is not None}


@click.command("review")
@click.argument("base")
@click.argument("head", required=False)
@desk_folder
@click.option("--merge-base", is_flag=True, help="Compare with where HEAD left BASE, as a pull request does.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    help="How it is printed; by default text on a terminal, Markdown elsewhere.",
)
@click.option(
    "--out",
    multiple=True,
    type=click.Path(dir_okay=False),
    callback=_forms,
    metavar="FILE",
    help="Write it to a file instead, as .md, .html, .json or .txt; may be given several times.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 over new errors, new warnings and corrections owed.")
@today_option
def _review(
    base: str, head: str | None, desk: str, merge_base: bool, form: str | None, out: dict[Path, str], strict: bool,
    today: When | None,
) -> int:  # fmt: skip
    """Say what changes in meaning from BASE to HEAD: two branches, tags or commits of the desk's repository.

    Without HEAD the folder as it is counts, committed or not. Nothing is checked out, and nothing of either is run.
    Exits with 0 whatever was found, unless --strict.
    """
    try:
        with uncollected():
            review = compare(*states(Path(desk), base, head, merge_base=merge_base, today=today), today)
    except (HistoryError, ReadError) as error:
        raise CannotReadError(str(error)) from error
    for path, wanted in out.items():
        path.write_text(click.unstyle(FORMS[wanted](review)), "utf-8", newline="\n")
    if out:
        click.echo(summary(review))
    else:
        click.echo(FORMS[form or ("text" if sys.stdout.isatty() else "markdown")](review), nl=False)
    return int(strict and _stops(review))


def _stops(review: Review) -> bool:
    return bool(review.owed) or any(found.severity is not Severity.HINT for found in review.new_findings)


COMMAND = _review
