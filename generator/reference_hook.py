"""Puts the pages that the program writes about itself among the hand-written ones of our own site."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from dateline.desk.reference.pages import reference_pages


@event_priority(50)  # so that the addresses of its pages are known when dateline's own are made
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs' event."""
    for page in reference_pages():
        files.append(File.generated(config, page.path, content=page.markdown))
    return files


on_files.only_adds_files = True  # type: ignore[attr-defined]  # so the press need not fear for its own pages
