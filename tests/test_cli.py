"""Every command says what it did, ends with the code that scripts rely on, and never shows a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import Command
from dateline.model.schema import FILES
from dateline.version import __version__
from desks import GOOD, ROOT, SITES, copied, files_below, write

FINE, FOUND, WRONG_USE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
BROKEN = {"briefs/2021/pier/brief.yaml": "title: The pier\nsumary: misspelt\n"}
WARNED = {"briefs/2020/lamp/brief.yaml": "title: The lamp\nclaims:\n  - {id: relit, says: It burns.}\n"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A copy of a good desk."""
    return copied(GOOD, tmp_path / "desk")


# Exit codes.

CODES: dict[str, tuple[list[str], int]] = {
    "no command": ([], WRONG_USE),
    "help": (["--help"], FINE),
    "short help": (["-h"], FINE),
    "version": (["--version"], FINE),
    "an unknown command": (["bild"], WRONG_USE),
    "an unknown option": (["check", "--sctrict"], WRONG_USE),
    "an unknown format": (["check", "--format", "xml"], WRONG_USE),
    "a day that is none": (["check", "--today", "2021-02-30"], WRONG_USE),
    "a month instead of a day": (["check", "--today", "2021-02"], WRONG_USE),
    "a desk that is not there": (["check", "--desk", "nowhere"], WRONG_USE),
    "a folder without briefs": (["check"], UNREADABLE),
    "nothing to build": (["build"], UNREADABLE),
    "nothing to make pages of": (["pages", "--out", "out"], UNREADABLE),
    "nothing to serve": (["serve"], UNREADABLE),
    "pages to nowhere": (["pages"], WRONG_USE),
    "an unknown kind of schema": (["schema", "novel"], WRONG_USE),
    "an unknown kind of form": (["new", "novel", "x"], WRONG_USE),
    "an unknown finding": (["explain", "D999"], WRONG_USE),
    "all findings": (["explain"], FINE),
    "one finding": (["explain", "D202"], FINE),
    "all schemas": (["schema"], FINE),
    "init without a folder": (["init"], WRONG_USE),
}


@pytest.mark.parametrize(("words", "code"), CODES.values(), ids=CODES)
def test_a_command_ends_with_its_code(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = dateline(*words)
    assert outcome.code == code, outcome
    assert (outcome.out + outcome.err).strip()
    assert outcome.err == "" or code != FINE


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        ({}, [], FINE),
        ({}, ["--strict"], FINE),
        (WARNED, [], FINE),
        (WARNED, ["--strict"], FOUND),
        (BROKEN, [], FOUND),
        (BROKEN, ["--strict"], FOUND),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["build"], ["pages", "--out", "out"]], ids=lambda words: str(words[0]))
def test_findings_decide_how_a_command_ends(
    command: list[str], files: dict[str, str], options: list[str], code: int, desk: Path,
    monkeypatch: pytest.MonkeyPatch, dateline: Command,
) -> None:  # fmt: skip
    write(desk, files)
    monkeypatch.chdir(desk)
    assert dateline(*command, *options).code == code
    assert (desk / "site").exists() is (command[0] == "build" and code == FINE)
    assert (desk / "out").exists() is (command[0] == "pages" and code == FINE)


def test_the_version_is_the_package_s(dateline: Command) -> None:
    assert dateline("--version").out == f"dateline {__version__}\n"


def test_a_file_that_may_not_be_read_is_named(desk: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "ola-brandt.yaml":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    outcome = dateline("check", "--desk", desk)
    assert outcome.code == UNREADABLE
    assert "ola-brandt.yaml" in outcome.err


def test_an_interrupt_ends_with_130(desk: Path, dateline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.desk.workplace.examine", interrupted)
    assert dateline("check", "--desk", desk).code == INTERRUPTED


def test_a_closed_pipe_is_no_fault(desk: Path) -> None:
    script = f'"{sys.executable}" -m dateline.cli explain | head -1; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=desk)
    assert b"Traceback" not in done.stderr


def test_output_is_utf_8_whatever_the_locale(desk: Path) -> None:
    (desk / "briefs/actors/ola-brandt.yaml").write_text("name: Ola\nkind: perşon\n", "utf-8")
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    words = [sys.executable, "-m", "dateline.cli", "check", "--desk", str(desk)]
    done = subprocess.run(words, capture_output=True, check=False, env=environment)
    assert done.returncode == FOUND
    assert b"Traceback" not in done.stderr


# How findings are written.


def test_json_has_the_fields_of_the_contract(desk: Path, dateline: Command) -> None:
    write(desk, BROKEN)
    outcome = dateline("check", "--desk", desk, "--format", "json")
    rows = json.loads(outcome.out)["findings"]
    assert rows
    for row in rows:
        assert [*row] == ["code", "name", "severity", "file", "line", "column", "message", "remedy"]
    assert {key: rows[0][key] for key in ("code", "name", "severity", "file", "line", "column")} == {
        "code": "D150", "name": "unknown-key", "severity": "error",
        "file": "briefs/2021/pier/brief.yaml", "line": 2, "column": 1,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_good_desk_gives_machines_an_empty_answer(form: str, desk: Path, dateline: Command) -> None:
    outcome = dateline("check", "--desk", desk, "--format", form)
    assert outcome.code == FINE
    match form:
        case "json":
            assert json.loads(outcome.out) == {"findings": []}
        case "sarif":
            assert json.loads(outcome.out)["runs"][0]["results"] == []
        case _:
            assert outcome.out.strip() == ""


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_wrong_settings_are_written_in_the_form_asked_for(form: str, desk: Path, dateline: Command) -> None:
    (desk / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - dateline: {excerpt_word: 3}\n")
    outcome = dateline("check", "--desk", desk, "--format", form)
    assert outcome.code == FOUND
    match form:
        case "json":
            assert json.loads(outcome.out)["findings"][0]["file"] == "mkdocs.yml"
        case "sarif":
            assert json.loads(outcome.out)["runs"][0]["results"][0]["ruleId"] == "D155"
        case _:
            assert outcome.out.startswith("::error file=mkdocs.yml,line=3,")


def test_json_keeps_to_its_schema(desk: Path, dateline: Command) -> None:
    schema = Draft202012Validator(json.loads(dateline("schema", "findings").out))
    assert list(schema.iter_errors(json.loads(dateline("check", "--desk", desk, "--format", "json").out))) == []
    answer = json.loads(dateline("check", "--desk", write(desk, BROKEN), "--format", "json").out)
    assert list(schema.iter_errors(answer)) == []
    assert not schema.is_valid({"findings": [{**answer["findings"][0], "severity": "grave"}]})


def test_a_file_s_name_is_an_address_in_sarif(desk: Path, dateline: Command) -> None:
    write(desk, {"briefs/a name.txt": ""})
    run = json.loads(dateline("check", "--desk", desk, "--format", "sarif").out)["runs"][0]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert "briefs/a%20name.txt" in places


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_forge_is_told_nobody_at_risk(form: str, desk: Path, dateline: Command) -> None:
    actor = {"briefs/actors/mara-quill.yaml": "name: Mara Quill\nkind: person\nsensitivity: at-risk\n"}
    write(desk, {**actor, "briefs/2020/lamp/brief.yaml": "title: The lamp of Mara Quill\nclaims: []\n"})
    told = dateline("check", "--desk", desk, "--format", form).out
    assert "D806" in told
    assert "Mara" not in told
    assert "Mara Quill" in dateline("check", "--desk", desk).out


def test_github_annotations_cannot_be_broken_out_of(desk: Path, dateline: Command) -> None:
    write(desk, {"briefs/actors/ola-brandt.yaml": 'name: Ola\n"ki%nd\\n::set-env name=x::y": person\n'})
    lines = dateline("check", "--desk", desk, "--format", "github").out.splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any("%25nd%0A" in line or "%25nd" in line for line in lines)


def test_sarif_is_what_forges_read(desk: Path, dateline: Command) -> None:
    write(desk, BROKEN)
    log = json.loads(dateline("check", "--desk", desk, "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("dateline", __version__)
    known = [rule["id"] for rule in driver["rules"]]
    assert len(known) == len(set(known))
    for result in run["results"]:
        assert result["ruleId"] in known
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert (desk / place["artifactLocation"]["uri"]).is_file()
        assert min(place["region"].values()) >= 1


def test_a_terminal_is_sent_nothing_that_it_would_obey(desk: Path, dateline: Command) -> None:
    write(desk, {"briefs/actors/ola-brandt.yaml": 'name: Ola\nkind: "\\e]0;title\\a\\e[2J"\n'})
    outcome = dateline("check", "--desk", desk)
    assert outcome.code == FOUND
    assert "\x1b" not in outcome.out


# Starting a desk.


@pytest.fixture
def new_desk(tmp_path: Path, dateline: Command) -> Path:
    """What `dateline init` writes."""
    assert dateline("init", tmp_path / "new").code == FINE
    return tmp_path / "new"


def test_a_new_desk_has_nothing_to_find_and_builds(new_desk: Path, dateline: Command) -> None:
    assert dateline("check", "--strict", "--desk", new_desk).out == "Nothing found.\n"
    assert dateline("build", "--strict", "--desk", new_desk).code == FINE
    assert (new_desk / "site/briefs/river-flood/index.html").is_file()


def test_a_new_desk_builds_without_any_brief(new_desk: Path, dateline: Command) -> None:
    for path in sorted((new_desk / "briefs").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    outcome = dateline("build", "--desk", new_desk)
    assert outcome.code == FINE, outcome
    assert "No brief has been published yet" in (new_desk / "site/index.html").read_text("utf-8")


def test_a_new_desk_builds_with_mkdocs_alone(new_desk: Path, dateline: Command) -> None:
    assert dateline("build", "--desk", new_desk).code == FINE
    by_us = files_below(new_desk / "site")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], check=True, cwd=new_desk)
    assert files_below(new_desk / "site") == by_us


def test_init_never_overwrites(new_desk: Path, dateline: Command) -> None:
    before = files_below(new_desk)
    (new_desk / "briefs/topics.yaml").write_text("mine: {name: Mine}\n")
    outcome = dateline("init", new_desk)
    assert outcome.code == WRONG_USE
    assert "nothing was written" in outcome.err
    assert files_below(new_desk) == before | {"briefs/topics.yaml": b"mine: {name: Mine}\n"}


def test_init_writes_what_it_lacks_into_a_folder_with_other_files(tmp_path: Path, dateline: Command) -> None:
    write(tmp_path, {"LICENSE": "mine\n"})
    assert dateline("init", tmp_path).code == FINE
    assert (tmp_path / "LICENSE").read_text() == "mine\n"


@pytest.mark.parametrize(
    ("kind", "slug", "file"),
    [
        ("brief", "2021/harbour-strike", "2021/harbour-strike/brief.yaml"),
        ("brief", "harbour-strike", "undated/harbour-strike/brief.yaml"),
        ("actor", "dockers-union", "actors/dockers-union.yaml"),
        ("source", "evening-post", "sources/evening-post.yaml"),
        ("topic", "strikes", "topics.yaml"),
    ],
)
def test_a_new_file_has_no_fault(kind: str, slug: str, file: str, new_desk: Path, dateline: Command) -> None:
    outcome = dateline("new", kind, slug, "--desk", new_desk)
    assert outcome.code == FINE
    assert (new_desk / "briefs" / file).is_file()
    assert file in outcome.out.replace(os.sep, "/")
    checked = dateline("check", "--desk", new_desk)
    assert checked.code == FINE, checked.out
    assert dateline("build", "--drafts", "--desk", new_desk).code == FINE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["brief", "2021/river-flood"], "river-flood"),
        (["brief", "2022/river-flood"], "slugs are unique across years"),
        (["brief", "21/flood"], "not a year"),
        (["brief", "2021/River Flood"], "not an id"),
        (["actor", "lindow-council"], "is there already"),
        (["actor", "../escape"], "not an id"),
        (["source", "Radio"], "not an id"),
        (["topic", "floods"], "already"),
    ],
)
def test_new_refuses_and_writes_nothing(words: list[str], said: str, new_desk: Path, dateline: Command) -> None:
    before = files_below(new_desk)
    outcome = dateline("new", *words, "--desk", new_desk)
    assert outcome.code == WRONG_USE
    assert said in outcome.err
    assert files_below(new_desk) == before


def test_new_overwrites_when_told_to(new_desk: Path, dateline: Command) -> None:
    assert dateline("new", "actor", "lindow-council", "--force", "--desk", new_desk).code == FINE
    assert "Lindow Council" in (new_desk / "briefs/actors/lindow-council.yaml").read_text("utf-8")


# Explaining.


@pytest.mark.parametrize("wanted", ["D202", "d202", "unknown-actor", " Unknown-Actor "])
def test_a_finding_is_explained_by_code_or_name(wanted: str, dateline: Command) -> None:
    assert dateline("explain", wanted).out.startswith("# D202 unknown-actor\n")


@pytest.mark.parametrize(("wanted", "meant"), [("unkown-actor", "unknown-actor"), ("D2O2", "D202")])
def test_a_misspelt_finding_is_guessed(wanted: str, meant: str, dateline: Command) -> None:
    outcome = dateline("explain", wanted)
    assert outcome.code == WRONG_USE
    assert f'did you mean "{meant}"' in outcome.err


def test_every_finding_is_listed(dateline: Command) -> None:
    from dateline.check.catalogue import catalogue

    listed = [line.split() for line in dateline("explain").out.splitlines()]
    assert listed == [[entry.fault.code, entry.fault.severity, entry.fault.name] for entry in catalogue()]


# Pages.


def test_pages_are_replaced_as_a_whole(desk: Path, tmp_path: Path, dateline: Command) -> None:
    out = tmp_path / "out"
    assert dateline("pages", "--desk", desk, "--out", out).code == FINE
    first = files_below(out)
    (out / "left-over.md").write_text("of an earlier build\n")
    assert dateline("pages", "--desk", desk, "--out", out).code == FINE
    assert files_below(out) == first


@pytest.mark.parametrize("desk_itself", [False, True])
def test_pages_refuse_a_folder_that_is_not_theirs(
    desk_itself: bool, desk: Path, tmp_path: Path, dateline: Command
) -> None:
    out = desk if desk_itself else write(tmp_path / "mine", {"thesis.md": "years of work\n"})
    before = files_below(out)
    outcome = dateline("pages", "--desk", desk, "--out", out)
    assert outcome.code == UNREADABLE
    assert "did not write" in outcome.err
    assert files_below(out) == before


def test_pages_say_how_many_files_there_are(desk: Path, tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("pages", "--desk", desk, "--out", tmp_path / "out")
    written = [path for path in files_below(tmp_path / "out") if not path.startswith(".")]
    assert outcome.out.startswith(f"{len(written)} files")


@pytest.mark.parametrize("command", ["build", "pages"])
def test_drafts_are_shown_on_demand(command: str, tmp_path: Path, dateline: Command) -> None:
    desk = copied(SITES / "drafts", tmp_path / "desk")
    (desk / "mkdocs.yml").write_text("site_name: x\nplugins: [dateline]\n")
    out = desk / "site"
    words = [command, "--desk", desk, *(["--out", out] if command == "pages" else [])]
    assert dateline(*words).code == FINE
    assert not (out / "briefs/tunnel").exists()
    assert dateline(*words, "--drafts").code == FINE
    assert (out / "briefs/tunnel/index.json").is_file()


def test_lateness_is_judged_only_by_a_given_day(desk: Path, dateline: Command) -> None:
    brief = desk / "briefs/2020/lamp/brief.yaml"
    brief.write_text(brief.read_text("utf-8") + "review_by: 2021-08-01\n")
    assert dateline("check", "--desk", desk).out == "Nothing found.\n"
    assert dateline("check", "--desk", desk, "--today", "2021-08-01").out == "Nothing found.\n"
    assert "review-overdue" in dateline("check", "--desk", desk, "--today", "2021-08-02").out


# Schemas.


def test_a_schema_of_each_kind_is_written(tmp_path: Path, dateline: Command) -> None:
    assert dateline("schema", "--out", tmp_path / "schemas").code == FINE
    assert {*files_below(tmp_path / "schemas")} == {f"{kind}.schema.json" for kind in FILES}


@pytest.mark.parametrize("kind", FILES)
def test_one_schema_is_the_one_among_all(kind: str, dateline: Command) -> None:
    assert json.loads(dateline("schema", kind).out) == json.loads(dateline("schema").out)[kind]


def test_the_repository_is_a_desk(dateline: Command) -> None:
    assert dateline("check", "--desk", ROOT).code == FINE
