"""Documents to the names they define, so that a reference can be told from a slip even when its file is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from dateline.findings import At, Finding
from dateline.model.faults import DUPLICATE_ID
from dateline.model.record import listed
from dateline.model.settings import Settings
from dateline.read.document import Document
from dateline.read.tree import Tree

BRIEF_PARTS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """Every name that some file defines, by what it names."""

    actors: frozenset[str]
    sources: frozenset[str]
    topics: frozenset[str]
    briefs: Mapping[str, str]
    """Each slug, and the `brief.yaml` that has it."""
    articles: Mapping[str, tuple[str, ...]]
    """Each slug, and the names of its articles."""
    claims: frozenset[str]
    """`slug#id`, numbered ones included."""
    unread: frozenset[str]
    """Slugs whose `brief.yaml` could not be read, so that nobody knows which claims it has."""
    topics_unread: bool
    """Whether `topics.yaml` could not be read, so that nobody knows which topics there are."""

    def owns(self, slug: str, file: str) -> bool:
        """Whether a file stands in the folder that holds this slug, where two years have it."""
        brief = self.briefs.get(slug)
        return brief is not None and brief.rpartition("/")[0] == file.rpartition("/")[0]

    def may_hold(self, kind: str, id_: str) -> bool:
        """Whether a file that could not be read may define what has this id."""
        return (self.topics_unread and kind in {"topic", "subject"}) or id_.partition("#")[0] in self.unread

    @property
    def article_refs(self) -> frozenset[str]:
        """`slug/name` of every article."""
        return frozenset(f"{slug}/{name}" for slug, names in self.articles.items() for name in names)


def names_of(tree: Tree, settings: Settings) -> tuple[Names, tuple[Finding, ...]]:
    """The names that a tree's documents define, and the ids that two of them claim."""
    by_folder: dict[str, list[str]] = {}
    briefs: dict[str, str] = {}
    articles: dict[str, list[str]] = {}
    clashes: list[Finding] = []
    documents = {document.file: document for document in tree.documents}
    for file in sorted((*documents, *tree.broken)):
        parts = parts_of(file, settings)
        by_folder.setdefault(parts[0], []).append(file)
        if len(parts) == BRIEF_PARTS and parts[2] == "brief.yaml":
            first = briefs.setdefault(parts[1], file)
            if first != file:
                clashes.append(_clash(file, parts[1], first))
        elif len(parts) == BRIEF_PARTS:
            articles.setdefault(parts[1], []).append(stem_of(file))
    topics = (documents[file].data for file in by_folder.get("topics.yaml", ()) if file in documents)
    read = {slug: documents[file] for slug, file in briefs.items() if file in documents}
    names = Names(
        actors=_stems(by_folder.get("actors", ())),
        sources=_stems(by_folder.get("sources", ())),
        topics=frozenset(key for data in topics for key in data),
        briefs=briefs,
        articles={slug: tuple(found) for slug, found in articles.items()},
        claims=frozenset(ref for slug, document in read.items() for ref in _claims(slug, document)),
        unread=frozenset(briefs.keys() - read.keys()),
        topics_unread=any(file not in documents for file in by_folder.get("topics.yaml", ())),
    )
    return names, tuple(clashes)


def parts_of(file: str, settings: Settings) -> list[str]:
    """The names on the way to a file from the folder of the briefs."""
    # Paths of the standard library would take longer than all else that is done with a file's name.
    return file.removeprefix(f"{PurePosixPath(settings.briefs)}/").split("/")


def stem_of(file: str) -> str:
    """A file's name without folder and ending."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _clash(file: str, slug: str, first: str) -> Finding:
    message = f"the slug “{slug}” is taken by {first}; slugs are unique across years"
    return DUPLICATE_ID.at(At(file), message, "rename one of the two folders")


def _stems(files: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem_of, files))


def _claims(slug: str, document: Document) -> Iterator[str]:
    for id_, _ in numbered(document.data.get("claims"), "c"):
        yield f"{slug}#{id_}"


def numbered(entries: Any, prefix: str) -> Iterator[tuple[str, bool]]:
    """The id of each entry of a list, in order, and whether it comes from the entry's place."""
    for index, entry in enumerate(listed(entries), start=1):
        given = entry.get("id") if isinstance(entry, Mapping) else None
        yield (given, False) if isinstance(given, str) else (f"{prefix}{index}", True)
