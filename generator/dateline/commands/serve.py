"""`dateline serve`: a desk to a site that follows its files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.desk.options import desk_folder, today_option
from dateline.desk.site_options import preparing, telling
from dateline.publish.site import quiet

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("serve")
@desk_folder
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Show drafts too.")
@click.option("--address", metavar="HOST:PORT", help="Where to serve; by default 127.0.0.1:8000.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@today_option
def _serve(desk: str, drafts: bool, address: str | None, open_browser: bool, today: When | None) -> None:
    """Show the site while editing; it follows every saved file, and a finding leaves the last good one standing."""
    from dateline.publish.press.serving import serve_site

    quiet()
    prepare = preparing(drafts=drafts, strict=False, today=today)
    with telling(Path(desk), prepare):
        serve_site(Path(desk), prepare, address, open_browser=open_browser, say=click.echo)


COMMAND = _serve
