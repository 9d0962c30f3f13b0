"""A stretch of text to whether it is whole words, in the sense of its writing system."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

APOSTROPHES: Final = "'’ʼ＇"
HYPHENS: Final = "-\u2010\u2011"
MARKS: Final = frozenset({"Mn", "Mc", "Me"})
ZERO_WIDTH_SPACE: Final = "\u200b"
UNSPACED: Final = ("CJK", "HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO", "YI ", "IDEOGRAPHIC")
"""Scripts written without spaces between words, by how their characters' Unicode names begin.

Katakana is not among them: a run of it is one word, and only another script or a dot ends it.
"""
BEFORE_CONSONANT: Final = frozenset("เแโใไເແໂໃໄ")
"""Thai and Lao vowels that are written before the consonant they follow in speech."""
AFTER_CONSONANT: Final = frozenset("ะาำๅະາຳ")
"""Thai and Lao vowels that are letters of their own, and belong to the consonant before them."""
ELISIONS: Final = frozenset({
    "l", "L", "d", "m", "t", "s", "n", "c", "j", "qu", "Qu", "lorsqu", "puisqu", "jusqu", "quoiqu", "dell",
    "Dell", "all", "nell", "Nell", "sull", "dall", "un", "quest", "Quest",
})  # fmt: skip
"""What French, Italian and Catalan write with an apostrophe before a name; not the O and D of O'Brien and D'Angelo."""
PARTICLES: Final = frozenset({
    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "만", "에서", "에게", "께서",
    "으로", "부터", "까지", "보다", "처럼", "에는", "에도", "에서는", "으로는", "과의", "와의",
})  # fmt: skip
"""Korean words that are written onto the word before them."""
FEWEST_BEFORE_PARTICLE: Final = 2
LONGEST_PARTICLE: Final = 3
LONGEST_ELISION: Final = 7
PREFIXES: Final = frozenset({
    "anti", "pro", "non", "ex", "pre", "post", "inter", "trans", "neo", "pan", "intra", "extra", "mid", "co",
    "counter",
})  # fmt: skip
WIDEST: Final = 40
"""Characters looked back for the beginning of the other half of a compound."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch neither begins nor ends inside a word.

    One sign of a script without spaces, such as 美 for a state, is a part of nearly every word; it must stand alone.
    """
    if end - start == 1 and _is_unspaced(text[start]) and (_is_letter(text[end : end + 1]) or _follows(text, start)):
        return False
    return _is_closed(text, start, end) and _is_open(text, start)


def _follows(text: str, start: int) -> bool:
    return start > 0 and _is_letter(text[start - 1])


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether nothing behind the stretch belongs to its last word."""
    if end < len(text) and unicodedata.category(text[end]) in MARKS:
        return False
    place = end
    while place < len(text) and _is_invisible(text[place]):
        place += 1
    if place == len(text):
        return True
    last, after = text[end - 1], text[place]
    if after in APOSTROPHES:
        return not _joins(text, last, place + 1) or _is_possessive(text, place)
    if after == ".":
        # nato.int and 3.5, but not a sentence that begins without a space.
        return not (_joins(text, last, place + 1) and not text[place + 1].isupper())
    if after == "@":
        return False
    return not _joins(text, last, place) or _is_particle(text, place, end - start)


def _is_open(text: str, start: int) -> bool:
    """Whether nothing before the stretch belongs to its first word."""
    place = start - 1
    while place >= 0 and _is_invisible(text[place]):
        place -= 1
    if place < 0:
        return True
    before = text[place]
    if unicodedata.category(before) in MARKS:
        return _is_unspaced(text[start])
    if before in APOSTROPHES:
        return place == 0 or not _joins(text, text[place - 1], start) or _is_elision(text, place)
    if before == ".":
        return place == 0 or not (_joins(text, text[place - 1], start) and text[start].islower())
    return before != "@" and not _joins(text, before, start)


def _joins(text: str, before: str, place: int) -> bool:
    """Whether a character and the one at a place are letters of one word."""
    if place >= len(text):
        return False
    after = text[place]
    if before in BEFORE_CONSONANT or after in AFTER_CONSONANT:
        return True
    if before == "." and _is_letter(after):
        return True
    if not (_is_letter(before) and _is_letter(after)) or _is_unspaced(before) or _is_unspaced(after):
        return False
    return _is_katakana(before) == _is_katakana(after)


def _is_possessive(text: str, apostrophe: int) -> bool:
    following = text[apostrophe + 1 : apostrophe + 3]
    return following[:1] in {"s", "S"} and not _is_letter(following[1:])


def _is_elision(text: str, apostrophe: int) -> bool:
    place = apostrophe
    while place and apostrophe - place <= LONGEST_ELISION and text[place - 1].isalpha():
        place -= 1
    return text[place:apostrophe] in ELISIONS


def _is_particle(text: str, place: int, length: int) -> bool:
    run = place
    while run < len(text) and run - place <= LONGEST_PARTICLE and _is_letter(text[run]):
        run += 1
    return length >= FEWEST_BEFORE_PARTICLE and text[place:run] in PARTICLES


def other_halves(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Where a name must end before a stretch, and where one must begin behind it, for the stretch to be a name itself.

    The Bissau of Guinea-Bissau makes another name of it; the led of US-led does not, nor does a second name as in
    Iran-Iraq.
    """
    before = after = None
    if start > 1 and text[start - 1] in HYPHENS and _is_capitalised(text, start - 1):
        before = start - 1
    if end + 1 < len(text) and text[end] in HYPHENS and text[end + 1].isupper():
        after = end + 1
    return before, after


def _is_capitalised(text: str, end: int) -> bool:
    """Whether the word that ends here has a capital and is no prefix."""
    first = end
    while first and end - first < WIDEST and (_is_letter(text[first - 1]) or text[first - 1] == "."):
        first -= 1
    return text[first : first + 1].isupper() and text[first:end].casefold() not in PREFIXES


@lru_cache(2**16)
def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or (bool(character) and unicodedata.category(character) in MARKS)


@lru_cache(2**16)
def _is_invisible(character: str) -> bool:
    return character != ZERO_WIDTH_SPACE and unicodedata.category(character) == "Cf"


@lru_cache(2**16)
def _is_unspaced(character: str) -> bool:
    return character > "\u0e00" and unicodedata.name(character, "").startswith(UNSPACED)


@lru_cache(2**16)
def _is_katakana(character: str) -> bool:
    return character > "\u3000" and "KATAKANA" in unicodedata.name(character, "")
