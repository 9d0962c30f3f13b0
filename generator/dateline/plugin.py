"""MkDocs' events to a desk's pages among the files of a site."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from dateline.build import Desk, build_record, content_day, examine, memory_of, pages, uncollected
from dateline.desk.report import printable
from dateline.findings import Finding, Severity
from dateline.model.settings import read_settings
from dateline.publish.description import described
from dateline.publish.outputs import assets
from dateline.publish.press.by_hand import by_hand, written
from dateline.publish.press.note import noted
from dateline.publish.press.own_machine import keep_to_this_machine
from dateline.publish.press.quick_page import QuickPages
from dateline.publish.scripts import with_scripts
from dateline.publish.search.made import search_assets
from dateline.publish.search.sections import section_entries
from dateline.publish.site import finish, generated_files, plugin_section, replace_file
from dateline.publish.trimmed import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage
    from mkdocs.utils.templates import TemplateContext

    from dateline.model.settings import Settings
    from dateline.model.when import When
    from dateline.pages.page import Page
    from dateline.read.memory import Memory

LOG = logging.getLogger("mkdocs.plugins.dateline")
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.INFO}
REPLACEABLE = frozenset({"index.md", "robots.txt", "llms.txt"})
"""Generated files that one in the documentation folder takes the place of."""
LAST = -200
"""Material's own plugins still write files at -100."""


def log_findings(findings: tuple[Finding, ...]) -> None:
    """Findings as lines of MkDocs' own log."""
    for finding in findings:
        LOG.log(LEVELS[finding.severity], "%s", printable(str(finding)))


@dataclass(kw_only=True, slots=True)
class Options:
    """What a command line says beyond mkdocs.yml."""

    drafts: bool = False
    today: When | None = None
    strict: bool = False
    as_of: str = ""
    """What every page says of when it is from. The content is history then: it cannot be mended, and stops nothing."""
    report: Callable[[tuple[Finding, ...]], None] = field(default=log_findings)


class AnyKeys(Config):
    """The plugin's section as it is; the model checks it, so that `dateline check` says the same."""

    def load_dict(self, patch: dict[str, Any]) -> None:
        """Take every key."""
        self.data.update(patch or {})

    def validate(self) -> tuple[list[Any], list[Any]]:
        """Leave it to the model."""
        return [], []


class DatelinePlugin(BasePlugin[AnyKeys]):
    """The plugin `dateline`."""

    def __init__(self) -> None:
        self.options = Options()
        self.desk: Desk | None = None
        self.made: tuple[Page, ...] = ()
        self.day = ""
        self.quick = QuickPages()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Nothing; that it is here keeps this instance, and its options, while serving."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the desk before MkDocs touches the old site."""
        root = Path(config.config_file_path).parent
        section = plugin_section(root)
        settings, wrong = read_settings(dict(self.config.data), section.at)
        self._stop_at(section.placed(wrong))
        self.desk = examine(root, settings, self.options.today, self._memory(root, settings))
        self._stop_at(self.desk.findings)
        self.day = content_day(self.desk)
        keep_to_this_machine(config)
        return config

    def _memory(self, root: Path, settings: Settings) -> Memory:
        """What earlier builds found out; while serving, the one before lets go of it first."""
        if self.desk is not None:
            self.desk.memory.close()
        memory = memory_of(root, settings)
        if memory.note:
            LOG.info(memory.note)
        return memory

    def _stop_at(self, findings: tuple[Finding, ...]) -> None:
        self.options.report(findings)
        stopping = {Severity.ERROR, Severity.WARNING} if self.options.strict else {Severity.ERROR}
        count = 0 if self.options.as_of else sum(finding.severity in stopping for finding in findings)
        if count:
            raise PluginError(f"{count} {'finding' if count == 1 else 'findings'} to answer first; nothing was built")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files; a hand-written home page, robots.txt or llms.txt keeps its place."""
        assert self.desk is not None, "on_config runs first"
        with uncollected():
            self.made = tuple(pages(self.desk, drafts=self.options.drafts, today=self.options.today))
        # With hand-written pages the search index waits for them to be read.
        index = () if any(by_hand(files)) else search_assets(self.made)
        for file in generated_files(config, self.made, (*assets(self.made), *index)):
            taken = files.get_file_from_path(file.src_uri)
            if taken is None:
                files.append(file)
            elif file.src_uri not in REPLACEABLE:
                raise PluginError(f"the hand-written {taken.src_uri} stands where a generated page goes; rename it")
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Learn all addresses, now that every plugin has named its files."""
        self.quick.begin(config, files)
        return nav

    def on_pre_page(self, page: SitePage, **_: Any) -> SitePage:
        """Make our own pages the quick way."""
        if page.file.generated_by == "dateline":
            self.quick.quicken(page)
        return page

    def on_page_markdown(self, markdown: str, *, page: SitePage, **_: Any) -> str:
        """Date every page by the content, so that the same content gives the same sitemap on any day."""
        if "SOURCE_DATE_EPOCH" not in os.environ:
            page.update_date = self.day
        return markdown

    def on_page_content(self, html: str, *, page: SitePage, **_: Any) -> str:
        """Describe every page by its own beginning, unless its author has described it."""
        if not page.meta.get("description") and (words := described(html)):
            page.meta["description"] = escape(words)
        return noted(html, self.options.as_of)

    def on_page_context(self, context: TemplateContext, *, page: SitePage, **_: Any) -> TemplateContext:
        """Date what a theme prints of the day of the build in the same way."""
        if "SOURCE_DATE_EPOCH" not in os.environ:
            context["build_date_utc"] = datetime.fromisoformat(str(page.update_date)).replace(tzinfo=UTC)
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the search index of a site with hand-written pages, and hand the theme what every page's foot says."""
        if any(by_hand(files)):
            sections = section_entries(written(files), self.desk.corpus.settings.languages[0] if self.desk else "en")
            for file in generated_files(config, (), tuple(search_assets(self.made, sections))):
                replace_file(files, file)
        self.made = ()
        record = self._record()
        env.globals["dateline"] = {"version": record["versions"]["dateline"], "day": record["content"]["day"]}
        return env

    def on_post_page(self, output: str, *, page: SitePage, **_: Any) -> str:
        """Leave out a theme's indents, and add the scripts that move a picture to the pages that have one."""
        return with_scripts(trimmed(output), page.url)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what was built and the checksums of every file, once all other plugins have written theirs."""
        finish(config, self._record())

    def _record(self) -> Mapping[str, Any]:
        assert self.desk is not None, "on_config runs first"
        options = self.options
        return build_record(self.desk, drafts=options.drafts, today=options.today, as_of=options.as_of)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the desk."""
        assert self.desk is not None, "a build came first"
        server.watch(str(Path(config.config_file_path).parent / self.desk.corpus.settings.briefs))
        return server
