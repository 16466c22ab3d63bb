"""The command line. Standard output is data, standard error is narration.

Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage. Whatever a command needs is imported inside it,
so that `reader --help` loads nothing slow, and what parses a command line where there is one to parse, so that the
screen does not wait for it.
"""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reader.errors import ReaderError

COMMANDS = {
    "index": "reader.cli.finding",
    "search": "reader.cli.finding",
    "quotes": "reader.cli.finding",
    "show": "reader.cli.releases",
    "contacts": "reader.cli.releases",
    "cite": "reader.cli.releases",
    "keys": "reader.cli.about",
    "doctor": "reader.cli.about",
}
"""Where each command is, under its own name."""


def main() -> NoReturn:
    """Run the command line. A pipe that is closed at the other end ends it quietly."""
    _open_closed_streams()
    _take_any_text()
    os.environ.setdefault("TEXTUAL_FPS", "240")  # at the usual 60 a key waits for its frame half of the time
    output = sys.stdout
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except SystemExit as end:
        if sys.stdout is not output:  # click, which takes a closed pipe for a failure, has put another in its place
            end.code = 0
        raise
    except ReaderError as error:
        _say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(0)
    except OSError as error:
        reason = error.strerror or str(error)
        _say(f"{error.filename}: {reason}." if error.filename else f"The output cannot be written: {reason}.")
        _let_go_of_output()
        sys.exit(1)
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    """Open what the arguments name or run their command."""
    if _name_paths_alone(arguments):
        from reader.cli.screen import open_paths

        open_paths([Path(argument) for argument in arguments])
    from reader.cli.commands import run

    return run()


def _name_paths_alone(arguments: Sequence[str]) -> bool:
    """Whether there is nothing for click to parse, for which the screen would have to wait."""
    if (arguments and arguments[0] in COMMANDS) or "_READER_COMPLETE" in os.environ:
        return False
    return not any(argument.startswith("-") for argument in arguments) and all(map(os.path.exists, arguments))


def _say(text: str) -> None:
    from reader.cli.output import say

    say(text)


def _open_closed_streams() -> None:
    """A standard stream that is closed is an empty one, and its number is not given to the next file opened."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115  (as long as the program runs)


def _take_any_text() -> None:
    """What a stream's encoding does not know is replaced; JSON escapes it before. Standard error never fails."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _let_go_of_output() -> None:
    """What could not be written shall not be tried again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
