"""What stands around a page's text: once for the whole site what is the same, and still what a desk chose."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dateline.desk.site_options import preparing
from dateline.publish.policy import inline_scripts
from dateline.publish.site import build_for_disk
from desks import GOOD, copied, write

CONFIG = """
site_name: Shells
theme:
  name: material
  features: [content.code.copy]
  icon: {{menu: material/apps}}
  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default, toggle: {{icon: material/weather-night, name: Dark}}}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {{icon: material/weather-sunny, name: Light}}}}
extra: {{scope: /kept/}}
plugins: [dateline]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write(copied(GOOD, tmp_path_factory.mktemp("shell")), {"mkdocs.yml": CONFIG.format()})
    build_for_disk(root, preparing(drafts=False, strict=False, today=None), root / "site")
    return root / "site"


def test_inline_scripts_are_the_same_at_every_depth(site: Path) -> None:
    found = {path: {*inline_scripts(path.read_bytes())} for path in site.rglob("*.html")}
    assert {len(path.relative_to(site).parts) for path in found} >= {1, 2, 3}
    assert {script for scripts in found.values() for script in scripts} == {b"__md_palette()"}


def test_an_icon_of_the_desk_is_there_and_the_usual_ones_are_drawn_by_the_style_sheet(site: Path) -> None:
    page, styles = (site / name for name in ("briefs/pier/index.html", "dateline/dateline.css"))
    text = page.read_text("utf-8")
    menu = text[text.index('for="__drawer">\n') :].partition("</label>")[0]
    assert "<path" in menu
    usual = {*re.findall(r'<svg class="(dl-icon-\w+)"></svg>', text)}
    assert usual == {"dl-icon-search", "dl-icon-previous", "dl-icon-close"}
    assert all(f".{name} {{" in styles.read_text("utf-8") for name in usual)


def test_the_themes_script_is_told_what_it_needs(site: Path) -> None:
    text = (site / "briefs/pier/index.html").read_text("utf-8")
    found = re.search(r'<script id="__config" type="application/json">(.*?)</script>', text)
    assert found
    told = json.loads(found[1])
    assert told["base"] == "../.."
    assert told["features"] == ["content.code.copy"]
    assert told["translations"].keys() == {"clipboard.copy", "clipboard.copied"}
    first = '<script src="../../dateline/scope.js" data-scope="/kept/"></script>'
    assert text.count("dateline/scope.js") == 1
    assert 0 < text.index(first) < text.index('<link rel="stylesheet"')
