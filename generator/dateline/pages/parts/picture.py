"""Events to a picture of them: one block of HTML with an SVG in which every event is a link to its entry in the list.

What it means and why it is drawn like this is in docs/adr/0011. The script web/timeline.js moves what is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model.event import Event
from dateline.model.when import When
from dateline.model.words.catalogue import to_say
from dateline.pages.escape import CONTROL, Safe, attribute
from dateline.pages.parts.axis import marks
from dateline.pages.parts.groups import Groups, groups
from dateline.pages.parts.lanes import Bar, Layout, layout
from dateline.pages.parts.scale import Scale, scale_of
from dateline.pages.parts.shapes import definitions, percent, shape
from dateline.pages.view import View
from dateline.relate import prose
from dateline.relate.backlinks import name_of

FEWEST = 2
"""One date alone needs no picture."""
LONGEST_LABEL = 60
"""Characters of what happened; the entry itself says all."""
OPEN = 0.04
"""Of the width: where a bar without an end begins to fade, within the margin that the scale leaves."""
FADING, FOLDED = to_say("a fading end is open or not certain"), to_say("a shaded band is folded time")
SIGNS = {
    "planned": to_say("hollow is planned"),
    "disputed": to_say("hatched is disputed"),
    "did-not-happen": to_say("hollow with a core did not happen"),
}
"""The statuses that a picture shows, and what it says of them."""


def picture(view: View, events: Sequence[Event], anchors: Sequence[str]) -> Safe:
    """The picture of a list; empty for fewer than two events. `anchors` are those of the list's entries."""
    if len(events) < FEWEST:
        return Safe("")
    scale, known = scale_of(event.when for event in events), groups(view.corpus, events, view.term)
    bars = [_bar(event.when, scale) for event in events]
    placed = layout(bars, known.keys, known.labels)
    items = [
        f'<a href="#{anchor}"{marks} aria-label="{_label(view, event)}" transform="translate(0 {top:g})">'
        f"{shape(bar, event.status)}</a>"
        for event, anchor, marks, bar, top in zip(events, anchors, known.marks, bars, placed.tops, strict=True)
    ]
    past = view.say("Past the picture")
    lines = (
        f'<figure class="dl-picture" data-scale="{_knots(scale)}"{_lists(known)}>',
        f'<a class="dl-skip" href="#after-picture">{_plain(past)}</a>',
        *_frame(view, items, placed),
        *_axis(view, scale),
        *items,
        "</svg>",
        "</svg>",
        f'<figcaption id="after-picture">{_legend(view, events, scale)}</figcaption>',
        "</figure>",
    )
    return Safe("\n".join(lines))


def _bar(when: When, scale: Scale) -> Bar:
    first, last = when.earliest, when.latest
    vague = when.approximate or when.uncertain
    if first is not None and first == last:
        middle = scale.share(first.ordinal + 0.5)
        return Bar(middle, middle, (vague, vague))
    start = scale.share(first.ordinal) if first else OPEN
    end = scale.share(last.ordinal + 1) if last else 1 - OPEN
    return Bar(start, end, (vague or first is None, vague or last is None))


def _label(view: View, event: Event) -> Safe:
    what = prose.words(event.what, lambda target: name_of(target, view.corpus))
    if len(what) > LONGEST_LABEL:
        what = what[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
    status = f" ({view.term(event.status)})" if event.status in SIGNS else ""
    words = f"{view.words(event.when)}: {what}{status}"
    return _plain(words)


def _frame(view: View, items: Sequence[str], placed: Layout) -> Iterator[str]:
    """All around the events; the inner picture is what the script widens and moves."""
    name = _plain(view.say_n("Picture of {count} date", "Picture of {count} dates", len(items)))
    yield f'<svg class="dl-frame" role="group" aria-label="{name}" width="100%"'
    yield f'height="{placed.height:g}" xmlns="http://www.w3.org/2000/svg">'
    if used := definitions("".join(items)):
        yield used
    yield '<g class="dl-lanes" aria-hidden="true" font-size="12" fill="currentColor">'
    for lane in placed.lanes:
        if lane.label:
            yield f'<text x="0" y="{lane.top + 13:g}">{_plain(lane.label)}</text>'
    yield "</g>"
    yield '<svg class="dl-inner" overflow="visible" stroke="currentColor" stroke-width="10" stroke-linecap="round">'


def _lists(known: Groups) -> str:
    """Ids and names as lines, for the script's filters."""
    lists = {"lanes": Safe(known.lanes)}
    for key, names in (("actors", known.actors), ("topics", known.topics), ("statuses", known.statuses)):
        lists[key] = Safe("&#10;").join(_plain(f"{id_} {name}") for id_, name in names.items())
    return "".join(f' data-{key}="{value}"' for key, value in lists.items() if value)


def _plain(words: str) -> Safe:
    """Words within HTML: some dialects read Markdown there and others do not, and a reference is safe in both."""
    return attribute(" ".join(CONTROL.sub("", words).split()))


def _axis(view: View, scale: Scale) -> Iterator[str]:
    yield '<g class="dl-axis" aria-hidden="true" stroke-width="1" font-size="11">'
    yield from _folds(scale)
    for mark in marks(scale):
        # A year beyond four digits has no words for its months and days.
        words = mark.when if mark.when.startswith("Y") else view.words(When.parse(mark.when))
        x, label = percent(mark.share), _plain(words)
        yield f'<line x1="{x}" x2="{x}" y2="100%"/><text x="{x}" dx="4" y="11">{label}</text>'
    yield "</g>"


def _knots(scale: Scale) -> str:
    """Day, place and whether a fold begins, in threes."""
    return " ".join(f"{day:.3f} {share:.6f} {folded:d}" for day, share, folded in scale.knots)


def _folds(scale: Scale) -> Iterator[str]:
    for before, after in pairwise(scale.knots):
        if before.folded:
            share = after.share - before.share
            yield f'<rect class="dl-fold" x="{percent(before.share)}" width="{percent(share)}" height="100%"/>'


def _legend(view: View, events: Sequence[Event], scale: Scale) -> str:
    """What the signs mean that this picture has."""
    known = [sign for status, sign in SIGNS.items() if any(event.status == status for event in events)]
    vague = any(
        when.approximate or when.uncertain or when.earliest is None or when.latest is None
        for when in (event.when for event in events)
    )
    folded = any(knot.folded for knot in scale.knots)
    signs = [*[FADING] * vague, *known, *[FOLDED] * folded]
    listed = view.say("; ").join(map(view.say, signs))
    return view.say("In the picture, {signs}.", signs=listed) if signs else ""
