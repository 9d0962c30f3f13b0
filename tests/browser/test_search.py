"""A reader searches: from the field, on the search page, by script; served and from a disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browsing import PATIENCE, Visit, served, walk
from dateline.api import load, render
from dateline.publish.outputs import web_assets
from dateline.publish.search.entries import entries_of, labels_of
from dateline.publish.search.entry import FACETS
from dateline.publish.search.inverted import Index, index
from dateline.publish.search.made import index_of
from dateline.publish.search.match import Forms
from dateline.publish.search.narrow import Range, counts, narrowed
from dateline.publish.search.rank import search
from desks import ROOT

both_ways = pytest.mark.parametrize("visit", ["served", "from a disk"], indirect=True)
by_oracle = pytest.mark.parametrize("visit", ["index alone"], indirect=True)

FIND = "([words, options]) => dateline.search(words, options)"
TYPED = (
    "kabul", "kabul strike", "drone strik", "strike ", "airport attack", '"kabul airport"', "kabul -airport",
    "withdrawal of forces", "the taliban", "tajikistan", "csto", "securty council", "aghanistan ", "zzzz", "ta",
    "killed children", '"righteous strike"', "mistake", "evacuated by air", "reuters", "panjshir", "abbey gate",
    "2021", "august", "-kabul taliban", "general", "Dushanbe", "resolution 2593", "aid money", "visa",
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> tuple[Index, dict[str, str]]:
    """The index of the demonstration's own pages, which Python can search too."""
    pages = tuple(render(load(ROOT)))
    return index(entries_of(pages)), dict(labels_of(pages))


@pytest.fixture(scope="module")
def starts(
    demonstration_site: Path, made: tuple[Index, dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    alone = tmp_path_factory.mktemp("index")
    for asset in (*index_of(made[0].entries, made[1]), *web_assets("en")):
        path = alone / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content.encode() if isinstance(asset.content, str) else asset.content)
    (alone / "index.html").write_text('<!doctype html><title>x</title><script src="dateline/dateline.js"></script>')
    with ExitStack() as stack:
        yield {
            "served": stack.enter_context(served(demonstration_site)),
            "from a disk": f"{demonstration_site.as_uri()}/",
            "index alone": f"{alone.as_uri()}/",
        }


@pytest.fixture
def visit(browser: Browser, starts: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk that ends with no error said and no other host asked."""
    with walk(browser, starts[request.param]) as visit:
        yield visit


def find(visit: Visit, words: str, **options: Any) -> Any:
    return visit.page.evaluate(FIND, [words, options])


# By script.


@both_ways
@pytest.mark.parametrize(
    ("words", "kind", "address"),
    [
        ("imminent threat to a mistake", "brief", "briefs/kabul-strike/index.html"),
        ("the strike was a mistake", "claim", "briefs/kabul-strike/index.html#claim-"),
        ("drone strikes a car", "date", "briefs/kabul-strike/index.html#date-"),
        ("Collective Security Treaty", "actor", "actors/csto/index.html"),
        ("Reuters", "source", "sources/reuters/index.html"),
        ("held responsible", "question", "questions/kabul-strike/"),
        ("withdrawal", "topic", "topics/withdrawal/index.html"),
        ("strike", "article", "index.html#article-"),
        ("architecture", "page", "contributing/architecture.html"),
    ],
)
def test_a_page_of_each_kind_is_found_at_its_place(visit: Visit, words: str, kind: str, address: str) -> None:
    visit.open()
    found = find(visit, words, kind=kind)
    assert address in found["results"][0]["url"]
    assert found["total"] == found["facets"]["kind"][kind]
    anchor = found["results"][0]["url"].partition("#")[2]
    visit.page.goto(found["results"][0]["url"])
    assert not anchor or visit.page.locator(f"[id='{anchor}']").count() == 1


@by_oracle
def test_the_order_is_that_of_python(visit: Visit, made: tuple[Index, dict[str, str]]) -> None:
    visit.open()
    forms = Forms(made[0])
    for words in TYPED:
        for typing in (True, False):
            expected = search(made[0], words, typing=typing, forms=forms).entries
            found = find(visit, words, typing=typing, limit=1000, facets=False)
            assert [each["id"] for each in found["results"]] == [made[0].entries[number].id for number in expected], (
                words
            )


@by_oracle
def test_counts_and_dates_are_those_of_a_plain_loop(visit: Visit, made: tuple[Index, dict[str, str]]) -> None:
    visit.open()
    draw, entries = Random(1), made[0].entries  # noqa: S311  # the same every time
    dated = [entry for entry in entries if entry.earliest]
    for _ in range(60):
        like = draw.choice(dated)
        chosen = {
            facet: [draw.choice(like.facets[facet])] for facet in draw.sample(FACETS, 2) if like.facets.get(facet)
        }
        days = Range(like.earliest, like.latest, certain=draw.random() < 0.5)
        limits = {"from": iso(days.from_), "to": iso(days.to), "certain": days.certain}
        found = find(visit, "", **chosen, **limits, limit=2000)
        assert found["facets"] == {facet: dict(each) for facet, each in counts(entries, chosen, days).items()}
        left = narrowed(enumerate(entries), chosen, days)
        assert [each["id"] for each in found["results"]] == [entries[number].id for number in left]


def iso(day: int | None) -> str:
    return dt.date.fromordinal(day).isoformat() if day else ""


@both_ways
def test_newest_first(visit: Visit) -> None:
    visit.open()
    days = [each["when"] for each in find(visit, "kabul", kind="brief", sort="date")["results"]]
    assert len(days) > 2
    assert days == sorted(days, reverse=True)


@both_ways
def test_nothing_is_loaded_before_somebody_searches(visit: Visit) -> None:
    visit.open("briefs/kabul-strike/index.html")
    visit.page.wait_for_timeout(200)
    assert [url for url in visit.asked if "/dateline/search/" in url] == []
    visit.page.locator(".md-search__input").focus()
    visit.page.wait_for_function("dateline.inner.boot")
    assert [url.rpartition("/")[2] for url in visit.asked if "/dateline/search/" in url] == ["boot.js"]


# By keyboard.


@both_ways
@pytest.mark.parametrize("key", ["/", "s"])
def test_by_keyboard_from_end_to_end(visit: Visit, key: str) -> None:
    visit.open("briefs/index.html")
    visit.page.keyboard.press(key)
    field = visit.page.locator(".md-search__input")
    expect(field).to_be_focused()
    visit.page.keyboard.type("kabul strike")
    visit.answered()
    links = visit.page.locator("#dl-answers a")
    expect(links.first.locator("mark").first).to_be_visible()
    expect(visit.page.locator(".dl-search [role=status]")).to_contain_text("result")
    visit.page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    visit.page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    visit.page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    for _ in range(3):
        visit.page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    target = str(visit.page.locator("#dl-answers a").nth(1).get_attribute("href"))
    visit.page.keyboard.press("Enter")
    visit.is_at(target.removeprefix(visit.start))


@both_ways
def test_later_answers_leave_a_reader_among_them(visit: Visit) -> None:
    visit.open()
    links = visit.ask("kabul strike")
    visit.page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    place = links.first.get_attribute("href")
    for words, at in (("strike", f"#dl-answers a[href='{place}']"), ("dushanbe", "#dl-answers a:focus")):
        visit.page.locator(".md-search__input").evaluate(
            "(it, words) => { it.value = words; it.dispatchEvent(new Event('input')) }", words
        )
        visit.answered()
        expect(visit.page.locator(at)).to_be_focused()


@both_ways
def test_escape_closes(visit: Visit) -> None:
    visit.open()
    links = visit.ask("strike")
    visit.page.keyboard.press("Escape")
    expect(links.first).not_to_be_in_viewport()
    expect(visit.page.locator("#__search")).not_to_be_checked()


@both_ways
def test_an_s_typed_elsewhere_is_only_an_s(visit: Visit) -> None:
    visit.open("search/index.html")
    visit.page.locator("#dl-find [name=from]").focus()
    visit.page.keyboard.type("s/")
    expect(visit.page.locator("#dl-find [name=from]")).to_have_value("s/")


# On the search page.


@both_ways
def test_state_is_in_the_address_and_back_works(visit: Visit) -> None:
    visit.open()
    visit.search("kabul strike")
    visit.page.keyboard.press("Enter")
    visit.is_at("search/index.html#q=kabul")
    count = visit.page.locator(".dl-found-count")
    expect(count).to_contain_text("result", timeout=PATIENCE)
    before = count.inner_text()
    visit.page.locator(".dl-narrow summary").click()
    choice = visit.page.locator(".dl-choice[data-value='kind/date']")
    total = choice.inner_text().rpartition("(")[2].rstrip(")")
    choice.click()
    expect(count).to_have_text(f"{total} result{'' if total == '1' else 's'}.")
    assert "kind=date" in visit.page.url
    expect(visit.page.locator(".dl-answers > li")).to_have_count(int(total))
    visit.page.go_back()
    expect(count).to_have_text(before)
    visit.page.go_forward()
    visit.page.reload()
    expect(count).to_have_text(f"{total} result{'' if total == '1' else 's'}.", timeout=PATIENCE)
    expect(visit.page.locator(".dl-choice[data-value='kind/date']")).to_have_attribute("aria-pressed", "true")


@both_ways
def test_a_range_of_dates(visit: Visit) -> None:
    visit.open("search/index.html#kind=date&from=2021-08-29&to=2021-08-29")
    count = visit.page.locator(".dl-found-count")
    expect(count).to_contain_text("result", timeout=PATIENCE)
    possibly = int(count.inner_text().split()[0])
    visit.page.locator("#dl-find [name=certain]").select_option("1")
    expect(count).not_to_have_text(f"{possibly} results.")
    certainly = int(count.inner_text().split()[0])
    assert 0 < certainly < possibly


@both_ways
@pytest.mark.parametrize(
    ("state", "told", "offered"),
    [
        ("q=withdrawels+zzqqxx", "Nothing here has", ""),
        ("q=evacuatoors", "Nothing here has “evacuatoors”. Near: ", "evacuat"),
        ("q=strike&from=1999&to=1999", "Nothing is left by the filters", "without filters"),
        ("q=refugees+tajikistan+august+2021", "result", "refugees tajikistan 2021"),
    ],
)
def test_an_answer_of_nothing_or_little_says_why_and_offers_more(
    visit: Visit, state: str, told: str, offered: str
) -> None:
    visit.open(f"search/index.html#{state}")
    expect(visit.page.locator(".dl-found-count")).to_contain_text(told, timeout=PATIENCE)
    if offered:
        visit.page.locator(".dl-offers button", has_text=offered).first.click()
        expect(visit.page.locator(".dl-answers > li").first).to_be_visible()


@pytest.mark.parametrize("way", ["served", "from a disk"])
def test_with_scripts_off_the_search_page_is_a_list_of_lists(
    browser: Browser, starts: dict[str, str], way: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{starts[way]}index.html")
        with page.expect_navigation(url="**/search/index.html*"):
            page.locator(".dl-search form").evaluate("form => form.submit()")
        expect(page.locator("#dl-find")).to_contain_text("needs scripts")
        page.get_by_role("link", name="2021", exact=True).first.click()
        expect(page.locator("h1")).to_contain_text("2021")


# What must not be found.


def test_what_rights_forbid_is_in_no_shard(made: tuple[Index, dict[str, str]]) -> None:
    corpus = load(ROOT)
    forbidden = [article for article in corpus.articles.values() if article.rights == "link" and len(article.body) > 80]
    everything = "\n".join(str(asset.content) for asset in index_of(made[0].entries, made[1]))
    assert all(" ".join(article.body.split())[:80] not in everything for article in forbidden)
