"""A saved web page to a raw article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from dateline.desk.intake.decode import decode
from dateline.desk.intake.found import IntakeError, Raw
from dateline.desk.intake.linked_data import linked_article
from dateline.desk.intake.page_date import page_date
from dateline.desk.intake.page_names import authors_of, site_of
from dateline.desk.intake.page_text import page_text
from dateline.desk.intake.page_title import page_title
from dateline.desk.intake.place_line import is_agency
from dateline.desk.intake.tidy import one_line

if TYPE_CHECKING:
    from dateline.desk.intake.linked_data import LinkedArticle

_ARCHIVED: Final = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]*/|archive\.(?:ph|is|today|md|li|vn|fo)/)(?P<url>https?://\S+)?"
)
_SAVED_FROM: Final = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)"
)
_ELEMENT: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read_page(data: bytes, *, declared: str | None = None, url: str | None = None, with_images: bool = False) -> Raw:
    """Title, names, date, addresses and text of a page; `declared` is its charset and `url` its address, if told."""
    html, notes = decode(data, declared)
    tree = _tree(html)
    said = linked_article(tree)
    language = _language(tree)
    text = page_text(html, with_images=with_images)
    title = page_title(tree, said)
    site = site_of(tree, said)
    authors = authors_of(tree, said, site)
    when = page_date(html, tree, said, language)
    address, archived = _addresses(html, tree, said, url)
    return Raw(
        blocks=text,
        is_markdown=True,
        title=title.text,
        authors=tuple(name for name in authors if not is_agency(name)),
        agency=next(filter(is_agency, authors), None),
        published=when.edtf,
        language=language,
        url=address,
        archived=archived,
        site=site,
        notes=(*notes, *title.notes, *when.notes),
    )


def _tree(html: str) -> Any:
    from trafilatura import load_html

    # A mail's page may be a single paragraph, which trafilatura takes for an empty tree.
    tree = load_html(html)
    if tree is None and _ELEMENT.search(html):
        tree = load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        raise IntakeError("this is not a web page that can be read: it holds no HTML elements")
    return tree


def _language(tree: Any) -> str | None:
    said = tree.xpath(
        "string((//html/@lang | //html/@*[name()='xml:lang'] | //meta[@property='og:locale']/@content)[1])"
    )
    found = _LANGUAGE.fullmatch(said.strip())
    return _cased(found.group().replace("_", "-")) if found else None


def _cased(tag: str) -> str:
    """A language tag as BCP 47 writes it: `en-GB`, `zh-Hant`, `es-419`."""
    first, *rest = tag.split("-")
    cases = {len("GB"): str.upper, len("Hant"): str.title}
    return "-".join([first.lower(), *(cases.get(len(part), str.lower)(part) for part in rest)])


def _addresses(html: str, tree: Any, said: LinkedArticle, url: str | None) -> tuple[str | None, str | None]:
    """The article's own address, and that of the archived copy which was saved."""
    found = [
        url or "",
        *(match["url"] for match in [_SAVED_FROM.search(html[:4000])] if match),
        *tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"),
        said.url or "",
    ]
    addresses = [one_line(each) for each in found if one_line(each).startswith(("http://", "https://"))]
    copies = [match for match in map(_ARCHIVED.match, addresses) if match]
    own = [each for each in addresses if not _ARCHIVED.match(each)] + [match["url"] for match in copies if match["url"]]
    if url in own and len(own) > 1:
        own.remove(url)
    return (own[0] if own else None), (copies[0].string if copies else None)
