"""Citations of briefs: BibTeX, RIS and CSL-JSON, each read as a reference manager reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dateline.publish.citation import Citation
from dateline.publish.exports import bibtex, csl, ris
from desks import ROOT, VALID, published_files, write

HARD = Citation(
    id="pier",
    title='A {title} with 100% of \\input{x} & "quotes" @misc, #1_~^ $x$',
    authors=("Ola and Ida Brandt", "The Desk, Ltd}"),
    date="2021-09",
    abstract="Line one. ER  - not the end}",
)
PLAIN = Citation(id="lamp", title="A lamp", authors=(), date=None, abstract="")
CSL_ITEMS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"enum": ["report"]},
            "title": {"type": "string", "minLength": 1},
            "abstract": {"type": "string"},
            "author": {
                "type": "array",
                "items": {"type": "object", "required": ["literal"], "properties": {"literal": {"type": "string"}}},
            },
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
                    }
                },
            },
        },
    },
}
"""What csl-data.json asks of the fields that are used."""


def bibtex_fields(entry: str) -> tuple[str, str, dict[str, str]]:
    """An entry as BibTeX takes it apart: values end where their braces are even, whatever stands before a brace."""
    kind, key, body = re.fullmatch(r"@(\w+)\{([^,\s{}]+),\n(.*)\}\n", entry, re.DOTALL).groups()  # type: ignore[union-attr]  # a test fails where it does not match
    fields: dict[str, str] = {}
    while body:
        name, rest = re.fullmatch(r"  (\w+) = \{(.*)", body, re.DOTALL).groups()  # type: ignore[union-attr]  # as above
        depth, end = 1, 0
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[name] = rest[: end - 1]
        assert rest[end : end + 2] == ",\n"
        body = rest[end + 2 :]
    return kind, key, fields


def test_bibtex_keeps_hard_text_within_its_field() -> None:
    kind, key, fields = bibtex_fields(bibtex._entry(HARD))
    assert (kind, key) == ("misc", "pier")
    assert [*fields] == ["title", "author", "date", "year", "abstract"]
    assert fields["author"] == r"{Ola and Ida Brandt} and {The Desk, Ltd{\textbraceright}}"
    assert (fields["date"], fields["year"]) == ("2021-09", "2021")
    assert not re.search(r"(?<!\\)[%&$#_]", fields["title"])
    assert r"{\textbackslash}input" in fields["title"]


def ris_tags(entry: str) -> list[tuple[str, str]]:
    assert entry.endswith("\r\n")
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in entry[:-2].split("\r\n")]
    return [(line[1], line[2]) for line in lines if line]


def test_ris_keeps_hard_text_on_its_line() -> None:
    hostile = HARD._replace(abstract="one\r\nER  - \r\nTY  - two\u2028three")
    tags = ris_tags(ris._entry(hostile))
    assert [name for name, _ in tags] == ["TY", "ID", "TI", "AU", "AU", "PY", "DA", "AB", "ER"]
    assert dict(tags)["DA"] == "2021/09//"


@pytest.mark.parametrize("cited", [HARD, PLAIN], ids=["hard", "plain"])
def test_csl_is_what_its_schema_asks_for(cited: Citation) -> None:
    Draft202012Validator(CSL_ITEMS).validate(json.loads(csl._list([csl._item(cited)])))


def test_what_is_not_known_is_left_out() -> None:
    assert [*bibtex_fields(bibtex._entry(PLAIN))[2]] == ["title"]
    assert [name for name, _ in ris_tags(ris._entry(PLAIN))] == ["TY", "ID", "TI", "ER"]
    assert json.loads(csl._list([csl._item(PLAIN)]))[0].keys() == {"id", "type", "title"}


@pytest.mark.parametrize("desk", [*VALID, ROOT], ids=lambda desk: desk.name)
def test_every_brief_can_be_cited_in_every_format(desk: Path) -> None:
    files = published_files(desk)
    for row in json.loads(files["data/briefs.json"]):
        folder = f"briefs/{row['id']}"
        assert bibtex_fields(files[f"{folder}/cite.bib"].decode())[1] == row["id"]
        assert dict(ris_tags(files[f"{folder}/cite.ris"].decode()))["ID"] == row["id"]
        items = json.loads(files[f"{folder}/cite.csl.json"])
        Draft202012Validator(CSL_ITEMS).validate(items)
        assert items[0]["title"] == " ".join(row["title"].split())


def test_an_uncertain_date_is_never_rounded() -> None:
    from dateline.publish.citation import citation

    row = {"id": "a", "title": "A"}
    assert citation(row | {"published": "2021-09~"}).date is None
    assert citation(row | {"published": "2021-09"}).date == "2021-09"


def test_all_briefs_are_in_one_file_of_each_format(tmp_path: Path) -> None:
    briefs = {
        f"briefs/2021/{slug}/brief.yaml": f"title: About {slug}\npublished: 2021-0{number}\n"
        for number, slug in enumerate(("zinc", "ash"), 1)
    }
    files = published_files(write(tmp_path, briefs))
    whole = {name: files[f"data/citations.{name}"].decode() for name in ("bib", "ris", "csl.json")}
    for name in ("bib", "ris"):
        assert whole[name] == "".join(files[f"briefs/{slug}/cite.{name}"].decode() for slug in ("ash", "zinc"))
    Draft202012Validator(CSL_ITEMS).validate(json.loads(whole["csl.json"]))
    assert [item["id"] for item in json.loads(whole["csl.json"])] == ["ash", "zinc"]
