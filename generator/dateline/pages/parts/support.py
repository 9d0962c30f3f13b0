"""What a claim rests on to words: how many articles, how many origins, and why each was grouped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dateline.model.words.catalogue import Interface, to_count, to_say
from dateline.pages.counted import ARTICLES, ORIGINS
from dateline.pages.escape import Safe
from dateline.pages.view import View
from dateline.relate.origins import OWN_REPORTING, OriginGroup, Reason
from dateline.relate.sourcing.reasons import in_words
from dateline.relate.support import Sourcing, Support

UNSUPPORTED = to_say("nothing found that supports it")
SUPPORT_WORDS = {
    Support.UNSUPPORTED: to_say("unsupported"),
    Support.SINGLE_ORIGIN: to_say("one origin"),
    Support.MULTI_ORIGIN: to_say("several origins"),
    Support.CONTESTED: to_say("contested"),
}
REASON_WORDS = {
    "declared": to_say("declared"),
    "translation": to_say("a translation"),
    "url": to_say("same address"),
    "text": to_say("same text"),
    "agency": to_say("same agency"),
    "source": to_say("same source"),
    "owner": to_say("same owner"),
}
FEWEST = 2
"""Articles from which on there is a grouping to explain."""


def support_words(words: Interface, sourcing: Sourcing) -> str:
    """`4 articles, 2 origins: Reuters (3, same text), own reporting (1, attested)`."""
    articles = sum(len(group.articles) for group in sourcing.supporting)
    if not articles:
        return words.say(UNSUPPORTED)
    counts = f"{words.say_n(*ARTICLES, articles)}{words.comma}{words.say_n(*ORIGINS, len(sourcing.supporting))}"
    largest_first = sorted(sourcing.supporting, key=lambda group: -len(group.articles))
    return f"{counts}: {words.comma.join(_group(words, group) for group in largest_first)}"


def _group(words: Interface, group: OriginGroup) -> str:
    details = [words.number(len(group.articles))]
    details += [words.say(REASON_WORDS[group.why[0].kind])] if group.why else []
    details += [words.say("attested")] if group.attested else []
    return f"{_name(words, group)} ({words.comma.join(details)})"


def _name(words: Interface, group: OriginGroup) -> str:
    return words.say("own reporting") if group.name == OWN_REPORTING else group.name


def unchecked_words(words: Interface, sourcing: Sourcing) -> str:
    """`1 of 3 could not be checked`, or nothing."""
    if not sourcing.unavailable:
        return ""
    one, many = to_count("{count} of {all} could not be checked", "{count} of {all} could not be checked")
    return words.say_n(one, many, sourcing.unavailable, all=sourcing.total)


def why_grouped(view: View, sourcing: Sourcing) -> Safe:
    """A block that opens to the reason for each grouping; plain HTML, so that it works without scripts."""
    if sum(len(group.articles) for group in sourcing.groups) < FEWEST:
        return Safe("")
    lines = _reasons(view, sourcing)
    summary = _plain(escape(view.say("Why counted so")))
    items = "".join(f"<li>{escape(' '.join(line.split()))}</li>" for line in lines)
    return Safe(f'<details class="dl-why"><summary>{summary}</summary><ul>{_plain(items)}</ul></details>')


def _plain(html: str) -> str:
    """HTML that no Markdown dialect reads anything into, even where it looks inside blocks."""
    return "".join(f"&#{ord(char)};" if char in "*_`[]{}~\\|^$" else char for char in html)


def _reasons(view: View, sourcing: Sourcing) -> Iterator[str]:
    for group in sourcing.groups:
        if len(group.articles) == 1 and not group.set_aside:
            (article,) = group.articles
            alone = to_say("{article}: its origin is its own, says the editor")
            yield view.say(
                alone if group.attested else to_say("{article}: presumed independent"), article=_title(view, article)
            )
        for reason in group.why:
            yield _reason(view, reason)
        for reason in group.set_aside:
            yield view.say("{reason}; set aside by the editor", reason=_reason(view, reason))


def _reason(view: View, reason: Reason) -> str:
    one, other = _title(view, reason.a), _title(view, reason.b)
    detail = in_words(view.interface, reason.detail).replace(reason.b, other)
    return view.say("{one} and {other}: {why}", one=one, other=other, why=detail)


def _title(view: View, article: str) -> str:
    return view.say("“{words}”", words=view.corpus.articles[article].title)
