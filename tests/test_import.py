"""`dateline import`, from files on a disk to files on a desk."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from conftest import Command
from dateline.model.corpus import Corpus

REAL = Path(__file__).parents[1] / "../shared/articles/csto-dushanbe.txt"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
STORY = (
    """The ferry between Port Ellan and the outer islands will not run until the northern pier has been repaired,
    the harbour board said. Engineers found two broken piles under the landing stage after the storm of
    14 October 2021, and the board expects the work to take about three weeks.""",
    """Mara Quill, who chairs the Harbour Board of Ellan, said that no boat would be sent to a pier that may give way.
    Islanders were told to use the post boat, which carries twelve passengers and leaves at noon.""",
)


def page(*paragraphs: str, head: str = "", title: str = "Ferry stops after storm damages pier") -> str:
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    )


def said_by(site: str, address: str) -> str:
    return (
        f'<meta property="og:site_name" content="{site}"><link rel="canonical" href="{address}">'
        '<meta property="article:published_time" content="2021-10-15">'
    )


@pytest.fixture
def desk(tmp_path: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    assert dateline("init", folder).code == 0
    monkeypatch.chdir(folder)
    return folder


def rows(out: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(out)
    return found


def test_a_publisher_that_is_new_gets_a_draft_and_is_known_the_next_time(desk: Path, dateline: Command) -> None:
    first, second = desk / "one.html", desk / "two.html"
    first.write_text(page(*STORY, head=said_by("Ellan Post", "https://www.ellan-post.example/a")))
    second.write_text(
        page("A bridge opened in the north on Monday, the council said, after two years of work on its piers.",
             title="A bridge opens", head=said_by("The Post of Ellan", "https://ellan-post.example/b"))
    )  # fmt: skip
    done = rows(dateline("import", first, second, "--format", "json").out)
    assert [row["source"] for row in done] == ["ellan-post", "ellan-post"]
    draft = (desk / "briefs/sources/ellan-post.yaml").read_text()
    assert "name: Ellan Post\n" in draft
    assert "url: https://www.ellan-post.example/\n" in draft or "url: https://ellan-post.example/\n" in draft
    assert dateline("check").code == 0


def test_a_copy_is_said_to_be_one_with_the_origin_it_belongs_to(desk: Path, dateline: Command) -> None:
    post, echo = desk / "post.html", desk / "echo.html"
    post.write_text(page(*STORY, head=said_by("Ellan Post", "https://ellan-post.example/a")))
    echo.write_text(
        page(*STORY, title="Pier gives way, ferry stops", head=said_by("The Echo", "https://echo.example/z"))
    )
    dateline("import", post, "--into", "2021/ferry")
    told = dateline("import", echo, "--into", "2021/ferry", "--name", "echo")
    assert "SAME ORIGIN: a likely copy; it counts as one origin, “Ellan Post”, with ferry/article" in told.out
    head = (desk / "briefs/2021/ferry/echo.md").read_text().split("---")[1]
    assert "# origin: {of: article, how: syndicated}   # same text: 100 % of the shorter" in head
    assert dateline("check").code == 0


def test_a_story_of_its_own_is_no_copy(desk: Path, dateline: Command) -> None:
    (desk / "a.html").write_text(page(*STORY))
    (desk / "b.txt").write_text("Museum opens\n\nThe museum of Lindow showed its new wing on Friday to three schools.")
    dateline("import", "a.html", "--into", "2021/ferry")
    assert "ORIGIN" not in dateline("import", "b.txt", "--into", "2021/museum").out


def test_the_original_is_kept_to_the_letter_when_asked(desk: Path, dateline: Command) -> None:
    data = page(*STORY).encode() + b"<!-- \xff -->"
    (desk / "saved.html").write_bytes(data)
    told = dateline("import", "saved.html", "--into", "2021/ferry", "--keep-original")
    kept = desk / "briefs/2021/ferry/article.original.html"
    assert f"the original: {kept.relative_to(desk)}" in told.out
    assert kept.read_bytes() == data
    digest = hashlib.sha256(data).hexdigest()
    article = (desk / "briefs/2021/ferry/article.md").read_text()
    assert f"original: {{file: article.original.html, sha256: {digest}}}" in article
    assert dateline("build", "--drafts").code == 0
    published = [path.read_bytes() for path in (desk / "site").rglob("*") if path.is_file()]
    assert not any(b"<!-- \xff -->" in content for content in published)


def test_pictures_are_their_captions(desk: Path, dateline: Command) -> None:
    figure = '</p><figure><img src="a.png" alt="x"><figcaption>The pier on Friday.</figcaption></figure><p>'
    (desk / "saved.html").write_text(page(STORY[0] + figure + "More is to come.", STORY[1]))
    dateline("import", "saved.html", "--into", "2021/ferry")
    body = (desk / "briefs/2021/ferry/article.md").read_text()
    assert "*The pier on Friday.*" in body
    assert "![" not in body


def test_pictures_at_hand_are_kept_when_asked_and_no_other(desk: Path, dateline: Command) -> None:
    (desk / "saved_files").mkdir()
    (desk / "saved_files/pier.png").write_bytes(PIXEL)
    (desk / "saved_files/trap.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")
    (desk.parent / "outside.png").write_bytes(PIXEL)
    pictures = ("saved_files/pier.png", "saved_files/trap.svg", "../outside.png", "https://x.example/far.png")
    figures = "".join(
        f'<figure><img src="{src}"><figcaption>Picture {number}.</figcaption></figure>'
        for number, src in enumerate(pictures, 1)
    )
    (desk / "saved.html").write_text(page(STORY[0] + f"</p>{figures}<p>More is to come.", STORY[1]))
    told = dateline("import", "saved.html", "--into", "2021/ferry", "--keep-images")
    folder = desk / "briefs/2021/ferry"
    assert sorted(path.name for path in folder.iterdir()) == ["article-1.png", "article.md", "brief.yaml"]
    assert (folder / "article-1.png").read_bytes() == PIXEL
    body = (folder / "article.md").read_text()
    assert "![Picture 1.](article-1.png)" in body
    assert [f"*Picture {number}.*" in body for number in (2, 3, 4)] == [True] * 3
    assert told.out.count("is not at hand; its caption stands for it") == 3
    again = dateline("import", "saved.html", "--into", "2021/ferry", "--keep-images")
    assert "already there" in again.out


def test_a_folder_gives_its_pages_and_not_what_was_saved_with_them(desk: Path, dateline: Command) -> None:
    saved = desk / "saved"
    (saved / "ferry_files").mkdir(parents=True)
    (saved / "ferry.html").write_text(page(*STORY))
    (saved / "ferry_files/frame.html").write_text(page("An advertisement that a frame showed beside the story."))
    done = rows(dateline("import", saved, "--format", "json").out)
    assert [Path(row["file"]).name for row in done] == ["ferry.html"]


def test_times_in_the_text_are_proposals_with_their_sentence(desk: Path, dateline: Command) -> None:
    (desk / "a.html").write_text(page(*STORY, "It reopens on 4 November.", head=said_by("P", "https://p.example/")))
    dateline("import", "a.html", "--into", "2021/ferry")
    draft = (desk / "briefs/2021/ferry/brief.yaml").read_text()
    assert "#   - when: 2021-10-14   # proposed for “14 October 2021”" in draft
    assert "#   - when: 2021-11-04   # proposed for “4 November”" in draft
    assert "“4 November” in: It reopens on 4 November." in draft


def test_names_that_are_proposed_begin_with_capitals_in_any_script(desk: Path, dateline: Command) -> None:
    words = "Совет гавани сообщил, что паром не выйдет. Мара Квилл возглавляет Совет гавани. Паром стоит у причала."
    (desk / "a.txt").write_text(f"Паром стоит\n\n{words}\n\nIn April the Board met. The Harbour Board met in May.")
    told = dateline("import", "a.txt", "--into", "2021/ferry").out
    line = next(line for line in told.splitlines() if "does not know" in line)
    assert line.split(": ")[1] == "Мара Квилл, Harbour Board"


def test_many_files_are_brought_in_by_one_look_at_the_desk(
    desk: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.commands import import_
    from dateline.desk.workplace import corpus_of

    looks: list[str] = []

    def look(folder: str) -> Corpus:
        looks.append(folder)
        return corpus_of(folder)

    monkeypatch.setattr(import_, "corpus_of", look)
    for number in range(4):
        (desk / f"{number}.txt").write_text(f"The same title\n\nThe harbour board counted {number} boats on Friday.")
    done = rows(dateline("import", "0.txt", "1.txt", "2.txt", "3.txt", "--format", "json").out)
    assert len(looks) == 1
    slugs = [Path(row["brief"]).parent.name for row in done]
    assert slugs == ["the-same-title", "the-same-title-2", "the-same-title-3", "the-same-title-4"]


@pytest.mark.skipif(not REAL.exists(), reason="../shared/articles is not beside this checkout")
def test_the_whole_path_of_a_real_scraped_article(desk: Path, dateline: Command) -> None:
    told = dateline("import", REAL, "--into", "2021/csto-dushanbe")
    assert (told.code, "no publication date found" in told.out) == (0, True)
    checked = dateline("check", "--format", "json")
    findings = [each for each in json.loads(checked.out)["findings"] if "csto" in each["file"]]
    assert {each["severity"] for each in findings} == {"warning", "hint"}
    assert dateline("build").code == 0
    assert not (desk / "site/briefs/csto-dushanbe").exists()
    assert dateline("build", "--drafts").code == 0
    assert (desk / "site/briefs/csto-dushanbe/index.html").exists()
    brief = desk / "briefs/2021/csto-dushanbe/brief.yaml"
    brief.write_text(brief.read_text().replace("state: draft", "state: published"))
    assert dateline("build").code == 0
    shown = (desk / "site/briefs/csto-dushanbe/index.html").read_text()
    assert "found word for word" in shown
