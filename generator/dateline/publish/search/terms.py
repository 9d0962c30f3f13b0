"""Runs that were exchanged to lines of stems: each with its forms, who has it, and whom it shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from dateline.publish.search.filling import Filling
from dateline.publish.search.forms import Form, forms_of
from dateline.publish.search.kept import Kept, Term
from dateline.publish.search.line import Line, skips

CardOf = Callable[[int], str]
"""The fields of an entry's card, by its number."""


def renewed(kept: Kept, filling: Filling, forms: Iterable[Form], width: int) -> Collection[str]:
    """Write lines anew where something of them changed; returns their stems, those that are gone too."""
    reformed = {form.stem for form in forms}
    stale = filling.lines.keys() | filling.exchanges.keys() | filling.shown_anew | reformed
    card_of = _cards(kept, width)
    made = [(stem, _term(kept, filling, stem, card_of, is_reformed=stem in reformed)) for stem in sorted(stale)]
    kept.drop_terms(stem for stem, term in made if not term.line.firsts)
    kept.put_terms((stem, _size(stem, term), term) for stem, term in made if term.line.firsts)
    return stale


def line_of(stem: str, forms: str, cards: str, who: bytes) -> str:
    """A stem, its forms, its postings; then which of them it shows, and their cards.

    How rare a stem is follows from the number of its postings, and stands nowhere, since each new entry changes it.
    """
    return f"{stem}\t{forms}\t{who.decode()}{cards}"


def _size(stem: str, term: Term) -> int:
    return len(stem) + len(term.forms) + len(term.cards) + len(term.line.who) + 2


def _term(kept: Kept, filling: Filling, stem: str, card_of: CardOf, *, is_reformed: bool) -> Term:
    if filling.is_whole:
        forms, cards, line = "", "", filling.lines[stem]
    else:
        forms, cards, line = kept.term(stem)
    exchanges = filling.exchanges.get(stem, [])
    if exchanges:
        line = line.exchanged(exchanges)
    if is_reformed:
        forms = forms_of(kept, stem)
    if exchanges or filling.is_whole or stem in filling.shown_anew:
        cards = _shown(line, card_of)
    return Term(forms, cards, line)


def _shown(line: Line, card_of: CardOf) -> str:
    shown = line.shown()
    if not shown:
        return ""
    return "\t".join(("", skips(place for _, place in shown), *(card_of(number) for number, _ in shown)))


def _cards(kept: Kept, width: int) -> CardOf:
    known: dict[int, Sequence[str]] = {}

    def card_of(number: int) -> str:
        bucket, place = divmod(number, width)
        if bucket not in known:
            known[bucket] = kept.cards(bucket)
        return known[bucket][place]

    return card_of
