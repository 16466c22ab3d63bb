"""The tables of the index, how they came to be, and how a connection to them is set up.

Everything in the index can be made again from the files, so it trades durability for speed (`synchronous=NORMAL` in
WAL mode: a killed program loses nothing that was committed, a power cut at most the last moments).

A release's id carries its day: the ordinal of the day shifted left by `SEQUENCE_BITS`, plus a sequence number within
the day. Undated releases have day 0. So `ORDER BY id DESC` is newest first with the undated last, a range of days is a
range of ids, and neither needs a join or a sort, in `releases` as in the full-text table, whose rowids are the ids.
"""

import datetime
import sqlite3
from typing import Any

from reader.library import record
from reader.library.database import Layout
from reader.library.faults import damage

APPLICATION_ID = 0x52456C52
SEQUENCE_BITS = 20
PAGE_BYTES = 16384
"""Holds several compressed texts, so that little of a page is lost: 6 % less than with 4096, and a tenth faster."""

WORDS_FORMAT = 2
"""Goes up when `tokens` makes other words of the same text, so that indexes made the old way are made anew."""

FORMAT = f"{record.FORMAT}.{WORDS_FORMAT}"
"""How the contents of the columns are made. An index of another format is made anew, without a migration."""

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
CREATE INDEX files_failed ON files (path) WHERE reason IS NOT NULL;

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
    text BLOB NOT NULL,
    rest BLOB NOT NULL
);

CREATE TABLE places (
    place TEXT NOT NULL,
    release_id INTEGER NOT NULL,
    PRIMARY KEY (place, release_id)
) WITHOUT ROWID;
CREATE INDEX places_release ON places (release_id);

-- Each form of a name once; `person` is the fullest form of the one person it stands for, see persons.py.
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
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
CREATE INDEX quotes_release ON quotes (release_id DESC, number);
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
    ('format', '{FORMAT}'),
    ('edition', 0), ('parser', ''),                     -- see refresh.py
    ('bulk', 0),                                        -- 1 while many releases are being added
    ('drift', 0),                                       -- releases learnt or removed since the vocabulary was counted
    ('gathered', 0),                                    -- the latest speaker when persons were last gathered
    ('generation', 0), ('vocabulary_generation', 0);    -- rise with every change that readers should see
"""

FULLTEXT_LAYOUT = """
-- The words of the releases by column, as tokens.py makes them. Contentless, too.
CREATE VIRTUAL TABLE fulltext USING fts5(
    title, lead, body, symbol, issuer, places, speakers, content='', tokenize='ascii'
);
CREATE VIRTUAL TABLE fulltext_terms USING fts5vocab('fulltext', 'row');
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, releases INTEGER NOT NULL) WITHOUT ROWID;
"""

_COUNTED = """
-- How many releases there are: to count 100,000 takes as long as a tenth of the program's own part of its start.
INSERT INTO state SELECT 'releases', count(*) FROM releases;
"""

LAYOUT = Layout(APPLICATION_ID, (_FIRST_LAYOUT + FULLTEXT_LAYOUT, _COUNTED), PAGE_BYTES, shrinks=True)
"""The layout of the index."""


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


def read_state(db: sqlite3.Connection, name: str) -> Any:
    """A value the index keeps about itself."""
    row = db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise damage(f"{name} is missing")
    return row[0]


def write_state(db: sqlite3.Connection, name: str, value: int | str) -> None:
    """Keep a value, as part of the transaction that is open."""
    db.execute("UPDATE state SET value = ? WHERE name = ?", (value, name))
