"""`dateline verify`: a built site to what has become of it."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.desk.report import printable
from dateline.desk.workplace import CannotReadError
from dateline.publish.manifest import SUMS, ManifestError, verify


@click.command("verify")
@click.argument("site", type=click.Path(exists=True, file_okay=False))
def _verify(site: str) -> int:
    """Compare a built site, or an unpacked bundle, with its checksums; name each file that differs.

    Exits with 0 when every file is as it was built, 1 when one differs, is missing or is extra.
    """
    folder = Path(site)
    if not (folder / SUMS).is_file():
        raise CannotReadError(f"{site} has no {SUMS}: it is not a site that dateline built")
    try:
        found = verify(folder)
    except ManifestError as error:
        raise CannotReadError(str(error)) from error
    for word, names in (("differs", found.differing), ("missing", found.missing), ("extra", found.extra)):
        for name in names:
            click.echo(f"{word}: {printable(name)}")
    if found:
        return 1
    click.echo(f"All {found.files:,} files are as they were built.")
    return 0


COMMAND = _verify
