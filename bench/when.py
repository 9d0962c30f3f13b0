"""EDTF strings to two figures: seconds for 100,000 different ones, and agreement with the collected test suites.

`python bench/when.py` prints the speed; with ../shared beside the checkout it also lists each departure.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dateline.model.when import When, WhenError

STRINGS = 100_000
CASES = Path(__file__).parents[2] / "shared/corpora/edtf_cases.jsonl.gz"
WITHOUT_A_DAY = {None, "+inf", "-inf"}
"""How the suites write an open bound, or do not write it."""


class Departure(NamedTuple):
    """One answer of ours that differs from a suite's."""

    text: str
    field: str
    theirs: object
    ours: object
    implementations: int


def main() -> None:
    texts = different_texts(STRINGS)
    for name, work in (("parse", When.parse), ("parse and say in English", lambda text: When.parse(text).words("en"))):
        begun = time.perf_counter()
        for text in texts:
            work(text)
        print(f"{name}: {time.perf_counter() - begun:.2f} s for {len(texts):,} different strings")
    if CASES.exists():
        with gzip.open(CASES, "rt", encoding="utf-8") as lines:
            print_agreement([json.loads(line) for line in lines])
    else:
        print(f"no agreement measured: {CASES} is not there")


def different_texts(count: int) -> list[str]:
    """Strings of every kind, half of them plain days, months and years as on a desk."""
    draw = random.Random(20210915)
    texts: dict[str, None] = {}
    while len(texts) < count:
        day = f"{draw.randint(1000, 2999)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        other = f"{draw.randint(3000, 3999)}-{draw.randint(1, 12):02d}"
        forms = (
            f"{day}?",
            f"{day[:7]}~",
            f"{day[:7]}-XX",
            f"{day}/{other}",
            f"{day}/..",
            f"[{day},{other}]",
            f"{day[:4]}?-{day[5:7]}-~{day[8:]}",
            f"{day}T15:29:{draw.randint(0, 59):02d}-04:00",
            f"Y{draw.randint(10_000, 10**12)}",
            f"{day[:3]}X-{day[5:]}",
        )
        texts[draw.choice((day, draw.choice(forms)))] = None
    return list(texts)


def print_agreement(rows: list[dict[str, Any]]) -> None:
    several = [row for row in rows if row["implementations"] >= 2]
    single = [row for row in rows if row["implementations"] < 2]
    for name, part in (("two implementations and more", several), ("one or none", single)):
        departing = {row["text"] for row in part if any(departures(row))}
        agreeing = len(part) - len(departing)
        print(f"{name}: {agreeing} of {len(part)} rows agree ({agreeing / len(part):.1%})")
    for departure in (departure for row in rows for departure in departures(row)):
        print(f"  {departure.text!r} {departure.field}: {departure.theirs} there, {departure.ours} here")


def departures(row: dict[str, Any]) -> Iterator[Departure]:
    """Where our verdict or bounds differ from what a suite states without contradiction of another."""
    text, disputed, count = row["text"], row["disagree"], row["implementations"]
    try:
        when = When.parse(text)
    except WhenError:
        when = None
    stated = row["valid"] if row["valid"] is not None else (row["earliest"] is not None or None)
    if stated is not None and "valid" not in disputed and (when is not None) != stated:
        yield Departure(text, "valid", stated, when is not None, count)
    elif when is not None:
        for field in ("earliest", "latest", "uncertain", "approximate"):
            theirs, ours = row[field], getattr(when, field)
            ours = ours if isinstance(ours, bool) or ours is None else str(ours).removeprefix("Y")
            if theirs is not None and field not in disputed and theirs != ours and {theirs, ours} - WITHOUT_A_DAY:
                yield Departure(text, field, theirs, ours, count)


if __name__ == "__main__":
    main()
