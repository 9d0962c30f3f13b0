"""A record to plain data that can be compared with another state's: references as they are called there."""

from __future__ import annotations

from collections.abc import Container, Mapping
from hashlib import blake2b
from typing import Any

from dateline.desk.review.renames import Same
from dateline.desk.review.wording import one_line, unwrapped, with_new_names
from dateline.model.article import Article
from dateline.model.record import Record
from dateline.pages.printing import may_print_quotes

Row = dict[str, Any]
REFERENCES: Mapping[str, Mapping[str, str]] = {
    "Claim": {
        "by": "actor", "about": "subject", "evidence.article": "article", "links.to": "claim", "answers": "question",
    },
    "Event": {"who.actor": "actor", "claims": "claim"},
    "Brief": {"topics": "topic", "actors.actor": "actor", "related.brief": "brief", "supersedes": "brief"},
    "Article": {"source": "source", "translation_of": "article", "origin.of": "article or source"},
    "Actor": {"roles.of": "actor", "relations.to": "actor", "relations.claims": "claim"},
    "Topic": {"broader": "topic", "related": "topic"},
    "Question": {"about": "subject"},
}  # fmt: skip
"""The keys of each record that name others, and what they name."""
PROSE = frozenset({"summary", "body", "description", "scope", "what"})
ELSEWHERE: Mapping[str, frozenset[str]] = {
    "Brief": frozenset({"claims", "dates"}),
    "Claim": frozenset({"id"}),
    "Event": frozenset({"id"}),
}
"""Keys that are compared elsewhere: a claim's id is what it is found by."""
QUOTED = frozenset({"quote", "before", "after", "translation"})
"""Keys of evidence that hold an article's words."""
EVERYWHERE = frozenset({"formerly"})
"""A rename is told as one."""


def row_of(record: Record, same: Same | None = None) -> Row:
    """A record's keys as its file has them; with `same`, as it would be written in the state after."""
    kind = type(record).__name__
    references = REFERENCES.get(kind, {})
    skipped = ELSEWHERE.get(kind, frozenset()) | EVERYWHERE
    row: Row = {}
    for key, value in record.model_dump(mode="json", by_alias=True).items():
        if key == "@extras":
            row |= value
        elif key[0] != "@" and key not in skipped:
            row[key] = _plain(value, key, references, same)
    return row


def withheld(row: Row, silent: Container[str]) -> Row:
    """A claim's row without words of articles that rights forbid to print; that they changed can still be seen."""
    return row | {"evidence": [_silent(item) if item["article"] in silent else item for item in row["evidence"]]}


def silent_articles(before: Mapping[str, Article], after: Mapping[str, Article], same: Same) -> frozenset[str]:
    """The articles, as they are called now, of which one state or the other lets nobody print a word."""
    old = (same.after("article", ref) for ref, article in before.items() if not may_print_quotes(article))
    return frozenset(old).union(ref for ref, article in after.items() if not may_print_quotes(article))


def _silent(evidence: Row) -> Row:
    return {key: _mark(value) if key in QUOTED else value for key, value in evidence.items()}


def _mark(words: str) -> str:
    return f"[{len(words.split())} words that may not be printed, {blake2b(words.encode(), digest_size=3).hexdigest()}]"


def _plain(value: Any, path: str, references: Mapping[str, str], same: Same | None) -> Any:
    if isinstance(value, dict):
        kept = {key: _plain(item, f"{path}.{key}", references, same) for key, item in value.items() if key[0] != "@"}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    if isinstance(value, list):
        return [_plain(item, path, references, same) for item in value]
    if not isinstance(value, str):
        return value
    if same is None or path in references:
        return same.after(references[path], value) if same and path in references else _text(value, path)
    return with_new_names(_text(value, path), same.renamed)


def _text(value: str, path: str) -> str:
    return unwrapped(value) if path in PROSE else one_line(value)
