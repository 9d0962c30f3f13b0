"""What was found out about texts to plain data for the memory, and back."""

from __future__ import annotations

from typing import Any, cast

from dateline.findings import At
from dateline.relate.passages import PassageKind
from dateline.relate.quotes import QuoteMatch, Span, Verdict


def plain_match(match: QuoteMatch) -> list[object] | None:
    """A verdict as plain data; None for one that can still be asked for more of the text."""
    if match.sought is not None:
        return None
    where = [match.verdict, match.start, match.end, match.parts]
    return [*where, match.differences, match.replaced, match.normalisation, match.reason]


def match_of(row: Any) -> QuoteMatch | None:
    """A verdict of plain data; None where it has to be found again."""
    if row is None:
        return None
    verdict, start, end, parts, differences, replaced, normalisation, reason = row
    return QuoteMatch(
        verdict=Verdict(verdict),
        start=None if start is None else int(start),
        end=None if end is None else int(end),
        parts=tuple(Span(int(begun), int(ended)) for begun, ended in parts),
        differences=tuple(map(str, differences)),
        replaced=tuple(map(str, replaced)),
        normalisation=str(normalisation),
        reason=str(reason),
    )


def texts_of(row: Any) -> tuple[str, ...]:
    """Texts of plain data."""
    if not isinstance(row, list) or not all(isinstance(text, str) for text in row):
        raise TypeError(row)
    return tuple(row)


def kind_of(word: Any) -> PassageKind:
    """The kind of a passage."""
    if word not in {"summary", "body", "claim", "date", "article"}:
        raise ValueError(word)
    return cast("PassageKind", word)


def plain_at(at: At) -> list[object]:
    """A place as plain data."""
    return [at.file, at.path, at.offset, at.key]


def at_of(row: Any) -> At:
    """A place of plain data."""
    file, path, offset, key = row
    steps = tuple(step if isinstance(step, int) else str(step) for step in path)
    return At(str(file), steps, None if offset is None else int(offset), bool(key))
