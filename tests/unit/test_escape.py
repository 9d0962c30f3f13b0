"""Any text becomes Markdown that means just that text."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dateline.pages.escape import address, attribute, code, run, text
from markup import Markup

EXTENSIONS = [
    "toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "abbr", "md_in_html", "smarty",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.caret", "pymdownx.critic", "pymdownx.details",
    "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink",
    "pymdownx.mark", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde", "pymdownx.blocks.admonition", "pymdownx.blocks.html",
]  # fmt: skip
"""Everything that a desk's mkdocs.yml may turn on; `smarty` and `smartsymbols` change signs, not meaning."""
PLAIN = ["toc", "tables", "fenced_code"]
"""What MkDocs turns on by itself."""
SIGNS = st.text(alphabet="ab 12\\`*_{}[]()<>#+-.!|~^=:@&$%'\"/;,?\n\t", min_size=1, max_size=40)


def shown(html: str) -> str:
    return Markup(html).text


def spaced(value: str) -> str:
    return " ".join(value.split())


SAMPLES = [
    "plain words",
    "*stars* and _lines_ and `ticks`",
    "<b>tags</b> & &amp; &#60;",
    "[link](javascript:alert(1)) ![image](x.png) [ref][ref]",
    "# heading", "## heading ##", "- item", "+ item", "1. item", "12) item", "> quote", "| a | b |", "---", "===",
    "```", "~~~", "    indented", "!!! note", "??? note", "::: block", "[^1]: note", "[x]: http://y", "*[HTML]: x",
    "--8<-- 'file'", "{: .class }", "word{.class}", "a | b", "$x$ and $$y$$", "==mark== ^^ins^^ ~~del~~ H~2~O",
    "++ctrl+c++", ":smile: :fontawesome-solid-x:", "https://x.example www.x.example a@b.example",
    "@user #12 user/repo#3",
    "{{ jinja }} {% raw %} {# comment #}", "\\*escaped\\*", "trailing #", "C:\\path\\file", "a\\", "<!-- comment -->",
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "&lt;script&gt;", "a  b\tc\u00a0d",
    "{++add++} {--del--} {~~a~>b~~} {==h==} {>>c<<}", "[ ] task", "[x] task", "Term\n: definition",
    "(c) (tm) 1/2 --> =/=",
]  # fmt: skip


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("around", ["{}", "- {}", "# {}", "before {} after", "[{}](x.md)", "> {}", "**{}**"])
def test_a_text_is_shown_as_it_is(sample: str, around: str) -> None:
    html = markdown.markdown(around.format(text(sample)), extensions=PLAIN)
    assert spaced(sample).replace("</title", "<\u2060/title") in shown(html)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_text_is_shown_as_it_is_by_commonmark(sample: str) -> None:
    html = MarkdownIt("commonmark").render(str(text(sample)))
    assert spaced(sample).replace("</title", "<\u2060/title") == shown(html)


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_extension_makes_an_element_of_a_text(sample: str) -> None:
    html = markdown.markdown(f"before {text(sample)}\n\n{text(sample)}", extensions=EXTENSIONS)
    assert {tag for tag, _ in Markup(html).tags} == {"p"}


@given(SIGNS)
def test_any_signs_are_shown_as_they_are(value: str) -> None:
    html = markdown.markdown(f"x {text(value)}", extensions=PLAIN)
    page = Markup(html)
    assert {tag for tag, _ in page.tags} == {"p"}
    assert page.text == spaced(f"x {value}")


@given(SIGNS)
def test_any_signs_are_shown_as_they_are_by_commonmark(value: str) -> None:
    page = Markup(MarkdownIt("commonmark").render(f"x {text(value)}"))
    assert {tag for tag, _ in page.tags} == {"p"}
    assert page.text == spaced(f"x {value}")


@given(SIGNS)
def test_code_is_shown_as_it_is_wherever_it_stands(value: str) -> None:
    for around in ("{}", "-   {}", "-   item\n\n    {}", "> {}", "> -   item\n>\n>     {}"):
        for html in (
            markdown.markdown(around.format(code(value)), extensions=PLAIN),
            MarkdownIt("commonmark").render(around.format(code(value))),
        ):
            page = Markup(html)
            assert {tag for tag, _ in page.tags} <= {"pre", "code", "br", "p", "ul", "li", "blockquote"}
            assert "".join(page.words).replace("item", "").split() == value.split()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://x.example/a?b=1&c=2", "https://x.example/a?b=1&amp;c=2"),
        ("http://x.example/a_b", "http://x.example/a%5Fb"),
        ("HTTPS://x.example/", "HTTPS://x.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://x.example/(a)", "https://x.example/%28a%29"),
        ("https://x.example/é", "https://x.example/%C3%A9"),
        ("https://x.example/%C3%A9", "https://x.example/%C3%A9"),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("java\tscript:alert(1)", None),
        (" https://x.example/", None),
        ("https://x.example/ y", None),
        ("https://x.example/\n", None),
        ("data:text/html,x", None),
        ("//x.example/", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(value: str, expected: str | None) -> None:
    assert address(value) == expected


@given(st.text(max_size=60))
def test_an_address_ends_where_its_link_does(rest: str) -> None:
    target = address(f"https://x.example/{rest}")
    assert target is None or not re.search(r"[\s<>()\[\]\"'*_`\\]", target)


@given(st.text(max_size=60))
def test_an_attribute_cannot_be_left(value: str) -> None:
    assert not re.search(r"[\"'<>&`=](?!#\d+;)", attribute(value).replace("&#", "#"))


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x00", "\x1b", "\ue000", "\x85"])
def test_signs_that_hide_or_reverse_are_dropped(sign: str) -> None:
    assert text(f"a{sign}b") == "ab"


@pytest.mark.parametrize("sign", ["\u200d", "\u200c", "\u0301", "\u05b0", "\U0001f468"])
def test_signs_that_letters_need_are_kept(sign: str) -> None:
    assert sign in text(f"a{sign}b")


def test_text_within_a_line_keeps_its_spaces() -> None:
    assert run(" a  b ") == " a  b "
