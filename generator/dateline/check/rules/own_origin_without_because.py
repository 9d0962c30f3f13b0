"""Articles to those called an origin of their own that count with another one all the same."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.findings import Finding, warning
from dateline.model.article import Article
from dateline.relate.sourcing.reasons import DECLARED

FAULT = warning("D408", "own-origin-without-because")


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    found: dict[str, tuple[str, str]] = {}
    for sourcing in inquiry.relations.sourcing.values():
        for group in sourcing.groups:
            for reason in group.why:
                for ref, other in ((reason.a, reason.b), (reason.b, reason.a)):
                    if _is_bare(inquiry.corpus.articles[ref]) and reason.kind not in DECLARED:
                        found.setdefault(ref, (other, reason.detail))
    for ref, (other, why) in sorted(found.items()):
        message = f"it is called an origin of its own, and counts with {other} all the same ({why})"
        at = inquiry.corpus.articles[ref].at.to("origin")
        yield FAULT.at(at, message, "add “because:” with how you know, which sets such ties aside")


def _is_bare(article: Article) -> bool:
    """Whether an editor says that its origin is its own, and not why."""
    origin = article.origin
    return origin is not None and not origin.of and origin.how in {None, "own"} and not origin.because


RULE = Rule(fault=FAULT, find=_find)
