"""A brief to its sourcing statement: numbers, each a count over what the exports say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.words.catalogue import to_count, to_say
from dateline.pages.counted import CLAIMS, ORIGINS
from dateline.pages.escape import Safe
from dateline.pages.page import Row
from dateline.pages.parts.evidence import VERDICT_WORDS
from dateline.pages.parts.support import SUPPORT_WORDS
from dateline.pages.view import View
from dateline.relate.grades import grade_on
from dateline.relate.support import Support, groups_of
from dateline.relate.verdicts import EvidenceKey

NOT_ASSESSED = "not assessed"


def sourcing_row(view: View, brief: Brief) -> Row:
    """The counts under `sourcing` in `data/briefs.json`; articles are those that the brief's claims cite.

    What its publisher took back counts for nothing but the number of what was taken back (evidence.md, section 5).
    """
    relations = view.relations
    cited = dict.fromkeys(item.article for claim in brief.claims for item in claim.evidence)
    articles = _standing(view, brief)
    sources = dict.fromkeys(article.source for article in articles if article.source)
    groups = groups_of(relations.origins.groups(cited), {article.ref for article in articles})
    keys = [EvidenceKey(claim.ref, position) for claim in brief.claims for position in range(len(claim.evidence))]
    withdrawn = {EvidenceKey(claim.ref, at) for claim in brief.claims for at in relations.sourcing[claim.ref].withdrawn}
    return {
        "articles": len(articles),
        "sources": len(sources),
        "origins": len(groups),
        "origin_groups": [
            {"name": group.name, "articles": list(group.articles), "attested": group.attested} for group in groups
        ],
        "claims": len(brief.claims),
        "quotes": _counts(str(relations.verdicts[key].verdict) for key in keys if key not in withdrawn),
        "withdrawn_articles": len(cited) - len(articles),
        "withdrawn_quotes": len(withdrawn),
        "support": _counts(str(relations.sourcing[claim.ref].support) for claim in brief.claims),
        "kinds": _counts(view.corpus.sources[id_].kind for id_ in sources),
        "languages": _counts(article.language for article in articles if article.language),
        "grades": _counts(_grade(view, article) for article in articles),
        "earliest": _day(articles, first=True),
        "latest": _day(articles, first=False),
    }


def _standing(view: View, brief: Brief) -> list[Article]:
    """The articles that a brief's claims cite and that their publishers stand by."""
    cited = dict.fromkeys(item.article for claim in brief.claims for item in claim.evidence)
    return [article for ref in cited if (article := view.corpus.articles[ref]).standing]


def _counts(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _grade(view: View, article: Article) -> str:
    grade = grade_on(view.corpus.sources[article.source], article.published) if article.source else None
    return grade.grade if grade else NOT_ASSESSED


def _day(articles: Iterable[Article], *, first: bool) -> str | None:
    days = [
        article.published.earliest if first else article.published.latest for article in articles if article.published
    ]
    known = [day for day in days if day is not None]
    if not known:
        return None
    return str(min(known) if first else max(known))


def sourcing_part(view: View, brief: Brief, row: Row) -> dict[str, Any]:
    """What `parts/sourcing.md.j2` needs; `row` is the brief's `sourcing_row`."""
    return {
        "sentences": _sentences(view, brief, row),
        "alone": _from_one_origin(view, brief),
        "unanswered": _unanswered(view, brief),
    }


def _sentences(view: View, brief: Brief, row: Row) -> list[str]:
    """The statement; every number in it is in the row."""
    taken_back = _taken_back(view, row)
    if not row["articles"] and not taken_back:
        return [view.say("No claim of this brief names an article.")] if brief.claims else []
    quotes = {str(key): words for key, words in VERDICT_WORDS.items()}
    support = {str(key): words for key, words in SUPPORT_WORDS.items()}
    listed = (
        (to_say("Kinds of source: {counts}."), _counted(view, row["kinds"])),
        (to_say("Languages of the originals: {counts}."), _counted(view, row["languages"])),
        (to_say("Reliability on the day of the article: {counts}."), _counted(view, row["grades"])),
        (to_say("Quotes: {counts}."), _counted(view, row["quotes"], quotes)),
        (to_say("Support of the claims: {counts}."), _counted(view, row["support"], support)),
    )
    said = [view.say(message, counts=counts) for message, counts in listed if counts]
    return [_amounts(view, row), *_span(view, brief), *taken_back, *said]


def _taken_back(view: View, row: Row) -> list[str]:
    """What is not in the other numbers."""
    if not row["withdrawn_articles"]:
        return []
    articles = view.say_n("{count} article", "{count} articles", row["withdrawn_articles"])
    one, many = to_count(
        "Not counted, as their publishers took them back: {articles} with {count} piece of evidence.",
        "Not counted, as their publishers took them back: {articles} with {count} pieces of evidence.",
    )
    return [view.say_n(one, many, row["withdrawn_quotes"], articles=articles)]


def _span(view: View, brief: Brief) -> list[str]:
    """The dates of the first and the last article, as exactly as they are known."""
    dates = [article.published for article in _standing(view, brief) if article.published]
    if not dates:
        return []
    first, last = min(dates, key=lambda when: when.key), max(dates, key=lambda when: when.key)
    if first == last:
        return [view.say("The articles are dated {day}.", day=view.words(first))]
    message = to_say("The first article is dated {first}, the last {last}.")
    return [view.say(message, first=view.words(first), last=view.words(last))]


def _amounts(view: View, row: Row) -> str:
    parts = [
        view.say_n(*CLAIMS, row["claims"]),
        view.say_n("on {count} article", "on {count} articles", row["articles"]),
    ]
    if row["sources"]:
        parts.append(view.say_n("by {count} source", "by {count} sources", row["sources"]))
    return view.joined([" ".join(parts), view.say_n(*ORIGINS, row["origins"])]) + "."


def _counted(view: View, counts: Mapping[str, int], words: Mapping[str, str] | None = None) -> str:
    """Each value with how often it is there."""
    said = {key: view.say(words[key]) if words else view.term(key) for key in counts}
    return view.joined(f"{said[key]} {view.number(count)}" for key, count in counts.items())


def _from_one_origin(view: View, brief: Brief) -> Safe:
    """The claims that rest on one origin alone."""
    sourcing = view.relations.sourcing
    alone = [claim.ref for claim in brief.claims if sourcing[claim.ref].support is Support.SINGLE_ORIGIN]
    return view.listing([view.claim(ref) for ref in alone])


def _unanswered(view: View, brief: Brief) -> list[Any]:
    """Questions about this brief that nobody answers."""
    asked = view.relations.backlinks.questions_about.get(brief.id, ())
    return [view.question(id_) for id_ in asked if not view.relations.contests[id_].answers]
