"""What libyaml complains of to words that say what an editor should change."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.read.complaint import Complaint, Trouble
from dateline.read.faults import NESTED_TOO_DEEPLY, SEVERAL_DOCUMENTS, YAML_DIRECTIVE, YAML_SYNTAX, YAML_TAG

# libyaml looks no further for the colon of a key.
LONGEST_KEY: Final = 1024
KEY_BEFORE: Final = re.compile(r"\s*+[^\s#][^#]*?:\s")
NO_SPACE: Final = re.compile(r"[\w-]+:(?![\s/])\S")
QUOTE_IT: Final = "put the text in quotes"


def explain(complaint: Complaint) -> Trouble:
    """A complaint in plain words, placed where an editor should look."""
    said = f"{complaint.context}: {complaint.problem}"
    if "maximum nesting" in said:
        # libyaml looks ahead for a key, and stumbles before any limit of ours is reached.
        deep = complaint.here("lists and mappings stand one in another here, too deeply to be read", "write it flatter")
        return deep._replace(fault=NESTED_TOO_DEEPLY)
    rule = next((rule for words, rule in RULES if words in said), None)
    return rule(complaint) if rule else complaint.here(f"this is not YAML: {complaint.problem}")


def _sign(found: Complaint) -> Trouble:
    if found.sign == "\t":
        return found.here("a tab stands here", "indent with spaces")
    return found.here(f"a text cannot begin with “{found.sign}”", QUOTE_IT)


def _tab(found: Complaint) -> Trouble:
    return found.here("a tab stands here", "indent with spaces")


def _star(found: Complaint) -> Trouble:
    line, column = found.since
    return found.there(f"a text cannot begin with “{found.lines[line][column : column + 1]}”", QUOTE_IT)


def _colon(found: Complaint) -> Trouble:
    above = found.lines[found.line - 1] if found.line else ""
    if found.column > LONGEST_KEY:
        return found.here("the key before this “:” is too long", "put a text that is no key in quotes")
    if KEY_BEFORE.match(found.before):
        return found.here("“: ” stands in a text without quotes", QUOTE_IT)
    if _indentation(above) == _indentation(found.before) and above.strip() and not KEY_BEFORE.match(f"{above} "):
        return _keyless(found, found.line - 1)
    message = "“: ” stands in a text that began further up"
    return found.here(message, "put that text in quotes; or, if this is a key, indent it like the keys beside it")


def _no_colon(found: Complaint) -> Trouble:
    return _keyless(found, found.since[0])


def _keyless(found: Complaint, number: int) -> Trouble:
    line = found.lines[number]
    column = _indentation(line)
    if match := NO_SPACE.match(line, column):
        message, remedy = "a “:” without a space after it makes no key", "write a space after the “:”"
        return Trouble(YAML_SYNTAX, number, match.end() - 2, message, remedy)
    message, remedy = "this line has no key", "write “key: value”, or indent it as part of the text above"
    return Trouble(YAML_SYNTAX, number, column, message, remedy)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _misfit(found: Complaint) -> Trouble:
    if found.sign == ":":
        return found.here("a key is missing before this “:”", "write it, or put a text in quotes")
    if not found.before.strip():
        if found.lines[found.line].startswith(("- ", "-\n"), found.column):
            return found.here("a list entry stands where a key is meant", "indent it below the key whose list it is in")
        message = f"this line begins in column {found.column + 1}, where no line it could belong to begins"
        return found.here(message, "indent it like the lines beside it")
    if found.before.rstrip()[-1] in "'\"":
        remedy = "put the whole text in quotes; in '…' a quote is written '', in \"…\" it is written \\\""
        return found.here("the text goes on after its closing quote", remedy)
    return found.here("something follows a value that has ended", "delete it, or put the whole text in quotes")


def _no_entry(found: Complaint) -> Trouble:
    message = f"this is neither in an entry of the list that begins in line {found.since[0] + 1} nor after the list"
    return found.here(message, "indent it like the lines beside it")


def _entry(found: Complaint) -> Trouble:
    return found.here(
        "a list cannot begin in the line of its key", "begin it in the next line, or put a text in quotes"
    )


def _question_mark(found: Complaint) -> Trouble:
    return found.here("a text cannot begin with “? ”", QUOTE_IT)


def _open_quote(found: Complaint) -> Trouble:
    return found.there("the quote that opens here is never closed", "close it")


def _open_bracket(found: Complaint) -> Trouble:
    line, column = found.since
    bracket = found.lines[line][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "]")
    if line == found.line:
        return found.here(f"a “,” or “{closing}” is missing here", "write it, or put a text in quotes")
    message = f"this “{bracket}” is not closed, or a “,” is missing before line {found.line + 1}"
    return found.there(message, f"close it with “{closing}”")


def _escape(found: Complaint) -> Trouble:
    line = found.lines[found.line]
    column = line.rfind("\\", 0, found.column + 1)
    return found.here(
        f"“{line[column : column + 2]}” means nothing here in double quotes",
        "use single quotes, or write \\\\ for a backslash",
    )


def _block_head(found: Complaint) -> Trouble:
    return found.here("something follows the “|” or “>” that begins a block of text", "begin the text in the next line")


def _no_value(found: Complaint) -> Trouble:
    if not found.sign:
        return found.here("a value is missing here", "write it")
    return found.here(f"“{found.sign}” stands where a value is meant", "write the value; put a text in quotes")


def _tight_colon(found: Complaint) -> Trouble:
    return found.here("a “:” without a space after it stands between brackets", QUOTE_IT)


def _outside(found: Complaint) -> Trouble:
    if "..." in found.lines[: found.line]:
        trouble = found.here("something follows the “...” that ends a YAML document", "give it a file of its own")
        return trouble._replace(fault=SEVERAL_DOCUMENTS)
    return found.here("this stands outside of all that comes before it", "indent it like the first key of the file")


def _tag(found: Complaint) -> Trouble:
    return found.there("a text cannot begin with “!”", QUOTE_IT)._replace(fault=YAML_TAG)


def _directive(found: Complaint) -> Trouble:
    message = "a YAML directive, which begins with “%”, stands here"
    return found.there(message, "delete the line")._replace(fault=YAML_DIRECTIVE)


# What is said of contexts comes first: the same problem means another thing in each.
RULES: Final[tuple[tuple[str, Callable[[Complaint], Trouble]], ...]] = (
    ("directive", _directive),
    ("incompatible YAML document", _directive),
    ("tab character", _tab),
    ("tag", _tag),
    ("scanning an anchor", _star),
    ("scanning an alias", _star),
    ("scanning a quoted scalar", _open_quote),
    ("parsing a quoted scalar", _escape),
    ("scanning a block scalar", _block_head),
    ("unexpected ':'", _tight_colon),
    ("cannot start any token", _sign),
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _question_mark),
    ("sequence entries are not allowed", _entry),
    ("expected ':'", _no_colon),
    ("expected key", _misfit),
    ("expected '-' indicator", _no_entry),
    ("expected ',' or", _open_bracket),
    ("expected node content", _no_value),
    ("expected <document start>", _outside),
)
