"""An extract and a desk to what a draft brief may say: actors, times and quotable sentences, each with its quote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dateline.desk.intake.found import Extract, FoundTime, Quotation
from dateline.desk.intake.unknown_names import unknown_names
from dateline.relate.lexicon import Lexicon
from dateline.relate.quotes import find_quote
from dateline.relate.sentences import Sentence, sentences

MOST_SENTENCES = 6
FEWEST_WORDS, MOST_WORDS = 6, 60
NUMBER = re.compile(r"\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimProposal:
    """A claim an editor may keep."""

    says: str
    """The sentence as the article has it; to be put into the desk's own words."""
    quote: str
    """Words that stand in the body, as looked up."""
    kind: str
    by: str | None
    """An actor of the desk that the words seem to come from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposals:
    """What was found for a draft."""

    actors: tuple[str, ...]
    """Ids of actors the desk knows, in the order in which they are named."""
    unknown: tuple[str, ...]
    """Names that look like actors the desk does not know."""
    times: tuple[FoundTime, ...]
    claims: tuple[ClaimProposal, ...]


def propose(extract: Extract, names: Lexicon) -> Proposals:
    """Everything a draft may say; every quote proposed verifies. `names` are those of the desk's actors."""
    unknown = tuple(unknown_names(extract, names))
    return Proposals(
        actors=tuple(_known(extract.body, names)),
        unknown=unknown,
        times=extract.times,
        claims=tuple(
            claim
            for claim in _claims(extract, names, unknown)
            if find_quote(claim.quote, extract.body).verdict.is_found
        ),
    )


def _known(text: str, names: Lexicon) -> list[str]:
    return list(dict.fromkeys(span.actors[0] for span in names.spans(text) if len(span.actors) == 1))


def _claims(extract: Extract, names: Lexicon, unknown: Collection[str]) -> Iterator[ClaimProposal]:
    found = sentences(extract.body)
    quoted = [quotation for quotation in extract.quotations if len(quotation.text.split()) >= FEWEST_WORDS]
    for quotation in quoted:
        yield _of_quotation(quotation, found, extract.body, names)
    rest = [
        sentence for sentence in found if not _holds_any(sentence, quoted) and _is_quotable(sentence, names, unknown)
    ]
    for sentence in rest[:MOST_SENTENCES]:
        kind = "figure" if NUMBER.search(sentence.text) else "fact"
        yield ClaimProposal(says=sentence.text, quote=sentence.text, kind=kind, by=None)


def _of_quotation(quotation: Quotation, found: tuple[Sentence, ...], body: str, names: Lexicon) -> ClaimProposal:
    """What stands before a quotation in its sentence usually names the speaker."""
    start = max((sentence.start for sentence in found if sentence.start <= quotation.start), default=0)
    speakers = _known(quotation.speaker or "", names) or _known(body[start : quotation.start], names)
    words = quotation.text.rstrip(",;:")
    return ClaimProposal(says=words, quote=words, kind="statement", by=speakers[0] if speakers else None)


def _holds_any(sentence: Sentence, quotations: list[Quotation]) -> bool:
    return any(quotation.start < sentence.end and sentence.start < quotation.end for quotation in quotations)


def _is_quotable(sentence: Sentence, names: Lexicon, unknown: Collection[str]) -> bool:
    """Whether a sentence is neither short nor endless, and holds a number, or names somebody, known or not."""
    if not FEWEST_WORDS <= len(sentence.text.split()) <= MOST_WORDS:
        return False
    named = any(name.partition(" (")[0] in sentence.text for name in unknown)
    return bool(NUMBER.search(sentence.text) or named or names.spans(sentence.text))
