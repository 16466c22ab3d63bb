"""`reader`, `reader PATH…`, `reader -`: the screen."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from reader.cli.roots import roots_of
from reader.errors import ReaderError
from reader.folders import make_temporary_folder, remove_temporary_folder, remove_temporary_folders


def open_paths(paths: Sequence[Path]) -> NoReturn:
    """Open the screen on files and folders or, without any, on the library opened last."""
    _run(roots_of(paths), remember=bool(paths))


def open_standard_input() -> NoReturn:
    """Put what comes in through a pipe in a file of its own, and give the keyboard back to the screen."""
    from reader.library.private import private_file
    from reader.parsing.decode import SIZE_LIMIT

    data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise ReaderError("There is no terminal to read on; `reader show -` prints the release.") from error
    folder = make_temporary_folder()
    try:
        file = folder / "standard input.txt"
        private_file(file)
        file.write_bytes(data)
        os.dup2(terminal, 0)
        _run([folder], library_name="standard input", cache_dir=folder / ".cache")
    finally:
        remove_temporary_folder(folder)


def _run(
    roots: Sequence[Path], *, remember: bool = False, library_name: str | None = None, cache_dir: Path | None = None
) -> NoReturn:
    """Run the screen; a failure of the program is told by the exit code, too."""
    if not (sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__ and sys.__stderr__.isatty()):
        raise ReaderError("There is no terminal to read on; `reader show` and `reader search` print what they find.")
    signal.signal(signal.SIGTERM, _end_by)
    if sys.platform != "win32":  # under nohup the program would outlive its terminal, and Textual read its end forever
        signal.signal(signal.SIGHUP, _end_by)
    gc.disable()
    from reader.tui.app import ReaderApp

    app = ReaderApp(
        roots, remember=remember, library_name=library_name, cache_dir=cache_dir, painted=_collect_from_now_on
    )
    app.run()
    sys.exit(app.return_code)


def _end_by(number: int, frame: FrameType | None) -> None:
    """End at once by a signal, and leave no temporary folder behind."""
    remove_temporary_folders()
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def _collect_from_now_on() -> None:
    """Look for garbage among what comes after the first paint.

    What is there by then stays as long as the program: walking it takes a sixth of the start, and twice the time of
    what comes later at every full collection.
    """
    gc.freeze()
    gc.enable()
