"""The plugin's section of mkdocs.yml becomes settings, and what is wrong in it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.findings import At
from dateline.model.faults import WRONG_SETTING
from dateline.model.settings import Settings, read_settings
from dateline.publish.site import desk_settings, plugin_section

HERE = At("mkdocs.yml")

RIGHT: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {}),
    ({"briefs": "content"}, {"briefs": "content"}),
    ({"excerpt_words": 0}, {"excerpt_words": 0}),
    ({"languages": ["fr", "en"]}, {"languages": ("fr", "en")}),
    ({"edit_uri": None}, {}),
    ({"format": 1}, {}),
]


@pytest.mark.parametrize(("section", "changed"), RIGHT)
def test_settings_are_the_defaults_but_for_what_is_written(section: dict[str, Any], changed: dict[str, Any]) -> None:
    settings, wrong = read_settings(section, HERE)
    assert wrong == ()
    assert settings == Settings().model_copy(update=changed)


@pytest.mark.parametrize(("written", "size"), [("2 MiB", 2 << 20), ("10 KiB", 10 << 10), (500, 500)])
def test_a_size_may_have_a_unit(written: str | int, size: int) -> None:
    settings, wrong = read_settings({"limits": {"file": written}}, HERE)
    assert (settings.limits.file, wrong) == (size, ())


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"brief": "x"}, 'did you mean "briefs"'),
    ({"colour": "red"}, "known are"),
    ({"limits": {"files": 1}}, 'did you mean "file"'),
    ({"limits": {"file": "2 parsecs"}}, "is not a size"),
    ({"limits": {"file": 0}}, "greater than 0"),
    ({"limits": {"nesting": 501}}, "500"),
    ({"languages": []}, "languages"),
    ({"scales": "mine"}, "icd203"),
    ({"same_text": 2}, "same_text"),
    ({"excerpt_words": -1}, "excerpt_words"),
    ({"two_eyes": "perhaps"}, "two_eyes"),
    ({"format": 2}, "newer"),
    ({"format": 0}, "the first there is"),
]


@pytest.mark.parametrize(("section", "said"), WRONG)
def test_what_is_wrong_is_said(section: dict[str, Any], said: str) -> None:
    _, wrong = read_settings(section, HERE)
    assert len(wrong) == 1
    assert said in str(wrong[0])


FORMS: list[tuple[str, dict[str, Any], int]] = [
    ("plugins:\n  - dateline\n", {}, 2),
    ("plugins:\n  - search\n  - dateline:\n", {}, 3),
    ("plugins:\n  - search\n  - dateline:\n      briefs: x\n", {"briefs": "x"}, 3),
    ("plugins:\n  search: {}\n  dateline:\n    briefs: x\n", {"briefs": "x"}, 3),
    ("plugins:\n  dateline: {}\n", {}, 2),
    ("site_name: !ENV [NOWHERE, x]\nplugins: [dateline]\n", {}, 2),
]


@pytest.mark.parametrize(("text", "section", "line"), FORMS)
def test_the_section_is_found_in_every_form(text: str, section: dict[str, Any], line: int, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    found = plugin_section(tmp_path)
    assert dict(found.values) == section
    assert found.placed([WRONG_SETTING.at(found.at, "")])[0].at == ("mkdocs.yml", line, PLUGIN_COLUMN[text])


PLUGIN_COLUMN = dict(zip([text for text, _, _ in FORMS], [5, 5, 5, 3, 3, 11], strict=True))

BROKEN: list[tuple[bytes, str]] = [
    (b"", "mkdocs.yml:1:1: error D155 wrong-setting: nothing names"),
    (b"plugins: []\n", "mkdocs.yml:1:1: error D155 wrong-setting: nothing names the plugin"),
    (b"site_name: x\nplugins:\n  - search\n", "mkdocs.yml:2:1: error D155 wrong-setting: nothing names the plugin"),
    (b"site_name: x\n", "mkdocs.yml:1:1: error D155 wrong-setting: nothing names the plugin"),
    (b"plugins: dateline\n", "mkdocs.yml:1:10: error D155 wrong-setting: “plugins” is neither"),
    (b"plugins:\n  - dateline: 5\n", "mkdocs.yml:2:5: error D155 wrong-setting: the section"),
    (b"plugins:\n  - dateline: [a]\n", "mkdocs.yml:2:5: error D155 wrong-setting: the section"),
    (b"plugins:\n  - search\n  - dateline: {briefs: [\n", "mkdocs.yml:4:1: error D101 yaml-syntax"),
    (b"site_name: !ENV X\nplugins: [\n", "mkdocs.yml:3:1: error D101 yaml-syntax"),
    (b"- a list\n", "mkdocs.yml:1:1: error D109 not-a-mapping"),
    (b"site_name: \xff\n", "mkdocs.yml:1:12: error D120 not-utf-8"),
    (b"plugins:\n  - dateline:\n      limits:\n        file: many\n", "mkdocs.yml:4:15: error D155 wrong-setting"),
    (b"plugins:\n  - dateline:\n      brief: x\n", "mkdocs.yml:3:7: error D155 wrong-setting"),
]


@pytest.mark.parametrize(("data", "said"), BROKEN)
def test_a_broken_configuration_gives_one_finding_with_its_place(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)
    _, wrong = desk_settings(tmp_path)
    assert [str(finding)[: len(said)] for finding in wrong] == [said]


def test_a_desk_without_a_configuration_has_the_defaults(tmp_path: Path) -> None:
    assert desk_settings(tmp_path) == (Settings(), ())
