"""Words on a command line to a command."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from dateline import commands as commands_folder
from dateline.version import __version__

UNREADABLE = 3
INTERRUPTED = 130


class Commands(click.Group):
    """The folder of commands; each is imported only when it runs, so that every command starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Every command's name."""
        names = (module.name for module in pkgutil.iter_modules(commands_folder.__path__))
        return sorted(name.removesuffix("_").replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = "import_" if name == "import" else name
        command = importlib.import_module(f"{commands_folder.__name__}.{module}").COMMAND
        assert isinstance(command, click.Command), module
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="dateline %(version)s")
def dateline() -> None:
    """A briefing desk in a git repository: curated articles and YAML in, a searchable static site out."""


def main() -> None:
    """Run a command; 0 fine, 1 errors among the findings, 2 wrong use, 3 could not read or write, 130 interrupted."""
    try:
        status = dateline.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        from dateline.desk.report import printable

        message = f"dateline: {error.filename or 'the system'}: {error.strerror or error}"
        click.echo(printable(message), err=True)
        sys.exit(UNREADABLE)
    sys.exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
