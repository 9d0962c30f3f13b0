"""A corpus and one of its articles to the others it seems to share an origin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.relate.origins import OriginGroup, origins
from dateline.relate.sourcing.agencies import credits_of
from dateline.relate.sourcing.boilerplate import is_furniture
from dateline.relate.sourcing.marks import Marks, marks_of
from dateline.relate.sourcing.shingles import Wording, containment, wording
from dateline.relate.sourcing.ties import presumptions

_MOST: Final = 40
"""Articles looked at together once they are known to be near; the nearest of them."""
_TELLING: Final = frozenset({"url", "text", "agency"})
"""What makes a copy likely; the same publisher in the same week does not."""
_LONG_WORD: Final = re.compile(r"[^\W\d_]{7,}")
_FEW: Final = 0.15
"""The share of the shorter's long words below which no two texts have a fifth of their runs of words in common."""


def kin(ref: str, corpus: Corpus) -> OriginGroup | None:
    """The origin that an article (`slug/name`) seems to share with others; None where it stands alone."""
    near = sorted(_near(corpus.articles[ref], corpus))[:_MOST]
    if not near:
        return None
    kept = {ref, *(other for _, other in near)}
    some = replace(corpus, articles={key: article for key, article in corpus.articles.items() if key in kept})
    group = next(group for group in origins(some).groups(kept) if ref in group.articles)
    return group if len(group.articles) > 1 else None


def _near(article: Article, corpus: Corpus) -> Iterator[tuple[float, str]]:
    """Each article that may be of the same origin, with how far off it is."""
    mine, worded, words = _marks(article, corpus), _wording(article), _words(article)
    for ref, other in corpus.articles.items():
        if ref == article.ref:
            continue
        share = containment(worded, _wording(other)) if _may_share(words, _words(other)) else 0.0
        if _is_tied(mine, _marks(other, corpus), share, corpus.settings.same_text):
            yield -share, ref


def _marks(article: Article, corpus: Corpus) -> Marks:
    return marks_of(article, corpus, {}, credits_of(article))


def _is_tied(one: Marks, other: Marks, share: float, same_text: float) -> bool:
    first, second = sorted((one.ref, other.ref))
    reasons = presumptions([one, other], {(first, second): share}, same_text)
    return any(reason.kind in _TELLING for reason in reasons)


def _wording(article: Article) -> Wording:
    return wording(article.body, is_furniture)


def _words(article: Article) -> frozenset[str]:
    """Long words, cheap to compare; the desk's own summaries share text with nothing."""
    return frozenset(() if article.text == "summary" else _LONG_WORD.findall(article.body.casefold()))


def _may_share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and len(ours & theirs) >= _FEW * min(len(ours), len(theirs))
