"""Lines that pages wrap around articles go; sentences of the article stay."""

from __future__ import annotations

import pytest

from dateline.desk.intake.cruft import without_cruft

STORY = ("The harbour opened at dawn, and forty boats left it before noon.", "None of them came back before the storm.")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Добавить комментарий", "comment form"),
        ("Ваш адрес email не будет опубликован.", "comment form"),
        ("Нишонаи почтаи электронии шумо нашр намешавад.", "comment form"),
        ("دیدگاهتان را بنویسید", "comment form"),
        ("نشانی ایمیل شما منتشر نخواهد شد.", "comment form"),
        ("Share this:", "share bar"),
        ("Facebook | Twitter | WhatsApp", "share bar"),
        ("Поделиться", "share bar"),
        ("* Click to share on Telegram (Opens in new window)", "share bar"),
        ("Read also: Forty boats and a storm", "read also"),
        ("**Read more:** [Forty boats](https://news.example/boats)", "read also"),
        ("Читайте также: Сорок лодок и буря", "read also"),
        ("Инчунин бихонед: Чил заврақ", "read also"),
        ("بیشتر بخوانید: چهل قایق", "read also"),
        ("Sign up for our newsletter", "newsletter"),
        ("ADVERTISEMENT", "advertisement"),
        ("© 2021 Harbour News. All rights reserved.", "copyright"),
    ],
)
def test_whole_lines_are_cut_and_listed(line: str, why: str) -> None:
    kept = without_cruft(((STORY[0],), (line,), (STORY[1],)))
    assert kept.blocks == ((STORY[0],), (STORY[1],))
    assert [(cut.text, cut.why) for cut in kept.cut] == [(line, why)]


@pytest.mark.parametrize(
    "line",
    [
        "Leave a reply, she begged him, and he did.",
        "Share prices fell.",
        "Facebook",
        "Home",
        "Comments by the mayor were few.",
        "Read more of his letters and you will weep, the critic wrote.",
        "Related: the mayor is the pilot's brother. They never spoke.",
        "Subscribe to our cause, the union told its members, and many did.",
        "Print runs doubled.",
        "Advertisement sales fell in August.",
        "Name and address were known to the harbour master.",
        "Next",
    ],
)
def test_the_article_s_own_lines_stay(line: str) -> None:
    assert without_cruft(((STORY[0],), (line,), (STORY[1],))).cut == ()


def test_form_at_the_end_goes_with_its_fields() -> None:
    form = ("Leave a Reply", "Name", "Email", "Your email address will not be published.", "Type the letters you see")
    assert without_cruft((STORY, form)).blocks == (STORY,)


def test_headlines_right_below_read_also_go_with_it() -> None:
    kept = without_cruft(((STORY[0],), ("Read also", "Forty boats and a storm"), ("A subheading",), (STORY[1],)))
    assert kept.blocks == ((STORY[0],), ("A subheading",), (STORY[1],))


def test_thread_of_comments_goes_whole() -> None:
    thread = (("2 comments",), ("Pilot says:", "What a storm that was, and nobody said so."))
    assert without_cruft(((STORY[0] * 2,), *thread)).blocks == ((STORY[0] * 2,),)


def test_sentences_below_a_form_are_kept_and_pointed_at() -> None:
    kept = without_cruft(((STORY[0] * 2,), ("Leave a Reply",), (STORY[1],)))
    assert kept.blocks == ((STORY[0] * 2,), (STORY[1],))
    assert "1 paragraphs below the comment form were kept" in kept.doubts[0]
