"""What a rule is: one fault, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.findings import Fault, Finding
from dateline.model.corpus import Corpus
from dateline.model.when import When
from dateline.relate.relations import Relations


@dataclass(frozen=True, kw_only=True, slots=True)
class Inquiry:
    """What rules look at."""

    corpus: Corpus
    """Everything an editor wrote, drafts included."""
    relations: Relations
    """What it means."""
    today: When | None = None
    """The day of the build, when it was given; rules about lateness are silent without it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One thing that can be wrong with a corpus."""

    fault: Fault
    """Its code, name and weight."""
    find: Callable[[Inquiry], Iterable[Finding]]
    """Yields a finding for each place where it is wrong."""
