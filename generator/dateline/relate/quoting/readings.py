"""A quote to the normal forms that it may be looked up by."""

from __future__ import annotations

from typing import Final

from dateline.relate.quoting.markdown import is_marked, read_form
from dateline.relate.quoting.normalise import normal_form, normalised

_LONGEST: Final = 100_000
"""Characters of a quote that are read as Markdown; a longer one is looked for as it is written."""


def readings(quote: str) -> tuple[str, ...]:
    """The quote as it is written and, where that differs, as Markdown; empty when there is nothing to look for."""
    written = normalised(quote)
    has_marks = len(quote) <= _LONGEST and is_marked(quote)
    read = normal_form(read_form(quote, is_quote=True).text).text.strip() if has_marks else written
    return tuple(dict.fromkeys(reading for reading in (written, read) if reading))
