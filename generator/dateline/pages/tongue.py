"""Words in a language of their own to the same words with its tag and direction, for voices, hyphens and browsers."""

from __future__ import annotations

from dateline.model.article import Article
from dateline.pages.escape import Safe, attribute

FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages whose usual script runs from the right."""
SCRIPTS_FROM_THE_RIGHT = frozenset({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"})
SCRIPT_LETTERS = 4


def in_its_language(words: Safe, language: str | None, *, around: str, kind: str = "") -> Safe:
    """One line in a `span` that says its language, where that is not the one `around` it; `kind` is a class."""
    tags = f' class="{kind}"' if kind else ""
    if language and _primary(language) != _primary(around):
        tags += f' lang="{attribute(language)}" dir="{direction(language)}"'
    return Safe(f"<span{tags}>{words}</span>") if tags and words else words


def direction(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 tag; a script that it names counts before the language."""
    primary, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == SCRIPT_LETTERS and part.isalpha()), None)
    right = script in SCRIPTS_FROM_THE_RIGHT if script else primary in FROM_THE_RIGHT
    return "rtl" if right else "ltr"


def stored_in(article: Article) -> str | None:
    """The language that an article's title and text are stored in; a summary is in the desk's own."""
    return None if article.text == "summary" else article.language


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
