"""Corpus and relations to their findings, which another process finds while this one goes on."""

from __future__ import annotations

from collections.abc import Callable

from dateline.check.run import check
from dateline.findings import Finding
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.read.aside import aside
from dateline.read.processors import processors
from dateline.relate.relations import Relations

Findings = tuple[Finding, ...]
FEWEST = 200
"""Briefs for which another process is started; fewer are checked in less time than that takes."""


def check_aside(corpus: Corpus, relations: Relations, today: When | None = None) -> Callable[[], Findings]:
    """What waits for the findings; they are looked for from now on."""

    def found() -> Findings:
        return check(corpus, relations, today)

    return aside(found) if _pays(corpus) else found


def _pays(corpus: Corpus) -> bool:
    return len(corpus.briefs) >= FEWEST and processors() > 1
