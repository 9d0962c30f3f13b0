"""A desk's files to a checked corpus, and from there to pages: the whole story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.check.aside import check_aside
from dateline.check.known import Content, keep_content, keep_findings, known_content, known_findings
from dateline.check.run import check
from dateline.findings import Finding, has_errors
from dateline.model.assemble import assemble
from dateline.model.content import UNDATED, day_of, hash_of
from dateline.model.corpus import Corpus
from dateline.model.maker import Maker
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.read.ground import Ground
from dateline.read.kept import Lore
from dateline.read.memory import FOLDER, Memory, no_memory, open_memory
from dateline.read.program import program
from dateline.read.reader import Reader
from dateline.read.signatures import current_state
from dateline.read.tree import read_again
from dateline.read.uncollected import uncollected
from dateline.relate.relations import Relations, Whole, relate
from dateline.relate.shown import as_shown
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.pages.page import Page
    from dateline.pages.sheet import Sheet
    from dateline.pages.shelved import Shelved

PUBLISHERS = ("mkdocs", "mkdocs-material")
"""Whose version, beside our own, changes the bytes of a site."""


class Shared:
    """What several states of one desk have in common."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}
        """What was read of the repository, by hash."""
        self.reader = Reader()
        self.maker = Maker()
        self.last: Desk | None = None
        """The state examined last."""


class Desk:
    """A desk, read and checked; what an earlier run found out about the very same files is not worked out again."""

    def __init__(
        self, root: Path | Ground, settings: Settings, today: When | None, memory: Memory | None,
        shared: Shared | None = None,
    ) -> None:  # fmt: skip
        self.settings = settings
        self._reader = shared.reader if shared else None
        self._maker = shared.maker if shared else None
        self._other = shared.last if shared else None
        self.memory = memory or no_memory()
        self._lore = Lore(memory)
        self._root = root
        self._today = today
        self._shown: dict[bool, tuple[Corpus, Relations]] = {}
        self._checked: Callable[[], tuple[Finding, ...]] | None = None
        self._state = current_state(root / settings.briefs, memory) if memory and isinstance(root, Path) else ""

    @cached_property
    def corpus(self) -> Corpus:
        """Everything that is there, drafts included."""
        with uncollected():
            tree = read_again(self._root, self.settings.briefs, self.settings.limits, self._lore, self._reader)
            return assemble(tree, self.settings, self._maker)

    @cached_property
    def relations(self) -> Relations:
        """What it means."""
        with uncollected():
            other = self._other
            beside = Whole(other.corpus, other.relations) if other else None
            return relate(self.corpus, other=beside, lore=self._lore)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it, in the order of files."""
        known = known_findings(self.memory, self._state, str(self._today))
        if known is not None:
            return known
        with uncollected():
            found = self._checked() if self._checked else check(self.corpus, self.relations, self._today, self._lore)
        keep_findings(self.memory, self._state, str(self._today), found)
        return found

    def check_aside(self) -> None:
        """Begin to look for what is wrong with it while something else is done; what cannot be read is told here."""
        with uncollected():
            self._checked = check_aside(self.corpus, self.relations, self._today)

    def finding_first(self, more: Iterable[Finding]) -> Desk:
        """This desk with more findings before its own."""
        first = tuple(more)
        if not first:
            return self
        other = copy(self)
        other.findings = (*first, *self.findings)
        return other

    @property
    def sound(self) -> bool:
        """Whether nothing stops a build."""
        return not has_errors(self.findings)

    @cached_property
    def content(self) -> Content:
        """What stands for the content as a whole."""
        known = known_content(self.memory, self._state)
        if known is None:
            known = Content(day=day_of(self.corpus), sha256=hash_of(self.corpus))
            keep_content(self.memory, self._state, known)
        return known

    def shown(self, *, drafts: bool) -> tuple[Corpus, Relations]:
        """What readers see of it."""
        if drafts not in self._shown:
            other = Whole(*self._other.shown(drafts=drafts)) if self._other else None
            self._shown[drafts] = as_shown(self.corpus, self.relations, drafts=drafts, other=other)
        return self._shown[drafts]

    def shelved(self, *, drafts: bool, today: When | None) -> Shelved:
        """What is known of its pages."""
        # A check needs no pages, nor what lays them out.
        from dateline.pages.shelved import Shelved

        return Shelved(self.memory, f"drafts {drafts}, today {today}", self._state)


def examine(
    root: Path | Ground, settings: Settings, today: When | None = None, memory: Memory | None = None,
    shared: Shared | None = None,
) -> Desk:  # fmt: skip
    """Read, model, relate and check the desk below `root`, or in a commit, as far as `memory` does not know it already.

    What it has in common with states of it that were examined with the same `shared` is not worked out again. Raises
    ReadError where the system refuses a file.
    """
    desk = Desk(root, settings, today, memory, shared)
    if shared:
        desk.check_aside()
        shared.last = desk
        return desk
    desk.findings  # noqa: B018  # what cannot be read is told here and not later
    desk.memory.save()
    return desk


def memory_of(root: Path, settings: Settings) -> Memory:
    """The memory of earlier runs on a desk: of the same program, the same libraries and the same settings."""
    return open_memory(root / FOLDER, f"{program()} {settings.model_dump_json()}")


def pages(desk: Desk, *, drafts: bool = False, today: When | None = None) -> Iterator[Page]:
    """The pages of a sound desk, as readers see it."""
    from dateline.pages.run import render

    return render(*desk.shown(drafts=drafts), today)


def sheets(desk: Desk, *, drafts: bool = False, today: When | None = None) -> Iterator[Sheet]:
    """The same pages, each made when it is asked for; at the end the memory knows them."""
    from dateline.pages.run import page_of
    from dateline.pages.sheets import same_sheets
    from dateline.pages.sheets import sheets as sheets_of

    shelved = desk.shelved(drafts=drafts, today=today)
    known = same_sheets(shelved, lambda subject: page_of(subject, *desk.shown(drafts=drafts), today))
    yield from known or sheets_of(*desk.shown(drafts=drafts), today, shelved)
    desk.memory.save()


def build_record(desk: Desk, *, drafts: bool, today: When | None, as_of: str = "") -> Mapping[str, Any]:
    """What a build depends on, as `data/build.json` says it: no host, user, path or time."""
    day = desk.content.day
    return {
        "versions": {"dateline": __version__} | {name: metadata.version(name) for name in PUBLISHERS},
        "content": {"day": None if day == UNDATED else day, "sha256": desk.content.sha256},
        "options": {"drafts": drafts, "today": str(today) if today else None} | ({"as_of": as_of} if as_of else {}),
        "settings": desk.settings.model_dump(mode="json"),
    }
