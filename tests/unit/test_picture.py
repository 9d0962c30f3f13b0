"""A list of dates to its picture: the same items, in places that do not touch."""

from __future__ import annotations

import re
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from dateline.build import Desk, examine, pages
from dateline.model.settings import Settings
from dateline.model.when import When
from dateline.pages.page import Page
from dateline.pages.parts.axis import marks
from dateline.pages.parts.lanes import HEAD, LABEL, ROW, WIDTH, Bar, layout, pack
from dateline.pages.parts.scale import Scale, scale_of
from dateline.pages.parts.shapes import shape
from desks import ROOT, VALID, desk_at, write
from markup import from_markdown

ACTOR = "name: {name}\nkind: person\n"


def desk_of(folder: Path, dates: str, extra: str = "") -> Desk:
    """A desk of one brief with these dates."""
    files = {
        "briefs/2021/lock/brief.yaml": f"title: The lock\nactors: [anna, bela]\n{extra}dates:\n{dates}",
        "briefs/actors/anna.yaml": ACTOR.format(name="Anna Lind"),
        "briefs/actors/bela.yaml": ACTOR.format(name="Béla | <b>Kun</b> & Co"),
    }
    desk = examine(write(folder, files), Settings())
    assert desk.sound, desk.findings
    return desk


def page_of(desk: Desk, path: str) -> Page:
    return next(page for page in pages(desk) if page.path == path)


def picture_of(page: Page) -> str:
    found = re.search(r'<figure class="dl-picture".*?</figure>', page.markdown, re.DOTALL)
    return found[0] if found else ""


def drawn(page: Page) -> list[str]:
    """The anchors that the picture's items lead to, in their order."""
    return re.findall(r'^<a href="#(date-[^"]+)"', picture_of(page), re.MULTILINE)


def listed(page: Page) -> list[str]:
    """The anchors of the list's entries, in their order."""
    return re.findall(r'^- <a id="(date-[^"]+)"', page.markdown, re.MULTILINE)


# The law.


@pytest.mark.parametrize("root", [*VALID, ROOT], ids=lambda root: str(root.name))
def test_a_picture_has_the_items_of_its_list_in_their_order(root: Path) -> None:
    for page in pages(desk_at(root)):
        if page.facts.kind != "home" and len(listed(page)) > 1:
            assert drawn(page) == listed(page), page.path
        else:
            assert drawn(page) == [], page.path


def test_every_kind_of_page_with_a_list_has_a_picture() -> None:
    kinds = {page.facts.kind for page in pages(desk_at(ROOT)) if picture_of(page)}
    assert kinds == {"timeline", "year", "actor", "topic", "brief"}


def test_every_item_has_a_name_that_says_when_and_what_and_its_status(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, '- {when: 2021-09~, what: "Water *rose*.", status: disputed}\n- {when: 2022, what: B.}\n')
    names = re.findall(r'aria-label="([^"]*)" transform', picture_of(page_of(desk, "briefs/lock/index.md")))
    assert names == ["about September 2021: Water rose. &#40;disputed&#41;", "2022: B."]


def test_an_item_takes_less_than_400_bytes() -> None:
    longest = max(
        (line for page in pages(desk_at(ROOT)) for line in picture_of(page).split("\n") if line.startswith("<a href=")),
        key=lambda line: len(line.encode()),
    )
    sizes = [len(line.encode()) for page in pages(desk_at(ROOT)) for line in items(page)]
    assert sum(sizes) / len(sizes) < 300
    assert len(longest.encode()) < 500


def items(page: Page) -> list[str]:
    return [line for line in picture_of(page).split("\n") if line.startswith('<a href="#date-')]


def test_one_date_has_no_picture(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, "- {when: 2021-09-01, what: A.}\n")
    assert picture_of(page_of(desk, "briefs/lock/index.md")) == ""


def test_names_cannot_leave_their_attribute(tmp_path: Path) -> None:
    dates = '- {when: 2021, what: "A \\"><script>x</script> `b` <!-- *c*", who: bela}\n- {when: 2022, what: B.}\n'
    page = page_of(desk_of(tmp_path, dates), "briefs/lock/index.md")
    figure = picture_of(page)
    assert "\n\n" not in figure
    assert {tag for tag, _ in from_markdown(figure).tags} <= {
        "figure", "a", "svg", "defs", "g", "rect", "pattern", "path", "line", "text", "figcaption", "use",
    }  # fmt: skip
    data = next(named for tag, named in from_markdown(figure).tags if tag == "figure")
    assert data["data-actors"] == "bela Béla | <b>Kun</b> & Co"


# The scale.


def scale(*dates: str) -> Scale:
    return scale_of(map(When.parse, dates))


@pytest.mark.parametrize(
    "dates",
    [
        ["2021-09-01"],
        ["2021-09-01", "2021-09-02"],
        ["2021", "2021-09-15"],
        ["1800", "2021-09-01", "2021-09-05", "2021-09-12", "2021-10"],
        ["-0044-03-15", "2021"],
        ["Y17000", "2021"],
        ["../2021-09", "2021-09-03/.."],
        ["1990", "2001-02", "2021-09-01", "2021-09-02", "2021-09-03", "2021-09-04", "2030"],
    ],
    ids=" ".join,
)
def test_every_bound_has_its_place_in_order_within_the_margins(dates: list[str]) -> None:
    made = scale(*dates)
    bounds = [day.ordinal for when in map(When.parse, dates) for day in (when.earliest, when.latest) if day]
    places = [made.share(number) for number in sorted(bounds)]
    assert places == sorted(places)
    assert all(0.0499 <= place <= 0.9501 for place in places)
    assert [made.knots[0].share, made.knots[-1].share] == [0, 1]
    assert all(one.day < other.day for one, other in pairwise(made.knots))


def test_evenly_spread_dates_are_drawn_to_scale() -> None:
    made = scale(*(f"2021-{month:02}-01" for month in range(1, 13)))
    assert not any(knot.folded for knot in made.knots)
    assert len(made.knots) == 2


def test_a_long_empty_stretch_is_folded_so_that_the_rest_can_be_told_apart() -> None:
    days = [f"2021-09-{day:02}" for day in range(1, 29)]
    made = scale("1950-01-01", *days)
    assert [knot.folded for knot in made.knots] == [False, True, False, False]
    assert made.share(When.parse(days[-1]).earliest.ordinal) - made.share(When.parse(days[0]).earliest.ordinal) > 0.7  # type: ignore[union-attr]  # a plain day has both ends


def test_a_stretch_just_as_long_as_the_limit_is_whole() -> None:
    """Nine days, and ten stretches of which the two long ones are cut to 0.15 of what is drawn: to nine days, too."""
    days = accumulate([5000, 9, 9, 5, 5, 5, 3, 3, 3, 300], initial=date(2000, 1, 1).toordinal())
    bounds = [date.fromordinal(day).isoformat() for day in days]
    made = scale_of(When.parse(f"../{before}") for before in bounds)
    assert len([knot for knot in made.knots if knot.folded]) == 2


CROWD = [f"2021-{month}-{day:02}" for month in ("08", "09") for day in range(1, 29, 3)]
FOLDED = ["2001", "2006", *CROWD, "2022-03-03", "2022-03-15"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2021-09-01", "2021-09-05"], ["2021-09-01", "2021-09-06"]),
        (["2021-05", "2021-09"], ["2021-05", "2021-06", "2021-07", "2021-08", "2021-09"]),
        (["2021-01", "2022-12"], ["2021-01", "2021-07", "2022-01", "2022-07"]),
        (["2000", "2009"], ["2000", "2002", "2004", "2006", "2008"]),
        (["-0044", "2021"], ["0000", "0500", "1000", "1500"]),
        (FOLDED, ["2001", "2021-08", "2021-09", "2021-09-29"]),
    ],
    ids=str,
)
def test_an_axis_has_few_marks_at_the_beginnings_of_days_months_or_years(dates: list[str], expected: list[str]) -> None:
    assert [mark.when for mark in marks(scale(*dates))] == expected


def test_marks_stand_at_their_day() -> None:
    made = scale("2021-05", "2021-09")
    assert all(
        mark.share == pytest.approx(made.share(When.parse(mark.when).earliest.ordinal))  # type: ignore[union-attr]
        for mark in marks(made)
    )


# Rows and lanes.


def test_bars_that_touch_are_in_different_rows() -> None:
    bars = [Bar(0.1, 0.3), Bar(0.2, 0.4), Bar(0.31, 0.31), Bar(0.5, 0.6), Bar(0.9, 0.9, (True, True)), Bar(0.86, 0.86)]
    assert pack(bars) == [0, 1, 2, 0, 1, 0]


def test_a_thousand_bars_never_touch() -> None:
    bars = [Bar(at % 97 / 100, min(1, at % 97 / 100 + at % 7 / 200), (at % 3 == 0, at % 5 == 0)) for at in range(1000)]
    rows: dict[int, list[tuple[float, float]]] = {}
    for bar, row in zip(bars, pack(bars), strict=True):
        before, after = (18 if tail else 5 for tail in bar.tails)
        rows.setdefault(row, []).append((bar.start * WIDTH - before, bar.end * WIDTH + after))
    for taken in rows.values():
        ordered = sorted(taken)
        assert all(one[1] < other[0] for one, other in pairwise(ordered))


def test_lanes_stand_below_each_other_in_the_order_of_their_names() -> None:
    made = layout([Bar(0.1, 0.1), Bar(0.1, 0.1), Bar(0.1, 0.1)], ["b", "a", "b"], {"a": "Alfa", "b": "Beta", "c": "No"})
    assert [lane.label for lane in made.lanes] == ["Alfa", "Beta"]
    assert made.tops[1] == HEAD + LABEL + ROW / 2
    assert made.tops[1] < made.lanes[1].top < made.tops[0] < made.tops[2] < made.height


def test_lanes_are_by_actor_where_all_is_one_topic(tmp_path: Path) -> None:
    dates = "".join(
        f"- {{when: 2021-0{1 + day}, what: A., who: {who}}}\n" for day, who in enumerate(["anna", "bela"] * 2)
    )
    figure = picture_of(page_of(desk_of(tmp_path, dates), "briefs/lock/index.md"))
    assert 'data-lanes="actor"' in figure
    assert re.findall(r'<text x="0" y="\d+">([^<]+)</text>', figure) == [
        "Anna Lind", "Béla &#124; &#60;b&#62;Kun&#60;/b&#62; &#38; Co",
    ]  # fmt: skip


# Shapes.


@pytest.mark.parametrize(
    ("when", "tails"),
    [
        ("2021-09-15", ()),
        ("2021-09-15~", ("before", "after")),
        ("2021-09?", ("before", "after")),
        ("../2021-09", ("before",)),
        ("2021-09/..", ("after",)),
        ("2021-09/", ("after",)),
        ("2021-09", ()),
        ("2021-09-15/2021-09-18", ()),
    ],
)
def test_an_open_or_vague_end_fades(tmp_path: Path, when: str, tails: tuple[str, ...]) -> None:
    desk = desk_of(tmp_path, f"- {{when: {when!r}, what: A., id: a}}\n- {{when: 2021, what: B., id: b}}\n")
    line = next(line for line in items(page_of(desk, "briefs/lock/index.md")) if "#date-a" in line)
    assert tuple(re.findall(r'<use href="#dl-(\w+)"', line)) == tails


def test_status_is_told_by_form_and_not_only_by_colour() -> None:
    forms = {status: shape(Bar(0.1, 0.2), status) for status in ("reported", "planned", "disputed", "did-not-happen")}
    assert len(set(forms.values())) == len(forms)
    assert forms["reported"] == shape(Bar(0.1, 0.2), "confirmed")
