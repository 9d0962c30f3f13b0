"""A thing and its new id to the links of hand-written pages that lead to its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.desk.renaming.thing import Thing, own_id
from dateline.pages.links import FOLDERS

ANCHORS = {"claim": "claim-", "date": "date-", "article": "article-"}
ADDRESS = r"(?P<before>[^\s()<>\"'\[\]]*?)(?<![\w.-])"
"""What stands before the part of an address that names a thing; another host's addresses are told by their `://`."""
END = r"(?![\w.-])"


def linked_pages(files: Iterator[Path], root: Path, old: Thing, new: Thing) -> tuple[Mapping[str, bytes], int]:
    """Hand-written files with links to a thing's page, by name below `root`, now with its new address; how many."""
    pattern, replacement = _pattern(old), _address(new)
    found, count = {}, 0
    for path in files:
        before = path.read_bytes().decode("utf-8", "surrogateescape")
        after = pattern.sub(lambda link: _replaced(link, replacement), before)
        if after != before:
            count += sum("://" not in link["before"] for link in pattern.finditer(before))
            found[path.relative_to(root).as_posix()] = after.encode("utf-8", "surrogateescape")
    return found, count


def _pattern(thing: Thing) -> re.Pattern[str]:
    if anchor := ANCHORS.get(thing.kind):
        slug = re.escape(re.split("[#/]", thing.id)[0])
        page = rf"(?P<page>{FOLDERS['brief']}/{slug}/(?:index\.(?:md|html))?#)"
        return re.compile(f"{ADDRESS}{page}{anchor}{re.escape(own_id(thing))}{END}")
    return re.compile(f"{ADDRESS}(?P<page>){FOLDERS[thing.kind]}/{re.escape(thing.id)}(?=/)")


def _address(thing: Thing) -> str:
    anchor = ANCHORS.get(thing.kind)
    return f"{anchor}{own_id(thing)}" if anchor else f"{FOLDERS[thing.kind]}/{thing.id}"


def _replaced(link: re.Match[str], replacement: str) -> str:
    return link[0] if "://" in link["before"] else f"{link['before']}{link['page']}{replacement}"
