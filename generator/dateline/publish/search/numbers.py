"""Whole numbers to letters that a script can hold as they are: five bits each, and one for whether more follow."""

from __future__ import annotations

from collections.abc import Iterable

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BITS = 5
MORE = 1 << BITS


def written(numbers: Iterable[int]) -> str:
    """Numbers from 0 up, the lowest bits first."""
    return "".join(_SHORT[number] if number < len(_SHORT) else _long(number) for number in numbers)


def signed(number: int) -> int:
    """A number of either sign as one from 0 up, in the order 0, -1, 1, -2, 2."""
    return number * 2 if number >= 0 else -number * 2 - 1


def _long(number: int) -> str:
    letters = []
    while number >= MORE:
        letters.append(LETTERS[MORE | (number & (MORE - 1))])
        number >>= BITS
    letters.append(LETTERS[number])
    return "".join(letters)


_SHORT = tuple(_long(number) for number in range(1 << (2 * BITS)))
