"""A folder to a corpus, a corpus to its findings and pages: what other programs may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.check.run import check as check_related
from dateline.findings import Finding
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.discreet import discreet
from dateline.model.published import published
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.publish.site import desk_settings
from dateline.read.tree import read_tree
from dateline.relate.relations import relate


def load(path: str | Path) -> Corpus:
    """The corpus of the desk in a folder, drafts included; what is wrong with its files is in `corpus.findings`.

    Raises ReadError when the system refuses a file.
    """
    root = Path(path)
    settings, wrong = desk_settings(root)
    return assemble(read_tree(root, settings.briefs, settings.limits), settings).finding(wrong)


def check(corpus: Corpus, today: When | None = None) -> tuple[Finding, ...]:
    """Every finding about a corpus, each at its line, in the order of files; `today` is what lateness is judged by."""
    return check_related(corpus, relate(corpus), today)


def render(corpus: Corpus, *, drafts: bool = False, today: When | None = None) -> Iterator[Page]:
    """The pages of a corpus as readers see it; a corpus whose findings have an error may give wrong ones."""
    from dateline.pages.run import render as render_related

    shown = discreet(corpus if drafts else published(corpus))
    return render_related(shown, relate(shown), today)
