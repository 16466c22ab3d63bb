"""Bring an index up to its folders: find what changed, read it, write it in batches that readers see at once.

A file counts as unchanged by path, size and time; failing that by its content, which also finds it under a new path. A
parser other than the one that read the files, or another region for telephone numbers, reads them all again, in place:
the number of the two in this index is the `edition`, kept with each file, so that a killed program goes on from there.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

import reader.parsing
from reader.library import fulltext
from reader.library.changes import Changes
from reader.library.database import give_back, transaction
from reader.library.entries import Job, Reading
from reader.library.intake import read
from reader.library.pace import Pace, Progress, RefreshResult
from reader.library.persons import gather
from reader.library.scan import scan
from reader.library.schema import read_state, write_state
from reader.library.workers import Workers
from reader.library.writer import Effect, Writer

IN_PROCESS = 200
"""So many files are read right here: by then worker processes would only just have started."""

_GLIMPSED = 40
_BULK = 2_000
_EARLY_VOCABULARIES = (2_000, 20_000)
_REMOVED_AT_ONCE = 500
_DRIFT = 2_000
"""Words are counted anew after so many releases: until then those of changed and removed ones are counted too much."""


@dataclass(slots=True)
class Refresh:
    """One refresh through a connection of its own. Raises `sqlite3.Error`; what was committed stays."""

    db: sqlite3.Connection
    roots: tuple[Path, ...]
    region: str | None
    report: Callable[[Progress], None]
    cancelled: Callable[[], bool]
    effects: Counter[Effect] = field(default_factory=Counter)

    def run(self) -> RefreshResult:
        """Do all of it, or as much as there is time for until it is cancelled."""
        edition = self._edition()
        self._glimpse(edition)
        changes = Changes(self.db, self.roots, edition, self.region, self.cancelled)
        writer = Writer(self.db, edition)
        for step in (self._take_in, self._remove, self._tidy):
            if not self.cancelled():
                step(changes, writer)
        kinds: tuple[Effect, ...] = ("added", "changed", "moved", "removed", "failed")
        return RefreshResult(**{kind: self.effects[kind] for kind in kinds}, complete=not self.cancelled())

    def _edition(self) -> int:
        """The number of the parser and the region at hand, a new one where this index was not made with the two."""
        parser = f"{parser_fingerprint()} {self.region}"
        with transaction(self.db):
            edition: int = read_state(self.db, "edition")
            if read_state(self.db, "parser") != parser:
                edition += 1
                write_state(self.db, "edition", edition)
                write_state(self.db, "parser", parser)
        return edition

    def _glimpse(self, edition: int) -> None:
        """Put the first few files into an empty index before the walk is over, so that the screen has what to show."""
        if self.db.execute("SELECT 1 FROM files").fetchone() is None:
            glimpsed = islice(scan(self.roots), _GLIMPSED)
            batch = [read(Job(found.path, reason=found.reason, region=self.region)) for found in glimpsed]
            self._write(Writer(self.db, edition), batch, bulk=False)
            self.report(Progress(len(batch), 0, self.effects["failed"], 0.0, None))

    def _take_in(self, changes: Changes, writer: Writer) -> None:
        """Read what changed and write it, batch by batch."""
        writer.expect_moves(changes.moves())
        bulk = changes.total > _BULK
        if bulk:
            self._begin_bulk()
        early = [count for count in _EARLY_VOCABULARIES if bulk and count < changes.total]
        pace = Pace(changes.total)
        with closing(_readings(changes.jobs(), changes.total, self.cancelled)) as readings:
            for batch in pace.batches(readings, self.cancelled):
                self._write(writer, batch, bulk)
                progress = pace.progress(len(batch), self.effects["failed"])
                self.report(progress)
                if early and progress.done >= early[0]:
                    early.pop(0)
                    self._rebuild_vocabulary()

    def _write(self, writer: Writer, batch: list[Reading], bulk: bool) -> None:
        with transaction(self.db):
            effects = Counter(writer.write(batch))
            learnt = writer.take_learnt()
            if learnt and not bulk:
                fulltext.learn(self.db, learnt)
                self._count_up("vocabulary_generation")
                self._count_up("drift", len(learnt))
            if effects.keys() - {"same"}:
                self._count_up("generation")
        self.effects += effects

    def _remove(self, changes: Changes, writer: Writer) -> None:
        """Take out what has gone, after the reading: some of it may have turned up elsewhere."""
        gone = changes.gone()
        for start in range(0, len(gone), _REMOVED_AT_ONCE):
            if self.cancelled():
                return
            with transaction(self.db):
                removed = writer.remove(gone[start : start + _REMOVED_AT_ONCE])
                self._count_up("generation")
                self._count_up("drift", removed)
            self.effects["removed"] += removed

    def _tidy(self, changes: Changes, writer: Writer) -> None:
        """Bring up to date what is gathered from all releases."""
        if self.effects.keys() - {"same"}:
            self._drop_orphans()
            self._gather_persons()
        bulk = read_state(self.db, "bulk")
        if bulk or read_state(self.db, "drift") > _DRIFT:
            self._rebuild_vocabulary()
        if bulk:
            self._end_bulk()
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _drop_orphans(self) -> None:
        with transaction(self.db):
            self.db.execute("DELETE FROM contacts WHERE id NOT IN (SELECT contact_id FROM contacts_seen)")
            self.db.execute(
                "DELETE FROM speakers WHERE NOT EXISTS (SELECT 1 FROM quotes WHERE speaker_id = speakers.id)"
            )

    def _gather_persons(self) -> None:
        """Who is who, once there are names that were not there the last time."""
        latest = self.db.execute("SELECT coalesce(max(id), 0) FROM speakers").fetchone()[0]
        if latest <= read_state(self.db, "gathered"):
            return
        persons = gather(name for (name,) in self.db.execute("SELECT name FROM speakers ORDER BY id"))
        with transaction(self.db):
            self.db.executemany("UPDATE speakers SET person = ?2 WHERE name = ?1 AND person <> ?2", persons.items())
            write_state(self.db, "gathered", latest)
            self._count_up("generation")

    def _begin_bulk(self) -> None:
        with transaction(self.db):
            write_state(self.db, "bulk", 1)
            fulltext.begin_bulk(self.db)

    def _end_bulk(self) -> None:
        with transaction(self.db):
            fulltext.end_bulk(self.db)
            write_state(self.db, "bulk", 0)
        give_back(self.db)

    def _rebuild_vocabulary(self) -> None:
        with transaction(self.db):
            fulltext.rebuild_vocabulary(self.db)
            self._count_up("vocabulary_generation")
            write_state(self.db, "drift", 0)

    def _count_up(self, name: str, by: int = 1) -> None:
        write_state(self.db, name, read_state(self.db, name) + by)


def _readings(jobs: Iterator[Job], total: int, cancelled: Callable[[], bool]) -> Generator[Reading, None, None]:
    """The first files are read here, while the worker processes start."""
    if total <= IN_PROCESS:
        yield from map(read, jobs)
        return
    with Workers() as workers:
        yield from map(read, islice(jobs, IN_PROCESS))
        yield from workers.read(jobs, cancelled)


@cache
def parser_fingerprint() -> str:
    """Tells one state of the parser from another: a digest of its source, so that no number is forgotten."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in reader.parsing.__path__:
        for source in sorted(Path(folder).rglob("*.py")):
            digest.update(source.read_bytes())
    return digest.hexdigest()
