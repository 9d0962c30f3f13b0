"""What a date is called, in each language."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.when import When
from dateline.model.when_words import codes, in_words
from dateline.model.words.language import language

TABLES = (Path(__file__).parent / "when_words_cases.md").read_text(encoding="utf-8")
TOGETHER = (Path(__file__).parent / "when_words_table.md").read_text(encoding="utf-8")

GUIDE = (Path(__file__).parents[2] / "docs/explanation/dates.md").read_text(encoding="utf-8")


def cases() -> list[tuple[str, str, str]]:
    """Language, text and words of every row."""
    found = []
    for section in TABLES.split("\n## ")[1:]:
        code = re.search(r"\((\w+)\)", section)
        assert code
        found += [(code[1], *row) for row in re.findall(r"^\| `(.+)` \| (.+) \|$", section, re.MULTILINE)]
    return found


@pytest.mark.parametrize(("code", "text", "words"), cases())
def test_says(code: str, text: str, words: str) -> None:
    assert When.parse(text).words(code) == words


def cells() -> list[tuple[str, str, str]]:
    """Text, language and words of every cell of the table with all languages."""
    rows = [line.strip("| ").split(" | ") for line in TOGETHER.splitlines() if line.startswith("| ")]
    return [
        (row[0].strip("`"), code, words) for row in rows[1:] for code, words in zip(rows[0][1:], row[1:], strict=True)
    ]


@pytest.mark.parametrize(("text", "code", "words"), cells())
def test_says_in_every_language(text: str, code: str, words: str) -> None:
    assert When.parse(text).words(code) == words


def test_the_table_has_every_language() -> None:
    assert {code for _, code, _ in cells()} == set(codes())


@pytest.mark.parametrize(("texts", "words"), re.findall(r"^\| [^`|]+ \| (`.+`) \| (.+) \|$", GUIDE, re.MULTILINE))
def test_the_guide_tells_what_is_shown(texts: str, words: str) -> None:
    assert ", ".join(When.parse(text).words() for text in re.findall("`(.+?)`", texts)) == words


@pytest.mark.parametrize("code", codes())
def test_every_language_has_a_table(code: str) -> None:
    assert code in {row[0] for row in cases()}


@pytest.mark.parametrize("code", codes())
def test_every_language_has_every_phrase(code: str) -> None:
    names = {name for name in language("en").phrases if "." not in name or re.search(r"\.\d+$", name)}
    assert names - set(language(code).phrases) == set()


@pytest.mark.parametrize("code", codes())
def test_no_phrase_asks_for_a_case_that_no_phrase_has(code: str) -> None:
    phrases = language(code).phrases
    asked = {spec for phrase in phrases.values() for _, _, spec, _ in Formatter().parse(phrase) if spec}
    assert asked <= {name.rpartition(".")[2] for name in phrases}


@pytest.mark.parametrize("code", codes())
def test_no_phrase_has_a_slot_that_english_has_not(code: str) -> None:
    extra = {"month_alone"}
    english = {slot for phrase in language("en").phrases.values() for _, slot, _, _ in Formatter().parse(phrase)}
    own = {slot for phrase in language(code).phrases.values() for _, slot, _, _ in Formatter().parse(phrase)}
    assert own <= english | extra


def test_a_region_changes_nothing() -> None:
    assert When.parse("2021-09-15").words("fr-CA") == When.parse("2021-09-15").words("fr")


def test_a_language_without_words_is_named() -> None:
    with pytest.raises(ValueError, match="'tlh' yet, only in en, fa, fr, ru"):
        When.parse("2021").words("tlh")


VAGUE = st.sampled_from(
    ["{}", "{}~", "{}?", "{}/..", "../{}", "/{}", "[{},2031]", "{{{},2031}}", "{}/2031", "[..{}]"],
)
THIRDS = st.builds("2021-{:02d}-{}X".format, st.integers(1, 12), st.sampled_from("012"))
MONTHS = st.builds("{}-{:02d}".format, st.integers(1900, 2030), st.integers(1, 12))
HOLES = st.builds("{}{}".format, MONTHS, st.sampled_from(["", "-XX"]))
SEASONS = st.builds("{}-{}".format, st.integers(1900, 2030), st.integers(21, 41))
YEARS = st.integers(1900, 2030).map(str)


@given(st.sampled_from(codes()), VAGUE, st.one_of(HOLES, SEASONS, YEARS))
def test_law_no_day_is_said_that_nobody_stated(code: str, frame: str, date: str) -> None:
    said = {int(number) for number in re.findall(r"\d+", When.parse(frame.format(date)).words(code))}
    year = int(date[:4])
    assert said <= {year, 2031, *([year + 1] if frame.startswith("[..") else ())}


@given(st.sampled_from(codes()), st.sampled_from(["{}~", "{}%", "{}/2031", "2019/{}", "{}/..", "../{}"]), THIRDS)
def test_law_no_day_is_made_of_a_digit(code: str, frame: str, date: str) -> None:
    """What is roughly known is told without the first and the last day that it may be."""
    said = {int(number) for number in re.findall(r"\d+", When.parse(frame.format(date)).words(code))}
    assert said <= {2019, 2021, 2031}


@given(st.sampled_from(codes()), VAGUE, st.one_of(HOLES, SEASONS, YEARS))
def test_law_every_language_says_every_date(code: str, frame: str, date: str) -> None:
    said = in_words(frame.format(date), code)
    assert said
    assert "{" not in said
