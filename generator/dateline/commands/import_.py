"""`dateline import`: saved pages to articles and draft briefs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from dateline.desk.intake.account import account
from dateline.desk.intake.bring_in import Imported, Wishes, as_row, bring_in
from dateline.desk.intake.found import IntakeError
from dateline.desk.intake.known import Known, known
from dateline.desk.intake.placement import PlacementError
from dateline.desk.options import desk_folder, force_option
from dateline.desk.report import printable
from dateline.desk.workplace import UNREADABLE, corpus_of

STANDARD_INPUT = "-"
KINDS = (".html", ".htm", ".xhtml", ".txt", ".md", ".markdown", ".mhtml", ".mht", ".eml")
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
WRONG_USE = 2


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True), metavar="FILE…")
@click.option(
    "--into", metavar="[YEAR/]SLUG", help="The brief to put it into; by default one made from date and title."
)
@click.option("--name", help="The article's name in its folder; by default “article”.")
@force_option
@click.option("--keep-original", is_flag=True, help="Keep the file itself beside the article, with its SHA-256.")
@click.option("--keep-images", is_flag=True, help="Keep pictures that are at hand beside the article; none is fetched.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@desk_folder
def _import(files: tuple[str, ...], form: str, desk: str, **wishes: Any) -> int:
    """Make an article and a draft brief of each saved page: HTML, text or Markdown, a folder of them, or - .

    Prints what was found and how, what could not be found, and what was cut.
    Nothing that is there already is touched; the same article again is said to be there.
    """
    found = _pages(files)
    if wishes["into"] and len(found) > 1 and wishes["name"] is None:
        raise click.UsageError(
            "several files cannot have one name; import them one by one with --name, or without --into"
        )
    there = known(corpus_of(desk))
    done: list[Imported] = []
    troubles: list[tuple[str, int]] = []
    for file in found:
        try:
            imported, there = _bring_in(file, desk, there, Wishes(**wishes))
            done.append(imported)
        except IntakeError as error:
            troubles.append((f"{file}: {error}", UNREADABLE))
        except PlacementError as error:
            troubles.append((f"{file}: {error}", WRONG_USE))
    _show(done, form)
    for message, _ in troubles:
        click.echo(printable(f"dateline: {message}"), err=True)
    return max((code for _, code in troubles), default=0)


def _bring_in(file: str, desk: str, there: Known, wishes: Wishes) -> tuple[Imported, Known]:
    briefs = Path(desk) / there.corpus.settings.briefs
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    return bring_in(data, "standard input" if file == STANDARD_INPUT else file, briefs, there, wishes)


def _pages(files: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for file in files:
        path = Path(file)
        if file == STANDARD_INPUT or not path.is_dir():
            found.append(file)
        else:
            inside = (one for one in sorted(path.rglob("*")) if one.suffix.lower() in KINDS and one.is_file())
            found += [str(one) for one in inside if not _belongs_to_a_page(one, path)]
    return found


def _belongs_to_a_page(file: Path, top: Path) -> bool:
    """Whether a file stands in the folder that a browser saved with a page: frames and the like are no articles."""
    folders = (parent for parent in file.parents if parent != top and parent.is_relative_to(top))
    return any(
        folder.with_name(stem + ending).is_file()
        for folder in folders
        for stem in [folder.name.removesuffix("_files").removesuffix(".files")]
        if stem != folder.name
        for ending in PAGE_ENDINGS
    )


def _show(done: list[Imported], form: str) -> None:
    if form == "json":
        click.echo(json.dumps([as_row(imported) for imported in done], ensure_ascii=False, indent=2))
        return
    for imported in done:
        for line in account(imported):
            click.echo(printable(line))


COMMAND = _import
