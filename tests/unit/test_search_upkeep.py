"""An index that is kept up is the index that is made of the same entries from nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from random import Random

import pytest

from dateline.publish.search import numbering, shards
from dateline.publish.search.entry import Entry
from dateline.publish.search.kept import Kept
from dateline.publish.search.line import Exchange, Line, Run, read_line
from dateline.publish.search.made import index_of
from dateline.publish.search.upkeep import FOLDER, Upkept, brought_up

WORDS = [
    "harbour",
    "harbours",
    "harboured",
    "pier",
    "piers",
    "ferry",
    "ferries",
    "fire",
    "fired",
    "board",
    "ice",
    "icy",
    "the",
    "a",
    "of",
    "quay",
    "quays",
    "港湾",
    "港",
    "паром",
    "паромы",
    "été",
    "straße",
    "yard",
    "boat",
    "boats",
    "mended",
    "minister",
    "ministers",
    "said",
    "says",
    "saying",
]
Desk = dict[str, tuple[Entry, ...]]


class Site:
    """An index on a disk, as the press keeps it."""

    def __init__(self) -> None:
        self.kept = Kept(sqlite3.connect(":memory:"))
        self.files: dict[str, str] = {}
        self.last: list[str] = []

    def follow(self, desk: Desk, pages: Sequence[str], labels: Mapping[str, str]) -> Upkept:
        """Bring it up to date."""
        made = brought_up(self.kept, pages, lambda page: desk.get(page, ()), labels, renamed=True)
        new = {asset.path: str(asset.content) for asset in made.files}
        old = {} if made.is_whole else self.files
        assert not set(made.gone) & new.keys()
        self.last = [path for path in new if old.get(path) != new[path]]
        self.files = {path: text for path, text in (old | new).items() if path not in made.gone}
        return made


def entry(page: str, number: int, draw: Random) -> Entry:
    first = draw.choice((None, 730_000 + draw.randrange(900)))
    length = draw.choice((0, 2, 9, 40))
    return Entry(
        kind=draw.choice(("claim", "date")), id=f"{page}#{number}", url=f"{page}#claim-{number}",
        title=" ".join(draw.choices(WORDS, k=3)), text=" ".join(draw.choices(WORDS, k=length)),
        names=draw.choice(("", f"N{draw.randrange(40)}")), language=draw.choice(("en", "ru", "ja")),
        when=draw.choice(("", "x")), said="", earliest=first, latest=draw.choice((None, first and first + 3)),
        facets={"kind": ("claim",), "topic": tuple(draw.sample(("a", "b", "c", f"t{draw.randrange(30)}"), 2))},
    )  # fmt: skip


def entries(page: str, draw: Random) -> tuple[Entry, ...]:
    return tuple(entry(page, number, draw) for number in range(draw.choice((1, 1, 3, 14))))


def edited(desk: Desk, draw: Random) -> list[str]:
    """Change a desk; returns the pages that changed."""
    page = draw.choice([*desk, "new"])
    match draw.randrange(4):
        case 0:
            desk.pop(page, None)
        case 1:
            page = f"p{draw.randrange(1000)}/index.html"
            desk[page] = entries(page, draw)
        case 2 if page in desk:
            at = draw.randrange(len(desk[page]))
            desk[page] = (*desk[page][:at], entry(page, at, draw), *desk[page][at + 1 :])
        case _:
            desk[page] = entries(page, draw)
    return [page]


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_leave_the_index_of_what_is_there(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Random(seed)  # noqa: S311  # the same every time
    monkeypatch.setattr(shards, "SIZE", 600)
    monkeypatch.setattr(numbering, "LEAST", 8)
    desk: Desk = {f"p{number}/index.html": entries(f"p{number}/index.html", draw) for number in range(12)}
    site = Site()
    site.follow(desk, [*desk], {})
    wholes = 0
    for number in range(15):
        labels = {"topic/a": f"A {number // 4}"}
        pages = edited(desk, draw) + (edited(desk, draw) if draw.random() < 0.3 else [])
        wholes += site.follow(desk, pages, labels).is_whole
        clean = {asset.path: str(asset.content) for asset in index_of((e for es in desk.values() for e in es), labels)}
        assert site.files == clean
    assert wholes < 12, "most edits are taken up without making it whole"


def test_a_desk_that_is_emptied_and_filled_again() -> None:
    draw, site = Random(1), Site()  # noqa: S311
    desk: Desk = {"p/index.html": entries("p/index.html", draw)}
    site.follow(desk, [*desk], {})
    site.follow({}, [*desk], {})
    assert site.files == {asset.path: str(asset.content) for asset in index_of((), {})}
    site.follow(desk, [*desk], {})
    assert site.files == {asset.path: str(asset.content) for asset in index_of(desk["p/index.html"], {})}


def test_an_edit_writes_what_shows_it_and_no_more() -> None:
    """Of a large desk, one changed word: its shard with positions and spellings, the bucket, perhaps the table."""
    draw, site = Random(2), Site()  # noqa: S311
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(draw.choices(letters, k=draw.randint(3, 9))) for _ in range(1500)]
    desk: Desk = {
        page: (
            Entry(kind="page", id=page, url=page, title=draw.choice(words), text=" ".join(draw.choices(words, k=60))),
        )
        for page in (f"p{number}.html" for number in range(300))
    }
    site.follow(desk, [*desk], {})
    assert len(site.files) > 100
    (old,) = desk["p7.html"]
    desk["p7.html"] = (Entry(kind="page", id=old.id, url=old.url, title=old.title, text=f"{old.text} quincunx"),)
    made = site.follow(desk, ["p7.html"], {})
    assert not made.is_whole
    assert set("tpwa") <= {path.removeprefix(f"{FOLDER}/")[0] for path in site.last} <= set("tpwab")
    assert len(site.last) < 8


def test_runs_are_exchanged_in_a_line_as_if_it_were_made_anew() -> None:
    def run(bucket: int, weight: int) -> Run:
        return Run(
            bucket * 32, bucket * 32 + 1, 2, weight > 1, "B" if weight > 1 else "", "BC", ((bucket * 32, 0, -0.5),)
        )

    def line(runs: Mapping[int, int]) -> Line:
        made = Line()
        for bucket, weight in sorted(runs.items()):
            made.append(run(bucket, weight))
        return made

    draw = Random(3)  # noqa: S311
    for _ in range(200):
        runs = {bucket: draw.choice((1, 2)) for bucket in draw.sample(range(40), 9)}
        wanted = dict(runs)
        exchanges = []
        for bucket in sorted(draw.sample(range(40), 6)):
            wanted.pop(bucket, None)
            if draw.random() < 0.6:
                wanted[bucket] = draw.choice((1, 2))
            exchanges.append(
                Exchange(bucket * 32, bucket * 32 + 32, run(bucket, wanted[bucket]) if bucket in wanted else None)
            )
        before = line(runs)
        kept = read_line(*before.written(), bytes(before.who), bytes(before.where))
        found, clean = kept.exchanged(exchanges), line(wanted)
        assert (found.written(), found.who, found.where) == (clean.written(), clean.who, clean.where)
        assert found.shown() == clean.shown()
