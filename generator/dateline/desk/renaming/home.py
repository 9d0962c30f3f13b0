"""A thing to where it stands: its file, its entry there, and what its name is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from dateline.desk.renaming.thing import Thing, own_id
from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.read.names import SINGLE

QUESTIONS = SINGLE[1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """Where a thing stands."""

    at: At
    """Its mapping."""
    named: str
    """What gives it its id: `file`, `folder`, `key` or `value`."""
    below: tuple[str, ...]
    """The keys below which an editor looks for its former ids."""
    formerly: tuple[str, ...]
    """The ids it had before, as they are written."""
    absent: bool = False
    """Whether it has no entry of its own yet, as a question that only claims name."""

    @property
    def path(self) -> str:
        """The file or folder that is named like it."""
        return str(PurePosixPath(self.at.file).parent) if self.named == "folder" else self.at.file

    def renamed(self, new: Thing, year: str | None = None) -> str:
        """The file or folder under a new id."""
        path = PurePosixPath(self.path)
        parent = path.parent.with_name(year) if year else path.parent
        return str(parent / f"{own_id(new)}{path.suffix if self.named == 'file' else ''}")


def home_of(thing: Thing, corpus: Corpus) -> Home:
    """Where a thing of a corpus stands."""
    id_ = thing.id
    match thing.kind:
        case "brief":
            brief = corpus.briefs[id_]
            return Home(at=brief.at, named="folder", below=("title",), formerly=brief.formerly)
        case "article":
            article = corpus.articles[id_]
            return Home(at=article.at, named="file", below=("title",), formerly=article.formerly)
        case "actor" | "source":
            record = corpus.actors[id_] if thing.kind == "actor" else corpus.sources[id_]
            return Home(at=record.at, named="file", below=("name",), formerly=record.formerly)
        case "topic":
            topic = corpus.topics[id_]
            return Home(at=topic.at, named="key", below=("name",), formerly=topic.formerly)
        case "question":
            return _question(id_, corpus)
        case _:
            entry = corpus.claims[id_] if thing.kind == "claim" else corpus.events[id_]
            return Home(at=entry.at, named="value", below=("id",), formerly=entry.formerly)


def _question(id_: str, corpus: Corpus) -> Home:
    question = corpus.questions[id_]
    file = f"{PurePosixPath(corpus.settings.briefs)}/{QUESTIONS}"
    absent = question.at.file != file
    at = At(file, (id_,)) if absent else question.at
    return Home(at=at, named="key", below=("asks",), formerly=question.formerly, absent=absent)
