"""The program to the reference pages of its documentation: nothing in them is written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.desk.reference.commands import commands_page
from dateline.desk.reference.findings import findings_pages
from dateline.desk.reference.house import architecture_page
from dateline.desk.reference.keys import keys_page, settings_page


class DocPage(NamedTuple):
    """A page of the documentation."""

    path: str
    """Below `docs/`."""
    markdown: str


def reference_pages() -> Iterator[DocPage]:
    """Commands, keys, settings, findings, and how the house is laid out."""
    yield DocPage("reference/commands.md", commands_page())
    yield DocPage("reference/keys.md", keys_page())
    yield DocPage("reference/settings.md", settings_page())
    yield from (DocPage(f"reference/findings/{name}.md", text) for name, text in findings_pages())
    yield DocPage("contributing/architecture.md", architecture_page())
