"""A run of text in Markdown to HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.publish.quick.rendered import UnusualError

ENTITY = r"&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
ATTRIBUTE = r"""[a-zA-Z][a-zA-Z0-9:-]*+(?:="[^"<>`\\\[\]]*+")?+"""
TAG_NAMES = "a|abbr|b|bdi|br|cite|del|em|i|ins|mark|q|small|span|strong|sub|time|u"
"""None of these begins a block, takes its content raw, or is a footnote."""
SPECIAL = re.compile(
    rf"""
      \[ (?P<label>(?:[^\[\]\\]++|\\.)*+) \] \( (?P<url>(?:[^\s()<>"'\\`\[\]&]++|{ENTITY})*+) \)
    | \\ (?P<escaped>.)
    | (?P<kept> </?(?:{TAG_NAMES})(?:\s++{ATTRIBUTE})*+\s*+/?> | {ENTITY} )
    | (?P<strong> \*\*(?=[^\s*]) [^*]++ (?<=[^\s*])\*\*(?!\*) )
    | (?P<em> \*(?=[^\s*]) [^*]++ (?<=[^\s*])\*(?!\*) )
    | [\\`*_\[\]<>&{{}}|\x00-\x08\x0b-\x1f] | !(?=\[) | [ ]{{2}}(?=\n)
    """,
    re.VERBOSE,
)
PLAIN = re.compile(r"[^\\`*_\[\]<>&{}|\x00-\x08\x0b-\x1f!\n]*+")
IN_TEXT = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

Link = Callable[[str], str]


class Inline:
    """Renders runs of text with the signs that a backslash may take the meaning of."""

    def __init__(self, escapable: frozenset[str]) -> None:
        self.escapable = escapable

    def html(self, text: str, link: Link) -> str:
        """A run of text as HTML; `link` makes addresses of links."""

        def one(match: re.Match[str]) -> str:
            match match.lastgroup:
                case "url":
                    label = match["label"]
                    shown = label if PLAIN.fullmatch(label) else self.html(label, link)
                    return f'<a href="{link(match["url"])}">{shown}</a>'
                case "kept":
                    return match[0]
                case "escaped" if match["escaped"] in self.escapable:
                    return IN_TEXT.get(match["escaped"], match["escaped"])
                case "strong":
                    return f"<strong>{self.html(match[0][2:-2], link)}</strong>"
                case "em":
                    return f"<em>{self.html(match[0][1:-1], link)}</em>"
            raise UnusualError(f"“{match[0]}” in “{text[:60]}”")

        return SPECIAL.sub(one, text)
