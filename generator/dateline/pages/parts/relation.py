"""An actor's ties to lines: those it declares, and those others declare to it, each in its own end's words."""

from __future__ import annotations

from dateline.pages.escape import Safe, text
from dateline.pages.view import View
from dateline.relate.ends import Tie, from_the_other_end


def relation_line(view: View, here: str, tie: Tie) -> Safe:
    """A tie as it reads on the page of an actor, which is one of its two ends."""
    if tie.actor == here:
        return _line(view, text(_said(tie.relation.as_)), tie.relation.to, tie)
    there = from_the_other_end(tie.relation)
    # What is true whatever the words mean: who is at which end of them.
    words = _said(there) if there else view.say("At the other end of “{words}”", words=_said(tie.relation.as_))
    return _line(view, text(words), tie.actor, tie)


def _line(view: View, words: Safe, other: str, tie: Tie) -> Safe:
    end = view.listing([view.actor(other), *([view.words(tie.relation.when)] if tie.relation.when else [])])
    claims = view.listing([view.claim(ref) for ref in tie.relation.claims])
    why = Safe(" — ") + view.safe("rests on {claims}", claims=claims) if claims else Safe("")
    return Safe(f"{words}: {end}{why}")


def _said(words: str) -> str:
    return words.replace("-", " ")
