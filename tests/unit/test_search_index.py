"""Words, ranks and shards of the search index."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random
from typing import Any

import pytest

from dateline.publish.search.answers import address
from dateline.publish.search.entry import FACETS, Entry
from dateline.publish.search.inverted import Index, index
from dateline.publish.search.lengths import LEVELS, level
from dateline.publish.search.line import SHOWN
from dateline.publish.search.made import index_of
from dateline.publish.search.match import Forms, is_one_off
from dateline.publish.search.narrow import Range, counts, is_within, narrowed
from dateline.publish.search.numbering import numbered
from dateline.publish.search.numbers import LETTERS, written
from dateline.publish.search.query import parse
from dateline.publish.search.rank import search
from dateline.publish.search.sections import Section, sections
from dateline.publish.search.tokens import tokens
from dateline.publish.search.upkeep import FOLDER, named, script


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Ferries, ferry; FERRY!", "en", ["ferries/ferri", "ferry/ferri", "ferry/ferri"]),
        ("The board’s ferry", "en", ["the/the", "board/board", "ferry/ferri"]),
        ("Été à Orléans", "fr-FR", ["ete/ete", "a/a", "orleans/orlean"]),
        ("Straße", "de", ["strasse/strass"]),
        ("паромы", "ru", ["паромы/паром"]),
        ("港湾局", "ja", ["港湾/港湾", "湾局/湾局"]),
        ("港", "ja", ["港/港"]),
        ("2021年", "ja", ["2021/2021", "年/年"]),
        ("كِتَابٌ", "xx", ["كتاب/كتاب"]),
        ("می‌خواهم", "xx", ["میخواهم/میخواهم"]),
        ("नमस्ते", "xx", ["नमस्ते/नमस्ते"]),
        ("don't stop", "xx", ["don/don", "t/t", "stop/stop"]),
        ("</script><b>", "en", ["script/script", "b/b"]),
        ("…—!", "en", []),
    ],
)
def test_words_and_their_stems(text: str, language: str, found: list[str]) -> None:
    assert [f"{token.form}/{token.stem}" for token in tokens(text, language)] == found


def test_a_script_without_spaces_gives_its_pairs() -> None:
    assert len(tokens("ท่าเรือ", "th")) == len("ท่าเรือ") - 1


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "without", "begun"),
    [
        ("pier fire", ("pier", "fire"), (), (), "fire"),
        ("pier fire ", ("pier", "fire"), (), (), None),
        ('"pier fire"', ("pier", "fire"), (("pier", "fire"),), (), None),
        ("“pier fire” boat", ("pier", "fire", "boat"), (("pier", "fire"),), (), "boat"),
        ("pier -fire", ("pier",), (), (("fire",),), None),
        ('pier -"fire boat"', ("pier",), (), (("fire", "boat"),), None),
        ("pier -", ("pier",), (), (), None),
        ("港湾局", ("港湾", "湾局"), (("港湾", "湾局"),), (), None),
        ("pier pier", ("pier",), (), (), "pier"),
        ("", (), (), (), None),
    ],
)
def test_a_query_taken_apart(
    typed: str,
    words: tuple[str, ...],
    phrases: tuple[tuple[str, ...], ...],
    without: tuple[tuple[str, ...], ...],
    begun: str | None,
) -> None:
    assert parse(typed) == (words, phrases, without, begun)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("ferry", "fery", True), ("ferry", "ferrry", True), ("ferry", "fexry", True), ("ferry", "frery", True),
        ("ferry", "ferry", False), ("ferry", "fury", False), ("ferry", "fe", False), ("ferry", "yrref", False),
        ("ferry", "ferr", True), ("ferry", "ferryy", True), ("abcd", "badc", False),
    ],
)  # fmt: skip
def test_one_typing_error(one: str, other: str, near: bool) -> None:
    assert is_one_off(one, other) is near
    assert is_one_off(other, one) is near


@pytest.mark.parametrize(("words", "length"), [(0, 0), (7, 7), (16, 16), (17, 16), (18, 18), (100, 96), (9999, 960)])
def test_lengths_are_quantised(words: int, length: int) -> None:
    assert LEVELS[level(words)] == length


def test_levels_rise_by_no_more_than_an_eighth() -> None:
    assert list(LEVELS) == sorted(set(LEVELS))
    assert all(after - before <= max(1, before / 8) for before, after in pairwise(LEVELS))


def entry(id_: str, title: str, text: str = "", **rest: object) -> Entry:
    return Entry(kind="page", id=id_, url=id_, title=title, text=text, **rest)  # type: ignore[arg-type]


HARBOUR = index(
    [
        entry("fire", "Fire on the pier", "The harbour board closed the pier."),
        entry("ferry", "The ferry returns", "It had been at the yard since the fire."),
        entry("board", "Harbour board", "Runs piers and ferries."),
        entry("yard", "The yard", "A long text. " + "Boats are mended there in winter by few people. " * 9 + "Pier."),
        entry("ja", "港湾局の会議", language="ja"),
        entry("ru", "Паромы стоят", language="ru"),
        *(entry(f"other-{number}", f"Minutes {number}", "Nothing of note was said.") for number in range(20)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pier ", ["fire", "board", "yard"]),
        ("piers ", ["fire", "board", "yard"]),
        ("harbour pier ", ["board", "fire"]),
        ("fer", ["ferry", "board"]),
        ("fer ", []),
        ("ferri", ["ferry", "board"]),
        ("harbuor ", ["board", "fire"]),
        ('"harbour board"', ["board", "fire"]),
        ('"board harbour"', []),
        ("pier -ferry", ["fire", "yard"]),
        ("港湾", ["ja"]),
        ("湾局", ["ja"]),
        ("паром ", ["ru"]),
        ("dragon ", []),
    ],
)
def test_what_is_found_in_which_order(typed: str, found: list[str]) -> None:
    assert [HARBOUR.entries[number].id for number in search(HARBOUR, typed).entries] == found


def test_a_thing_stands_before_what_is_said_of_it() -> None:
    said = [entry(f"said-{number}", "Kabul falls", "Kabul, then Kabul again.") for number in range(12)]
    place = replace(entry("kabul", "Kabul", "The capital, on a river between mountains, of many people."), kind="actor")
    made = index([*said, place, *(entry(f"other-{number}", "Minutes") for number in range(80))])
    assert made.entries[search(made, "kabul").entries[0]].id == "kabul"


def test_a_date_is_found_by_its_words() -> None:
    made = index([entry("a", "Fire", said="29 August 2021"), entry("b", "Fire", said="3 May 2022")])
    assert [made.entries[number].id for number in search(made, "fire august ").entries] == ["a"]


def test_a_correction_is_told() -> None:
    assert search(HARBOUR, "harbuor ").instead == {"harbuor": "harbour"}
    assert search(HARBOUR, "dragon ").missing == ("dragon",)


def test_nothing_typed_finds_everything() -> None:
    assert search(HARBOUR, "").entries == tuple(range(len(HARBOUR.entries)))


def test_the_order_of_entries_changes_nothing() -> None:
    shuffled = list(HARBOUR.entries)
    Random(1).shuffle(shuffled)  # noqa: S311  # the same every time
    assert files(shuffled) == files(HARBOUR.entries)


def days(first: int | None, last: int | None) -> Entry:
    return entry("x", "x", when="x", earliest=first, latest=last)


@pytest.mark.parametrize(
    ("dated", "possibly", "certainly"),
    [
        (days(10, 10), True, True), (days(5, 12), True, False), (days(1, 4), False, False),
        (days(10, None), True, False),
        (days(None, 12), True, False), (days(None, 4), False, False), (days(21, None), False, False),
        (days(None, None), True, False), (entry("x", "x"), False, False), (days(20, 20), True, True),
    ],
)  # fmt: skip
def test_a_date_within_ten_and_twenty(dated: Entry, possibly: bool, certainly: bool) -> None:
    assert is_within(dated, Range(10, 20)) is possibly
    assert is_within(dated, Range(10, 20, certain=True)) is certainly


def test_counts_are_those_of_the_next_step() -> None:
    given = [
        entry("a", "a", facets={"kind": ("claim",), "topic": ("x", "y")}),
        entry("b", "b", facets={"kind": ("claim",), "topic": ("x",)}),
        entry("c", "c", facets={"kind": ("date",), "topic": ("x",)}),
    ]
    found = counts(given, {"kind": ["claim"]}, Range())
    assert found["kind"] == {"claim": 2, "date": 1}
    assert found["topic"] == {"x": 2, "y": 1}
    for value, count in found["topic"].items():
        assert len(narrowed(enumerate(given), {"kind": ["claim"], "topic": [value]}, Range())) == count


# Shards.


def numbers(text: str) -> list[int]:
    """The inverse of `written`."""
    found, value, shift = [], 0, 0
    for letter in text:
        bits = LETTERS.index(letter)
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            found.append(value)
            value = shift = 0
    return found


@pytest.mark.parametrize("given", [[], [0], [31], [32, 1], [1023, 1024, 32767, 32768, 733000]])
def test_numbers_come_back(given: list[int]) -> None:
    assert numbers(written(given)) == given


def test_columns_hold_what_entries_have() -> None:
    first = dt.date(2021, 8, 29).toordinal()
    given = [days(first, first), entry("x", "x"), days(None, first), days(first, first + 9), days(first, None)]
    assert numbers(said(files(given), "days")) == [1, first * 2, 0, 3, 0, 2, 0, 9, 4, 0]


def test_columns_hold_the_values_of_facets_by_their_names() -> None:
    given = [
        entry("a", "a", facets={"topic": ("ports", "ice")}),
        entry("b", "b"),
        entry("c", "c", facets={"topic": ("sea",)}),
    ]
    made = {asset.path: str(asset.content) for asset in index_of(given, {"topic/ice": "Ice", "actor/sea": "Sea"})}
    column = said(made, "f-topic")
    assert (column["values"], column["labels"]) == (["ice", "ports", "sea"], ["Ice", "ports", "sea"])
    assert numbers(column["of"]) == [2, 0, 1, 0, 1, 2]


def test_every_form_is_found_in_the_shard_where_it_belongs() -> None:
    made = large()
    written = files(made.entries)
    fences = said(written, "boot")["terms"].split("\n")
    assert len(fences) > 3
    for form, stems in made.forms.items():
        fence = max(fence for fence in fences if fence <= form)
        here = [line.split("\t") for line in said(written, f"t{named(fence)}").split("\n")]
        there = {fields[1] for fields in here if len(fields) == 2 and fields[0] == form}
        there |= {fields[0] for fields in here if len(fields) > 2 and form in spelt(fields)}
        assert there == set(stems)


def spelt(fields: list[str]) -> list[str]:
    return [fields[0] + form[1:] if form[0] == "-" else form for form in fields[1].split(",")]


def files(given: Iterable[Entry]) -> dict[str, str]:
    return {asset.path: str(asset.content) for asset in index_of(given, {})}


def said(files: Mapping[str, str], name: str) -> Any:
    """What a file of the index holds."""
    call = files[f"{FOLDER}/{name}.js"].rpartition('dateline.part("')[2]
    return json.loads(call.partition('",')[2].removesuffix(");\n"))


def test_an_edit_rewrites_the_shards_of_its_words_and_no_others() -> None:
    given = large().entries
    before, one = files(given), given[70]
    after = files([replace(each, text=f"{each.text} quincunx") if each is one else each for each in given])
    rewritten = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    # The new word's shard with its positions and spellings, the entry's bucket, and the tables of the whole.
    assert {path.rpartition("/")[2][0] for path in rewritten} <= set("tpwab")
    assert len(rewritten) < 8


def test_a_new_entry_moves_no_other() -> None:
    given = large().entries
    before = files(given)
    after = files([*given, entry("new", "quincunx", "quincunx")])
    changed = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    assert sum("/a" in path for path in changed) == 1
    assert sum("/t" in path for path in changed) <= 2


def test_a_long_page_is_spread_over_buckets() -> None:
    given = [entry(f"long.html#{number}", f"Part {number}") for number in range(400)]
    assert max(numbered(given).sizes) < 80


def test_a_word_that_many_have_shows_those_that_answer_best() -> None:
    given = [entry(f"e{number}", "Quiet day", "harbour " * (number % 40)) for number in range(400)]
    made = index(given)
    stem = made.forms["harbour"][0]
    line = next(
        line.split("\t")
        for path, text in files(given).items()
        if path.startswith(f"{FOLDER}/t")
        for line in said({path: text}, path.removeprefix(f"{FOLDER}/").removesuffix(".js")).split("\n")
        if line.startswith(f"{stem}\t-")
    )
    places = [at - 1 for at in accumulate(skipped + 1 for skipped in numbers(line[3]))]
    ids = [made.entries[made.postings[stem].entries[place]].id for place in places]
    assert len(ids) == SHOWN
    assert ids == line[5::6]
    assert {made.entries[number].id for number in search(made, "harbour ").entries[:10]} < set(ids)


def large() -> Index:
    draw = Random(2)  # noqa: S311  # the same every time
    letters = "abcdefghijklmnopqrstuvwxyz"
    vocabulary = ["".join(draw.choices(letters, k=draw.randint(3, 9))) for _ in range(1500)]
    endings = ("", "s", "ing", "ed", "ly")
    texts = (" ".join(draw.choice(vocabulary) + draw.choice(endings) for _ in range(60)) for _ in range(150))
    return index(entry(str(number), text[:40], text) for number, text in enumerate(texts))


def test_a_beginning_finds_every_form_with_it() -> None:
    made = large()
    known = Forms(made)
    assert list(known.beginning("ab")) == [form for form in made.forms if form.startswith("ab")]


def test_a_script_is_safe_whatever_it_says() -> None:
    said = "</script><!-- \u2028 \u2029 \" \\ ' \n"
    made = script("a0", said)
    assert not re.search("[<\u2028\u2029]", made)
    assert json.loads(made.removeprefix('dateline.part("a0",').removesuffix(");\n")) == said


@pytest.mark.parametrize(
    ("kind", "id_", "url"),
    [
        ("brief", "pier", "briefs/pier/index.html"),
        ("claim", "pier#closed", "briefs/pier/index.html#claim-closed"),
        ("article", "pier/post", "briefs/pier/index.html#article-post"),
        ("actor", "board", "actors/board/index.html"),
        ("page", "guide/start.html#one", "guide/start.html#one"),
    ],
)
def test_the_usual_address(kind: str, id_: str, url: str) -> None:
    assert address(kind, id_) == url


def test_every_file_is_below_its_folder_and_named_once() -> None:
    names = [asset.path for asset in index_of(HARBOUR.entries, {})]
    assert len(names) == len(set(names))
    assert all(name.startswith(f"{FOLDER}/") and name.endswith(".js") for name in names)
    assert {f"{FOLDER}/f-{facet}.js" for facet in FACETS} < set(names)


def test_an_index_of_nothing_can_be_made() -> None:
    made = files([])
    assert said(made, "boot")["terms"] == said(made, "t") == ""
    assert search(index([]), "pier").entries == ()


def test_a_page_is_cut_at_its_headings() -> None:
    html = (
        '<h1 id="t">Guide<a class="headerlink" href="#t">¶</a></h1><p>Before.</p>'
        '<h2 id="one">One <code>two</code></h2><ul><li>a</li><li>b</li></ul><script>var x</script>'
    )
    assert sections(html) == [Section("", "Guide", "Before."), Section("one", "One two", "a b")]
