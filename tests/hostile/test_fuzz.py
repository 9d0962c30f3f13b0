"""Documents made by chance: each is read or refused with its place, and nothing of it becomes markup of its own."""

from __future__ import annotations

import os
import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import markdown
import pytest
import yaml
from markdown_it import MarkdownIt

from dateline.findings import Finding, Place
from dateline.model.when import When, WhenError
from dateline.model.when_words import codes
from dateline.pages import links
from dateline.pages.escape import CONTROL, address, code, text
from dateline.read.document import read_document
from dateline.read.limits import Limits
from dateline.read.located import NULLS, parse
from dateline.relate.quotes import Verdict, find_quote
from desks import desk_at, markdown_pages, published_files, write
from fuzzing import Document, document, yaml_text
from markup import Markup, dead_ends
from wall import removed

FIRST = int(os.environ.get("DATELINE_FUZZ_FIRST", "0"))
"""The number of the first document: another one makes others."""
TOGETHER = 50
"""Documents on one desk."""
LONG = 5
"""Seconds of work for one document; they are all short."""
PLAIN = ("toc", "tables", "fenced_code")
LANGUAGES = codes()
RENDERERS: tuple[Callable[[str], str], ...] = (
    lambda source: markdown.markdown(source, extensions=PLAIN),
    MarkdownIt("commonmark").render,
)
JOINER = "\u2060"
"""What we put between the signs that would end a title."""
OTHERWISE_OF_OLD = re.compile("[\x85\u2028\u2029\ufeff]")
"""What means something to YAML 1.1, which PyYAML reads, and is a letter like others in YAML 1.2."""
BETWEEN_MARKS = frozenset("[]()<>&\\`#|!_*~…")
"""Signs at which what a reader sees and what stands in a file are not the same letters."""


def numbers(desk: int) -> range:
    return range(FIRST + desk * TOGETHER, FIRST + (desk + 1) * TOGETHER)


@pytest.mark.parametrize("desk", range(10))
def test_five_hundred_documents(desk: int, tmp_path: Path) -> None:
    fuzzed(numbers(desk), tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize("desk", range(10, 210))
def test_ten_thousand_documents(desk: int, tmp_path: Path) -> None:
    fuzzed(numbers(desk), tmp_path)


def fuzzed(these: range, root: Path) -> None:
    documents = [document(number) for number in these]
    for each in documents:
        begun = time.process_time()
        wrong = [*wrong_with(each)]
        assert wrong == [], each.number
        assert time.process_time() - begun < LONG, each.number
    on_a_desk(documents, root)


def wrong_with(made: Document) -> Iterator[str]:
    """Everything about a document that is not as it is promised."""
    for which in ("one", "another"):
        yield from reading(yaml_text(Random(f"{which} {made.number}")))  # noqa: S311  # no secret
    for name, source in made.files.items():
        found = read_document(source, name, Limits())
        yield from misplaced(source, found[1])
    for date in made.dates:
        yield from dated(date)
    for quote in made.quotes:
        yield from quoted(quote, made.body)
    for value in (*made.texts, made.body[:200]):
        yield from shown(value)
    yield from linked(made.address, made.texts[0])


def reading(source: str) -> Iterator[str]:
    """A YAML text is refused with a place, or holds what any reader of YAML finds in it."""
    source = source.removeprefix("\ufeff")  # as whoever reads a file takes it away
    data, findings = parse(source, "f", limits=Limits())
    yield from misplaced(source, findings)
    if (data is None) != bool(findings):
        yield f"{source!r} is neither read nor refused"
    elif data is not None and not OTHERWISE_OF_OLD.search(source) and not _same(data, _read_by_all(source)):
        yield f"{source!r} was read as {data}"


def _read_by_all(source: str) -> Any:
    return yaml.load(source, yaml.CBaseLoader)  # noqa: S506  # texts only


def _same(ours: Any, theirs: Any) -> bool:
    match ours:
        case None:
            return theirs is None or theirs in NULLS
        case dict():
            return isinstance(theirs, dict) and [*ours] == [*theirs] and all(_same(ours[k], theirs[k]) for k in ours)
        case list():
            return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(_same, ours, theirs))
        case _:
            return bool(ours == theirs)


def misplaced(source: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    lines = len(source.splitlines()) + 1
    for finding in findings:
        at = finding.at
        if not isinstance(at, Place) or not 1 <= at.line <= lines or at.column < 1 or "\n" in str(finding):
            yield f"{finding} has no place in {source!r}"


def dated(date: str) -> Iterator[str]:
    try:
        when = When.parse(date)
    except WhenError as wrong:
        if not 0 <= wrong.position <= len(date):
            yield f"{date!r} is wrong outside of itself"
        return
    if str(when) != date or not all(when.words(language) for language in LANGUAGES):
        yield f"{date!r} does not come back or has no words"
    if when.earliest and when.latest and when.latest < when.earliest:
        yield f"{date!r} ends before it begins"


def quoted(quote: str, body: str) -> Iterator[str]:
    """A quote is found only where its letters stand."""
    match = find_quote(quote, body)
    if not match.is_found:
        return
    passages = [body[start:end] for start, end in match.parts]
    if not passages or not all(passages) or list(match.parts) != sorted(match.parts):
        yield f"{quote!r} was found nowhere in {body!r}"
    if match.verdict is Verdict.EXACT and passages != [quote.strip()]:
        yield f"{quote!r} is not exactly {passages}"
    if BETWEEN_MARKS.isdisjoint(quote.replace("...", "…") + "".join(passages)) and _letters(quote) != _letters(
        *passages
    ):
        yield f"{quote!r} has other letters than {passages}"


def _letters(*passages: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", "".join(passages)) if char.isalnum())


def shown(value: str) -> Iterator[str]:
    """A text that was escaped is shown as itself, and as nothing else."""
    expected = CONTROL.sub("", value).replace(JOINER, "").split()
    for render in RENDERERS:
        page = Markup(render(f"x {text(value)}"))
        if {tag for tag, _ in page.tags} != {"p"} or page.text.replace(JOINER, "").split()[1:] != expected:
            yield f"{value!r} became {page.tags} {page.text!r}"
        block = Markup(render(f"-   item\n\n    {code(value)}"))
        if not {tag for tag, _ in block.tags} <= {"pre", "code", "br", "p", "ul", "li"}:
            yield f"{value!r} as code became {block.tags}"


def linked(target: str, label: str) -> Iterator[str]:
    """An address is one of the web or none, and its link leads there and nowhere else."""
    safe = address(target)
    if safe is None:
        return
    for render in RENDERERS:
        page = Markup(render(f"x {links.link(label, safe)} y"))
        if [tag for tag, _ in page.tags] != ["p", "a"] or not page.links[0].target.startswith("https://ok.example/"):
            yield f"{label!r} at {target!r} became {page.tags}"


def on_a_desk(documents: list[Document], root: Path) -> None:
    """All findings have their places, and what no error stops is published as harmless pages whose links land."""
    folders = {f"briefs/2021/f{each.number}": each.files for each in documents}
    files = {f"{folder}/{name}": _bytes(source) for folder, named in folders.items() for name, source in named.items()}
    write(root, {"mkdocs.yml": "site_name: x\nplugins: [dateline]\n", **files})
    desk = desk_at(root)
    for finding in desk.findings:
        assert isinstance(finding.at, Place), finding
        assert [*misplaced(files.get(finding.file, b"").decode("utf-8", "replace"), (finding,))] == []
    stopped = {"/".join(finding.file.split("/")[:3]) for finding in desk.findings if finding.severity == "error"}
    for folder in stopped:
        shutil.rmtree(root / folder)
    assert len(folders) - len(stopped) > TOGETHER // 5, "too few are built for the rest to say anything"
    harmless(published_files(root))


def harmless(made: dict[str, bytes]) -> None:
    html = {path: markdown.markdown(source, extensions=PLAIN) for path, source in markdown_pages(made)}
    assert [(path, tag) for path, page in html.items() for tag in removed(page)] == []
    pages = {path.replace(".md", ".html"): Markup(page) for path, page in html.items()}
    assert [*dead_ends(pages, {*pages, *made})] == []


def _bytes(source: str) -> bytes:
    return source.encode("utf-8", "surrogatepass")
