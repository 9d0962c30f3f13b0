"""Pictures in an article's Markdown to their captions, or to files beside the article."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

_IMAGE: Final = re.compile(r"!\[(?P<caption>[^\[\]]*)\]\((?P<src><[^<>\n]*>|[^\s()]+)(?:\s+\"[^\"\n]*\")?\)")
_DATA: Final = re.compile(r"data:image/[\w.+-]+;base64,")
_KINDS: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "webp"),
)
"""Pictures by how their bytes begin; SVG is none of them, since it can hold scripts."""
_LARGEST: Final = 20 * 1024 * 1024
"""Bytes of one picture."""

Source = Callable[[str], bytes | None]
"""An address in the text to the picture's bytes, None where they are not at hand."""


class Pictured(NamedTuple):
    """A body whose pictures are files beside it."""

    body: str
    files: Mapping[str, bytes]
    """By name."""
    lost: tuple[str, ...]
    """Addresses of pictures that were not at hand, or are of no kind that is kept."""


def captioned(body: str) -> str:
    """The body with each picture's caption in its place."""
    return _IMAGE.sub(lambda image: f"*{caption}*" if (caption := image["caption"].strip()) else "", body)


def pictured(body: str, name: str, source: Source) -> Pictured:
    """The body with the pictures at hand as `<name>-1.png`, `<name>-2.jpg`…, and the captions of the others."""
    files: dict[str, bytes] = {}
    lost: list[str] = []

    def place(image: re.Match[str]) -> str:
        data = source(image["src"].strip("<>"))
        ending = _ending(data) if data else None
        if data is None or ending is None:
            lost.append(image["src"].strip("<>"))
            return captioned(image.group())
        file = f"{name}-{len(files) + 1}.{ending}"
        files[file] = data
        return f"![{image['caption']}]({file})"

    return Pictured(_IMAGE.sub(place, body), files, tuple(dict.fromkeys(lost)))


def source_of(within: Mapping[str, bytes], folder: Path | None) -> Source:
    """Pictures that a file holds itself, that stand in its text as `data:`, or that lie in or below its folder."""

    def find(address: str) -> bytes | None:
        if address in within:
            return within[address]
        if data := _DATA.match(address):
            return _decoded(address[data.end() :])
        return _beside(unquote(address), folder) if folder and ":" not in address else None

    return find


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return None


def _beside(address: str, folder: Path) -> bytes | None:
    """A file below the folder; nothing that leads out of it is read."""
    try:
        path = (folder / address.partition("?")[0]).resolve()
        fits = path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= _LARGEST
        return path.read_bytes() if fits else None
    except (OSError, ValueError):  # a name that no system can have
        return None


def _ending(data: bytes) -> str | None:
    return next((ending for kind, ending in _KINDS if kind.match(data)), None)
