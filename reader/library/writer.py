"""Put readings into the tables and take releases out: the one place that changes the index.

Nothing here commits; refresh.py decides what is one transaction.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reader.library import fulltext, record, schema
from reader.library.entries import Entry, Reading
from reader.library.faults import damage
from reader.library.tokens import columns, index_form

Effect = Literal["added", "changed", "moved", "removed", "failed", "same"]

_TABLES_BY_RELEASE = ("places", "quotes", "contacts_seen")


@dataclass(frozen=True, slots=True)
class Old:
    """A file as the index has it."""

    path: bytes
    release_id: int | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one transaction puts in and takes out: entries and former full-text rows, by release id."""

    fresh: dict[int, Entry] = field(default_factory=dict)
    taken: dict[int, tuple[str, ...]] = field(default_factory=dict)


class Writer:
    """Writes through one connection during one refresh, with `edition` as the mark of the parser that read."""

    def __init__(self, db: sqlite3.Connection, edition: int) -> None:
        self._db = db
        self._edition = edition
        self._last_ids: dict[int, int] = {}
        self._learnt: list[tuple[str, ...]] = []
        self._gone: dict[bytes, list[Old]] = {}

    def expect_moves(self, gone: Iterable[tuple[bytes, Old]]) -> None:
        """Digests and files that are no longer where they were, and may turn up under another path."""
        for digest, old in gone:
            self._gone.setdefault(digest, []).append(old)

    def write(self, readings: Sequence[Reading]) -> list[Effect]:
        """Bring the index up to these readings, each another path; what became of each, in order."""
        batch = _Batch()
        effects = [self._write_one(reading, batch) for reading in readings]
        self._insert(sorted(batch.fresh.items()))
        self._update_fulltext(batch)
        self._count(batch)
        return effects

    def remove(self, paths: Iterable[bytes]) -> int:
        """Forget these files and their releases; how many releases went."""
        batch = _Batch()
        for path in paths:
            self._forget(path, batch)
        self._update_fulltext(batch)
        self._count(batch)
        return len(batch.taken)

    def take_learnt(self) -> list[tuple[str, ...]]:
        """The full-text rows written since the last call, for the vocabulary."""
        learnt, self._learnt = self._learnt, []
        return learnt

    def _write_one(self, reading: Reading, batch: _Batch) -> Effect:
        if reading.gone:
            return self._forget(reading.path, batch)
        old = self._old(reading)
        release_id, effect = self._place(reading, old, batch)
        if old and old.path != reading.path:
            self._forget_file(old.path)
        self._remember_file(reading, release_id)
        return effect

    def _forget(self, path: bytes, batch: _Batch) -> Effect:
        old = self._at(path)
        if old and old.release_id is not None:
            self._take_out(old.release_id, batch)
        self._forget_file(path)
        return "removed" if old else "same"

    def _old(self, reading: Reading) -> Old | None:
        """What the index has at this path or, for a new path, a vanished file with the same content."""
        here = self._at(reading.path)
        if here or reading.digest is None:
            return here
        vanished = self._gone.get(reading.digest)
        return vanished.pop() if vanished else None

    def _at(self, path: bytes) -> Old | None:
        row = self._db.execute("SELECT release_id, reason FROM files WHERE path = ?", (path,)).fetchone()
        return Old(path, *row) if row else None

    def _place(self, reading: Reading, old: Old | None, batch: _Batch) -> tuple[int | None, Effect]:
        """The id the reading's release has from now on, and what that makes of it."""
        old_id = old.release_id if old else None
        stays = old is not None and old.path == reading.path
        if reading.entry is None and reading.reason is None:
            return old_id, "same" if stays else "moved"
        if old_id is not None:
            self._take_out(old_id, batch)
        if reading.entry is None:
            return None, "same" if old and old.reason == reading.reason else "failed"
        release_id = self._id_for(reading.entry.day, old_id)
        batch.fresh[release_id] = reading.entry
        if old_id is None:
            return release_id, "added"
        return release_id, "changed" if stays else "moved"

    def _id_for(self, day: int, old_id: int | None) -> int:
        """A release keeps its id as long as it keeps its day."""
        if old_id is not None and old_id >> schema.SEQUENCE_BITS == day:
            return old_id
        return self._next_id(day)

    def _next_id(self, day: int) -> int:
        first = day << schema.SEQUENCE_BITS
        if day not in self._last_ids:
            row = self._db.execute(
                "SELECT max(id) FROM releases WHERE id BETWEEN ? AND ?",
                (first, first | (1 << schema.SEQUENCE_BITS) - 1),
            ).fetchone()
            self._last_ids[day] = first if row[0] is None else row[0]
        self._last_ids[day] += 1
        return self._last_ids[day]

    def _insert(self, fresh: list[tuple[int, Entry]]) -> None:
        many = self._db.executemany
        many("INSERT INTO releases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (_release_row(*pair) for pair in fresh))
        many("INSERT INTO records VALUES (?, ?, ?)", ((id_, entry.text, entry.rest) for id_, entry in fresh))
        many("INSERT INTO places VALUES (?, ?)", ((place, id_) for id_, entry in fresh for place in entry.places))
        self._insert_quotes(fresh)
        self._insert_contacts(fresh)

    def _insert_quotes(self, fresh: list[tuple[int, Entry]]) -> None:
        many = self._db.executemany
        names = {quote.speaker for _, entry in fresh for quote in entry.quotes if quote.speaker}
        many("INSERT OR IGNORE INTO speakers (name, person) VALUES (?1, ?1)", ((name,) for name in names))
        next_id = self._db.execute("SELECT coalesce(max(id), 0) + 1 FROM quotes").fetchone()[0]
        quotes = [(id_, quote) for id_, entry in fresh for quote in entry.quotes]
        many(
            "INSERT INTO quotes VALUES (?, ?, ?, (SELECT id FROM speakers WHERE name = ?), ?, ?)",
            (
                (next_id + offset, id_, quote.number, quote.speaker, quote.certain, quote.opening)
                for offset, (id_, quote) in enumerate(quotes)
            ),
        )
        many(
            "INSERT INTO quote_words (rowid, words) VALUES (?, ?)",
            ((next_id + offset, quote.words) for offset, (_, quote) in enumerate(quotes)),
        )

    def _insert_contacts(self, fresh: list[tuple[int, Entry]]) -> None:
        many = self._db.executemany
        contacts = [(packed, id_) for id_, entry in fresh for packed in entry.contacts]
        many("INSERT OR IGNORE INTO contacts (packed) VALUES (?)", ((packed,) for packed, _ in contacts))
        many(
            "INSERT OR IGNORE INTO contacts_seen VALUES ((SELECT id FROM contacts WHERE packed = ?), ?)",
            contacts,
        )

    def _update_fulltext(self, batch: _Batch) -> None:
        """In rising order of ids, which the full-text table takes three times faster, and only what differs."""
        for release_id in sorted(batch.fresh.keys() | batch.taken.keys()):
            entry, taken = batch.fresh.get(release_id), batch.taken.get(release_id)
            if entry and entry.columns == taken:
                continue
            if taken:
                fulltext.remove(self._db, release_id, taken)
            if entry:
                fulltext.add(self._db, [(release_id, entry.columns)])
                self._learnt.append(entry.columns)

    def _count(self, batch: _Batch) -> None:
        if more := len(batch.fresh) - len(batch.taken):
            schema.write_state(self._db, "releases", schema.read_state(self._db, "releases") + more)

    def _take_out(self, release_id: int, batch: _Batch) -> None:
        """Remove a release from every table but the full text, which is told at the end of the batch."""
        row = self._db.execute("SELECT text, rest FROM records WHERE id = ?", (release_id,)).fetchone()
        if row is None:
            raise damage(f"release {release_id} is missing")
        release = record.unpack(row[0], row[1], "")
        batch.taken[release_id] = columns(release)
        for quote_id, number in self._db.execute("SELECT id, number FROM quotes WHERE release_id = ?", (release_id,)):
            self._db.execute(
                "INSERT INTO quote_words (quote_words, rowid, words) VALUES ('delete', ?, ?)",
                (quote_id, index_form(release.quotes[number].text)),
            )
        for table in _TABLES_BY_RELEASE:
            self._db.execute(f"DELETE FROM {table} WHERE release_id = ?", (release_id,))
        for table in ("releases", "records"):
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (release_id,))

    def _remember_file(self, reading: Reading, release_id: int | None) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                reading.path,
                reading.size,
                reading.mtime_ns,
                reading.digest,
                self._edition,
                release_id,
                reading.reason,
            ),
        )

    def _forget_file(self, path: bytes) -> None:
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))


def _release_row(release_id: int, entry: Entry) -> tuple[object, ...]:
    said = (entry.title, entry.lead, entry.date_source, entry.symbol, entry.issuer, entry.language)
    return (release_id, *said, len(entry.quotes), entry.contact_count)
