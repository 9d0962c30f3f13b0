"""Plain data to a JavaScript value that is safe inside of HTML and outside."""

from __future__ import annotations

import json
from typing import Any

UNSAFE = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element, or a line of JavaScript, in the middle of a text."""


def literal(value: Any) -> str:
    """JSON without spaces, letters of all scripts as they are."""
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in UNSAFE.items():
        made = made.replace(sign, escaped)
    return made
