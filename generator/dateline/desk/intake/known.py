"""A desk, and what an import has added to it so far, to what the next file is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.model.assemble import assemble
from dateline.model.corpus import Corpus
from dateline.read.document import Document, read_document
from dateline.read.tree import Tree
from dateline.relate.lexicon import Lexicon, lexicon


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is on a desk; read once, however many files come in."""

    corpus: Corpus
    names: Lexicon
    """The names of its actors."""

    def having(self, files: Mapping[str, str]) -> Known:
        """The same with more files, each a text by its name relative to the desk; what is wrong with them is left."""
        made = _made(self.corpus, files)
        more = replace(
            self.corpus,
            briefs=_joined(self.corpus.briefs, made.briefs),
            articles=_joined(self.corpus.articles, made.articles),
            sources=_joined(self.corpus.sources, made.sources),
            documents=_joined(self.corpus.documents, made.documents),
        )
        return Known(corpus=more, names=self.names)


def known(corpus: Corpus) -> Known:
    """A desk that nothing has been added to."""
    return Known(corpus=corpus, names=lexicon(corpus.actors.values()))


def _made(corpus: Corpus, files: Mapping[str, str]) -> Corpus:
    """The records of the new files alone, with what stands in their folders and the sources they may name."""
    documents = {document.file: document for document in _beside(corpus, files)}
    for file, text in files.items():
        document, _ = read_document(text, file, corpus.settings.limits)
        if document:
            documents[file] = document
    return assemble(Tree(documents=tuple(documents.values()), findings=(), others=()), corpus.settings)


def _beside(corpus: Corpus, files: Mapping[str, str]) -> Iterator[Document]:
    folders = {file.rpartition("/")[0] for file in files}
    sources = f"{corpus.settings.briefs}/sources"
    yield from (each for file, each in corpus.documents.items() if file.rpartition("/")[0] in {*folders, sources})


def _joined(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    return dict(sorted({**one, **other}.items()))
