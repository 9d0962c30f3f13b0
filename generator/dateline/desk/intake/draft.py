"""Proposals to the text of a draft `brief.yaml`, with comments on what an editor must decide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dateline.desk.intake.found import FoundTime
from dateline.desk.intake.proposals import ClaimProposal, Proposals
from dateline.desk.intake.scalars import scalar

WIDTH = 110


def draft_brief(title: str, article: str, proposals: Proposals, origin: str) -> str:
    """The draft of a brief on one article; `origin` says what it was made from."""
    return (
        "\n".join([*_head(title, origin), *_actors(proposals), *_dates(proposals), *_claims(article, proposals)]) + "\n"
    )


def _head(title: str, origin: str) -> Iterator[str]:
    yield f"# A draft made from {_comment(origin)}. Read it, decide, and set “state: published” when it is right."
    yield f"title: {scalar(title)}"
    yield "state: draft"
    yield "# summary: The bottom line, in two or three sentences."
    yield "# topics: []"


def _actors(proposals: Proposals) -> Iterator[str]:
    if proposals.actors:
        yield "actors:                # known to this desk and named in the text"
        yield from (f"  - {actor}" for actor in proposals.actors)
    if proposals.unknown:
        yield "# Not known to this desk; write a file for those that matter (dateline new actor ID):"
        yield from (f"#   {_comment(name)}" for name in proposals.unknown)


def _dates(proposals: Proposals) -> Iterator[str]:
    if proposals.times:
        yield "# dates:               # times found in the text, to be decided by you"
        for time in proposals.times:
            yield from _time(time)


def _time(time: FoundTime) -> Iterator[str]:
    when = f"{time.proposal}   # proposed for “{_comment(time.text)}”" if time.proposal else "…"
    yield f"#   - when: {when}"
    yield from _wrapped(f"“{time.text}” in: {time.sentence}", "#     # ")
    yield from _wrapped(time.hint, "#     # ")


def _claims(article: str, proposals: Proposals) -> Iterator[str]:
    if proposals.claims:
        yield "claims:                # proposed; put each into your own words, and delete what you do not need"
        for number, claim in enumerate(proposals.claims, start=1):
            yield from _claim(f"proposed-{number}", article, claim)


def _claim(id_: str, article: str, claim: ClaimProposal) -> Iterator[str]:
    yield f"  - id: {id_}"
    yield "    state: draft"
    yield f"    kind: {claim.kind}"
    yield f"    says: {scalar(claim.says)}"
    if claim.by:
        yield f"    by: {claim.by}"
    yield "    evidence:"
    yield f"      - article: {scalar(article)}"
    yield f"        quote: {scalar(claim.quote)}"


def _wrapped(words: str, prefix: str) -> Iterator[str]:
    yield from textwrap.wrap(_comment(words), WIDTH, initial_indent=prefix, subsequent_indent=prefix)


def _comment(words: str) -> str:
    """Words that cannot leave their comment."""
    return " ".join(words.split())
