"""dateline: a briefing desk in a git repository."""

from dateline.api import check, load, render
from dateline.findings import Fault, Finding, Place, Severity
from dateline.model.corpus import Corpus
from dateline.model.when import When, WhenError
from dateline.pages.page import Page
from dateline.relate.quotes import QuoteMatch, Verdict, find_quote, nearest
from dateline.version import __version__

__all__ = [
    "Corpus",
    "Fault",
    "Finding",
    "Page",
    "Place",
    "QuoteMatch",
    "Severity",
    "Verdict",
    "When",
    "WhenError",
    "__version__",
    "check",
    "find_quote",
    "load",
    "nearest",
    "render",
]
