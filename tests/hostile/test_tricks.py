"""What looks like other words than it is: shown as what it is, and never found as a quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.relate.quotes import find_quote
from desks import published_files, write

ARTICLE = "The council did not deny that the gate was shut."
LOOKS_LIKE = {
    "an override in the quote": "The council did \u202eton\u202c deny",
    "letters turned by an override": "The council did \u202dnot\u202c deny",
    "a letter of another alphabet": "The council did n\u043et deny",
    "a Greek letter": "The c\u03bfuncil did not deny",
    "letters of full width": "The council did \uff4e\uff4f\uff54 deny",
    "mathematical letters": "The council did \U0001d427\U0001d428\U0001d42d deny",
    "letters of tags": "The council did \U000e006e\U000e006f\U000e0074 deny",
    "a letter struck through": "The council did n\u0338ot deny",
    "a filler in the place of a space": "The council did\u3164not deny",
    "a word left out behind a mark": "The council did \u2066\u2069deny",
    "a name within the quote": "The council did [[not]] deny",
}


@pytest.mark.parametrize("quote", LOOKS_LIKE.values(), ids=LOOKS_LIKE)
def test_a_quote_is_not_found_by_its_looks(quote: str) -> None:
    assert find_quote(quote, ARTICLE).verdict == "absent"


def test_words_turned_in_the_article_are_not_found_as_they_look() -> None:
    turned = "The council \u202eyned ton did\u202c that."
    assert find_quote("The council did not deny", turned).verdict == "absent"
    assert find_quote("The council yned ton did", turned).verdict == "absent"


def test_a_quote_takes_no_mark_from_a_letter_that_it_leaves() -> None:
    article = "They shut a\u0300\u0305 gate."
    assert not find_quote("\u0305 gate", article).is_found
    assert find_quote("a\u0300\u0305 gate", article).is_found


def test_marks_that_hide_nothing_hide_no_quote() -> None:
    assert find_quote("did not deny", "The coun\u00adcil did\u200b not \u200fdeny that.").is_found


def test_brackets_in_an_article_link_nothing(tmp_path: Path) -> None:
    files = {
        "briefs/actors/mill-board.yaml": "name: Mill Board\nkind: public-body\n",
        "briefs/2021/flood/brief.yaml": "title: Flood\nactors: mill-board\nbody: See [[mill-board|who]].\n",
        "briefs/2021/flood/article.md": "---\ntitle: A\npublished: 2021\nrights: full\n---\nAsk [[mill-board]] now.\n",
    }
    made = published_files(write(tmp_path, files))
    page = made["briefs/flood/index.md"].decode()
    assert "See [who](../../actors/mill-board/index.md)." in page
    assert "Ask \\[\\[mill-board\\]\\] now." in page
    assert b"Ask Mill Board now" not in b"".join(made.values())
    assert b"Ask" not in made["actors/mill-board/index.md"]
