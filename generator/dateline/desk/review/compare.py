"""Two states of a desk to what differs between them in meaning."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.desk.review.change import Change
from dateline.desk.review.fields import changes
from dateline.desk.review.findings import findings_between
from dateline.desk.review.gaps import Gaps
from dateline.desk.review.outcome import Changed, Differences, Rests, Review, Weight
from dateline.desk.review.owed import owed
from dateline.desk.review.pages import pages_between
from dateline.desk.review.renames import Ids, Same, same
from dateline.desk.review.rows import Row, row_of, silent_articles, withheld
from dateline.desk.review.shelves import SHELVES, thing
from dateline.desk.review.state import State
from dateline.desk.review.stored import text_change
from dateline.desk.review.unread import unread
from dateline.model.when import When
from dateline.relate.relations import Relations


def compare(before: State, after: State, today: When | None = None) -> Review:
    """The review of two states."""
    shared = same(before.desk.corpus, after.desk.corpus)
    gaps = Gaps(before.desk), Gaps(after.desk)
    back = {new: old for old, new in shared.brief.items()}
    unread_before = unread(before.desk, after.desk, gaps[0], back)
    unread_after = unread(after.desk, before.desk, gaps[1], shared.brief)
    silent = {(item.kind, item.id) for item in (*unread_before, *unread_after)}
    unprinted = silent_articles(before.desk.corpus.articles, after.desk.corpus.articles, shared)
    comparison = _Comparison(before=before, after=after, same=shared, silent=silent, gaps=gaps, unprinted=unprinted)
    kinds = {kind: comparison.differences(kind) for kind in SHELVES}
    new_findings, gone_findings = findings_between(before.desk, after.desk, shared)
    return Review(
        before=before,
        after=after,
        kinds=kinds,
        settings=changes(_settings(before), _settings(after)),
        support=tuple(comparison.support(kinds["claims"])),
        new_findings=new_findings,
        gone_findings=gone_findings,
        pages=pages_between(before.desk, after.desk, today),
        owed=tuple(owed(before.desk.corpus, after.desk.corpus, shared, kinds["claims"])),
        unread_before=unread_before,
        unread_after=unread_after,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comparison:
    before: State
    after: State
    same: Same
    silent: Collection[tuple[str, str]]
    """Kinds and ids of what one state cannot read."""
    gaps: tuple[Gaps, Gaps]
    """What was left out of each state because of faults."""
    unprinted: Container[str]
    """Articles of which nobody may print a word, as they are called in the state after."""

    def differences(self, kind: str) -> Differences:
        """What became of the things of one kind."""
        shelf = SHELVES[kind]
        old, new = shelf.records(self.before.desk.corpus), shelf.records(self.after.desk.corpus)
        ids: Ids = getattr(self.same, shelf.word)
        kept = set(ids.values())
        pairs = sorted(ids.items(), key=lambda pair: (pair[1], pair[0]))
        return Differences(
            added=tuple(
                thing(kind, id_, new[id_]) for id_ in sorted(new) if id_ not in kept and (kind, id_) not in self.silent
            ),
            removed=tuple(
                thing(kind, id_, old[id_]) for id_ in sorted(old) if id_ not in ids and (kind, id_) not in self.silent
            ),
            changed=tuple(
                Changed(thing(kind, other, new[other]), one, found)
                for one, other in pairs
                if (found := tuple(self._changes(kind, one, other, old[one], new[other])))
            ),
        )

    def _changes(self, kind: str, one: str, other: str, old: Any, new: Any) -> Iterator[Change]:
        if self._renamed(kind, one) != other:
            yield Change(field="id", sort="renamed", before=one, after=other)
        if self._is_untouched(old, new) and kind != "questions":
            return
        unread = self.gaps[0].fields(old) | self.gaps[1].fields(new)
        before = self._row(kind, old, self.before.desk.relations, self.same)
        after = self._row(kind, new, self.after.desk.relations)
        yield from (change for change in changes(before, after, kind) if change.field not in unread)
        if kind == "articles" and (text := text_change(old, new)):
            yield text

    def _renamed(self, kind: str, id_: str) -> str:
        """What an id would be if only what it stands in had been renamed."""
        for sign in "#/":
            slug, found, rest = id_.partition(sign)
            if found and kind in {"claims", "dates", "articles"}:
                return f"{self.same.after('brief', slug)}{sign}{rest}"
        return id_

    def _is_untouched(self, old: Any, new: Any) -> bool:
        """Whether the file of a record is as it was, so that it says the same."""
        one = self.before.desk.corpus.documents.get(old.at.file)
        other = self.after.desk.corpus.documents.get(new.at.file)
        return one is not None and other is not None and old.at == new.at and one.text == other.text

    def _row(self, kind: str, record: Any, relations: Relations, same: Same | None = None) -> Row:
        row = row_of(record, same)
        if kind == "claims" and row["evidence"]:
            row = withheld(row, self.unprinted)
        if kind == "questions":
            row |= self._answers(record.id, relations, same)
        return row

    def _answers(self, question: str, relations: Relations, same: Same | None) -> Row:
        """What answers a question, each answer as readers compare it."""
        state = self.before if same else self.after
        contest = relations.contests[question]
        rows = []
        for ref in contest.answers:
            row = row_of(state.desk.corpus.claims[ref], same)
            shown = {key: row[key] for key in ("value", "by", "said", "status") if row.get(key)}
            rows.append({"claim": same.after("claim", ref) if same else ref, **shown})
        return {"answers": rows, "compatible": contest.compatible}

    def support(self, claims: Differences) -> Iterator[Rests]:
        """Claims that rest on something else than they did, and what those that came or went rest on."""
        old, new = self.before.desk.relations.sourcing, self.after.desk.relations.sourcing
        found = [Rests(item, None, _weight(new, item.id)) for item in claims.added]
        found += [Rests(item, _weight(old, item.id), None) for item in claims.removed]
        for one, other in self.same.claim.items():
            before, after = _weight(old, one), _weight(new, other)
            if before != after:
                claim = self.after.desk.corpus.claims[other]
                found.append(Rests(thing("claims", other, claim), before, after))
        yield from sorted(found, key=lambda rests: (rests.claim.id, rests.before is None))


def _settings(state: State) -> Row:
    return state.desk.corpus.settings.model_dump(mode="json")


def _weight(sourcing: Mapping[str, Any], ref: str) -> Weight:
    return Weight(str(sourcing[ref].support), len(sourcing[ref].supporting))
