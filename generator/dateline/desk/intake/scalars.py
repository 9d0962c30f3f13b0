"""A text to a YAML scalar that reads back as the same text, by this reader and by any other."""

from __future__ import annotations

import re
from typing import Final

_PLAIN: Final = re.compile(
    r"[^\W\d_](?:[^\W_]|[ .’–-](?=[^\W_])){0,200}\.?|\d{4}-\d{2}(?:-\d{2})?~?|https?://[\w./?=&%~+-]*[\w/]"
)
_MEANT_OTHERWISE: Final = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = re.compile(r"[\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """The text as it is where no YAML reader can take it for anything else, otherwise in double quotes, on one line."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _MEANT_OTHERWISE:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found.group(), f"\\u{ord(found.group()):04x}")
