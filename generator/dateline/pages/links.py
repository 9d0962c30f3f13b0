"""Ids to addresses: nobody else makes one."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from dateline.model.article import Article
from dateline.model.claim import Claim
from dateline.model.event import Event
from dateline.pages.escape import Safe, text

FOLDERS = {
    "brief": "briefs", "actor": "actors", "source": "sources", "topic": "topics", "question": "questions",
}  # fmt: skip


def path_of(kind: str, id_: str) -> str:
    """The Markdown file of a thing: `briefs/<slug>/index.md`."""
    return f"{FOLDERS[kind]}/{id_}/index.md"


def former_paths(kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Where a thing's page stood under the ids it had before."""
    return tuple(path_of(kind, id_) for id_ in ids)


def section(kind: str) -> str:
    """The page that lists all things of a kind: `briefs/index.md`."""
    return f"{FOLDERS[kind]}/index.md"


HOME = "index.md"
TIMELINE = "timeline/index.md"
SEARCH = "search/index.md"
COVERAGE = "coverage/index.md"
PLANNED = "timeline/planned.ics"
CORRECTIONS = "corrections/index.md"
CORRECTIONS_FEED = "corrections/feed.xml"
ROBOTS, LLMS = "robots.txt", "llms.txt"
BIBTEX, RIS, CSL, LINKED_DATA = "cite.bib", "cite.ris", "cite.csl.json", "index.jsonld"
"""Files beside a page."""


def timeline_of(year: str, month: str = "") -> str:
    """The timeline of one year, or of one of its months where the year is long."""
    return f"timeline/{year}/{month}/index.md" if month else f"timeline/{year}/index.md"


def part_of(kind: str, id_: str, name: str, part: str) -> str:
    """One part of a list too long for a thing's own page, `1` the oldest: `actors/<id>/mentions/1/index.md`."""
    return f"{FOLDERS[kind]}/{id_}/{name}/{part}/index.md"


def coverage_of(gap: str, part: int | str) -> str:
    """A further part of a gap in coverage: `coverage/single-origin/2/index.md`."""
    return f"coverage/{gap}/{part}/index.md"


def corrections_of(year: str) -> str:
    """The corrections of one year, where the ledger is long."""
    return f"corrections/{year}/index.md"


def list_of(kind: str, part: str) -> str:
    """One part, a year or a letter, of a list too long for one page."""
    return f"lists/{FOLDERS[kind]}/{part}/index.md"


def url_of(path: str) -> str:
    """The address of a page in the site, as `data/*.json` gives it: `briefs/<slug>/`, and `` for the home page."""
    return path.removesuffix("index.md")


def twin_of(path: str) -> str:
    """The address of a page's JSON twin."""
    return f"{path.removesuffix('.md')}.json"


def beside(path: str, name: str) -> str:
    """A file beside a page."""
    return f"{path.removesuffix('index.md')}{name}"


def feed_of(path: str) -> str:
    """The feed of a page."""
    return beside(path, "feed.xml")


def anchor(record: Claim | Event | Article) -> str:
    """The anchor of a claim, date or article on its brief's page."""
    if isinstance(record, Article):
        return f"article-{quote(record.name)}"
    return f"claim-{record.id}" if isinstance(record, Claim) else f"date-{record.id}"


def anchor_elsewhere(event: Event) -> str:
    """The anchor of a date on a page that lists dates of several briefs; no id has a full stop."""
    return f"date-{event.brief}.{event.id}"


def former_anchors(record: Claim | Event | Article) -> tuple[str, ...]:
    """The anchors a claim, date or article had under the ids it had before."""
    if isinstance(record, Article):
        return tuple(f"article-{quote(old)}" for old in record.formerly)
    return tuple(f"{'claim' if isinstance(record, Claim) else 'date'}-{old}" for old in record.formerly)


def quote_anchor(claim: Claim, position: int, article: Article) -> str:
    """The anchor of a quoted passage in an article; with the claim's brief where that is not the article's own."""
    name = claim.id if claim.brief == article.brief else f"{claim.brief}-{claim.id}"
    return f"quote-{name}-{position + 1}"


def relative(here: str, there: str, fragment: str = "") -> str:
    """The way from one page's Markdown file to another's, as a Markdown link has it."""
    hash_ = f"#{fragment}" if fragment else ""
    if here == there:
        return hash_ or there.rpartition("/")[2]
    return "../" * here.count("/") + there + hash_


def link(label: str | Safe, target: str) -> Safe:
    """A Markdown link to a target made here."""
    shown = label if isinstance(label, Safe) else text(label)
    return Safe(f"[{shown}]({target})")
