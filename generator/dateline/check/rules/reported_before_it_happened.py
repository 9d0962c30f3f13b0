"""Events to those that happened after every article they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.publication import is_after, last_publication
from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.model.event import Event

FAULT = warning("D305", "reported-before-it-happened")
HAPPENED = frozenset({"reported", "confirmed"})


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for event in inquiry.corpus.events.values():
        if event.status not in HAPPENED:
            continue
        day = last_publication(_articles(event, inquiry.corpus))
        if day is not None and is_after(event.when, day):
            message = f"it is {event.status} for {event.when}, and the last article it rests on is of {day}"
            remedy = "write “status: planned” if it was only announced, or correct the date"
            yield FAULT.at(event.at.to("when"), message, remedy)


def _articles(event: Event, corpus: Corpus) -> Iterator[Article]:
    for ref in event.claims:
        for evidence in corpus.claims[ref].evidence:
            yield corpus.articles[evidence.article]


RULE = Rule(fault=FAULT, find=_find)
