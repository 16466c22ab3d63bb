"""What differs between the folders and the index, worked out by SQLite on temporary tables.

A hundred thousand unchanged files cost a second start no Python objects but the walk itself.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath

from reader.library.intake import Job
from reader.library.scan import Found, scan
from reader.library.schema import transaction
from reader.library.writer import Old

_SCANNED_BETWEEN_LOOKS = 500
_SEPARATOR = os.sep.encode()
_DigestsBySizeAndName = Mapping[tuple[int, str], tuple[bytes, ...]]


class Changes:
    """The files to read and the files that have gone, as of the walk done on creation."""

    def __init__(
        self, db: sqlite3.Connection, roots: tuple[Path, ...], edition: int, cancelled: Callable[[], bool]
    ) -> None:
        self._db = db
        self._edition = edition
        for name in ("found", "changed", "gone"):
            db.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self._find(roots, cancelled)
        self._compare()
        self.total: int = db.execute("SELECT count(*) FROM changed").fetchone()[0]

    def jobs(self) -> Iterator[Job]:
        """Each file to read, with the contents that would make parsing it needless."""
        vanished = self._vanished()
        rows = self._db.execute("SELECT path, size, reason, digest, edition FROM changed ORDER BY rowid")
        for path, size, reason, digest, edition in rows:
            if edition is None:
                known = vanished.get((size, _name(path)), ())
            else:
                known = (digest,) if digest and edition == self._edition else ()
            yield Job(path, size, known, reason)

    def moves(self) -> Iterator[tuple[bytes, Old]]:
        """The digests of the files that have gone: where a new file has one of them, it is the old one moved."""
        for digest, path, release_id in self._db.execute(
            "SELECT digest, path, release_id FROM gone WHERE release_id IS NOT NULL ORDER BY path DESC"
        ).fetchall():
            yield digest, Old(path, release_id)

    def gone(self) -> list[bytes]:
        """The paths that are in the index still although there is nothing at them."""
        rows = self._db.execute("SELECT path FROM gone WHERE path IN (SELECT path FROM files) ORDER BY path")
        return [path for (path,) in rows]

    def _find(self, roots: tuple[Path, ...], cancelled: Callable[[], bool]) -> None:
        self._db.execute(
            "CREATE TEMP TABLE found (path BLOB PRIMARY KEY, size INTEGER, mtime_ns INTEGER, reason TEXT) WITHOUT ROWID"
        )
        with transaction(self._db, "DEFERRED"):
            found = _until(cancelled, scan(roots))
            self._db.executemany("INSERT OR IGNORE INTO found VALUES (?, ?, ?, ?)", found)

    def _compare(self) -> None:
        """What could not be listed keeps what the index has of it."""
        self._db.execute(
            "CREATE TEMP TABLE changed AS "
            "SELECT path, found.size, found.reason, digest, edition FROM found LEFT JOIN files USING (path) "
            "WHERE edition IS NOT ? OR files.size <> found.size OR files.mtime_ns <> found.mtime_ns "
            "OR (found.reason IS NOT NULL AND files.reason IS NOT found.reason) ORDER BY path",
            (self._edition,),
        )
        self._db.execute(
            "CREATE TEMP TABLE gone AS SELECT path, size, digest, release_id FROM files "
            "WHERE NOT EXISTS (SELECT 1 FROM found WHERE found.path = files.path)"
        )
        for (folder,) in self._db.execute("SELECT path FROM found WHERE reason IS NOT NULL").fetchall():
            inside = folder.rstrip(_SEPARATOR) + _SEPARATOR
            self._db.execute("DELETE FROM gone WHERE substr(path, 1, ?) = ?", (len(inside), inside))

    def _vanished(self) -> _DigestsBySizeAndName:
        """A move that keeps the name needs no parsing; another name might mean another format or day."""
        vanished: dict[tuple[int, str], tuple[bytes, ...]] = {}
        rows = self._db.execute(
            "SELECT gone.path, gone.size, gone.digest FROM gone JOIN files USING (path) "
            "WHERE gone.release_id IS NOT NULL AND edition = ?",
            (self._edition,),
        )
        for path, size, digest in rows:
            key = size, _name(path)
            vanished[key] = (*vanished.get(key, ()), digest)
        return vanished


def _name(path: bytes) -> str:
    return PurePath(os.fsdecode(path)).name


def _until(cancelled: Callable[[], bool], found: Iterator[Found]) -> Iterator[Found]:
    for number, file in enumerate(found):
        if number % _SCANNED_BETWEEN_LOOKS == 0 and cancelled():
            return
        yield file
