"""The interface's words: the catalogues have all that the code says, and pages in another language say nothing else."""

from __future__ import annotations

import ast
import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dateline.build import examine, pages
from dateline.findings import At
from dateline.model.actor import ActorKind, Alias
from dateline.model.brief import BriefState
from dateline.model.claim import Claim, ClaimStatus, Correction
from dateline.model.event import EventStatus
from dateline.model.settings import Settings, read_settings
from dateline.model.source import SourceKind
from dateline.model.words.catalogue import interface, spoken
from dateline.pages.vocabulary import TERMS
from dateline.publish.web_words import words_script
from dateline.relate.ends import from_the_other_end
from dateline.relate.support import Support
from desks import ROOT, VALID, files_below

PACKAGE = ROOT / "generator" / "dateline"
LOCALE = PACKAGE / "locale"
OTHERS = spoken()[1:]
SAID = {"say": None, "safe": None, "say_n": (1, 2), "sayN": (1, 2), "to_say": None, "to_count": (1, 2), "Detail": (1,)}
"""As in the Makefile."""
HOLE = re.compile(r"\{(\w+)\}")
Id = str | tuple[str, ...]


def said() -> set[Id]:
    """What the code says, as `make words` finds it."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [
        (pattern, mapping["method"])
        for mapping in mappings
        for pattern in ([mapping["pattern"]] if isinstance(mapping["pattern"], str) else mapping["pattern"])
    ]
    found = extract_from_dir(PACKAGE, methods, keywords=SAID)
    return {message if isinstance(message, str) else tuple(message) for _, _, message, _, _ in found}


def catalogue(path: Path) -> Catalog:
    return read_po(io.StringIO(path.read_text("utf-8")))


def messages(code: str) -> list[Message]:
    return [message for message in catalogue(LOCALE / code / "LC_MESSAGES" / "dateline.po") if message.id]


def id_of(message: Message) -> Id:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def test_the_template_has_what_the_code_says() -> None:
    """Where it does not: make words."""
    assert {id_of(message) for message in catalogue(LOCALE / "dateline.pot") if message.id} == said()


def test_one_language_from_each_side_is_spoken() -> None:
    assert {"ru", "fa"} <= set(OTHERS)
    assert {path.name for path in LOCALE.iterdir() if path.is_dir()} == set(OTHERS)


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_is_complete(code: str) -> None:
    translated = {id_of(message): message for message in messages(code)}
    assert translated.keys() == said()
    empty = [id_ for id_, message in translated.items() if not all(forms(message)) or message.fuzzy]
    assert empty == []


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_holes_of_its_message(code: str) -> None:
    """Of several forms each has them all: in other languages than English the first one is not only for one thing."""
    wrong = [
        (message.id, form)
        for message in messages(code)
        for form in forms(message)
        if set(HOLE.findall(form)) != set(HOLE.findall(wordings(message)[-1]))
    ]
    assert wrong == []


def wordings(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_what_is_said_is_not_hidden_where_it_is_not_found() -> None:
    """Within an f-string no extractor looks."""
    hidden = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and _name(call.func) in SAID and _has_words(call)
    ]
    assert hidden == []


def _has_words(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Constant) for argument in call.args)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def literals(of: Any) -> Iterator[str]:
    for part in get_args(of):
        yield from [part] if isinstance(part, str) else literals(part)


CLOSED: list[Any] = [
    *(ActorKind, BriefState, ClaimStatus, EventStatus, SourceKind),
    *(
        model.model_fields[key].annotation
        for model, key in ((Alias, "use"), (Correction, "kind"), (Claim, "confidence"))
    ),
]


def test_every_value_that_is_shown_is_in_the_vocabulary() -> None:
    values = {value for of in CLOSED for value in literals(of)} | {str(support) for support in Support}
    assert {value.replace("-", " ") for value in values} - set(TERMS) == set()


@pytest.mark.parametrize(
    ("code", "count", "words"),
    [
        ("en", 1, "1 claim"),
        ("en", 1234, "1,234 claims"),
        ("ru", 1, "1 утверждение"),
        ("ru", 3, "3 утверждения"),
        ("ru", 12, "12 утверждений"),
        ("ru", 1021, "1\u00a0021 утверждение"),
        ("fa", 1, "۱ گزاره"),
        ("fa", 1234, "۱٬۲۳۴ گزاره"),
        ("fr", 2, "2 claims"),
    ],
)
def test_things_are_counted_as_the_language_does(code: str, count: int, words: str) -> None:
    assert interface(code).say_n("{count} claim", "{count} claims", count) == words


def test_a_number_after_a_latin_name_keeps_its_place_in_a_text_from_the_right() -> None:
    assert interface("fa").say("By {authors}", authors="Ada") == "نوشتهٔ Ada\u200f"
    assert interface("fa").say("By {authors}", authors="آدا") == "نوشتهٔ آدا"
    assert interface("ru").say("By {authors}", authors="Ada") == "Авторы: Ada"


def test_the_scripts_are_given_the_forms_and_when_each_is_meant() -> None:
    russian = words_script("ru")
    assert '"{count} result.":["{count} результат.","{count} результата.","{count} результатов."]' in russian
    assert '"forms":{"other":2,"many":2,"one":0,"few":1}' in russian
    assert 'datelineWords"] =' not in words_script("en")


def test_a_language_that_is_not_spoken_is_a_finding() -> None:
    settings, wrong = read_settings({"languages": ["de"]}, At("mkdocs.yml"))
    assert settings == Settings()
    (found,) = wrong
    assert found.message == "“languages” names de, which the interface does not speak, seen: ['de']"
    assert found.remedy == "known are en, fa, fr, ru"


LATIN = re.compile(r"[A-Za-z]{3,}")
NOT_PROSE = re.compile(r"\]\([^)]*\)|<[^>]*>|&[a-z#0-9]+;")
NOT_CONTENT = re.compile(
    r"(?m)^\s*(?:- )?(?:kind|status|state|as|use|bound|how|confidence): *\S+$|[\w-]+:(?= )|[\w-]+:$"
)
"""Keys of the files, and values of closed lists."""
FORMATS = {"JSON", "BibTeX", "RIS", "CSL", "UTC"}


READABLE = [desk for desk in VALID if desk.name != "hostile-text"]
"""But for the one whose texts are written in escapes."""


@pytest.mark.parametrize("desk", READABLE, ids=lambda desk: str(desk.name))
@pytest.mark.parametrize("code", OTHERS)
def test_a_page_says_nothing_in_english_that_is_not_content(desk: Path, code: str) -> None:
    """Every Latin word of a page stands in a value of the desk's own files."""
    content = "\n".join(data.decode("utf-8", "replace") for data in files_below(desk / "briefs").values())
    values = NOT_CONTENT.sub("", content)
    known = {word.casefold() for word in re.findall(r"[A-Za-z]+", values)} | {word.casefold() for word in FORMATS}
    known |= {part for path in files_below(desk / "briefs") for part in re.findall(r"[a-z]+", path.casefold())}
    seen = examine(desk, Settings(languages=(code,)))
    for actor in seen.corpus.actors.values():
        ends = filter(None, (from_the_other_end(relation) for relation in actor.relations))
        known |= {word.casefold() for name in (*actor.links, *ends) for word in LATIN.findall(name)}
    left = {
        (page.path, word)
        for page in pages(seen)
        for word in LATIN.findall(NOT_PROSE.sub(" ", page.markdown))
        if word.casefold() not in known
    }
    assert left == set()
