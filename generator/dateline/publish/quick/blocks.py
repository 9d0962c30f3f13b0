"""A page's Markdown to HTML, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.publish.quick.headings import Headings
from dateline.publish.quick.inline import ATTRIBUTE, ENTITY, Inline, Link
from dateline.publish.quick.rendered import UnusualError

HEADING = re.compile(r"(#{1,6})(?!#)(?P<text>.*[^#\\])")
RAW = re.compile(r"<(?:figure|details|div|pre)(?=[\s>])")
RAW_TOKENS = re.compile(
    rf"(?:[^<&>]++|</?[a-zA-Z][a-zA-Z0-9]*+(?:\s++{ATTRIBUTE})*+\s*+/?>|{ENTITY}|>)*+",
)
TAKEN_RAW = re.compile(r"<(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext|p[\s>])", re.IGNORECASE)
"""Elements whose content a parser of HTML may read in another way than as tags and text."""
UNUSUAL_START = re.compile(r"[ #>=~|:!?`_\[]|[-+*](?:\s|$)|-|\*{3}|\d+\.\s|\\?$")
"""What begins something else than a paragraph, under some extension, or would with one more sign. A link may."""
ITEM = re.compile(r"- (?=\S)")
INDENT = "    "
QUOTE = re.compile(r">(?: (.*))?")


class Blocks:
    """Renders the blocks of one page after another."""

    def __init__(self, inline: Inline, headings: Headings) -> None:
        self.inline = inline
        self.headings = headings
        self.link: Link = str

    def html(self, markdown: str, link: Link) -> str:
        """A page's Markdown as HTML, its lines ended by line feeds. Raises UnusualError."""
        self.headings.clear()
        self.link = link
        found: list[str] = []
        last = ""
        for block in markdown.strip("\n").split("\n\n"):
            for kind, made in self._block(block):
                if kind == last and kind in {"list", "quote"}:
                    raise UnusualError(f"one {kind} after another")
                found.append(made)
                last = kind
        return "\n".join(found).rstrip("\n")

    def _block(self, block: str) -> Iterator[tuple[str, str]]:
        match block[:1]:
            case "#":
                yield from self._heading(block)
            case "-":
                yield "list", self._list(block.split("\n"))
            case ">":
                yield "quote", self._quote(block.split("\n"))
            case "<" if RAW.match(block):
                yield "raw", _raw(block)
            case _:
                text, line, heading = block.partition("\n#")
                yield "paragraph", self._paragraph(text)
                if line:
                    yield from self._heading(f"#{heading}")

    def _heading(self, block: str) -> Iterator[tuple[str, str]]:
        match = HEADING.fullmatch(block)
        if match is None or "\n" in block:
            raise UnusualError(f"the heading “{block[:60]}”")
        yield "heading", self.headings.heading(len(match[1]), self.inline.html(match["text"].strip(), self.link))

    def _paragraph(self, text: str) -> str:
        return f"<p>{self._text(text)}</p>"

    def _text(self, text: str) -> str:
        for line in text.split("\n"):
            start = UNUSUAL_START.match(line)
            if start and not (start[0] == "[" and not line.startswith("[^")):
                raise UnusualError(f"the line “{line[:60]}”")
            if RAW.match(line):
                raise UnusualError(f"an element in “{line[:60]}”")
        return self.inline.html(text, self.link)

    def _list(self, lines: Sequence[str]) -> str:
        """A list without empty lines; what is indented belongs to the item above it."""
        made = ["<ul>"]
        item: list[str] = []
        nested: list[str] = []
        for line in lines:
            if ITEM.match(line):
                if item:
                    made.append(self._item(item, nested))
                item, nested = [line[2:]], []
            elif not line.startswith(INDENT) or not item:
                raise UnusualError(f"the line “{line[:60]}” in a list")
            elif nested or ITEM.match(line, len(INDENT)):
                nested.append(line[len(INDENT) :])
            else:
                item.append(line)
        return "\n".join([*made, self._item(item, nested), "</ul>"])

    def _item(self, item: Sequence[str], nested: Sequence[str]) -> str:
        first = self._text(item[0])
        rest = [self.inline.html(line, self.link) for line in item[1:] if _continues(line)]
        below = f"{self._list(nested)}\n" if nested else ""
        return f"<li>{chr(10).join((first, *rest))}{below}</li>"

    def _quote(self, lines: Sequence[str]) -> str:
        matches = [QUOTE.fullmatch(line) for line in lines]
        inner = "\n".join(match[1] or "" for match in matches if match)
        if not all(matches) or inner != inner.strip():
            raise UnusualError(f"the quotation “{lines[0][:60]}”")
        paragraphs = [self._paragraph(text) for text in inner.split("\n\n")]
        return "\n".join(["<blockquote>", *paragraphs, "</blockquote>"])


def _continues(line: str) -> bool:
    """Whether an indented line goes on with its item's text, as all may that begin with a tag."""
    if not line.startswith(f"{INDENT}<") or RAW.match(line, len(INDENT)):
        raise UnusualError(f"the line “{line[:60]}” in a list")
    return True


def _raw(block: str) -> str:
    """An element as it stands. The first end of it has to be the last."""
    tag = block[1:].replace(">", " ", 1).split(None, 1)[0]
    once = block.count(f"<{tag}") == block.count(f"</{tag}") == 1
    if not once or not block.endswith(f"</{tag}>") or not RAW_TOKENS.fullmatch(block) or TAKEN_RAW.search(block):
        raise UnusualError(f"the element “{block[:60]}”")
    return f"{block}\n"
