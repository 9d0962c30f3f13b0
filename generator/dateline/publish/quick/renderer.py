"""A configuration of Python-Markdown to a renderer that makes the same HTML of plain pages, and says so of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown

from dateline.publish.quick.addresses import Addresses
from dateline.publish.quick.blocks import Blocks
from dateline.publish.quick.headings import Headings
from dateline.publish.quick.inline import Inline
from dateline.publish.quick.rendered import Rendered, Target, UnusualError

HARMLESS = frozenset({
    "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "meta", "tables", "toc", "pymdownx.details",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
})  # fmt: skip
"""Extensions that leave the plain dialect as it is: each acts on signs only that are unusual here."""
IDS = re.compile(r"<[^<>]*?\s(?:id|name)=\"([^\"<>]*)\"")
UNREADABLE = re.compile(r"[\t\r\x00-\x08\x0b-\x1f]|\n\n\n|\n +\n|[ ]{2}\n")
"""White space that Python-Markdown changes before it reads, and signs that it uses itself."""
FRONT_MATTER = re.compile(r"\s*(?:---|\w[\w -]*:\s)")


SAMPLE = """\
# A <a id="one"></a>title &amp; more

## A title

Words \\*plain\\*, **strong** and *soft*: &#35; &amp; “so” [a **link**](https://example.org/) <br>
on [two](#one) lines
### Right below it

- an item
    <br>goes on
    - below it
- another

> “Said”
>
> Again

<details class="x"><summary>Why</summary><ul><li>so</li></ul></details>

The end
"""


class Renderer:
    """Makes HTML of pages in the plain dialect."""

    def __init__(self, extensions: Sequence[Any], options: Mapping[str, Mapping[str, Any]]) -> None:
        """Raise UnusualError where an extension or option could change the plain dialect."""
        other = [name for name in extensions if not isinstance(name, str) or name not in HARMLESS]
        if other or "toc" not in extensions:
            raise UnusualError(f"the extensions {', '.join(map(str, other))}")
        library = Markdown(extensions=list(extensions), extension_configs=dict(options))
        self.blocks = Blocks(Inline(frozenset(library.ESCAPED_CHARS)), Headings(options.get("toc", {})))
        # Another release of the library, or an option unknown here, shows in its own words.
        if self.blocks.html(SAMPLE, str) != library.convert(SAMPLE):
            raise UnusualError(f"{library.__class__.__name__} makes other HTML of a sample")

    def rendered(self, markdown: str, path: str, addresses: Addresses) -> Rendered:
        """A page's Markdown as HTML. Raises UnusualError."""
        if UNREADABLE.search(markdown) or FRONT_MATTER.match(markdown):
            raise UnusualError("white space or front matter")
        targets: list[Target] = []
        html = self.blocks.html(markdown, addresses.linker(path, targets))
        headings = self.blocks.headings
        return Rendered(
            html=html, toc=headings.toc(), title=_title(html, headings), anchors=frozenset(IDS.findall(html)),
            targets=targets,
        )  # fmt: skip


def _title(html: str, headings: Headings) -> str | None:
    return headings.tokens[0]["name"] if html.startswith("<h1") and headings.tokens else None
