"""What is not to be told is in no file of any output: pages, data, search, previews, feeds, names of files, bundles."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from conftest import Command
from desks import files_below, published_files, write
from hostility import STARTER

ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
CANARY = re.compile(r"canary\w+", re.IGNORECASE)
ACTORS = {
    "shown": """
name: Mill Board  # CANARYCOMMENT
kind: public-body
relations:
  - {to: canaryid-ivanov, as: CANARYRELATION}
  - {to: parliament, as: part of}
roles: [{title: guest of Ilya Canaryivanov, of: canaryid-ivanov}]
allow: [{code: D299, why: CANARYALLOWED}]
""",
    "canaryid-ivanov": """
name: Ilya Canaryivanov
kind: person
aliases: [{name: Илья Канарейкин, language: ru}, {name: "@canaryhandle", use: handle}, Canarygrey]
description: CANARYDESCRIPTION
country: CANARYCOUNTRY
links: {website: https://canarysite.example/}
roles: [{title: CANARYOFFICE, of: canarycompany}]
relations: [{to: canaryspouse, as: married to}, {to: shown, as: guest of}]
sensitivity: at-risk
formerly: canaryold
x-note: CANARYEXTRA
""",
    "canaryspouse": "name: Vera Canaryspouse\nkind: person\nrelations: [{to: canarychild, as: mother of}]\n",
    "canarychild": "name: Oleg Canarychild\nkind: person\nsensitivity: minor\n",
    "canarycompany": "name: Canarycompany Works\nkind: company\n",
    "parliament": "name: The Parliament\nkind: public-body\n",
}
BRIEF = """
title: A witness, Ilya Canaryivanov, spoke
summary: It is about *Ilya* Canaryivanov's case, [[canaryid-ivanov|his]] flat, and [[canaryid-ivanov]].
published: 2021-09-01
authors: Ilya Canaryivanov
topics: law
actors:
  - {actor: canaryid-ivanov, role: CANARYROLE, note: CANARYNOTE}
  - shown
dates:
  - {when: 2021-08-01, what: "ILYA CANARYIVANOV was seen.", who: [{actor: canaryid-ivanov, role: CANARYWHO}, shown]}
  - {when: 2031-08-01, what: A hearing of Canaryivanov is planned., status: planned, where: Canarygrey's house}
claims:
  - id: seen
    says: Ilya-Canaryivanov was at the mill.
    by: [canaryid-ivanov, shown]
    about: [canaryid-ivanov]
    answers: who
    evidence:
      - {quote: Ilya Canaryivanov was at the mill, note: That is Canaryivanova., translation: Илья Канарейкин там}
  - id: hidden
    state: draft
    says: CANARYDRAFTCLAIM
    evidence: {quote: was at the mill, note: CANARYDRAFTNOTE}
corrections:
  - {on: 2021-09-02, what: Ilya  Canaryivanov was spelt wrongly., why: Canaryivanov said so., by: Canarygrey}
body: |
  The file of Ilya
  Canaryivanov is thick. # CANARYIVANOV's
"""
ARTICLE = """---
title: Ilya Canaryivanov at the mill
source: post
authors: Canarygrey
published: 2021-08-02
rights: full
url: https://post.example/ilya-canaryivanov-at-the-mill
archived: [https://archive.example/2021/https://post.example/ilya-canaryivanov-at-the-mill, https://ok.example/]
---
People say that **Ilya** Canaryivanov was at the mill.
Ilya Canaryivanov was at the mill, and Канарейкина, Илья Канарейкин, too.
"""
BARRED = """---
title: Another paper
source: post
published: 2021-08-03
rights: {rights}
---
{canary} stands at the beginning of this text, which is long enough to be cut.
The gate was shut at noon on that day.
After that come words and words and words and words and words and words, and the end of it is {canary}.
"""
DRAFT = "title: CANARYDRAFT\nstate: {state}\nsummary: CANARYDRAFT\nclaims: [{{id: x, says: CANARYDRAFT}}]\n"
FILES = {
    **{f"briefs/actors/{id_}.yaml": text for id_, text in ACTORS.items()},
    "briefs/sources/post.yaml": "name: The Post\nowner: Ilya Canaryivanov\nkind: newspaper\n",
    "briefs/topics.yaml": "law: {name: Law and Ilya Canaryivanov, scope: About Canaryivanov., aliases: [Canarygrey]}\n",
    "briefs/questions.yaml": "who: {asks: Who saw Ilya Canaryivanov?, about: [canaryid-ivanov, law]}\n",
    "briefs/2021/mill/brief.yaml": BRIEF.replace("- {quote", "- {article: post, quote").replace(
        "{quote: was", "{article: post, quote: was"
    ),
    "briefs/2021/mill/post.md": ARTICLE,
    "briefs/2021/mill/cut.md": BARRED.format(rights="excerpt", canary="CANARYEXCERPT"),
    "briefs/2021/mill/gone.md": BARRED.format(rights="link", canary="CANARYLINK"),
    "briefs/2021/gate/brief.yaml": """
title: The gate
claims:
  - {id: shut, says: The gate was shut., evidence: {article: mill/cut, quote: The gate was shut at noon}}
  - {id: link, says: The gate was shut., evidence: {article: mill/gone, quote: The gate was shut at noon}}
""",
    "briefs/2021/canarydraft/brief.yaml": DRAFT.format(state="draft"),
    "briefs/2021/canarydraftreview/brief.yaml": DRAFT.format(state="in-review"),
    "briefs/2021/canarydraft/canarydraft.md": "---\ntitle: CANARYDRAFT\npublished: 2021\n---\nCANARYDRAFT\n",
    "briefs/2021/mill/canary.pdf": "CANARYPDF",
    "docs/about.md": "# About\n",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = STARTER.read_text("utf-8").replace(
        "      format: 1", "      excerpt_words: 3\n      edit_uri: https://x.example/"
    )
    return write(tmp_path_factory.mktemp("confidential"), FILES | {"mkdocs.yml": config})


def told(files: dict[str, bytes]) -> Iterator[str]:
    """Every canary in the name or the content of a file, also in a form that hides it from a plain search."""
    for path, content in files.items():
        text = content.decode("utf-8", "replace")
        plain = unquote(unescape(ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)))
        encoded = [base64.b64encode(word)[:-4].decode() for word in (b"CANARY", b"Canary", b"canary")]
        for found in {*CANARY.findall(path + text + plain), *(word for word in encoded if word in text)}:
            yield f"{path}: {found}"
        if "Канарейкин" in text:
            yield f"{path}: Канарейкин"


def test_a_canary_is_seen_wherever_it_sings() -> None:
    """Otherwise the tests below would say nothing."""
    for content in (b"x CANARYX", b"\\u0063anaryx", b"Q0FOQVJZWA== Q0FOQVJZ", "Канарейкина".encode()):
        assert [*told({"a": content})], content
    assert [*told({"canaryx/index.html": b""})]


@pytest.mark.parametrize("drafts", [False, True])
def test_no_output_tells(desk: Path, drafts: bool, tmp_path: Path, dateline: Command) -> None:
    more = ["--drafts"] if drafts else []
    for words in (["pages", "--out", tmp_path / "pages"], ["export", "--out", tmp_path / "export"], ["build"]):
        outcome = dateline(*words, "--desk", desk, *more)
        assert outcome.code == 0, outcome.out
    outputs = {name: files_below(folder) for name, folder in folders(desk, tmp_path).items()}
    if not drafts:
        assert dateline("bundle", "--desk", desk, "--out", tmp_path / "bundle.zip").code == 0
        with zipfile.ZipFile(tmp_path / "bundle.zip") as archive:
            outputs["bundle"] = {name: archive.read(name) for name in archive.namelist()}
    for name, files in outputs.items():
        assert len(files) > 20, name
        assert [line for line in told(files) if not (drafts and "draft" in line.lower())] == [], name


def folders(desk: Path, out: Path) -> dict[str, Path]:
    return {"pages": out / "pages", "export": out / "export", "site": desk / "site"}


def test_what_is_left_reads_well_and_keeps_its_evidence(desk: Path, tmp_path: Path, dateline: Command) -> None:
    assert dateline("pages", "--desk", desk, "--out", tmp_path / "pages").code == 0
    page = (tmp_path / "pages/briefs/mill/index.md").read_text("utf-8")
    assert page.startswith("# A witness, (name withheld), spoke\n")
    assert "(name withheld) was at the mill" in page
    claim = json.loads((tmp_path / "pages/briefs/mill/index.json").read_text("utf-8"))["claims"][0]
    assert claim["support"] == "single-origin"
    assert claim["evidence"][0]["quote"] == "(name withheld) was at the mill"
    assert claim["by"] == ["shown"]
    assert (tmp_path / "pages/actors/parliament/index.md").is_file()
    assert "The Parliament" in (tmp_path / "pages/actors/shown/index.md").read_text("utf-8")


def test_the_editor_is_told_where_the_desk_s_own_words_name_somebody(desk: Path, dateline: Command) -> None:
    lines = [line for line in dateline("check", "--desk", desk).out.splitlines() if "D806" in line]
    assert len(lines) == 6


def test_somebody_whom_a_text_names_is_not_known_through_them_alone(tmp_path: Path) -> None:
    root = write(tmp_path, FILES | {"briefs/2021/gate/brief.yaml": "title: What Canarycompany Works makes\n"})
    made = published_files(root)
    assert "actors/canarycompany/index.md" in made
    assert "actors/canaryspouse/index.md" not in made
