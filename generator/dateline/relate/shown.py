"""A corpus to the one that readers see, and what that means."""

from __future__ import annotations

from dateline.model.corpus import Corpus
from dateline.model.discreet import discreet
from dateline.model.published import published
from dateline.read.uncollected import uncollected
from dateline.relate.relations import Relations, Whole, relate


def as_shown(
    corpus: Corpus, relations: Relations, *, drafts: bool, other: Whole | None = None
) -> tuple[Corpus, Relations]:
    """What readers see of a corpus, and what it means; `other` is what they see of another state of the desk."""
    chosen = corpus if drafts else published(corpus)
    shown = discreet(chosen)
    if shown is corpus:
        return corpus, relations
    with uncollected():
        # With names taken out, texts are other texts.
        return shown, relate(shown, Whole(corpus, relations) if shown is chosen else None, other)
