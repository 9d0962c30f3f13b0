"""However large or twisted a file is: a clear finding, or a site, within 10 seconds of work and 1 GiB."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from desks import write

SECONDS, BYTES = 10, 2**30
PLACE = re.compile(r"^\S+:\d+:\d+: error D\d{3} ", re.MULTILINE)
BRIEF = "title: T\nclaims: [{id: a, says: S., evidence: {quote: the river rose}}]\n"
HEAD = "---\ntitle: T\npublished: 2021\nrights: full\n---\n"
END = "\n\nIn the end the river rose.\n"
MARKDOWN = 190_000
"""Characters that are still read as Markdown; longer texts are taken as plain ones."""
LARGE = 1_900_000
"""A little less than a file may have."""
FOLDER = "briefs/2021/x"
Files = Mapping[str, str]


class Cost(NamedTuple):
    """What a build took and how it ended."""

    code: int
    said: str
    seconds: float
    """Of work, in user and system."""
    peak: int
    """Bytes of memory."""


def build(desk: Path) -> Cost:
    limit = f'ulimit -t {6 * SECONDS}; exec "$@"'
    words = ["bash", "-c", limit, "bash", sys.executable, "-m", "dateline.cli", "build", "--desk", str(desk)]
    with (desk / "said").open("w+b") as said:
        process = subprocess.Popen(words, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(process.returncode, text, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def article(body: str) -> dict[str, str]:
    return {f"{FOLDER}/brief.yaml": BRIEF, f"{FOLDER}/a.md": HEAD + body + END}


def brief(text: str) -> Files:
    return {f"{FOLDER}/brief.yaml": text, f"{FOLDER}/a.md": HEAD + END}


def bodied(text: str) -> Files:
    """Pathological Markdown in the desk's own prose."""
    return brief(BRIEF + "body: |\n" + "".join(f"  {line}\n" for line in text.split("\n")))


def lines(unit: str, count: int) -> str:
    """Numbered lines."""
    return "".join(f"{unit.format(number)}\n" for number in range(count))


def called(names: int) -> Files:
    """Somebody with so many names."""
    return article("a") | {"briefs/actors/a.yaml": "name: A body\nkind: other\naliases:\n" + lines("- alias {}", names)}


def repeated(unit: str, size: int = MARKDOWN) -> str:
    return unit * (size // len(unit))


CLAIM = "title: T\nclaims: [{{id: a, says: S., {}}}]\n"
TABLE = "|".join(["a"] * 1000)
REFUSED: dict[str, Files] = {
    "nesting 100,000 deep": brief("title: T\nx-a: " + "[" * 100_000 + "]" * 100_000),
    "mappings 100,000 deep": brief("title: T\nx-a: " + "{a: " * 100_000),
    "lists in lists": brief("title: T\nx-a:\n  " + "- " * 100_000 + "a"),
    "a scalar of 10 MB": brief(f"title: {repeated('word ', 10_000_000)}\n"),
    "an article of 50 MB": article(repeated("word ", 50_000_000)),
    "a line of 5 MB": article("x" * 5_000_000),
    "an anchor and its aliases": brief("title: T\nx-a: &a [x, x]\nx-b: &b [*a, *a]\nx-c: [*b, *b]\n"),
    "a key of 100,000 characters": brief(f"title: T\n? {'k' * 100_000}\n: v\n"),
    "a number of a million digits": brief(CLAIM.format(f"value: {{number: {'9' * 1_000_000}}}")),
    "a date of a million characters": brief(f"title: T\npublished: {'2021-' * 200_000}\n"),
    "a set of 100,000 dates": brief(CLAIM.format(f'when: "{{{",".join(["2021-13"] * 100_000)}}}"')),
    "100,000 unknown keys": brief("title: T\n" + lines("k{}: v", 100_000)),
    "100,000 aliases": called(100_000),
    "marks piled on one letter": article("a" + repeated("\u0301\u0327")),
    "escapes piled on one letter": brief('title: "a' + repeated("\\u0301\\u0327") + '"\n'),
    "100,000 unknown actors": brief("title: T\nactors:\n" + lines("- a{}", 100_000)),
}
BUILT: dict[str, Files] = {
    "a line of almost 2 MiB": article("x" * LARGE),
    "brackets": article(repeated("[")),
    "brackets of both kinds": article(repeated("[](")),
    "brackets around brackets": article("[" * (MARKDOWN // 2) + "]" * (MARKDOWN // 2)),
    "wiki brackets": article(repeated("[[")),
    "wiki brackets in prose": bodied(repeated("[[a|")),
    "images": article(repeated("![")),
    "stars": article(repeated("*")),
    "stars and lines": article(repeated("*_")),
    "stars and words": article(repeated("*a ")),
    "stars and words, open": article(repeated("a**b")),
    "lines and words": article(repeated("_a_b")),
    "backticks": article(repeated("`a``b```c````d")),
    "growing runs of backticks": article(" ".join("`" * size for size in range(1, 600))),
    "angles": article(repeated("<")),
    "open comments": article(repeated("<!-- ")),
    "open tags": article(repeated("<a b='")),
    "processing": article(repeated("<?")),
    "ampersands": article(repeated("&")),
    "entities": article(repeated("&amp;#x26;")),
    "backslashes": article(repeated("\\")),
    "quotations in quotations": article(repeated("> ", 20_000) + "a"),
    "many quotations": article(repeated("> a\n\n")),
    "lists in lists": article("\n".join(" " * (2 * depth) + "- a" for depth in range(400))),
    "many items": article(repeated("- a\n")),
    "numbers": article(repeated("1. a\n")),
    "a table of 1,000 columns": article("\n".join([TABLE, "|".join(["-"] * 1000), *[TABLE] * 90])),
    "tables in prose": bodied("\n".join([TABLE, "|".join(["-"] * 1000), *[TABLE] * 90])),
    "headings": article(repeated("# a\n")),
    "underlines": article(repeated("a\n=\n")),
    "references": article("\n".join(f"[a{number}]: b" for number in range(9_000))),
    "addresses": article(repeated("https://a.b/c?d=e&f ")),
    "one long address": article("https://a.b/" + repeated("a.b@c/")),
    "mails": article(repeated("a@b.c ")),
    "fences": article(repeated("```\n")),
    "spaces": article(repeated(" ")),
    "spaces between words": article("a" + repeated(" ") + "b"),
    "tabs": article(repeated("\ta\n")),
    "empty lines": article(repeated("\n")),
    "line ends": article(repeated("a  \n")),
    "marks on every letter": article(repeated("a\u0327\u0301\u0327\u0301 ")),
    "dashes that are no marks": article(repeated("—…")),
    "letters of two": article(repeated("\u1100\u1161\u11a8")),
    "no width": article(repeated("\u200b")),
    "quotation marks": article(repeated("“")),
    "dashes": article(repeated("—")),
    "ellipses": article(repeated("… ")),
    "full stops": article(repeated("a. ")),
    "capitals": article(repeated("U.S.A. ")),
    "the quote, almost": article(repeated("the river ros ", LARGE)),
    "the quote, often": article(repeated("the river rose ", LARGE)),
    "headings in prose": bodied(repeated("# a\n", 60_000)),
    "stars in prose": bodied(repeated("*_")),
    "a title of 100,000 characters": brief(f"title: {repeated('word <&*_ ', 100_000)}\n"),
    "10,000 aliases": called(10_000),
    "10,000 claims": brief(
        "title: T\nclaims:\n"
        + lines("- {{id: c{0}, says: Claim {0} stands., evidence: {{quote: the river rose}}}}", 10_000)
    ),
    "10,000 dates": brief(
        "title: T\ndates:\n"
        + "".join(f"- {{when: {1900 + at % 100}-{at % 12 + 1:02}, what: Thing {at}.}}\n" for at in range(10_000))
    ),
    "a quote of 100,000 words": {
        f"{FOLDER}/brief.yaml": CLAIM.format(f"evidence: {{quote: {repeated('word ', 500_000)}}}"),
        f"{FOLDER}/a.md": HEAD + repeated("word ", 1_000_000),
    },
    "a quote with 1,000 ellipses": {
        f"{FOLDER}/brief.yaml": CLAIM.format(f"evidence: {{quote: {'the river rose … ' * 1000}}}"),
        f"{FOLDER}/a.md": HEAD + repeated("the river rose and ", 1_000_000),
    },
}  # fmt: skip
SMALL = ("nesting 100,000 deep", "a line of 5 MB", "brackets around brackets", "stars and lines", "the quote, almost")
"""For every change; the night takes all of them."""


def laid_out(files: Files, root: Path) -> Path:
    return write(root, {"mkdocs.yml": "site_name: x\nplugins: [dateline]\n", "docs/about.md": "# About\n", **files})


def examined(files: Files, root: Path) -> Cost:
    cost = build(laid_out(files, root))
    assert "Traceback" not in cost.said, cost.said[-2000:]
    assert cost.code in {0, 1}, cost.said[-2000:]
    assert cost.seconds < SECONDS, f"{cost.seconds:.1f} seconds"
    assert cost.peak < BYTES, f"{cost.peak / 2**20:.0f} MiB"
    return cost


@pytest.mark.parametrize("name", [name for name in SMALL if name in REFUSED])
def test_some_of_what_is_refused(name: str, tmp_path: Path) -> None:
    assert PLACE.search(examined(REFUSED[name], tmp_path).said)


@pytest.mark.parametrize("name", [name for name in SMALL if name in BUILT])
def test_some_of_what_is_built(name: str, tmp_path: Path) -> None:
    examined(BUILT[name], tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED)
def test_what_is_too_much_is_refused_with_its_place(files: Files, tmp_path: Path) -> None:
    cost = examined(files, tmp_path)
    assert cost.code == 1
    assert PLACE.search(cost.said)
    assert len(cost.said) < 50_000_000


@pytest.mark.nightly
@pytest.mark.parametrize("files", BUILT.values(), ids=BUILT)
def test_what_is_twisted_is_built_or_refused_in_time(files: Files, tmp_path: Path) -> None:
    cost = examined(files, tmp_path)
    assert cost.code == 0 or PLACE.search(cost.said)
