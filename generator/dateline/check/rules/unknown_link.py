"""Links in a brief's prose to those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.check.left_out import left_out
from dateline.check.rule import Inquiry, Rule
from dateline.findings import At, Finding, error
from dateline.model.corpus import Corpus
from dateline.model.nearest import did_you_mean
from dateline.relate.backlinks import Written

FAULT = error("D215", "unknown-link")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    corpus = inquiry.corpus
    known = {*corpus.briefs, *corpus.actors, *corpus.topics, *corpus.sources, *corpus.claims}
    former, absent = _former(corpus), left_out(corpus)
    for target, places in inquiry.relations.backlinks.written.items():
        if target in known or absent.may_hold(target):
            continue
        for written in dict.fromkeys(place._replace(sentence="") for place in places):
            if not _is_proposed(written, corpus):
                yield FAULT.at(_place(written, corpus), *_trouble(target, written, corpus, known, former))


def _trouble(
    target: str, written: Written, corpus: Corpus, known: set[str], former: Mapping[str, str]
) -> tuple[str, str]:
    """What is wrong with a target and what to do."""
    if target in former:
        return f"“{target}” is called “{former[target]}” today", f"write [[{former[target]}]]"
    full = f"{written.brief}#{target.removeprefix('#')}"
    if full in corpus.claims:
        return f"[[{target}]] does not say which brief the claim is in", f"write [[{full}]]"
    if target in corpus.questions or target in corpus.articles:
        what = "a question" if target in corpus.questions else "an article"
        return f"[[{target}]] is {what}, and text links none", "link to a claim that rests on it or answers it"
    return f"[[{target}]] is no brief, claim, actor, topic or source{did_you_mean(target, known)}", ""


def _former(corpus: Corpus) -> Mapping[str, str]:
    shelves = (corpus.sources, corpus.topics, corpus.actors, corpus.briefs)
    things = {old: record.id for shelf in shelves for record in shelf.values() for old in record.formerly}
    claims = {f"{claim.brief}#{old}": claim.ref for claim in corpus.claims.values() for old in claim.formerly}
    return things | claims


def _is_proposed(written: Written, corpus: Corpus) -> bool:
    """Whether a machine wrote it: a draft claim is an article's sentence, and brackets there link nothing."""
    return written.kind == "claim" and corpus.claims[f"{written.brief}#{written.key}"].state == "draft"


def _place(written: Written, corpus: Corpus) -> At:
    if written.kind == "claim":
        return corpus.claims[f"{written.brief}#{written.key}"].at.to("says")
    if written.kind == "date":
        return corpus.events[f"{written.brief}#{written.key}"].at.to("what")
    return corpus.briefs[written.brief].at.to(written.kind)


RULE = Rule(fault=FAULT, find=_find)
