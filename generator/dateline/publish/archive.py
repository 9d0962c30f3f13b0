"""Named bytes to a zip file that is the same on every machine."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from deflate import deflate_compress

from dateline.publish.asset import Asset

Moment = tuple[int, int, int, int, int, int]
UNIX = 3
HARDEST = 9
"""Of libdeflate, pinned to one version: unlike zlib it is the same program on every machine."""
READABLE_FILE = 0o100644


def write_archive(files: Iterable[Asset], moment: Moment, target: Path) -> None:
    """Write files, in their order and dated alike, to a zip file; what compression makes larger is stored.

    `moment` is year, month, day, hour, minute, second. Nothing is at `target` before all of it is there.
    """
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("wb") as stream, ZipFile(stream, "w") as archive:
            for file in files:
                _add(archive, stream, file, moment)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _add(archive: ZipFile, stream: BinaryIO, file: Asset, moment: Moment) -> None:
    content = file.content if isinstance(file.content, bytes) else file.content.encode()
    packed = bytes(deflate_compress(content, HARDEST))
    entry = ZipInfo(file.path, moment)
    entry.create_system = UNIX
    entry.external_attr = READABLE_FILE << 16
    entry.compress_type = ZIP_DEFLATED if len(packed) < len(content) else ZIP_STORED
    data = packed if entry.compress_type == ZIP_DEFLATED else content
    entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(content), len(content), len(data)
    # zipfile takes no data that is compressed already; its own `mkdir` adds an entry in the same way.
    entry.header_offset = stream.tell()
    stream.write(entry.FileHeader())
    stream.write(data)
    archive.start_dir = stream.tell()
    archive.filelist.append(entry)
    archive.NameToInfo[entry.filename] = entry
