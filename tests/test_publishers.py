"""Two doors, one truth: the plugin's pages and the written ones are the same, whoever publishes them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from conftest import Command
from dateline.publish.files import MARK
from dateline.publish.one_name import one_named
from desks import GOOD, ROOT, SITES, copied, files_below, markdown_pages
from markup import Markup

BIN = ROOT / ".venv" / "bin"
THEME = """
site_name: Both doors
theme:
  name: material
  font: false
use_directory_urls: false
markdown_extensions:
  - toc: {permalink: true}
"""
NAV = "nav: [index.md, briefs/index.md, timeline/index.md, actors/index.md]\n"
"""Without it a publisher that knows nothing of dateline puts every page into its navigation."""
BY_PLUGIN = "plugins:\n  - search\n  - dateline: {excerpt_words: 6}\n"
BY_FILES = "plugins:\n  - search\nextra_css: [dateline/dateline.css]\n"
DESKS = (GOOD, SITES / "links", SITES / "scripts", SITES / "hostile-text", ROOT)
every_desk = pytest.mark.parametrize("desk", DESKS, ids=lambda desk: "demonstration" if desk == ROOT else desk.name)


def by_plugin(desk: Path, root: Path, config: str = THEME + BY_PLUGIN) -> Path:
    """A desk whose pages the plugin makes, with no page of its own."""
    copied(desk, root)
    for page in (root / "docs").rglob("*.md"):
        page.unlink()
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return root


def by_files(desk: Path, root: Path, dateline: Command, config: str = THEME + BY_FILES) -> Path:
    """A folder of written pages, and nothing of dateline's in the configuration."""
    assert dateline("pages", "--desk", desk, "--out", root / "docs").code == 0
    (root / "mkdocs.yml").write_text(config, "utf-8")
    return root


@every_desk
def test_the_plugin_s_files_are_the_written_ones(desk: Path, tmp_path: Path, dateline: Command) -> None:
    root = by_plugin(desk, tmp_path / "desk")
    assert dateline("pages", "--desk", root, "--out", tmp_path / "out").code == 0
    config = load_config(str(root / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(get_files(config), config=config)
    virtual = {file.src_uri: file.content_bytes for file in files if file.generated_by == "dateline"}
    assert virtual == {path: content for path, content in files_below(tmp_path / "out").items() if path != MARK}


@every_desk
def test_mkdocs_makes_the_same_pages_of_both(desk: Path, tmp_path: Path, dateline: Command) -> None:
    one, other = by_plugin(desk, tmp_path / "one", THEME + NAV + BY_PLUGIN), tmp_path / "other"
    by_files(one, other, dateline, THEME + NAV + BY_FILES)
    for root in (one, other):
        build(load_config(str(root / "mkdocs.yml")))
    made, plain = files_below(one / "site"), files_below(other / "site")
    pages = [path for path in made if path.endswith(".html") and b"<article" in made[path]]
    assert len(pages) >= len([*markdown_pages(files_below(other / "docs"))])
    # What the theme shows for an address without a page is no page of the desk's.
    pages.remove("404.html")
    # Where both a heading and its own sign have a name, the plugin leaves the permanent one.
    once = {path: one_named(plain[path].decode()).encode() for path in pages}
    assert [path for path in pages if article(made[path]) != article(once[path])] == []
    # Around an article the plugin puts its own search and foot; those files it seals and dates are its own too.
    others = [path for path in files_below(other / "docs") if not path.endswith(".md") and path != MARK]
    assert [path for path in others if made[path] != plain[path]] == []


def article(html: bytes) -> bytes:
    """What stands between the header and the foot of a page; the theme puts blank lines around it or none."""
    return html.partition(b"<article")[2].partition(b">")[2].partition(b"</article>")[0].strip()


def words_of(site: Path) -> dict[str, str]:
    """What a reader reads on each page, but for what a publisher says of itself."""
    return {
        path: Markup(content.decode()).text.partition("Made with")[0]
        for path, content in files_below(site).items()
        if path.endswith(".html")
    }


def test_properdocs_builds_what_mkdocs_builds(tmp_path: Path) -> None:
    root = by_plugin(GOOD, tmp_path)
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "mkdocs")))
    words: list[str | Path] = [BIN / "properdocs", "build", "-f", root / "mkdocs.yml", "-d", tmp_path / "properdocs"]
    subprocess.run(words, check=True, cwd=root, capture_output=True)
    assert words_of(tmp_path / "properdocs") == words_of(tmp_path / "mkdocs")


def test_zensical_builds_every_written_page(tmp_path: Path, dateline: Command) -> None:
    config = "site_name: Both doors\nextra_css: [dateline/dateline.css]\n"
    root = by_files(GOOD, tmp_path / "zensical", dateline, config)
    subprocess.run([BIN / "zensical", "build"], check=True, cwd=root, capture_output=True)
    made = words_of(root / "site")
    for path, text in markdown_pages(files_below(root / "docs")):
        page = made[path.replace(".md", ".html")]
        title = text.partition("\n")[0].removeprefix("# ")
        assert title in page
    assert "our tape stopped at one hundred and ninety" in made["briefs/pier/index.html"]
    assert (root / "site/data/claims.json").read_bytes() == (root / "docs/data/claims.json").read_bytes()


def test_a_hand_written_home_page_keeps_its_place(tmp_path: Path) -> None:
    root = by_plugin(GOOD, tmp_path)
    (root / "docs/index.md").write_text("# My own home\n")
    build(load_config(str(root / "mkdocs.yml")))
    assert "My own home" in words_of(root / "site")["index.html"]


def test_a_page_with_a_generated_address_is_refused(
    tmp_path: Path, dateline: Command, caplog: pytest.LogCaptureFixture
) -> None:
    root = by_plugin(GOOD, tmp_path)
    (root / "docs/actors").mkdir()
    (root / "docs/actors/index.md").write_text("# Mine\n")
    assert dateline("build", "--desk", root).code == 3
    assert "actors/index.md" in caplog.text


def test_nothing_is_written_into_the_documentation_folder(tmp_path: Path) -> None:
    root = by_plugin(GOOD, tmp_path)
    build(load_config(str(root / "mkdocs.yml")))
    assert files_below(root / "docs") == {}


def test_the_navigation_stays_small(tmp_path: Path) -> None:
    """Without a `nav`, only lists are in it: no page carries the title of every brief."""
    root = by_plugin(GOOD, tmp_path)
    build(load_config(str(root / "mkdocs.yml")))
    sources = Markup((root / "site/sources/index.html").read_text("utf-8"))
    assert [link.target for link in sources.links if "briefs/pier" in link.target] == []
    assert [link.target for link in sources.links if link.target.endswith("briefs/index.html")] != []
