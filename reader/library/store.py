"""The library as the rest of the program sees it: open it, refresh it, read from it, from any thread.

What the list of releases does not need, with which the screen begins, is imported where it is wanted.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.errors import LibraryError
from reader.folders import cache_folder, make_temporary_folder, remove_temporary_folder
from reader.library import database, faults, private, record, schema
from reader.library.index_file import Opened, prepare
from reader.library.lock import sole_refresher
from reader.library.marks import Star
from reader.library.pace import Progress, RefreshResult
from reader.model import DateSource, Release

if TYPE_CHECKING:
    from reader.library.browse import ContactRow, QuoteOrder, QuoteRow

_PATIENCE_SECONDS = 0.3
_STEPS_BETWEEN_LOOKS = 1_000
_SUMMARY_COLUMNS = (
    "releases.id, files.path, title, lead, date_source, symbol, issuer, language, quote_count, contact_count"
)


class Summary(NamedTuple):
    """What a list shows of a release. `lead` is the standfirst or the first words of the body."""

    id: int
    path: str
    title: str
    lead: str
    date: date | None
    date_source: DateSource
    symbol: str | None
    issuer: str | None
    language: str | None
    quote_count: int
    contact_count: int


class Failure(NamedTuple):
    """A file that could not be read, or a folder that could not be listed, and why."""

    path: str
    reason: str


def open_library(roots: Sequence[Path], cache_dir: Path | None = None, *, region: str | None = None) -> Library:
    """The library of these files and folders, quickly: nothing is scanned before `Library.refresh`.

    `region` ("GB") is the country of telephone numbers that carry no country code where the release does not tell one.
    Where the cache folder cannot be used the index is made in a temporary folder, and `Library.message` says so. Raises
    `LibraryError` if that fails too.
    """
    resolved = tuple(sorted({Path(os.path.realpath(root)) for root in roots}))
    folder = cache_dir or cache_folder()
    path = folder / _file_name(resolved)
    try:
        return Library(resolved, path, prepare(path), region=region)
    except (OSError, sqlite3.Error) as error:
        return _temporary_library(resolved, folder, error, region)


def _file_name(roots: Sequence[Path]) -> str:
    names = b"\0".join(map(os.fsencode, roots))
    return hashlib.blake2b(names, digest_size=12).hexdigest() + ".db"


def _temporary_library(roots: tuple[Path, ...], folder: Path, cause: Exception, region: str | None) -> Library:
    why = getattr(cause, "strerror", None) or cause
    message = f"{folder} cannot be used ({why}), so the index is made in a temporary folder and lost at the end."
    temporary = None
    try:
        temporary = make_temporary_folder()
        path = temporary / _file_name(roots)
        opened = prepare(path)._replace(message=message)
    except (OSError, sqlite3.Error) as error:
        if temporary:
            remove_temporary_folder(temporary)
        raise LibraryError(f"Neither {folder} nor a temporary folder can hold the index ({why}; {error}).") from error
    return Library(roots, path, opened, temporary, region=region)


class Library:
    """The releases of some files and folders. Every method may be called from any thread.

    Methods raise `LibraryError` when the index cannot be read. A release that is asked for by an id, and that a refresh
    has taken away meanwhile, is a `KeyError`; in lists it is left out.
    """

    def __init__(
        self,
        roots: tuple[Path, ...],
        path: Path,
        opened: Opened,
        temporary: Path | None = None,
        *,
        region: str | None = None,
    ) -> None:
        self.roots = roots
        self.path = path
        self.message = opened.message
        self.region = region
        self._temporary = temporary
        self._connections: set[sqlite3.Connection] = set()
        self._idle: list[tuple[tuple[int, int] | None, sqlite3.Connection]] = []
        self._idle.append((opened.identity, self._for_reading(opened.db)))
        self._repairing = threading.Lock()
        self._refreshing = threading.Lock()
        self._closed = threading.Event()

    def ids(self, at_most: int = -1) -> array[int]:
        """All releases, newest first, those without a day last; or the first of them."""
        with self.reading() as db:
            return database.ids(db, "SELECT id FROM releases ORDER BY id DESC LIMIT ?", (at_most,))

    def count(self) -> int:
        """How many releases there are."""
        with self.reading() as db:
            return int(schema.read_state(db, "releases"))

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """What a list shows of these releases, in the same order."""
        with self.reading() as db:
            rows = db.execute(
                f"SELECT {_SUMMARY_COLUMNS} FROM json_each(?) JOIN releases ON releases.id = json_each.value "
                "JOIN files ON files.release_id = releases.id ORDER BY json_each.key",
                (json.dumps(list(ids)),),
            )
            return [_summary(row) for row in rows]

    def release(self, release_id: int) -> Release:
        """The whole release."""
        with self.reading() as db:
            row = db.execute(
                "SELECT text, rest, path FROM records JOIN files ON release_id = records.id WHERE records.id = ?",
                (release_id,),
            ).fetchone()
            if row is None:
                raise KeyError(release_id)
            return record.unpack(row[0], row[1], os.fsdecode(row[2]))

    def releases(self, ids: Iterable[int]) -> Iterator[Release]:
        """The whole releases, in the same order, each read when it is asked for."""
        for release_id in ids:
            with suppress(KeyError):
                yield self.release(release_id)

    def text(self, release_id: int) -> str:
        """The release's text alone, at a third of the cost."""
        with self.reading() as db:
            row = db.execute("SELECT text FROM records WHERE id = ?", (release_id,)).fetchone()
            if row is None:
                raise KeyError(release_id)
            return record.unpack_text(row[0])

    def id_at(self, path: Path) -> int | None:
        """The release that was read from this file."""
        with self.reading() as db:
            row = db.execute(
                "SELECT release_id FROM files WHERE path = ?", (os.fsencode(os.path.realpath(path)),)
            ).fetchone()
        return row[0] if row else None

    def star_of(self, release_id: int) -> Star:
        """What a star on this release is called, whatever becomes of the index."""
        with self.reading() as db:
            row = db.execute("SELECT path, digest FROM files WHERE release_id = ?", (release_id,)).fetchone()
        if row is None:
            raise KeyError(release_id)
        return Star(os.fsdecode(row[0]), row[1])

    def starred_ids(self, stars: Sequence[Star]) -> array[int]:
        """The releases at the paths of these stars, newest first, or those of their content where nothing is there."""
        starred, moved = set(), set()
        with self.reading() as db:
            for star in stars:
                row = db.execute("SELECT release_id FROM files WHERE path = ?", (os.fsencode(star.path),)).fetchone()
                if row is None:
                    moved.add(star.digest)
                elif row[0] is not None:
                    starred.add(row[0])
            if moved:
                rows = db.execute("SELECT digest, release_id FROM files WHERE release_id IS NOT NULL")
                starred.update(release_id for digest, release_id in rows if digest in moved)
        return array("q", sorted(starred, reverse=True))

    def failures(self) -> list[Failure]:
        """What could not be read, by path."""
        with self.reading() as db:
            rows = db.execute("SELECT path, reason FROM files WHERE reason IS NOT NULL ORDER BY path")
            return [Failure(os.fsdecode(path), reason) for path, reason in rows]

    def find_quotes(self, who: str | None = None, about: str | None = None, order: QuoteOrder = "day") -> array[int]:
        """The ids of all quotations of speech, or those of a person, or those with some words, newest first."""
        from reader.library.browse import find_quotes

        with self.reading() as db:
            return find_quotes(db, who, about, order)

    def quote_rows(self, ids: Sequence[int]) -> list[QuoteRow]:
        """What a list shows of these quotations, in the same order."""
        from reader.library.browse import quote_rows

        with self.reading() as db:
            return quote_rows(db, ids)

    def find_contacts(self) -> list[ContactRow]:
        """Every contact once, the most recently seen first."""
        from reader.library.browse import find_contacts

        with self.reading() as db:
            return find_contacts(db)

    def generation(self) -> int:
        """A number that rises with every change of the releases."""
        with self.reading() as db:
            return int(schema.read_state(db, "generation"))

    def vocabulary_generation(self) -> int:
        """A number that rises with every change of the vocabulary."""
        with self.reading() as db:
            return int(schema.read_state(db, "vocabulary_generation"))

    def refresh(
        self,
        report: Callable[[Progress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> RefreshResult:
        """Bring the index up to its folders; readers see each batch as it is written. For a thread of its own.

        `report` is called after each batch. Raises `LibraryError` when the index cannot be written; what was written
        stays.
        """
        with self._refreshing:
            try:
                return self._refresh(report, cancelled)
            except LibraryError as error:
                if not (isinstance(error.__cause__, sqlite3.Error) and faults.is_broken(error.__cause__)):
                    raise
                return self._refresh(report, cancelled)

    def close(self) -> None:
        """Stop a refresh that is running, close all connections, remove a temporary index.

        A refresh that reads a file that takes long is not waited for; what it has committed stays.
        """
        self._closed.set()
        ended = self._refreshing.acquire(timeout=_PATIENCE_SECONDS)
        for db in tuple(self._connections):
            db.close()
        if self._temporary:
            remove_temporary_folder(self._temporary)
        if ended:
            self._refreshing.release()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading, this thread's alone until the end of the block.

        Errors become `LibraryError`, except that of an interrupted query. A damaged index is set aside.
        """
        with self._explaining():
            identity, db = self._borrow()
            try:
                yield db
            finally:
                self._idle.append((identity, db))

    def _refresh(self, report: Callable[[Progress], None], cancelled: Callable[[], bool]) -> RefreshResult:
        # The parser takes a while to load, and nothing else here needs it: the screen is painted first.
        from reader.library.refresh import Refresh

        def stopped() -> bool:
            return cancelled() or self._closed.is_set()

        with (
            self._explaining(),
            sole_refresher(self.path, stopped) as ours,
            closing(database.connect(self.path, schema.LAYOUT)) as db,
        ):
            if not ours:
                return RefreshResult(complete=False)
            db.set_progress_handler(stopped, _STEPS_BETWEEN_LOOKS)
            try:
                return Refresh(db, self.roots, self.region, report, stopped).run()
            except sqlite3.OperationalError as error:
                if not faults.is_interrupt(error):
                    raise
                if not stopped():
                    # SQLite swallows what is raised while it looks whether to go on, and only Ctrl-C can be.
                    raise KeyboardInterrupt from error
                return RefreshResult(complete=False)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        if self._closed.is_set():
            raise LibraryError("The library is closed.")
        before = private.identity(self.path)
        try:
            yield
        except sqlite3.Error as error:
            if faults.is_interrupt(error):
                raise
            if faults.is_broken(error):
                self._repair(before)
            raise faults.library_error(error, self.path) from error
        except OSError as error:
            raise LibraryError(f"{self.path}: {error.strerror or error}") from error

    def _borrow(self) -> tuple[tuple[int, int] | None, sqlite3.Connection]:
        """The connection given back last, or a new one, with the identity of the file it leads to.

        There are as many as ever read at once. One for each of the threads that Textual keeps would hold a cache each,
        most of them of pages that nobody asks for again. One to a file that has been replaced, by a repair of ours or
        of another instance, is let go.
        """
        if private.identity(self.path) is None:
            self._repair(None)
        found = private.identity(self.path)
        with suppress(IndexError):
            while True:
                identity, db = self._idle.pop()
                if identity == found:
                    return identity, db
                self._connections.discard(db)
                db.close()
        return found, self._for_reading(database.connect(self.path, schema.LAYOUT))

    def _for_reading(self, db: sqlite3.Connection) -> sqlite3.Connection:
        db.execute("PRAGMA query_only = ON")
        self._connections.add(db)
        return db

    def _repair(self, broken: tuple[int, int] | None) -> None:
        """Set the damaged file aside and begin an empty one, unless somebody has done so already."""
        with self._repairing:
            if private.identity(self.path) != broken:
                return
            opened = prepare(self.path, broken)
            self._idle.insert(0, (opened.identity, self._for_reading(opened.db)))  # behind those to be let go
            self.message = opened.message or "The index was lost or damaged and is being built again."


def _summary(row: Sequence[Any]) -> Summary:
    release_id, path, title, lead, *rest = row
    return Summary(release_id, os.fsdecode(path), title, lead, schema.day_of(release_id), *rest)
