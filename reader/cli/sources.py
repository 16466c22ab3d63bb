"""Where the releases of a command come from: files, standard input, the library of some paths."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.output import say
from reader.cli.roots import STANDARD_INPUT, roots_of
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.library.pace import Progress
    from reader.library.store import Library
    from reader.model import Release

# Whether a file can be read shows when it is read: the others are read all the same.
NAMED = click.Path(readable=False, path_type=Path)
PRESENT = click.Path(exists=True, readable=False, path_type=Path)


@contextmanager
def library_of(paths: Iterable[Path]) -> Iterator[Library]:
    """The library of `roots_of(paths)`, brought up to date."""
    from reader.library.store import open_library

    library = open_library(roots_of(paths), region=chosen_region())
    try:
        library.refresh(_progress_line())
        if library.message:
            say(library.message)
        yield library
    finally:
        library.close()


def chosen_region() -> str | None:
    """The country that the settings name for telephone numbers; settings that cannot be used are no reason to stop."""
    from reader import settings

    try:
        return settings.load().region or None
    except ReaderError as error:
        say(str(error))
        return None


@contextmanager
def releases_of(files: Iterable[Path]) -> Iterator[Iterator[Release]]:
    """Each file read; what cannot be read is said on standard error, and the exit code after the block is 1."""
    from reader.parsing.decode import SIZE_LIMIT
    from reader.parsing.release import parse, read_release

    region = chosen_region()
    failed = False

    def releases() -> Iterator[Release]:
        nonlocal failed
        for path in files:
            try:
                if str(path) == STANDARD_INPUT:
                    yield parse(sys.stdin.buffer.read(SIZE_LIMIT + 1), region=region)
                else:
                    yield read_release(path, region=region)
            except ReaderError as error:
                failed = True
                say(str(error))

    yield releases()
    if failed:
        sys.exit(1)


def _progress_line() -> Callable[[Progress], None]:
    """Report progress on a line that is written over, where standard error is a terminal."""
    if not sys.stderr.isatty():
        return lambda progress: None

    def report(progress: Progress) -> None:
        left = f", {progress.seconds_left:.0f} s left" if progress.seconds_left else ""
        line = f"reading {progress.done:,} of {progress.total:,} ({progress.rate:,.0f} a second{left})"
        click.echo("\r\033[K" + (line if progress.done < progress.total else ""), nl=False, err=True)

    return report
