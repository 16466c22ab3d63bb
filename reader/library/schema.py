"""The tables of the index, how they came to be, and how a connection to them is set up.

Everything in the index can be made again from the files, so it trades durability for speed (`synchronous=NORMAL` in
WAL mode: a killed program loses nothing that was committed, a power cut at most the last moments).

A release's id carries its day: the ordinal of the day shifted left by `SEQUENCE_BITS`, plus a sequence number within
the day. Undated releases have day 0. So `ORDER BY id DESC` is newest first with the undated last, a range of days is a
range of ids, and neither needs a join or a sort, in `releases` as in the full-text table, whose rowids are the ids.
"""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from reader.library import fulltext

APPLICATION_ID = 0x52456C52
SEQUENCE_BITS = 20
BUSY_SECONDS = 10.0

_FIRST_LAYOUT = f"""
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;

-- One row for each file that was read: a release, or the reason why it is none.
CREATE TABLE files (
    path BLOB PRIMARY KEY,          -- os.fsencode(path)
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest BLOB,                    -- of the bytes; NULL when they could not be read
    edition INTEGER NOT NULL,       -- which parser read it, see refresh.py
    release_id INTEGER,
    reason TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX files_release ON files (release_id) WHERE release_id IS NOT NULL;

-- What a list of releases shows.
CREATE TABLE releases (
    id INTEGER PRIMARY KEY,         -- carries the day
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    date_source TEXT NOT NULL,
    symbol TEXT,
    issuer TEXT,
    language TEXT,
    quote_count INTEGER NOT NULL,   -- of kind "speech"
    contact_count INTEGER NOT NULL
);
CREATE INDEX releases_issuer ON releases (issuer) WHERE issuer IS NOT NULL;
CREATE INDEX releases_language ON releases (language);

-- The whole release, see record.py; apart from the list so that the list stays small.
CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    rest BLOB NOT NULL,             -- everything but the text, JSON compressed
    text BLOB NOT NULL              -- the text compressed
);

CREATE TABLE places (
    place TEXT NOT NULL,
    release_id INTEGER NOT NULL,
    PRIMARY KEY (place, release_id)
) WITHOUT ROWID;
CREATE INDEX places_release ON places (release_id);

-- Each form of a name once; `person` is the fullest form of the one person it stands for, see persons.py.
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL
);
CREATE INDEX speakers_person ON speakers (person);

-- Quotations of kind "speech"; `number` is the place in Release.quotes.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    speaker_id INTEGER,
    certain INTEGER NOT NULL,
    opening TEXT NOT NULL
);
CREATE INDEX quotes_release ON quotes (release_id);
CREATE INDEX quotes_speaker ON quotes (speaker_id, release_id);

-- Which words a quotation holds, folded as in the full text. Contentless, so rows leave by the 'delete' command.
CREATE VIRTUAL TABLE quote_words USING fts5(words, content='', detail=none, tokenize='ascii');

-- Each contact once as written; contacts_seen says in which releases.
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    packed TEXT NOT NULL UNIQUE     -- JSON, see record.py
);
CREATE TABLE contacts_seen (
    contact_id INTEGER NOT NULL,
    release_id INTEGER NOT NULL,
    PRIMARY KEY (contact_id, release_id)
) WITHOUT ROWID;
CREATE INDEX contacts_seen_release ON contacts_seen (release_id);

INSERT INTO state VALUES
    ('format', {fulltext.FORMAT}),
    ('edition', 0), ('parser', ''),                     -- see refresh.py
    ('bulk', 0),                                        -- 1 while many releases are being added
    ('generation', 0), ('vocabulary_generation', 0);    -- rise with every change that readers should see
"""

MIGRATIONS: tuple[str, ...] = (_FIRST_LAYOUT + fulltext.SCHEMA,)
"""SQL that leads from each `user_version` to the next; only ever added to at the end."""

SCHEMA_VERSION = len(MIGRATIONS)


def day_of(release_id: int) -> datetime.date | None:
    """The day that a release id carries, None for an undated release."""
    ordinal = release_id >> SEQUENCE_BITS
    return datetime.date.fromordinal(ordinal) if ordinal else None


def first_id(day: datetime.date | None) -> int:
    """The lowest id a release of this day can have; the highest is `last_id`."""
    return (day.toordinal() if day else 0) << SEQUENCE_BITS


def last_id(day: datetime.date | None) -> int:
    """The highest id a release of this day can have."""
    return first_id(day) + (1 << SEQUENCE_BITS) - 1


class Connection(sqlite3.Connection):
    """A connection that closes itself when the thread that used it has ended."""

    def __del__(self) -> None:
        self.close()


def connect(path: Path) -> Connection:
    """Open the index; transactions are explicit. The connection may move between threads, one at a time."""
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        db.close()
        raise
    return db


def version(db: sqlite3.Connection) -> int | None:
    """The layout's version, 0 for an empty file, None for a database that is not ours or from a later version."""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    if application_id == APPLICATION_ID and found <= SCHEMA_VERSION:
        return found
    empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    return 0 if empty and application_id == 0 else None


def migrate(db: sqlite3.Connection) -> None:
    """Bring the layout up to `SCHEMA_VERSION`, all or nothing; another instance may be doing the same."""
    if version(db) == SCHEMA_VERSION:
        return
    with transaction(db):
        for script in MIGRATIONS[version(db) or 0 :]:
            for statement in _statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def read_state(db: sqlite3.Connection, name: str) -> Any:
    """A value the index keeps about itself."""
    return db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()[0]


def write_state(db: sqlite3.Connection, name: str, value: int | str) -> None:
    """Keep a value, as part of the transaction that is open."""
    db.execute("UPDATE state SET value = ? WHERE name = ?", (value, name))


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


def _statements(script: str) -> list[str]:
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
