"""The house keeps its rules: rooms, doors, sizes, names, and pages that are made from the code."""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

import click
import pytest

from dateline.check.catalogue import catalogue
from dateline.cli import dateline
from dateline.desk.reference.pages import reference_pages
from dateline.model.described import described_files, described_settings
from dateline.version import __version__
from desks import ROOT

PACKAGE = ROOT / "generator" / "dateline"
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
TEMPLATES = tuple(sorted(PACKAGE.rglob("*.j2")))
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 200, 30, 60
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}
DOORS = {
    "ahocorasick_rs": ["relate/lexicon.py"],
    "babel": ["model/when_words.py", "model/words/*", "desk/intake/*"],
    "charset_normalizer": ["desk/intake/decode.py"],
    "click": ["cli.py", "commands/*", "desk/*"],
    "htmldate": ["desk/intake/*"],
    "icalendar": ["publish/exports/icalendar.py"],
    "jinja2": ["pages/template.py"],
    "markdown": ["publish/quick/renderer.py"],
    "markdown_it": ["relate/prose.py", "pages/prose.py"],
    "markupsafe": ["pages/escape.py"],
    "mkdocs": ["plugin.py", "publish/site.py", "publish/press/*"],
    "pydantic": ["model/*"],
    "pydantic_core": ["model/*"],
    "rapidfuzz": ["model/nearest.py", "relate/quoting/*"],
    "slugify": ["desk/intake/*"],
    "deflate": ["publish/archive.py"],
    "snowballstemmer": ["publish/search/tokens.py"],
    "trafilatura": ["desk/intake/*"],
    "watchdog": ["publish/press/serving.py"],
    "yaml": ["read/located.py", "read/configuration.py"],
}
"""Each library and where it may be named; a library that is not here has no door."""


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports name their module whole"
            yield node.module.partition(".")[0]


def test_a_library_is_reached_by_its_door() -> None:
    ways = {(name, name_of(module)) for module in MODULES for name in imported(module)}
    outside = {way for way in ways if way[0] not in sys.stdlib_module_names and way[0] != "dateline"}
    wrong = [way for way in outside if not any(fnmatch(way[1], pattern) for pattern in DOORS.get(way[0], []))]
    assert sorted(wrong) == []


def test_every_door_is_used() -> None:
    """A door for a library that is gone would let it back in."""
    used = {name for module in MODULES for name in imported(module)}
    assert DOORS.keys() - used == set()


def test_every_library_is_declared_and_every_declared_one_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ]", line)[0].replace("-", "_") for line in project["dependencies"]}
    named = {
        "pyyaml": "yaml",
        "markdown_it_py": "markdown_it",
        "mkdocs_material": "material",
        "python_slugify": "slugify",
    }
    shipped_with_others = {"pydantic_core", "markupsafe"}
    by_configuration = {"material", "lxml_html_clean"}
    read_as_files = {"tzdata"}
    wanted = {named.get(name, name) for name in declared} - by_configuration - read_as_files
    assert wanted == DOORS.keys() - shipped_with_others


def test_the_layers_name_every_room() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["type"] == "layers")
    rooms = {path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"}
    rooms |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert layers["exhaustive"] is True
    assert {name.strip() for layer in layers["layers"] for name in layer.split("|")} == rooms


# Sizes.


def reasoned(module: Path) -> set[int]:
    """The lines that carry a comment of their own, which may say why something is long."""
    tokens = tokenize.generate_tokens(io.StringIO(module.read_text("utf-8")).readline)
    return {token.start[0] for token in tokens if token.type == tokenize.COMMENT and "noqa" not in token.string}


def too_long(module: Path) -> Iterator[str]:
    """A module or function that is longer than it may be and says no reason."""
    reasons = reasoned(module)
    lines = len(module.read_text("utf-8").splitlines())
    if lines > LONGEST_MODULE and not reasons & {1, 2, 3, 4}:
        yield f"{name_of(module)}: {lines}"
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            length = (node.end_lineno or 0) - body[0].lineno + 1
            if length > LONGEST_FUNCTION and not reasons & {node.lineno - 1, node.lineno}:
                yield f"{name_of(module)}, {node.name}: {length}"


def test_modules_and_functions_are_short() -> None:
    assert [found for module in MODULES for found in too_long(module)] == []


def test_templates_are_short() -> None:
    texts = {name_of(path): path.read_text("utf-8") for path in TEMPLATES}
    assert [name for name, text in texts.items() if text.count("\n") > LONGEST_TEMPLATE and text[:2] != "{#"] == []


# Names and first lines.


def first_line(module: Path) -> str:
    return (ast.get_docstring(tree(module)) or "").partition("\n")[0]


def test_a_module_says_in_its_first_line_what_it_does() -> None:
    assert [name_of(module) for module in MODULES if not re.fullmatch(r"\S.*[^\s.]\.", first_line(module))] == []


def test_no_two_modules_say_the_same() -> None:
    lines = Counter(first_line(module) for module in MODULES)
    assert [line for line, count in lines.items() if count > 1] == []


def test_no_name_is_a_drawer_for_everything() -> None:
    assert [name_of(path) for path in MODULES for part in (path.stem, path.parent.name) if part in FORBIDDEN] == []


def is_broad(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    return node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})


def test_no_error_is_caught_whatever_it_is() -> None:
    assert [name_of(module) for module in MODULES if any(map(is_broad, ast.walk(tree(module))))] == []


# Folders that are registries.


@pytest.mark.parametrize(
    ("folder", "ending", "constant"),
    [("check/rules", ".md", "RULE"), ("pages/kinds", ".md.j2", "KIND")],
)
def test_siblings_come_in_pairs(folder: str, ending: str, constant: str) -> None:
    modules = {path.stem for path in (PACKAGE / folder).glob("*.py") if path.stem != "__init__"}
    partners = {path.name.removesuffix(ending) for path in (PACKAGE / folder).glob(f"*{ending}")}
    assert modules == partners
    for name in modules:
        assert re.search(rf"^{constant}\b", (PACKAGE / folder / f"{name}.py").read_text("utf-8"), re.MULTILINE)


def test_a_rule_is_called_as_its_finding_is() -> None:
    pages = {Path(str(entry.page)).stem: entry.fault.name for entry in catalogue()}
    assert pages == {name.replace("-", "_"): name for name in pages.values()}


def test_every_finding_s_family_has_a_title() -> None:
    from dateline.desk.reference.findings import FAMILIES

    assert {entry.fault.code[:2] for entry in catalogue()} <= FAMILIES.keys()


# Pages that the program writes about itself.

REFERENCE = {page.path: page.markdown for page in reference_pages()}


def test_the_architecture_page_names_every_module() -> None:
    page = REFERENCE["contributing/architecture.md"]
    inner = [module for module in MODULES if module != PACKAGE / "__init__.py"]
    assert [name_of(module) for module in inner if first_line(module) not in page] == []


def commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group, **group.context_settings)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield name, command


@pytest.mark.parametrize(
    ("name", "command"), tuple(commands(dateline)), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_command_is_in_the_reference_with_all_its_options(name: str, command: click.Command) -> None:
    section = REFERENCE["reference/commands.md"].partition(f"## dateline {name}\n")[2].partition("\n## ")[0]
    for parameter in command.params:
        assert any(word in section for word in (*parameter.opts, parameter.make_metavar(click.Context(command))))


def test_every_key_is_in_the_reference() -> None:
    rows = [row for row in REFERENCE["reference/keys.md"].splitlines() if row.startswith("| `")]
    keys = [key.name for _, records in described_files() for record in records for key in record.keys]
    assert [row.split("`")[1] for row in rows] == keys


def test_every_key_and_setting_says_what_it_means() -> None:
    keys = [key for _, records in described_files() for record in records for key in record.keys]
    assert [key.name for key in (*keys, *described_settings()) if not key.meaning.endswith((".", "…"))] == []


def test_every_setting_is_in_the_reference() -> None:
    assert [
        key.name for key in described_settings() if f"| `{key.name}` |" not in REFERENCE["reference/settings.md"]
    ] == []


def test_every_finding_is_in_the_reference() -> None:
    overview = REFERENCE["reference/findings/index.md"]
    for entry in catalogue():
        assert f"| {entry.fault.code} | [{entry.fault.name}]({entry.fault.name}.md) |" in overview
        assert REFERENCE[f"reference/findings/{entry.fault.name}.md"].startswith(f"# {entry.fault.code}")


def test_settings_are_those_of_the_contract() -> None:
    contract = {"format", "briefs", "languages", "scales", "two_eyes", "excerpt_words", "same_text", "edit_uri"}
    assert {key.name for key in described_settings()} == contract | {"limits.file", "limits.nesting"}


# The repository.


def test_the_changelog_has_this_version() -> None:
    headings = re.findall(r"^## \[?([\d.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert __version__ in headings


def test_every_decision_is_short_and_in_the_index() -> None:
    folder = ROOT / "docs" / "adr"
    index = (folder / "index.md").read_text("utf-8")
    decisions = sorted(path for path in folder.glob("[0-9]*.md"))
    assert [path.name for path in decisions if path.name not in index] == []
    assert [path.name for path in decisions if len(path.read_text("utf-8").splitlines()) > 40] == []
    numbers = [int(path.name[:4]) for path in decisions]
    assert [(one, other) for one, other in pairwise(numbers) if other != one + 1] == []


def test_our_own_files_are_wired_to_no_other_host() -> None:
    """What readers load comes from the site itself; the name of a language, such as SVG's, asks for nothing."""
    ours = [
        path for path in (PACKAGE / "web").rglob("*") if path.suffix in {".css", ".js"} and "vendor" not in path.parts
    ]
    assert [path.name for path in ours if re.search(r"https?://(?!www\.w3\.org/)", path.read_text("utf-8"))] == []


def test_the_vendored_script_has_its_licence() -> None:
    scripts = list((PACKAGE / "web" / "vendor").glob("*.js"))
    assert scripts
    assert [
        path.name for path in scripts if not [*path.parent.glob(f"{path.stem.removesuffix('-shim')}-LICENSE*")]
    ] == []


def test_every_vendored_font_has_its_licence() -> None:
    licences = [path.name.removesuffix("-LICENSE.txt") for path in (PACKAGE / "web" / "vendor").glob("*-LICENSE.txt")]
    fonts = list((PACKAGE / "web" / "fonts").glob("*.woff2"))
    assert fonts
    assert [font.name for font in fonts if not font.name.startswith(tuple(licences))] == []


def test_schemas_name_a_dialect() -> None:
    from dateline.model.schema import DIALECT, schemas

    assert {schema["$schema"] for schema in schemas().values()} == {DIALECT}
    assert json.loads(json.dumps(dict(schemas()))).keys() == schemas().keys()
