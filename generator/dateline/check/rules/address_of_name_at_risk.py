"""Ids, which become addresses, to the names of people at risk in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, error
from dateline.model.corpus import Corpus
from dateline.model.discreet import at_risk
from dateline.model.names_at_risk import pattern_of

FAULT = error("D807", "address-of-name-at-risk")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    hidden = at_risk(corpus)
    written = pattern_of(corpus.actors[id_] for id_ in hidden)
    names = re.compile(written.pattern, re.IGNORECASE) if written else None
    for at, what, id_ in _ids(corpus) if names else ():
        assert names, "or no id is looked at"
        if names.search(id_):
            message = f"{what} “{id_}” holds a name of somebody at risk, and becomes part of an address"
            yield FAULT.at(at, message, "rename it, and do not list it under “formerly:”")


def _ids(corpus: Corpus) -> Iterator[tuple[At, str, str]]:
    """Every id that is printed, with what it is of; those of the people themselves are not."""
    hidden = at_risk(corpus)
    kinds: dict[str, Mapping[str, Any]] = {
        "brief": corpus.briefs, "source": corpus.sources, "topic": corpus.topics, "actor": corpus.actors,
    }  # fmt: skip
    for kind, shelf in kinds.items():
        for record in shelf.values():
            for id_ in (record.id, *record.formerly) if record.id not in hidden else ():
                yield record.at, f"the {kind}'s id", id_
    for question in corpus.questions.values():
        yield question.at, "the question's id", question.id
    for article in corpus.articles.values():
        for name in (article.name, *article.formerly):
            yield article.at, "the article's name", name
    for claim in corpus.claims.values():
        yield claim.at, "the claim's id", claim.id
    for event in corpus.events.values():
        yield event.at, "the date's id", event.id


RULE = Rule(fault=FAULT, find=_find)
