"""Which words of a text are an actor's name, case by case."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.findings import At
from dateline.model.actor import Actor
from dateline.relate.lexicon import Lexicon, lexicon


def actor(id_: str, *names: str, excluded: tuple[str, ...] = ()) -> Actor:
    data = {"@id": id_, "@at": At(f"briefs/actors/{id_}.yaml"), "kind": "other", "name": names[0]}
    return Actor.model_validate({**data, "aliases": [{"name": name} for name in names[1:]], "not": list(excluded)})


def found(names: Lexicon, text: str, preferred: tuple[str, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in names.spans(text, preferred)]


# A name, a text, and the words of the text that are linked.
CASES = {
    "a name": ("Taliban", "The Taliban spoke.", ["Taliban"]),
    "at both ends of a text": ("Taliban", "Taliban", ["Taliban"]),
    "not inside another word": ("Iran", "Iranian oil, Tirana", []),
    "not before a digit": ("Group", "Group7", []),
    "not beside an underscore": ("Iran", "iran_news", []),
    "in capitals": ("Taliban", "TALIBAN SPOKE", ["TALIBAN"]),
    "in small letters": ("Taliban", "the taliban spoke", ["taliban"]),
    "a final sigma": ("Ελλάς", "ΕΛΛΆΣ και Ελλάς", ["ΕΛΛΆΣ", "Ελλάς"]),
    "a letter that folds to two stays in place": ("Straße", "Die Straße, die Straße", ["Straße", "Straße"]),
    "a name in capitals is found by its whole folding": ("Straße", "DIE STRASSE", ["STRASSE"]),
    "after a letter that folds to two": ("Iran", "ŉ İ ß Iran", ["Iran"]),
    "Cyrillic": ("Таджикистан", "ТАДЖИКИСТАН молчит", ["ТАДЖИКИСТАН"]),
    "Cyrillic endings are left alone": ("Таджикистан", "в Таджикистане", []),
    "Arabic": ("طالبان", "قالت طالبان اليوم", ["طالبان"]),
    "Arabic: what is written onto a word is left alone": ("طالبان", "وطالبان وللطالبان", []),
    "Persian: an ending after a joiner is left alone": ("طالبان", "طالبان\u200cها", []),
    "an invisible mark of direction is no letter": ("طالبان", "طالبان\u200f اليوم", ["طالبان"]),
    "Hebrew": ("איראן", "על איראן דיברו", ["איראן"]),
    "Hebrew: what is written onto a word is left alone": ("איראן", "באיראן", []),
    "Devanagari: a vowel sign goes on": ("भारत", "भारती और भारत।", ["भारत"]),
    "Chinese": ("中国", "他在中国工作", ["中国"]),
    "Chinese beside Latin and digits": ("中国", "2021年中国GDP", ["中国"]),
    "Latin inside Chinese": ("NATO", "北约NATO表示", ["NATO"]),
    "one sign alone": ("美", "美、英两国", ["美"]),
    "one sign in a word": ("美", "这里很美丽", []),
    "Katakana": ("アルバ", "アルバの首都", ["アルバ"]),
    "Katakana: part of a longer word": ("アルバ", "アルバイトを探す", []),
    "Katakana: before a long vowel": ("キラ", "キラーを探す", []),
    "Katakana: a dot parts words": ("トランプ", "ドナルド・トランプ氏", ["トランプ"]),
    "Thai": ("อิหร่าน", "ในอิหร่านวันนี้", ["อิหร่าน"]),
    "Thai: a vowel above goes on": ("จีน", "จีนั", []),
    "Thai: a vowel behind goes on": ("กาน", "กานา", []),
    "Thai: a vowel written before belongs to the name's first letter": ("มนา", "เมนา แต่ มนา", ["มนา"]),
    "Korean: with the particle written onto it": ("중국", "중국은 말했다", ["중국"]),
    "Korean: in another word": ("중국", "중국집에서", []),
    "a combining mark makes another letter": ("Rene", "Rene\u0301 spoke", []),
    "accents as marks": ("René", unicodedata.normalize("NFD", "René spoke"), [unicodedata.normalize("NFD", "René")]),
    "accents as letters": (unicodedata.normalize("NFD", "René"), "René spoke", ["René"]),
    "the possessive": ("Iran", "Iran's oil, Iran’s oil, the IRAN'S", ["Iran", "Iran", "IRAN"]),
    "an apostrophe within a name": ("Cote d'Ivoire", "in Cote d’Ivoire.", ["Cote d’Ivoire"]),
    "an apostrophe within another name": ("Xian", "Xian’an", []),
    "behind an apostrophe within another name": ("Brien", "O’Brien", []),
    "behind a French article": ("OTAN", "l’OTAN et L'OTAN", ["OTAN", "OTAN"]),
    "in quotation marks": ("Iran", "“Iran”, ‘Iran’, 'Iran'", ["Iran", "Iran", "Iran"]),
    "a compound": ("Taliban", "Taliban-led, anti-Taliban, Anti-Taliban", ["Taliban"] * 3),
    "half of another name": ("Guinea", "Guinea-Bissau", []),
    "the other half of another name": ("Marie", "Jean-Marie spoke", []),
    "al- belongs to a name and does not make another": ("Assad", "al-Assad", ["Assad"]),
    "a name over a line end": ("United States", "the United\nStates", ["United\nStates"]),
    "a name over a space that does not break": ("United States", "the United\u00a0States", ["United\u00a0States"]),
    "not over a paragraph": ("United States", "the United\n\nStates", []),
    "the hyphen that does not break": ("Al-Qaeda", "Al\u2011Qaeda", ["Al\u2011Qaeda"]),
    "a code with stops": ("UK", "the U.K. and UK", ["U.K.", "UK"]),
    "with stops": ("U.S.", "the U.S. and U.S.-led, U.S.A.", ["U.S.", "U.S."]),
    "a sentence that begins without a space": ("Iran", "in Iran.The rest", ["Iran"]),
    "a host": ("Taliban", "taliban.example and press@taliban.example", []),
    "an address": ("Iran", "https://news.example/iran/today and www.iran.example", []),
    "a handle": ("Iran", "@Iran", []),
    "a slash parts words": ("Iran", "Iran/Iraq", ["Iran"]),
    "capitals alone are found as they are written": ("CSTO", "CSTO, Csto, csto", ["CSTO"]),
    "two letters are found as they are written": ("US", "the US told us; Us", ["US"]),
    "two letters of any case are found as they are written": ("Xi", "Xi, XI, xi", ["Xi"]),
    "a code in a line of capitals may be the word": ("US", "TELL US MORE ABOUT IT", []),
    "a code that is no word stays a code": ("EU", "TELL EU MORE ABOUT IT", ["EU"]),
    "a code by itself": ("US", "US", ["US"]),
    "a common word needs its capital": ("Turkey", "Turkey eats turkey, TURKEY SAYS", ["Turkey", "TURKEY"]),
}


@pytest.mark.parametrize(("name", "text", "expected"), CASES.values(), ids=CASES)
def test_what_is_found(name: str, text: str, expected: list[str]) -> None:
    assert found(lexicon([actor("a", name)]), text) == expected


def test_the_longest_name_wins() -> None:
    names = lexicon([actor("un", "Security Council"), actor("a", "United Nations"), actor("b", "Council of Elders")])
    assert found(names, "the Security Council of Elders") == ["Council of Elders"]


def test_a_longer_name_wins_only_where_it_is_a_whole_word() -> None:
    assert found(lexicon([actor("a", "Iran"), actor("b", "Iran Air")]), "Iran Airport") == ["Iran"]


def test_an_excluded_name_hides_the_name_in_it() -> None:
    names = lexicon([actor("a", "Taliban", excluded=("Tehrik-i-Taliban Pakistan",))])
    assert found(names, "Tehrik-i-Taliban Pakistan met the Taliban") == ["Taliban"]


def test_what_one_actor_excludes_may_be_another_s_name() -> None:
    names = lexicon([actor("csto", "CSTO", excluded=("OSCE",)), actor("osce", "OSCE")])
    assert [span.actors for span in names.spans("CSTO and OSCE")] == [("csto",), ("osce",)]


AMBIGUOUS = lexicon([actor("north", "North Council", "the Council"), actor("south", "South Council", "The council")])


@pytest.mark.parametrize(
    ("preferred", "expected"),
    [
        ((), ("north", "south")),
        (("south",), ("south",)),
        (("north", "south"), ("north", "south")),
        (("somebody-else",), ("north", "south")),
    ],
)
def test_an_ambiguous_name_is_decided_by_the_brief_or_not_at_all(
    preferred: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert [span.actors for span in AMBIGUOUS.spans("the council met", preferred)] == [expected]


def test_two_names_with_a_hyphen_are_two_names() -> None:
    assert found(lexicon([actor("a", "Iran"), actor("b", "Iraq")]), "the Iran-Iraq war") == ["Iran", "Iraq"]


def test_no_name_no_spans() -> None:
    assert lexicon([]).spans("nobody") == ()


LETTERS = st.sampled_from("abzABZéñßжЖяıİσςΣאبتरि0９_a\u0301")
SPACED_NAMES = ("Taliban", "Таджикистан", "طالبان", "Ελλάς", "भारत", "U.S.", "Iran", "René")
SPACED = lexicon([actor(f"a{number}", name) for number, name in enumerate(SPACED_NAMES)])


@given(st.sampled_from(SPACED_NAMES), LETTERS, st.booleans())
def test_no_name_is_found_inside_another_word(name: str, letter: str, before: bool) -> None:
    assert SPACED.spans(letter + name if before else name + letter) == ()


@given(st.lists(st.one_of(LETTERS, st.sampled_from(SPACED_NAMES), st.sampled_from(" .,-'’中はア")), max_size=12))
def test_spans_are_in_order_apart_and_between_words(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for span in SPACED.spans(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
        for side in (text[span.start - 1 : span.start], text[end : end + 1]):
            assert not side or side in "中はア" or not (side.isalnum() or side == "_")


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for span in SPACED.spans(text):
        assert span.actors
