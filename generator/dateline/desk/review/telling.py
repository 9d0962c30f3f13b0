"""A review to its story: what needs an answer first, then brief by brief, then the rest of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.desk.review.answers import to_answer
from dateline.desk.review.outcome import PageChange, Review
from dateline.desk.review.phrases import told
from dateline.desk.review.state import State
from dateline.desk.review.story import Item, Line, Section, Span, Story, code, line, quiet
from dateline.desk.review.summary import OF_A_BRIEF, home, summary
from dateline.desk.review.things import came, changed_item, named, rests_item, went
from dateline.findings import Finding, Place, Severity
from dateline.pages.links import url_of

OF_THE_DESK: Final = ("actors", "sources", "topics", "questions")
FOLDED_FROM: Final = 12
"""Pages or findings from which on their list is folded."""


def story_of(review: Review) -> Story:
    """Everything that a review says."""
    sections = (
        to_answer(review),
        *_briefs(review),
        *(_desk(review, kind) for kind in OF_THE_DESK),
        Section(title=line("Settings"), items=tuple(map(told, review.settings))),
        _findings("New hints", [found for found in review.new_findings if found.severity is Severity.HINT]),
        _findings("Findings that are gone", review.gone_findings),
        _pages(review.pages),
    )
    return Story(
        summary=summary(review),
        compared=line("Compared: ", *_state(review.before), " with ", *_state(review.after), "."),
        sections=tuple(section for section in sections if section.items),
    )


def _state(state: State) -> Line:
    if state.commit is None:
        return (Span(state.name),)
    return line(code(state.name), " (", code(state.commit.short), f", {state.commit.day})")


# Brief by brief.


def _briefs(review: Review) -> Iterator[Section]:
    for slug in _slugs(review):
        yield Section(title=_title(review, slug), items=tuple(_of_brief(review, slug)))


def _slugs(review: Review) -> list[str]:
    """Every brief, as it is called now, in which something changed."""
    found = {thing.id for thing in (*review.kinds["briefs"].added, *review.kinds["briefs"].removed)}
    found |= {changed.thing.id for changed in review.kinds["briefs"].changed}
    for kind in OF_A_BRIEF:
        differences = review.kinds[kind]
        things = (*differences.added, *(changed.thing for changed in differences.changed))
        found |= {home(thing.id) for thing in things}
        found |= {_now(review, home(thing.id)) for thing in differences.removed}
    return sorted(found | {home(rests.claim.id) for rests in review.moved})


def _now(review: Review, slug: str) -> str:
    was = {changed.was: changed.thing.id for changed in review.kinds["briefs"].changed}
    return was.get(slug, slug)


def _title(review: Review, slug: str) -> Line:
    new = review.after.desk.corpus.briefs.get(slug)
    old = review.before.desk.corpus.briefs.get(_before(review, slug))
    brief = new or old
    assert brief is not None, "it is in one of them"
    word = "" if new and old else "New brief: " if new else "Brief removed: "
    draft = " (draft, not on the site)" if brief.unpublished else ""
    return line(word, f"{brief.title} ", code(slug), draft)


def _before(review: Review, slug: str) -> str:
    return next((changed.was for changed in review.kinds["briefs"].changed if changed.thing.id == slug), slug)


def _of_brief(review: Review, slug: str) -> Iterator[Item]:
    for changed in review.kinds["briefs"].changed:
        if changed.thing.id == slug:
            yield from changed_item("briefs", changed, review).below
    shaken = {rests.claim.id: rests for rests in review.moved if home(rests.claim.id) == slug}
    for kind in OF_A_BRIEF:
        found = review.kinds[kind]
        yield from (came(kind, thing, review) for thing in found.added if home(thing.id) == slug)
        yield from (went(kind, thing) for thing in found.removed if _now(review, home(thing.id)) == slug)
        for changed in found.changed:
            if home(changed.thing.id) == slug:
                yield changed_item(kind, changed, review, shaken.pop(changed.thing.id, None))
    yield from (Item(named("claims", rests.claim), (rests_item(rests),)) for rests in shaken.values())


# The rest of the desk.


def _desk(review: Review, kind: str) -> Section:
    found = review.kinds[kind]
    items = [came(kind, thing, review) for thing in found.added]
    items += [went(kind, thing) for thing in found.removed]
    items += [changed_item(kind, changed, review) for changed in found.changed]
    return Section(title=line(kind.capitalize()), items=tuple(items))


def _findings(title: str, findings: Iterable[Finding]) -> Section:
    items = tuple(_plain_finding(finding) for finding in findings)
    return Section(title=line(title), items=items, folded=len(items) > FOLDED_FROM)


def _plain_finding(finding: Finding) -> Item:
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    name = f"{finding.severity} {finding.fault.code} {finding.fault.name}: {finding.message} "
    return Item(line(name, quiet(f"{place.file}:{place.line}")))


def _pages(pages: tuple[PageChange, ...]) -> Section:
    items = tuple(
        Item(line(code(url_of(page.path) or "/"), f" {page.title}", *_page_note(page.change))) for page in pages
    )
    return Section(title=line("Pages that change"), items=items, folded=len(items) > FOLDED_FROM)


def _page_note(change: str) -> Line:
    return () if change == "changed" else (Span(f" ({change})", "strong"),)
