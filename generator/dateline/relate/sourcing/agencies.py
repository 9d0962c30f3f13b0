"""An article to the agencies it credits: in its front matter, in its authors, and as its text is signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from dateline.model.article import Article
from dateline.relate.sourcing.signatures import signatures

_HERE: Final = Path(__file__).parent
_SEPARATOR: Final = re.compile(r"[/,;&|+=·•–—]| (?:and|und|et|y|e|и) | -+ ")
"""In text with single spaces: a pattern that looks for runs of them takes the square of their length."""
_SHORT: Final = 4
"""Letters up to which a form must be written as listed: ANA is an agency, Ana a reporter."""
_EDGES: Final = " \t\"'“”«»()[].:-–—*_"


class Forms(NamedTuple):
    """The forms in which agencies sign, each with the name it stands for."""

    in_texts: Mapping[str, str]
    """Short forms in their own case, longer ones in lower case."""
    in_fields: Mapping[str, str]
    """All in lower case, for front matter."""


def credits_of(article: Article) -> tuple[str, ...]:
    """The names of the agencies an article credits, sorted; an `agency:` that is not on the list stands as printed.

    A summary's text is the desk's own, so that nothing is read from it.
    """
    found = set(named(article.agency)) if article.agency else set()
    for author in article.authors:
        found |= set(_signed(author))
    if article.text != "summary":
        for signature in signatures(article.body):
            found |= set(_signed(signature))
    return tuple(sorted(found))


def agency_called(name: str) -> str | None:
    """The agency that has this name or form, whatever its case."""
    return forms().in_fields.get(name.strip(_EDGES).casefold())


def named(credit: str) -> tuple[str, ...]:
    """The agencies that an `agency:` names: `AP/Reuters` is two."""
    whole = agency_called(credit)
    parts = [part.strip(_EDGES) for part in _parts(credit)]
    return (whole,) if whole else tuple(agency_called(part) or part for part in parts if part)


def _parts(text: str) -> list[str]:
    return _SEPARATOR.split(" ".join(text.split()))


@cache
def forms() -> Forms:
    """The list, read from `agencies.tsv`."""
    rows = [line.split("\t") for line in _lines(_HERE / "agencies.tsv")]
    pairs = [(form.strip(_EDGES), name) for name, written in rows for form in {name, *written.split("|")}]
    in_fields: dict[str, str] = {}
    for form, name in pairs:
        in_fields.setdefault(form.casefold(), name)
    return Forms({_as_in_text(form): name for form, name in pairs}, in_fields)


def _signed(signature: str) -> Iterator[str]:
    """The agencies in a signature, in which a form must stand alone between separators."""
    known = forms().in_texts
    parts = (signature, *_parts(signature))
    for part in parts:
        name = known.get(_as_in_text(_without_bywords(part)))
        if name:
            yield name


def _without_bywords(part: str) -> str:
    text = " ".join(part.strip(_EDGES).split())
    folded = text.casefold()
    for word in _bywords():
        rest = text[len(word) :]
        if folded.startswith(word) and rest[:1] in {" ", ":"}:
            text = rest.strip(_EDGES)
            break
    return text.removesuffix(" Staff").removesuffix(" staff")


def _as_in_text(form: str) -> str:
    return form if len(form) <= _SHORT else form.casefold()


@cache
def _bywords() -> tuple[str, ...]:
    return tuple(sorted(_lines(_HERE / "bywords.txt"), key=len, reverse=True))


def _lines(path: Path) -> Iterable[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
