"""Corpus and relations to every finding, in the order of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.check.allowances import not_allowed
from dateline.check.catalogue import rules
from dateline.check.left_out import gaps
from dateline.check.places import Places
from dateline.check.rule import Inquiry
from dateline.findings import Finding, Severity
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.read.document import Document
from dateline.read.kept import NO_LORE, Lore
from dateline.relate.relations import Relations


def check(corpus: Corpus, relations: Relations, today: When | None = None, lore: Lore = NO_LORE) -> tuple[Finding, ...]:
    """Every finding about a corpus, each at its line, in the order of files and lines."""
    inquiry = Inquiry(corpus=corpus, relations=relations, today=today)
    missing = gaps(corpus)
    ruled = (finding for rule in rules() for finding in rule.find(inquiry))
    sure = [
        finding for finding in corpus.findings if finding.severity is Severity.ERROR or not missing.explain(finding)
    ]
    found = [*sure, *(finding for finding in ruled if not missing.explain(finding))]
    return placed(not_allowed(found, corpus, today), corpus.documents, lore)


def placed(findings: Iterable[Finding], documents: Mapping[str, Document], lore: Lore = NO_LORE) -> tuple[Finding, ...]:
    """Findings with their lines looked up, each once, sorted by place, then code."""
    places = Places(documents, lore)
    with_lines = [finding.placed(places.of(finding.at)) for finding in findings]
    places.close()
    return tuple(sorted(dict.fromkeys(with_lines), key=lambda found: (found.at, found.fault.code, found.message)))
