"""Agencies: which signatures are read from front matter and texts, and which words are none."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.findings import At
from dateline.model.article import Article
from dateline.relate.sourcing.agencies import agency_called, credits_of, forms, named

LONG = "The boats went out before dawn and none of them was back when the storm reached the outer islands at noon."


def _credits(body: str = "", **front: Any) -> tuple[str, ...]:
    stored = {"@name": "a", "@brief": "b", "@at": At("a.md"), "@body": body, "title": "A"}
    return credits_of(Article.model_validate({**front, **stored}))


@pytest.mark.parametrize(
    ("beginning", "agency"),
    [
        ("KABUL, Aug 31 (Reuters) - ", "Reuters"),
        ("KABUL (Reuters) – ", "Reuters"),
        ("(Reuters) - ", "Reuters"),
        ("(Reuters) ", "Reuters"),
        ("**KABUL (Reuters)** — ", "Reuters"),
        ("Kabul, Aug. 31 (REUTERS): ", "Reuters"),
        ("KABUL, Afghanistan (AP) — ", "Associated Press"),
        ("KABUL (AP) ", "Associated Press"),
        ("PARIS, Sept 1 (AFP) - ", "Agence France-Presse"),
        ("Berlin (dpa) - ", "dpa"),
        ("Berlin (dpa/AFP) - ", "Agence France-Presse dpa"),
        ("Kabul, Sep 15 (PTI) ", ""),
        ("NEW DELHI, Sep 15 (PTI) ", "Press Trust of India"),
        ("BEIJING, Sept. 15 (Xinhua) -- ", "Xinhua"),
        ("MOSCOW, September 15. /TASS/. ", "TASS"),
        ("/TASS/ ", "TASS"),
        ("МОСКВА, 15 сентября. /ТАСС/. ", "TASS"),
        ("МОСКВА, 15 сен — РИА Новости. ", "RIA Novosti"),
        ("Москва. 15 сентября. INTERFAX.RU - ", "Interfax"),
        ("DUSHANBE — Sputnik\n\n", "Sputnik"),
        ("DUSHANBE (Sputnik) — ", "Sputnik"),
        ("新华社北京9月15日电 ", "Xinhua"),
        ("（路透社）", "Reuters"),
        ("北京 (路透社) - ", "Reuters"),
        ("【ロイター】 ", "Reuters"),
        ("(서울=연합뉴스) ", "Yonhap"),
        ("كابول (رويترز) - ", "Reuters"),
        ("By Jane Doe, Associated Press\n\n", "Associated Press"),
        ("By REUTERS\n\n", "Reuters"),
        ("By Reuters Staff\n\n", "Reuters"),
        ("Jane Doe | AFP\n\n", "Agence France-Presse"),
        ("# Boats out\n\nBy Jane Doe\n\nKABUL (AP) — ", "Associated Press"),
        ("Source: TASS\n\n", "TASS"),
        ("Источник: ТАСС\n\n", "TASS"),
        ("With inputs from ANI\n\n", "ANI"),
    ],
)
def test_a_text_is_signed_where_it_begins(beginning: str, agency: str) -> None:
    assert " ".join(_credits(f"{beginning}{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}")) == agency


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        (" (AFP)", "Agence France-Presse"),
        (" — Reuters", "Reuters"),
        (" -- Sputnik.", "Sputnik"),
        (" /TASS/", "TASS"),
        ("\n\nAP/AFP", "Agence France-Presse Associated Press"),
        ("\n\n— Sputnik", "Sputnik"),
        ("\n\n(With inputs from PTI)", "Press Trust of India"),
    ],
)
def test_a_text_is_signed_where_it_ends(end: str, agency: str) -> None:
    assert " ".join(_credits(f"{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}{end}")) == agency


@pytest.mark.parametrize(
    "body",
    [
        f"The owner told Reuters on Monday. {LONG}",
        f"The news agency (TASS) said so. {LONG}",
        f"Reuters, AP and AFP all reported it.\n\n{LONG}",
        f"The boats, seen by an Associated Press reporter, went out. {LONG}",
        f"Photo: Reuters\n\n{LONG}",
        f"Boats at the quay (Photo by AFP)\n\n{LONG}",
        f"Jane Doe/Getty Images/AFP\n\n{LONG}",
        f"By Ana, in Skalvik\n\n{LONG}",
        f"{LONG}\n\n{LONG}\n\n{LONG}\n\nKABUL (Reuters) - {LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}",
        f"KABUL (The Valley Post) - {LONG}",
        "",
    ],
)
def test_an_agency_named_elsewhere_signs_nothing(body: str) -> None:
    assert _credits(body) == ()


@pytest.mark.parametrize(
    ("front", "agency"),
    [
        ({"agency": "reuters"}, ("Reuters",)),
        ({"agency": "(AFP)"}, ("Agence France-Presse",)),
        ({"agency": "Agence France-Presse"}, ("Agence France-Presse",)),
        ({"agency": "AP, Reuters"}, ("Associated Press", "Reuters")),
        ({"agency": "Valley  Wire"}, ("Valley Wire",)),
        ({"agency": "RFE/RL"}, ("RFE/RL",)),
        ({"authors": ["Jane Doe, Associated Press"]}, ("Associated Press",)),
        ({"authors": "Reuters Staff"}, ("Reuters",)),
        ({"authors": "Ana"}, ()),
        ({"authors": "Jane Doe"}, ()),
    ],
)
def test_front_matter_names_agencies(front: dict[str, Any], agency: tuple[str, ...]) -> None:
    assert _credits(**front) == agency


def test_nothing_is_read_from_the_desks_own_summary() -> None:
    assert _credits(f"(Reuters) - {LONG}", text="summary") == ()


def test_the_list_is_read() -> None:
    assert len(set(forms().in_fields.values())) > 100


def test_no_form_signs_for_two_agencies() -> None:
    assert {form: agency_called(form) for form in forms().in_texts} == dict(forms().in_texts)


def test_a_credit_of_separators_alone_names_nobody() -> None:
    assert named(" / ") == ()
