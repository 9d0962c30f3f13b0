"""Place lines in their real forms, and sentences that only look like one."""

from __future__ import annotations

import pytest

from dateline.desk.intake.place_line import place_line

REST = "The ferries were late."


@pytest.mark.parametrize(
    ("head", "place", "agency", "date"),
    [
        ("DUSHANBE, September 17. /TASS/. ", "DUSHANBE", "TASS", "XXXX-09-17"),
        ("MOSCOW, Aug 22 (Reuters) - ", "MOSCOW", "Reuters", "XXXX-08-22"),
        ("ЕРЕВАН, 15 сен — Sputnik. ", "ЕРЕВАН", "Sputnik", "XXXX-09-15"),
        ("НУР-СУЛТАН, 9 авг - Sputnik. ", "НУР-СУЛТАН", "Sputnik", "XXXX-08-09"),
        ("ДУШАНБЕ, 24.08.2021 /АМИТ «Ховар»/. ", "ДУШАНБЕ", "АМИТ «Ховар»", "2021-08-24"),
        ("ДУШАНБЕ, 17 сентября 2021 года. /ТАСС/. ", "ДУШАНБЕ", "ТАСС", "2021-09-17"),
        ("Душанбе. 30 августа. ИНТЕРФАКС - ", "Душанбе", "ИНТЕРФАКС", "XXXX-08-30"),
        (
            "DUSHANBE (UrduPoint News / Sputnik - 15th September, 2021) ",
            "DUSHANBE",
            "UrduPoint News / Sputnik",
            "2021-09-15",
        ),
        ("TASHKENT, Uzbekistan, Aug. 30 (Xinhua) -- ", "TASHKENT, Uzbekistan", "Xinhua", "XXXX-08-30"),
        ("LONDON/KABUL, Aug 30 (Reuters) - ", "LONDON/KABUL", "Reuters", "XXXX-08-30"),
        ("GENEVA (30 August 2021) – ", "GENEVA", None, "2021-08-30"),
        ("KANSAS CITY, Mo. (AP) — ", "KANSAS CITY, Mo.", "AP", None),
        ("GRAND FORKS, N.D. — ", "GRAND FORKS, N.D.", None, None),
        ("(KABUL, Afghanistan) — ", "KABUL, Afghanistan", None, None),
        ("KABUL (Pajhwok): ", "KABUL", "Pajhwok", None),
        ("Kabul | AFP | ", "Kabul", "AFP", None),
        ("WASHINGTON -- ", "WASHINGTON", None, None),
        ("New Delhi: ", "New Delhi", None, None),
        ("Dushanbe: – ", "Dushanbe", None, None),
        ("PARIS, le 3 mars 2021 (AFP) – ", "PARIS", "AFP", "2021-03-03"),
        ("By Jane Doe, KABUL — ", "KABUL", None, None),
        ("(Reuters) - ", None, "Reuters", None),
        ("/TASS/. ", None, "TASS", None),
        ("AP — ", None, "AP", None),
    ],
)
def test_place_lines(head: str, place: str | None, agency: str | None, date: str | None) -> None:
    line = place_line(head + REST)
    assert line is not None
    assert (line.place, line.agency, line.date and line.date.edtf, line.rest) == (place, agency, date, REST)


@pytest.mark.parametrize(
    "paragraph",
    [
        "UPDATE: The ferries were late.",
        "EXCLUSIVE — The harbour closes.",
        "NATO — The alliance met.",
        "Harbour: The book is out.",
        "Russia – the largest country – was there.",
        "Kabul. The city sleeps.",
        "Washington. He was the first.",
        "Kabul, Aug 30 was a hot day.",
        "On September 17, the ferries were late.",
        "September 17: The day of the ferries.",
        "Smith, Sept 17. He was late.",
        "The mayor (Reuters) - he was late.",
        "The crew said (again) that it was late.",
        "",
    ],
)
def test_sentences_keep_their_heads(paragraph: str) -> None:
    assert place_line(paragraph) is None


def test_agency_in_the_sentence_stays() -> None:
    line = place_line("Dushanbe: – Reuters reported that the ferries were late.")
    assert line is not None
    assert (line.agency, line.rest) == (None, "Reuters reported that the ferries were late.")
