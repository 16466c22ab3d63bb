"""`reader`, `reader PATH…`, `reader -`: the screen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.output import shown
from reader.cli.sources import STANDARD_INPUT, remember, roots_of
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


@click.command("open", hidden=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def open_(paths: tuple[Path, ...]) -> None:
    """Open the screen on files and folders."""
    if paths == (Path(STANDARD_INPUT),):
        _open_standard_input()
        return
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"There is no file or folder {shown(path)}, and no command of that name.")
    from reader.tui.app import ReaderApp

    roots = roots_of(paths)
    if paths:
        remember(roots)
    _run(ReaderApp(roots))


def _run(app: ReaderApp) -> None:
    """Run the screen; a failure of the program is told by the exit code, too."""
    app.run()
    sys.exit(app.return_code)


def _open_standard_input() -> None:
    """Put what comes in through a pipe in a file of its own, and give the keyboard back to the screen."""
    data = sys.stdin.buffer.read()
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise ReaderError("There is no terminal to read on; `reader show -` prints the release.") from error
    with tempfile.TemporaryDirectory(prefix="release-reader-") as folder:
        (Path(folder) / "standard input.txt").write_bytes(data)
        os.dup2(terminal, 0)
        from reader.tui.app import ReaderApp

        _run(ReaderApp([Path(folder)], library_name="standard input", cache_dir=Path(folder) / ".cache"))
