"""Claims and articles to a verdict for each piece of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.claim import Evidence
from dateline.model.corpus import Corpus
from dateline.read.kept import NO_LORE, Kept, Lore, key_of
from dateline.relate.quotes import Haystack, QuoteMatch, find_quote, prepare
from dateline.relate.remembered import match_of, plain_match


class EvidenceKey(NamedTuple):
    """One piece of evidence."""

    claim: str
    """`slug#id`."""
    position: int
    """Its position under the claim's `evidence:`, from 0."""


def verdicts(corpus: Corpus, lore: Lore = NO_LORE) -> Mapping[EvidenceKey, QuoteMatch]:
    """Every quote looked up in the article it names; evidence without a quote cannot be looked up.

    What `lore` knows of a brief whose file and whose articles are the same is not looked up again.
    """
    kept = lore.of("verdicts")
    found: dict[EvidenceKey, QuoteMatch] = {}
    for brief in corpus.briefs.values():
        found.update(_of_brief(brief, corpus, kept))
    kept.close(corpus.briefs)
    return found


def _of_brief(brief: Brief, corpus: Corpus, kept: Kept) -> Iterator[tuple[EvidenceKey, QuoteMatch]]:
    texts: dict[str, Haystack] = {}
    each = [
        (EvidenceKey(claim.ref, position), evidence)
        for claim in brief.claims
        for position, evidence in enumerate(claim.evidence)
    ]
    key = key_of(_read_for(brief, corpus))
    known = kept.known(brief.id, key, lambda rows: [match_of(row) for row in rows])
    matches = known if known and len(known) == len(each) else [None] * len(each)
    found = [
        match or _verdict(evidence, corpus.articles[evidence.article], texts)
        for (_, evidence), match in zip(each, matches, strict=True)
    ]
    if each and matches is not known:
        kept.keep(brief.id, key, [plain_match(match) for match in found])
    return zip((place for place, _ in each), found, strict=True)


def _read_for(brief: Brief, corpus: Corpus) -> Iterator[str | bytes]:
    """All that the verdicts of a brief depend on."""
    yield corpus.key_of(brief.at.file)
    for claim in brief.claims:
        yield claim.ref
        for evidence in claim.evidence:
            # Which article a short name means depends on those that stand beside the brief.
            yield evidence.article
            yield corpus.key_of(corpus.articles[evidence.article].at.file)


def verdicts_beside(
    corpus: Corpus, other: Corpus, known: Mapping[EvidenceKey, QuoteMatch]
) -> Mapping[EvidenceKey, QuoteMatch]:
    """The verdicts of a corpus beside another whose verdicts are known: shared where claim and article are the same."""
    texts: dict[str, Haystack] = {}
    found = {}
    for claim in corpus.claims.values():
        is_shared = other.claims.get(claim.ref) is claim
        for position, evidence in enumerate(claim.evidence):
            key, article = EvidenceKey(claim.ref, position), corpus.articles[evidence.article]
            is_same = is_shared and other.articles.get(evidence.article) is article
            found[key] = known[key] if is_same else _verdict(evidence, article, texts)
    return found


def verdicts_of_part(
    corpus: Corpus, whole: Corpus, known: Mapping[EvidenceKey, QuoteMatch]
) -> Mapping[EvidenceKey, QuoteMatch]:
    """The verdicts of a corpus whose articles and evidence are those of a whole whose verdicts are known."""
    return {
        EvidenceKey(ref, position): known[EvidenceKey(ref, place)]
        for ref, claim in corpus.claims.items()
        for position, place in enumerate(_places(claim.evidence, whole.claims[ref].evidence))
    }


def _places(some: Sequence[Evidence], all_: Sequence[Evidence]) -> Sequence[int]:
    """Where each of some pieces of evidence stands among all; two pieces may well be equal."""
    if len(some) == len(all_):
        return range(len(all_))
    by_identity = {id(evidence): place for place, evidence in enumerate(all_)}
    return [by_identity[id(evidence)] for evidence in some]


def _verdict(evidence: Evidence, article: Article, texts: dict[str, Haystack]) -> QuoteMatch:
    if not (evidence.quote and article.body.strip()):
        return find_quote(evidence.quote or "", None)
    if article.ref not in texts:
        texts[article.ref] = prepare(article.body)
    return find_quote(
        evidence.quote,
        texts[article.ref],
        before=evidence.before or "",
        after=evidence.after or "",
        language=article.language or "",
        summary=article.text == "summary",
    )
