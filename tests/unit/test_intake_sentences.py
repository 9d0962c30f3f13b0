"""Texts to sentences, as relate and import cut them."""

from __future__ import annotations

import pytest

from dateline.relate.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry left. It sank.", ["The ferry left.", "It sank."]),
        ("Gen. Moss met J. R. Hale. They talked.", ["Gen. Moss met J. R. Hale.", "They talked."]),
        ("It is in the U.S. Army depot.", ["It is in the U.S. Army depot."]),
        ("It left the U.S. The crew stayed.", ["It left the U.S.", "The crew stayed."]),
        ("It opened at 5 p.m. The mayor came.", ["It opened at 5 p.m.", "The mayor came."]),
        ("“Why now?” she asked. Nobody knew.", ["“Why now?” she asked.", "Nobody knew."]),
        ("He said ‘One. Two.’ Then he left.", ["He said ‘One.", "Two.’", "Then he left."]),
        ("It cost 3.50 in 2021. Prices fell.", ["It cost 3.50 in 2021.", "Prices fell."]),
        ("Am 3. Oktober kam er. Es regnete.", ["Am 3. Oktober kam er.", "Es regnete."]),
        (
            "В 2021 г. он уехал. По словам И. И. Лугового, зря.",
            ["В 2021 г. он уехал.", "По словам И. И. Лугового, зря."],
        ),
        ("باران آمد. رود پر شد؟ بله.", ["باران آمد.", "رود پر شد؟", "بله."]),
        ("今天下雨。明天晴天！", ["今天下雨。", "明天晴天！"]),
        ("A line\nbreak stays. A blank line\n\nends one", ["A line\nbreak stays.", "A blank line", "ends one"]),
        ("  ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


def test_offsets_give_back_each_sentence() -> None:
    text = " First one.  Second\none!\n\n Third "
    assert all(text[each.start : each.end] == each.text for each in sentences(text))


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, "One is here."), (13, "Two runs over a line."), (36, "Three.")],
)
def test_sentence_at_an_offset_is_on_one_line(offset: int, expected: str) -> None:
    text = "One is here. Two runs\nover a line.\n\nThree."
    assert sentence_at(text, offset) == expected
