"""The commands, as click parses them. A command is imported when it is named."""

from importlib import import_module
from pathlib import Path

import click

from reader import __version__
from reader.cli import COMMANDS
from reader.cli.output import complain, shown
from reader.cli.roots import STANDARD_INPUT
from reader.cli.screen import open_paths, open_standard_input
from reader.cli.sources import NAMED


class OpeningGroup(click.Group):
    """A group whose words, where they name no command, are paths to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send `reader`, `reader PATH…` and `reader -` to the command `open`."""
        if not args or args[0] not in {*self.commands, *COMMANDS, "--help", "-h", "--version"}:
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that the help lists."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=OpeningGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reader")
def cli() -> None:
    """Read, search, attribute and cite press releases in a terminal.

    `reader PATH…` opens files and folders on the screen, `reader` alone the library opened last (the first time, the
    sample releases), `reader -` one release from standard input.

    Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage.
    """


@cli.command("open", hidden=True)
@click.argument("paths", nargs=-1, type=NAMED)
def open_(paths: tuple[Path, ...]) -> None:
    """Open the screen on files and folders."""
    if paths == (Path(STANDARD_INPUT),):
        open_standard_input()
    if Path(STANDARD_INPUT) in paths:
        raise click.UsageError("- is opened alone: leave the other paths out.")
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"There is no file or folder {shown(path)}, and no command of that name.")
    open_paths(paths)


def run() -> int:
    """Run the command that the arguments of the program name; the exit code."""
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        if isinstance(error, click.UsageError) and error.ctx and error.ctx.command is open_:
            error.ctx = error.ctx.parent  # nobody typed the name of that command
        complain(error)
        return error.exit_code
    except click.Abort:
        return 130
    return code if isinstance(code, int) else 0
