"""Puts the pages that the program writes about itself among the hand-written ones of our own site."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from dateline.desk.reference.pages import reference_pages


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """MkDocs' event."""
    for page in reference_pages():
        files.append(File.generated(config, page.path, content=page.markdown))
    return files
