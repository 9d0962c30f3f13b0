"""The options that several commands share."""

from __future__ import annotations

from typing import Any

import click

from dateline.model.when import When, WhenError

DAY_LENGTH = len("2021-09-15")


class Day(click.ParamType[When]):
    """A calendar day, such as 2021-09-15."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """Read a day; anything less exact is refused, since a build must not guess."""
        try:
            when = When.parse(str(value))
        except WhenError as error:
            self.fail(str(error), param, ctx)
        if len(str(when)) != DAY_LENGTH or when.earliest != when.latest:
            self.fail(f"“{value}” is not one day; write it like 2021-09-15", param, ctx)
        return when


desk_folder = click.option(
    "--desk",
    type=click.Path(exists=True, file_okay=False),
    default=".",
    metavar="DIR",
    help="The desk's folder, where mkdocs.yml is; by default this one.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings stop as errors do.")
today_option = click.option("--today", type=Day(), help="The day to judge lateness by; without it nothing is late.")
drafts_option = click.option("--drafts", is_flag=True, help="Show drafts too.")
about_option = click.option(
    "--about",
    "shared",
    type=click.Choice(["change", "keep"]),
    help="What becomes of an “about:” with the old id that names another thing too.",
)
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Print what would change, as git does, and write nothing."
)
force_option = click.option("--force", is_flag=True, help="Overwrite files that are there already.")
