"""Quotes: the readable specification, records, neighbours, what comes nearest, and laws over many texts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.relate.quotes import Change, Verdict, difference, find_quote, nearest, prepare
from dateline.relate.quoting.haystack import Haystack
from dateline.relate.quoting.normalise import normal_form, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.relate.quoting.form import Form

SPEC = Path(__file__).with_name("quotes_spec.md")
SIGNS = str.maketrans({"⏎": "\n", "~": "\xa0", "¬": "\xad", "∅": "\u200b", "ˊ": "\u0301"})


class Row(NamedTuple):
    article: str
    quote: str
    verdict: str
    says: str
    language: str


def _cell(cell: str) -> str:
    ticks = "`` " if cell.strip().startswith("`` ") else "`"
    text = cell.strip().removeprefix(ticks).removesuffix(ticks[::-1]).replace("~~", "\0")
    return text.translate(SIGNS).replace("\0", "~~")


def _rows() -> list[Row]:
    rows, language = [], "en"
    for line in SPEC.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            tag = re.search(r"\(([\w-]+)\)$", line)
            language = (tag[1] if tag else "en").removeprefix("und")
        cells = line.strip("|").split("|")
        if line.startswith("| `"):
            article, quote, verdict, says = cells
            rows.append(Row(_cell(article), _cell(quote), verdict.strip(), says.strip(), language))
    return rows


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row.quote} in {row.article}"[:90])
def test_spec(row: Row) -> None:
    match = find_quote(row.quote, row.article, language=row.language)
    assert match.verdict == row.verdict, match
    if match.is_found:
        assert ", ".join(match.differences) == row.says
    else:
        assert row.says in match.reason


def test_the_spec_is_read() -> None:
    assert len(_rows()) > 150


@pytest.mark.parametrize(
    ("article", "quote", "marked"),
    [
        ("He said **we pay** now.", "we pay now", ["we pay** now"]),
        ("He said **we pay** now.", "we pay", ["we pay"]),
        ("The bri\xaddge\n\nwill close.", "The bridge will", ["The bri\xaddge\n\nwill"]),
        ("See [the plan](x.md) now.", "the plan", ["the plan"]),
        ("A cafe\u0301 here.", "A café", ["A cafe\u0301"]),
        ("Wait… and go.", "Wait...", ["Wait…"]),
        ("One two three four five six seven.", "One two three … five six seven", ["One two three", "five six seven"]),
        ("They will pay him.", "They [all] will pay", ["They will pay"]),
        ("Now the bridge falls.", "[T]he bridge", ["the bridge"]),
    ],
)
def test_offsets_are_of_the_stored_text(article: str, quote: str, marked: list[str]) -> None:
    match = find_quote(quote, article)
    assert [article[start:end] for start, end in match.parts] == marked
    assert (match.start, match.end) == (match.parts[0].start, match.parts[-1].end)


@pytest.mark.parametrize(
    ("before", "after", "verdict", "start"),
    [
        ("He said:", "", Verdict.EXACT, 9),
        ("She wrote:", "", Verdict.EXACT, 34),
        ("He\nsaid", "", Verdict.EXACT, 9),
        ("", "today", Verdict.EXACT, 9),
        ("", "tomorrow", Verdict.EXACT, 34),
        ("wrote", "today", Verdict.AMBIGUOUS, 9),
        ("nobody", "", Verdict.AMBIGUOUS, 9),
        ("", "", Verdict.AMBIGUOUS, 9),
    ],
)
def test_neighbours_tell_two_places_apart(before: str, after: str, verdict: Verdict, start: int) -> None:
    match = find_quote("We pay", "He said: We pay today. She wrote: We pay tomorrow.", before, after)
    assert (match.verdict, match.start) == (verdict, start)


def test_neighbours_tell_two_elided_places_apart() -> None:
    text = "He said: We will pay, all of us do. She said: We will pay, all of us do."
    match = find_quote("We will pay … of us do", text, "She said")
    assert (match.verdict, match.start) == (Verdict.ELIDED, text.rindex("We"))


def test_neighbours_are_compared_in_normal_form() -> None:
    match = find_quote("We pay", "It’s **he** — We pay. It’s she: We pay.", "It's he")
    assert (match.verdict, match.start) == (Verdict.EXACT, 14)


def test_neighbours_do_not_matter_to_a_quote_that_stands_once() -> None:
    assert find_quote("We pay", "He said: We pay.", "She said").verdict is Verdict.EXACT


def test_no_stored_text_is_neither_found_nor_absent() -> None:
    match = find_quote("We pay", None)
    assert (match.verdict, match.is_found, match.nearest) == (Verdict.UNAVAILABLE, False, None)


@pytest.mark.parametrize("quote", ["We pay", "We\npay", "[w]e pay", "We will pay … all of us do"])
def test_the_desks_own_summary_is_never_verbatim(quote: str) -> None:
    text = "We pay. Said twice: We will pay now, all of us do."
    match = find_quote(quote, text, summary=True)
    assert match.verdict is Verdict.IN_SUMMARY
    assert match.parts == find_quote(quote, text).parts
    assert match.is_found


def test_absent_from_a_summary_is_absent() -> None:
    assert find_quote("We owe", "We pay.", summary=True).verdict is Verdict.ABSENT


def test_a_prepared_text_gives_the_same_answers() -> None:
    text = "He said “*we* pay”\nand **left**."
    ready = prepare(text)
    assert prepare(ready) is ready
    for quote in ('said "we pay" and', "left", "we owe", "we pay … left"):
        assert find_quote(quote, ready) == find_quote(quote, text)


def test_the_version_of_the_rules_is_recorded() -> None:
    assert find_quote("We pay", "We pay.").normalisation == "dateline-2"


@pytest.mark.parametrize("quote_length", [300, 301])
def test_at_most_three_hundred_characters_are_left_out(quote_length: int) -> None:
    text = f"One two three {'x' * quote_length} four five six."
    match = find_quote("One two three … four five six", text)
    assert match.is_found == (quote_length == 300)
    assert match.is_found or match.reason == "more than 300 characters are left out"


def test_nearest_is_the_closest_passage_of_whole_words() -> None:
    text = "The ferry runs. “The bridge will close on Monday,” the mayor said. The bridge is old."
    found = find_quote("The bridge shall close on Monday", text).nearest
    assert found is not None
    assert text[found.start : found.end] == found.text == "The bridge will close on Monday"
    assert found.distance == 3


def test_nothing_is_near_without_a_common_word() -> None:
    assert nearest("alpha beta", "The bridge will close.") is None
    assert nearest("", "The bridge will close.") is None
    assert nearest("alpha", "") is None


def test_difference_is_word_by_word_and_ignores_typography() -> None:
    assert [tuple(piece) for piece in difference("the old bridge 'falls'", "the bridge ‘falls’ down")] == [
        (Change.EQUAL, "the"),
        (Change.REMOVED, "old"),
        (Change.EQUAL, "bridge 'falls'"),
        (Change.ADDED, "down"),
    ]


WORDS = st.sampled_from(["rain", "falls", "on", "old", "bridges", "while", "ferries", "Café", "Ночь", "12", "1,450"])
GAPS = st.sampled_from([" ", "\n", "\n\n", "\xa0", "  ", " — ", ", ", ".\n> ", " **", "* ", " _", "_ "])


@st.composite
def articles(draw: st.DrawFn) -> str:
    pairs = draw(st.lists(st.tuples(WORDS, GAPS), min_size=4, max_size=40))
    return "".join(word + gap for word, gap in pairs)


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, str]:
    text = draw(articles())
    words = [*re.finditer(r"[^\s*_>]+", text)]
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(words) - 1)] * 2)))
    return text, text[words[first].start() : words[last].end()]


@given(slices())
def test_a_slice_of_a_text_is_found(pair: tuple[str, str]) -> None:
    text, quote = pair
    match = find_quote(quote, text)
    assert match.verdict in {Verdict.EXACT, Verdict.AMBIGUOUS}


@given(slices())
def test_what_is_found_has_the_quotes_normal_form(pair: tuple[str, str]) -> None:
    text, quote = pair
    match = find_quote(" ".join(quote.replace("—", "-").split()), text)
    assert match.is_found
    assert match.start is not None
    unmarked = re.compile("[*_>]+")
    assert normalised(unmarked.sub("", text[match.start : match.end])) == normalised(unmarked.sub("", quote))


@given(slices(), st.data())
def test_typesetting_changes_no_verdict(pair: tuple[str, str], data: st.DataObject) -> None:
    text, quote = pair
    plain = find_quote(normalised(quote), text)
    at = data.draw(st.integers(0, len(text)))
    hyphenated = text[:at] + "\xad" + text[at:]
    wrapped = re.sub(r"(?<=[^\W_]) (?=[^\W_])", data.draw(st.sampled_from(["\n", "\xa0", "\u2009", "  "])), text)
    for changed in (hyphenated, wrapped):
        other = find_quote(normalised(quote), changed)
        assert other.is_found == plain.is_found
        assert (other.verdict is Verdict.AMBIGUOUS) == (plain.verdict is Verdict.AMBIGUOUS)


@given(st.lists(WORDS, min_size=5, max_size=30), st.data())
def test_a_changed_quote_is_absent(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(1, len(words) - 2))
    dropped = [*words[:at], *words[at + 1 :]]
    negated = [*words[:at], "not", *words[at:]]
    assert not find_quote(" ".join(negated), text).is_found
    assert find_quote(" ".join(dropped), text).is_found == (f" {' '.join(dropped)} " in f" {text} ")


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_changed_number_is_absent(stands: int, quoted: int) -> None:
    found = find_quote(f"some {quoted:,} people", f"There were some {stands:,} people.").is_found
    assert found == (stands == quoted)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_verdict_with_offsets_inside(quote: str, text: str) -> None:
    match = find_quote(quote, text)
    if match.is_found:
        assert match.start is not None
        assert match.end is not None
        assert 0 <= match.start < match.end <= len(text)


@given(st.text(alphabet="ab \n\xad\u0301é…-—*_\\[]()>#1.&;`\u1100\u1161", max_size=40))
def test_every_character_of_a_form_knows_where_it_came_from(text: str) -> None:
    form = normal_form(text)
    for at in range(len(form.text)):
        start, end = form.stored(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert form.text[at] in normal_form(text[start:end]).text
    assert normal_form(form.text).text == form.text


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "**a** " * 50_000, "\n- " * 100_000, "e" + "\u0301" * 200_000, "](" * 99_999]
)
@pytest.mark.parametrize("quote", ["we will go … home", "[" * 200_001, "a b c … " * 5_000, "[x y] z " * 5_000])
def test_hostile_input_gives_an_answer(quote: str, text: str) -> None:
    assert not find_quote(quote, text).is_found


class Thorough(Haystack):
    """A stored text of which every form is looked at for every quote."""

    def forms(self, *_: str) -> Iterator[Form]:
        yield self.plain
        if self.read:
            yield self.read

    forms_of_parts = forms

    def stands_once(self, words: str) -> bool:
        del words
        return False


PIECES = [
    "the",
    "river",
    "by",
    "night",
    "not",
    "5",
    "橋は",
    "Ünï",
    "’",
    "“",
    "…",
    "...",
    "*",
    "**",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "\\",
    "!",
    "](x)",
    "](http://e.example/a_b?x=1&y=2)",
    "[^1]",
    "&amp;",
    "&",
    "[T]he",
    "![a](b)",
    "](y 'the')",
    "][p]",
    "\n[p]: x\n",
    "e\u0301",
    "&eacute;",
    "  ",
    "\n\nby night\n\n",
    "],",
    "<http://a.example>",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\n- ",
    "\n1. ",
    "> ",
    "# ",
    "\xa0",
    "\xad",
]


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=25).map("".join), st.data())
def test_the_quick_look_changes_no_verdict(text: str, data: st.DataObject) -> None:
    thorough = Thorough(text)
    source = data.draw(st.sampled_from([form.text for form in thorough.forms()]))
    start = data.draw(st.integers(0, max(0, len(source) - 2)))
    quote = source[start : start + data.draw(st.integers(2, 40))]
    edited = quote.replace(" ", " … ", 1) if data.draw(st.booleans()) else quote
    assert find_quote(edited, text) == find_quote(edited, thorough)


def test_a_quote_that_stands_nowhere_does_not_have_an_article_read_as_markdown() -> None:
    haystack = prepare("The **old** pier [by the sea](https://x.example/a?b=1&c=2) was _closed_.\n" * 50)
    assert not find_quote("pier by the lake was closed", haystack).is_found
    assert not find_quote("The old pier … was opened on", haystack).is_found
    assert "read" not in vars(haystack)
    assert find_quote("pier by the sea was closed", haystack).is_found
