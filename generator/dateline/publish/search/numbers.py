"""Whole numbers to letters that a script can hold as they are: five bits each, and one for whether more follow."""

from __future__ import annotations

from collections.abc import Iterable

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
MORE = 1 << BITS


def written(numbers: Iterable[int]) -> str:
    """Numbers from 0 up, the lowest bits first."""
    return "".join([_SHORT[number] if number < _SHORTS else _long(number) for number in numbers])


def letters(number: int) -> str:
    """One number, as `written` writes it."""
    return _SHORT[number] if number < _SHORTS else _long(number)


def signed(number: int) -> int:
    """A number of either sign as one from 0 up, in the order 0, -1, 1, -2, 2."""
    return number * 2 if number >= 0 else -number * 2 - 1


def first_of(text: bytes) -> tuple[int, int]:
    """The first number that letters say, and how many letters say it."""
    number, at = 0, 0
    while (value := _VALUES[text[at]]) >= MORE:
        number |= (value & (MORE - 1)) << (BITS * at)
        at += 1
    return number | value << (BITS * at), at + 1


def _long(number: int) -> str:
    letters = []
    while number >= MORE:
        letters.append(LETTERS[MORE | (number & (MORE - 1))])
        number >>= BITS
    letters.append(LETTERS[number])
    return "".join(letters)


_VALUES = {ord(letter): value for value, letter in enumerate(LETTERS)}
_SHORTS = 1 << (2 * BITS)
_SHORT = tuple(_long(number) for number in range(_SHORTS))
