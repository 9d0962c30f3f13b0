"""A misspelt word to the known one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

MOST_KNOWN = 50_000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word` by optimal string alignment, or None when none is near."""
    # Only a slip needs it, and to import it takes as long as to read a hundred files.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    choices = sorted(known)[:MOST_KNOWN]
    allowed = max(2, len(word) // 3)
    match = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=allowed)
    return match[0] if match else next((choice for choice in choices if word and choice.startswith(word)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?`, or nothing when no known word is near."""
    match = nearest(word, known)
    return f'; did you mean "{match}"?' if match else ""
