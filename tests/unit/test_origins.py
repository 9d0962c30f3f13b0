"""Origins: the readable specification, names, one wire story in ten outlets, support, and cost."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.findings import At
from dateline.model.article import Article
from dateline.model.brief import Brief
from dateline.model.corpus import Corpus
from dateline.model.settings import Settings
from dateline.model.source import Source
from dateline.relate.origins import Origins, origins
from dateline.relate.sourcing.boilerplate import boilerplate
from dateline.relate.sourcing.quotations import parts
from dateline.relate.sourcing.shingles import containment, wording
from dateline.relate.support import Sourcing, Support, supports
from dateline.relate.verdicts import verdicts

SPEC = Path(__file__).with_name("origins_spec.md")
DOCK = (
    "The city council voted on Tuesday night to sell the old dry dock to a builder of wooden boats for one crown, "
    "on condition that at least forty people have work there within three years.\n\n"
    "Nine members were in favour and four against after a debate that lasted until midnight, with a crowd waiting on "
    "the quay outside the town hall.\n\n"
    "The dock has stood empty since the last ferry was repaired there in the spring of 2009, and its pumps were taken "
    "away for scrap in the year after.\n\n"
    "Opponents say the ground is worth more than the whole harbour fund and want a court to look at the sale before "
    "the papers are signed in October."
)
STATEMENT = (
    "We will pay every sailor what is owed to them by the end of this month, and not one of our ships will leave the "
    "harbour before the last of them has the money in hand"
)
FOOTER = (
    "\n\nSign up for our morning letter and never miss what happens at the waterfront, in the market and at sea.\n\n"
    "© 2021 Waterfront Media. All rights reserved. No part of this page may be printed elsewhere without leave."
)
TEXTS: Mapping[str, str] = {
    "dock": DOCK,
    "dock-tass": f"MOSCOW, August 1. /TASS/. {DOCK}",
    "dock-marked": DOCK.replace("dry dock", "[dry dock](https://example.org/dock)")
    .replace("Tuesday night", "*Tuesday* night")
    .replace(" ", "\n", 9),
    "dock-rewritten": DOCK.replace("voted on Tuesday night", "decided late on Tuesday")
    .replace("a crowd waiting", "many people waiting")
    .replace("taken away for scrap", "sold for scrap"),
    "dock-cut": DOCK[: int(len(DOCK) * 0.4)],
    "dock-background": "Divers found a sunken barge at the harbour mouth this morning while they were looking for a "
    "lost anchor, the port captain told reporters who had come to see the cranes arrive from the north.\n\n"
    + DOCK.split("\n\n")[2],
    "dock-independent": "A shipwright gets the empty dry dock almost for nothing. After hours of quarrel in the town "
    "hall the councillors agreed, nine to four, to hand it over for a symbolic price; in return he must hire forty "
    "hands. The losing side has a lawyer ready.",
    "harbour-chinese": "港口委员会星期二晚上决定把旧船坞卖给一家木船厂，条件是三年之内在那里雇用四十名工人。",
    "statement-one": f"The owner of the fleet spoke to reporters at noon. “{STATEMENT},” he said and left by a side "
    "door while some of the crews were still shouting.",
    "statement-two": f'Wages that are five weeks late have kept two ferries at the quay. "{STATEMENT}," the company '
    "answered in a letter that the union made public in the evening.",
    "statement-unquoted": f"This is the whole text of the letter. {STATEMENT}.",
    "statement-only": f"“{STATEMENT}.”",
    "footer-one": "The mayor opened the fish market at dawn and bought the first crate of herring herself." + FOOTER,
    "footer-two": "Two trawlers touched in the fog off the northern pier, and nobody was hurt in either of them."
    + FOOTER,
}
SOURCES: Mapping[str, Mapping[str, str]] = {
    "herald": {"name": "The Herald", "owner": "Acme Press"},
    "tribune": {"name": "The Tribune", "owner": "Acme  press"},
    "acme": {"name": "Acme Press"},
    "times": {"name": "The Times"},
    "echo": {"name": "The Echo"},
    "reuters": {"name": "Reuters"},
    "gazette": {"name": "The Gazette", "owner": "times"},
}
Entries = Mapping[str, Mapping[str, Any]]


class Row(NamedTuple):
    articles: str
    origins: str
    why: str


def _rows() -> list[Row]:
    lines = (line.strip().strip("|") for line in SPEC.read_text(encoding="utf-8").splitlines() if line[:3] == "| `")
    return [Row(*(cell.strip().strip("`") for cell in line.rsplit("|", 2))) for line in lines]


def _article(ref: str, entry: Mapping[str, Any]) -> Article:
    brief, _, name = ref.rpartition("/")
    body = entry.get("body", "")
    stored = {"@name": name, "@brief": brief, "@at": At(f"{ref}.md"), "@body": TEXTS.get(body, body)}
    return Article.model_validate({"title": name.upper(), **{k: v for k, v in entry.items() if k != "body"}, **stored})


def _corpus(articles: Entries, briefs: Entries | None = None, **settings: Any) -> Corpus:
    sources = {id_: Source.model_validate({"@id": id_, "@at": At(id_), **entry}) for id_, entry in SOURCES.items()}
    there = {ref if "/" in ref else f"example/{ref}": entry for ref, entry in articles.items()}
    return Corpus(
        settings=Settings(**settings),
        briefs={slug: _brief(slug, entry) for slug, entry in (briefs or {}).items()},
        articles={ref: _article(ref, entry) for ref, entry in there.items()},
        actors={},
        sources=sources,
        topics={},
        questions={},
        documents={},
    )


def _brief(slug: str, entry: Mapping[str, Any]) -> Brief:
    at = At(f"{slug}.yaml")
    claims = [
        {**claim, "@brief": slug, "@at": at, "evidence": [{**item, "@at": at} for item in claim.get("evidence", ())]}
        for claim in entry.get("claims", ())
    ]
    return Brief.model_validate({"title": slug, **entry, "claims": claims, "@id": slug, "@year": "2021", "@at": at})


def _short(found: Origins, corpus: Corpus) -> str:
    groups = found.groups(corpus.articles)
    names = ("+".join(ref.removeprefix("example/") for ref in group.articles) for group in groups)
    return ", ".join(name + "*" * group.attested for name, group in zip(names, groups, strict=True))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row.articles[:90])
def test_spec(row: Row) -> None:
    entries = yaml.load(f"{{{row.articles}}}", Loader=yaml.BaseLoader)  # noqa: S506  # so that dates stay texts
    corpus = _corpus(entries)
    found = origins(corpus)
    why = [f"{reason.kind}: {reason.detail}" for group in found.groups(corpus.articles) for reason in group.why]
    assert (_short(found, corpus), "; ".join(why)) == (row.origins, row.why)


def test_the_spec_is_read() -> None:
    assert len(_rows()) > 50


def test_a_word_in_common_is_counted_with_the_desks_own_measure() -> None:
    articles = {"a": {"body": "dock"}, "b": {"body": "dock-rewritten"}}
    assert len(origins(_corpus(articles, same_text=0.9)).groups(["example/a", "example/b"])) == 2


def test_only_the_articles_asked_for_join_each_other() -> None:
    articles = {"a": {"agency": "AP"}, "b": {"agency": "AP", "body": "dock"}, "c": {"body": "dock"}}
    found = origins(_corpus(articles))
    assert len(found.groups(["example/a", "example/b", "example/c"])) == 1
    assert len(found.groups(["example/a", "example/c"])) == 2


def test_no_articles_have_no_origin() -> None:
    assert origins(_corpus({})).groups([]) == ()


def test_an_unknown_article_is_an_error() -> None:
    with pytest.raises(KeyError):
        origins(_corpus({})).groups(["example/gone"])


@pytest.mark.parametrize(
    ("articles", "name"),
    [
        ({"a": {"agency": "рейтер", "source": "times"}}, "Reuters"),
        ({"a": {"source": "times"}}, "The Times"),
        ({"a": {"source": "times", "origin": "own"}}, "own reporting"),
        ({"a": {"source": "reuters", "origin": "own"}}, "Reuters"),
        ({"a": {}}, "A"),
        ({"a": {"body": "dock", "published": "2021-08-02"}, "b": {"body": "dock", "published": "2021-08-01"}}, "B"),
        ({"a": {"body": "dock", "source": "times"}, "b": {"body": "dock", "agency": "AP"}}, "Associated Press"),
    ],
)
def test_an_origin_has_a_name(articles: Entries, name: str) -> None:
    corpus = _corpus(articles)
    assert [group.name for group in origins(corpus).groups(corpus.articles)] == [name]


def test_what_an_editor_sets_aside_is_shown() -> None:
    own = {"agency": "Reuters", "origin": {"how": "own", "because": "their reporter was there"}}
    first, second = origins(_corpus({"a": own, "b": {"agency": "Reuters"}})).groups(["example/a", "example/b"])
    assert [reason.detail for reason in first.set_aside] == ["both credit Reuters, and not both are dated"]
    assert second.set_aside == ()


# One wire story in ten outlets

WIRE = (
    "SKALVIK, Sept 14 (Reuters) - Fishermen on the northern islands will stay in port for a week from Monday in "
    "protest against a new limit on cod, their union said, in the largest stoppage of the fleet since 1996.\n\n"
    "Some 340 boats are expected to take part. The limit, agreed between the coastal states in July, lets each boat "
    "land two fifths less than last year and comes into force at the beginning of October.\n\n"
    "“A man cannot live from that, and his children cannot learn the trade from him,” union leader Ana Berg told a "
    "meeting in the harbour hall on Sunday.\n\n"
    "The ministry of fisheries said it would not change the limit but was ready to talk about money for boats that "
    "stay ashore. Scientists have warned for six years that the stock is close to a point from which it may not "
    "recover.\n\n"
    "Fish buyers on the mainland said they had enough in their cold stores for ten days. Prices at the auction rose by "
    "a quarter on Monday morning, dealers said, and restaurants have begun to take cod off their cards.\n\n"
    "The islands live from fishing and from little else. One household in three has somebody at sea, and the three "
    "factories that freeze and pack the catch give work to most of the others through the winter."
)
UNSIGNED = WIRE.partition(" - ")[2]
LOCAL = (
    "Nobody at the eastern pier wants to speak of a strike. “We are just not going out,” says Jon Vik, who has mended "
    "nets here since he was nine. Yesterday he sat with eleven others in the kitchen of the boat club, and what they "
    "talked about was less the new quota than the bank that wants its instalments all the same. His sister keeps the "
    "books for half of the crews; by her count six will not get through the autumn."
)
OUTLETS: Entries = {
    **{f"outlet-{number}": {"body": UNSIGNED, "published": f"2021-09-1{number}"} for number in (4, 5, 6)},
    "wire": {"body": WIRE, "published": "2021-09-14"},
    "headed": {"body": f"## Boats stay in port\n\n{UNSIGNED}\n\nRead more at our fisheries page."},
    "rewritten-1": {"body": UNSIGNED.replace("Fishermen", "Crews").replace("Some 340", "About 340")},
    "rewritten-2": {
        "body": UNSIGNED.replace("will stay in port", "are to remain ashore").replace("dealers", "traders")
    },
    "rewritten-3": {"body": "\n\n".join([UNSIGNED.split("\n\n")[1], UNSIGNED.replace("Prices at", "At")])},
    "cut": {"body": UNSIGNED[: int(len(UNSIGNED) * 0.4)]},
    "translated": {
        "language": "nb",
        "body": "Fiskerne på de nordlige øyene blir i havn en uke fra mandag i protest mot en ny grense for torsk.",
    },
    "local": {"body": LOCAL, "published": "2021-09-15"},
}
DECLARATION = {"translation_of": "example/wire"}


def test_ten_outlets_with_one_wire_story_and_one_report_are_two_origins() -> None:
    corpus = _corpus({**OUTLETS, "translated": {**OUTLETS["translated"], **DECLARATION}})
    wire, local = origins(corpus).groups(corpus.articles)
    assert local.articles == ("example/local",)
    assert (len(wire.articles), wire.name) == (10, "Reuters")
    assert {ref for reason in wire.why for ref in (reason.a, reason.b)} == set(wire.articles)


def test_without_the_one_declaration_they_are_three() -> None:
    corpus = _corpus(OUTLETS)
    assert [len(group.articles) for group in origins(corpus).groups(corpus.articles)] == [9, 1, 1]


# Boilerplate and quotations


def test_a_line_of_three_stories_is_boilerplate() -> None:
    line = "The harbour bureau of this paper is paid for by its readers."
    stories = {f"b{n}/a": {"body": f"{' '.join(f'w{n}{k}' for k in range(40))}\n\n{line}"} for n in range(3)}
    assert boilerplate(_corpus(stories))(line)
    assert not boilerplate(_corpus(dict(list(stories.items())[:2])))(line)


def test_a_line_of_three_copies_is_not() -> None:
    copies = {f"b{number}/a": {"body": DOCK} for number in range(3)}
    assert not boilerplate(_corpus(copies))(DOCK.partition("\n\n")[0])


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("He said: “We leave when the tide turns.” Then he sat.", "“We leave when the tide turns.”"),
        ('He said: "We leave when the tide turns." Then he sat.', '"We leave when the tide turns."'),
        ("«Nous partons avec la marée», dit-il.", "«Nous partons avec la marée»"),
        ("„Wir fahren mit der Flut aus“, sagte er.", "„Wir fahren mit der Flut aus“"),
        ("‘We don’t leave before the tide turns,’ he said.", "‘We don’t leave before the tide turns,’"),
        ("'We don't leave before the tide turns,' he said.", "'We don't leave before the tide turns,'"),
        ("“We leave when the tide turns.\n\n“And not before.”", "“We leave when the tide turns."),
        ('A 6" pipe and a plank of 4" by twelve feet.', ""),
        ("It was the sailors' wish and the captains' order too.", ""),
        ("The “old guard” stayed.", ""),
    ],
)
def test_quotations_are_told_from_other_marks(text: str, quotation: str) -> None:
    assert [part for part, is_quotation in parts(text) if is_quotation] == [quotation] * bool(quotation)


@given(st.text(alphabet="ab \"'“”‘’«»„\n.", max_size=300))
def test_the_parts_of_a_text_are_the_text(text: str) -> None:
    assert "".join("".join(part for part, _ in parts(text)).split()) == "".join(text.split())


words = st.lists(st.sampled_from("abc"), min_size=5, max_size=40).map(" ".join)


@given(words, words)
def test_containment_is_what_counting_gives(one: str, other: str) -> None:
    ours, theirs = ({tuple(text.split()[at : at + 5]) for at in range(len(text.split()) - 4)} for text in (one, other))
    measured = containment(wording(one, lambda _: False), wording(other, lambda _: False))
    assert measured == len(ours & theirs) / min(len(ours), len(theirs))


# Support

TIDE = "The tide turned at noon and the boats went out."
ARTICLES: Entries = {
    "ap-1": {"agency": "AP", "body": TIDE},
    "ap-2": {"agency": "AP", "body": f"AP saw it. {TIDE}"},
    "local": {"body": "Boats left after midday. The tide turned at noon, says the log of the pilot station."},
    "later": {"body": "It was not so: the tide turned at one."},
    "taken-back": {"body": TIDE, "agency": "AFP", "status": "retracted"},
    "gone": {"body": "The tide turned at noon.", "source": "times", "status": "removed"},
    "corrected": {"body": "The tide turned at noon, we now know.", "source": "echo", "status": "corrected"},
    "unread": {},
}


def _sourcing(*evidence: Mapping[str, str], others: Entries | None = None, **claim: Any) -> Sourcing:
    pieces = [{"quote": "tide turned at noon", **item, "article": f"example/{item['article']}"} for item in evidence]
    first = {"id": "c1", "says": "The tide turned at noon.", "evidence": pieces, **claim}
    briefs = {"example": {"claims": [first]}, **(others or {})}
    corpus = _corpus(ARTICLES, briefs)
    return supports(corpus, verdicts(corpus), origins(corpus))["example#c1"]


@pytest.mark.parametrize(
    ("cited", "support"),
    [
        ("", Support.UNSUPPORTED),
        ("unread", Support.UNSUPPORTED),
        ("later", Support.UNSUPPORTED),
        ("ap-1", Support.SINGLE_ORIGIN),
        ("ap-1 ap-2", Support.SINGLE_ORIGIN),
        ("ap-1 ap-1", Support.SINGLE_ORIGIN),
        ("ap-1 unread", Support.SINGLE_ORIGIN),
        ("ap-1 later", Support.SINGLE_ORIGIN),
        ("ap-1 gone", Support.SINGLE_ORIGIN),
        ("gone", Support.UNSUPPORTED),
        ("ap-1 local", Support.MULTI_ORIGIN),
        ("corrected local", Support.MULTI_ORIGIN),
    ],
)
def test_support_counts_origins_whose_quote_was_found(cited: str, support: Support) -> None:
    assert _sourcing(*({"article": name} for name in cited.split())).support is support


@pytest.mark.parametrize("bearing", ["qualifies", "context"])
def test_only_evidence_that_supports_is_support(bearing: str) -> None:
    assert _sourcing({"article": "ap-1"}, {"article": "local", "as": bearing}).support is Support.SINGLE_ORIGIN


@pytest.mark.parametrize(
    ("article", "quote", "support"),
    [
        ("later", "the tide turned at one", Support.CONTESTED),
        ("later", "the tide turned at two", Support.SINGLE_ORIGIN),
        ("gone", "The tide turned at noon", Support.SINGLE_ORIGIN),
        ("unread", "the tide turned at one", Support.SINGLE_ORIGIN),
    ],
)
def test_found_contradicting_evidence_contests(article: str, quote: str, support: Support) -> None:
    against = {"article": article, "quote": quote, "as": "contradicts"}
    assert _sourcing({"article": "ap-1"}, against).support is support


def test_nothing_contests_a_claim_that_nothing_supports() -> None:
    against = {"article": "later", "quote": "the tide turned at one", "as": "contradicts"}
    assert _sourcing(against).support is Support.UNSUPPORTED


LINK = [{"to": "example#c1", "as": "contradicts"}]


@pytest.mark.parametrize(
    ("brief", "claim", "support"),
    [
        ({}, {"links": LINK}, Support.CONTESTED),
        ({}, {"links": [{"to": "example#c1", "as": "qualifies"}]}, Support.SINGLE_ORIGIN),
        ({}, {"links": LINK, "state": "draft"}, Support.SINGLE_ORIGIN),
        ({}, {"links": LINK, "status": "retracted"}, Support.SINGLE_ORIGIN),
        ({"state": "draft"}, {"links": LINK}, Support.SINGLE_ORIGIN),
        ({"state": "withdrawn"}, {"links": LINK}, Support.SINGLE_ORIGIN),
        ({"state": "superseded"}, {"links": LINK}, Support.CONTESTED),
    ],
)
def test_another_claim_contests(brief: Mapping[str, str], claim: Mapping[str, Any], support: Support) -> None:
    others = {"other": {**brief, "claims": [{"id": "c9", "says": "It turned at one.", **claim}]}}
    assert _sourcing({"article": "ap-1"}, others=others).support is support


def test_a_claim_that_contradicts_another_is_contested_itself() -> None:
    others = {"other": {"claims": [{"id": "c9", "says": "It turned at one."}]}}
    found = _sourcing({"article": "ap-1"}, others=others, links=[{"to": "other#c9", "as": "contradicts"}])
    assert (found.support, found.contradicted_by) == (Support.CONTESTED, ("other#c9",))


def test_what_could_not_be_checked_is_counted() -> None:
    found = _sourcing({"article": "ap-1"}, {"article": "later"}, {"article": "unread"})
    assert (found.total, found.checked, found.unavailable) == (3, 2, 1)


def test_evidence_in_a_retracted_article_is_named_and_not_counted() -> None:
    found = _sourcing({"article": "ap-1"}, {"article": "taken-back"})
    assert (found.counted, found.withdrawn) == ((0,), (1,))


def test_origins_are_grouped_among_all_articles_that_evidence_names() -> None:
    found = _sourcing({"article": "ap-1"}, {"article": "local", "as": "context"})
    assert (len(found.groups), len(found.supporting)) == (2, 1)


# Cost


@pytest.mark.parametrize("together", [4, 400])
def test_many_articles_cost_little(together: int) -> None:
    """A tenth of the bar, 5,000 articles in 10 s: with room for a slow machine, and none for comparing every pair."""
    bodies = (" ".join(f"w{(n // 2) * 977 + k * 31 % 7919}" for k in range(300)) for n in range(400))
    corpus = _corpus({f"a{number:03}": {"body": body} for number, body in enumerate(bodies)})
    refs, found = list(corpus.articles), origins(corpus)
    begun = time.process_time()
    groups = [found.groups(refs[start : start + together]) for start in range(0, len(refs), together)]
    assert time.process_time() - begun < 2
    assert sum(map(len, groups)) == 200
