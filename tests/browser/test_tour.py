"""A tour of everything a reader does, taken twice: on the hosted site and in the unpacked bundle; both say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, expect

from browsing import PATIENCE, Visit, served
from dateline.desk.site_options import preparing
from dateline.publish.site import build_for_disk
from desks import SITES, copied, write

BRIEF, ACTOR = "briefs/kabul-strike/index.html", "actors/us-central-command/index.html"
TIMELINE, FIND = "timeline/index.html", "search/index.html"
SHEET = {"width": 794, "height": 1123}

Act = Callable[[Visit], Any]


def heading(path: str) -> Act:
    """Open a page; its heading."""

    def act(visit: Visit) -> str:
        visit.open(path)
        return visit.page.locator(".md-content h1").inner_text()

    return act


def followed(path: str, link: str) -> Act:
    """Open a page and follow its first link to an address that has this in it; the heading there."""

    def act(visit: Visit) -> str:
        visit.open(path)
        visit.page.locator(f".md-content a[href*='{link}']:visible").first.click()
        visit.is_at(link)
        return visit.page.locator(".md-content h1").inner_text()

    return act


def typed(words: str, key: str = "/") -> Act:
    """Search from the header by keyboard; how many answers, and the first of them."""

    def act(visit: Visit) -> list[str]:
        visit.open(ACTOR)
        visit.ask(words, key)
        meta = visit.page.locator(".dl-search [role=status]")
        return [meta.inner_text(), visit.page.locator("#dl-answers .dl-found").first.inner_text()]

    return act


def chosen(visit: Visit) -> list[str]:
    """Search, go down two answers, open it: where that leads."""
    typed("evacuated")(visit)
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        visit.page.keyboard.press(key)
    visit.page.wait_for_url(lambda url: ACTOR not in url)
    anchor = visit.page.url.partition("#")[2]
    return [visit.page.locator(".md-content h1").inner_text(), anchor]


def escaped(visit: Visit) -> str:
    """Search and close: the list is gone."""
    typed("evacuated")(visit)
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#__search")).not_to_be_checked()
    return "closed"


def all_of_them(visit: Visit) -> str:
    """Search and ask for all: the state of the search page."""
    typed("kabul airport")(visit)
    visit.page.keyboard.press("Enter")
    visit.is_at(FIND)
    return told(visit) + visit.page.url.partition("#")[2]


def told(visit: Visit) -> str:
    """What the search page says it found."""
    visit.answered(".dl-answers")
    return visit.page.locator(".dl-found-count").inner_text()


def asked(state: str) -> Act:
    """Open the search page by an address: how many, and the first five."""

    def act(visit: Visit) -> list[str]:
        visit.open("index.html")
        visit.open(f"{FIND}#{state}")
        return [told(visit), *visit.page.locator(".dl-answers .dl-found").all_inner_texts()[:5]]

    return act


def facet(name: str) -> Act:
    """Search, choose the first value of a facet: its label, then how many are left, which the label said."""

    def act(visit: Visit) -> list[str]:
        visit.open("index.html")
        visit.open(f"{FIND}#q=kabul")
        before = told(visit)
        visit.page.locator(".dl-narrow summary").click()
        choice = visit.page.locator(f".dl-choice[data-value^='{name}/']").last
        label = choice.inner_text()
        choice.click()
        total = label.rpartition("(")[2].rstrip(")")
        expect(visit.page.locator(".dl-found-count")).to_have_text(f"{total} result{'' if total == '1' else 's'}.")
        return [before, label]

    return act


def more(visit: Visit) -> int:
    """Show more answers: how many there are then."""
    asked("q=kabul")(visit)
    visit.page.get_by_role("button", name="Show more").click()
    expect(visit.page.locator(".dl-answers > li")).to_have_count(40)
    return visit.page.locator(".dl-answers > li").count()


def back_and_again(visit: Visit) -> list[str]:
    """Narrow down, go back, forward and load again: what is told each time."""
    all_kinds = facet("kind")(visit)[0]
    one_kind = told(visit)
    steps = ((visit.page.go_back, all_kinds), (visit.page.go_forward, one_kind), (visit.page.reload, one_kind))
    for step, expected in steps:
        step()
        expect(visit.page.locator(".dl-found-count")).to_have_text(expected, timeout=PATIENCE)
    assert all_kinds != one_kind
    return [all_kinds, one_kind]


def by_script(words: str, **options: Any) -> Act:
    """`dateline.search`: all it promises, but for where the site stands."""

    def act(visit: Visit) -> str:
        visit.open(BRIEF)
        found = visit.page.evaluate("([words, options]) => dateline.search(words, options)", [words, options])
        assert found["total"]
        return json.dumps(found, sort_keys=True).replace(visit.start, "")

    return act


def card(visit: Visit) -> str:
    """Point at a link to an actor: what the card says."""
    visit.open(BRIEF)
    link = visit.page.locator(f".md-content a[href*='{ACTOR}']:visible").first
    visit.point_at(link)
    expect(visit.page.locator("#dl-preview")).to_be_visible()
    return visit.page.locator("#dl-preview").inner_text()


def card_by_keyboard(visit: Visit) -> str:
    """Reach a link to a brief by Tab: what the card says; Escape closes it."""
    visit.open(ACTOR)
    link = visit.page.locator(".md-content a[href*='/briefs/']:visible").first
    link.evaluate("link => { const before = document.createElement('button'); link.before(before); before.focus() }")
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("#dl-preview")).to_be_visible()
    text = visit.page.locator("#dl-preview").inner_text()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#dl-preview")).to_be_hidden()
    return text


def zoomed(visit: Visit) -> str:
    """Zoom in twice: how wide the picture is."""
    visit.open(TIMELINE)
    for _ in range(2):
        visit.page.get_by_role("button", name="Zoom in").click()
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) === 400")
    return visit.page.locator(".dl-inner").get_attribute("width") or ""


def filtered(label: str) -> Act:
    """Filter the timeline: how many dates are shown, and which, in the list."""

    def act(visit: Visit) -> list[str]:
        visit.open(TIMELINE)
        visit.page.get_by_label(label, exact=True).select_option(index=1)
        status = visit.page.locator(".dl-picture").get_by_role("status")
        expect(status).to_have_text(re.compile("dates shown"))
        return [
            status.inner_text(),
            *visit.page.locator(".md-content li:visible:has(> a[id^=date-])").all_inner_texts(),
        ]

    return act


def from_picture(visit: Visit) -> str:
    """Click an item of a picture: its entry in the list."""
    visit.open(BRIEF)
    visit.page.locator(".dl-frame a").last.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(re.compile("#date-"))
    return visit.page.evaluate("document.querySelector(':target').closest('li').innerText")  # type: ignore[no-any-return]


def dark(visit: Visit) -> list[str | None]:
    """Switch to dark and go to another page, then back to light."""
    scheme, toggle = visit.page.locator("body"), "form.md-header__option label:visible"
    seen = []
    for path in ("index.html", BRIEF):
        visit.open(path)
        visit.page.locator(toggle).click()
        seen.append(scheme.get_attribute("data-md-color-scheme"))
    assert seen == ["slate", "default"]
    return seen


def moved(visit: Visit) -> list[str]:
    """Follow an old address with an anchor: where it leads."""
    visit.page.goto(f"{visit.start}briefs/first-count/index.html#claims")
    visit.page.wait_for_url("**/briefs/count/index.html#claims")
    return [visit.page.locator(".md-content h1").inner_text(), visit.page.url.replace(visit.start, "")]


def linked_file(path: str, link: str) -> Act:
    """A file that a page links to for machines: what the browser shows of it, or hands over to be saved."""

    def act(visit: Visit) -> int:
        visit.open(path)
        address = visit.page.locator(f"a[href$='{link}']").first.evaluate("link => link.href")
        other = visit.page.context.new_page()
        saved: list[Any] = []
        other.on("download", lambda download: saved.append(download))  # noqa: PLW0108  # Playwright takes nothing built in
        with suppress(Error):  # a file to be saved is no page to go to
            other.goto(address)
        size = len(Path(saved[0].path()).read_bytes()) if saved else len(other.content())
        other.close()
        assert size > 100
        return size

    return act


def on_paper(visit: Visit) -> list[Any]:
    """Print a brief: what is gone, and that its sources' addresses are there."""
    visit.open(BRIEF)
    visit.page.set_viewport_size(SHEET)  # type: ignore[arg-type]  # Playwright's own type is private
    visit.page.emulate_media(media="print")
    shown = [visit.page.locator(f"{part}:visible").count() for part in (".md-header", ".md-sidebar", ".dl-foot")]
    assert visit.page.pdf(format="A4").startswith(b"%PDF")
    visit.page.emulate_media(media="screen")
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    return shown


def quoted(visit: Visit) -> str:
    """From a claim to the passage it rests on: the passage, in sight."""
    visit.open(BRIEF)
    link = visit.page.locator(".md-content a[href^='#quote-']").first
    name = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    passage = visit.page.locator(f"[id='{name}']")
    expect(visit.page.locator("mark", has=passage).or_(passage).last).to_be_in_viewport()
    return passage.evaluate("passage => passage.closest('p').innerText")  # type: ignore[no-any-return]


def explained(visit: Visit) -> str:
    """Open the reasons for a count of origins."""
    visit.open(BRIEF)
    why = visit.page.locator("details.dl-why").first
    why.locator("summary").click()
    expect(why.locator("li").first).to_be_visible()
    return why.inner_text()


def in_contents(visit: Visit) -> str:
    """Follow the table of contents: the heading, in sight."""
    visit.open(BRIEF)
    visit.page.locator(".md-sidebar--secondary a.md-nav__link:visible").last.click()
    expect(visit.page).to_have_url(re.compile("#"))
    return visit.page.url.partition("#")[2]


TOUR: dict[str, Act] = {
    "home": heading("index.html"),
    "home to a brief": followed("index.html", "briefs/"),
    "brief to an actor": followed(BRIEF, "actors/"),
    "brief to a source": followed(BRIEF, "sources/"),
    "brief to a question": followed(BRIEF, "questions/"),
    "actor to a brief": followed(ACTOR, "briefs/"),
    "list to a topic": followed("topics/index.html", "withdrawal/"),
    "timeline to a year": followed(TIMELINE, "2021/"),
    "coverage": heading("coverage/index.html"),
    "corrections": heading("corrections/index.html"),
    "documentation": heading("guide/index.html"),
    "claim to its passage": quoted,
    "why counted so": explained,
    "table of contents": in_contents,
    "search by /": typed("drone strike"),
    "search by s": typed("drone strike", "s"),
    "search while typing": typed("evacu"),
    "search with a typing error": typed("aghanistan "),
    "search by arrows": chosen,
    "search and close": escaped,
    "search for all": all_of_them,
    "phrase": asked('q="kabul airport"'),
    "without a word": asked("q=kabul -airport"),
    "nothing found": asked("q=zzqqxx"),
    "nothing left": asked("q=strike&from=1999&to=1999"),
    **{f"facet {name}": facet(name) for name in ("kind", "actor", "source", "topic", "year", "support", "status")},
    "facet language": asked("q=kabul&language=en"),
    "possibly within": asked("kind=date&from=2021-08-29&to=2021-08-29"),
    "certainly within": asked("kind=date&from=2021-08-29&to=2021-08-29&certain=1"),
    "newest first": asked("q=kabul&sort=date"),
    "more answers": more,
    "back, forward, reload": back_and_again,
    "by script": by_script("strike"),
    "by script, narrowed": by_script("kabul", kind=["claim", "date"], sort="date", limit=30),
    "card under the mouse": card,
    "card by keyboard": card_by_keyboard,
    "timeline zoom": zoomed,
    "timeline by actor": filtered("Actor"),
    "timeline by status": filtered("Status"),
    "picture to list": from_picture,
    "dark and light": dark,
    "feed": linked_file("index.html", "feed.xml"),
    "data of a page": linked_file(BRIEF, "index.json"),
    "citation": linked_file(BRIEF, "cite.bib"),
    "paper": on_paper,
}
ELSEWHERE: dict[str, Act] = {"old address": moved}
"""What the demonstration has no case of."""


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with old addresses."""
    root = copied(SITES / "changes", tmp_path_factory.mktemp("changes"))
    starter = resources.files("dateline.desk") / "starter"
    write(root, {name: (starter / name).read_bytes() for name in ("mkdocs.yml", "docs/about.md")})
    build_for_disk(root, preparing(drafts=False, strict=False, today=None), root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def starts(demonstration_site: Path, unpacked_bundle: Path, changes: Path) -> Iterator[dict[str, tuple[str, str]]]:
    """Where each action begins, hosted and from a disk."""
    with served(demonstration_site) as address, served(changes) as other:
        both = address, f"{unpacked_bundle.as_uri()}/"
        yield dict.fromkeys(TOUR, both) | dict.fromkeys(ELSEWHERE, (other, f"{changes.as_uri()}/"))


def done(browser: Browser, start: str, act: Act) -> Any:
    """What an action gave; nothing else was asked and nothing complained."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        visit = Visit(context.new_page(), start)
        given = act(visit)
        assert given
        assert visit.said == []
        assert visit.strayed == []
    return given


def test_the_tour_is_a_long_one() -> None:
    assert len(TOUR | ELSEWHERE) >= 40


@pytest.mark.parametrize("name", TOUR | ELSEWHERE)
def test_hosted_and_unpacked_are_the_same_to_a_reader(
    browser: Browser, starts: dict[str, tuple[str, str]], name: str
) -> None:
    act = (TOUR | ELSEWHERE)[name]
    hosted, unpacked = (done(browser, start, act) for start in starts[name])
    assert hosted == unpacked
