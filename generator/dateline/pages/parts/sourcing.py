"""A brief to its sourcing statement: numbers, each a count over what the exports say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.pages.page import Row
from dateline.pages.view import View, choice
from dateline.relate.grades import grade_on
from dateline.relate.verdicts import EvidenceKey

NOT_ASSESSED = "not assessed"


def sourcing_row(view: View, brief: Brief) -> Row:
    """The counts under `sourcing` in `data/briefs.json`; articles are those that the brief's claims cite."""
    relations = view.relations
    cited = dict.fromkeys(item.article for claim in brief.claims for item in claim.evidence)
    articles = [view.corpus.articles[ref] for ref in cited]
    sources = dict.fromkeys(article.source for article in articles if article.source)
    keys = [EvidenceKey(claim.ref, position) for claim in brief.claims for position in range(len(claim.evidence))]
    return {
        "articles": len(articles),
        "sources": len(sources),
        "origins": len(relations.origins.groups(cited)),
        "claims": len(brief.claims),
        "quotes": _counts(str(relations.verdicts[key].verdict) for key in keys),
        "support": _counts(str(relations.sourcing[claim.ref].support) for claim in brief.claims),
        "kinds": _counts(view.corpus.sources[id_].kind for id_ in sources),
        "languages": _counts(article.language for article in articles if article.language),
        "grades": _counts(_grade(view, article) for article in articles),
        "earliest": _day(articles, first=True),
        "latest": _day(articles, first=False),
    }


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


def sourcing_part(view: View, brief: Brief) -> list[str]:
    """The statement's sentences; every number in them is in the row."""
    row = sourcing_row(view, brief)
    if not row["articles"]:
        return ["No claim of this brief names an article."] if brief.claims else []
    sentences = [
        _amounts(row),
        f"Kinds of source: {_listed(row['kinds'])}." if row["kinds"] else "",
        f"Languages of the articles: {_listed(row['languages'])}." if row["languages"] else "",
        f"Published between {row['earliest']} and {row['latest']}." if row["earliest"] and row["latest"] else "",
        f"Reliability on the day of the article: {_listed(row['grades'])}.",
        f"Quotes: {_listed(row['quotes'])}.",
        f"Support of the claims: {_listed(row['support'])}.",
    ]
    return [sentence for sentence in sentences if sentence]


def _amounts(row: Row) -> str:
    claims, articles = choice(row["claims"], "claim", "claims"), choice(row["articles"], "article", "articles")
    sources, origins = choice(row["sources"], "source", "sources"), choice(row["origins"], "origin", "origins")
    return f"{claims} on {articles} by {sources}, {origins}."


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{words} {count}" for words, count in counts.items())


def unanswered(view: View, brief: Brief) -> list[Any]:
    """Questions about this brief that nobody answers."""
    return [
        view.question(id_)
        for id_, question in view.corpus.questions.items()
        if brief.id in question.about and not view.relations.contests[id_].answers
    ]
