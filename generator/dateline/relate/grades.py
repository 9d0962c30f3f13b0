"""A source and a day to the reliability grade that held."""

from __future__ import annotations

from dateline.model.source import Grade, Source
from dateline.model.when import When


def grade_on(source: Source, when: When | None) -> Grade | None:
    """The last grade given by a day; with no day, or where it is open, the last of all; None when there was none."""
    graded = sorted(source.reliability, key=_since)
    if when is None or when.earliest is None:
        return graded[-1] if graded else None
    day = when.earliest
    held = [
        grade for grade in graded if grade.from_ is None or grade.from_.earliest is None or grade.from_.earliest <= day
    ]
    return held[-1] if held else None


def _since(grade: Grade) -> tuple[object, ...]:
    return (grade.from_ is not None, grade.from_.key if grade.from_ else (), grade.grade)
