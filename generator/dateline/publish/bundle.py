"""A built site to one zip file that opens from a disk."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.publish.archive import Moment, write_archive
from dateline.publish.asset import Asset
from dateline.publish.for_reading import kept, linked
from dateline.publish.licences import licences
from dateline.publish.manifest import RECORD, SUMS, checksums, file_names

LEFT_OUT = frozenset({"404.html", "_headers", "robots.txt", "sitemap.xml"})
"""What only a web server has a use for."""
UNUSED = re.compile(r".*\.map|search/search_index\..*|assets/javascripts/(?:lunr|workers)/.*")
"""Source maps, and Material's own search, which ours takes the place of and which no disk lets load its index."""
EDITORS_FORM = "sveltia-cms.js"
"""Its folder is for editors, and of no use without the host that it saves to."""
LONGEST_NAME = 200
"""Characters of a path; Windows has 260 for it and the folder it is unpacked in."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
FIRST, LAST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC), dt.datetime(2107, 12, 31, 23, 59, 58, tzinfo=dt.UTC)
"""What a zip file can date."""
README = """\
{site}
{rule}

Open index.html with a web browser: every page, the search, the timelines and
all links work from this folder. Nothing is installed, no network is needed,
and nothing is asked of another host. A link to a live web page is followed
only when you click it.

Content as of:  {day}
Made by:        dateline {dateline}
Files:          {files}, {size} unpacked

LICENCES.txt   the licences of the programs whose files are in here
SHA256SUMS     checksums of every file; check them with: sha256sum -c SHA256SUMS
data/          the same content for machines, as JSON and CSV
"""


class BundleError(Exception):
    """The site has names that cannot be unpacked everywhere; the message lists them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundled:
    """What was put into a bundle."""

    files: int
    unpacked: int
    """Bytes."""
    packed: int
    """Bytes of the zip file."""


def bundle(site: Path, target: Path) -> Bundled:
    """Zip a site that was built to be read from a disk.

    Raises BundleError where a name cannot be unpacked on Windows, OSError where a file cannot be read or written.
    """
    record = json.loads((site / RECORD).read_bytes())
    names = [name for name in kept(file_names(site)) if name not in LEFT_OUT and not UNUSED.fullmatch(name)]
    forms = {PurePosixPath(name).parent for name in names if PurePosixPath(name).name == EDITORS_FORM}
    names = [name for name in names if PurePosixPath(name).parent not in forms]
    _check(names)
    files = [*(_file(site, name) for name in names), Asset("LICENCES.txt", licences())]
    files.append(Asset("README.txt", _readme(record, files)))
    files.sort(key=lambda file: file.path)
    files.append(Asset(SUMS, checksums((file.path, hashlib.sha256(_bytes(file)).hexdigest()) for file in files)))
    write_archive(files, _moment(record["content"]["day"]), target)
    return Bundled(files=len(files), unpacked=_size(files), packed=target.stat().st_size)


def _file(site: Path, name: str) -> Asset:
    content = (site / name).read_bytes()
    if name.endswith(".html"):
        content = linked(name, content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    return Asset(name, content)


def _bytes(file: Asset) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.encode()


def _size(files: Sequence[Asset]) -> int:
    return sum(len(_bytes(file)) for file in files)


def _readme(record: Any, files: Sequence[Asset]) -> str:
    site = " ".join(str(record["site"]).split())
    values = {"site": site, "rule": "=" * len(site), "files": f"{len(files) + 2:,}", "size": in_words(_size(files))}
    return README.format(**values, day=record["content"]["day"] or "not dated", dateline=record["versions"]["dateline"])


def in_words(size: int) -> str:
    """A size in bytes as `12.3 MB`, of a million bytes each."""
    return f"{size / 1e6:,.1f} MB"


def _moment(day: str | None) -> Moment:
    """The moment in SOURCE_DATE_EPOCH, else the content's day, as far as a zip file can date it."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        then = dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    else:
        then = dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC) if day else FIRST
    then = min(max(then, FIRST), LAST)
    return then.year, then.month, then.day, then.hour, then.minute, then.second


def _check(names: Sequence[str]) -> None:
    wrong = [*_unpackable(names), *_alike(names)]
    if wrong:
        raise BundleError("; ".join(wrong))


def _unpackable(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if len(name) >= LONGEST_NAME:
            yield f"{name} is longer than {LONGEST_NAME - 1} characters"
        for part in PurePosixPath(name).parts:
            if RESERVED.fullmatch(part) or FORBIDDEN.search(part):
                yield f"{name}: Windows has no file or folder “{part}”"


def _alike(names: Sequence[str]) -> Iterator[str]:
    """Names that are one name on a disk that ignores the case of letters."""
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            yield f"{other} and {name} differ only in the case of letters"
