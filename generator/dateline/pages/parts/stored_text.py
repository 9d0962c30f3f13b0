"""An article to as much of its stored text as its rights allow, the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.printing import Stretch, printed
from dateline.pages.prose import Mark
from dateline.pages.view import View
from dateline.relate.verdicts import EvidenceKey


def stored_text(view: View, article: Article) -> Safe:
    """The printed text as Markdown; excerpts are quotations with what is left out shown as […]."""
    marks = tuple(_marks(view, article))
    passages = [Stretch(start, end) for start, end, _ in marks]
    stretches = printed(article, passages, view.corpus.settings.excerpt_words)
    if stretches == (Stretch(0, len(article.body)),):
        return view.prose().blocks(article.body, _apart(marks))
    return Safe("\n>\n").join(_excerpt(view, article, stretch, marks) for stretch in stretches)


def _marks(view: View, article: Article) -> Iterator[Mark]:
    """Every quoted passage found in an article by a claim of its own brief, then those of other briefs."""
    for ref in view.relations.backlinks.claims_by_article.get(article.ref, ()):
        claim = view.corpus.claims[ref]
        for index, evidence in enumerate(claim.evidence):
            match = view.relations.verdicts[EvidenceKey(ref, index)]
            if evidence.article == article.ref and match.start is not None and match.end is not None:
                own = claim.brief == article.brief
                yield match.start, match.end, links.quote_anchor(claim.id, index + 1) if own else ""


def _apart(marks: tuple[Mark, ...]) -> list[Mark]:
    """Marks that do not overlap: of two that do, the earlier is kept, then the longer."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2])):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _excerpt(view: View, article: Article, stretch: Stretch, marks: tuple[Mark, ...]) -> Safe:
    inside = [
        (start - stretch.start, end - stretch.start, name)
        for start, end, name in _apart(marks)
        if stretch.start <= start and end <= stretch.end
    ]
    shown = view.prose().inline(article.body[stretch.start : stretch.end], inside)
    before = Safe("\\[…\\] ") if stretch.start else Safe("")
    after = Safe(" \\[…\\]") if stretch.end < len(article.body.rstrip()) else Safe("")
    return Safe("> ") + before + shown + after
