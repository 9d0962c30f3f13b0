"""Text files to extracts: the whole path, on texts written for it and on the real one when it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.desk.intake.extract import extract
from dateline.desk.intake.found import Extract, IntakeError
from dateline.desk.intake.front_matter import Head, article_text
from dateline.desk.intake.scalars import scalar
from dateline.read.document import read_document
from dateline.read.limits import Limits

REAL = Path(__file__).parents[2] / "../shared/articles/csto-dushanbe.txt"
SCRAPED = (
    "Island towns shut their quays to LRFU boats\n\n"
    "Riverton: – The LRFU has told its crews to stay at home.  It gave no reason. "
    "The Lower River Ferry Union (LRFU) runs nine boats.\xa0 \xa0 \xa0\n\n\n"
    "The towns met on the pier. The LRFU said in a letter, ‘Our pilots’ boats will not sail to closed quays. "
    "Nor will we pay for the empty berths.’\xa0 \xa0 \n\n"
    "Both sides had agreed on fares last month. The towns’ mayors did not ans\xadwer.\xa0\n\n"
    "Leave a Reply\n\nYour email address will not be published."
)


@pytest.fixture
def scraped() -> Extract:
    return extract(SCRAPED.encode(), "scraped.txt")


def test_head(scraped: Extract) -> None:
    assert (scraped.title, scraped.place, scraped.agency) == (
        "Island towns shut their quays to LRFU boats",
        "Riverton",
        None,
    )


def test_body_is_the_article_s_own(scraped: Extract) -> None:
    assert scraped.body.startswith("The LRFU has told its crews to stay at home. It gave no reason.")
    assert scraped.body.endswith("mayors did not answer.")
    assert scraped.body.count("\n\n") == 2
    assert not {"\xa0", "\xad", "  "} & {
        scraped.body[at : at + size] for at in range(len(scraped.body)) for size in (1, 2)
    }


def test_what_was_cut_is_listed(scraped: Extract) -> None:
    assert [(cut.text, cut.why) for cut in scraped.cut] == [
        ("Riverton: –", "place line"),
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published.", "comment form"),
    ]


def test_no_date_is_made_up(scraped: Extract) -> None:
    assert scraped.published is None
    assert "no publication date found" in [note.text for note in scraped.notes]


def test_inside(scraped: Extract) -> None:
    assert [(each.short, each.long) for each in scraped.acronyms] == [("LRFU", "Lower River Ferry Union")]
    assert [each.text for each in scraped.quotations] == [
        "Our pilots’ boats will not sail to closed quays. Nor will we pay for the empty berths."
    ]
    assert [(each.text, each.proposal) for each in scraped.relative_times] == [("last month", None)]


def test_dated_wire_story() -> None:
    text = (
        "Паром вернулся в порт\nАвтор: Нина Луговая\n17 сентября 2021, 10:30\n\n"
        "ДУШАНБЕ, 17 сен — Sputnik. Паром вернулся вчера. Все целы.\n\nРеклама\n\nПорт открыт."
    )
    found = extract(text.encode("cp1251"), "story.txt")
    assert (found.authors, found.published, found.place, found.agency) == (
        ("Нина Луговая",),
        "2021-09-17",
        "ДУШАНБЕ",
        "Sputnik",
    )
    assert found.body == "Паром вернулся вчера. Все целы.\n\nПорт открыт."
    assert [each.proposal for each in found.relative_times] == ["2021-09-16"]


def test_date_of_the_place_line_needs_a_year() -> None:
    found = extract(b"The ferry is back\n\nMOSCOW, Aug 22 (Reuters) - The ferry came back. All are well.", "a.txt")
    assert found.published is None
    assert any("“Aug 22”, which has no year" in note.text for note in found.notes)


def test_change_is_no_publication() -> None:
    found = extract(b"The ferry is back\nUpdated: 18 Sep 2021\n\nThe ferry came back. All of us are well.", "a.txt")
    assert (found.published, found.body) == (None, "The ferry came back. All of us are well.")


def test_wrapped_lines_are_one_paragraph() -> None:
    line = "The harbour opened at dawn and forty boats left it"
    found = extract(
        f"The ferry is back\n\n{line}\n{line}\n{line}\nat noon.\n\n{line}\n{line}\nat noon.".encode(), "a.txt"
    )
    assert found.body == f"{line} {line} {line} at noon.\n\n{line} {line} at noon."


def test_first_line_that_is_a_sentence_is_no_title() -> None:
    found = extract(b"The ferry came back.\n\nAll of the crew are well, the captain told us.", "a.txt")
    assert found.title is None
    assert found.body.startswith("The ferry came back.")


def test_markdown_keeps_front_matter_and_its_marks() -> None:
    text = (
        "---\ntitle: 'The ferry: back'\ndate: 2021-09\nauthor: [A. Moss]\ntags: [sea]\n---\n"
        "# The ferry: back\n\nThe boat\ncame *back*.\n\n- one\n- two\n\n```\na  b\n```\n"
    )
    found = extract(text.encode(), "a.md")
    assert (found.title, found.published, found.authors) == ("The ferry: back", "2021-09", ("A. Moss",))
    assert found.body == "The boat came *back*.\n\n- one\n- two\n\n```\na  b\n```"
    assert "front matter that dateline has no key for" in [cut.why for cut in found.cut]


def test_markdown_heading_is_the_title() -> None:
    assert extract(b"# The ferry\n\nIt came back. All are well.", "a.md").title == "The ferry"


def test_broken_front_matter_is_said_and_listed() -> None:
    found = extract(b"---\ntitle: [\n---\n# The ferry\n\nIt came back. All are well.", "a.md")
    assert found.title == "The ferry"
    assert any("front matter cannot be read" in note.text for note in found.notes)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"Leave a Reply", b"<html><body></body></html>"])
def test_what_holds_no_article_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError):
        extract(data, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "null",
        "2021-09-17",
        "12:30",
        "A: b",
        "a # b",
        "- a",
        '"quoted" \\ back',
        "“Typographic” it’s",
        "ends: ",
        "{a}",
        "@x",
        "https://news.example/a?b=c#d",
        "*bold*",
        "Dushanbe",
        "tab\there",
        "كشتی",
        "🚢",
        "~",
        "1_000",
    ],
)
def test_scalars_read_back_as_the_same_text(text: str) -> None:
    document, findings = read_document(f"---\ntitle: {scalar(text)}\n---\nBody.", "a.md", Limits())
    assert document is not None, findings
    assert document.data["title"] == text


def test_article_reads_back(scraped: Extract) -> None:
    document, findings = read_document(article_text(scraped, Head(source="harbour-news")), "a.md", Limits())
    assert document is not None, findings
    assert document.data == {"title": scraped.title, "source": "harbour-news", "place": "Riverton"}
    assert document.body == scraped.body + "\n"


@pytest.mark.skipif(not REAL.exists(), reason="../shared/articles is not beside this checkout")
def test_the_real_article() -> None:
    found = extract(REAL.read_bytes(), REAL.name)
    assert found.title is not None
    assert (found.title.split()[0], found.place, found.published, found.authors) == ("Ex-Soviet", "Dushanbe", None, ())
    assert [(each.short, each.long.split()[0]) for each in found.acronyms] == [("CSTO", "Collective")]
    assert [each.text.count(". ") for each in found.quotations] == [1]
    assert [(each.text, each.proposal) for each in found.relative_times] == [("last month", None)]
    assert [cut.why for cut in found.cut] == ["place line", "comment form", "comment form"]
    assert not {"\xa0", "Reply"} & set(found.body.replace("\xa0", " \xa0 ").split(" "))
    assert "no publication date found" in [note.text for note in found.notes]
