"""Text to words as they are searched: folded forms, each with its stem."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple, Protocol

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Kana, Han."""
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
"""Accents, points and vowel signs that a reader may leave out."""
INDIC = "\u0900-\u0963\u0966-\u0dff\u0f18-\u0fbc"
"""Scripts whose vowel signs are part of the word, and no letters to a program."""
JOINING = re.compile("[\u00ad\u0640\u200c\u200d]")
"""What stands inside words and is not typed: soft hyphen, tatweel, joiners."""
POSSESSIVE = re.compile(r"['’ʼ]s(?![^\W_])")
DROPPED = re.compile(f"[{MARKS}]")
WORD = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])[^\W_]|[{MARKS}{INDIC}])+")
RUN = re.compile(f"[{UNSPACED}]+")
LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class Token(NamedTuple):
    """A word in its place."""

    form: str
    """Folded, as a reader may type it."""
    stem: str
    """Folded; the same for all forms of a word."""


class Stemmer(Protocol):
    """What a stemming library offers."""

    def stemWord(self, word: str) -> str:  # noqa: N802  # Snowball's name
        """The stem of a lower-case word."""
        ...


def fold(word: str) -> str:
    """A lower-case word without accents, ß as ss and the final sigma as the other one."""
    plain = DROPPED.sub("", unicodedata.normalize("NFKD", word))
    return unicodedata.normalize("NFC", plain).replace("ß", "ss").replace("ς", "σ")


def tokens(text: str, language: str) -> list[Token]:
    """The words of a text in order; a run of a script without spaces gives its pairs of letters.

    `language` is a BCP 47 tag; where no stemmer knows it, a word is its own stem.
    """
    primary = language.partition("-")[0].lower()
    return [token for word in WORD.findall(lowered(text)) for token in _tokens(word, primary)]


def lowered(text: str) -> str:
    """A text in lower case, composed, without joiners and the possessive's s."""
    return POSSESSIVE.sub("", JOINING.sub("", unicodedata.normalize("NFC", text)).lower())


@cache
def _tokens(word: str, language: str) -> tuple[Token, ...]:
    form = fold(word)
    if RUN.fullmatch(form):
        pairs = [form] if len(form) == 1 else [form[at : at + 2] for at in range(len(form) - 1)]
        return tuple(Token(pair, pair) for pair in pairs)
    if not form:
        return ()
    stemmer = _stemmer(language)
    return (Token(form, fold(stemmer.stemWord(word)) or form if stemmer else form),)


@cache
def _stemmer(language: str) -> Stemmer | None:
    import snowballstemmer  # all its languages at once, which a build without words to stem does without

    name = LANGUAGES.get(language)
    return snowballstemmer.stemmer(name) if name else None
