"""Briefs, actors, sources and corrections to linked data in the words of schema.org, one file beside each page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.pages.links import CORRECTIONS, LINKED_DATA, beside, path_of, relative, url_of
from dateline.pages.page import Page, Row, without_empty
from dateline.publish.asset import Asset
from dateline.publish.export import Export, Part, Piece, made
from dateline.publish.plain_dates import plain_bounds, plain_date
from dateline.relate.prose import words

CONTEXT = "https://schema.org"
ACTOR_TYPES = {
    "person": "Person", "organisation": "Organization", "state": "Country", "public-body": "GovernmentOrganization",
    "company": "Corporation", "party": "PoliticalParty", "media": "NewsMediaOrganization", "place": "Place",
    "armed-group": "Organization",
}  # fmt: skip
"""By an actor's kind; a population, or anything else, is a Thing."""
EVENT_STATUS = {"planned": "EventScheduled", "did-not-happen": "EventCancelled"}
PAGE = "index.html"
SEPARATORS = (",", ":")
Node = dict[str, Any]


def _beside(page: Page) -> Iterator[Asset]:
    if nodes := _nodes(page):
        yield Asset(beside(page.path, LINKED_DATA), _written(nodes))


def _parts(page: Page) -> Iterator[Part]:
    for row in page.facts.rows.get("corrections", ()):
        yield Part("jsonld", row["id"], json.dumps(_correction(row), ensure_ascii=False, separators=SEPARATORS))


def _whole(parts: Sequence[Part]) -> Iterator[Piece]:
    yield made(beside(CORRECTIONS, LINKED_DATA), _file(part.text for part in parts))


def _nodes(page: Page) -> list[Node]:
    row = page.facts.twin
    match page.facts.kind:
        case "brief":
            events = [_event(page.path, event) for event in row["dates"]]
            return [
                _brief(page.path, row, page.facts.ledger),
                *(_claim(page.path, claim) for claim in row["claims"]),
                *events,
            ]
        case "actor":
            return [_actor(row)]
        case "source":
            return [_source(row)]
        case _:
            return []


def _brief(path: str, row: Row, ledger: Sequence[Row]) -> Node:
    return _node(
        "NewsArticle",
        "",
        headline=row["title"],
        abstract=_plain(row.get("summary")),
        datePublished=plain_date(row.get("published", "")),
        dateModified=plain_date(row.get("updated", "")),
        author=_names(row),
        about=[{"@id": _to(path, "actor", id_)} for id_ in row["actors"]],
        hasPart=[{"@id": _fragment(part)} for part in (*row["claims"], *row["dates"])],
        citation=[_article(article) for article in row["articles"]],
        correction=[_correction(entry) for entry in ledger],
    )


def _names(row: Row) -> list[Node]:
    """Authors by name alone: nobody has said whether one is a person or a desk."""
    return [{"name": name} for name in row.get("authors", ())]


def _article(row: Row) -> Node:
    node = _node(
        "NewsArticle",
        None,
        headline=row["title"],
        url=row.get("address"),
        datePublished=plain_date(row.get("published", "")),
        inLanguage=row.get("language"),
        author=_names(row),
    )
    return {key: value for key, value in node.items() if key != "url" or _is_web(value)}


def _claim(path: str, row: Row) -> Node:
    """A claim with who made it; what the desk thinks of it stays in its JSON, since schema.org has no word for that."""
    return _node(
        "Claim",
        _fragment(row),
        text=row["says"],
        author=[{"@id": _to(path, "actor", id_)} for id_ in row.get("by", ())],
        datePublished=plain_date(row.get("said", "")),
        isPartOf={"@id": PAGE},
    )


def _event(path: str, row: Row) -> Node:
    """An event; a date that schema.org cannot say without rounding stands in the description, as EDTF."""
    begin, end = plain_bounds(row["when"])
    status = EVENT_STATUS.get(row["status"])
    return _node(
        "Event",
        _fragment(row),
        name=_plain(row["what"]),
        startDate=begin,
        endDate=end if end != begin else None,
        description=None if begin else f"Dated {row['when']} (EDTF)",
        location={"@type": "Place", "name": row["where"]} if "where" in row else None,
        contributor=[{"@id": _to(path, "actor", id_)} for id_ in row["who"]],
        eventStatus=f"{CONTEXT}/{status}" if status else None,
    )


def _actor(row: Row) -> Node:
    return _node(
        ACTOR_TYPES.get(row["kind"], "Thing"),
        "",
        name=row["name"],
        alternateName=[alias["name"] for alias in row["aliases"]],
        description=_plain(row.get("description")),
        sameAs=[address for address in row.get("links", {}).values() if _is_web(address)],
    )


def _source(row: Row) -> Node:
    kind = "NewsMediaOrganization" if row["kind"] in {"wire", "newspaper", "broadcaster", "online"} else "Organization"
    address = row.get("address", "")
    return _node(kind, "", name=row["name"], url=address if _is_web(address) else None)


def _correction(row: Row) -> Node:
    text = " ".join(filter(None, (row["what"], row.get("why"))))
    return _node(
        "CorrectionComment", f"urn:dateline:correction:{row['id']}", text=text, datePublished=plain_date(row["on"])
    )


def _node(kind: str, id_: str | None, /, **properties: Any) -> Node:
    """A thing of a schema.org type; its id is relative to the file, empty for the page itself."""
    name: Node = {} if id_ is None else {"@id": id_ or PAGE}
    return {"@type": kind, **name, **without_empty(properties)}


def _fragment(row: Mapping[str, Any]) -> str:
    return f"{PAGE}#{row['url'].partition('#')[2]}"


def _to(path: str, kind: str, id_: str) -> str:
    return f"{relative(path, url_of(path_of(kind, id_)))}{PAGE}"


def _plain(text: str | None) -> str | None:
    return words(text, lambda target: target) if text else None


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://"))


def _written(nodes: Iterable[Node]) -> str:
    return _file(json.dumps(node, ensure_ascii=False, separators=SEPARATORS) for node in nodes)


def _file(nodes: Iterable[str]) -> str:
    return f'{{"@context":"{CONTEXT}","@graph":[{",".join(nodes)}]}}\n'


EXPORT = Export(name="jsonld", beside=_beside, parts=_parts, wholes={"jsonld": _whole})
