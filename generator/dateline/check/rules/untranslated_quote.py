"""Evidence to the quotes in a language that the desk's readers may not read."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import evidence_of
from dateline.findings import Finding, hint
from dateline.model.article import Article

FAULT = hint("D414", "untranslated-quote")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    known = {_tongue(language) for language in inquiry.corpus.settings.languages}
    for claim in inquiry.corpus.claims.values():
        for position, evidence in enumerate(claim.evidence):
            article = inquiry.corpus.articles[evidence.article]
            if evidence.quote and not evidence.translation and _needs_one(article, known):
                message = (
                    f"{evidence_of(claim, position)}: the quote is in “{article.language}”, and nothing translates it"
                )
                yield FAULT.at(evidence.at.to("quote"), message, "add “translation:” in the language of the desk")


def _needs_one(article: Article, known: set[str]) -> bool:
    """Whether a passage of it is printed in a language the desk does not write; our own summaries are in ours."""
    foreign = bool(article.language) and _tongue(article.language or "") not in known
    return foreign and article.text != "summary" and article.rights != "link"


def _tongue(language: str) -> str:
    return language.partition("-")[0].lower()


RULE = Rule(fault=FAULT, find=_find)
