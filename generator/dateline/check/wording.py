"""Values to the words that findings use for them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.findings import At
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus

LONGEST = 100
"""Characters of a passage that a message repeats: one line of a terminal, enough to find it again."""
MOST = 5
"""Names that a message lists."""


def shortened(words: str) -> str:
    """A passage on one line, cut between words."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"


def several(count: int, one: str, many: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {one if count == 1 else many}"


def listed_with(names: Iterable[str], word: str) -> str:
    """`a, b or c`; of a long list the first five and how many more."""
    known = list(names)
    if len(known) > MOST:
        return f"{', '.join(known[:MOST])} {word} {len(known) - MOST} more"
    return f" {word} ".join(part for part in (", ".join(known[:-1]), *known[-1:]) if part)


def line_in(article: Article, offset: int, corpus: Corpus) -> int:
    """The line of the article's file in which a character of its text stands; of its text alone without documents."""
    document = corpus.documents.get(article.at.file)
    if document is None:
        return article.body.count("\n", 0, offset) + 1
    return document.place(At(article.at.file, offset=offset)).line


def evidence_of(claim: Claim, position: int) -> str:
    """Which piece of a claim's evidence is meant; positions are counted from 0, and read from 1."""
    return f"evidence {position + 1} of the claim “{claim.id}”"


def origins_of(count: int) -> str:
    """`no origin`, `1 origin`, `2 origins`."""
    return several(count, "origin", "origins") if count else "no origin"
