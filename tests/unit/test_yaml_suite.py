"""The public YAML test suite: every document is read or refused in plain words, none crashes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.findings import Place
from dateline.read.limits import Limits
from dateline.read.located import locate, parse

SUITE = Path(__file__).parents[2] / "../shared/corpora/yaml_suite.jsonl.gz"
# Two values that libyaml reads otherwise than YAML 1.2: a key that begins with “?”, and a last line of blanks.
READ_OTHERWISE = {"652Z", "L24T-1"}


def _rows() -> list[dict[str, Any]]:
    if not SUITE.is_file():
        return []
    with gzip.open(SUITE, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


ROWS = _rows()
pytestmark = pytest.mark.skipif(not ROWS, reason="the YAML test suite is not beside the checkout, in ../shared/corpora")


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_as_text(entry) for entry in value]
    return value if value is None or isinstance(value, str) else json.dumps(value)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_document_is_read_or_refused_with_a_place(row: dict[str, Any]) -> None:
    data, findings = parse(row["text"], "f", limits=Limits())
    assert (data is None) == bool(findings)
    for finding in findings:
        assert isinstance(finding.at, Place)
        assert 1 <= finding.at.line <= row["text"].count("\n") + 2
        assert "\n" not in str(finding)
        assert "not YAML" not in finding.message
    assert locate(row["text"], ("a", 0, "b")) >= (1, 1)


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "yaml-error"], ids=lambda row: row["id"])
def test_a_wrong_document_is_refused(row: dict[str, Any]) -> None:
    assert parse(row["text"], "f", limits=Limits())[0] is None


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "yaml-valid"], ids=lambda row: row["id"])
def test_a_right_document_that_is_read_means_what_the_suite_says(row: dict[str, Any]) -> None:
    data, findings = parse(row["text"], "f", limits=Limits())
    if not findings and row["id"] not in READ_OTHERWISE:
        assert data == _as_text(json.loads(row["json"]))
