"""This program to a digest of itself: what it makes of the same files may change when it does."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1]
LIBRARIES: Final = (
    "ahocorasick-rs", "babel", "jinja2", "markdown-it-py", "pydantic", "pydantic-core", "pyyaml", "rapidfuzz",
    "snowballstemmer",
)  # fmt: skip
"""Whose results stand in a memory."""


@cache
def program() -> str:
    """A digest of the package's files, of Python and of the libraries that read, relate, check and write pages."""
    found = blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix not in {".pyc", ""} and path.is_file():
            found.update(path.relative_to(PACKAGE).as_posix().encode())
            found.update(path.read_bytes())
    versions = [f"{name} {metadata.version(name)}" for name in LIBRARIES]
    return f"{found.hexdigest()} python {sys.version_info[:2]} {' '.join(versions)}"
