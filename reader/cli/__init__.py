"""The command line. Standard output is data, standard error is narration.

Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage. Whatever a command needs is imported inside it,
so that `reader --help` loads nothing slow, and the commands themselves when they are named, for which the screen need
not wait.
"""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from reader import __version__
from reader.cli import screen
from reader.cli.output import complain, say, shown
from reader.errors import ReaderError

_MODULES = {
    "index": "reader.cli.finding",
    "search": "reader.cli.finding",
    "quotes": "reader.cli.finding",
    "show": "reader.cli.releases",
    "contacts": "reader.cli.releases",
    "cite": "reader.cli.releases",
    "keys": "reader.cli.about",
    "doctor": "reader.cli.about",
}
"""Where each command is, under its own name; `open`, which is hidden, is here already."""


class OpeningGroup(click.Group):
    """A group whose words, where they name no command, are paths to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send `reader`, `reader PATH…` and `reader -` to the command `open`."""
        if not args or args[0] not in {*self.commands, *_MODULES, "--help", "-h", "--version"}:
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that the help lists."""
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in _MODULES:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(_MODULES[cmd_name]), cmd_name)
        return command


@click.group(cls=OpeningGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reader")
def cli() -> None:
    """Read, search, attribute and cite press releases in a terminal.

    `reader PATH…` opens files and folders on the screen, `reader` alone the library opened last (the first time, the
    sample releases), `reader -` one release from standard input.

    Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage.
    """


cli.add_command(screen.open_)


def main() -> NoReturn:
    """Run the command line. A pipe that is closed at the other end ends it quietly."""
    _open_closed_streams()
    os.environ.setdefault("TEXTUAL_FPS", "240")  # at the usual 60 a key waits for its frame half of the time
    output = sys.stdout
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        if isinstance(error, click.UsageError) and error.ctx and error.ctx.command is screen.open_:
            error.ctx = error.ctx.parent  # nobody typed the name of that command
        complain(error)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except SystemExit as end:
        if sys.stdout is not output:  # click, which takes a closed pipe for a failure, has put another in its place
            end.code = 0
        raise
    except ReaderError as error:
        say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(0)
    except OSError as error:
        reason = error.strerror or str(error)
        say(
            f"{shown(str(error.filename))}: {reason}." if error.filename else f"The output cannot be written: {reason}."
        )
        _let_go_of_output()
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


def _open_closed_streams() -> None:
    """A standard stream that is closed is an empty one, and its number is not given to the next file opened."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115  (as long as the program runs)


def _let_go_of_output() -> None:
    """What could not be written shall not be tried again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
