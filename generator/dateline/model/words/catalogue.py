"""A language's code to the words of the interface in it, from the catalogue that its translators write."""

from __future__ import annotations

import functools
import gettext
import io
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Final
from unicodedata import bidirectional

from babel import Locale

from dateline.model.words.language import Language, codes, language

ENGLISH: Final = "en"
"""The language of the messages themselves, which needs no catalogue."""
DOMAIN: Final = "dateline"
SAMPLED: Final = 200
"""Numbers among which every form of a message that counts is found."""
_TO_THE_LEFT: Final = "\u200f"
"""A sign that nobody sees; without it a number after a Latin name would change places with it."""
_LOCALE: Final = resources.files("dateline") / "locale"


class Interface:
    """What the program itself says on a page, in one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        """The primary subtag of BCP 47."""
        self._dates: Language = language(code)
        self._is_turned = Locale.parse(code).text_direction == "rtl"
        self._signs = str.maketrans(",.", _separators(code))
        self._words = _catalogue(code)
        self._place = _places(self._words)
        self._examples = _examples(self._place)
        """A number for each form of a message that counts."""
        self.comma = self.say(", ")
        """What stands between the parts of a list."""

    def say(self, message: str, /, **values: object) -> str:
        """A message, its `{names}` filled in; numbers in the language's own form."""
        found = self._words.gettext(message)
        return found.format(**{key: self._shown(value) for key, value in values.items()}) if values else found

    def say_n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form of a message for a number, which is its `{count}`."""
        shown = {key: self._shown(value) for key, value in values.items()}
        return self._words.ngettext(one, many, count).format(count=self.number(count), **shown)

    def forms(self, one: str, many: str) -> tuple[str, ...]:
        """Every form of a message for a number, in the catalogue's order."""
        return tuple(self._words.ngettext(one, many, count) for count in self._examples)

    @functools.cached_property
    def categories(self) -> Mapping[str, int]:
        """The place among those forms for each of CLDR's categories: `{"one": 0, "few": 1, "many": 2}`."""
        found: dict[str, int] = {}
        for count in range(SAMPLED):
            found.setdefault(Locale.parse(self.code).plural_form(count), self._place(count))
        return {"other": len(self._examples) - 1} | found

    def number(self, number: float) -> str:
        """`1,234` with the language's digits and separators."""
        english = f"{number:,}"
        return english if self.code == ENGLISH else self.digits(english.translate(self._signs))

    def digits(self, text: str) -> str:
        """A text with the language's digits, as for a year."""
        return self._dates.in_own_digits(text)

    def _shown(self, value: object) -> object:
        if isinstance(value, int):
            return self.number(value)
        return f"{value}{_TO_THE_LEFT}" if self._is_turned and _runs_right(str(value)) else value


def _places(words: gettext.NullTranslations) -> Callable[[int], int]:
    """A number to the place of its form; as in English where there is no catalogue."""
    return getattr(words, "plural", lambda count: int(count != 1))


def _examples(place: Callable[[int], int]) -> tuple[int, ...]:
    by_place: dict[int, int] = {}
    for count in range(SAMPLED):
        by_place.setdefault(place(count), count)
    return tuple(by_place[at] for at in sorted(by_place))


def _separators(code: str) -> str:
    """What stands between thousands, and before tenths."""
    locale = Locale.parse(code)
    system = locale.default_numbering_system  # type: ignore[attr-defined]  # types-babel describes an older Babel
    signs: Mapping[str, str] = locale.number_symbols[system]
    return signs["group"] + signs["decimal"]


def _runs_right(text: str) -> bool:
    """Whether what comes after a text would go on from left to right, as after a Latin name."""
    strong = (kind for kind in map(bidirectional, reversed(text)) if kind in {"L", "R", "AL"})
    return next(strong, "") == "L"


def to_say(message: str) -> str:
    """The message itself: it stands in a table, and is said from there."""
    return message


def to_count(one: str, many: str) -> tuple[str, str]:
    """The same for a message with a number."""
    return one, many


@functools.cache
def interface(tag: str) -> Interface:
    """The interface in the language of a BCP 47 tag; in English where it has no catalogue. ValueError as `language`."""
    return Interface(language(tag).code)


@functools.cache
def spoken() -> tuple[str, ...]:
    """The languages whose catalogue is complete, English first."""
    return (ENGLISH, *(code for code in codes() if code != ENGLISH and _file(code).is_file()))


def _file(code: str) -> resources.abc.Traversable:
    return _LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"


def _catalogue(code: str) -> gettext.NullTranslations:
    """Compiled where it is needed, so that no file has to be made before a translation is seen."""
    file = _file(code)
    if code == ENGLISH or not file.is_file():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.StringIO(file.read_text("utf-8"))))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
