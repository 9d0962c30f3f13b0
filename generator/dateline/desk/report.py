"""Findings to what a terminal, a forge or a machine reads."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal
from urllib.parse import quote

import click

from dateline.desk.code_quality import code_quality
from dateline.findings import Finding, Place, Severity
from dateline.version import __version__

Format = Literal["text", "github", "gitlab", "json", "sarif"]
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
REMOVED, ADDED = re.compile(r"\[-.*?-\]"), re.compile(r"\{\+.*?\+\}")
"""As `git diff --word-diff` marks them."""
HIDDEN = (0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
"""Of no width, or turning what follows around."""
UNPRINTABLE = {
    **{code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))},
    ord("\n"): "\\n",
    **{code: f"\\u{code:04x}" for code in HIDDEN},
    **{code: f"\\U{code:08x}" for code in range(0xE0000, 0xE0080)},
}
IN_JSON = {code: f"\\u{code:04x}" for code in (*range(127, 160), *HIDDEN)}
"""JSON's own way to write the same characters, so that a log which shows it is not turned around either."""
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def show(findings: Iterable[Finding], form: Format) -> None:
    """Print findings; the readable form ends with a count."""
    click.echo(WRITERS[form](tuple(findings)))


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """1 when a finding stops a build (with `strict`, a warning too), otherwise 0."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(finding.severity in stopping for finding in findings))


def _text(findings: tuple[Finding, ...]) -> str:
    return "\n".join([*map(_line, findings), summary(findings)])


def _line(finding: Finding) -> str:
    place = click.style(printable(str(finding.at)), bold=True)
    weight = click.style(finding.severity, COLOURS[finding.severity])
    words = printable(f"{finding.fault.name}: {finding.message}")
    remedy = f"\n    {printable(finding.remedy)}" if finding.remedy else ""
    detail = "".join(f"\n    {_coloured(printable(line))}" for line in finding.detail.splitlines())
    return f"{place}: {weight} {finding.fault.code} {words}{remedy}{detail}"


def _coloured(line: str) -> str:
    """A difference by words with its signs kept, so that it reads the same where there are no colours."""
    removed = REMOVED.sub(lambda found: click.style(found[0], fg="red"), line)
    return ADDED.sub(lambda found: click.style(found[0], fg="green"), removed)


def printable(words: str) -> str:
    """Text on one line, without anything a terminal would obey or a reader not see."""
    return words.translate(UNPRINTABLE)


def summary(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`, or that nothing was found."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[weight]} {weight}{'s' if counts[weight] > 1 else ''}" for weight in Severity if counts[weight]]
    return ", ".join(parts) if parts else "Nothing found."


def _github(findings: tuple[Finding, ...]) -> str:
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    where = f"file={_property(place.file)},line={place.line},col={place.column}"
    title = _property(f"{finding.fault.code} {finding.fault.name}")
    return f"::{GITHUB[finding.severity]} {where},title={title}::{_data(_sentence(finding))}"


def _data(words: str) -> str:
    return printable(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _sentence(finding: Finding) -> str:
    return f"{finding.message}; {finding.remedy}" if finding.remedy else finding.message


def _json(findings: tuple[Finding, ...]) -> str:
    return _as_json({"findings": [as_row(finding) for finding in findings]})


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).translate(IN_JSON)


def as_row(finding: Finding) -> Mapping[str, Any]:
    """A finding as product.md names its fields."""
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    return {
        "code": finding.fault.code, "name": finding.fault.name, "severity": str(finding.severity),
        "file": place.file, "line": place.line, "column": place.column,
        "message": finding.message, "remedy": finding.remedy,
    }  # fmt: skip


def _sarif(findings: tuple[Finding, ...]) -> str:
    faults = sorted({(finding.fault.code, finding.fault.name) for finding in findings})
    rules = [{"id": code, "name": name} for code, name in faults]
    driver = {"name": "dateline", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(finding) for finding in findings]}
    return _as_json({"version": "2.1.0", "$schema": SARIF_SCHEMA, "runs": [run]})


def _result(finding: Finding) -> Mapping[str, Any]:
    place = finding.at
    assert isinstance(place, Place), "findings shown have their lines"
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(place.file)}, "region": region}}
    words = {"text": _sentence(finding)}
    return {"ruleId": finding.fault.code, "level": SARIF[finding.severity], "message": words, "locations": [location]}


WRITERS: Mapping[Format, Callable[[tuple[Finding, ...]], str]] = {
    "text": _text,
    "github": _github,
    "gitlab": code_quality,
    "json": _json,
    "sarif": _sarif,
}
