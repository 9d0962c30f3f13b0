"""Buckets to be filled to what that changes: files of answers, and runs of stems to exchange."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.publish.search.bucket import Filled, filled
from dateline.publish.search.columns import Columns
from dateline.publish.search.kept import NO_BUCKET, Bucket, Kept
from dateline.publish.search.line import Exchange, Line, Run
from dateline.publish.search.placing import EntriesOf, Placed, held


@dataclass(kw_only=True, slots=True)
class Filling:
    """What buckets change, gathered over all of them."""

    is_whole: bool
    lines: defaultdict[str, Line] = field(default_factory=lambda: defaultdict(Line))
    """Whole lines, where every bucket is filled."""
    exchanges: defaultdict[str, list[Exchange]] = field(default_factory=lambda: defaultdict(list))
    """Else what is otherwise in each."""
    shown_anew: set[str] = field(default_factory=set)
    """Stems that may show an entry whose card is another one."""
    tokens: Counter[str] = field(default_factory=Counter)
    """In how many more buckets each word is; in fewer, where negative."""
    answers: dict[int, str] = field(default_factory=dict)
    """By bucket; empty where it has none any more."""


def fill(kept: Kept, placed: Placed, entries_of: EntriesOf) -> tuple[Filling, Columns]:
    """Fill buckets."""
    filling, columns = Filling(is_whole=placed.is_whole), Columns(kept)
    rows = list(_rows(kept, placed, entries_of, filling, columns))
    kept.put_buckets(rows)
    columns.keep()
    return filling, columns


def _rows(
    kept: Kept, placed: Placed, entries_of: EntriesOf, filling: Filling, columns: Columns
) -> Iterator[tuple[int, Bucket]]:
    for number in placed.stale:
        entries, start = tuple(held(kept, number, entries_of)), number * placed.room
        found = filled(entries, start)
        new = _bucket(found)
        old = NO_BUCKET if placed.is_whole else kept.bucket(number)
        columns.put(number, entries)
        if filling.is_whole:
            for stem, run in found.runs.items():
                filling.lines[stem].append(run)
        else:
            _compare(filling, old, new, found, range(start, start + placed.room))
        filling.tokens.update(_lines(new.tokens))
        filling.tokens.subtract(_lines(old.tokens))
        if found.answers or old.size:
            filling.answers[number] = "\n".join(found.answers)
        yield number, new


def _bucket(found: Filled) -> Bucket:
    return Bucket(
        size=len(found.cards),
        words=found.words,
        levels=found.levels,
        cards=json.dumps(found.cards, ensure_ascii=False),
        runs="\n".join(f"{stem}\t{_text(run)}" for stem, run in found.runs.items()),
        tokens="\n".join(f"{form}\t{stem}" for form, stem in found.tokens),
    )


def _text(run: Run) -> str:
    return f"{run.first} {run.who} {run.where} {run.standing}" if run.standing else f"{run.first} {run.who} {run.where}"


def _compare(filling: Filling, old: Bucket, new: Bucket, found: Filled, numbers: range) -> None:
    """Note which stems have another run, and which show an entry by another card."""
    before, after = _by_stem(old.runs), _by_stem(new.runs)
    for stem in before.keys() | after.keys():
        if before.get(stem) != after.get(stem):
            filling.exchanges[stem].append(Exchange(numbers.start, numbers.stop, found.runs.get(stem)))
    cards = json.loads(old.cards)
    other = {numbers.start + place for place, card in enumerate(found.cards) if cards[place : place + 1] != [card]}
    standing = ((stem, number) for stem, run in found.runs.items() for number, _, _ in run.standing)
    filling.shown_anew |= {stem for stem, number in standing if number in other}


def _by_stem(runs: str) -> dict[str, str]:
    return {stem: run for stem, _, run in (line.partition("\t") for line in _lines(runs))}


def _lines(text: str) -> Sequence[str]:
    return text.split("\n") if text else ()
