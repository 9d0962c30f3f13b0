"""Numbers to documents: each number is one brief with its article, twisted in a way of its own."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desks import GOOD, VALID
from hostility import address_of, our_strings, unlinking

SIGNS = (
    *"\\`*_{}[]()<>#+-.!|~^=:@&$%'\"/;,?\t", "**", "__", "[[", "]]", "](", "![", "<!--", "-->", "<b>", "</b>", "<br>",
    "<pre>", "</pre>", "<div>", "&amp;", "&#60;", "&lt;", "{{", "}}", "{%", "{: .x onclick=y}", ":::", "!!!", "???",
    "--8<-- ", "\n\n", "\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n# ", "\n```\n", "\n~~~\n", "\n---\n", "\n===\n",
    "\n| a | b |\n|---|---|\n| c | d |\n", "\n!!! note\n    ", "\n[x]: javascript:y\n", "[^1]", "\n*[ab]: c\n",
    "https://x.example/a?b=c&d", "www.x.example", "a@b.example", "javascript:alert(1)", "data:text/html,x", "…", "“",
    "”", "’", "—", "\u00a0", "\u200b", "\u200d", "\u0301", "é", "я", "ع", "中", "\U0001f468", "\u00ad", "ß", "İ",
)  # fmt: skip
"""What means something to somebody who reads Markdown, HTML or a template."""
ODD = ("\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u2066", "\ue000", "\ufeff", "\ufffe", "\r")
"""What no file of a desk should hold."""
WORDS = (
    "the", "river", "rose", "four", "metres", "did", "not", "deny", "Board", "said", "on", "Tuesday", "2021", "12:30",
    "no", "on", "null", "~", "0x1F", "1e3", "Mill", "gate",
)  # fmt: skip
YAML_SIGNS = (
    "- ", ": ", "? ", "[", "]", "{", "}", ", ", "#", " #", "&a ", "*a", "!t ", "|\n", ">\n", "|+2\n", "%YAML 1.2\n",
    "---\n", "...\n", "'", '"', "\\x41", "\\", "\t", "\n", "\n  ", "\n    ", "<<: ", "=", "@", "`", "\ufeff", "\r\n",
    "\u2028", "\x85", "null", "~", "yes", "key: value\n", "  ", "'' ", '"" ',
)  # fmt: skip
DATES = (
    "2021", "-09", "-15", "/", "..", "[", "]", "{", "}", ",", "?", "~", "%", "X", "-XX", "Y", "E", "S2", "T",
    "12:30:00", "Z", "+05:00", "-21", "-41", "1950", "0000", "-0001", "u", "open", "unknown", " ", "99999", "00", "31",
    "02-29",
)  # fmt: skip
STATED = ("2021", "2021-09", "2021-09~", "2021-08-15/2021-08-18", "../2021-09", "[2021-08-30,2021-08-31]", "2021-XX-XX")
QUOTES = ("exact", "squeezed", "elided", "edited", "other")
Dice = random.Random


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One brief and what it is made of."""

    number: int
    files: dict[str, str]
    """By their names in the brief's folder."""
    texts: tuple[str, ...]
    """What stands in its fields."""
    dates: tuple[str, ...]
    body: str
    quotes: tuple[str, ...]
    address: str


def document(number: int) -> Document:
    """The same number makes the same document, on every machine."""
    dice = Dice(number)
    body = twisted(dice, 40, hostile=True)
    texts = tuple(twisted(dice, 8, hostile=True) for _ in range(6))
    dates = tuple(_date(dice) for _ in range(4))
    quotes = tuple(_quote(dice, body) for _ in range(3))
    rest = _joined(dice, (*SIGNS, *WORDS), 6)
    address = address_of(rest) if dice.random() < 0.8 else f"https://ok.example/{rest}"
    made = _brief(dice, texts, dates, quotes), _article(dice, texts, body, address)
    return Document(
        number=number,
        files=dict(zip(("brief.yaml", "a.md"), (_maybe_broken(dice, text) for text in made), strict=True)),
        texts=texts,
        dates=dates,
        body=body,
        quotes=quotes,
        address=address,
    )


def twisted(dice: Dice, most: int, *, hostile: bool = False) -> str:
    """Words and signs in any order, now and then a string that somebody thought out."""
    text = _joined(dice, (*SIGNS, *WORDS, *WORDS, " ", " ", " "), most) or "x"
    if hostile and dice.random() < 0.3:
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(_strings()) + text[at:]
    return text + dice.choice(ODD) if dice.random() < 0.01 else text


def yaml_text(dice: Dice) -> str:
    """A file of a good desk that somebody sat on, or signs of YAML in any order."""
    if dice.random() < 0.3:
        return _joined(dice, (*YAML_SIGNS, *WORDS), 25)
    return sat_on(dice, dice.choice(_good_files()), YAML_SIGNS)


def sat_on(dice: Dice, text: str, signs: Sequence[str]) -> str:
    """A text with one to four changes at any place: something more, less, twice or from elsewhere."""
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 0, 1, 3, 20)))
        changes: tuple[Callable[[], str], ...] = (
            lambda: dice.choice((*signs, *ODD, *WORDS)),
            lambda: "",
            lambda: text[start:end] * 2,  # noqa: B023  # called at once
            lambda: text[dice.randrange(len(text) + 1) :][:20],  # noqa: B023
        )
        text = text[:start] + dice.choice(changes)() + text[end:]
    return text


def _maybe_broken(dice: Dice, text: str) -> str:
    return sat_on(dice, text, YAML_SIGNS) if dice.random() < 0.2 else text


def _joined(dice: Dice, parts: Sequence[str], most: int) -> str:
    return "".join(dice.choices(parts, k=dice.randint(1, most)))


def _date(dice: Dice) -> str:
    return dice.choice(STATED) if dice.random() < 0.4 else _joined(dice, DATES, 6)


def _quote(dice: Dice, body: str) -> str:
    """Something of the body, as it stands there or not quite."""
    start = dice.randrange(len(body))
    piece = body[start : start + dice.randint(1, 80)]
    match dice.choice(QUOTES):
        case "exact":
            return piece
        case "squeezed":
            return " ".join(piece.split())
        case "elided":
            return f"{piece} … {body[start + len(piece) + dice.randint(0, 40) :][:40]}"
        case "edited":
            return sat_on(dice, piece, SIGNS)
        case _:
            return twisted(dice, 8)


def _brief(dice: Dice, texts: Sequence[str], dates: Sequence[str], quotes: Sequence[str]) -> str:
    """Most have dates that are some, and an editor who lets quotes pass that stand nowhere."""
    title, summary, says, what, note, prose = texts
    sound = dice.random() < 0.8
    when = [dice.choice(STATED) if sound else date for date in dates]
    evidence: list[dict[str, Any]] = [{"article": "a", "quote": quote, "note": note} for quote in quotes]
    brief: dict[str, Any] = {
        "title": title,
        "summary": unlinking(summary),
        "published": "2021-09-01" if sound else when[0],
        "authors": [note],
        "dates": [{"when": when[1], "what": unlinking(what), "until_known": note}],
        "claims": [{"id": "c", "says": unlinking(says), "said": when[2], "when": when[3], "evidence": evidence}],
        "body": unlinking(prose),
        "corrections": [{"on": "2021-09-02", "what": note, "why": says}],
        "allow": [{"code": code, "why": "made by chance"} for code in ("D401", "D402")] if sound else [],
        "x-number": str(dice.random()),
    }
    return json.dumps(brief, ensure_ascii=dice.random() < 0.2, indent=dice.choice((None, 1)))


def _article(dice: Dice, texts: Sequence[str], body: str, address: str) -> str:
    head = {
        "title": texts[0],
        "published": "2021-08-01",
        "agency": texts[4],
        "authors": [texts[1]],
        "rights": dice.choice(("full", "full", "excerpt", "link")),
        "url": address,
    }
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n{body}\n"


@cache
def _strings() -> tuple[str, ...]:
    return tuple(our_strings())


@cache
def _good_files() -> tuple[str, ...]:
    files = (path for desk in (GOOD, *VALID) for path in sorted((desk / "briefs").rglob("*.yaml")))
    return tuple(path.read_text("utf-8") for path in files)
