"""A desk's folder as dateline reads it: every document, and every fault of names, links and encodings."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.findings import At, Place
from dateline.read.document import Document
from dateline.read.folder import ReadError
from dateline.read.limits import Limits
from dateline.read.tree import Tree, read_tree

EXAMPLE = "2021/flood"
FULL = {
    "actors/river-board.yaml": b"name: River Board\n",
    "sources/gazette.yaml": b"name: Gazette\n",
    "topics.yaml": b"water: {name: Water}\n",
    "questions.yaml": b"flood/height: {asks: How high?}\n",
    f"{EXAMPLE}/brief.yaml": b"title: A flood\n",
    f"{EXAMPLE}/article.md": b"---\ntitle: The river rose\n---\n\nIt rose.\n",
    "undated/well/brief.yaml": b"title: A well\n",
}


def lay_out(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def read(root: Path, limits: Limits = Limits()) -> Tree:  # noqa: B008  # frozen
    return read_tree(root, "briefs", limits)


def lines(tree: Tree) -> list[str]:
    return [str(finding).removeprefix("briefs/") for finding in tree.findings]


def test_every_file_of_the_layout_is_a_document(tmp_path: Path) -> None:
    tree = read(lay_out(tmp_path, FULL))
    assert [document.file for document in tree.documents] == sorted(f"briefs/{name}" for name in FULL)
    assert not (tree.findings)
    assert not (tree.others)
    assert not (tree.broken)


def test_hidden_names_are_skipped(tmp_path: Path) -> None:
    hidden = {".git/x": b"", "actors/.x.yaml.swp": b"\x00", f"{EXAMPLE}/.DS_Store": b"", "2021/.trash/brief.yml": b""}
    assert read(lay_out(tmp_path, FULL | hidden)) == read(lay_out(tmp_path / "plain", FULL))


def test_files_beside_articles_are_named(tmp_path: Path) -> None:
    beside = {f"{EXAMPLE}/saved.html": b"\xff", f"{EXAMPLE}/a.pdf": b"\x00"}
    tree = read(lay_out(tmp_path, FULL | beside))
    assert tree.others == (f"briefs/{EXAMPLE}/a.pdf", f"briefs/{EXAMPLE}/saved.html")
    assert tree.findings == ()


def test_a_broken_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    tree = read(lay_out(tmp_path, FULL | {"topics.yaml": b"a: [b\n"}))
    assert tree.broken == ("briefs/topics.yaml",)
    assert len(tree.documents) == len(FULL) - 1
    assert [finding.at for finding in tree.findings] == [Place("briefs/topics.yaml", 1, 4)]


def test_the_order_of_making_files_changes_nothing(tmp_path: Path) -> None:
    backwards = dict(reversed(FULL.items()))
    assert read(lay_out(tmp_path / "a", FULL)) == read(lay_out(tmp_path / "b", backwards))


WRONG: tuple[tuple[str, dict[str, bytes], list[str]], ...] = (
    (
        "a name of an actor",
        {"actors/River Board!.yaml": b""},
        [
            (
                "actors/River Board!.yaml:1:1: error D130 wrong-name: “River Board!.yaml” cannot be an id, which has "
                "lower-case letters, digits and hyphens, at most 100; rename it to “river-board.yaml”"
            )
        ],
    ),
    (
        "a slug in capitals",
        {"2021/Überflutung/brief.yaml": b"title: A"},
        [
            (
                "2021/Überflutung:1:1: error D130 wrong-name: “Überflutung” cannot be an id, which has "
                "lower-case letters, digits and hyphens, at most 100; rename it to “uberflutung”"
            )
        ],
    ),
    (
        "a slug too long",
        {f"2021/{'a' * 101}/brief.yaml": b"title: A"},
        [
            (
                f"2021/{'a' * 101}:1:1: error D130 wrong-name: “{'a' * 101}” cannot be an id, which has "
                f"lower-case letters, digits and hyphens, at most 100; rename it to “{'a' * 100}”"
            )
        ],
    ),
    (
        "a name that no letter can stay of",
        {"sources/газета.yaml": b"name: A"},
        [
            (
                "sources/газета.yaml:1:1: error D130 wrong-name: “газета.yaml” cannot be an id, which has "
                "lower-case letters, digits and hyphens, at most 100; rename it"
            )
        ],
    ),
    (
        "a brief without a year",
        {"flood/brief.yaml": b"title: A"},
        [
            (
                "flood:1:1: error D130 wrong-name: “flood” is not a year, and briefs stand in “<year>/<slug>”; "
                "move it into a folder of four digits, or “undated”"
            )
        ],
    ),
    (
        "the other ending",
        {f"{EXAMPLE}/brief.yml": b"title: A"},
        [f'{EXAMPLE}/brief.yml:1:1: error D131 misnamed-file: “brief.yml” is not read; did you mean "brief.yaml"?'],
    ),
    (
        "a capital",
        {f"{EXAMPLE}/Brief.yaml": b"title: A"},
        [f'{EXAMPLE}/Brief.yaml:1:1: error D131 misnamed-file: “Brief.yaml” is not read; did you mean "brief.yaml"?'],
    ),
    (
        "both endings",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/brief.yml": b"title: B"},
        [
            (
                f"{EXAMPLE}/brief.yml:1:1: error D131 misnamed-file: "
                "“brief.yml” is not read, as “brief.yaml” stands beside it; keep one of them"
            )
        ],
    ),
    (
        "an actor with the other ending",
        {"actors/a.yml": b"name: A"},
        ['actors/a.yml:1:1: error D131 misnamed-file: “a.yml” is not read; did you mean "a.yaml"?'],
    ),
    (
        "a folder in the singular",
        {"actor/a.yaml": b"name: A"},
        ['actor:1:1: error D131 misnamed-file: “actor” is not read; did you mean "actors"?'],
    ),
    (
        "an article with the long ending",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/a.markdown": b"B"},
        [f'{EXAMPLE}/a.markdown:1:1: error D131 misnamed-file: “a.markdown” is not read; did you mean "a.md"?'],
    ),
    (
        "strangers",
        {"notes.txt": b"", "actors/a.txt": b"", "2021/a.txt": b""},
        [
            f"{name}:1:1: warning D132 stray-file: “{name.rpartition('/')[2]}” does not belong here and is not read; "
            "move it, or let its name begin with a dot"
            for name in ("2021/a.txt", "actors/a.txt", "notes.txt")
        ],
    ),
    (
        "a folder in a brief",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/pictures/a.md": b"B"},
        [
            (
                f"{EXAMPLE}/pictures:1:1: warning D132 stray-file: “pictures” does not belong here and is not read; "
                "move it, or let its name begin with a dot"
            )
        ],
    ),
    (
        "no brief",
        {f"{EXAMPLE}/article.md": b"Text.\n"},
        [
            (
                f"{EXAMPLE}/brief.yaml:1:1: error D133 missing-brief: "
                "there is no “brief.yaml” in this folder; write one with a “title:”"
            )
        ],
    ),
    (
        "a brief that is a folder",
        {f"{EXAMPLE}/brief.yaml/a.md": b""},
        [f"{EXAMPLE}/brief.yaml:1:1: error D134 wrong-file-type: this is a folder where a file is meant; rename it"],
    ),
    (
        "actors that are a file",
        {"actors": b""},
        ["actors:1:1: error D134 wrong-file-type: this is a file where a folder is meant; rename it"],
    ),
    (
        "two forms of a letter",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/é.pdf": b"", f"{EXAMPLE}/e\u0301.pdf": b""},
        [
            (
                f"{EXAMPLE}/e\u0301.pdf:1:1: error D137 alike-names: "
                "“e\u0301.pdf” and “é.pdf” are one name on Windows and macOS; rename one of them"
            )
        ],
    ),
    (
        "two cases",
        {"actors/a.yaml": b"name: A", "actors/A.yaml": b"name: A"},
        [
            (
                "actors/A.yaml:1:1: error D137 alike-names: "
                "“A.yaml” and “a.yaml” are one name on Windows and macOS; rename one of them"
            )
        ],
    ),
    (
        "bytes of another encoding",
        {"topics.yaml": "a:\r\n  café: b\r\n".encode("latin-1")},
        [
            (
                "topics.yaml:2:6: error D120 not-utf-8: byte 0xE9 is not UTF-8; in Windows-1252 it is “é”; "
                "save the file as UTF-8"
            )
        ],
    ),
    (
        "UTF-16",
        {"topics.yaml": "a: b".encode("utf-16")},
        ["topics.yaml:1:1: error D120 not-utf-8: the file is UTF-16, not UTF-8; save the file as UTF-8"],
    ),
    (
        "UTF-32",
        {"topics.yaml": "a: b".encode("utf-32")},
        ["topics.yaml:1:1: error D120 not-utf-8: the file is UTF-32, not UTF-8; save the file as UTF-8"],
    ),
    (
        "a byte order mark",
        {"topics.yaml": "\ufeffa: {name: A}".encode()},
        [
            (
                "topics.yaml:1:1: warning D121 byte-order-mark: "
                "the file begins with a byte order mark; save the file as UTF-8 without one"
            )
        ],
    ),
    (
        "a NUL in an article",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/a.md": b"---\ntitle: A\n---\nB\n C\x00\n"},
        [
            (
                f"{EXAMPLE}/a.md:5:3: error D122 control-character: "
                "an invisible control character stands here, U+0000; delete it"
            )
        ],
    ),
    (
        "front matter that is not closed",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/a.md": b"---\ntitle: A\n\nText.\n"},
        [
            (
                f"{EXAMPLE}/a.md:1:1: error D112 open-front-matter: "
                "the front matter that begins here is not closed; end it with a line “---”"
            )
        ],
    ),
    (
        "an empty article",
        {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/a.md": b"\n"},
        [f"{EXAMPLE}/a.md:1:1: error D110 empty-file: the file holds nothing; write the article or delete the file"],
    ),
    (
        "YAML in front matter",
        {
            f"{EXAMPLE}/brief.yaml": b"title: A",
            f"{EXAMPLE}/a.md": b"---\r\ntitle: A\r\nplace: B: C\r\n---\r\nText.\r\n",
        },
        [f"{EXAMPLE}/a.md:3:9: error D101 yaml-syntax: “: ” stands in a text without quotes; put the text in quotes"],
    ),
)


@pytest.mark.parametrize(("files", "expected"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_wrong_with_files_is_said(files: dict[str, bytes], expected: list[str], tmp_path: Path) -> None:
    assert lines(read(lay_out(tmp_path, files))) == expected


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    lay_out(tmp_path, {"topics.yaml": b"# " + b"x" * 3000})
    assert lines(read(tmp_path, Limits(file=2048))) == [
        (
            "topics.yaml:1:1: error D123 file-too-large: the file has 2.932 KiB, more than the 2 KiB that are read; "
            "split it, or raise “limits: {file: …}” in mkdocs.yml"
        )
    ]


def test_no_briefs_is_only_a_warning(tmp_path: Path) -> None:
    assert lines(read(tmp_path)) == [
        (
            "briefs:1:1: warning D138 no-briefs-folder: "
            "there is no folder “briefs”; make it, or set “briefs:” in mkdocs.yml"
        )
    ]


def test_briefs_are_not_looked_for_outside_of_the_desk(tmp_path: Path) -> None:
    lay_out(tmp_path, FULL)
    (tmp_path / "desk").mkdir()
    tree = read_tree(tmp_path / "desk", "../briefs", Limits())
    assert [str(finding.fault.code) for finding in tree.findings] == ["D135"]
    assert tree.documents == ()


def _outside(link: Path) -> None:
    target = link.parents[3] / "secret.yaml"
    target.write_bytes(b"name: A")
    link.symlink_to(target)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's whole path may have only some hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (_outside, "D135 link-out-of-desk: this link leads out of the desk's folder; put the file itself here"),
        (
            lambda link: link.symlink_to("gone.yaml"),
            "D136 link-to-nowhere: this link leads to a file that is not there; mend or delete it",
        ),
        (
            lambda link: link.symlink_to(link.name),
            "D136 link-to-nowhere: this link leads back to itself; mend or delete it",
        ),
        (
            lambda link: link.symlink_to(".."),
            "D136 link-to-nowhere: this link leads back to a folder that it stands in; delete it",
        ),
        (os.mkfifo, "D134 wrong-file-type: this is a pipe, and is not read; delete it"),
        (_socket, "D134 wrong-file-type: this is a socket, and is not read; delete it"),
    ],
    ids=["outside", "gone", "itself", "up", "pipe", "socket"],
)
def test_what_is_no_file_of_the_desk_is_not_opened(make: Callable[[Path], None], expected: str, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    lay_out(root, FULL)
    make(root / "briefs/actors/a.yaml")
    assert lines(read(root)) == [f"actors/a.yaml:1:1: error {expected}"]


def test_a_link_within_the_desk_is_followed(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    lay_out(root, FULL)
    (root / "kept.txt").write_bytes(b"name: A")
    (root / "briefs/actors/a.yaml").symlink_to("../../kept.txt")
    assert "briefs/actors/a.yaml" in [document.file for document in read(root).documents]


def test_a_desk_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    lay_out(tmp_path / "desk", FULL)
    (tmp_path / "link").symlink_to("desk")
    assert read(tmp_path / "link") == read(tmp_path / "desk")


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    folder = lay_out(tmp_path, FULL) / "briefs/actors"
    for name in (b"\xff.yaml", b"a\nb.yaml"):
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_bytes(b"name: A")
    assert [finding.file for finding in read(tmp_path).findings] == [
        "briefs/actors/\\xff.yaml", "briefs/actors/a\\nb.yaml",
    ]  # fmt: skip


def test_a_file_that_the_system_refuses_stops_the_press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, FULL)

    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"could not read briefs/[\w/.-]+: Permission denied"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_stops_the_press(tmp_path: Path) -> None:
    (lay_out(tmp_path, FULL) / "briefs/actors").chmod(0)
    try:
        with pytest.raises(ReadError, match="could not read briefs/actors: Permission denied"):
            read(tmp_path)
    finally:
        (tmp_path / "briefs/actors").chmod(0o755)


ARTICLE = b"---\r\ntitle: A\r\nauthors: [B, C]\r\n---\r\n\r\nFirst line.\r\nSecond line.\r\n"


def _article(root: Path, content: bytes) -> Document:
    tree = read(lay_out(root, {f"{EXAMPLE}/brief.yaml": b"title: A", f"{EXAMPLE}/article.md": content}))
    assert tree.findings == ()
    return tree.documents[0]


def test_an_article_has_front_matter_and_a_body(tmp_path: Path) -> None:
    article = _article(tmp_path, ARTICLE)
    assert article.data == {"title": "A", "authors": ["B", "C"]}
    assert article.body == article.text[article.body_offset :] == "\nFirst line.\nSecond line.\n"


@pytest.mark.parametrize("content", [b"Text.\n", b"---\n---\nText.\n", b"--- \n# a: b\n---\nText.\n"])
def test_front_matter_may_be_empty_or_absent(content: bytes, tmp_path: Path) -> None:
    article = _article(tmp_path, content)
    assert (article.data, article.body) == ({}, "Text.\n")


def test_a_body_may_be_empty(tmp_path: Path) -> None:
    assert _article(tmp_path, b"---\ntitle: A\n---").body == ""


@pytest.mark.parametrize(
    ("path", "offset", "place"),
    [((), None, (2, 1)), (("authors", 1), None, (3, 14)), ((), 0, (5, 1)), ((), 1, (6, 1)), ((), 20, (7, 8))],
)
def test_an_article_knows_its_lines(
    path: tuple[str | int, ...], offset: int | None, place: tuple[int, int], tmp_path: Path
) -> None:
    article = _article(tmp_path, ARTICLE)
    assert article.place(At(article.file, path, offset)) == Place(article.file, *place)
