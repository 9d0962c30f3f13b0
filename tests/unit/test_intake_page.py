"""Saved pages, mails and web archives to extracts."""

from __future__ import annotations

import json

import pytest

from dateline.desk.intake.extract import extract
from dateline.desk.intake.found import Extract

FIRST = "The harbour of Riverton opened again at dawn, and forty boats left it before noon on a calm sea."
SECOND = (
    "Its keeper, Ana Moss, said that [nobody](https://news.example/nobody) had expected so many of them to come back."
)
CDATA = (
    '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","datePublished":"2021-09-17"}\n//]]></script>'
)
THIRD = "The town has waited for this day since the storm of the winter, when the pier broke and the lamps went out."


def page(
    head: str = "", *, above: str = "", html: str = '<html lang="en">', heading: str = "The harbour opens"
) -> bytes:
    linked = SECOND.replace("[nobody](https://news.example/nobody)", '<a href="https://news.example/nobody">nobody</a>')
    body = "".join(f"<p>{text}</p>" for text in (FIRST, linked, THIRD, THIRD[:60] + " again and again, as they say."))
    text = f"<!doctype html>{html}<head><title>The harbour opens - Harbour News</title>{head}</head><body>"
    return f"{text}<article><h1>{heading}</h1>{above}{body}</article></body></html>".encode()


def linked(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def read(*args: str, above: str = "") -> Extract:
    return extract(page(*args, above=above), "page.html")


def test_body_is_one_paragraph_a_line_with_its_links() -> None:
    assert read().body.split("\n\n")[:3] == [FIRST, SECOND, THIRD]


def test_heading_is_the_title_and_not_said_twice() -> None:
    found = read()
    assert found.title == "The harbour opens"
    assert not found.body.startswith("#")


@pytest.mark.parametrize(
    ("heading", "head", "title"),
    [
        ("The harbour opens", meta("og:title", "Forty boats sail | Harbour News"), "The harbour opens"),
        ("", meta("og:site_name", "Harbour News"), "The harbour opens"),
        ("", "", "The harbour opens - Harbour News"),
        ("Harbour News", meta("og:site_name", "Harbour News"), "The harbour opens"),
    ],
)
def test_titles(heading: str, head: str, title: str) -> None:
    assert extract(page(head, heading=heading), "page.html").title == title


def test_two_titles_are_a_conflict_that_is_shown() -> None:
    found = read(meta("og:title", "Forty boats sail at last"))
    assert any(note.kind == "conflict" and "Forty boats sail at last" in note.text for note in found.notes)


@pytest.mark.parametrize(
    ("head", "above", "published"),
    [
        (linked(datePublished="2021-09-17T10:00:00+05:00"), "", "2021-09-17"),
        (linked(datePublished="2021-09"), "", "2021-09"),
        (meta("article:published_time", "2021-09-17T10:00:00Z"), "", "2021-09-17"),
        (CDATA, "", "2021-09-17"),
        ("", '<time class="published">17 Sep 2021</time>', "2021-09-17"),
        ("", "<p>Published: September 17, 2021</p>", "2021-09-17"),
        # It was still the evening before where the page is made.
        (linked(datePublished="2021-09-17T01:00:00Z"), "<p>September 16, 2021</p>", "2021-09-16"),
        (linked(datePublished="2021-09-17T15:00:00Z"), "<p>September 16, 2021</p>", "2021-09-17"),
        # Two statements that cannot both be true: what readers see decides, else nothing does.
        (
            meta("article:published_time", "2021-09-17") + linked(datePublished="2021-09-03"),
            "<p>3 September 2021</p>",
            "2021-09-03",
        ),
        (meta("article:published_time", "2021-09-17") + linked(datePublished="2021-09-03"), "", None),
        (meta("article:modified_time", "2021-09-17") + linked(dateModified="2021-09-17"), "", None),
        ('<link rel="canonical" href="https://news.example/2021/09/17/harbour">', "", None),
        ("", "", None),
    ],
)
def test_dates(head: str, above: str, published: str | None) -> None:
    assert read(head, above=above).published == published


def test_conflict_of_dates_is_shown() -> None:
    found = read(meta("article:published_time", "2021-09-17") + linked(datePublished="2021-09-03"))
    (conflict,) = (note.text for note in found.notes if note.kind == "conflict")
    assert "2021-09-03" in conflict
    assert "2021-09-17" in conflict


def test_names_and_addresses() -> None:
    found = read(
        linked(author=[{"name": "Ana Moss"}, {"name": "Reuters"}], publisher={"name": "Harbour News"})
        + '<link rel="canonical" href="https://web.archive.org/web/20210918/https://news.example/harbour">'
    )
    assert (found.authors, found.agency, found.site) == (("Ana Moss",), "Reuters", "Harbour News")
    assert found.url == "https://news.example/harbour"
    assert found.archived == "https://web.archive.org/web/20210918/https://news.example/harbour"


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("en_us", "en-US"), ("ZH-hant-tw", "zh-Hant-TW"), ("?", None)]
)
def test_languages(tag: str, language: str | None) -> None:
    assert extract(page(html=f'<html lang="{tag}">'), "page.html").language == language


def test_web_archive_and_mail() -> None:
    head = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    saved = f"Snapshot-Content-Location: https://news.example/harbour\n{head}\n".encode() + page()
    mailed = f"Subject: Fwd: harbour\nDate: Fri, 17 Sep 2021 10:00:00 +0500\n{head}\n".encode() + page()
    assert extract(saved, "page.mhtml").url == "https://news.example/harbour"
    found = extract(mailed, "mail.eml")
    assert found.published is None
    assert "the mail was sent on 2021-09-17" in [note.text for note in found.notes]
