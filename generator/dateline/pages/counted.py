"""The words by which the things of a desk are counted."""

from typing import Final

from dateline.model.words.catalogue import to_count

ACTORS: Final = to_count("{count} actor", "{count} actors")
ANSWERS: Final = to_count("{count} answer", "{count} answers")
ARTICLES: Final = to_count("{count} article", "{count} articles")
BRIEFS: Final = to_count("{count} brief", "{count} briefs")
CLAIMS: Final = to_count("{count} claim", "{count} claims")
CORRECTIONS: Final = to_count("{count} correction", "{count} corrections")
DATES: Final = to_count("{count} date", "{count} dates")
ORIGINS: Final = to_count("{count} origin", "{count} origins")
PASSAGES: Final = to_count("{count} passage", "{count} passages")
QUESTIONS: Final = to_count("{count} question", "{count} questions")
RELATIONS: Final = to_count("{count} relation", "{count} relations")
SOURCES: Final = to_count("{count} source", "{count} sources")
TOPICS: Final = to_count("{count} topic", "{count} topics")
