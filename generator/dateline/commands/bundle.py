"""`dateline bundle`: a desk to one zip file for readers without a network."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from dateline.desk.options import desk_folder, drafts_option, strict_option, today_option
from dateline.desk.site_options import preparing, telling
from dateline.desk.workplace import CannotReadError
from dateline.publish.bundle import BundleError, bundle, in_words
from dateline.publish.site import build_for_disk, quiet

if TYPE_CHECKING:
    from dateline.model.when import When


@click.command("bundle")
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="The zip file; by default bundle.zip.")
@desk_folder
@drafts_option
@strict_option
@today_option
def _bundle(out: str | None, desk: str, drafts: bool, strict: bool, today: When | None) -> int:
    """Check the desk, then put its whole site into one zip file: unpack it anywhere and open index.html.

    The same content gives the same file, byte for byte. The folder site/ is not touched.
    """
    quiet()
    prepare = preparing(drafts=drafts, strict=strict, today=today)
    target = Path(out) if out else Path(desk) / "bundle.zip"
    with TemporaryDirectory(prefix="dateline-") as folder:
        try:
            with telling(Path(desk), prepare):
                build_for_disk(Path(desk), prepare, Path(folder) / "site")
            made = bundle(Path(folder) / "site", target)
        except BundleError as error:
            raise CannotReadError(f"the bundle could not be unpacked everywhere: {error}") from error
    sizes = f"{in_words(made.unpacked)} unpacked, {in_words(made.packed)} zipped"
    click.echo(f"The bundle is {target}: {made.files:,} files, {sizes}")
    return 0


COMMAND = _bundle
