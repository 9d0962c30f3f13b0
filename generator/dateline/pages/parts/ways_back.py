"""What names a brief, actor, topic or source elsewhere to lists, each of one kind, with the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.model.words.catalogue import to_count, to_say
from dateline.pages import counted
from dateline.pages.escape import Safe, text
from dateline.pages.parts.claim_ties import Beyond, beyond, beyond_line
from dateline.pages.parts.kinds_of_roll import line_roll, passage_roll, published, said
from dateline.pages.parts.roll import Desk, Roll
from dateline.pages.view import View
from dateline.relate.backlinks import Written
from dateline.relate.ends import Tie


def _claims_about(desk: Desk, slug: str) -> Sequence[str]:
    return _elsewhere(desk, slug, desk.relations.backlinks.claims_about.get(slug, ()))


def _resting(desk: Desk, slug: str) -> Sequence[str]:
    articles = (article.ref for article in desk.corpus.articles_by_brief[slug])
    return _elsewhere(
        desk, slug, (ref for one in articles for ref in desk.relations.backlinks.claims_by_article.get(one, ()))
    )


def _elsewhere(desk: Desk, slug: str, refs: Iterable[str]) -> Sequence[str]:
    return [ref for ref in dict.fromkeys(refs) if desk.corpus.claims[ref].brief != slug]


def _ties(desk: Desk, slug: str) -> Sequence[Tie]:
    by_claim = desk.relations.backlinks.ties_by_claim
    found = (tie for claim in _claims(desk, slug) for tie in by_claim.get(claim, ()))
    # A relation may rest on several claims of one brief.
    return list({(tie.actor, tie.relation.to, tie.relation.as_): tie for tie in found}.values())


def _naming(desk: Desk, slug: str) -> Sequence[str]:
    own = frozenset(near.brief for near in desk.relations.neighbours[slug])
    return [other for other in desk.relations.backlinks.related_from.get(slug, ()) if other not in own]


def _named(desk: Desk, slug: str) -> Sequence[Written]:
    by_name = desk.relations.backlinks.written
    found = (written for id_ in (slug, *_claims(desk, slug)) for written in by_name.get(id_, ()))
    return [written for written in found if written.brief != slug]


def _beyond(desk: Desk, slug: str) -> Sequence[Beyond]:
    return list(beyond(desk.corpus, desk.relations, slug))


def _claims(desk: Desk, slug: str) -> Iterator[str]:
    return (claim.ref for claim in desk.corpus.briefs[slug].claims)


def _claim_line(view: View, _: str, ref: str) -> Safe:
    return Safe(f"{view.claim(ref)} · ") + view.safe("in {brief}", brief=view.brief(view.corpus.claims[ref].brief))


def _tie_line(view: View, _: str, tie: Tie) -> Safe:
    words = text(tie.relation.as_.replace("-", " "))
    return Safe(f"{view.actor(tie.actor)}: {words}: {view.actor(tie.relation.to)}")


QUESTIONS = line_roll(
    to_say("Questions about it"),
    counted.QUESTIONS,
    lambda desk, id_: desk.relations.backlinks.questions_about.get(id_, ()),
    lambda view, _, id_: view.question(id_),
)
WAYS_BACK: Mapping[str, Roll] = {
    "claims-about": line_roll(to_say("Claims about it"), counted.CLAIMS, _claims_about, _claim_line, said),
    "resting": line_roll(
        to_say("Claims elsewhere that rest on its articles"), counted.CLAIMS, _resting, _claim_line, said
    ),
    "linked": line_roll(
        to_say("More that its claims are linked with"),
        to_count("{count} link", "{count} links"),
        _beyond,
        lambda view, _, tie: beyond_line(view, tie),
    ),
    "relations": line_roll(
        to_say("Relations that rest on its claims"),
        counted.RELATIONS,
        _ties,
        _tie_line,
        lambda _, tie: tie.relation.when,
    ),
    "questions": QUESTIONS,
    "naming": line_roll(
        to_say("Briefs that name it"), counted.BRIEFS, _naming, lambda view, _, other: view.brief(other), published
    ),
    "named": passage_roll(_named),
}
"""Of a brief: also what elsewhere rests on its articles and claims."""
