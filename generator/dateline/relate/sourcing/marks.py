"""An article to what may tie it to another: address, publisher, owner, agencies, what it derives from, its dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from dateline.model.article import Article
from dateline.model.corpus import Corpus
from dateline.relate.sourcing.agencies import agency_called
from dateline.relate.sourcing.owners import Owners
from dateline.relate.sourcing.reasons import Kind

_TRACKING: Final = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid")
"""How the names of parameters begin that say who clicked, and not what is shown."""


class Maker(NamedTuple):
    """Somebody to whom an article's text is owed, and how that is known."""

    key: str
    """The same for all articles that owe it to the same."""
    kind: Kind
    """`agency`, `source`, `owner`, or `declared` where an editor says so."""
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What may tie one article to others."""

    ref: str
    """`slug/name`."""
    address: str
    """Its address without scheme, `www.`, fragment and tracking; empty where there is none."""
    makers: tuple[Maker, ...]
    """Agencies and publisher, which tie only what is near in time or shares text, and owner."""
    publisher: str
    """The id of its source; empty where none is given."""
    ancestors: Mapping[str, Kind]
    """The articles that editors say it derives from, at any remove, each with the kind of declaration it begins by."""
    earliest: int | None
    """The first day it may be of, as an ordinal; None when open or unknown."""
    latest: int | None
    """The last one."""
    is_dated: bool
    is_own: bool
    """Whether an editor says that its origin is its own."""
    is_separate: bool
    """Whether the editor also says why, which sets presumed ties aside."""


def marks_of(article: Article, corpus: Corpus, owners: Owners, credits_: Sequence[str]) -> Marks:
    """The marks of one article, whose `credits_of` are these."""
    published, origin = article.published, article.origin
    is_own = origin is not None and not origin.of and origin.how in {None, "own"}
    return Marks(
        ref=article.ref,
        address=_address(article.url) if article.url else "",
        makers=tuple(dict.fromkeys(_makers(article, corpus, owners, credits_))),
        publisher=article.source or "",
        ancestors=_ancestors(article, corpus),
        earliest=published.earliest.ordinal if published and published.earliest else None,
        latest=published.latest.ordinal if published and published.latest else None,
        is_dated=published is not None,
        is_own=is_own,
        is_separate=is_own and origin is not None and bool(origin.because),
    )


def _makers(article: Article, corpus: Corpus, owners: Owners, credits_: Iterable[str]) -> Iterator[Maker]:
    for agency in credits_:
        yield Maker(f"agency:{agency.casefold()}", "agency", agency)
    if article.source:
        yield from _publisher(article.source, corpus, "source")
        owner = owners.get(article.source)
        if owner:
            yield Maker(f"owner:{owner.casefold()}", "owner", owner)
    declared = article.origin.of if article.origin else None
    if declared and "/" not in declared:
        yield from _publisher(declared, corpus, "declared")


def _publisher(id_: str, corpus: Corpus, kind: Kind) -> Iterator[Maker]:
    """A source, and the agency that it is: who credits Reuters and who is Reuters have the same origin."""
    source = corpus.sources.get(id_)
    name = source.name if source else id_
    yield Maker(f"source:{id_}", kind, name)
    agency = agency_called(name) or agency_called(id_)
    if agency:
        yield Maker(f"agency:{agency.casefold()}", kind, agency)


def _ancestors(article: Article, corpus: Corpus) -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    waiting = list(_parents(article))
    while waiting:
        ref, kind = waiting.pop(0)
        if ref in found or ref == article.ref:
            continue
        found[ref] = kind
        parent = corpus.articles.get(ref)
        waiting += [(older, kind) for older, _ in _parents(parent)] if parent else []
    return found


def _parents(article: Article) -> Iterator[tuple[str, Kind]]:
    if article.origin and article.origin.of and "/" in article.origin.of:
        yield article.origin.of, "declared"
    if article.translation_of:
        yield article.translation_of, "translation"


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return url
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if _tells(key)]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{parts.netloc.casefold().removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def _tells(parameter: str) -> bool:
    return not parameter.casefold().startswith(_TRACKING)
