"""MkDocs' events to a desk's pages among the files of a site."""
# Longer than others: it has a method for each event of MkDocs.

from __future__ import annotations

import os
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from dateline.build import Desk, build_record, examine, memory_of, pages, sheets
from dateline.desk.plugin_options import LOG, Options
from dateline.findings import Finding, Severity
from dateline.model.settings import read_settings
from dateline.model.words.catalogue import ENGLISH, interface
from dateline.publish.description import described
from dateline.publish.facing import facing
from dateline.publish.manifest import write_record
from dateline.publish.one_name import one_named
from dateline.publish.outputs import assets
from dateline.publish.press.any_keys import AnyKeys
from dateline.publish.press.by_hand import by_hand, written
from dateline.publish.press.dating import Dating
from dateline.publish.press.files import add, hand_over, mapped, pressed_files, refuse
from dateline.publish.press.note import noted
from dateline.publish.press.own_machine import keep_to_this_machine
from dateline.publish.press.printing import Printer
from dateline.publish.press.quick_page import QuickPages
from dateline.publish.press.sections import name_sections
from dateline.publish.press.sparse import SparseFiles
from dateline.publish.press.surroundings import site_key
from dateline.publish.scripts import with_scripts
from dateline.publish.search.made import search_assets
from dateline.publish.search.sections import section_entries
from dateline.publish.site import complete, finish, generated_files, plugin_section, replace_file
from dateline.publish.trimmed import trimmed
from dateline.read.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage
    from mkdocs.utils.templates import TemplateContext

    from dateline.model.settings import Settings
    from dateline.pages.page import Page
    from dateline.publish.press.press import Press
    from dateline.read.memory import Memory

LAST = -200
"""Material's own plugins still write files at -100."""


class DatelinePlugin(BasePlugin[AnyKeys]):
    """The plugin `dateline`."""

    def __init__(self) -> None:
        self.options = Options()
        self.desk: Desk | None = None
        self.made: tuple[Page, ...] = ()
        self.day = ""
        self.quick = QuickPages()
        self.press: Press | None = None
        self.nav: Navigation | None = None

    @property
    def language(self) -> str:
        """The interface's."""
        return self.desk.settings.languages[0] if self.desk else ENGLISH

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
        self.day = self.desk.content.day
        keep_to_this_machine(config, settings.languages[0])
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
        if self.press:
            with uncollected():
                made = tuple(self.press.take(sheets(self.desk, drafts=self.options.drafts, today=self.options.today)))
            return pressed_files(self.press, made, files, config, self.language)
        with uncollected():
            self.made = tuple(pages(self.desk, drafts=self.options.drafts, today=self.options.today))
        # With hand-written pages the search index waits for them to be read.
        index = () if any(by_hand(files)) else search_assets(self.made)
        for file in generated_files(config, self.made, (*assets(self.made), *index)):
            add(file, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Learn all addresses, now that every plugin has named its files."""
        self.nav = nav
        name_sections(nav, self.language, written=bool(config.nav))
        if self.press and isinstance(files, SparseFiles):
            hand_over(self.press, nav, files)
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
        record = self._record()
        env.globals["dateline"] = {"version": record["versions"]["dateline"], "day": record["content"]["day"]}
        env.globals["say"] = interface(self.language).say
        sections = section_entries(written(files), self.language)
        if self.press:
            assert self.nav is not None, "on_nav runs first"
            printer = Printer(config=config, files=files, nav=self.nav, env=env, handed=frozenset(self.press.handed))
            dating = Dating(record["content"]["day"] or "", self.language)
            self.press.print(printer, site_key(config, self.nav, record), tuple(sections), dating)
            refuse(self.press.in_the_way())
        elif any(by_hand(files)):
            for file in generated_files(config, (), tuple(search_assets(self.made, sections))):
                replace_file(files, file)
        self.made = ()
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Have all pages in the site's map, also those that MkDocs does not hold."""
        if self.press and template_name == "sitemap.xml":
            day = None if "SOURCE_DATE_EPOCH" in os.environ else self.day
            context["pages"] = mapped(self.press, context["pages"], config, day)
        return context

    def on_post_page(self, output: str, *, page: SitePage, **_: Any) -> str:
        """Leave out what says nothing, and add the scripts that move a picture to the pages that have one."""
        ours = page.file.generated_by == "dateline"
        return facing(with_scripts(trimmed(one_named(output) if ours else output), page.url), self.language)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what was built and the checksums of every file, once all other plugins have written theirs."""
        if self.press:
            complete(config, self.press.script_hashes())
            write_record(Path(config.site_dir), {"site": config.site_name, **self._record()})
        else:
            finish(config, self._record())

    def _record(self) -> Mapping[str, Any]:
        assert self.desk is not None, "on_config runs first"
        options = self.options
        return build_record(self.desk, drafts=options.drafts, today=options.today, as_of=options.as_of)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the desk."""
        assert self.desk is not None, "a build came first"
        server.watch(str(Path(config.config_file_path).parent / self.desk.settings.briefs))
        return server
