"""A SQLite file of ours: how it is opened, what makes it ours, and how its layout moves from version to version."""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, NamedTuple

from reader.library.faults import damage

BUSY_SECONDS = 10.0


class Layout(NamedTuple):
    """`migrations` is SQL that leads from each `user_version` to the next; it is only ever added to at the end.

    `durable` commits survive a power cut; others only the end of the program. A file that `shrinks` can `give_back`.
    """

    application_id: int
    migrations: tuple[str, ...]
    page_bytes: int = 4096
    shrinks: bool = False
    durable: bool = False


def connect(path: Path, layout: Layout) -> sqlite3.Connection:
    """Open the file; transactions are explicit. The connection may move between threads, one at a time."""
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        if db.execute("PRAGMA page_count").fetchone()[0] == 0:
            db.execute(f"PRAGMA page_size = {layout.page_bytes}")
            db.execute(f"PRAGMA auto_vacuum = {'INCREMENTAL' if layout.shrinks else 'NONE'}")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(f"PRAGMA synchronous = {'FULL' if layout.durable else 'NORMAL'}")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        db.close()
        raise
    except UnicodeDecodeError as error:  # SQLite's own message, where it repeats what it cannot make out
        db.close()
        raise damage(str(error)) from error
    return db


def version(db: sqlite3.Connection, layout: Layout) -> int | None:
    """The layout's version, 0 for an empty file, None for a database that is not ours or from a later version."""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    if application_id == layout.application_id and found <= len(layout.migrations):
        return found
    empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    return 0 if empty and application_id == 0 else None


def migrate(db: sqlite3.Connection, layout: Layout) -> None:
    """Bring the layout up to date, all or nothing; another instance may be doing the same."""
    if version(db, layout) == len(layout.migrations):
        return
    with transaction(db):
        for script in layout.migrations[version(db, layout) or 0 :]:
            for statement in _statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {layout.application_id}")
        db.execute(f"PRAGMA user_version = {len(layout.migrations)}")
    with suppress(sqlite3.OperationalError):  # where there is no room for it
        db.execute("PRAGMA wal_checkpoint(PASSIVE)")  # else new tables take their room twice as long as this is open


@contextmanager
def transaction(db: sqlite3.Connection, kind: Literal["IMMEDIATE", "DEFERRED"] = "IMMEDIATE") -> Iterator[None]:
    """All of the block or none of it."""
    db.execute(f"BEGIN {kind}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def ids(db: sqlite3.Connection, query: str, values: Sequence[str | int] = ()) -> "array[int]":
    """The one column of integers that a query yields, in one piece: twice as fast as row by row."""
    packed = db.execute(f"SELECT json_group_array(id) FROM ({query})", values).fetchone()[0]
    return array("q", json.loads(packed))


def give_back(db: sqlite3.Connection) -> None:
    """Return the unused pages of the file to the disk."""
    db.executescript("PRAGMA incremental_vacuum")


def _statements(script: str) -> list[str]:
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
