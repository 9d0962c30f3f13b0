"""An editor's or an article's Markdown to safe Markdown, with names linked and quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from dateline.pages.escape import SPACE, Safe, address, as_line, code, run
from dateline.pages.marks import ENDS, Mark, Marks, without_ends
from dateline.pages.overload import MOST_HEADINGS, is_overloaded
from dateline.relate.lexicon import Span
from dateline.relate.prose import WIKI_LINK, in_ascii, is_plain, tokens

PARAGRAPHS = re.compile(r"\n[ \t]*\n")
FIRST_HEADING, LAST_HEADING = 4, 6
INDENT = "    "
SIGNS = {
    "em_open": Safe("*"), "em_close": Safe("*"), "strong_open": Safe("**"), "strong_close": Safe("**"),
    "softbreak": Safe(" "), "hardbreak": Safe("<br>"),
}  # fmt: skip
RUNS = frozenset({"inline", "fence", "code_block"})
"""Blocks that hold words."""
LINK_DEPTH = {"link_open": 1, "link_close": -1}


@dataclass(kw_only=True, slots=True)
class Prose:
    """Writes the prose of one section; a name is linked the first time the section has it."""

    spans: Callable[[str], Sequence[Span]]
    """Finds names in a run of text."""
    actor_link: Callable[[str, Safe], Safe]
    """Links the words that name an actor."""
    wiki_link: Callable[[str, str | None], Safe] | None
    """Writes a `[[link]]`; without it brackets are brackets."""
    spoken: Callable[[Safe], Safe] = field(default=lambda line: line)
    """Says of a line which language it is in, where that is not the page's."""
    linked: set[str] = field(default_factory=set)
    """Actors this section has linked."""
    _marks: Marks = field(default_factory=Marks)
    _quotes: int = 0
    """Quotations around what is being written; names in them are left alone."""
    _headings: int = 0
    _targets: list[Safe | None] = field(default_factory=list)

    def inline(self, source: str, marks: Iterable[Mark] = ()) -> Safe:
        """One paragraph's worth of Markdown, on one line."""
        self._marks = Marks(source, marks)
        source = self._marks.source
        if is_plain(source):
            line = self._line(self._words(SPACE.sub(" ", source).strip()))
        else:
            runs = (block for block in tokens(source) if block.type in RUNS)
            line = self._line(Safe(" ").join(map(self._run, runs)))
        return line + self._marks.lost()

    def blocks(self, source: str, marks: Iterable[Mark] = ()) -> Safe:
        """Markdown of any length; `marks` are passages of it to mark, none overlapping."""
        self._marks = Marks(source, marks)
        source = self._marks.source
        parts = PARAGRAPHS.split(source)
        if is_plain(source) or any(map(is_overloaded, parts)):
            paragraphs = (SPACE.sub(" ", part).strip() for part in parts)
            made = [self._paragraph(part) for part in paragraphs if part]
        else:
            made = [*self._blocks(iter(tokens(source)), None)]
        lost = self._marks.lost()
        return Safe("\n\n").join([*made, lost] if lost else made)

    def _paragraph(self, words: str) -> Safe:
        if not is_overloaded(words):
            return self._line(self._words(words))
        anchors, content = self._marks.aside(words)
        return anchors + code(content)

    def _blocks(self, stream: Iterator[Token], until: str | None) -> Iterator[Safe]:
        for token in stream:
            if token.type == until:
                return
            match token.type:
                case "inline":
                    yield self._inline(token)
                case "heading_open":
                    yield self._heading_sign(token) + Safe(" ").join(self._blocks(stream, "heading_close"))
                case "blockquote_open":
                    self._quotes += 1
                    yield _prefixed(Safe("\n\n").join(self._blocks(stream, "blockquote_close")), "> ", "> ")
                    self._quotes -= 1
                case "bullet_list_open" | "ordered_list_open":
                    yield self._list(stream, token)
                case "fence" | "code_block":
                    anchors, content = self._marks.aside(token.content)
                    yield anchors + code(content)
                case "hr":
                    yield Safe("* * *")
                case _:
                    pass

    def _heading_sign(self, token: Token) -> Safe:
        self._headings += 1
        level = min(FIRST_HEADING - 1 + int(token.tag[1:]), LAST_HEADING)
        return Safe("#" * level + " " if self._headings <= MOST_HEADINGS else "")

    def _list(self, stream: Iterator[Token], opening: Token) -> Safe:
        ordered, number = opening.type == "ordered_list_open", int(opening.attrGet("start") or 1)
        items: list[Safe] = []
        for token in stream:
            if token.type == opening.type.replace("open", "close"):
                break
            if token.type == "list_item_open":
                content = Safe("\n\n").join(self._blocks(stream, "list_item_close"))
                marker = f"{number + len(items)}. " if ordered else "- "
                if content:
                    items.append(_prefixed(content, marker.ljust(len(INDENT)), INDENT))
        return Safe("\n").join(items)

    def _line(self, words: Safe) -> Safe:
        return self.spoken(as_line(words))

    def _inline(self, token: Token) -> Safe:
        return self._line(self._joined(token))

    def _run(self, token: Token) -> Safe:
        words = SPACE.sub(" ", token.content).strip()
        return self._joined(token) if token.type == "inline" else self._words(words, is_linked=True)

    def _joined(self, token: Token) -> Safe:
        parts: list[Safe] = []
        depth = 0
        for child in token.children or []:
            depth += LINK_DEPTH.get(child.type, 0)
            parts.append(self._span(child, is_linked=depth > 0))
        return Safe("").join(parts)

    def _span(self, token: Token, *, is_linked: bool) -> Safe:
        match token.type:
            case "text" | "image":
                return self._words(token.content, is_linked=is_linked or token.type == "image")
            case "code_inline":
                anchors, content = self._marks.aside(token.content)
                return anchors + Safe("<code>") + run(content) + Safe("</code>")
            case "link_open":
                self._targets.append(address(in_ascii(without_ends(str(token.attrGet("href") or "")))))
                return Safe("[" if self._targets[-1] else "")
            case "link_close":
                target = self._targets.pop()
                return Safe(f"]({target})") if target else Safe("")
            case _:
                return SIGNS.get(token.type) or run(without_ends(token.content))

    def _words(self, words: str, *, is_linked: bool = False) -> Safe:
        """A run of text: its ends of marked passages become tags, its names and `[[links]]` become links."""
        parts: list[Safe] = []
        for piece in ENDS.split(words):
            if ENDS.match(piece):
                self._marks.cross(piece)
            elif piece:
                parts.append(self._piece(piece, is_linked=is_linked))
        return Safe("".join(parts))

    def _piece(self, piece: str, *, is_linked: bool) -> Safe:
        if self._marks.inside:
            return self._marks.marked(piece)
        return run(piece) if is_linked else self._with_links(piece)

    def _with_links(self, piece: str) -> Safe:
        parts: list[Safe] = []
        end = 0
        write = self.wiki_link
        for match in WIKI_LINK.finditer(piece) if write else ():
            assert write, "or there is no match"
            parts += [self._with_names(piece[end : match.start()]), write(match[1].strip(), match[2])]
            end = match.end()
        return Safe("".join([*parts, self._with_names(piece[end:])]))

    def _with_names(self, piece: str) -> Safe:
        parts: list[Safe] = []
        end = 0
        for span in () if self._quotes else self.spans(piece):
            if len(span.actors) == 1 and span.actors[0] not in self.linked:
                self.linked.add(span.actors[0])
                label = run(piece[span.start : span.end])
                parts += [run(piece[end : span.start]), self.actor_link(span.actors[0], label)]
                end = span.end
        return Safe("".join([*parts, run(piece[end:])]))


def _prefixed(block: Safe, first: str, rest: str) -> Safe:
    lines = block.split("\n")
    return Safe("\n").join(
        Safe(f"{rest if number else first}{one}".rstrip() or rest.rstrip()) for number, one in enumerate(lines)
    )
