"""Acronyms, quotations and relative times in a text."""

from __future__ import annotations

import pytest

from dateline.desk.intake.acronyms import acronyms
from dateline.desk.intake.quotations import quotations
from dateline.desk.intake.relative_times import relative_times


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Lower River Ferry Union (LRFU) met.", "LRFU", "Lower River Ferry Union"),
        ("It asked the Office of the Keeper of Lights (OKL).", "OKL", "Office of the Keeper of Lights"),
        ("The LRFU (Lower River Ferry Union) met.", "LRFU", "Lower River Ferry Union"),
        ("The Lower River Ferry Union, or LRFU, met.", "LRFU", "Lower River Ferry Union"),
        ("A coastal patrol boat (CPB) came.", "CPB", "coastal patrol boat"),
        ("Союз перевозчиков и лоцманов (СПЛ) собрался.", "СПЛ", "Союз перевозчиков и лоцманов"),
        ("Минрыб (Министерство рыб) молчит.", "", ""),
        ("The [Lower River Ferry Union](https://lrfu.example/) (LRFU) met.", "LRFU", "Lower River Ferry Union"),
        ("The union met in Riverton (LRFU).", "", ""),
        ("It rained (again). The boats (BIG ONES) left.", "", ""),
    ],
)
def test_acronyms(text: str, short: str, long: str) -> None:
    assert [(each.short, each.long) for each in acronyms(text)] == ([(short, long)] if short else [])


def test_an_acronym_is_found_once_with_the_words_that_say_so() -> None:
    text = "The Lower River Ferry Union (LRFU) met.\n\nThe Lower River Ferry Union (LRFU) left."
    assert [each.how for each in acronyms(text)] == ["Lower River Ferry Union (LRFU)"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said, “We wait.”", ["We wait."]),
        ("The union said, ‘No boat will sail. Nor will ours.’ Then it left.", ["No boat will sail. Nor will ours."]),
        ("He said, ‘It’s the crew’s boat, don’t take it.’", ["It’s the crew’s boat, don’t take it."]),
        ("They said, ‘The pilots’ strike goes on.’ So it did.", ["The pilots’ strike goes on."]),
        ("The ‘old boats’ sank and the pilots’ hopes with them.", ["old boats"]),
        ("The ‘old’ and the ‘new’ boats", ["old", "new"]),
        ("It’s the pilots’ boat, and that’s that.", []),
        ("«Мы ждём. Паром придёт», — сказал он.", ["Мы ждём. Паром придёт"]),
        ("„Wir warten“, sagte sie.", ["Wir warten"]),
        ('He said "we wait" and "we go".', ["we wait", "we go"]),
        ("“He told me ‘go’ and I went.”", ["He told me ‘go’ and I went."]),
        ("“First paragraph.\n\n“Second one.”", ["First paragraph.", "Second one."]),
        ("「船は出ない」と言った。", ["船は出ない"]),
        ("An “opening without its end", []),
        ("", []),
    ],
)
def test_quotations_are_whole(text: str, inside: list[str]) -> None:
    found = quotations(text)
    assert [each.text for each in found] == inside
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The LRFU said in a statement, ‘No boat will sail.’", "LRFU"),
        ("“No boat will sail,” said Ana Moss, the pilot.", "Ana Moss"),
        ("“No boat will sail,” Ana Moss told the crew.", "Ana Moss"),
        ("«Паром не выйдет», — заявила Нина Луговая. Порт Речной закрыт.", "Нина Луговая"),
        ("The “old boat” sank.", None),
    ],
)
def test_speakers_are_hinted_at(text: str, speaker: str | None) -> None:
    assert [each.speaker for each in quotations(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "published", "proposal"),
    [
        ("It closed last month.", "2021-09-17", "2021-08"),
        ("It closed last month.", "2021-01", "2020-12"),
        ("It closed last year.", "2021", "2020"),
        ("It closed yesterday.", "2021-03-01", "2021-02-28"),
        ("It closed last week.", "2021-09-17", "2021-09-06/2021-09-12"),
        ("It closed on Wednesday.", "2021-09-17", "2021-09-15"),
        ("It closed on Friday.", "2021-09-17", "2021-09-17"),
        ("It will close on Wednesday.", "2021-09-17", "[2021-09-15,2021-09-22]"),
        ("It closed last Friday.", "2021-09-17", "2021-09-10"),
        ("It closed three days ago.", "2021-09-17", "2021-09-14"),
        ("It closed the day before yesterday.", "2021-09-17", "2021-09-15"),
        ("Паром ушёл в среду.", "2021-09-17", "2021-09-15"),
        ("Паром ушёл в прошлом месяце.", "2021-09-17", "2021-08"),
        ("Киштӣ дирӯз рафт.", "2021-09-17", "2021-09-16"),
        ("کشتی دیروز رفت.", "2021-09-17", "2021-09-16"),
        ("It closed yesterday.", "2021-09", None),
        ("It closed last month.", None, None),
    ],
)
def test_relative_times(text: str, published: str | None, proposal: str | None) -> None:
    assert [each.proposal for each in relative_times(text, published)] == [proposal]


def test_unresolved_time_has_its_sentence_and_a_hint() -> None:
    (found,) = relative_times("It rained. The port closed last month. It rained.", None)
    assert found.sentence == "The port closed last month."
    assert found.hint == "the month before the article's date, which is not known"


@pytest.mark.parametrize("text", ["Hier steht ein Boot.", "He reads The Today Show's book.", ""])
def test_words_of_other_meaning(text: str) -> None:
    assert [each.text for each in relative_times(text, None) if each.text == "Hier"] == []


def test_language_opens_its_own_words() -> None:
    assert [each.text for each in relative_times("Le bac est parti hier.", None, "fr-FR")] == ["hier"]
