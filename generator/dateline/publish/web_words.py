"""A language to the messages of the interface that the scripts of a page say in it, as a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from dateline.model.words.catalogue import ENGLISH, interface
from dateline.pages.vocabulary import TERMS
from dateline.publish.literal import literal

SAID: Final = re.compile(r'\bsay\("([^"]+)"')
COUNTED: Final = re.compile(r'\bsayN\("([^"]+)", "([^"]+)"')
VENDOR: Final = "vendor"


@cache
def words_script(language: str) -> str:
    """The program that says messages, below those that are not English."""
    folder = resources.files("dateline") / "web"
    program, words = (folder / "words.js").read_text("utf-8"), interface(language)
    if words.code == ENGLISH:
        return program
    scripts = "\n".join(_scripts(folder))
    table = {
        "language": words.code,
        "said": {message: words.say(message) for message in sorted({*SAID.findall(scripts), *TERMS})},
        "counted": {one: words.forms(one, many) for one, many in sorted(set(COUNTED.findall(scripts)))},
        "forms": words.categories,
    }
    return f'window["datelineWords"] = {literal(table)};\n{program}'


def _scripts(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != VENDOR:
            yield from _scripts(entry)
        elif entry.name.endswith(".js"):
            yield entry.read_text("utf-8")
