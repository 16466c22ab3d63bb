"""The SQL behind search: the full-text table, the vocabulary, and the questions the search engine asks of both.

The table is contentless (it keeps no copy of the texts) with `detail=full`, which phrases and bm25() need. What was
measured on 97,320 releases is said where it decided something. Nothing here commits.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.library.tokens import COLUMNS, terms_of_index_form

FORMAT = 1
"""Goes up when `tokens` or the columns change, so that indexes made the old way are made anew."""

SCHEMA = f"""
CREATE VIRTUAL TABLE fulltext USING fts5({", ".join(COLUMNS)}, content='', tokenize='ascii');
CREATE VIRTUAL TABLE fulltext_terms USING fts5vocab('fulltext', 'row');
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, releases INTEGER NOT NULL) WITHOUT ROWID;
"""

_INSERT = f"INSERT INTO fulltext(rowid, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
_DELETE = (
    f"INSERT INTO fulltext(fulltext, rowid, {', '.join(COLUMNS)}) "
    f"VALUES ('delete', {', '.join('?' * (len(COLUMNS) + 1))})"
)
_BULK_HASH_BYTES = 64 * 1024 * 1024
_USUAL_HASH_BYTES = 1024 * 1024


def add(connection: sqlite3.Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put releases into the index: their ids, best rising, and what `tokens.columns` says of them."""
    connection.executemany(_INSERT, ((release_id, *texts) for release_id, texts in rows))


def remove(connection: sqlite3.Connection, release_id: int, columns: Sequence[str]) -> None:
    """Take a release out; `columns` must be those it was added with, since the table keeps no copy."""
    connection.execute(_DELETE, (release_id, *columns))


def begin_bulk(connection: sqlite3.Connection) -> None:
    """Prepare for many releases at once: a large hash and no merging meanwhile build a third faster."""
    _configure(connection, "hashsize", _BULK_HASH_BYTES)
    _configure(connection, "automerge", 0)


def end_bulk(connection: sqlite3.Connection) -> None:
    """Back to the usual settings, and the index merged into one piece, which queries read fastest."""
    _configure(connection, "hashsize", _USUAL_HASH_BYTES)
    _configure(connection, "automerge", 4)
    connection.execute("INSERT INTO fulltext(fulltext) VALUES ('optimize')")


def _configure(connection: sqlite3.Connection, option: str, value: int) -> None:
    connection.execute("INSERT INTO fulltext(fulltext, rank) VALUES (?, ?)", (option, value))


def rebuild_vocabulary(connection: sqlite3.Connection) -> None:
    """Count anew in how many releases each word stands: seconds for 100,000 releases."""
    connection.execute("DELETE FROM vocabulary")
    connection.execute("INSERT INTO vocabulary SELECT term, doc FROM fulltext_terms")


def learn(connection: sqlite3.Connection, rows: Iterable[Sequence[str]]) -> None:
    """Add the words of a few new releases without counting anew: milliseconds each."""
    counts: Counter[str] = Counter()
    for texts in rows:
        counts.update({word for text in texts for word in terms_of_index_form(text)})
    connection.executemany(
        "INSERT INTO vocabulary VALUES (?, ?) ON CONFLICT(term) DO UPDATE SET releases = releases + excluded.releases",
        counts.items(),
    )
