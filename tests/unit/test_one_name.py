"""A heading of a claim keeps its permanent name alone, and links on the page follow."""

from __future__ import annotations

import pytest

from dateline.publish.one_name import one_named

MARK = '<a class="headerlink" href="#{}">&para;</a>'


@pytest.mark.parametrize("name", ["claim-deaths", "article-wire"])
def test_a_heading_has_its_permanent_name(name: str) -> None:
    entry = '<li><a href="#{}" class="x">Ten died</a></li>'
    page = f'{entry}<h3 id="ten-died"><a id="{name}"></a>Ten died{MARK}</h3>'
    made = one_named(page.format("ten-died", "ten-died"))
    assert made == f'{entry.format(name)}<h3 id="{name}">Ten died{MARK.format(name)}</h3>'


def test_a_name_is_not_given_twice() -> None:
    assert one_named('<h2 id="claims"><a id="claims"></a>Claims</h2>') == '<h2 id="claims">Claims</h2>'


@pytest.mark.parametrize(
    "page",
    [
        '<h2 id="bottom-line"><a id="summary"></a>Bottom line</h2><a href="#bottom-line">x</a>',
        '<a href="#ten-died">x</a><p id="ten-died"><a id="claim-deaths"></a></p>',
    ],
)
def test_other_names_stay(page: str) -> None:
    assert one_named(page) == page
