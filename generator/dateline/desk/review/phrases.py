"""A change to the lines that tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from dateline.desk.review.certainty import Shift
from dateline.desk.review.change import Change, Entry
from dateline.desk.review.entries import ENTRIES, NOTHING, date_words, plain, value_text
from dateline.desk.review.story import Item, Line, Span, Style, code, line, quiet
from dateline.model.brief import UNPUBLISHED
from dateline.relate.quoting.difference import Change as Word
from dateline.relate.quoting.difference import Piece

ARROW: Final = " → "
UNKNOWN: Final = {"compatible": "not comparable"}
NAMES: Final[Mapping[str, str]] = {
    "says": "reworded", "what": "reworded", "value": "figure", "by": "said by", "who": "who took part",
    "evidence": "sources", "said": "said on", "when": "time", "status": "status", "allow": "silenced findings",
    "answers": "answers", "links": "ties", "text": "stored text", "asks": "question",
    "compatible": "answers agree", "review_by": "to be reviewed by", "status_on": "status since",
}  # fmt: skip
"""What a key is called where its own name would say too little."""
LONG: Final = 40
"""Words from which on an unchanged stretch is cut."""
AROUND: Final = 8
STYLES: Final = {Word.EQUAL: "plain", Word.REMOVED: "removed", Word.ADDED: "added"}


def told(change: Change) -> Item:
    """A change as a line, with its entries below it where it is one of a list."""
    name = Span(f"{NAMES.get(change.field, change.field.replace('_', ' '))}: ", "strong")
    if change.is_list:
        return _of_list(name, change)
    if change.words:
        removed, added = change.words
        count = f"{_words(added)} put in, {_words(removed)} taken out"
        return Item(line(name, count), tuple(Item(pieces_line(passage)) for passage in change.passages))
    if change.sort == "renamed":
        return Item(line(Span("renamed: ", "strong"), code(change.before), ARROW, code(change.after)))
    if change.difference:
        return Item((name, *pieces_line(change.difference)))
    if change.sort == "date":
        return Item(line(name, *_dated(change)))
    say = value_text if change.field == "value" else plain
    nothing = UNKNOWN.get(change.field, NOTHING)
    before = Span(say(change.before), "removed") if change.before is not None else quiet(nothing)
    after = Span(say(change.after), "added") if change.after is not None else quiet(nothing)
    return Item(line(name, before, ARROW, after, _for_readers(change)))


def _for_readers(change: Change) -> str:
    """Whether a state lets readers see something, or no longer."""
    if change.field != "state":
        return ""
    hidden = (change.before in UNPUBLISHED, change.after in UNPUBLISHED)
    words = {(True, False): ", readers see it from now on", (False, True): ", readers no longer see it"}
    return words.get(hidden, "")


def _words(count: int) -> str:
    return f"{count:,} {'word' if count == 1 else 'words'}"


def pieces_line(pieces: Iterable[Piece]) -> Line:
    """A difference as spans with spaces between, its long unchanged stretches cut."""
    spans: list[Span] = []
    found = tuple(pieces)
    for number, piece in enumerate(found):
        words = piece.words
        if piece.change is Word.EQUAL:
            words = _cut(words, first=number == 0, last=number == len(found) - 1)
        spans += [Span(" ")] if spans else []
        spans.append(Span(words, STYLES[piece.change]))  # type: ignore[arg-type]  # the values are styles
    return tuple(spans)


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    if len(words) <= LONG:
        return text
    return " ".join([*([] if first else words[:AROUND]), "…", *([] if last else words[-AROUND:])])


def _dated(change: Change) -> Iterator[str | Span]:
    for value, style in ((change.before, "removed"), (change.after, "added")):
        if style == "added":
            yield ARROW
        yield Span(date_words(value), style) if value else quiet(NOTHING)  # type: ignore[arg-type]  # styles
    if change.shift:
        yield f", {shift_words(change.shift)}"


def shift_words(shift: Shift) -> str:
    """How a date changed."""
    certainty = {
        "more": "more certain", "less": "less certain", "same": "as certain as before",
        "mixed": "narrower or wider, and with other signs of doubt",
    }[shift.certainty]  # fmt: skip
    return f"another time, {certainty}" if shift.moved else certainty


def _of_list(name: Span, change: Change) -> Item:
    if all(isinstance(entry, str) for entry in (*change.removed, *change.added)) and not change.changed:
        return Item(line(name, *_names(change)))
    say = ENTRIES.get(change.field, lambda entry: line(plain(entry)))
    below = [Item(line("taken out: ", *_styled(say(entry), "removed"))) for entry in change.removed]
    below += [Item(line("put in: ", *_styled(say(entry), "added"))) for entry in change.added]
    below += [_entry(entry, say) for entry in change.changed]
    if len(below) == 1 and not below[0].below:
        return Item((name, *below[0].line))
    return Item(line(Span(name.text.rstrip(), "strong")), tuple(below))


def _names(change: Change) -> Iterator[str | Span]:
    """Plain texts that came and went, on one line."""
    if change.removed:
        yield Span(", ".join(change.removed), "removed")
    if change.removed and change.added:
        yield ARROW
    if change.added:
        yield Span(", ".join(change.added), "added")


def _styled(words: Line, style: Style) -> Line:
    """An entry that came or went: its first words are marked, the rest only says where."""
    first, *rest = words
    return (first._replace(style=style) if first.style == "plain" else first, *rest)


def _entry(entry: Entry, say: Callable[[Any], Line]) -> Item:
    return Item(say(entry.after), tuple(told(change) for change in entry.changes))
