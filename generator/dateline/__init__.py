"""dateline: a briefing desk in a git repository."""

__version__ = "0.1.0"

from dateline.api import check, load, render
from dateline.findings import Fault, Finding, Place, Severity
from dateline.model.corpus import Corpus
from dateline.model.when import When, WhenError
from dateline.pages.page import Page
from dateline.relate.quotes import QuoteMatch, Verdict, find_quote, nearest

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
