"""Published briefs to those that cite an article corrected since, and have not looked at it again."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.corrections import is_answered, reaches
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, error
from dateline.model.article import Article
from dateline.model.brief import Brief

FAULT = error("D709", "unanswered-correction")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    for brief in corpus.briefs.values():
        cited = dict.fromkeys(item.article for claim in brief.claims for item in claim.evidence)
        for ref in cited if brief.state == "published" else ():
            article = corpus.articles[ref]
            if article.status == "corrected" and article.status_on and not _is_looked_at(brief, article):
                message = f"{ref} was corrected on {article.status_on}, and the brief has not been touched since"
                entry = f"an entry dated {article.status_on} or later"
                remedy = f"read it again, then set “updated:”, or add {entry} to “corrections:”"
                yield FAULT.at(brief.at.to("corrections"), message, remedy)


def _is_looked_at(brief: Brief, article: Article) -> bool:
    dates = (day for day in (brief.published, brief.updated) if day is not None)
    entries = (*brief.corrections, *(entry for claim in brief.claims for entry in claim.corrections))
    return is_answered(article, entries) or any(reaches(day, article.status_on) for day in dates)


RULE = Rule(fault=FAULT, find=_find)
