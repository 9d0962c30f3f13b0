"""Scales of likelihood, and the words for it in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.check.estimates import confident_sentences, estimates
from dateline.check.likelihood import SCALES, configured, scale
from dateline.model.settings import Settings

TEXTS = [
    ("It is likely to rain.", ["likely"]),
    ("It is very  likely to rain.", ["very likely"]),
    ("Rain is unlikely, and snow improbable.", ["unlikely", "improbable"]),
    ("It will almost certainly rain.", ["almost certainly"]),
    ("There is a realistic\npossibility of rain.", ["realistic possibility"]),
    ("It is quite likely to rain.", ["quite likely"]),
    ("It may well rain.", ["may well"]),
    ("Rain is more likely than snow.", []),
    ("The most likely way is the bridge.", []),
    ("A remote village was cut off.", []),
    ("There is a remote chance of rain.", ["remote chance"]),
    ("The likelihood is not known.", []),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_words_for_likelihood_are_found(text: str, words: list[str]) -> None:
    assert [found.words for found in estimates(text)] == words


@pytest.mark.parametrize(("text", "is_term"), [("likely", True), ("quite likely", False), ("perhaps", False)])
def test_some_of_them_are_terms_of_a_scale(text: str, is_term: bool) -> None:
    (found,) = estimates(text)
    assert found.is_term is is_term


def test_confidence_in_another_sentence_is_no_trouble() -> None:
    assert list(confident_sentences("Rain is likely. We have high confidence in this.")) == []
    ((sentence, found),) = confident_sentences("Look. With high confidence, rain is likely. Good.")
    assert (sentence, found.words) == ("With high confidence, rain is likely.", "likely")


@pytest.mark.parametrize("id_", SCALES)
def test_each_set_of_a_scale_rises_without_overlap(id_: str) -> None:
    terms = scale(id_).terms
    for number in {term.set for term in terms}:
        ranges = dict.fromkeys((term.low, term.high) for term in terms if term.set == number)
        assert all(low < high for low, high in ranges)
        assert all(one[1] <= other[0] for one, other in pairwise(ranges))


@pytest.mark.parametrize("id_", SCALES)
def test_no_form_means_two_terms(id_: str) -> None:
    forms = [form for term in scale(id_).terms for form in term.forms]
    assert len(forms) == len(set(forms))


def test_a_desk_writes_by_no_scale_unless_it_says_so() -> None:
    assert configured(Settings()) is None
    assert configured(Settings(scales="phia", languages=("fr",))) is None
    found = configured(Settings(scales="phia"))
    assert found is not None
    assert found.name == "PHIA"
