"""Checksums and what a build says of itself: anybody can check a site, with the standard tool or with ours."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import Command
from dateline.publish.manifest import SUMS, checksums, digest, seal, verify
from dateline.publish.proofs import printed_articles, prove
from desks import GOOD, copied, files_below, write

FILES = {"index.html": "<h1>Home</h1>", "a/b.html": "b", "zwei/ü c.txt": "c", "a/odd\\name": "d", "a/two\nlines": "e"}


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    site = write(tmp_path / "site", FILES)
    seal(site, {"versions": {}})
    return site


def test_the_standard_tool_agrees(sealed: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("there is no sha256sum here")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], check=True, cwd=sealed)


def test_every_file_is_named_but_the_checksums(sealed: Path) -> None:
    assert verify(sealed).files == len(FILES) + 1


def test_checksums_are_in_the_order_of_names(sealed: Path) -> None:
    names = [line.split("  ", 1)[1] for line in (sealed / SUMS).read_text("utf-8").splitlines()]
    assert names == sorted(names)


Change = Callable[[Path], object]
CHANGES: dict[str, tuple[Change, str]] = {
    "a byte": (lambda site: (site / "index.html").write_text("<h1>Hone</h1>"), "differs: index.html"),
    "a file less": (lambda site: (site / "a/b.html").unlink(), "missing: a/b.html"),
    "a file more": (lambda site: (site / "a/c.html").write_text("x"), "extra: a/c.html"),
    "an empty file more": (lambda site: (site / ".hidden").touch(), "extra: .hidden"),
    "a name with a line end": (lambda site: (site / "a/two\nlines").unlink(), "missing: a/two"),
}


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
def test_each_change_is_named(change: Change, said: str, sealed: Path, dateline: Command) -> None:
    assert dateline("verify", sealed).code == 0
    change(sealed)
    outcome = dateline("verify", sealed)
    assert outcome.code == 1
    assert outcome.out.startswith(said)


def test_a_name_cannot_speak_to_the_terminal(sealed: Path, dateline: Command) -> None:
    (sealed / "a\x1b[2Jb").touch()
    assert dateline("verify", sealed).out == "extra: a\\x1b[2Jb\n"


@pytest.mark.parametrize(
    "sums",
    ["", "no checksum\n", f"{'0' * 64}  ../outside\n", f"{'0' * 64}  /etc/hostname\n", f"{'0' * 63}  index.html\n"],
)
def test_checksums_that_are_none_are_refused(sums: str, sealed: Path, dateline: Command) -> None:
    (sealed / SUMS).write_text(sums)
    outcome = dateline("verify", sealed)
    assert outcome.code == 3
    assert SUMS in outcome.err


def test_a_folder_without_checksums_is_no_site(tmp_path: Path, dateline: Command) -> None:
    assert dateline("verify", tmp_path).code == 3


def test_a_digest_is_the_standard_one(tmp_path: Path) -> None:
    path = write(tmp_path, {"abc": "abc"}) / "abc"
    assert digest(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert checksums([("abc", digest(path))]).endswith("15ad  abc\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk built by plain MkDocs."""
    root = copied(GOOD, tmp_path_factory.mktemp("built"))
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site"


def test_plain_mkdocs_seals_its_site_too(built: Path) -> None:
    assert not verify(built)
    assert verify(built).files == len(files_below(built)) - 1


def test_a_build_says_what_it_was_made_of_and_not_where(built: Path) -> None:
    text = (built / "data/build.json").read_text("utf-8")
    record = json.loads(text)
    assert record["versions"].keys() == {"dateline", "mkdocs", "mkdocs-material"}
    assert len(record["content"]["sha256"]) == 64
    assert record["options"] == {"drafts": False, "today": None}
    assert not {str(built), getpass.getuser(), socket.gethostname()} & {*text.split('"')}
    assert "/" not in text


def test_other_content_has_another_hash(built: Path, tmp_path: Path) -> None:
    root = copied(GOOD, tmp_path)
    brief = root / "briefs/2021/pier/brief.yaml"
    brief.write_text(brief.read_text("utf-8") + "# a comment\n", "utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    hashes = {
        json.loads((site / "data/build.json").read_bytes())["content"]["sha256"] for site in (built, root / "site")
    }
    assert len(hashes) == 2


def test_nothing_compressed_by_the_system_is_in_a_site(built: Path) -> None:
    assert [path for path, content in files_below(built).items() if content[:2] == b"\x1f\x8b"] == []


def test_the_foot_of_every_page_says_what_it_is_of(tmp_path: Path) -> None:
    root = copied(GOOD, tmp_path)
    (root / "mkdocs.yml").write_text("site_name: Desk\ntheme: material\nplugins: [dateline]\n")
    build(load_config(str(root / "mkdocs.yml")))
    day = json.loads((root / "site/data/build.json").read_bytes())["content"]["day"]
    pages = {path: text for path, text in files_below(root / "site").items() if path.endswith(".html")}
    foot = f"Content as of {day} · dateline ".encode()
    redirects = [path for path, text in pages.items() if b'http-equiv="refresh"' in text]
    assert [path for path, text in pages.items() if foot not in text and path not in redirects] == []


# Quotes, looked up again in the pages.


def test_every_quote_of_a_site_stands_in_its_article(built: Path) -> None:
    proofs = prove(built)
    assert proofs.standing > 2
    assert not proofs.fallen


def test_a_word_changed_in_an_article_fells_its_quotes_though_the_checksums_agree(
    built: Path, tmp_path: Path, dateline: Command
) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    claim, quote, article = first_quote(site)
    page = site / "briefs" / article.partition("/")[0] / "index.html"
    page.write_text(page.read_text("utf-8").replace(quote, f"{quote[:-2]}xx"), "utf-8")
    assert f"differs: {page.relative_to(site).as_posix()}" in dateline("verify", site).out
    seal(site, json.loads((site / "data/build.json").read_bytes()))
    outcome = dateline("verify", site)
    assert outcome.code == 1
    assert f"fallen: {claim}: “{quote}” does not stand in {article}" in outcome.out


def first_quote(site: Path) -> tuple[str, str, str]:
    """A quote of more than one word that its page spells as the data does."""
    for claim in json.loads((site / "data/claims.json").read_bytes()):
        for item in claim["evidence"]:
            if item["verdict"] == "exact" and len(item.get("quote", "").split()) > 2:
                return claim["id"], item["quote"], item["article"]
    raise AssertionError


def test_what_may_not_be_printed_cannot_be_looked_up(built: Path, tmp_path: Path, dateline: Command) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    claims = json.loads((site / "data/claims.json").read_bytes())
    del next(item for claim in claims for item in claim["evidence"] if item["verdict"] == "exact")["quote"]
    (site / "data/claims.json").write_text(json.dumps(claims), "utf-8")
    assert prove(site).unprinted == prove(built).unprinted + 1
    assert "cannot be looked up here" in dateline("verify", site).out


@pytest.mark.parametrize("claims", ["[", '{"a": 1}', '[{"id": "a"}]', "[1]", "7"])
def test_a_list_of_claims_that_is_none_is_refused(claims: str, tmp_path: Path, dateline: Command) -> None:
    site = write(tmp_path / "site", {"data/claims.json": claims})
    seal(site, {})
    outcome = dateline("verify", site)
    assert outcome.code == 3
    assert "data/claims.json cannot be read" in outcome.err


def test_an_article_is_what_stands_under_its_heading() -> None:
    html = (
        '<h2 id="articles"><a id="articles"></a>Articles</h2>'
        '<h3><a id="article-post"></a><a id="article-old"></a>The Post</h3><p>One <mark>two</mark><br>three</p>'
        '<h4 id="x">Four</h4><p>five</p>'
        '<h3 id="article-last">Last</h3><p>six</p><h2>Sourcing</h2><p>seven</p>'
    )
    found = {name: text.split() for name, text in printed_articles(html).items()}
    assert found == {"post": ["One", "two", "three", "five"], "old": ["One", "two", "three", "five"], "last": ["six"]}


def test_an_article_elsewhere_in_the_folder_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"outside/index.html": '<h3 id="article-a">A</h3><p>the words</p>'})
    row = {"id": "x#c", "evidence": [{"article": "../outside/a", "quote": "the words", "verdict": "exact"}]}
    site = write(tmp_path / "site", {"data/claims.json": json.dumps([row])})
    assert prove(site).standing == 0
