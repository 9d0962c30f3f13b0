"""Corpus and relations to every finding, in the order of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.check.allowances import not_allowed
from dateline.check.catalogue import rules
from dateline.check.left_out import gaps
from dateline.check.rule import Inquiry
from dateline.findings import At, Finding, Place, Severity
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.read.document import Document
from dateline.relate.relations import Relations


def check(corpus: Corpus, relations: Relations, today: When | None = None) -> tuple[Finding, ...]:
    """Every finding about a corpus, each at its line, in the order of files and lines."""
    inquiry = Inquiry(corpus=corpus, relations=relations, today=today)
    missing = gaps(corpus)
    ruled = (finding for rule in rules() for finding in rule.find(inquiry))
    sure = [
        finding for finding in corpus.findings if finding.severity is Severity.ERROR or not missing.explain(finding)
    ]
    found = [*sure, *(finding for finding in ruled if not missing.explain(finding))]
    return placed(not_allowed(found, corpus, today), corpus.documents)


def placed(findings: Iterable[Finding], documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Findings with their lines looked up, each once, sorted by place, then code."""
    with_lines = (_with_line(finding, documents) for finding in findings)
    return tuple(sorted(dict.fromkeys(with_lines), key=lambda found: (found.at, found.fault.code, found.message)))


def _with_line(finding: Finding, documents: Mapping[str, Document]) -> Finding:
    if isinstance(finding.at, Place):
        return finding
    return Finding(
        fault=finding.fault,
        at=_place(finding.at, documents),
        message=finding.message,
        remedy=finding.remedy,
        detail=finding.detail,
    )


def _place(at: At, documents: Mapping[str, Document]) -> Place:
    document = documents.get(at.file)
    return document.place(at) if document else Place(at.file, 1, 1)
