"""An article to as much of its stored text as its rights allow, the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model.article import Article
from dateline.pages import links
from dateline.pages.escape import Safe
from dateline.pages.marks import Mark
from dateline.pages.printing import Stretch, printed
from dateline.pages.tongue import stored_in
from dateline.pages.view import View
from dateline.relate.mentions import declared_actors
from dateline.relate.verdicts import EvidenceKey


def stored_text(view: View, article: Article) -> Safe:
    """The printed text as Markdown; excerpts are quotations with what is left out shown as […]."""
    marks, language = _apart(_marks(view, article)), stored_in(article)
    stretches = _stretches(view, article, marks)
    if stretches == (Stretch(0, len(article.body)),):
        prose = view.prose(declared_actors(view.corpus, article.brief), language=language, is_ours=False)
        return prose.blocks(article.body, marks)
    return Safe("\n>\n").join(_excerpt(view, article, stretch, marks) for stretch in stretches)


def shown_stretches(view: View, article: Article) -> tuple[Stretch, ...]:
    """The stretches of the stored text that its rights and what is quoted from it allow to be shown."""
    return _stretches(view, article, _apart(_marks(view, article)))


def _stretches(view: View, article: Article, marks: Iterable[Mark]) -> tuple[Stretch, ...]:
    passages = [Stretch(mark.start, mark.end) for mark in marks]
    return printed(article, passages, view.corpus.settings.excerpt_words)


def _marks(view: View, article: Article) -> Iterator[Mark]:
    """Every quoted passage found in an article, with the anchor of the evidence that quotes it."""
    for ref in view.relations.backlinks.claims_by_article.get(article.ref, ()):
        claim = view.corpus.claims[ref]
        for position, evidence in enumerate(claim.evidence):
            match = view.relations.verdicts[EvidenceKey(ref, position)]
            if evidence.article == article.ref and match.start is not None and match.end is not None:
                yield Mark(match.start, match.end, (links.quote_anchor(claim, position, article),))


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """Marks that do not overlap: those that do become one, with the anchors of both."""
    kept: list[Mark] = []
    for mark in sorted(marks):
        if kept and mark.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Mark(last.start, max(last.end, mark.end), last.names + mark.names)
        else:
            kept.append(mark)
    return kept


def _excerpt(view: View, article: Article, stretch: Stretch, marks: list[Mark]) -> Safe:
    inside = [
        Mark(mark.start - stretch.start, mark.end - stretch.start, mark.names)
        for mark in marks
        if stretch.start <= mark.start and mark.end <= stretch.end
    ]
    prose = view.prose(names=False, language=stored_in(article), is_ours=False)
    shown = prose.inline(article.body[stretch.start : stretch.end], inside)
    before = Safe("\\[…\\] ") if stretch.start else Safe("")
    after = Safe(" \\[…\\]") if stretch.end < len(article.body.rstrip()) else Safe("")
    return Safe("> ") + before + shown + after
