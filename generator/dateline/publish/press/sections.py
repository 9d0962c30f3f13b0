"""The titles that MkDocs takes from our folders' names to what the sections are called in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mkdocs.structure.nav import Section

from dateline.model.words.catalogue import ENGLISH, interface, to_say

if TYPE_CHECKING:
    from mkdocs.structure.nav import Navigation

NAMES: Final[Mapping[str, str]] = {
    "Briefs": to_say("Briefs"),
    "Actors": to_say("Actors"),
    "Sources": to_say("Sources"),
    "Topics": to_say("Topics"),
    "Questions": to_say("Questions"),
    "Timeline": to_say("Timeline"),
    "Search": to_say("Search"),
    "Coverage": to_say("Coverage and gaps"),
    "Corrections": to_say("Corrections"),
}
"""By the title that a folder of ours gives."""


def name_sections(nav: Navigation, language: str, *, written: bool) -> None:
    """Name them in a navigation that nobody has written; in English the folders' names do."""
    words = interface(language)
    if written or words.code == ENGLISH:
        return
    for item in nav.items:
        if isinstance(item, Section) and item.title in NAMES:
            item.title = words.say(NAMES[item.title])
