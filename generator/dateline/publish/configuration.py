"""A desk's mkdocs.yml as data and as text to the plugin's section, and what is wrong with it, each with its line."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from dateline.findings import At, Finding, Place, Severity
from dateline.model.faults import WRONG_SETTING
from dateline.read.faults import YAML_ANCHOR, YAML_TAG
from dateline.read.limits import Limits
from dateline.read.located import locate, parse
from dateline.read.text import read_text

CONFIG: Final = "mkdocs.yml"
NAME: Final = "dateline"
REFUSED: Final = re.compile(r"Config value '(?P<key>[^']*)': (?P<said>.*)", re.DOTALL)
ADD_IT: Final = f"add “- {NAME}” under “plugins:”"


class SiteError(Exception):
    """The site cannot be configured or built; the message says why."""


class WrongSettingsError(SiteError):
    """Something is wrong with mkdocs.yml, and the findings say what and where."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(map(str, self.findings)))


class Section(NamedTuple):
    """The plugin's section."""

    values: Mapping[str, Any]
    """As MkDocs reads them."""
    at: At
    """Where it stands."""
    text: str
    """The whole of mkdocs.yml."""

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings about the section with their lines, in their order."""
        found = (one.fault.at(placed(one.at, self.text), one.message, one.remedy) for one in findings)
        return tuple(sorted(found, key=lambda one: one.at))


def placed(at: At | Place, text: str) -> Place:
    """A place in mkdocs.yml as line and column."""
    return at if isinstance(at, Place) else Place(CONFIG, *locate(text, at.path, key=at.key))


def readable(data: bytes) -> str:
    """The text of a mkdocs.yml. Raises WrongSettingsError where it is none."""
    text, wrong = read_text(data, CONFIG)
    if text is None:
        raise WrongSettingsError(finding for finding in wrong if finding.severity is Severity.ERROR)
    return text


def not_yaml(text: str, said: str) -> WrongSettingsError:
    """What is wrong with a text that MkDocs cannot read; in its own words where nothing else is."""
    _, found = parse(text, CONFIG, limits=Limits())
    ours = [finding for finding in found if finding.fault not in {YAML_TAG, YAML_ANCHOR}]
    return WrongSettingsError(ours or [WRONG_SETTING.at(Place(CONFIG, 1, 1), f"MkDocs cannot read the file: {said}")])


def refused(errors: Iterable[tuple[str, str]], text: str) -> WrongSettingsError:
    """What MkDocs says of settings that are its own."""
    return WrongSettingsError(
        WRONG_SETTING.at(placed(At(CONFIG, (key,), key=True), text), f"“{key}”: {' '.join(said.split())}")
        for key, said in errors
    )


@contextmanager
def heard() -> Iterator[list[tuple[str, str]]]:
    """What MkDocs logs as wrong with settings, kept from the terminal: each one's name, and what it says of it."""
    said: list[tuple[str, str]] = []

    def hear(record: logging.LogRecord) -> bool:
        heard = REFUSED.fullmatch(record.getMessage()) if record.levelno >= logging.ERROR else None
        said.extend([(heard["key"], heard["said"])] if heard else [])
        return heard is None

    log = logging.getLogger("mkdocs.config")
    log.addFilter(hear)
    try:
        yield said
    finally:
        log.removeFilter(hear)


def section_of(config: Any, text: str) -> Section:
    """The plugin's section of a configuration. Raises WrongSettingsError where there is none."""
    if not isinstance(config, Mapping):
        raise not_yaml(text, "it has no keys and values")
    plugins = config.get("plugins") or []
    if not isinstance(plugins, Mapping | list):
        raise _wrong(text, At(CONFIG, ("plugins",)), "“plugins” is neither a list nor keys and values", ADD_IT)
    for name, section, at in _entries(plugins, At(CONFIG, ("plugins",))):
        if name == NAME and isinstance(section, Mapping):
            return Section(section, at, text)
        if name == NAME:
            raise _wrong(text, at, f"the section of “{NAME}” is no keys and values", "write it like “briefs: briefs”")
    raise _wrong(text, At(CONFIG, ("plugins",), key=True), f"nothing names the plugin “{NAME}”", ADD_IT)


def _entries(plugins: Mapping[Any, Any] | list[Any], at: At) -> Iterator[tuple[str, Any, At]]:
    """Each plugin's name, its section, and where that stands."""
    if isinstance(plugins, Mapping):
        yield from (
            (str(name), section or {}, at.to(str(name))._replace(key=True)) for name, section in plugins.items()
        )
        return
    for index, entry in enumerate(plugins):
        pairs = entry.items() if isinstance(entry, Mapping) else [(entry, None)]
        for name, section in pairs:
            yield str(name), section or {}, at.to(index, str(name))._replace(key=True)


def _wrong(text: str, at: At, message: str, remedy: str) -> WrongSettingsError:
    return WrongSettingsError([WRONG_SETTING.at(placed(at, text), message, remedy)])
