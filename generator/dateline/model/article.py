"""<name>.md to an article: front matter and stored text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dateline.findings import At
from dateline.model.record import Address, Addresses, Date, Id, Record, Text, Texts, as_entry


class Origin(Record):
    """Where the text comes from, when an editor knows better than the machine."""

    of: Text | None = None
    """The article or source it derives from; absent when the origin is its own."""
    how: Literal["own", "syndicated", "rewritten", "excerpt", "translated"] | None = None
    """How it derives."""
    because: Text | None = None
    """How the editor knows."""


class Original(Record):
    """The stored file an article was made from."""

    file: Text
    """Its name, beside the article."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The file's SHA-256, 64 hexadecimal digits."""


class Article(Record):
    """A curated article."""

    name: Text = Field(alias="@name")
    """The file's name without `.md`."""
    brief: Id = Field(alias="@brief")
    """The brief whose folder it is in."""
    at: At = Field(alias="@at")
    """The file."""
    body: str = Field(alias="@body")
    """The stored text, Markdown; empty where nothing is stored."""
    title: Text
    """The headline; the file's name where none is given."""
    source: Id | None = None
    """Who published it."""
    authors: Texts = ()
    """Who wrote it."""
    text: Literal["full", "excerpt", "summary"] = "full"
    """What the stored text is: the article, a part of it, or the desk's own summary."""
    url: Address | None = None
    """Its live address."""
    published: Date | None = None
    """When it was published (EDTF, as precise as known)."""
    accessed: Date | None = None
    """When it was saved."""
    language: Text | None = None
    """The language of the original (BCP 47)."""
    place: Text | None = None
    """The place of its dateline."""
    agency: Text | None = None
    """The agency credited, as printed."""
    translation_of: Text | None = None
    """The article it translates, as a file name without `.md`, or `slug/name`."""
    archived: Addresses = ()
    """Addresses of archived copies."""
    original: Annotated[Original, as_entry("file")] | None = None
    """The stored file beside it."""
    rights: Literal["full", "excerpt", "link"] = "excerpt"
    """How much of the text may be printed."""
    licence: Text | None = None
    """The licence of the text."""
    origin: Annotated[Origin, as_entry("how")] | None = None
    """`own`, or what it derives from."""
    status: Literal["live", "corrected", "retracted", "removed"] = "live"
    """What its publisher did with it since."""
    status_on: Date | None = None
    """When."""
    status_why: Text | None = None
    """Why."""
    formerly: Texts = ()
    """Names this article had before."""

    @property
    def ref(self) -> str:
        """`slug/name`: its id everywhere outside its folder."""
        return f"{self.brief}/{self.name}"

    @property
    def original_file(self) -> str:
        """The stored file's name relative to the desk; empty where the article names none."""
        return f"{self.at.file.rpartition('/')[0]}/{self.original.file}" if self.original else ""

    @property
    def standing(self) -> bool:
        """Whether its publisher still stands by it."""
        return self.status in {"live", "corrected"}
