"""Rights decide how much of an article's text is printed."""

from __future__ import annotations

import pytest

from dateline.findings import At
from dateline.model.article import Article
from dateline.pages.printing import Stretch, may_print_quotes, printed

BODY = "one two three four five six seven eight nine ten"


def article(rights: str, body: str = BODY) -> Article:
    data = {"@name": "a", "@brief": "b", "@at": At("briefs/2021/b/a.md"), "@body": body, "title": "A", "rights": rights}
    return Article.model_validate(data)


def place(words: str) -> Stretch:
    start = BODY.index(words)
    return Stretch(start, start + len(words))


def parts(rights: str, quoted: list[str], around: int) -> list[str]:
    return [BODY[start:end] for start, end in printed(article(rights), map(place, quoted), around)]


@pytest.mark.parametrize(
    ("rights", "quoted", "around", "expected"),
    [
        ("full", [], 2, [BODY]),
        ("full", ["five"], 2, [BODY]),
        ("link", ["five"], 2, []),
        ("excerpt", [], 2, []),
        ("excerpt", ["five"], 2, ["three four five six seven"]),
        ("excerpt", ["five"], 0, ["five"]),
        ("excerpt", ["one"], 2, ["one two three"]),
        ("excerpt", ["ten"], 2, ["eight nine ten"]),
        ("excerpt", ["five"], 100, [BODY]),
        ("excerpt", ["two", "nine"], 1, ["one two three", "eight nine ten"]),
        ("excerpt", ["nine", "two"], 1, ["one two three", "eight nine ten"]),
        ("excerpt", ["three", "five"], 1, ["two three four five six"]),
        ("excerpt", ["three four", "four five"], 0, ["three four five"]),
        ("excerpt", ["ve si"], 1, ["five six"]),
    ],
)
def test_what_is_printed(rights: str, quoted: list[str], around: int, expected: list[str]) -> None:
    assert parts(rights, quoted, around) == expected


@pytest.mark.parametrize(("rights", "may"), [("full", True), ("excerpt", True), ("link", False)])
def test_whether_a_quote_may_appear(rights: str, may: bool) -> None:
    assert may_print_quotes(article(rights)) is may


def test_nothing_is_printed_of_nothing() -> None:
    assert printed(article("excerpt", body=""), (), 3) == ()
