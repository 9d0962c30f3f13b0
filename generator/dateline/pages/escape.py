"""Any text to Markdown that means just that text, in every dialect and in HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

Safe = Markup
"""Markdown that is already safe; only this module, `prose` and `links` make it from anything but our own words."""

SPECIAL = re.compile(r"[\\`*_\[\]{}<>&|~^$]|==+|\+\++|:(?=//)|(?<=\S)@(?=\S)|:(?=[\w+-]+:)|(?<=www)\.|(?<=:):+")
START = re.compile(r"[-+=#:%]|!(?=!!)|\?(?=\?\?)|\d{1,9}[.)]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
SPACE = re.compile(r"\s+")
BACKSLASHED = frozenset("\\`*_[]")
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
SCHEMES = ("https://", "http://", "mailto:")
NOT_A_LETTER = re.compile(r"[^\w ]|_")
NOT_AN_ADDRESS = re.compile(r"[\x00-\x20\x7f]")
END_OF_TITLE = re.compile(r"&lt;(?=/title)", re.IGNORECASE)
"""Material 9 turns the `&lt;` of a heading back into `<` within <title>, where this alone would end the element."""
REMEMBERED = 2**16
"""Lines whose escaped form is kept: names and titles stand on many pages."""


@lru_cache(REMEMBERED)
def text(value: str) -> Safe:
    """One line of text as Markdown; white space runs become one space, unprintable characters go."""
    escaped = as_line(run(SPACE.sub(" ", CONTROL.sub("", value)).strip()))
    return Safe(END_OF_TITLE.sub("&lt;&#8288;", escaped)) if "&lt;/" in escaped else escaped


def run(value: str) -> Safe:
    """Text within a line of Markdown, its spaces kept."""
    return Safe(SPECIAL.sub(_one, value))


def as_line(escaped: Safe) -> Safe:
    """Escaped text with what would mean something at the beginning or end of a line escaped as well."""
    # Every operation on a Safe makes another one, slowly; this stands behind every line of every page.
    line = str.strip(escaped)
    if match := START.match(line):
        sign = match.end() - 1
        line = f"{line[:sign]}&#{ord(line[sign])};{line[sign + 1 :]}"
    # Brackets of a text are escaped by now: what is left begins a link, which no text may turn into a picture.
    line = line.replace("![", "&#33;[")
    return Safe(f"{line[:-1]}&#35;" if line.endswith("#") else line)


def _one(match: re.Match[str]) -> str:
    return "".join(f"\\{char}" if char in BACKSLASHED else ENTITIES.get(char) or f"&#{ord(char)};" for char in match[0])


def address(value: str) -> Safe | None:
    """A web or mail address as a link's target, or None when it is anything else."""
    if not value.lower().startswith(SCHEMES) or NOT_AN_ADDRESS.search(value):
        return None
    return Safe(quote(value, safe="/:?#@!$&'+,;=%~.-_").replace("&", "&amp;").replace("_", "%5F").replace("'", "%27"))


def code(value: str) -> Safe:
    """A block of code on one line of HTML: an indented block means something else within a list, and would let HTML in.

    Every sign is a character reference, since some dialects read Markdown between tags and others do not.
    """
    lines = (NOT_A_LETTER.sub(lambda match: f"&#{ord(match[0])};", line) for line in value.rstrip("\n").split("\n"))
    return Safe(f"<pre><code>{'<br>'.join(lines)}</code></pre>")


def attribute(value: str) -> Safe:
    """Text as the value of an HTML attribute in double quotes."""
    return Safe(re.sub(r"[^\w .,:/#-]", lambda match: f"&#{ord(match[0])};", value))
