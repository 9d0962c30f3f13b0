"""Pages' HTML made the quick way is the HTML that MkDocs makes, or is not made."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from dateline.publish.quick.addresses import Addresses
from dateline.publish.quick.rendered import Rendered, UnusualError
from dateline.publish.quick.renderer import HARMLESS, Renderer
from desks import ROOT, VALID, published_files

DESKS = (*VALID, ROOT)
EVERYDAY = ("toc", "tables", "fenced_code")
LINKED = {"toc": {"permalink": True}}
CONFIGURATIONS: dict[str, tuple[Sequence[str], dict[str, Any]]] = {
    "MkDocs' own": (EVERYDAY, {}),
    "permalinks": (EVERYDAY, LINKED),
    "the demonstration's": (
        (*EVERYDAY, "admonition", "pymdownx.superfences", "pymdownx.highlight"),
        {"toc": {"permalink": True, "toc_depth": 3}},
    ),
    "everything harmless": (sorted(HARMLESS), {}),
}
SIGNS = (
    *"*_`\\[]()<>&\n |~=!:^+-#{}$%/x", "**", "&amp;", "\n\n", "  \n", "- ", "\n- ", "\n    - ", "\n    ", "> ", "\n> ",
    "1. ", "\n---", "\n===", "![", "<b>", "</b>", "<br>", "<div>", "</div>", "<details>", "</details>", "<p>", "</a>",
    '<a id="q">', "{: .x}", "\n#", "\n## ", "<pre>", "</pre>", "</figure>", "&#35;", "\\*", "é", "\n* ", "!!! note",
    "???", "[x]: y", "www.a.b", "a@b.c", "<http://a.b>", "::", "[TOC]", "[ ] ", "[^1]", "<!--", "-->", "<?",
    "<script>", "<svg/>", "<hr>", "\\\\", "# #", "---\n", "x: y\n", "\t", "\r", "\x02",
)  # fmt: skip
"""What a random hand puts into a page."""
ROUNDS = 3000


@cache
def files_of(desk: Path) -> dict[str, bytes]:
    return published_files(desk)


@cache
def pages_of(desk: Path) -> dict[str, str]:
    return {path: text.decode() for path, text in files_of(desk).items() if path.endswith(".md")}


def configuration(name: str, *, directory_urls: bool) -> MkDocsConfig:
    extensions, options = CONFIGURATIONS[name]
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "x",
            "use_directory_urls": directory_urls,
            "plugins": [],
            "markdown_extensions": [{extension: options.get(extension, {})} for extension in extensions],
        }
    )
    assert config.validate()[0] == []
    config.plugins._current_plugin = "dateline"
    return config


def outline(items: Iterable[Any]) -> list[Any]:
    return [(item.title, item.id, item.level, outline(item.children)) for item in items]


def slow(page: Page, config: MkDocsConfig, files: Files) -> tuple[Any, ...]:
    page.render(config, files)
    links = {
        (file.src_uri, name, url)
        for file, named in (page.links_to_anchors or {}).items()
        for name, url in named.items()
    }
    links -= {(page.file.src_uri, name, f"#{name}") for name in page.present_anchor_ids or ()}
    return page.content, outline(page.toc), page._title_from_render, page.present_anchor_ids, links


def quick(made: Rendered, path: str) -> tuple[Any, ...]:
    first: dict[tuple[str, str], str] = {}
    for target in made.targets:
        first.setdefault((target.path, target.anchor), target.url)
    links = {(*place, url) for place, url in first.items() if place not in {(path, name) for name in made.anchors}}
    return made.html, outline(get_toc(made.toc)), made.title, {*made.anchors}, links


@pytest.mark.parametrize(
    ("name", "directory_urls"), [*((name, False) for name in CONFIGURATIONS), ("permalinks", True)]
)
@pytest.mark.parametrize("desk", DESKS, ids=lambda desk: "demonstration" if desk == ROOT else desk.name)
def test_every_page_is_what_mkdocs_makes_of_it(desk: Path, name: str, directory_urls: bool) -> None:
    config, made = configuration(name, directory_urls=directory_urls), 0
    files = Files([File.generated(config, path, content=text) for path, text in files_of(desk).items()])
    addresses = Addresses({file.src_uri: file.url for file in files}.get, get_relative_url)
    renderer = Renderer(config.markdown_extensions, config.mdx_configs)
    for path, text in pages_of(desk).items():
        try:
            found = quick(renderer.rendered(text, path, addresses), path)
        except UnusualError:
            continue
        page = Page(None, files.src_uris[path], config)
        page.markdown, page.meta, made = text, {}, made + 1
        assert found == slow(page, config, files), path
    assert made > 0.8 * len(pages_of(desk))


@cache
def blocks() -> tuple[str, ...]:
    texts = (text for desk in VALID for text in pages_of(desk).values())
    found = {block for text in texts for block in text.strip("\n").split("\n\n") if len(block) < 600}
    return tuple(
        sorted(re.sub(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", r"](https://x.example/\1\2)", one) for one in found)
    )


def scribbled(draw: random.Random) -> str:
    """Some blocks of real pages with a few signs put in or taken out."""
    text = "\n\n".join(draw.choices(blocks(), k=draw.randint(1, 4))) + "\n"
    for _ in range(draw.randint(0, 4)):
        lines = [match.start() + draw.randrange(3) for match in re.finditer("\n", text)]
        place = draw.choice([draw.randrange(len(text)), *lines[:3]])
        gone = draw.choice([0, 0, 0, 1, 4])
        text = text[:place] + draw.choice(("", *SIGNS)) + text[place + gone :]
    return text


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_what_anybody_scribbles_is_rendered_alike_or_not_at_all(name: str) -> None:
    extensions, options = CONFIGURATIONS[name]
    renderer, draw, made = Renderer(extensions, options), random.Random(name), 0  # noqa: S311  # no secret
    addresses = Addresses(dict[str, str]().get, get_relative_url)
    for _ in range(ROUNDS // len(CONFIGURATIONS)):
        text = scribbled(draw)
        try:
            found = renderer.rendered(text, "a/b/index.md", addresses)
        except UnusualError:
            continue
        made += 1
        assert found.html == Markdown(extensions=list(extensions), extension_configs=options).convert(text), text
    assert made > 100


UNKNOWN: dict[str, tuple[Sequence[str], dict[str, Any]]] = {
    "an extension that changes plain words": ((*EVERYDAY, "smarty"), {}),
    "no table of contents": (("tables",), {}),
    "a sign for permalinks": (EVERYDAY, {"toc": {"permalink": "§"}}),
    "other slugs": (EVERYDAY, {"toc": {"slugify": str}}),
    "an extension of one's own": ((*EVERYDAY, object()), {}),  # type: ignore[dict-item]
}


@pytest.mark.parametrize(("extensions", "options"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_configuration_takes_the_slow_way(extensions: Sequence[str], options: dict[str, Any]) -> None:
    with pytest.raises(UnusualError):
        Renderer(extensions, options)


def test_a_library_that_makes_other_html_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Markdown.convert
    monkeypatch.setattr(Markdown, "convert", lambda self, source: real(self, source).replace("<p>", "<p >"))
    with pytest.raises(UnusualError):
        Renderer(EVERYDAY, {})
