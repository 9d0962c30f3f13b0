"""The policy allows a theme's scripts, and no text that looks like one."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from dateline.publish.policy import headers, inline_scripts, policy, script_hashes


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        (b"<body><script>ours()</script></body>", [b"ours()"]),
        (b"<SCRIPT>ours()</SCRIPT >", [b"ours()"]),
        (b"<script>one()</script><article>text</article><script>two()</script>", [b"one()", b"two()"]),
        (b"<script src=a.js></script><script id=x type=application/json>{}</script>", []),
        (b"<title><script>theirs()</script> - Desk</title><script>ours()</script>", [b"ours()"]),
        (b"<title>A <article></title><script>ours()</script><article>x</article>", [b"ours()"]),
        (b"<script>ours()</script><article><script>theirs()</script></article>", [b"ours()"]),
        (b"<article></article><script>theirs()</script></article>", []),
        (b"<article>never closed <script>theirs()</script>", []),
        (b"<title>a\n<script>theirs()</script>\n</title>", []),
    ],
)  # fmt: skip
def test_only_what_a_theme_wrote_is_allowed(page: bytes, scripts: list[bytes]) -> None:
    assert [*inline_scripts(page)] == scripts


def test_a_script_is_allowed_by_its_hash_once() -> None:
    digest = base64.b64encode(hashlib.sha256(b"x()").digest()).decode()
    made = policy([*script_hashes(b"<script>x()</script>")] * 2)
    assert made.count(f"'sha256-{digest}'") == 1
    assert "unsafe" not in made
    assert "style-src 'self';" in made


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.html").write_text(f"<script>x({number})</script>")
    for number in reversed(range(5)):
        (tmp_path / "other").mkdir(exist_ok=True)
        (tmp_path / f"other/{9 - number}.html").write_text(f"<script>x({number})</script>")
    one = headers(tmp_path / "other")
    (tmp_path / "other").rename(tmp_path.with_name("gone"))
    assert headers(tmp_path) == one


def test_no_line_is_longer_than_hosts_read(demonstration_site: Path) -> None:
    """Cloudflare Pages reads 2,000 characters of a line."""
    lines = (demonstration_site / "_headers").read_text("utf-8").splitlines()
    assert max(map(len, lines)) < 2000
    assert lines[0] == "/*"
