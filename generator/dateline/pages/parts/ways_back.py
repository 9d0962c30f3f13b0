"""What names a brief, actor, source or topic elsewhere to lines under a heading for each kind, with the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.model.brief import Brief
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.parts.mention import KIND_WORDS, anchor_of, shortened_sentence
from dateline.pages.view import View
from dateline.relate.backlinks import Written
from dateline.relate.ends import Tie


def ways_back(view: View, id_: str) -> list[dict[str, Any]]:
    """What `parts/ways_back.md.j2` needs for an actor, topic or source, whose lists are on its page by themselves."""
    return _groups((view.say("Questions about it"), _questions(view, id_)))


def ways_back_to_brief(view: View, brief: Brief) -> list[dict[str, Any]]:
    """The same for a brief: also what elsewhere rests on its articles and claims."""
    back = view.relations.backlinks
    claims = [claim.ref for claim in brief.claims]
    articles = [article.ref for article in view.corpus.articles_by_brief[brief.id]]
    resting = (ref for article in articles for ref in back.claims_by_article.get(article, ()))
    ties = (tie for ref in claims for tie in back.ties_by_claim.get(ref, ()))
    own = frozenset(near.brief for near in view.relations.neighbours[brief.id])
    naming = (slug for slug in back.related_from.get(brief.id, ()) if slug not in own)
    return _groups(
        (view.say("Claims about it"), _claims(view, back.claims_about.get(brief.id, ()), brief)),
        (view.say("Claims elsewhere that rest on its articles"), _claims(view, resting, brief)),
        (view.say("Relations that rest on its claims"), dict.fromkeys(_tie(view, tie) for tie in ties)),
        (view.say("Questions about it"), _questions(view, brief.id)),
        (view.say("Briefs that name it"), (view.brief(slug) for slug in naming)),
        (view.say("Named in"), _texts(view, [brief.id, *claims], but=brief.id)),
    )


def _groups(*groups: tuple[str, Iterable[Safe]]) -> list[dict[str, Any]]:
    made = [{"title": title, "entries": list(entries)} for title, entries in groups]
    return [group for group in made if group["entries"]]


def _claims(view: View, refs: Iterable[str], brief: Brief) -> Iterator[Safe]:
    for ref in dict.fromkeys(refs):
        claim = view.corpus.claims[ref]
        if claim.brief != brief.id:
            yield Safe(f"{view.claim(ref)} · ") + view.safe("in {brief}", brief=view.brief(claim.brief))


def _tie(view: View, tie: Tie) -> Safe:
    words = text(tie.relation.as_.replace("-", " "))
    return Safe(f"{view.actor(tie.actor)}: {words}: {view.actor(tie.relation.to)}")


def _questions(view: View, id_: str) -> Iterator[Safe]:
    return (view.question(question) for question in view.relations.backlinks.questions_about.get(id_, ()))


def _texts(view: View, ids: Sequence[str], but: str = "") -> Iterator[Safe]:
    back = view.relations.backlinks
    return (passage_line(view, written) for id_ in ids for written in back.written.get(id_, ()) if written.brief != but)


def passage_line(view: View, written: Written) -> Safe:
    """A sentence that links here, with the brief and the passage it stands in."""
    target = view.to(links.path_of("brief", written.brief), anchor_of(written.kind, written.key))
    where = links.link(view.say(KIND_WORDS[written.kind]), target)
    return Safe(f"{view.brief(written.brief)}: {text(shortened_sentence(written.sentence))} ({where})")
