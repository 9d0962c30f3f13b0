"""`dateline verify`: a built site to what has become of it."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.desk.report import printable
from dateline.desk.workplace import CannotReadError
from dateline.publish.manifest import SUMS, ManifestError, verify
from dateline.publish.proofs import CLAIMS, prove, told


@click.command("verify")
@click.argument("site", type=click.Path(exists=True, file_okay=False))
def _verify(site: str) -> int:
    """Compare a built site, or an unpacked bundle, with its checksums, and its quotes with its articles.

    Each file that differs is named, and each quote that no longer stands in its article as far as that is printed.
    Exits with 0 when all is as it was built, 1 when a file differs, is missing or is extra, or a quote has fallen.
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
    if not found:
        click.echo(f"All {found.files:,} files are as they were built.")
    return 1 if _fallen(folder) or found else 0


def _fallen(folder: Path) -> bool:
    """Say what its quotes came to; whether one has fallen. That the list of claims is gone has been said by then."""
    if not (folder / CLAIMS).is_file():
        return False
    try:
        proofs = prove(folder)
    except ValueError:
        raise CannotReadError(f"{CLAIMS} cannot be read, so the quotes could not be looked up") from None
    for fallen in proofs.fallen:
        click.echo(f"fallen: {printable(fallen)}")
    for line in told(proofs):
        click.echo(line)
    return bool(proofs.fallen)


COMMAND = _verify
