"""Mentions to lines that show the sentence and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.model.words.catalogue import to_say
from dateline.pages import links
from dateline.pages.escape import Safe, text
from dateline.pages.view import View, shortened
from dateline.relate.backlinks import Written
from dateline.relate.mentions import Mention

KIND_WORDS = {
    "summary": to_say("bottom line"),
    "body": to_say("background"),
    "claim": to_say("claim"),
    "date": to_say("date"),
    "article": to_say("article"),
}


def mention_lines(view: View, mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """Each brief that names an actor, with the sentences."""
    groups: dict[str, list[dict[str, str]]] = {}
    for mention in mentions:
        target = view.to(links.path_of("brief", mention.brief), anchor_of(mention.kind, mention.key))
        entry = {
            "sentence": shortened_sentence(mention.sentence),
            "kind": view.say(KIND_WORDS[mention.kind]),
            "target": target,
        }
        groups.setdefault(mention.brief, []).append(entry)
    return [{"brief": view.brief(slug), "entries": entries} for slug, entries in groups.items()]


def anchor_of(kind: str, key: str) -> str:
    """The anchor of a passage on its brief's page."""
    return {"summary": "summary", "body": "background"}.get(kind) or f"{kind}-{key}"


def shortened_sentence(sentence: str) -> str:
    """A sentence that fits two lines."""
    return sentence if len(sentence) <= 2 * 90 else shortened(sentence[:180])


def passage_line(view: View, written: Written) -> Safe:
    """A sentence that links here, with the brief and the passage it stands in."""
    target = view.to(links.path_of("brief", written.brief), anchor_of(written.kind, written.key))
    where = links.link(view.say(KIND_WORDS[written.kind]), target)
    return Safe(f"{view.brief(written.brief)}: {text(shortened_sentence(written.sentence))} ({where})")
