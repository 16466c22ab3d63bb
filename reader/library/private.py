"""Files that only the user may read, in a folder of our own. Broken ones are set aside, links are never followed."""

import errno
import os
import stat
from pathlib import Path

_COMPANIONS = ("-wal", "-shm", "-journal")


def private_folder(folder: Path) -> None:
    """Make the folder, for the user alone; one that is there keeps its rights. Raises `OSError`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file for the user alone unless there is one; SQLite gives its companions the same rights.

    One that is there is not opened: closing it would end the locks that another connection of this process has on it.
    Raises `OSError`, also for a link and for a file that cannot be written.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not is_regular(path):
            raise
        if stat.S_IMODE(path.lstat().st_mode) & 0o077:
            path.chmod(0o600)
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from None


def is_regular(path: Path) -> bool:
    """Whether this is a file, not a link to one, or nothing at all yet."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another that took its name, None without a file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def set_aside(path: Path, keep_all: bool = False) -> Path:
    """Give a broken database another name, with its companions, and return that name.

    A former broken one is overwritten, unless `keep_all`: then every one gets a number.
    """
    aside = path.with_name(path.name + ".broken")
    number = 1
    while keep_all and aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.broken-{number}")
    path.replace(aside)
    for companion in _COMPANIONS:
        beside = path.with_name(path.name + companion)
        if beside.exists() or beside.is_symlink():
            beside.replace(aside.with_name(aside.name + companion))
    return aside
