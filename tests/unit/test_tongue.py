"""Words in another language say so; those in the page's own do not."""

from __future__ import annotations

import pytest

from dateline.pages.escape import Safe
from dateline.pages.tongue import direction, in_its_language


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fa", "rtl"), ("tg", "ltr"), ("tg-Arab", "rtl"), ("ru-RU", "ltr"), ("az-Latn-IR", "ltr"), ("UR_PK", "rtl")],
)
def test_direction(language: str, expected: str) -> None:
    assert direction(language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("tg", '<span lang="tg" dir="ltr">Панҷшер</span>'),
        ("en-GB", "Панҷшер"),
        (None, "Панҷшер"),
        ('"><b>', '<span lang="&#34;&#62;&#60;b&#62;" dir="ltr">Панҷшер</span>'),
    ],
)
def test_only_another_language_is_told(language: str | None, expected: str) -> None:
    assert in_its_language(Safe("Панҷшер"), language, around="en") == expected
