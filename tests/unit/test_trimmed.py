"""A theme's white space goes; what means something stays."""

from __future__ import annotations

import pytest

from dateline.publish.trimmed import trimmed
from markup import Markup

ARTICLE = "<article>\n\n  <pre>\n  x\n\n</pre>\n</article>"
TRIMMED = "<article><pre>\n  x\n\n</pre></article>"
PAGE = f"<body>\n\n   <nav>\n      <b>a</b> <i>b</i>\n   </nav>{{}}{ARTICLE}\n\n\n   <p>end\n   </p>\n"


def test_lines_around_the_article_are_trimmed_and_the_article_is_not() -> None:
    made = trimmed(PAGE.format(""))
    assert made == f"<body><nav><b>a</b> <i>b</i></nav>{TRIMMED}<p>end</p>"


@pytest.mark.parametrize(
    "kept", ["<pre>\n  a\n\n b</pre>", "<SCRIPT>`\n\n  `</SCRIPT>", "<textarea>\n  x\n  </textarea>"]
)
def test_where_white_space_means_something_it_stays(kept: str) -> None:
    assert kept in trimmed(PAGE.format(f"\n\n  {kept}\n\n"))


def test_a_page_reads_the_same() -> None:
    assert Markup(trimmed(PAGE.format(""))).text == Markup(PAGE.format("")).text


@pytest.mark.parametrize("html", ["", "<p>\n\n  x", "<article>\n\n"])
def test_what_has_no_article_is_left(html: str) -> None:
    assert trimmed(html) == html
