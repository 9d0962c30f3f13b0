"""The command line to a page: every command with its own help."""

from __future__ import annotations

from collections.abc import Iterator

import click

NAME = "dateline"


def commands_page(group: click.Group | None = None) -> str:
    """Every command as `--help` prints it."""
    return "\n".join(_lines(group or _group()))


def _group() -> click.Group:
    from importlib import import_module

    # The command line stands above everything; only its reference looks up at it, and only while it is made.
    found = import_module("dateline.cli").dateline
    assert isinstance(found, click.Group), found
    return found


def _lines(group: click.Group) -> Iterator[str]:
    context = click.Context(group, info_name=NAME, **group.context_settings)
    yield "# Commands\n\nMade from the command line itself: what `dateline COMMAND --help` prints.\n"
    yield "Exit codes: 0 fine (warnings and hints allowed), 1 errors among the findings (with `--strict`, warnings"
    yield "too), 2 wrong use, 3 could not read or write, 130 interrupted.\n"
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        inner = click.Context(command, info_name=name, parent=context, terminal_width=96)
        help_text = command.get_help(inner)
        yield f"## dateline {name}\n\n```text\n{help_text}\n```\n"
