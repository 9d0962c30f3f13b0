"""A brief to the legend of its words for likelihood, where it uses terms of the desk's scale."""

from __future__ import annotations

from typing import Any

from dateline.check.estimates import estimates, own_words
from dateline.check.likelihood import Scale, configured
from dateline.model.brief import Brief
from dateline.pages.view import View


def legend_part(view: View, brief: Brief) -> dict[str, Any] | None:
    """What `parts/legend.md.j2` needs: the whole scale, so that each term is read against the others."""
    scale = configured(view.corpus.settings)
    if scale is None or not _uses(brief, scale):
        return None
    ranges: dict[tuple[int, int], list[str]] = {}
    for term in scale.terms:
        ranges.setdefault((term.low, term.high), []).append(term.name)
    either = view.say(" or ")
    steps = [f"{either.join(names)} {view.number(low)}–{view.number(high)} %" for (low, high), names in ranges.items()]
    return {"name": scale.name, "title": scale.title, "source": scale.source, "steps": steps}


def _uses(brief: Brief, scale: Scale) -> bool:
    said = (found.words for passage in own_words(brief) for found in estimates(passage.text))
    given = (claim.likelihood.lower() for claim in brief.claims if claim.likelihood)
    return any(words in scale.by_form for words in (*said, *given))
