"""What a kind of page is: which things have one, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.model.corpus import Corpus
from dateline.pages.page import Page
from dateline.pages.view import View
from dateline.relate.relations import Relations


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of page."""

    name: str
    """Such as `brief`; also the name of its layout, `kinds/brief.md.j2`."""
    subjects: Callable[[Corpus, Relations], Iterable[str]]
    """What has such a page: ids, years, letters; one empty text where there is a single page."""
    page: Callable[[View, str], Page]
    """The page of one subject; the view stands where the page will."""
    path: Callable[[str], str]
    """Where the Markdown of a subject's page stands."""
    title: Callable[[View, str], str] | None = None
    """The title of a subject's page, where that is known without making it."""
