"""A built site to the headers that let a browser run and load nothing but what the site is made of."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

HEADERS = "_headers"
"""Netlify, Cloudflare Pages and others read it; for a host of one's own it is the text to copy."""
TITLE = re.compile(rb"<title\b[^>]*>.*?</title", re.DOTALL | re.IGNORECASE)
"""Text in which `<script>` is no script; taken for one, an article's headline would be allowed to run."""
SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
NOT_RUN = re.compile(rb"\bsrc\s*=|\btype\s*=\s*[\"']?application/json", re.IGNORECASE)
"""Scripts from a file, and data."""
DIRECTIVES = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
}
"""Everything from the site's own host; images also as data, which is how styles bring icons."""
OTHERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def headers(site: Path, others: Iterable[str] = ()) -> str:
    """The text of `_headers` for a site that is built; `others` are hashes of scripts on pages that are elsewhere."""
    hashes = {hash_ for page in site.rglob("*.html") for hash_ in script_hashes(page.read_bytes())}
    return headers_for({*hashes, *others})


def headers_for(hashes: Iterable[str]) -> str:
    """The text of `_headers` where scripts with these hashes run."""
    lines = {"Content-Security-Policy": policy(hashes), **OTHERS}
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())


def policy(hashes: Iterable[str]) -> str:
    """A Content-Security-Policy under which inline scripts with these hashes, and no others, run."""
    directives = DIRECTIVES | {"script-src": " ".join((DIRECTIVES["script-src"], *sorted(set(hashes))))}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def inline_scripts(page: bytes) -> Iterator[bytes]:
    """The scripts that a theme writes into a page: none that stand in its article, whoever wrote that."""
    page = TITLE.sub(b"", page)
    before, _, rest = page.partition(b"<article")
    _, end, after = rest.rpartition(b"</article>")
    for part in (before, after if end else b""):
        yield from (match[2] for match in SCRIPT.finditer(part) if match[2] and not NOT_RUN.search(match[1]))


def script_hashes(page: bytes) -> set[str]:
    """The hashes of a page's inline scripts."""
    return {_hash(script) for script in inline_scripts(page)}


def _hash(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
