"""`dateline schema`: the model to JSON Schema."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import click

from dateline.model.schema import FILES, schemas

ANSWERS = ("findings", "review")
"""What commands print with `--format json`."""


@click.command("schema")
@click.argument("file_kind", required=False, type=click.Choice([*FILES, *ANSWERS]))
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR", help="Write one file a kind into DIR.")
def _schema(file_kind: str | None, out: str | None) -> None:
    """Print the JSON Schema of every file an editor writes, or of one kind; editors complete and check by it.

    By its name, also that of what `check` and `review` answer to a machine: findings, review.
    """
    if file_kind in ANSWERS:
        answer = resources.files("dateline.desk") / "schemas" / f"{file_kind}.schema.json"
        click.echo(answer.read_text("utf-8").rstrip())
        return
    made = schemas()
    if out is not None:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in made.items():
            (folder / f"{name}.schema.json").write_text(_text(schema), "utf-8")
        click.echo(f"{len(made)} files are in {out}")
        return
    click.echo(_text(made[file_kind] if file_kind else made).rstrip())


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


COMMAND = _schema
