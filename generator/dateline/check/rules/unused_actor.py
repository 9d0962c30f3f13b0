"""Actors to those that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, has_errors, hint

FAULT = hint("D218", "unused-actor")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    if has_errors(inquiry.corpus.findings):
        # What is left out for its errors may be what uses it.
        return
    named = _named(inquiry)
    for actor in inquiry.corpus.actors.values():
        if actor.id not in named and not actor.relations:
            message = f"no brief names “{actor.name}”"
            yield FAULT.at(actor.at, message, "name it where it belongs, add an alias it goes by, or delete the file")


def _named(inquiry: Inquiry) -> set[str]:
    corpus, back = inquiry.corpus, inquiry.relations.backlinks
    roles = (role.of for actor in corpus.actors.values() for role in actor.roles if role.of)
    questions = (subject for question in corpus.questions.values() for subject in question.about)
    by_brief = (back.briefs_by_actor, back.ties, back.written, inquiry.relations.mentions.by_actor)
    return {*roles, *questions, *(actor for index in by_brief for actor in index)}


RULE = Rule(fault=FAULT, find=_find)
