"""Findings to those that no `allow:` silences, and what is wrong with the allowances themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dateline.findings import At, Finding, Place
from dateline.model.corpus import Corpus
from dateline.model.record import listed
from dateline.model.when import When, WhenError


class Allowance(NamedTuple):
    """One entry of an `allow:`, as it is written."""

    at: At
    entry: Mapping[str, Any]


def not_allowed(findings: Iterable[Finding], corpus: Corpus, today: When | None) -> tuple[Finding, ...]:
    """The findings that speak: those without an allowance in their record or in one around it."""
    return tuple(finding for finding in findings if not _is_allowed(finding, corpus, today))


def _is_allowed(finding: Finding, corpus: Corpus, today: When | None) -> bool:
    at = finding.at
    if isinstance(at, Place) or at.file not in corpus.documents:
        return False
    entries = _allowances(corpus.documents[at.file].data, at)
    return any(entry.get("code") == finding.fault.code and not is_over(entry, today) for entry in entries)


def _allowances(data: Any, at: At) -> Iterator[Mapping[str, Any]]:
    """Every entry under an `allow:` on the way from the top of a file to a place in it."""
    for step in (None, *at.path):
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else data
        elif step is not None:
            data = data.get(step) if isinstance(data, Mapping) else None
        if isinstance(data, Mapping):
            yield from (entry for entry in listed(data.get("allow")) if isinstance(entry, Mapping))


def every_allowance(corpus: Corpus) -> Iterator[Allowance]:
    """All allowances of a corpus, those in files with faults included, in the order of files."""
    for document in corpus.documents.values():
        if "allow" in document.text:
            yield from _below(document.data, At(document.file))


def _below(data: Any, at: At) -> Iterator[Allowance]:
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _below(item, at.to(index))
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key == "allow":
                entries = enumerate(listed(value))
                yield from (Allowance(at.to(key, index), entry) for index, entry in entries if _is_entry(entry))
            elif not key.startswith("x-"):
                yield from _below(value, at.to(key))


def _is_entry(entry: Any) -> bool:
    # A topic may have the id "allow".
    return isinstance(entry, Mapping) and "code" in entry


def is_over(entry: Mapping[str, Any], today: When | None) -> bool:
    """Whether the day until which an allowance holds is past; never without a day."""
    until = entry.get("until")
    if today is None or today.earliest is None or not isinstance(until, str):
        return False
    try:
        last = When.parse(until.strip()).latest
    except WhenError:
        return True
    return last is not None and last < today.earliest
