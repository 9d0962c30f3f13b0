"""A desk to its home page: what this is, what is new, how it is known, what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dateline.model.brief import Brief
from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.counted import CLAIMS, DATES
from dateline.pages.escape import Safe
from dateline.pages.kind import Kind
from dateline.pages.page import Facts, Page
from dateline.pages.parts.catalogue import SECTIONS, newest_first
from dateline.pages.parts.event import by_year_and_month
from dateline.pages.parts.evidence import VERDICT_WORDS
from dateline.pages.parts.ledger import every_correction, ledger_line
from dateline.pages.template import fill
from dateline.pages.view import View
from dateline.relate.quotes import Verdict
from dateline.relate.support import Support

NEWEST = 6
TOPICS = 6
LATEST_CHANGES = 4
LATEST_DATES = 8
COUNTED = {
    Support.MULTI_ORIGIN: to_say("from several origins"),
    Support.SINGLE_ORIGIN: to_say("from one origin"),
    Support.CONTESTED: to_say("contested"),
    Support.UNSUPPORTED: to_say("unsupported"),
}


def _page(view: View, _: str) -> Page:
    corpus = view.corpus
    slugs = newest_first(corpus)
    values = {
        "title": view.say("Briefing desk"),
        "about": _about(view),
        "counts": _counts(view),
        "newest": [_entry(view, corpus.briefs[slug]) for slug in slugs[:NEWEST]],
        "more": _all(view, len(slugs)) if len(slugs) > NEWEST else "",
        "known": _known(view),
        "quotes": _quotes(view),
        "changes": [ledger_line(view, entry) for entry in every_correction(corpus)[:LATEST_CHANGES]],
        "corrections": view.to(links.CORRECTIONS),
        "timeline": by_year_and_month(view, view.relations.timeline.all[-LATEST_DATES:], view.prose()),
        "all_dates": view.to(links.TIMELINE),
    }
    twin = {"newest": list(slugs[:NEWEST]), "counts": {sort: len(s.names(corpus)) for sort, s in SECTIONS.items()}}
    facts = Facts(kind="home", twin=twin, listed=True)
    return Page(
        path=view.here,
        title=view.say("Briefing desk"),
        markdown=fill("kinds/home.md.j2", values, view.language),
        facts=facts,
    )


def _all(view: View, count: int) -> Safe:
    return links.link(view.say_n("All {count} brief", "All {count} briefs", count), view.to(links.section("brief")))


def _about(view: View) -> Safe:
    """The topics with most briefs, and how many they have."""
    briefs = view.relations.backlinks.briefs_by_topic
    largest = sorted((topic for topic in view.corpus.topics if briefs.get(topic)), key=lambda id_: -len(briefs[id_]))
    return view.listing([view.topic(id_) + Safe(f" ({view.number(len(briefs[id_]))})") for id_ in largest[:TOPICS]])


def _counts(view: View) -> list[Safe]:
    """The ways in, each with how much there is."""
    found = [
        links.link(view.say_n(*section.counted, len(section.names(view.corpus))), view.to(links.section(sort)))
        for sort, section in SECTIONS.items()
    ]
    return [
        *found,
        links.link(view.say_n(*DATES, len(view.corpus.events)), view.to(links.TIMELINE)),
        links.link(view.say("coverage and gaps"), view.to(links.COVERAGE)),
        links.link(view.say("corrections"), view.to(links.CORRECTIONS)),
    ]


def _entry(view: View, brief: Brief) -> dict[str, Any]:
    published = f"{view.words(brief.published)} · " if brief.published else ""
    found = Counter(view.relations.sourcing[claim.ref].support for claim in brief.claims)
    return {
        "link": view.brief(brief.id),
        "summary": view.prose().inline(brief.summary or ""),
        "details": f"{published}{view.say_n(*CLAIMS, len(brief.claims))}",
        "known": view.joined(_counts_of(view, found)),
        "topics": view.listing([view.topic(id_) for id_ in brief.topics]),
    }


def _counts_of(view: View, found: Mapping[Support, int]) -> list[str]:
    return [f"{view.number(found[key])} {view.say(words)}" for key, words in COUNTED.items() if found[key]]


def _known(view: View) -> list[dict[str, str]]:
    """How many claims have each kind of support."""
    found = Counter(sourcing.support for sourcing in view.relations.sourcing.values())
    return [
        {"support": support, "what": f"{view.say_n(*CLAIMS, found[support])} {view.say(words)}"}
        for support, words in COUNTED.items()
        if found[support]
    ]


def _quotes(view: View) -> str:
    """What came of looking up every quote."""
    found = Counter(match.verdict for match in view.relations.verdicts.values())
    parts = [
        f"{view.number(found[verdict])} {view.say(VERDICT_WORDS[verdict])}" for verdict in Verdict if found[verdict]
    ]
    if not parts:
        return ""
    results = view.joined(parts)
    return view.say_n("Of {count} quote: {results}.", "Of {count} quotes: {results}.", found.total(), results=results)


KIND = Kind(name="home", subjects=lambda *_: [""], page=_page, path=lambda _: links.HOME)
