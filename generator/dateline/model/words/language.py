"""A language's code to its phrases for dates, with the names of the months from CLDR."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.words import languages

_ASCII_DIGITS = "0123456789"


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """What one language's file holds."""

    phrases: Mapping[str, str]
    """By name, and by name and case or kind where it differs: `month` and `month.genitive`.

    In braces stand the slots; after a colon the case in which the slot is wanted: `{date:genitive}`.
    """
    digits: str = _ASCII_DIGITS
    """From zero to nine."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """Everything needed to say a date in a language."""

    code: str
    """The primary subtag of BCP 47."""
    phrases: Mapping[str, str]
    """As in `Phrases`."""
    digits: str
    """From zero to nine."""
    months: tuple[str, ...]
    """January first, as they stand beside a day (in Russian, the genitive)."""
    months_alone: tuple[str, ...]
    """January first, as they stand without a day."""

    def phrase(self, name: str, variant: str = "") -> str:
        """The phrase for that case or kind when the language has its own, else the general one."""
        return self.phrases.get(f"{name}.{variant}") or self.phrases[name]

    def join(self, items: Sequence[str], *, every: bool) -> str:
        """`a, b and c` for all of them, `a, b or c` for one of them."""
        from babel.lists import format_list

        return format_list(items, style="standard" if every else "or", locale=self.code)

    def in_own_digits(self, text: str) -> str:
        """The text with the language's digits."""
        return text if self.digits == _ASCII_DIGITS else text.translate(str.maketrans(_ASCII_DIGITS, self.digits))


@functools.cache
def codes() -> tuple[str, ...]:
    """The languages that dates can be said in."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(languages.__path__)))


def language(tag: str) -> Language:
    """The language of a BCP 47 tag, its region ignored; a ValueError when nobody has written it yet."""
    code = tag.lower().split("-")[0]
    if code not in codes():
        raise ValueError(f"dates have no words in {tag!r} yet, only in {', '.join(codes())}")
    return _load(code)


@functools.cache
def _load(code: str) -> Language:
    own: Phrases = importlib.import_module(f"{languages.__name__}.{code}").PHRASES
    from babel import Locale

    months = Locale.parse(code).months
    return Language(
        code=code,
        phrases=own.phrases,
        digits=own.digits,
        months=tuple(months["format"]["wide"][number] for number in range(1, 13)),
        months_alone=tuple(months["stand-alone"]["wide"][number] for number in range(1, 13)),
    )
