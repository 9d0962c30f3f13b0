"""A desk's folder to what a command that changes its files needs: everything in it, sound enough to be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from dateline.desk.renaming.change import Change, carry_out, difference
from dateline.desk.renaming.outlook import outlook
from dateline.desk.report import show
from dateline.desk.workplace import CannotReadError, settled
from dateline.findings import Finding, Place, Severity
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.publish.configuration import CONFIG
from dateline.read.tree import ReadError, Tree, read_tree

DOCS: Final = re.compile(r"^docs_dir:\s*['\"]?([^'\"#\n]+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Editable:
    """A desk whose files can be changed, since all of them can be read."""

    root: Path
    tree: Tree
    corpus: Corpus

    @property
    def by_hand(self) -> Iterator[Path]:
        """Hand-written files that may link to generated pages."""
        config = self.root / CONFIG
        named = DOCS.search(config.read_text("utf-8")) if config.is_file() else None
        docs = (self.root / (named[1].strip() if named else "docs")).resolve()
        yield from (path for path in sorted(docs.rglob("*.md")) if path.is_file() and path.is_relative_to(self.root))
        yield from (config,) if config.is_file() else ()


def editable(folder: str) -> Editable:
    """The desk in a folder; findings about its form end the command, as a change could miss what they hide."""
    root = Path(folder).resolve()
    settings = settled(root)
    try:
        tree = read_tree(root, settings.briefs, settings.limits)
    except ReadError as error:
        raise CannotReadError(str(error)) from error
    corpus = assemble(tree, settings)
    _stop_at(corpus.findings, corpus, "Mend these first: a change could miss what they hide.")
    return Editable(root=root, tree=tree, corpus=corpus)


def make(desk: Editable, change: Change, *, dry_run: bool) -> None:
    """Carry a change out, or print it; one that would leave the desk with new errors is refused as a whole."""
    after = outlook(desk.tree, desk.corpus.settings, change)
    _stop_at(after.findings, after, "The change would bring these errors, so nothing was written.")
    if dry_run:
        click.echo(difference(desk.root, change), nl=False)
    else:
        carry_out(desk.root, change)


def _stop_at(findings: tuple[Finding, ...], corpus: Corpus, why: str) -> None:
    errors = [_placed(finding, corpus) for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        show(sorted(errors, key=lambda finding: finding.at), "text")
        click.echo(why, err=True)
        raise click.exceptions.Exit(1)


def _placed(finding: Finding, corpus: Corpus) -> Finding:
    if isinstance(finding.at, Place):
        return finding
    document = corpus.documents.get(finding.file)
    place = document.place(finding.at) if document else Place(finding.file, 1, 1)
    return finding.fault.at(place, finding.message, finding.remedy, detail=finding.detail)
