"""`dateline build`: a desk to its site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.desk.options import desk_folder, drafts_option, strict_option, today_option
from dateline.desk.site_options import preparing, telling
from dateline.publish.site import build_site, quiet

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("build")
@desk_folder
@drafts_option
@strict_option
@today_option
def _build(desk: str, drafts: bool, strict: bool, today: When | None) -> int:
    """Check the desk, then publish the whole site; on an error the last good site stays as it is."""
    quiet()
    root = Path(desk)
    prepare = preparing(drafts=drafts, strict=strict, today=today)
    with telling(root, prepare):
        folder = build_site(root, prepare)
    click.echo(f"The site is in {folder}")
    return 0


COMMAND = _build
