"""Corpus to everything its records mean for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.corpus import Corpus
from dateline.relate.backlinks import Backlinks, backlinks
from dateline.relate.lexicon import Lexicon, lexicon
from dateline.relate.mentions import Mentions, mentions
from dateline.relate.neighbours import Neighbour, neighbours
from dateline.relate.quotes import QuoteMatch
from dateline.relate.timeline import Timeline, timeline
from dateline.relate.verdicts import EvidenceKey, verdicts


@dataclass(frozen=True, kw_only=True, slots=True)
class Relations:
    """What the records of one corpus mean for each other."""

    timeline: Timeline
    """Events in order."""
    lexicon: Lexicon
    """The names of actors, for finding them in prose."""
    mentions: Mentions
    """Who is named where."""
    backlinks: Backlinks
    """Who names whom."""
    neighbours: Mapping[str, tuple[Neighbour, ...]]
    """Related briefs, by slug."""
    verdicts: Mapping[EvidenceKey, QuoteMatch]
    """Whether each quote stands in its article."""


def relate(corpus: Corpus) -> Relations:
    """The relations of a corpus."""
    names = lexicon(corpus.actors.values())
    back = backlinks(corpus)
    return Relations(
        timeline=timeline(corpus),
        lexicon=names,
        mentions=mentions(corpus, names),
        backlinks=back,
        neighbours=neighbours(corpus, back.involved),
        verdicts=verdicts(corpus),
    )
