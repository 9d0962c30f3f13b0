"""Claims to the words they give as somebody's own that stand only in the desk's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.rule import Inquiry, Rule
from dateline.check.wording import shortened
from dateline.findings import Finding, warning
from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.corpus import Corpus
from dateline.relate.quotes import find_quote

FAULT = warning("D404", "summary-as-verbatim")
QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")
FEWEST = 3
"""Words from which on quotation marks quote; fewer are a name, or a word held at a distance."""


def _find(inquiry: Inquiry) -> Iterator[Finding]:
    for claim in inquiry.corpus.claims.values():
        for words in _quoted(claim.says):
            if article := _summary_with(words, claim, inquiry.corpus):
                seen = f"stands only in our own summary, {article.ref}"
                message = f"“{shortened(words)}” is given as verbatim, and {seen}"
                yield FAULT.at(
                    claim.at.to("says"), message, "take the quotation marks away, or store the article's own text"
                )


def _quoted(says: str) -> Iterator[str]:
    for found in QUOTED.finditer(says):
        words = next(group for group in found.groups() if group)
        if len(words.split()) >= FEWEST:
            yield words


def _summary_with(words: str, claim: Claim, corpus: Corpus) -> Article | None:
    """The summary in which the words stand, when no article itself has them."""
    cited = [corpus.articles[ref] for ref in dict.fromkeys(item.article for item in claim.evidence)]
    having = [article for article in cited if article.body and find_quote(words, article.body).is_found]
    return having[0] if having and all(article.text == "summary" for article in having) else None


RULE = Rule(fault=FAULT, find=_find)
