"""The SQL behind search: the full-text table, the vocabulary, and the questions the search engine asks of both.

The table is contentless (it keeps no copy of the texts) with `detail=full`, which phrases and bm25() need. What was
measured on 97,320 releases is said where it decided something. Nothing here commits.
"""

import datetime
import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.library.record import unpack_text
from reader.library.tokens import COLUMNS, terms_of_index_form

_INSERT = f"INSERT INTO fulltext(rowid, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
_DELETE = (
    f"INSERT INTO fulltext(fulltext, rowid, {', '.join(COLUMNS)}) "
    f"VALUES ('delete', {', '.join('?' * (len(COLUMNS) + 1))})"
)
_BODY = COLUMNS.index("body")
_FEW = 20_000
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


class Condition(NamedTuple):
    """What a release must fulfil: an FTS5 expression, a clause of SQL on `hit.rowid` with its values, or both."""

    match: str = ""
    where: str = ""
    values: tuple[str | int, ...] = ()


def phrases(
    alternatives: Iterable[Sequence[str]], column: str | None = None, beginning: Sequence[str] = ()
) -> Condition:
    """Releases where one of these phrases stands, or the `beginning`, whose last word may go on.

    Terms must come from `tokens`, which leaves no quotation marks in them. FTS5 gathers all words that go on before it
    looks for the phrase: 350 ms for those with "h", but next to nothing where they are few.
    """
    quoted = [f'"{" ".join(words)}"' for words in alternatives]
    if beginning:
        quoted.append(f'"{" ".join(beginning)}" *')
    return _in_column(column, " OR ".join(quoted))


def near(groups: Iterable[Sequence[Sequence[str]]], distance: int, column: str | None = None) -> Condition:
    """Releases where the phrases of one of these groups stand with at most `distance` words between them."""
    quoted = (" ".join(f'"{" ".join(words)}"' for words in group) for group in groups)
    return _in_column(column, " OR ".join(f"NEAR({group}, {distance})" for group in quoted))


def _in_column(column: str | None, expression: str) -> Condition:
    return Condition(f"{column} : ({expression})" if column else f"({expression})")


def among(condition: Condition, ids: Iterable[int]) -> Condition:
    """Those of these releases that fulfil what the condition asks of the index; its clauses are taken as fulfilled."""
    # Without the plus sign SQLite may look the ids up one by one, where MATCH is an error.
    return Condition(condition.match, f"+hit.rowid IN ({', '.join(str(int(release)) for release in ids)})")


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Releases that fulfil every one of these."""
    different = dict.fromkeys(conditions)
    return Condition(
        " AND ".join(condition.match for condition in different if condition.match),
        " AND ".join(condition.where for condition in different if condition.where),
        tuple(value for condition in different for value in condition.values),
    )


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Releases that fulfil one of these at least."""
    different = tuple(dict.fromkeys(conditions))
    if len(different) == 1:
        return different[0]
    if not any(condition.where for condition in different):
        return Condition("(" + " OR ".join(f"({condition.match})" for condition in different) + ")")
    clauses = [_as_clause(condition) for condition in different]
    return Condition(
        where="(" + " OR ".join(clause.where for clause in clauses) + ")",
        values=tuple(value for clause in clauses for value in clause.values),
    )


def without(wanted: Condition, unwanted: Condition) -> Condition:
    """Releases that fulfil the one and not the other. An empty `wanted` is every release."""
    if wanted.match and unwanted.match and not unwanted.where:
        return Condition(f"({wanted.match}) NOT ({unwanted.match})", wanted.where, wanted.values)
    clause = _as_clause(unwanted)
    return all_of((wanted, Condition(where=f"NOT {clause.where}", values=clause.values)))


def days(first: datetime.date, last: datetime.date) -> Condition:
    """Dated releases of these days."""
    from reader.library.schema import first_id, last_id

    return Condition(where="hit.rowid BETWEEN ? AND ?", values=(first_id(first), last_id(last)))


def language(code: str) -> Condition:
    """Releases in this language, or a variety of it.

    Whichever are fewer are gathered from the index of languages, those in it or the others: most libraries have one
    language in which nearly everything is, and to look up the language of every hit takes three times as long.
    """
    of = "(language = ? OR language BETWEEN ? AND ?)"
    releases = "SELECT id FROM releases WHERE"
    is_rare = f"(SELECT count(*) FROM ({releases} {of} LIMIT {_FEW})) < {_FEW}"
    among_others = f"+hit.rowid NOT IN ({releases} language IS NULL OR NOT {of})"
    where = f"CASE WHEN {is_rare} THEN +hit.rowid IN ({releases} {of}) ELSE {among_others} END"
    return Condition(where=f"({where})", values=(code, f"{code}-", f"{code}-~") * 3)


def has_contact() -> Condition:
    """Releases that name a contact."""
    return Condition(where="EXISTS (SELECT 1 FROM contacts_seen WHERE release_id = hit.rowid)")


def has_quote() -> Condition:
    """Releases that quote somebody."""
    return Condition(where="EXISTS (SELECT 1 FROM quotes WHERE release_id = hit.rowid)")


def count(db: sqlite3.Connection, condition: Condition) -> int:
    """How many releases fulfil a condition: 6 ms for "the" in 100,000 releases."""
    counted: int = db.execute(f"SELECT count(*) {_from(condition)}", _values(condition)).fetchone()[0]
    return counted


def newest(db: sqlite3.Connection, condition: Condition, most: int = -1) -> "array[int]":
    """The ids of the newest releases that fulfil a condition, or of all, newest first."""
    return array("q", each_newest(db, condition, most))


def each_newest(db: sqlite3.Connection, condition: Condition, most: int = -1) -> Iterator[int]:
    """The same one by one, so that what is found is not lost when the time is over."""
    sql = f"SELECT hit.rowid {_from(condition)} ORDER BY hit.rowid DESC LIMIT ?"
    return (row[0] for row in db.execute(sql, (*_values(condition), most)))


def hold(db: sqlite3.Connection, condition: Condition, ids: Iterable[int]) -> bool:
    """Whether one of these releases fulfils a condition of the index alone: 15 µs each, however common the words."""
    sql = "SELECT 1 FROM fulltext WHERE fulltext MATCH ? AND rowid = ?"
    return any(db.execute(sql, (condition.match, release)).fetchone() for release in ids)


def scores(db: sqlite3.Connection, condition: Condition, weights: Sequence[float]) -> dict[int, float]:
    """BM25 of every release that fulfils a condition, greater is better; one weight a column.

    It walks the whole list of every word of the condition: 3 µs for each release that holds one.
    """
    sql = f"SELECT hit.rowid, -bm25(fulltext, {', '.join(str(float(weight)) for weight in weights)}) {_from(condition)}"
    return dict(db.execute(sql, _values(condition)))


def lengths(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, int]:
    """How many words the bodies of these releases have: 3 to 13 µs each, by whether they were looked up before."""
    sql = "SELECT size.id, sz FROM json_each(?) JOIN fulltext_docsize AS size ON size.id = value"
    return {release: _varints(sizes)[_BODY] for release, sizes in db.execute(sql, (json.dumps(list(ids)),))}


def _varints(packed: bytes) -> list[int]:
    """SQLite's integers of variable length: seven bits a byte, the most significant first, the last byte below 128."""
    values, value = [], 0
    for byte in packed:
        value = value << 7 | byte & 127
        if byte < 128:
            values.append(value)
            value = 0
    return values


def texts(db: sqlite3.Connection, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The texts of these releases, 22 µs each; those that have gone meanwhile are left out."""
    for release in ids:
        for (packed,) in db.execute("SELECT text FROM records WHERE id = ?", (release,)):
            yield release, unpack_text(packed)


def titles(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """The titles of these releases."""
    found = (db.execute("SELECT id, title FROM releases WHERE id = ?", (release,)).fetchone() for release in ids)
    return dict(filter(None, found))


def vocabulary(db: sqlite3.Connection) -> sqlite3.Cursor:
    """Every word with the number of releases that hold it, in order of the word."""
    return db.execute("SELECT term, releases FROM vocabulary ORDER BY term")


def _from(condition: Condition) -> str:
    table = "fulltext" if condition.match else "releases"
    clauses = ["hit.fulltext MATCH ?"] * bool(condition.match) + [condition.where] * bool(condition.where)
    return f"FROM {table} AS hit" + (f" WHERE {' AND '.join(clauses)}" if clauses else "")


def _values(condition: Condition) -> tuple[str | int, ...]:
    return (condition.match, *condition.values) if condition.match else condition.values


def _as_clause(condition: Condition) -> Condition:
    """The same as a clause of SQL alone."""
    if not condition.match:
        return Condition(where=f"({condition.where or 1})", values=condition.values)
    clauses = ["+hit.rowid IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)", condition.where]
    return Condition(where=f"({' AND '.join(filter(None, clauses))})", values=_values(condition))


def values(db: sqlite3.Connection, field: str, ids: Sequence[int] | None = None) -> list[tuple[str, int]]:
    """The values of a field of the query language, in these releases or in all, the most frequent first."""
    table, column, release = _VALUES[field]
    among = "" if ids is None else f"AND {release} IN ({', '.join(map(str, ids))})"
    return db.execute(
        f"SELECT {column}, count(*) AS frequency FROM {table} WHERE {column} IS NOT NULL {among} "
        f"GROUP BY {column} ORDER BY frequency DESC, {column}"
    ).fetchall()


_VALUES = {
    "from": ("releases", "issuer", "id"),
    "issuer": ("releases", "issuer", "id"),
    "place": ("places", "place", "release_id"),
    "symbol": ("releases", "symbol", "id"),
    "lang": ("releases", "language", "id"),
    "speaker": ("speakers JOIN quotes ON quotes.speaker_id = speakers.id", "person", "release_id"),
}
FIELDS_WITH_VALUES = frozenset(_VALUES)
"""Fields of which the library knows the values."""
