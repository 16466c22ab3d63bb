"""What differs between the folders and the index: which files to read, which have gone, which may have moved."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from reader.library.entries import Job
from reader.library.scan import Found, scan
from reader.library.writer import Old

_FOUND_BETWEEN_LOOKS = 500
_SEPARATOR = os.sep.encode()
_MORE_THAN_ANY_SIZE = 1 << 64
_Known = dict[bytes, int]
"""Paths with the stamps of their files, see `_stamp`."""


class Changes:
    """The state of the folders as of the walk done on creation; cut short, and of no use, if cancelled meanwhile."""

    def __init__(
        self,
        db: sqlite3.Connection,
        roots: tuple[Path, ...],
        edition: int,
        region: str | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._db = db
        self._edition = edition
        self._region = region
        self._changed: list[Found] = []
        known: _Known = {path: _stamp(size, mtime_ns) for path, size, mtime_ns in db.execute(_KNOWN, (edition,))}
        for number, found in enumerate(scan(roots)):
            if number % _FOUND_BETWEEN_LOOKS == 0 and cancelled():
                break
            if known.pop(found.path, None) != _stamp(found.size, found.mtime_ns) or found.reason:
                self._changed.append(found)
        self._gone = set(known) - _inside(known, [found.path for found in self._changed if found.reason])

    @property
    def total(self) -> int:
        """How many files there are to read."""
        return len(self._changed)

    def jobs(self) -> Iterator[Job]:
        """Each file to read, by path, with the contents that would make parsing it needless."""
        vanished: dict[tuple[int, str], tuple[bytes, ...]] = {}
        for path in self._gone:
            for size, digest in self._db.execute(_CONTENT, (path, self._edition)):
                key = size, _name(path)
                vanished[key] = (*vanished.get(key, ()), digest)
        for found in sorted(self._changed):
            known = tuple(digest for _, digest in self._db.execute(_CONTENT, (found.path, self._edition)))
            # A move that keeps the name needs no parsing; another name might mean another format or day.
            moved = vanished.get((found.size, _name(found.path)), ()) if vanished else ()
            yield Job(found.path, found.size, known + moved, found.reason, self._region)

    def moves(self) -> Iterator[tuple[bytes, Old]]:
        """The digests of the files that have gone: where a new file has one of them, it is the old one moved."""
        for path in sorted(self._gone, reverse=True):
            rows = self._db.execute("SELECT digest, release_id FROM files WHERE path = ?", (path,))
            for digest, release_id in rows:
                if release_id is not None:
                    yield digest, Old(path, release_id)

    def gone(self) -> list[bytes]:
        """The paths at which there is nothing any more, though they may have been found elsewhere since."""
        return sorted(self._gone)


_KNOWN = "SELECT path, CASE WHEN edition = ? THEN size ELSE -1 END, mtime_ns FROM files"
_CONTENT = "SELECT size, digest FROM files WHERE path = ? AND edition = ? AND release_id IS NOT NULL"


def _stamp(size: int, mtime_ns: int) -> int:
    """Both in one number, which takes a third of the memory of a pair; a size that no file has differs from any."""
    return mtime_ns * _MORE_THAN_ANY_SIZE + size


def _inside(paths: _Known, folders: list[bytes]) -> set[bytes]:
    """The paths inside folders that cannot be listed just now: what the index has of them is kept."""
    prefixes = tuple(folder.rstrip(_SEPARATOR) + _SEPARATOR for folder in folders)
    return {path for path in paths if path.startswith(prefixes)} if prefixes else set()


def _name(path: bytes) -> str:
    return PurePath(os.fsdecode(path)).name
