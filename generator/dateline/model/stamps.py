"""A brief's plain data to the same data with what its place in the desk adds: ids, places, full references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dateline.findings import At
from dateline.model.names import Names, numbered
from dateline.model.record import listed
from dateline.read.document import Document

Data = Mapping[str, Any]


def stamped_brief(document: Document, year: str, slug: str, names: Names) -> Data:
    """The data of a `brief.yaml` with the keys that begin with `@`, and short references written out."""
    at = At(document.file)
    stamps = _Stamps(slug, names)
    data = dict(document.data)
    if "claims" in data:
        data["claims"] = _each(data["claims"], at.to("claims"), "c", stamps.claim)
    if "dates" in data:
        data["dates"] = _each(data["dates"], at.to("dates"), "d", stamps.event)
    return {**data, "@id": slug, "@year": year, "@at": at}


def stamped_article(document: Document, slug: str, name: str, names: Names) -> Data:
    """The front matter of an article with its name, brief, place and text, and short references written out."""
    beside = names.articles.get(slug, ())
    data = {"title": name, **{key: value for key, value in document.data.items() if value is not None}}
    if data.get("translation_of") in beside:
        data["translation_of"] = f"{slug}/{data['translation_of']}"
    origin = data.get("origin")
    if isinstance(origin, Mapping) and origin.get("of") in beside:
        data["origin"] = {**origin, "of": f"{slug}/{origin['of']}"}
    return {**data, "@name": name, "@brief": slug, "@at": At(document.file), "@body": document.body}


def _each(entries: Any, at: At, prefix: str, stamp: Callable[[Data, At, str, bool], Data]) -> Any:
    ids = numbered(entries, prefix)
    return [
        stamp(entry, at.to(index), *given) if isinstance(entry, Mapping) else entry
        for (index, entry), given in zip(enumerate(listed(entries)), ids, strict=True)
    ]


class _Stamps:
    def __init__(self, slug: str, names: Names) -> None:
        self.slug = slug
        articles = names.articles.get(slug, ())
        self.only_article = f"{slug}/{articles[0]}" if len(articles) == 1 else None

    def claim(self, data: Data, at: At, id_: str, by_place: bool) -> Data:
        stamped = {**data, "id": data.get("id") or id_, "@numbered": by_place, "@brief": self.slug, "@at": at}
        if "evidence" in data:
            stamped["evidence"] = [
                self.evidence(entry, at.to("evidence", index)) if isinstance(entry, Mapping) else entry
                for index, entry in enumerate(listed(data["evidence"]))
            ]
        if "links" in data:
            stamped["links"] = [
                {**entry, "to": self.claim_ref(entry["to"])} if isinstance(entry, Mapping) and "to" in entry else entry
                for entry in listed(data["links"])
            ]
        return stamped

    def evidence(self, data: Data, at: At) -> Data:
        article = data.get("article") or self.only_article
        if isinstance(article, str) and "/" not in article:
            article = f"{self.slug}/{article}"
        return {**data, "article": article, "@at": at} if article else {**data, "@at": at}

    def event(self, data: Data, at: At, id_: str, _by_place: bool) -> Data:
        stamped = {**data, "id": data.get("id") or id_, "@brief": self.slug, "@at": at}
        if "claims" in data:
            stamped["claims"] = [self.claim_ref(ref) for ref in listed(data["claims"])]
        return stamped

    def claim_ref(self, ref: Any) -> Any:
        """A claim of the same brief may be named by its id alone, with or without `#`."""
        if not isinstance(ref, str) or ref.find("#") > 0:
            return ref
        return f"{self.slug}#{ref.removeprefix('#')}"
