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
from dateline.relate.mentions_known import mentions_beside, mentions_kept, mentions_of_part
from dateline.relate.neighbours import Neighbour, neighbours
from dateline.relate.origins import Origins, origins
from dateline.relate.quotes import QuoteMatch
from dateline.relate.ripple import Ripple, ripple
from dateline.relate.support import Sourcing, supports, supports_of_part
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


def relate(corpus: Corpus, whole: Whole | None = None, other: Whole | None = None, lore: Lore = NO_LORE) -> Relations:
    """The relations of a corpus; of a part of a `whole`, what was found out about the same texts is taken from there.

    The part has the whole's actors under the same names, and of its other records none that the whole has not.
    Of an `other` state of the same desk is taken what was found out about records that both states have, and of `lore`
    what earlier runs found out about the same texts.
    """
    back = backlinks(corpus)
    if whole is None:
        names = lexicon(corpus.actors.values())
        shared, looked_up, named = _beside(corpus, names, other) if other else _alone(corpus, names, lore)
        sourcing = supports(corpus, looked_up, shared)
        shared.close()
    else:
        names, shared = whole.relations.lexicon, whole.relations.origins.within(corpus)
        looked_up = verdicts_of_part(corpus, whole.corpus, whole.relations.verdicts)
        named = mentions_of_part(corpus, names, whole.corpus, whole.relations.mentions)
        sourcing = supports_of_part(corpus, looked_up, shared, whole.corpus, whole.relations.sourcing)
    return Relations(
        timeline=timeline(corpus),
        lexicon=names,
        mentions=named,
        backlinks=back,
        # Of a whole of which a part is shown, nobody asks for these two.
        company=Late(lambda: company(corpus, back.involved)),
        neighbours=Late(lambda: neighbours(corpus, back.involved)),
        verdicts=looked_up,
        origins=shared,
        sourcing=sourcing,
        contests=contests(corpus),
        ripple=ripple(corpus, looked_up, shared, sourcing),
    )


Found = tuple[Origins, Mapping[EvidenceKey, QuoteMatch], Mentions]
"""What takes long, since texts are read for it."""


def _alone(corpus: Corpus, names: Lexicon, lore: Lore) -> Found:
    return origins(corpus, lore), verdicts(corpus, lore), mentions_kept(corpus, names, lore)


def _beside(corpus: Corpus, names: Lexicon, other: Whole) -> Found:
    known = other.relations
    return (
        known.origins.beside(corpus),
        verdicts_beside(corpus, other.corpus, known.verdicts),
        mentions_beside(corpus, names, other.corpus, known.mentions),
    )
