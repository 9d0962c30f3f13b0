"""A brief to the plain text its page prints beyond claims and dates: its own prose, its articles as rights allow."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model.brief import Brief
from dateline.pages.parts.stored_text import shown_stretches
from dateline.pages.view import View
from dateline.relate import prose
from dateline.relate.backlinks import name_of


def printed_texts(view: View, brief: Brief) -> Mapping[str, str]:
    """Plain text on one line by the id of the brief or article; of articles only what the page itself shows."""
    texts = {brief.id: prose.words(brief.body, lambda target: name_of(target, view.corpus))} if brief.body else {}
    for article in view.corpus.articles_by_brief[brief.id]:
        shown = [article.body[start:end] for start, end in shown_stretches(view, article)]
        if shown:
            texts[article.ref] = " … ".join(prose.words(part, None) for part in shown)
    return texts
