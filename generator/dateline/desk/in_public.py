"""Findings to the same without the names of people at risk: a forge shows annotations to everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.desk.report import Format
from dateline.findings import Finding
from dateline.model.corpus import Corpus
from dateline.model.discreet import WITHHELD, hidden_actors
from dateline.model.names_at_risk import pattern_of

PUBLIC: Final = frozenset[Format]({"github", "gitlab", "sarif"})
"""The forms that a forge reads."""


def in_public(findings: Iterable[Finding], corpus: Corpus) -> tuple[Finding, ...]:
    """The findings as everybody may read them; files keep their names, or nobody would find the place."""
    names = pattern_of(corpus.actors[id_] for id_ in sorted(hidden_actors(corpus)))
    if names is None:
        return tuple(findings)
    return tuple(
        replace(found, message=names.sub(WITHHELD, found.message), remedy=names.sub(WITHHELD, found.remedy))
        for found in findings
    )
