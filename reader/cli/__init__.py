"""The command line. Standard output is data, standard error is narration.

Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage. Whatever a command needs is imported inside it,
so that `reader --help` loads nothing slow.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from reader import __version__
from reader.cli import about, finding, releases, screen
from reader.cli.output import complain, say, shown
from reader.errors import ReaderError


class OpeningGroup(click.Group):
    """A group whose words, where they name no command, are paths to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send `reader`, `reader PATH…` and `reader -` to the command `open`."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h", "--version")):
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(cls=OpeningGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reader")
def cli() -> None:
    """Read, search, attribute and cite press releases in a terminal.

    `reader PATH…` opens files and folders on the screen, `reader` alone the library opened last (the first time, the
    sample releases), `reader -` one release from standard input.

    Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage.
    """


for command in (
    screen.open_,
    finding.index,
    finding.search,
    finding.quotes,
    releases.show,
    releases.contacts,
    releases.cite,
    about.keys,
    about.doctor,
):
    cli.add_command(command)


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
