"""Editors' and articles' Markdown becomes safe Markdown, with names linked and quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dateline.pages.escape import Safe, run
from dateline.pages.marks import Mark
from dateline.pages.prose import Prose
from dateline.relate.lexicon import Span
from markup import Markup


def names(text: str) -> Sequence[Span]:
    """Ada is one, Bo is two people."""
    found = {"Ada": ("ada",), "Bo": ("bo-one", "bo-two"), "Cy": ("cy",)}
    return [Span(match.start(), match.end(), found[match[0]]) for match in re.finditer(r"\b(?:Ada|Bo|Cy)\b", text)]


def prose(unlinked: set[str] | None = None) -> Prose:
    return Prose(
        spans=names,
        actor_link=lambda actor, label: Safe(f"[{label}](actors/{actor})"),
        wiki_link=lambda target, label: Safe(f"[{run(label or target)}](wiki/{quote(target)})"),
        linked=unlinked or set(),
    )


def mark(start: int, end: int, name: str) -> Mark:
    return Mark(start, end, (name,) if name else ())


INLINE = [
    ("plain", "plain"),
    ("two\nlines", "two lines"),
    ("  much   space  ", "much space"),
    ("*em* and **strong**", "*em* and **strong**"),
    ("_em_ and __strong__", "*em* and **strong**"),
    ("a_b_c", r"a\_b\_c"),
    ("a\\\nb", "a<br>b"),
    ("Stop!Ada", "Stop&#33;[Ada](actors/ada)"),
    (r"\![a](https://x.example/y.png)", "&#33;[a](https://x.example/y.png)"),
    ("`x * y`", r"<code>x \* y</code>"),
    ("[here](https://x.example/)", "[here](https://x.example/)"),
    ("[here](javascript:alert(1))", r"\[here\](javascript:alert(1))"),
    ("[here](other.md)", "here"),
    ("<https://x.example/>", "[https&#58;//x.example/](https://x.example/)"),
    ("![a map](https://x.example/map.png)", "a map"),
    ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
    ("Ada came", "[Ada](actors/ada) came"),
    ("Ada and Ada", "[Ada](actors/ada) and Ada"),
    ("Bo came", "Bo came"),
    ("**Ada**", "**[Ada](actors/ada)**"),
    ("`Ada`", "<code>Ada</code>"),
    ("[Ada](https://x.example/)", "[Ada](https://x.example/)"),
    ("[[ada]]", "[ada](wiki/ada)"),
    ("[[ada|her]] came", "[her](wiki/ada) came"),
    ("[[brief#claim]]", "[brief#claim](wiki/brief%23claim)"),
    ("[[]]", r"\[\[\]\]"),
    ("# not a heading", "not a heading"),
    ("```\nnot  a\nblock\n```", "not a block"),
    ("1. not a list", "not a list"),
    ("+1 for it", "&#43;1 for it"),
    ("2021. A year", "A year"),
]


@pytest.mark.parametrize(("source", "expected"), INLINE)
def test_a_paragraph_stands_on_one_line(source: str, expected: str) -> None:
    assert prose().inline(source) == expected


BLOCKS = [
    ("one\n\ntwo", "one\n\ntwo"),
    ("# Heading", "#### Heading"),
    ("###### Deep", "###### Deep"),
    ("- a\n- b", "-   a\n-   b"),
    ("3. a\n4. b", "3.  a\n4.  b"),
    ("> quoted", "> quoted"),
    ("> a\n>\n> b", "> a\n>\n> b"),
    ("- a\n\n  b", "-   a\n\n    b"),
    ("- a\n-\n- b", "-   a\n-   b"),
    ("- a\n    - b", "-   a\n\n    -   b"),
    ("---", "* * *"),
    ("# Ada\n\nAda", "#### [Ada](actors/ada)\n\nAda"),
    ("```\n<b> *x*\n```", "<pre><code>&#60;b&#62; &#42;x&#42;</code></pre>"),
    ("    indented", "<pre><code>indented</code></pre>"),
    ("", ""),
    ("\n\n", ""),
]


@pytest.mark.parametrize(("source", "expected"), BLOCKS)
def test_blocks_stay_blocks(source: str, expected: str) -> None:
    assert prose().blocks(source) == expected


def test_a_name_is_linked_once_in_a_section() -> None:
    section = prose()
    assert section.inline("Ada came") == "[Ada](actors/ada) came"
    assert section.inline("Ada went") == "Ada went"
    assert section.inline("Cy went") == "[Cy](actors/cy) went"


def test_a_page_does_not_link_to_itself() -> None:
    assert prose({"ada"}).inline("Ada and Cy") == "Ada and [Cy](actors/cy)"


MARKED: list[tuple[str, list[tuple[int, int, str]], str]] = [
    ("say it now", [(4, 6, "q")], 'say <mark id="q">it</mark> now'),
    ("say it now", [(0, 3, "a"), (7, 10, "b")], '<mark id="a">say</mark> it <mark id="b">now</mark>'),
    ("say it now", [(4, 6, "")], "say <mark>it</mark> now"),
    ("say *it* now", [(4, 8, "q")], 'say *<mark id="q">it</mark>* now'),
    ("say *it* now", [(0, 12, "q")], '<mark id="q">say </mark>*<mark>it</mark>*<mark> now</mark>'),
    ("Ada said", [(0, 3, "q")], '<mark id="q">Ada</mark> said'),
    ("a <b> c", [(2, 5, "q")], 'a <mark id="q">&lt;b&gt;</mark> c'),
    ("one\n\ntwo", [(0, 8, "q")], '<mark id="q">one</mark>\n\n<mark>two</mark>'),
    ("`in code` it", [(1, 3, "q"), (10, 12, "r")], '<a id="q"></a><code>in code</code> <mark id="r">it</mark>'),
    ("`in code` it", [(4, 12, "q")], '<a id="q"></a><code>in code</code><mark> it</mark>'),
    ("it `is code` so", [(0, 6, "q")], '<mark id="q">it </mark><code>is code</code> so'),
    (
        "    in code\n\nit",
        [(4, 6, "q"), (13, 15, "r")],
        '<a id="q"></a><pre><code>in code</code></pre>\n\n<mark id="r">it</mark>',
    ),
    ("[a](https://x.example/b) it", [(14, 15, "q"), (25, 27, "r")],
     '[a](https://x.example/b) <mark id="r">it</mark>\n\n<a id="q"></a>'),
    ("[a](https://xé.example/b) it", [(14, 16, "q")], '[a](https://xn--x-bga.example/b) it\n\n<a id="q"></a>'),
    ("[a](https://x.example/bé) it is", [(1, 24, "q"), (26, 28, "r")],
     '[<mark id="q">a</mark>](https://x.example/b%C3%A9)<mark> </mark><mark id="r">it</mark> is'),
    ("``` words\nit\n```\nso", [(4, 9, "q"), (17, 19, "r")],
     '<pre><code>it</code></pre>\n\n<mark id="r">so</mark>\n\n<a id="q"></a>'),
]  # fmt: skip


@pytest.mark.parametrize(("source", "marks", "expected"), MARKED)
def test_quoted_words_are_marked(source: str, marks: list[tuple[int, int, str]], expected: str) -> None:
    assert prose().blocks(source, [mark(*each) for each in marks]) == expected


def test_a_passage_quoted_twice_has_two_anchors() -> None:
    marked = prose().inline("say it", [Mark(4, 6, ("q-1", "q-2"))])
    assert marked == 'say <a id="q-2"></a><mark id="q-1">it</mark>'


FRAGMENTS = st.sampled_from([
    "Ada", "Bo", "word", " ", "\n", "\n\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n# ", "\n```\n", "\n~~~\n", "*", "**",
    "_", "`", "[", "](", ")", "[[", "]]", "|", "!", "<", ">", "<b>", "</b>", "<script>alert(1)</script>", "<!--", "-->",
    "&", "&lt;", "javascript:alert(1)", "https://x.example/", "(", "\\", "{: onclick=alert(1)}",
    "\n[x]: javascript:y\n",    "\n---\n", "\n===\n", "\n| a | b |\n|---|---|\n", "\n!!! note\n    ", "\n::: x\n",
    "\t", "\u202e", "\ue000", "\ue001", "'", '"', "=",
])  # fmt: skip
SAFE_TAGS = {
    "p", "em", "strong", "br", "code", "pre", "a", "ul", "ol", "li", "blockquote", "hr", "h4", "h5", "h6", "mark",
}  # fmt: skip
SAFE_ATTRIBUTES = {
    ("a", "href"),
    ("ol", "start"),
    ("mark", "id"),
    ("a", "id"),
    ("h4", "id"),
    ("h5", "id"),
    ("h6", "id"),
}


def unsafe(page: Markup) -> set[tuple[str, str]]:
    found = {(tag, name) for tag, named in page.tags for name in named} - SAFE_ATTRIBUTES
    found |= {(tag, "") for tag, _ in page.tags if tag not in SAFE_TAGS}
    return found | {
        ("a", link.target) for link in page.links if not re.match(r"(?:https?:|mailto:|actors/|wiki/)", link.target)
    }


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=14).map("".join), st.data())
def test_nothing_in_prose_makes_an_element_of_its_own(source: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(source)), st.integers(0, len(source)))))
    made = str(prose().blocks(source, [mark(start, end, "q")] if end > start else []))
    assert unsafe(Markup(markdown.markdown(made, extensions=["toc", "tables", "fenced_code"]))) == set()
    assert unsafe(Markup(MarkdownIt("commonmark").render(made))) == set()


@settings(max_examples=200, deadline=None)
@given(st.lists(FRAGMENTS, max_size=10).map("".join))
def test_one_line_stays_one_line(source: str) -> None:
    made = str(prose().inline(source))
    assert "\n" not in made
    page = Markup(markdown.markdown(f"- before {made}", extensions=["toc", "tables", "fenced_code"]))
    assert unsafe(page) == set()
    assert [tag for tag, _ in page.tags][:2] == ["ul", "li"]
