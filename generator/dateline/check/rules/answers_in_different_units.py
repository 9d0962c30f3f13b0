"""Answers to one question to the figures that count in another unit than the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, hint
from dateline.model.corpus import Corpus

FAULT = hint("D518", "answers-in-different-units")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    for id_, contest in inquiry.relations.contests.items():
        units = {ref: unit for ref in contest.answers if (unit := _unit(corpus, ref, id_))}
        usual = corpus.questions[id_].unit or next(iter(units.values()), "")
        for ref, unit in units.items():
            if unit != usual and not _is_tied(corpus, ref, contest.answers):
                message = f"this answer is in “{unit}” and others to “{id_}” are in “{usual}”, so they are not compared"
                yield FAULT.at(
                    corpus.claims[ref].at.to("value"), message, "give it in the same unit, or ask two questions"
                )


def _is_tied(corpus: Corpus, ref: str, answers: Iterable[str]) -> bool:
    """Whether a link says how this answer and another one go together."""
    ties = {(other, link.to) for other in answers for link in corpus.claims[other].links}
    return any((ref, other) in ties or (other, ref) in ties for other in answers)


def _unit(corpus: Corpus, ref: str, question: str) -> str:
    value = corpus.claims[ref].value
    return (value.unit or corpus.questions[question].unit or "") if value else ""


RULE = Rule(fault=FAULT, find=_find)
