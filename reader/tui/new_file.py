"""Write a file that the reader named: a new one, or wholly in place of an old one, or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from reader.errors import ReaderError
from reader.tui.describe import shown


def working_folder() -> Path:
    """The folder the program was started in, or home where that one is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path.home()


def path_named(words: str, folder: Path, usual: str) -> Path:
    """The file that `words` mean, seen from `folder`: in a folder the one of the usual name, which lends its ending."""
    path = folder / os.path.expanduser(words)  # noqa: PTH111  (leaves a user who is not there as written)
    if os.path.isdir(path):  # noqa: PTH112  (a name too long is no folder, and no error yet)
        return path / usual
    return path if path.suffix else Path(f"{path}{Path(usual).suffix}")


def missing_folder(path: Path) -> str:
    """What is wrong with where a file shall lie, so that another place can be named; nothing if all is well."""
    folder = path.parent
    if not os.path.isdir(folder):  # noqa: PTH112  (a name too long is no folder)
        return f"There is no folder {shown(str(folder))}."
    return "" if os.access(folder, os.W_OK) else f"Nothing can be written in {shown(str(folder))}."


def write(path: Path, text: str, *, over: bool) -> None:
    """Write `text` to `path`; only with `over` in place of what lies there, a link followed to its file.

    ReaderError says why it could not be.
    """
    try:
        path = path.resolve() if over else path
        target = path.with_name(f".{path.name}.part") if over else path
        with target.open("x", encoding="utf-8", newline="") as file:
            _fill(file, text)
        target.replace(path)
    except FileExistsError as error:
        raise ReaderError(f"{shown(error.filename)} is there already, and was left as it is.") from error
    except OSError as error:
        raise ReaderError(f"{shown(str(path))} cannot be written ({error.strerror or error}).") from error


def _fill(file: TextIO, text: str) -> None:
    """Write the text; a file that does not hold all of it is taken away."""
    try:
        file.write(text)
        file.flush()
    except OSError:
        with suppress(OSError):
            Path(file.name).unlink()
        raise
