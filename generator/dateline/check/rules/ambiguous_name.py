"""Mentions to the names that more than one actor has, where nothing decides between them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import listed_with
from dateline.findings import At, Finding, warning
from dateline.model.corpus import Corpus
from dateline.relate.mentions import Ambiguity

FAULT = warning("D214", "ambiguous-name")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for unclear in inquiry.relations.mentions.ambiguous:
        who = listed_with((f"“{actor}”" for actor in unclear.actors), "or")
        message = f"the name “{unclear.name}” may mean {who}, so it is not linked"
        yield FAULT.at(_place(unclear, inquiry.corpus), message, _remedy(unclear))


def _place(unclear: Ambiguity, corpus: Corpus) -> At:
    """The passage; in an article, the name itself."""
    document = corpus.documents.get(unclear.at.file)
    offset = document.body.find(unclear.name) if document and not unclear.at.path else -1
    return unclear.at if offset < 0 else unclear.at._replace(offset=offset)


def _remedy(unclear: Ambiguity) -> str:
    listing = "list only the one meant under “actors:” of the brief"
    if not unclear.at.path:
        return listing
    return f"{listing}, or write [[{unclear.actors[0]}|{unclear.name}]]"


RULE = Rule(fault=FAULT, find=_find)
