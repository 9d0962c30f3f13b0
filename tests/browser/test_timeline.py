"""A reader uses the picture of a timeline: by mouse and by keyboard, filtered, sent on, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from audited import ALL, COLOURS, GRAVE, settled, violations
from browsing import Visit, marks, served, tabbed, walk
from dateline.desk.site_options import preparing
from dateline.publish.press.building import build_site
from desks import write

both_ways = pytest.mark.parametrize("visit", ["served", "from a disk"], indirect=True)
from_disk = pytest.mark.parametrize("visit", ["from a disk"], indirect=True)
TIMELINE = "timeline/index.html"
MANY = 1000
PICTURES = (
    TIMELINE,
    "timeline/2021/index.html",
    "actors/us-central-command/index.html",
    "briefs/kabul-strike/index.html",
)
ITEMS = ".dl-frame a"
MORE_THAN_A_MOMENT = 400
"""Milliseconds; for 300 after the page was scrolled, the wheel goes on scrolling it. Longer would do as well."""
TOOLS = 20
"""More stops than there are before the first item."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a year of a thousand dates."""
    statuses = ["reported", "confirmed", "planned", "disputed"]
    dates = [
        f"- {{when: '2021-{1 + n % 12:02}-{1 + n * 7 % 28:02}{'~' * (n % 9 == 0)}', what: Barge number {n} came up the"
        f" river with its load., status: {statuses[n % 4]}, who: owner-{n % 5}}}\n"
        for n in range(MANY)
    ]
    starter = resources.files("dateline.desk") / "starter"
    files: dict[str, str | bytes] = {name: (starter / name).read_bytes() for name in ("mkdocs.yml", "docs/about.md")}
    files["briefs/2021/barges/brief.yaml"] = f"title: Barges\ndates:\n{''.join(dates)}"
    for number in range(5):
        files[f"briefs/actors/owner-{number}.yaml"] = f"name: Owner {number}\nkind: company\n"
    return build_site(write(tmp_path_factory.mktemp("large"), files), preparing(drafts=False, strict=False, today=None))


@pytest.fixture(scope="module")
def sites(demonstration_site: Path, large: Path) -> Iterator[dict[str, str]]:
    with served(demonstration_site) as address:
        yield {"served": address, "from a disk": f"{demonstration_site.as_uri()}/", "large": f"{large.as_uri()}/"}


@pytest.fixture
def visit(browser: Browser, sites: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A walk through a site; it ends with no error said and no other host asked."""
    # The test's own questions are asked as text, which the pages' policy would refuse.
    with walk(browser, sites[request.param], bypass_csp=True) as visit:
        yield visit


def inner_width(visit: Visit) -> float:
    """How many times the picture is wider than what is shown of it."""
    return float((visit.page.locator(".dl-inner").get_attribute("width") or "").rstrip("%")) / 100


def shown(visit: Visit) -> tuple[list[str], list[str]]:
    """The anchors of the items that can be seen in the picture and in the list."""
    found: tuple[list[str], list[str]] = visit.page.evaluate(
        """() => [
            [...document.querySelectorAll(".dl-frame a:not(.dl-hidden)")].map((a) => a.getAttribute("href").slice(1)),
            [...document.querySelectorAll(".md-content li > a[id^='date-'], .md-content li > p > a[id^='date-']")]
                .filter((a) => a.closest("li").offsetParent).map((a) => a.id),
        ]"""
    )
    return found


@both_ways
@pytest.mark.parametrize("path", PICTURES)
def test_every_item_is_reached_by_tab_and_leads_to_its_entry(visit: Visit, path: str) -> None:
    visit.open(path)
    picture, entries = shown(visit)
    assert picture == entries
    visit.page.locator(".dl-picture .dl-skip").focus()
    stops, items = tabbed(visit.page, TOOLS + len(picture)), marks(visit.page, ITEMS)
    begin = stops.index(items[0])
    assert stops[begin : begin + len(items)] == items
    visit.page.locator(ITEMS).last.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(re.compile(re.escape(f"#{picture[-1]}")))
    assert visit.page.evaluate(
        "document.querySelector(':target').closest('li').getBoundingClientRect().top < innerHeight"
    )


@both_ways
def test_every_item_has_a_name_and_is_a_link_to_a_screen_reader(visit: Visit) -> None:
    visit.open(TIMELINE)
    names = visit.page.locator(ITEMS).evaluate_all("links => links.map((link) => link.getAttribute('aria-label'))")
    group = visit.page.get_by_role("group", name=re.compile("^Picture of"))
    assert group.get_by_role("link").count() == len(names)
    assert group.get_by_role("link", name=names[0], exact=True).count() >= 1


@both_ways
def test_buttons_and_keys_zoom_and_move(visit: Visit) -> None:
    visit.open(TIMELINE)
    button = visit.page.get_by_role("button", name="Zoom in")
    button.click()
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) === 200")
    visit.page.keyboard.press("+")
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) === 300")
    start = visit.page.locator(".dl-inner").get_attribute("x")
    visit.page.keyboard.press("ArrowRight")
    expect(visit.page.locator(".dl-inner")).not_to_have_attribute("x", start or "")
    visit.page.keyboard.press("Home")
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) === 100")


@both_ways
def test_wheel_and_dragging_zoom_and_move_and_a_drag_is_no_click(visit: Visit) -> None:
    visit.open(TIMELINE)
    frame = visit.page.locator(".dl-frame")
    frame.evaluate("frame => scrollTo(0, frame.getBoundingClientRect().top + scrollY - 200)")
    visit.drawn()
    visit.page.wait_for_timeout(MORE_THAN_A_MOMENT)
    frame.hover(position={"x": 300, "y": 20})
    visit.page.mouse.wheel(0, -400)
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) > 250")
    wide, start = inner_width(visit), visit.page.locator(".dl-inner").get_attribute("x")
    visit.page.mouse.down()
    visit.page.mouse.move(100, 400, steps=4)
    visit.page.mouse.up()
    expect(visit.page.locator(".dl-inner")).not_to_have_attribute("x", start or "")
    assert inner_width(visit) == pytest.approx(wide)
    assert "#date" not in visit.page.url


@both_ways
def test_an_item_out_of_sight_comes_into_sight_when_it_is_reached(visit: Visit) -> None:
    visit.open(TIMELINE)
    for _ in range(6):
        visit.page.get_by_role("button", name="Zoom in").click()
    visit.page.locator(ITEMS).last.focus()
    visit.page.wait_for_function(
        """() => {
            const frame = document.querySelector(".dl-frame").getBoundingClientRect();
            const item = document.activeElement.querySelector("line").getBoundingClientRect();
            return item.left >= frame.left - 8 && item.left <= frame.right + 8;
        }"""
    )
    expect(visit.page.locator(".dl-now")).not_to_be_empty()


@both_ways
@pytest.mark.parametrize("label", ["Actor", "Topic", "Status"])
def test_a_filter_hides_in_picture_and_list_and_says_how_many_are_left(visit: Visit, label: str) -> None:
    visit.open(TIMELINE)
    before = shown(visit)[0]
    visit.page.get_by_label(label, exact=True).select_option(index=1)
    picture, entries = shown(visit)
    assert 0 < len(picture) < len(before)
    assert picture == entries
    expect(visit.page.get_by_role("status")).to_have_text(f"{len(picture)} of {len(before)} dates shown")


@from_disk
def test_a_range_keeps_what_may_be_within_it(visit: Visit) -> None:
    visit.open(TIMELINE)
    visit.page.get_by_label("From", exact=True).fill("2021-09-16")
    visit.page.get_by_label("To", exact=True).fill("2021-09-16")
    visit.page.get_by_label("To", exact=True).press("Tab")
    picture, entries = shown(visit)
    days = 738049
    spans = visit.page.locator(".dl-frame a").evaluate_all(
        "links => links.map((a) => [a.hash || a.getAttribute('href'), a.dataset.d])"
    )
    expected = [
        href.removeprefix("#")
        for href, span in spans
        for first, last in [span.split("..")]
        if int(first or 0) <= days <= int(last or 10**9)
    ]
    assert picture == entries == expected
    assert 0 < len(expected) < len(spans)


@both_ways
def test_what_is_shown_is_in_the_address_and_back_returns(visit: Visit) -> None:
    visit.open(TIMELINE)
    everything = shown(visit)
    visit.page.get_by_label("Status", exact=True).select_option("planned")
    visit.page.get_by_label("Rows", exact=True).select_option("status")
    visit.page.get_by_role("button", name="Zoom in").click()
    visit.page.wait_for_function("location.hash.includes('view=')")
    url, planned, wide = visit.page.url, shown(visit), inner_width(visit)
    other = visit.page.context.new_page()
    there = Visit(other, visit.start)
    other.goto(url)
    assert shown(there) == planned
    assert inner_width(there) == pytest.approx(wide, rel=0.05)
    expect(other.get_by_label("Rows", exact=True)).to_have_value("status")
    assert there.said == []
    other.close()
    for _ in range(3):
        visit.page.go_back()
    expect(visit.page.get_by_label("Status", exact=True)).to_have_value("")
    assert shown(visit) == everything


@both_ways
def test_who_comes_by_an_entry_s_address_finds_everything_shown(visit: Visit) -> None:
    visit.open(TIMELINE)
    first = shown(visit)[0][-1]
    visit.open("index.html")
    visit.open(f"{TIMELINE}#{first}")
    lanes = visit.page.locator(".dl-picture").get_attribute("data-lanes")
    expect(visit.page.get_by_label("Rows", exact=True)).to_have_value(lanes or "")
    expect(visit.page.get_by_role("status")).to_have_text(re.compile(r"^(\d+) of \1 dates shown$"))


@both_ways
def test_rows_can_be_arranged_by_actor_topic_and_status_and_never_touch(visit: Visit) -> None:
    visit.open(TIMELINE)
    for rows in ("actor", "topic", "status", ""):
        visit.page.get_by_label("Rows", exact=True).select_option(rows)
        assert (visit.page.locator(".dl-lanes text").count() > 1) == bool(rows)
        assert visit.page.evaluate(TOUCHING) == []


TOUCHING = """() => {
    const width = document.querySelector(".dl-frame").clientWidth, rows = {};
    for (const link of document.querySelectorAll(".dl-frame a")) {
        const line = link.querySelector("line"), part = (end) => parseFloat(line.getAttribute(end)) / 100 * width;
        (rows[link.getAttribute("transform")] ||= []).push([part("x1") - 5, part("x2") + 5, link.getAttribute("href")]);
    }
    return Object.values(rows).flatMap((row) => {
        row.sort((one, other) => one[0] - other[0]);
        return row.slice(1).filter((its, i) => its[0] < row[i][1]).map((its) => its[2]);
    });
}"""


@from_disk
def test_without_scripts_list_and_picture_are_complete(visit: Visit, browser: Browser) -> None:
    visit.open(TIMELINE)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(visit.start + TIMELINE)
        assert page.locator(ITEMS).count() == visit.page.locator(ITEMS).count()
        assert page.locator(".dl-tools").count() == 0
        expect(page.locator(ITEMS).first).to_be_attached()


@from_disk
def test_on_paper_the_picture_fits_and_nothing_that_acts_is_printed(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 700, "height": 1000})
    visit.open(TIMELINE)
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".dl-tools:visible").count() == 0
    assert visit.page.evaluate("document.querySelector('.dl-frame').getBoundingClientRect().right <= innerWidth")


@from_disk
def test_on_a_phone_the_picture_fits_and_two_fingers_zoom(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 700})
    visit.open(TIMELINE)
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visit.page.evaluate(
        """() => {
            const frame = document.querySelector(".dl-frame");
            const send = (type, pointerId, clientX) => frame.dispatchEvent(
                new PointerEvent(type, {pointerId, clientX, pointerType: "touch", bubbles: true}));
            send("pointerdown", 1, 150); send("pointerdown", 2, 200);
            send("pointermove", 1, 100); send("pointermove", 2, 250);
            send("pointerup", 1, 100); send("pointerup", 2, 250);
        }"""
    )
    visit.page.wait_for_function("parseFloat(document.querySelector('.dl-inner').getAttribute('width')) > 250")


@from_disk
def test_only_pages_with_a_picture_load_its_scripts(visit: Visit) -> None:
    visit.open("actors/index.html")
    assert [url for url in visit.asked if url.endswith("dateline/picture.js")] == []
    visit.open(TIMELINE)
    assert len([url for url in visit.asked if url.endswith("dateline/picture.js")]) == 1


# Not from a disk: axe itself asks for style sheets there, and the browser says so. On screens, test_every_kind.py asks.
@pytest.mark.parametrize("visit", ["served"], indirect=True)
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("path", PICTURES)
def test_axe_finds_nothing_serious_on_paper(visit: Visit, path: str, scheme: str) -> None:
    visit.open(path)
    visit.page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
    visit.page.emulate_media(media="print")
    settled(visit.page)
    assert [
        its for its in violations(visit.page, ALL if scheme == "default" else COLOURS) if its["impact"] in GRAVE
    ] == []


STEPS = 12
ZOOM = """steps => new Promise((done) => {
    const button = document.querySelector(".dl-tools button[aria-label='Zoom in']");
    const step = () => { button.click(); steps -= 1; steps ? requestAnimationFrame(step) : done(steps); };
    requestAnimationFrame(step);
})"""


@pytest.mark.parametrize("visit", ["large"], indirect=True)
def test_the_picture_of_a_thousand_dates_costs_little_beside_its_page_and_zooms_smoothly(visit: Visit) -> None:
    """In the page's own processor time and against each other, so that a busy machine changes nothing."""
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> dict[str, float]:
        return {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}

    visit.open("timeline/2021/index.html")
    assert visit.page.locator(ITEMS).count() == MANY
    page = spent()
    visit.page.evaluate(ZOOM, STEPS)
    zoom = spent()["TaskDuration"] - page["TaskDuration"]
    assert page["ScriptDuration"] < page["TaskDuration"] / 4  # 0.07 of 0.95 seconds
    assert 0 < zoom / STEPS < page["TaskDuration"] / 8  # 0.04 seconds
