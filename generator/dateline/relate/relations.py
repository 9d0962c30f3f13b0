"""Corpus to everything its records mean for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.relate.backlinks import Backlinks, backlinks
from dateline.relate.company import Company, company
from dateline.relate.contests import Contest, contests
from dateline.relate.lexicon import Lexicon, lexicon
from dateline.relate.mentions import Mentions, mentions, mentions_beside, mentions_of_part
from dateline.relate.neighbours import Neighbour, neighbours
from dateline.relate.origins import Origins, origins
from dateline.relate.quotes import QuoteMatch
from dateline.relate.ripple import Ripple, ripple
from dateline.relate.support import Sourcing, supports
from dateline.relate.timeline import Timeline, timeline
from dateline.relate.verdicts import EvidenceKey, verdicts, verdicts_beside, verdicts_of_part


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
    company: Company
    """Which actors appear with which others."""
    neighbours: Mapping[str, tuple[Neighbour, ...]]
    """Related briefs, by slug."""
    verdicts: Mapping[EvidenceKey, QuoteMatch]
    """Whether each quote stands in its article."""
    origins: Origins
    """Which articles share an origin, for any set of them."""
    sourcing: Mapping[str, Sourcing]
    """What each claim rests on, by `slug#id`."""
    contests: Mapping[str, Contest]
    """The answers to each question, by its id."""
    ripple: Ripple
    """What articles that were taken back have shaken."""


class Whole(NamedTuple):
    """A corpus of which only a part is shown, and its relations."""

    corpus: Corpus
    relations: Relations


def relate(corpus: Corpus, whole: Whole | None = None, other: Whole | None = None) -> Relations:
    """The relations of a corpus; of a part of a `whole`, what was found out about the same texts is taken from there.

    The part has the whole's actors under the same names, and of its other records none that the whole has not.
    Of an `other` state of the same desk is taken what was found out about records that both states have.
    """
    back = backlinks(corpus)
    if whole is None:
        names = lexicon(corpus.actors.values())
        shared, looked_up, named = _beside(corpus, names, other) if other else _alone(corpus, names)
    else:
        names, shared = whole.relations.lexicon, whole.relations.origins.within(corpus)
        looked_up = verdicts_of_part(corpus, whole.corpus, whole.relations.verdicts)
        named = mentions_of_part(corpus, names, whole.corpus, whole.relations.mentions)
    sourcing = supports(corpus, looked_up, shared)
    return Relations(
        timeline=timeline(corpus),
        lexicon=names,
        mentions=named,
        backlinks=back,
        company=company(corpus, back.involved),
        neighbours=neighbours(corpus, back.involved),
        verdicts=looked_up,
        origins=shared,
        sourcing=sourcing,
        contests=contests(corpus),
        ripple=ripple(corpus, looked_up, shared, sourcing),
    )


Found = tuple[Origins, Mapping[EvidenceKey, QuoteMatch], Mentions]
"""What takes long, since texts are read for it."""


def _alone(corpus: Corpus, names: Lexicon) -> Found:
    return origins(corpus), verdicts(corpus), mentions(corpus, names)


def _beside(corpus: Corpus, names: Lexicon, other: Whole) -> Found:
    known = other.relations
    return (
        known.origins.beside(corpus),
        verdicts_beside(corpus, other.corpus, known.verdicts),
        mentions_beside(corpus, names, other.corpus, known.mentions),
    )
