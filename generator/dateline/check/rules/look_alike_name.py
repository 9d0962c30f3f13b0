"""Names to those whose letters look like those of another alphabet, in one word or in another's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, warning
from dateline.model.corpus import Corpus

FAULT = warning("D125", "look-alike-name")
LOOKING = "АВЕЅІЈКМНОРСТУХЗаеорсухіјѕһԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανιρ"
LIKE = "ABESIJKMHOPCTYX3aeopcyxijshdqwvABEZHIKMNOPTYXoavip"
LATIN = str.maketrans(LOOKING, LIKE)
"""Cyrillic and Greek letters that a reader takes for Latin ones."""
WORD = re.compile(r"[^\W\d_]+")
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for at, owner, name in _names(inquiry.corpus):
        if not name.isascii() and (word := _mixed(name)):
            yield FAULT.at(at, f"“{word}” mixes letters of {_alphabets(word)}", "write it in one alphabet")
        other, theirs = first.setdefault(name.translate(LATIN).casefold(), (owner, name))
        if other != owner and theirs.casefold() != name.casefold():
            message = f"“{name}” looks like “{theirs}”, a name of {other}, and is written with other letters"
            yield FAULT.at(at, message, "write both in one alphabet, or say under “allow:” why they look alike")


def _names(corpus: Corpus) -> Iterator[tuple[At, str, str]]:
    """Every name that pages print, whose it is, and where it stands."""
    for actor in corpus.actors.values():
        yield actor.at.to("name"), actor.id, actor.name
        for number, alias in enumerate(actor.aliases):
            yield actor.at.to("aliases", number), actor.id, alias.name
    for source in corpus.sources.values():
        yield source.at.to("name"), source.id, source.name
    for topic in corpus.topics.values():
        yield topic.at.to("name"), topic.id, topic.name


def _mixed(name: str) -> str | None:
    """The first word of a name that has letters of two alphabets."""
    return next((word for word in WORD.findall(name) if not word.isascii() and " and " in _alphabets(word)), None)


def _alphabets(word: str) -> str:
    found = {_alphabet(letter) for letter in word}
    return " and ".join(name.capitalize() for name in ALPHABETS if name in found)


@cache
def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


RULE = Rule(fault=FAULT, find=_find)
