"""Corpus to everything its records mean for each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model.corpus import Corpus
from dateline.read.kept import NO_LORE, Lore
from dateline.relate.backlinks import Backlinks, backlinks
from dateline.relate.company import Company, company
from dateline.relate.contests import Contest, contests
from dateline.relate.late import Late
from dateline.relate.lexicon import Lexicon, lexicon
from dateline.relate.mentions import Mentions
from dateline.relate.mentions_known import mentions_aside, mentions_beside, mentions_of_part
from dateline.relate.neighbours import Involved, Neighbours, neighbours
from dateline.relate.origins import Origins, origins
from dateline.relate.quotes import QuoteMatch
from dateline.relate.ripple import Ripple, ripple
from dateline.relate.support import Sourcing, supports, supports_known
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
    neighbours: Neighbours
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


def relate(corpus: Corpus, whole: Whole | None = None, other: Whole | None = None, lore: Lore = NO_LORE) -> Relations:
    """The relations of a corpus; of a part of a `whole`, what was found out about the same texts is taken from there.

    The part has the whole's actors under the same names, and of its other records none that the whole has not.
    Of an `other` state of the same desk is taken what was found out about records that both states have, and of `lore`
    what earlier runs found out about the same texts.
    """
    back = backlinks(corpus)
    known = _of_part(corpus, whole) if whole else _beside(corpus, other) if other else _alone(corpus, lore)
    return Relations(
        timeline=timeline(corpus),
        lexicon=known.names,
        mentions=known.mentions,
        backlinks=back,
        # Of a whole of which a part is shown, nobody asks for these two.
        company=Late(lambda: company(corpus, back.involved)),
        neighbours=Late(lambda: _neighbours(corpus, back.involved, other)),
        verdicts=known.verdicts,
        origins=known.origins,
        sourcing=known.sourcing,
        contests=contests(corpus),
        ripple=ripple(corpus, known.verdicts, known.origins, known.sourcing),
    )


class _Found(NamedTuple):
    """What takes long, since texts are read for it."""

    names: Lexicon
    origins: Origins
    verdicts: Mapping[EvidenceKey, QuoteMatch]
    mentions: Mentions
    sourcing: Mapping[str, Sourcing]


def _alone(corpus: Corpus, lore: Lore) -> _Found:
    names = lexicon(corpus.actors.values())
    named = mentions_aside(corpus, names, lore)
    shared, looked_up = origins(corpus, lore), verdicts(corpus, lore)
    sourcing = supports(corpus, looked_up, shared)
    shared.close()
    return _Found(names, shared, looked_up, named(), sourcing)


def _beside(corpus: Corpus, other: Whole) -> _Found:
    there, known = other
    names, shared = lexicon(corpus.actors.values()), known.origins.beside(corpus)
    looked_up = verdicts_beside(corpus, there, known.verdicts)
    return _Found(
        names,
        shared,
        looked_up,
        mentions_beside(corpus, names, there, known.mentions),
        supports_known(corpus, looked_up, shared, there, known.sourcing),
    )


def _of_part(corpus: Corpus, whole: Whole) -> _Found:
    there, known = whole
    shared, looked_up = known.origins.within(corpus), verdicts_of_part(corpus, there, known.verdicts)
    return _Found(
        known.lexicon,
        shared,
        looked_up,
        mentions_of_part(corpus, known.lexicon, there, known.mentions),
        supports_known(corpus, looked_up, shared, there, known.sourcing),
    )


def _neighbours(corpus: Corpus, involved: Involved, other: Whole | None) -> Neighbours:
    there = (other.corpus, other.relations.backlinks.involved, other.relations.neighbours) if other else None
    return neighbours(corpus, involved, there)
