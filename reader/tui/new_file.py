"""Write a file that the reader named: a new one, or wholly in place of an old one, or not at all."""

import errno
import os
import zlib
from pathlib import Path

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

    It is written beside and then moved to its place, so that a program killed meanwhile leaves no half a file under
    this name; what it does leave the next export to it takes away. ReaderError says why it could not be.
    """
    try:
        path = path.resolve() if over else path
        part = path.with_name(f".release-reader-{zlib.crc32(os.fsencode(path.name)):08x}.part")
        part.unlink(missing_ok=True)
        try:
            with part.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
            part.replace(path) if over else _name(part, path)
        finally:
            part.unlink(missing_ok=True)
    except FileExistsError as error:
        raise ReaderError(f"{shown(str(path))} is there already, and was left as it is.") from error
    except OSError as error:
        raise ReaderError(f"{shown(str(path))} cannot be written ({error.strerror or error}).") from error


def _name(part: Path, path: Path) -> None:
    """Give the file a name that nobody has: in one step, or after a look where the disk knows no links."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        part.replace(path)
