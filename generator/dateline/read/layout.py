"""The folders of a desk to the files to read: what belongs where, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from dateline.findings import Fault, Finding, Place
from dateline.read.faults import (
    MISNAMED_FILE,
    MISSING_BRIEF,
    STRAY_FILE,
    WRONG_FILE_TYPE,
    WRONG_NAME,
)
from dateline.read.folder import Entry, Kind
from dateline.read.ground import Ground
from dateline.read.names import ARTICLE, BRIEF, ENDINGS, RECORDS, SINGLE, YEAR, is_id, meant, proposed_id, split


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """What a walk through a desk finds, before any file is opened."""

    files: tuple[Entry, ...]
    """To be read."""
    others: tuple[Entry, ...]
    """Files beside articles, such as originals and images."""
    findings: tuple[Finding, ...]
    """About names, links and kinds of files."""


def survey(ground: Ground, briefs: str) -> Survey:
    """The files of a desk whose content is in the folder `briefs`; ReadError where one is locked."""
    walk = _Walk(ground)
    walk.desk(PurePosixPath(briefs).as_posix())
    return Survey(files=tuple(walk.files), others=tuple(walk.others), findings=tuple(walk.findings))


class _Walk:
    """One method a folder of the layout; each sorts what stands there into files, others and findings."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.files: list[Entry] = []
        self.others: list[Entry] = []
        self.findings: list[Finding] = []

    def desk(self, briefs: str) -> None:
        found = self.ground.folder(briefs)
        if isinstance(found, Finding):
            self.findings.append(found)
        else:
            self._go(found, self._briefs)

    def _briefs(self, entry: Entry, _beside: Collection[str]) -> None:
        if entry.name in SINGLE:
            self._read(entry)
        elif entry.name in RECORDS:
            self._go(entry, self._record)
        elif YEAR.fullmatch(entry.name):
            self._go(entry, self._year)
        elif wanted := meant(entry.name, (*SINGLE, *RECORDS)):
            self._misnamed(entry, wanted, _beside)
        elif entry.kind is Kind.FOLDER:
            message = f"“{entry.shown}” is not a year, and briefs stand in “<year>/<slug>”"
            self._find(WRONG_NAME, entry.file, message, "move it into a folder of four digits, or “undated”")
        else:
            self._stray(entry)

    def _record(self, entry: Entry, beside: Collection[str]) -> None:
        name, ending = split(entry.name)
        if ENDINGS.get(ending.lower()) != ".yaml":
            self._stray(entry)
        elif not is_id(name):
            self._wrong_id(entry, name, ".yaml")
        elif ending != ".yaml":
            self._misnamed(entry, f"{name}.yaml", beside)
        else:
            self._read(entry)

    def _year(self, entry: Entry, _beside: Collection[str]) -> None:
        if entry.kind is Kind.FILE:
            self._stray(entry)
        elif is_id(entry.name):
            self._brief(entry)
        else:
            self._wrong_id(entry, entry.name, "")

    def _brief(self, folder: Entry) -> None:
        before = len(self.findings)
        beside = self._go(folder, self._beside_brief)
        brief, new = f"{folder.file}/{BRIEF}", self.findings[before:]
        # A file that was meant as the brief has been reported already; an empty folder is only a leftover of git's.
        explained = any(finding.fault is MISNAMED_FILE or finding.file == brief for finding in new)
        if beside and BRIEF not in beside and not explained:
            self._find(MISSING_BRIEF, brief, f"there is no “{BRIEF}” in this folder", "write one with a “title:”")

    def _beside_brief(self, entry: Entry, beside: Collection[str]) -> None:
        name, ending = split(entry.name)
        right = ENDINGS.get(ending.lower())
        if entry.name == BRIEF or (ending == ".md" and ARTICLE.fullmatch(name)):
            self._read(entry)
        elif right == ".yaml" and meant(entry.name, (BRIEF,)):
            self._misnamed(entry, BRIEF, beside)
        elif ending == ".md":
            self._wrong_id(entry, name, ".md")
        elif right == ".md" and entry.kind is Kind.FILE:
            self._misnamed(entry, f"{entry.shown.rpartition('.')[0]}.md", beside)
        elif right or entry.kind is Kind.FOLDER:
            self._stray(entry)
        else:
            self.others.append(entry)

    def _go(self, folder: Entry, visit: Callable[[Entry, Collection[str]], None]) -> Collection[str]:
        """Visit all that stands in a folder, in order; its names."""
        if folder.kind is Kind.FILE:
            self._find(WRONG_FILE_TYPE, folder.file, "this is a file where a folder is meant", "rename it")
            return ()
        found, findings = self.ground.entries(folder)
        self.findings += findings
        names = frozenset(entry.name for entry in found)
        for entry in found:
            visit(entry, names)
        return names

    def _read(self, entry: Entry) -> None:
        if entry.kind is Kind.FILE:
            self.files.append(entry)
        else:
            self._find(WRONG_FILE_TYPE, entry.file, "this is a folder where a file is meant", "rename it")

    def _stray(self, entry: Entry) -> None:
        message = f"“{entry.shown}” does not belong here and is not read"
        self._find(STRAY_FILE, entry.file, message, "move it, or let its name begin with a dot")

    def _misnamed(self, entry: Entry, wanted: str, beside: Collection[str]) -> None:
        if wanted in beside:
            message = f"“{entry.shown}” is not read, as “{wanted}” stands beside it"
            self._find(MISNAMED_FILE, entry.file, message, "keep one of them")
        else:
            self._find(MISNAMED_FILE, entry.file, f'“{entry.shown}” is not read; did you mean "{wanted}"?')

    def _wrong_id(self, entry: Entry, name: str, ending: str) -> None:
        proposed = proposed_id(name)
        rule = "which has lower-case letters, digits and hyphens, at most 100"
        remedy = f"rename it to “{proposed}{ending}”" if proposed else "rename it"
        self._find(WRONG_NAME, entry.file, f"“{entry.shown}” cannot be an id, {rule}", remedy)

    def _find(self, fault: Fault, file: str, message: str, remedy: str = "") -> None:
        self.findings.append(fault.at(Place(file, 1, 1), message, remedy))
