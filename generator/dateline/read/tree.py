"""A desk's folder to documents: every file read, every fault in form kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from dateline.findings import Finding, Place
from dateline.read.disk import Disk
from dateline.read.document import Document, read_document
from dateline.read.faults import FILE_TOO_LARGE
from dateline.read.folder import ReadError
from dateline.read.ground import Content, Ground
from dateline.read.kept import Lore
from dateline.read.layout import survey
from dateline.read.limits import Bounds, Limits, parse_size, size_in_words
from dateline.read.reader import Read, Reader, Reading, remembering
from dateline.read.text import read_text

__all__ = ["Limits", "ReadError", "Tree", "parse_size", "read_again", "read_tree"]


def _unknown(file: str) -> str:
    raise AssertionError(f"{file} is none of the others")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """All that a desk's folder holds."""

    documents: tuple[Document, ...]
    """Files with data, sorted by `file`."""
    findings: tuple[Finding, ...]
    """What is wrong with names, encodings and YAML, with places, in the order of files and lines."""
    others: tuple[str, ...]
    """Files beside articles, such as originals and images, relative to the desk's root, sorted."""
    broken: tuple[str, ...] = ()
    """Files that are there and give no document, for reasons that the findings tell, sorted."""
    sha256: Callable[[str], str] = field(default=_unknown, compare=False, repr=False)
    """The SHA-256 of one of the others, 64 hexadecimal digits; raises as reading does."""


def read_tree(root: Path | Ground, briefs: str, limits: Bounds, read: Read = read_document) -> Tree:
    """Read every file of the desk below `root`, or in a commit, whose content is in the folder `briefs`.

    A file with an error gives findings and no document. Raises ReadError where the system refuses a file. What
    `read` knows of another state of the desk it need not read anew.
    """
    ground = Disk(root) if isinstance(root, Path) else root
    found = survey(ground, briefs)
    documents: list[Document] = []
    findings, broken = list(found.findings), []
    for entry, content in ground.contents(found.files, limits.file):
        document, wrong = _document(entry.file, content, limits, read)
        findings += wrong
        if document:
            documents.append(document)
        else:
            broken.append(entry.file)
    others = {entry.file: entry for entry in found.others}
    return Tree(
        documents=tuple(sorted(documents, key=lambda document: document.file)),
        findings=tuple(sorted(findings, key=lambda finding: finding.at)),
        others=tuple(sorted(others)),
        broken=tuple(sorted(broken)),
        sha256=lambda file: ground.sha256(others[file]),
    )


def read_again(root: Path | Ground, briefs: str, limits: Bounds, lore: Lore, reader: Reader | None = None) -> Tree:
    """The same, but for the files that an earlier run, or this one's `reader`, has read with the same text."""
    kept = lore.of("readings")
    read = remembering(kept)
    tree = read_tree(root, briefs, limits, partial(reader.read, read=read) if reader else read)
    kept.close(document.file for document in tree.documents)
    return tree


def _document(file: str, content: Content, limits: Bounds, read: Read) -> Reading:
    if content.data is None:
        return None, (_too_large(file, content.size, limits.file),)
    text, findings = read_text(content.data, file)
    if text is None:
        return None, findings
    document, wrong = read(text, file, limits)
    return document, (*findings, *wrong)


def _too_large(file: str, size: int, limit: int) -> Finding:
    message = f"the file has {size_in_words(size)}, more than the {size_in_words(limit)} that are read"
    return FILE_TOO_LARGE.at(Place(file, 1, 1), message, "split it, or raise “limits: {file: …}” in mkdocs.yml")
