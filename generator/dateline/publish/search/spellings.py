"""An index to its word forms by first letter: what a mistyped word is looked up in, one file a letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.publish.search.inverted import Index

SHORTEST = 3
"""Letters; a word of four is the shortest that is corrected, and one of them may be too many."""


def spellings(index: Index) -> Iterator[tuple[str, str]]:
    """Each first letter with the forms that begin so, in order, a line each."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in index.forms:
        if len(form) >= SHORTEST:
            found[form[0]].append(form)
    for letter, forms in found.items():
        yield letter, "\n".join(forms)
