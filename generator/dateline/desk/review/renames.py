"""Two corpora to the things that are in both, by their ids before and after."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from dateline.desk.review.pairing import Likeness, paired
from dateline.desk.review.wording import one_line, unwrapped
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.model.event import Event

E = TypeVar("E", Claim, Event)
Ids = Mapping[str, str]
"""Ids before to ids after."""


@dataclass(frozen=True, kw_only=True)
class Same:
    """What is in both states, by kind; each mapping leads from an id before to the id after."""

    brief: Ids
    article: Ids
    """By `slug/name`."""
    claim: Ids
    """By `slug#id`."""
    event: Ids
    """By `slug#id`."""
    actor: Ids
    source: Ids
    topic: Ids
    question: Ids

    def after(self, kind: str, id_: str) -> str:
        """What a reference of the state before is called in the state after; itself where nothing was renamed."""
        if kind == "subject":
            return self.renamed.get(id_, id_)
        if kind == "article or source":
            return self.article.get(id_) or self.source.get(id_, id_)
        ids: Ids = getattr(self, kind)
        return ids.get(id_, id_)

    @cached_property
    def renamed(self) -> Ids:
        """Whatever a `[[link]]` or `about:` may name and that is called otherwise now."""
        kinds = (self.source, self.claim, self.brief, self.topic, self.actor)
        return {old: new for ids in kinds for old, new in ids.items() if old != new}


class _Known(NamedTuple):
    """A record as it is looked for among those of the other state."""

    id: str
    home: str
    """Its id, as far as what it stands in has been renamed."""
    formerly: tuple[str, ...]
    """Ids it had before, in the same way."""
    record: Any


def same(before: Corpus, after: Corpus) -> Same:
    """The things that two corpora share: by id, else by `formerly`, else by being alike in every other way."""
    briefs = _matched(_shelf(before.briefs), _shelf(after.briefs), _brief_likeness)
    claims, events = dict[str, str](), dict[str, str]()
    for old, new in briefs.items():
        claims |= _claims(before.briefs[old].claims, after.briefs[new].claims)
        events |= _events(before.briefs[old].dates, after.briefs[new].dates)
    return Same(
        brief=briefs,
        article=_matched(_articles(before, briefs), _articles(after, {}), _text),
        claim=claims,
        event=events,
        actor=_matched(_shelf(before.actors), _shelf(after.actors), _name),
        source=_matched(_shelf(before.sources), _shelf(after.sources), _name),
        topic=_matched(_shelf(before.topics), _shelf(after.topics), lambda topic: topic.name),
        question=_matched(_shelf(before.questions), _shelf(after.questions), lambda question: question.asks),
    )


def _shelf(records: Mapping[str, Any]) -> list[_Known]:
    return [_Known(id_, id_, record.formerly, record) for id_, record in records.items()]


def _articles(corpus: Corpus, briefs: Ids) -> list[_Known]:
    known = []
    for ref, article in corpus.articles.items():
        slug = briefs.get(article.brief, article.brief)
        known.append(_Known(ref, f"{slug}/{article.name}", tuple(f"{slug}/{old}" for old in article.formerly), article))
    return known


def _matched(before: Sequence[_Known], after: Sequence[_Known], likeness: Callable[[Any], Hashable]) -> Ids:
    there = {known.home for known in after}
    found = {known.id: known.home for known in before if known.home in there}
    taken = set(found.values())
    gone = [known for known in before if known.id not in found]
    new = [known for known in after if known.home not in taken]
    for one, other in _declared(gone, new):
        found[one.id] = other.id
        gone.remove(one)
        new.remove(other)
    both = paired(gone, new, [lambda known: likeness(known.record)]).both
    return found | {gone[one].id: new[other].id for one, other in both}


def _declared(gone: Iterable[_Known], new: Iterable[_Known]) -> list[tuple[_Known, _Known]]:
    """Renames that `formerly:` tells, read from either end, so that taking one back is one too."""
    heirs = {old: known for known in new for old in known.formerly}
    by_home = {known.home: known for known in new}
    found: dict[str, tuple[_Known, _Known]] = {}
    for known in gone:
        ancestors = (by_home[old] for old in known.formerly if old in by_home)
        other = heirs.get(known.home) or next(ancestors, None)
        if other:
            found.setdefault(other.id, (known, other))
    return list(found.values())


def _brief_likeness(brief: Brief) -> Hashable:
    claims = tuple(sorted(one_line(claim.says) for claim in brief.claims))
    return (brief.title, unwrapped(brief.summary or ""), unwrapped(brief.body or ""), claims)


def _name(record: Any) -> Hashable:
    return (record.name, record.kind)


def _text(article: Article) -> Hashable:
    body = unwrapped(article.body)
    return (article.title, body) if body else None


def _claims(before: Sequence[Claim], after: Sequence[Claim]) -> Ids:
    """Claims by the id an editor gave, else by their words, else by what they quote, else by being nearly alike."""
    keys: tuple[Likeness[Claim], ...] = (
        lambda claim: (claim.id, one_line(claim.says)) if claim.numbered else None,
        lambda claim: None if claim.numbered else claim.id,
        lambda claim: one_line(claim.says),
        lambda claim: tuple(one_line(item.quote) for item in claim.evidence if item.quote) or None,
    )
    return _entries(before, after, keys, lambda claim: claim.says)


def _events(before: Sequence[Event], after: Sequence[Event]) -> Ids:
    """Dates by the id an editor gave, else by what and when, else by what, else by place and when, else by words."""
    keys: tuple[Likeness[Event], ...] = (
        lambda event: None if _by_place(event) else event.id,
        lambda event: (str(event.when), one_line(event.what)),
        lambda event: one_line(event.what),
        lambda event: (event.id, str(event.when)),
    )
    return _entries(before, after, keys, lambda event: event.what)


def _entries(before: Sequence[E], after: Sequence[E], keys: Iterable[Likeness[E]], words: Callable[[E], str]) -> Ids:
    """Entries of one brief: those that say what they were called before, then by what they have in common."""
    old, new = ([_Known(entry.ref, entry.id, entry.formerly, entry) for entry in side] for side in (before, after))
    there, was = {known.home for known in new}, {known.home for known in old}
    declared = _declared([known for known in old if known.home not in there],
                         [known for known in new if known.home not in was])  # fmt: skip
    found = {one.id: other.id for one, other in declared}
    taken = set(found.values())
    gone = [entry for entry in before if entry.ref not in found]
    come = [entry for entry in after if entry.ref not in taken]
    pairs = paired(gone, come, keys, words)
    return found | {gone[one].ref: come[other].ref for one, other in pairs.both}


def _by_place(event: Event) -> bool:
    """Whether an id looks like those given by place in the file."""
    return event.id[:1] == "d" and event.id[1:].isdigit()
