"""What a claim rests on to words: how many articles, how many origins, and why each was grouped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dateline.pages.escape import Safe
from dateline.pages.view import View, choice
from dateline.relate.origins import OriginGroup
from dateline.relate.support import Sourcing, Support

UNSUPPORTED = "nothing found that supports it"
SUPPORT_WORDS = {
    Support.UNSUPPORTED: "unsupported",
    Support.SINGLE_ORIGIN: "one origin",
    Support.MULTI_ORIGIN: "several origins",
    Support.CONTESTED: "contested",
}
REASON_WORDS = {
    "declared": "declared", "translation": "a translation", "url": "same address", "text": "same text",
    "agency": "same agency", "source": "same source", "owner": "same owner",
}  # fmt: skip
FEWEST = 2
"""Articles from which on there is a grouping to explain."""


def support_words(sourcing: Sourcing) -> str:
    """`4 articles, 2 origins: Reuters (3, same text), own reporting (1, attested)`."""
    articles = sum(len(group.articles) for group in sourcing.supporting)
    if not articles:
        return UNSUPPORTED
    counts = f"{choice(articles, 'article', 'articles')}, {choice(len(sourcing.supporting), 'origin', 'origins')}"
    largest_first = sorted(sourcing.supporting, key=lambda group: -len(group.articles))
    return f"{counts}: {', '.join(map(_group, largest_first))}"


def _group(group: OriginGroup) -> str:
    details = [str(len(group.articles))]
    details += [REASON_WORDS[group.why[0].kind]] if group.why else []
    details += ["attested"] if group.attested else []
    return f"{group.name} ({', '.join(details)})"


def unchecked_words(sourcing: Sourcing) -> str:
    """`1 of 3 could not be checked`, or nothing."""
    return f"{sourcing.unavailable} of {sourcing.total} could not be checked" if sourcing.unavailable else ""


def why_grouped(view: View, sourcing: Sourcing) -> Safe:
    """A block that opens to the reason for each grouping; plain HTML, so that it works without scripts."""
    if sum(len(group.articles) for group in sourcing.groups) < FEWEST:
        return Safe("")
    lines = _reasons(view, sourcing)
    items = "".join(f"<li>{escape(' '.join(line.split()))}</li>" for line in lines)
    return Safe(f'<details class="dl-why"><summary>Why counted so</summary><ul>{_plain(items)}</ul></details>')


def _plain(html: str) -> str:
    """HTML that no Markdown dialect reads anything into, even where it looks inside blocks."""
    return "".join(f"&#{ord(char)};" if char in "*_`[]{}~\\|^$" else char for char in html)


def _reasons(view: View, sourcing: Sourcing) -> Iterator[str]:
    titles = {ref: view.corpus.articles[ref].title for group in sourcing.groups for ref in group.articles}
    for group in sourcing.groups:
        if len(group.articles) == 1 and not group.set_aside:
            how = "its origin is its own, says the editor" if group.attested else "presumed independent"
            yield f"“{titles[group.articles[0]]}”: {how}"
        for reason in group.why:
            detail = reason.detail.replace(reason.b, f"“{titles[reason.b]}”")
            yield f"“{titles[reason.a]}” and “{titles[reason.b]}”: {detail}"
        for reason in group.set_aside:
            other = view.corpus.articles[reason.b].title
            yield f"“{view.corpus.articles[reason.a].title}” and “{other}”: {reason.detail}; set aside by the editor"
