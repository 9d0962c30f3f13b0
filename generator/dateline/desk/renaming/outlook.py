"""A change that is not yet made to the corpus that the desk will be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from dateline.desk.renaming.change import Change
from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.read.document import Document, read_document
from dateline.read.text import read_text
from dateline.read.tree import Tree


def outlook(tree: Tree, settings: Settings, change: Change) -> Corpus:
    """What `dateline check` would read once a change is made."""
    documents = tuple(sorted(_documents(tree, settings, change), key=lambda document: document.file))
    return assemble(replace(tree, documents=documents), settings)


def _documents(tree: Tree, settings: Settings, change: Change) -> Iterator[Document]:
    known = {document.file: document for document in tree.documents}
    made = [name for name in change.contents if PurePosixPath(name).is_relative_to(settings.briefs)]
    for file in {*known, *made} - {*change.gone}:
        name = change.name_of(file)
        if file not in change.contents:
            yield replace(known[file], file=name)
            continue
        text, _ = read_text(change.contents[file], name)
        document, _ = read_document(text or "", name, settings.limits)
        if document:
            yield document
