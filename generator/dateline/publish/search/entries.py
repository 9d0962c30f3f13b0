"""The facts of pages to what a search finds on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from dateline.pages.links import url_of
from dateline.pages.page import Page, Row
from dateline.publish.search.entry import Entry
from dateline.publish.search.known import Known, facets_of, facts

LABELLED: Final = frozenset({"actor", "source", "topic"})
"""Kinds of page that are values of facets."""


def entries_of(pages: Sequence[Page]) -> tuple[Entry, ...]:
    """Everything that can be found on the pages; nothing that no page prints."""
    known = Known({what: value for page in pages for what, value in facts(page)}.get)
    return tuple(entry for page in pages for entry in entries_on(page, known))


def labels_of(pages: Iterable[Page]) -> Mapping[str, str]:
    """What the values of facets are called, by `actor/<id>`, `source/<id>` and `topic/<id>`."""
    return {f"{page.facts.kind}/{page.facts.id}": page.title for page in pages if page.facts.kind in LABELLED}


def entries_on(page: Page, known: Known) -> Iterator[Entry]:
    """What can be found on one page."""
    kind = page.facts.kind
    if kind == "brief":
        yield from _of_brief(page, known)
    elif kind in _SINGLE:
        yield _SINGLE[kind](page, known)
    elif page.facts.listed:
        yield _entry(known, "page", _file(url_of(page.path)), _file(url_of(page.path)), page.title)


def _of_brief(page: Page, known: Known) -> Iterator[Entry]:
    yield _brief(page, known)
    row, topics = page.facts.twin, page.facts.twin.get("topics", ())
    for claim in row["claims"]:
        yield _claim(claim, topics, known)
    for date in row["dates"]:
        facets = facets_of(known, actor=date["who"], topic=topics, status=[date["status"]])
        what, where = known.plain(date["what"]), date.get("where", "")
        yield _entry(known, "date", date["id"], _file(date["url"]), what, text=where, when=date["when"], facets=facets)
    for article in row["articles"]:
        yield _article(article, page, known)


def _brief(page: Page, known: Known) -> Entry:
    row = page.facts.twin
    text = " ".join(filter(None, (known.plain(row.get("summary", "")), page.facts.texts.get(row["id"], ""))))
    facets = facets_of(known, actor=row["actors"], topic=row.get("topics", ()), status=[row["state"]])
    url, when = _file(row["url"]), row.get("published")
    return _entry(known, "brief", row["id"], url, page.title, text=text, when=when, facets=facets)


def _claim(claim: Row, topics: Iterable[str], known: Known) -> Entry:
    facets = facets_of(
        known,
        actor=claim.get("by", ()),
        topic=topics,
        about=claim.get("about", ()),
        source=(known.source_of(item["article"]) for item in claim["evidence"]),
        status=[claim["status"]],
        support=[claim["support"]],
    )
    text = " · ".join(item[key] for item in claim["evidence"] for key in ("quote", "translation") if key in item)
    url, when = _file(claim["url"]), claim.get("when") or claim.get("said")
    return _entry(known, "claim", claim["id"], url, claim["says"], text=text, when=when, facets=facets)


def _article(article: Row, page: Page, known: Known) -> Entry:
    """An article by its title and as much of its text as the page prints."""
    id_ = article["id"]
    url = f"{_file(url_of(page.path))}#article-{quote(id_.partition('/')[2])}"
    facets = facets_of(known, topic=page.facts.twin.get("topics", ()), source=[article.get("source", "")])
    text, language = page.facts.texts.get(id_, ""), article.get("language", "")
    when = article.get("published")
    return _entry(known, "article", id_, url, article["title"], text=text, when=when, facets=facets, language=language)


def _actor(page: Page, known: Known) -> Entry:
    row = page.facts.twin
    names = " · ".join(alias["name"] for alias in row["aliases"])
    text, when = known.plain(row.get("description", "")), row.get("active")
    facets = facets_of(known, actor=[row["id"]])
    return _entry(known, "actor", row["id"], _file(row["url"]), page.title, names, text=text, when=when, facets=facets)


def _source(page: Page, known: Known) -> Entry:
    row = page.facts.twin
    facets = facets_of(known, source=[row["id"]])
    return _entry(known, "source", row["id"], _file(row["url"]), page.title, text=row.get("owner", ""), facets=facets)


def _question(page: Page, known: Known) -> Entry:
    row = page.facts.twin
    facets = facets_of(known, about=row.get("about", ()))
    return _entry(known, "question", row["id"], _file(row["url"]), page.title, text=row.get("unit", ""), facets=facets)


def _topic(page: Page, known: Known) -> Entry:
    row, names = page.facts.twin, " · ".join(page.facts.twin.get("aliases", ()))
    text, facets = known.plain(row.get("scope", "")), facets_of(known, topic=[row["id"]])
    return _entry(known, "topic", row["id"], _file(row["url"]), page.title, names, text=text, facets=facets)


_SINGLE: Mapping[str, Callable[[Page, Known], Entry]] = {
    "actor": _actor, "source": _source, "question": _question, "topic": _topic,
}  # fmt: skip


def _entry(
    known: Known,
    kind: str,
    id_: str,
    url: str,
    title: str,
    names: str = "",
    *,
    text: str = "",
    when: str | None = None,
    facets: Mapping[str, tuple[str, ...]] | None = None,
    language: str = "",
) -> Entry:
    spoken = language or known.language
    date = known.date(when)
    return Entry(
        kind=kind, id=id_, url=url, title=title, names=names, text=text, language=spoken,
        when=date.text, said=date.words, earliest=date.earliest, latest=date.latest,
        facets={**(facets or {}), "kind": (kind,), "year": date.years, "language": (spoken,)},
    )  # fmt: skip


def _file(url: str) -> str:
    """An address in the site as one that ends in a file, so that it opens from a disk."""
    path, hash_, anchor = url.partition("#")
    return (f"{path}index.html" if path.endswith("/") or not path else path) + hash_ + anchor
