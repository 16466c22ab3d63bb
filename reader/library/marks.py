"""The reader's own marks: starred releases, recent queries, saved searches, the last library.

They cannot be made again, so they lie in the user's data folder, apart from the index, and a mark that was acknowledged
is on the disk (`synchronous=FULL`). A star names a release by its content and its path: an index that is built anew, a
file that is moved and a file that is edited keep it. A damaged file is set aside, never deleted, and what can still be
read of it is carried over.
"""

import datetime
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import LibraryError
from reader.folders import data_folder
from reader.library import database, faults, private
from reader.library.database import Layout, transaction
from reader.library.lock import sole_opener

QUERIES_KEPT = 500

_FIRST_LAYOUT = """
CREATE TABLE stars (
    path BLOB PRIMARY KEY,          -- os.fsencode(path)
    digest BLOB NOT NULL,
    starred_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE queries (
    number INTEGER PRIMARY KEY,     -- rises with time
    query TEXT NOT NULL UNIQUE
);
CREATE TABLE searches (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE library (
    root BLOB PRIMARY KEY           -- a root of the library that was open last
) WITHOUT ROWID;
"""
_LAYOUT = Layout(0x52456C4D, (_FIRST_LAYOUT,), durable=True)
_COLUMNS = {"stars": 3, "queries": 2, "searches": 2, "library": 1}


class Star(NamedTuple):
    """A starred release: the digest of its bytes, as the index keeps it, and where it lay when it was starred."""

    path: str
    digest: bytes


class SavedSearch(NamedTuple):
    """A query under the name the reader gave it."""

    name: str
    query: str


class Marks:
    """The reader's marks, from any thread. A change that returns is on the disk; else it raises `LibraryError`."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the marks in this folder, by default the user's data folder; `LibraryError` if it cannot hold them."""
        self.path = (folder or data_folder()) / "marks.db"
        self.message: str | None = None
        self._turn = threading.Lock()
        try:
            private.private_folder(self.path.parent)
            with sole_opener(self.path.parent):
                self._db = self._open()
        except OSError as error:
            why = error.strerror or error
            raise LibraryError(f"{self.path} cannot hold your stars and searches ({why}).") from error
        except sqlite3.Error as error:
            raise LibraryError(f"{self.path}: your stars and searches cannot be opened ({error}).") from error

    def star(self, star: Star) -> None:
        """Keep this star; one that lay at the same path is replaced."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO stars VALUES (?, ?, ?)", (os.fsencode(star.path), star.digest, now))

    def unstar(self, star: Star) -> None:
        """Remove the star of this release, be it known by its path or, moved, by its content."""
        with self._writing() as db:
            removed = db.execute("DELETE FROM stars WHERE path = ?", (os.fsencode(star.path),)).rowcount
            if not removed:
                db.execute("DELETE FROM stars WHERE digest = ?", (star.digest,))

    def stars(self) -> list[Star]:
        """All stars, the latest first."""
        rows = self._read("SELECT path, digest FROM stars ORDER BY starred_at DESC, path")
        return [Star(os.fsdecode(path), digest) for path, digest in rows]

    def add_query(self, query: str) -> None:
        """Remember a query as the most recent one; the oldest beyond `QUERIES_KEPT` are forgotten."""
        with self._writing() as db:
            db.execute("DELETE FROM queries WHERE query = ?", (query,))
            db.execute("INSERT INTO queries (query) VALUES (?)", (query,))
            db.execute(
                "DELETE FROM queries WHERE number <= "
                "(SELECT number FROM queries ORDER BY number DESC LIMIT 1 OFFSET ?)",
                (QUERIES_KEPT,),
            )

    def recent_queries(self) -> list[str]:
        """The remembered queries, the most recent first, each once."""
        return [query for (query,) in self._read("SELECT query FROM queries ORDER BY number DESC")]

    def save_search(self, search: SavedSearch) -> None:
        """Keep a search; one of the same name is replaced."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO searches VALUES (?, ?)", (search.name, search.query))

    def delete_search(self, name: str) -> None:
        """Forget a saved search; none of this name is no error."""
        with self._writing() as db:
            db.execute("DELETE FROM searches WHERE name = ?", (name,))

    def saved_searches(self) -> list[SavedSearch]:
        """The saved searches by name."""
        return [
            SavedSearch(*row) for row in self._read("SELECT name, query FROM searches ORDER BY name COLLATE NOCASE")
        ]

    def set_last_library(self, roots: Iterable[Path]) -> None:
        """Remember the files and folders to open next time."""
        with self._writing() as db:
            db.execute("DELETE FROM library")
            db.executemany("INSERT OR IGNORE INTO library VALUES (?)", ((os.fsencode(root),) for root in roots))

    def last_library(self) -> tuple[Path, ...]:
        """The files and folders that were open last, none the first time."""
        return tuple(Path(os.fsdecode(root)) for (root,) in self._read("SELECT root FROM library ORDER BY root"))

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._db.close()

    def _read(self, query: str) -> list[tuple[Any, ...]]:
        with self._explaining(), self._turn:
            return self._db.execute(query).fetchall()

    def _open(self) -> sqlite3.Connection:
        """A link is set aside, and so is a damaged file when what can be read of it has been carried over."""
        if not private.is_regular(self.path):
            aside = private.set_aside(self.path, keep_all=True)
            self.message = f"{self.path} was no file of its own and has been set aside as {aside}."
        private.private_file(self.path)
        try:
            return _connect(self.path)
        except sqlite3.DatabaseError as error:
            if not faults.is_broken(error):
                raise
        aside = private.set_aside(self.path, keep_all=True)
        private.private_file(self.path)
        db = _connect(self.path)
        rescued = _rescue(aside, db)
        self.message = (
            f"Your stars and searches were damaged: {rescued} could be read, the old file is kept as {aside}."
        )
        return db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._explaining(), self._turn, transaction(self._db):
            yield self._db

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise faults.library_error(error, self.path) from error


def _connect(path: Path) -> sqlite3.Connection:
    db = database.connect(path, _LAYOUT)
    if database.version(db, _LAYOUT) is None:
        db.close()
        raise sqlite3.OperationalError("the file is of a later version of this program")
    database.migrate(db, _LAYOUT)
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        db.close()
        raise faults.damage(found)
    return db


def _rescue(broken: Path, db: sqlite3.Connection) -> int:
    """Carry over every row that can be read, table by table; how many there were."""
    rescued = 0
    with suppress(sqlite3.Error), closing(sqlite3.connect(broken)) as old:
        for table, width in _COLUMNS.items():
            rescued += _rescue_table(old, db, table, width)
    return rescued


def _rescue_table(old: sqlite3.Connection, db: sqlite3.Connection, table: str, width: int) -> int:
    rows: list[Sequence[object]] = []
    with suppress(sqlite3.Error):
        rows.extend(old.execute(f"SELECT * FROM {table}"))
    with suppress(sqlite3.Error), transaction(db):
        db.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * width)})", rows)
        return len(rows)
    return 0
