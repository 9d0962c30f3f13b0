"""What a search engine and a shared link show of a page."""

from __future__ import annotations

import pytest

from dateline.publish.description import LONGEST, described


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>T</h1><p>One.</p>\n<p>Two &amp;\n<b>three</b>.</p><h2>x</h2><p>later</p>", "One. Two & three."),
        ('<h1>T</h1><p>Published</p><h2 id="t"><a id="summary"></a>Bottom line</h2><p>It is so.</p>', "It is so."),
        ("<p>One.</p><p><small>This page as JSON</small></p>", "One."),
        ("<h1>T</h1><ul><li>only a list</li></ul>", ""),
    ],
)
def test_a_page_is_described_by_its_beginning(html: str, expected: str) -> None:
    assert described(html) == expected


def test_a_long_beginning_ends_with_a_whole_word() -> None:
    words = described(f"<p>{'seven eight, ' * 30}</p>")
    assert len(words) <= LONGEST
    assert words.endswith(("seven…", "eight…"))
