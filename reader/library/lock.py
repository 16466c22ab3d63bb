"""Who may open or refresh: one instance at a time, the others wait.

The locks are SQLite's own on empty databases beside the files, so they are portable and end with their process.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.library.database import BUSY_SECONDS
from reader.library.faults import is_busy
from reader.library.private import is_regular, private_file

_LOOK_AGAIN_SECONDS = 0.1


@contextmanager
def sole_opener(folder: Path) -> Iterator[None]:
    """Wait until nobody else makes, checks or sets aside a database of this folder: SQLite's locks leave gaps there.

    Raises `sqlite3.OperationalError` once that takes longer than anything of ours may, and `OSError`.
    """
    path = folder / "opening.lock"
    _make(path)
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def sole_refresher(index: Path, cancelled: Callable[[], bool]) -> Iterator[bool]:
    """Wait until nobody else refreshes this index; true when it is ours, false if cancelled meanwhile."""
    path = index.with_name(index.name + ".lock")
    _make(path)
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
        yield _wait(lock, cancelled)


def _make(path: Path) -> None:
    """Make the file unless it is there. A link or a file with contents is none of ours, and nobody can hold it."""
    if not is_regular(path) or (path.exists() and path.stat().st_size):
        path.unlink(missing_ok=True)
    private_file(path)


def _wait(lock: sqlite3.Connection, cancelled: Callable[[], bool]) -> bool:
    while not cancelled():
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
            time.sleep(_LOOK_AGAIN_SECONDS)
        else:
            return True
    return False
