"""Corpus and relations to their findings, which another process finds while this one goes on."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection

from dateline.check.run import check
from dateline.findings import Finding
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.read.processors import processors
from dateline.relate.relations import Relations

Findings = tuple[Finding, ...]
FEWEST = 200
"""Briefs for which another process is started; fewer are checked in less time than that takes."""


def check_aside(corpus: Corpus, relations: Relations, today: When | None = None) -> Callable[[], Findings]:
    """What waits for the findings; they are looked for from now on."""

    def found() -> Findings:
        return check(corpus, relations, today)

    if not _pays(corpus):
        return found
    fork = get_context("fork")
    mine, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(found, theirs), daemon=True)
    process.start()
    theirs.close()

    def wait() -> Findings:
        try:
            findings: Findings = mine.recv()
        except (EOFError, OSError):
            # Whatever stopped it there is told here.
            return found()
        process.join()
        return findings

    return wait


def _pays(corpus: Corpus) -> bool:
    return len(corpus.briefs) >= FEWEST and processors() > 1


def _send(find: Callable[[], Findings], to: Connection) -> None:
    to.send(find())
