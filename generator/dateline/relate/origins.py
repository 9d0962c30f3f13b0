"""Articles of one claim to the origins they share, each grouping with its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.read.kept import NO_LORE, Kept, Lore
from dateline.relate.remembered import texts_of
from dateline.relate.sourcing.agencies import credits_of
from dateline.relate.sourcing.grouping import Group, grouped
from dateline.relate.sourcing.marks import Marks, marks_of
from dateline.relate.sourcing.owners import owners_of
from dateline.relate.sourcing.reasons import Reason
from dateline.relate.sourcing.texts import Texts
from dateline.relate.sourcing.ties import declarations, presumptions
from dateline.relate.states import are_same

__all__ = ["OriginGroup", "Origins", "Reason", "origins"]

OWN_REPORTING: Final = "own reporting"


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginGroup:
    """Articles that count as one origin."""

    articles: tuple[str, ...]
    """`slug/name`, sorted."""
    why: tuple[Reason, ...]
    """What joins them, the strongest first; empty for one alone."""
    attested: bool
    """Whether an editor says of one that its origin is its own, and nothing read from the articles says otherwise."""
    name: str
    """What to call it: the agency, else `own reporting` if attested, else the publisher, else a headline."""
    set_aside: tuple[Reason, ...] = ()
    """What would join one of them to another article, had an editor not given a reason why its origin is its own."""


class Origins:
    """The origins of any set of articles; what it learns of an article or a pair it works out once."""

    def __init__(self, corpus: Corpus, texts: Texts, known: Mapping[str, Marks], kept: Kept | None = None) -> None:
        self._corpus = corpus
        self._kept = kept
        self._texts = texts
        self._owners = owners_of(corpus.sources)
        self._marks = dict(known)
        self._shared: frozenset[str] = frozenset()

    def within(self, part: Corpus) -> Origins:
        """The origins of a part of the corpus: what is known of its articles that derive from nothing outside it."""
        return self._handed_on(part, self._texts.within(part))

    def beside(self, other: Corpus) -> Origins:
        """The origins of another state of the corpus: what is known of articles that both have, and of their pairs."""
        return self._handed_on(other, self._texts.beside(other))

    def are_known(self, articles: Iterable[str]) -> bool:
        """Whether the origins among these articles are surely those that they have where these were handed on from."""
        return self._shared.issuperset(articles)

    def _handed_on(self, other: Corpus, texts: Texts) -> Origins:
        """What is known of an article is so elsewhere if it, all it derives from, and all sources are the same."""
        there, mine = other.articles, self._corpus.articles
        is_same = are_same(other.sources, self._corpus.sources)
        known = {
            ref: mark
            for ref, mark in self._marks.items()
            if is_same and all(there.get(each) is mine.get(each) for each in (ref, *mark.ancestors))
        }
        found = Origins(other, texts, known)
        counts_alike = other.settings.same_text == self._corpus.settings.same_text
        if counts_alike and texts.boilerplate == self._texts.boilerplate:
            found._shared = frozenset(known)
        return found

    def groups(self, articles: Iterable[str]) -> tuple[OriginGroup, ...]:
        """The origins among these articles (`slug/name`) alone, by their first article; KeyError for an unknown one."""
        refs = sorted(set(articles))
        marks = [self._marks_of(ref) for ref in refs]
        shares = self._texts.shares(refs) if len(refs) > 1 else {}
        same_text = self._corpus.settings.same_text
        presumed = list(presumptions(_not_separate(marks), shares, same_text))
        groups = grouped(refs, (*declarations(marks), *presumed))
        aside = _set_aside(presumptions(marks, shares, same_text), groups, marks) if _has_separate(marks) else {}
        return tuple(self._origin(group, presumed, aside) for group in groups)

    def known_of(self, ref: str) -> tuple[Marks, Sequence[str]]:
        """All that the groups of an article depend on beside the article itself."""
        return self._marks_of(ref), self._texts.set_aside_in(ref)

    def _marks_of(self, ref: str) -> Marks:
        if ref not in self._marks:
            article = self._corpus.articles[ref]
            self._marks[ref] = marks_of(article, self._corpus, self._owners, self._credits_of(article))
        return self._marks[ref]

    def _credits_of(self, article: Article) -> tuple[str, ...]:
        if self._kept is None:
            return credits_of(article)
        key = self._corpus.key_of(article.at.file)
        known = self._kept.known(article.ref, key, texts_of)
        if known is None:
            known = credits_of(article)
            self._kept.keep(article.ref, key, known)
        return known

    def close(self) -> None:
        """All claims have been asked for: keep what was read from their articles."""
        self._texts.close()
        if self._kept:
            self._kept.close(self._marks)

    def _origin(self, group: Group, presumed: Sequence[Reason], aside: Mapping[str, list[Reason]]) -> OriginGroup:
        marks = [self._marks[ref] for ref in group.articles]
        tied = {ref for reason in presumed for ref in reason[1:3]} if any(mark.is_own for mark in marks) else set()
        attested = any(mark.is_own and mark.ref not in tied for mark in marks)
        reasons = dict.fromkeys(reason for ref in group.articles for reason in aside.get(ref, ()))
        return OriginGroup(
            articles=group.articles,
            why=group.why,
            attested=attested,
            name=self._name(marks, attested),
            set_aside=tuple(sorted(reasons, key=lambda reason: reason.rank)),
        )

    def _name(self, marks: Sequence[Marks], attested: bool) -> str:
        oldest = sorted(marks, key=lambda mark: (mark.earliest is None, mark.earliest or 0, mark.ref))
        return (
            _commonest(oldest, "agency:")
            or (OWN_REPORTING if attested else "")
            or _commonest(oldest, "source:")
            or self._corpus.articles[oldest[0].ref].title
        )


def origins(corpus: Corpus, lore: Lore = NO_LORE) -> Origins:
    """The origins of a corpus, ready to be asked (evidence.md, section 2).

    What `lore` knows of articles whose files are the same is not read from them again.
    """
    return Origins(corpus, Texts(corpus, kept=lore.of("shares")), {}, lore.of("credits"))


def _not_separate(marks: Sequence[Marks]) -> list[Marks]:
    return [mark for mark in marks if not mark.is_separate]


def _has_separate(marks: Sequence[Marks]) -> bool:
    return any(mark.is_separate for mark in marks)


def _set_aside(
    reasons: Iterable[Reason], groups: Sequence[Group], marks: Sequence[Marks]
) -> Mapping[str, list[Reason]]:
    """The reasons that touch a separate article and would join it to another group, by that article."""
    number = {ref: index for index, group in enumerate(groups) for ref in group.articles}
    separate = {mark.ref for mark in marks if mark.is_separate}
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        if number[reason.a] != number[reason.b]:
            for ref in separate.intersection(reason[1:3]):
                found.setdefault(ref, []).append(reason)
    return found


def _commonest(marks: Iterable[Marks], prefix: str) -> str:
    """The maker that most of the articles owe their text to, the first among equals; empty where there is none."""
    makers = (maker for mark in marks for maker in mark.makers if maker.key.startswith(prefix))
    common = Counter(maker.name for maker in makers).most_common(1)
    return common[0][0] if common else ""
