"""The files of a desk to what they become: edits gathered file by file, then carried out together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.desk.renaming.adding import NoPlaceError, with_text
from dateline.desk.renaming.sheet import Edit, edited
from dateline.desk.renaming.uses import Use
from dateline.findings import At
from dateline.model.corpus import Corpus
from dateline.read.document import Document
from dateline.read.spans import Span, spans


@dataclass(kw_only=True)
class Sheets:
    """What is to be changed in the files of a desk."""

    root: Path
    corpus: Corpus
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    """By file."""
    _tops: dict[str, Span | None] = field(default_factory=dict)

    def change(self, file: str, edits: Iterable[Edit]) -> None:
        """More edits of a file."""
        self.edits.setdefault(file, []).extend(edits)

    def document(self, file: str) -> Document:
        """A file as it was read."""
        return self.corpus.documents[file]

    def span(self, at: At) -> Span:
        """Where a value stands. Raises NoPlaceError where a file does not have it."""
        found = self.find(at)
        if found is None:
            raise NoPlaceError(f"{at.file} has nothing at “{'.'.join(map(str, at.path))}”")
        return found

    def find(self, at: At) -> Span | None:
        """Where a value stands, or None."""
        top = self.top(at.file)
        return top.find(at.path) if top else None

    def top(self, file: str) -> Span | None:
        """Where everything in a file's YAML stands; None for an article without front matter."""
        if file not in self._tops:
            document = self.document(file)
            self._tops[file] = spans(document.text[: document.body_offset])
        return self._tops[file]

    def reword(self, use: Use) -> bool:
        """Change one place; False where nothing changes, as for an article that goes without saying."""
        span = self.find(use.at)
        if span is None or span.text is None or span.is_empty:
            return False
        text = self.document(use.at.file).text
        raw = text[span.start : span.end]
        new = use.reworded(raw if use.raw else span.text)
        edit = Edit(span.start, span.end, new) if use.raw else with_text(text, span, new)
        changed = text[edit.start : edit.end] != edit.text
        self.change(use.at.file, [edit] if changed else [])
        return changed

    def contents(self) -> Mapping[str, bytes]:
        """Every changed file with what is in it from now on, by the name it has today."""
        return {
            file: edited((self.root / file).read_bytes(), edits) for file, edits in sorted(self.edits.items()) if edits
        }
