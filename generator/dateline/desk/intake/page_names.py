"""A page to the names of its authors and of its publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from dateline.desk.intake.tidy import one_line

if TYPE_CHECKING:
    from dateline.desk.intake.linked_data import LinkedArticle

_SITE: Final = "//meta[@property='og:site_name' or @name='og:site_name' or @name='application-name']/@content"
_AUTHOR: Final = (
    "//meta[@name='author' or @property='author' or @name='parsely-author' or @name='byl'"
    " or @name='dc.creator']/@content"
)
_VISIBLE: Final = (
    "//*[@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' author-name ')"
    " or contains(concat(' ', @class, ' '), ' byline-name ')]"
)
_BY: Final = re.compile(
    r"^(?:view all posts by|posts by|by|von|par|por|di|автор|муаллиф|نویسنده)\s*:?\s+", re.IGNORECASE
)
_SPLIT: Final = re.compile(r"\s*(?:,|;|\||/|\band\b|\bund\b|\bи\b|\bet\b)\s*", re.IGNORECASE)
_ROLE: Final = re.compile(
    r"\b(?:reporter|editor|correspondent|officer|writer|head of|director|columnist|contributor|producer|sponsored|staff"
    r"|ph\.?\s?d|m\.?d|корреспондент|редактор|redakteur|journaliste)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"[^\W\d_][^\d_<>@:/|]{1,59}")
_LONGEST: Final = 6
"""Words of a name; more are a biography."""


def site_of(tree: Any, said: LinkedArticle) -> str | None:
    """The publisher's name, as the page says it of itself."""
    found = (one_line(each) for each in [*tree.xpath(_SITE), said.publisher or ""])
    return next(filter(None, found), None)


def authors_of(tree: Any, said: LinkedArticle, site: str | None) -> tuple[str, ...]:
    """The authors the page names in its data, else in its head, else in its byline; never the publisher itself."""
    visible = [element.text_content() for element in tree.xpath(_VISIBLE)[:3]]
    for names in (said.authors, tree.xpath(_AUTHOR), visible):
        found = [name for text in names for name in _names(text) if name.casefold() != (site or "").casefold()]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _names(text: str) -> list[str]:
    plain = _BY.sub("", one_line(text))
    first, *others = [_BY.sub("", part).strip(" .") for part in _SPLIT.split(plain)]
    # What follows a name may be what its bearer is.
    parts = [first, *(part for part in others if not _ROLE.search(part))]
    return [part for part in parts if _NAME.fullmatch(part) and len(part.split()) <= _LONGEST]
