"""Events to a picture of them: one block of HTML with an SVG in which every event is a link to its entry in the list.

What it means and why it is drawn like this is in docs/adr/0011. The script web/timeline.js moves what is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.model.event import Event
from dateline.model.when import When
from dateline.pages.escape import CONTROL, Safe, attribute
from dateline.pages.parts.lanes import MOST_LANES, Bar, Layout, layout
from dateline.pages.parts.scale import Scale, marks, scale_of
from dateline.pages.parts.shapes import DEFINITIONS, shape
from dateline.pages.view import View, choice
from dateline.relate import prose
from dateline.relate.backlinks import name_of

FEWEST = 2
"""One date alone needs no picture."""
LONGEST_LABEL = 60
"""Characters of what happened; the entry itself says all."""
OPEN = 0.04
"""Of the width: where a bar without an end begins to fade, within the margin that the scale leaves."""
STATUS_WORDS = {"planned": "planned", "disputed": "disputed", "did-not-happen": "did not happen"}
SIGNS = {
    "planned": "hollow is planned",
    "disputed": "hatched is disputed",
    "did-not-happen": "hollow with a core did not happen",
}
NOBODY = "—"
Names = Mapping[str, str]
"""Ids to names, in the order of names."""
Places = Mapping[str, int]
"""Ids to their places in that order, which are shorter."""


def picture(view: View, events: Sequence[Event], anchors: Sequence[str]) -> Safe:
    """The picture of a list; empty for fewer than two events. `anchors` are those of the list's entries."""
    if len(events) < FEWEST:
        return Safe("")
    scale = scale_of(event.when for event in events)
    bars = [_bar(event.when, scale) for event in events]
    actors, topics = _names(view, events)
    lanes, keys, labels = _lanes(view, events, actors, topics)
    placed = layout(bars, keys, labels)
    lists = _lists("lanes", lanes) + _lists("actors", _listed(actors)) + _lists("topics", _listed(topics))
    lines = (
        f'<figure class="dl-picture" data-first="{scale.first:.4f}" data-last="{scale.last:.4f}"{lists}>',
        '<a class="dl-skip" href="#after-picture">Past the picture</a>',
        *_frame(len(events), placed),
        *_axis(view, scale),
        *_items(view, events, anchors, bars, placed.tops, _places(actors), _places(topics)),
        "</svg>",
        "</svg>",
        f'<figcaption id="after-picture">{_legend(events)}</figcaption>',
        "</figure>",
    )
    return Safe("\n".join(lines))


def _items(
    view: View,
    events: Sequence[Event],
    anchors: Sequence[str],
    bars: Sequence[Bar],
    tops: Sequence[float],
    actors: Places,
    topics: Places,
) -> Iterator[str]:
    for event, anchor, bar, top in zip(events, anchors, bars, tops, strict=True):
        groups, label = _groups(view, event, actors, topics), _label(view, event)
        drawn = shape(bar, event.status)
        yield f'<a href="#{anchor}"{groups} aria-label="{label}" transform="translate(0 {top:g})">{drawn}</a>'


def _bar(when: When, scale: Scale) -> Bar:
    first, last = when.earliest, when.latest
    vague = when.approximate or when.uncertain
    if first is not None and first == last:
        middle = scale.share(first.ordinal + 0.5)
        return Bar(middle, middle, (vague, vague))
    start = scale.share(first.ordinal) if first else OPEN
    end = scale.share(last.ordinal + 1) if last else 1 - OPEN
    return Bar(start, end, (vague or first is None, vague or last is None))


def _names(view: View, events: Sequence[Event]) -> tuple[Names, Names]:
    """Who takes part, and what the briefs are about."""
    corpus = view.corpus
    actors = {item.actor: corpus.actors[item.actor].name for event in events for item in event.who}
    topics = {id_: corpus.topics[id_].name for event in events for id_ in corpus.briefs[event.brief].topics}
    return _by_name(actors), _by_name(topics)


def _by_name(names: Names) -> Names:
    return dict(sorted(names.items(), key=lambda item: (item[1].casefold(), item[0])))


def _first(ids: Sequence[str]) -> str:
    return ids[0] if ids else ""


def _lanes(view: View, events: Sequence[Event], actors: Names, topics: Names) -> tuple[str, list[str], Names]:
    """What lanes are made by, whose each event is, and the lanes' names: by topic, else by actor, where that helps."""
    by_topic = [_first(view.corpus.briefs[event.brief].topics) for event in events]
    by_actor = [_first([item.actor for item in event.who]) for event in events]
    for sort, keys, names in (("topic", by_topic, topics), ("actor", by_actor, actors)):
        used = set(keys)
        if 1 < len(used) <= min(MOST_LANES, len(events) // 2):
            return sort, keys, {id_: name for id_, name in [*names.items(), ("", NOBODY)] if id_ in used}
    return "", [""] * len(events), {"": ""}


def _groups(view: View, event: Event, actors: Places, topics: Places) -> str:
    """Status, actors and topics of an event."""
    status = f' class="dl-{event.status}"' if event.status != "reported" else ""
    who, about = [item.actor for item in event.who], view.corpus.briefs[event.brief].topics
    return status + _placed("a", who, actors) + _placed("t", about, topics)


def _placed(key: str, ids: Sequence[str], places: Places) -> str:
    found = " ".join(str(places[id_]) for id_ in dict.fromkeys(ids))
    return f' data-{key}="{found}"' if found else ""


def _label(view: View, event: Event) -> Safe:
    what = prose.words(event.what, lambda target: name_of(target, view.corpus))
    if len(what) > LONGEST_LABEL:
        what = what[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    status = STATUS_WORDS.get(event.status)
    words = f"{view.words(event.when)}: {what}" + (f" ({status})" if status else "")
    return _plain(words)


def _frame(count: int, placed: Layout) -> Iterator[str]:
    """All around the events; the inner picture is what the script widens and moves."""
    yield f'<svg class="dl-frame" role="group" aria-label="Picture of {choice(count, "date", "dates")}" width="100%"'
    yield f'height="{placed.height:g}" xmlns="http://www.w3.org/2000/svg">'
    yield DEFINITIONS
    yield '<g class="dl-lanes" aria-hidden="true" font-size="12" fill="currentColor">'
    for lane in placed.lanes:
        if lane.label:
            yield f'<text x="0" y="{lane.top + 13:g}">{_plain(lane.label)}</text>'
    yield "</g>"
    yield '<svg class="dl-inner" overflow="visible" stroke="currentColor" stroke-width="10" stroke-linecap="round">'


def _places(names: Names) -> Places:
    return {id_: place for place, id_ in enumerate(names)}


def _lists(key: str, value: str) -> str:
    return f' data-{key}="{value}"' if value else ""


def _plain(words: str) -> Safe:
    """Words within HTML: some dialects read Markdown there and others do not, and a reference is safe in both."""
    return attribute(CONTROL.sub("", words))


def _listed(names: Names) -> Safe:
    """Ids and names as lines, for the script's filters."""
    return Safe("&#10;").join(_plain(f"{id_} {name}") for id_, name in names.items())


def _axis(view: View, scale: Scale) -> Iterator[str]:
    yield '<g class="dl-axis" aria-hidden="true" stroke-width="1" font-size="11">'
    for mark in marks(scale):
        x, label = f"{100 * mark.share:.4f}%", _plain(view.words(When.parse(mark.when)))
        yield f'<line x1="{x}" x2="{x}" y2="100%"/><text x="{x}" dx="4" y="11" stroke="none" fill="currentColor">'
        yield f"{label}</text>"
    yield "</g>"


def _legend(events: Sequence[Event]) -> str:
    """What the signs mean that this picture has."""
    known = [sign for status, sign in SIGNS.items() if any(event.status == status for event in events)]
    vague = any(
        when.approximate or when.uncertain or when.earliest is None or when.latest is None
        for when in (event.when for event in events)
    )
    signs = ["a fading end is open or not certain"] * vague + known
    return f"In the picture, {'; '.join(signs)}." if signs else ""
