"""`dateline form`: a desk to a form in the browser for people without git."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.desk.editing import editable
from dateline.desk.form.config import PUBLIC, Repository
from dateline.desk.form.lay_down import form_files, in_full, repository_of
from dateline.desk.options import desk_folder, dry_run_option
from dateline.desk.renaming.change import Change, carry_out, difference
from dateline.desk.renaming.outlook import outlook
from dateline.desk.start import HOSTS, Host


@click.command("form")
@click.option("--repository", metavar="OWNER/NAME", help="The desk's repository; by default that of its remote.")
@click.option("--host", type=click.Choice(HOSTS), help="Where it is; by default as its remote says, else GitHub.")
@click.option("--domain", metavar="NAME", help="The host's own name, where it is not github.com or gitlab.com.")
@click.option("--branch", default="main", show_default=True, help="The branch that changes are proposed for.")
@click.option("--folder", default="docs/edit", show_default=True, metavar="DIR", help="Where the form is laid down.")
@click.option("--in-full", "expand", is_flag=True, help="Also write in full what the desk's files say in short.")
@dry_run_option
@desk_folder
def _form(
    repository: str | None, host: Host | None, domain: str | None, branch: str, folder: str, expand: bool,
    dry_run: bool, desk: str,
) -> None:  # fmt: skip
    """Lay down a page where people without git edit the desk; what they save becomes a pull request.

    The page is Sveltia CMS with this program's own schema. It is served with the site, linked from nowhere, and asks
    no host but the repository's. Say it again after an update of dateline.
    """
    found = editable(desk)
    where = _repository(found.root, repository, host, domain, branch)
    settings = found.corpus.settings
    short = in_full(found.root, found.tree, settings)
    laid = form_files(folder, where, settings.briefs)
    change = Change(contents={**laid, **(short if expand else {})})
    assert outlook(found.tree, settings, change).findings == found.corpus.findings, "it says the same in full"
    if dry_run:
        click.echo(difference(found.root, Change(contents=short if expand else {})), nl=False)
        return
    carry_out(found.root, change)
    click.echo(f"The form is in {folder}: {len(laid)} files. It is served with the site, at {_address(folder)}")
    if expand:
        click.echo(f"{len(short)} files say in full what they said in short.")
    elif short:
        click.echo(f"{len(short)} files say things in short that a form cannot show; write them out with --in-full:")
        click.echo("\n".join(f"  {name}" for name in sorted(short)))


def _repository(root: Path, path: str | None, host: Host | None, domain: str | None, branch: str) -> Repository:
    known = repository_of(root)
    if path is None and known is None:
        raise click.UsageError("the desk's repository has no remote; name it with --repository OWNER/NAME")
    named = host or (known.host if known else "github")
    return Repository(
        host=named,
        domain=domain or (known.domain if known and host is None else PUBLIC[named]),
        path=path or (known.path if known else ""),
        branch=branch,
    )


def _address(folder: str) -> str:
    return f"{folder.partition('/')[2] or folder}/index.html"


COMMAND = _form
