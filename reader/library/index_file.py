"""Make an index file ready for use, making it anew where it is damaged or of another version."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path
from typing import NamedTuple

from reader.library import database, faults, private, schema
from reader.library.lock import sole_opener


class Opened(NamedTuple):
    """An index file that is ready: a connection to it, its identity, and what had to be done about it, in words."""

    db: sqlite3.Connection
    identity: tuple[int, int] | None
    message: str | None


class _OfAnotherVersionError(sqlite3.DatabaseError):
    """A later version of this program made the file, or another program."""


def prepare(path: Path, broken: tuple[int, int] | None = None) -> Opened:
    """Make the index file ready for use, making it anew where it is of no use.

    It is of no use if it is still the file whose identity is `broken`.
    """
    private.private_folder(path.parent)
    with sole_opener(path.parent):
        if broken and private.identity(path) == broken:
            private.set_aside(path)
        db, message = _prepare(path)
        return Opened(db, private.identity(path), message)


def _prepare(path: Path) -> tuple[sqlite3.Connection, str | None]:
    message = None
    if not private.is_regular(path):
        message = f"The index was no file of its own and has been set aside as {private.set_aside(path)}."
    private.private_file(path)
    try:
        return _open(path), message
    except _OfAnotherVersionError:
        message = "The index is of another version of this program and is being built again."
    except sqlite3.DatabaseError as error:
        if not faults.is_broken(error):
            raise
        message = f"The index was damaged ({error}); it has been set aside and is being built again."
    private.set_aside(path)
    private.private_file(path)
    return _open(path), message


def _open(path: Path) -> sqlite3.Connection:
    """A connection to the file, its layout brought up to date."""
    with ExitStack() as unless_usable:
        db = unless_usable.enter_context(closing(database.connect(path, schema.LAYOUT)))
        if database.version(db, schema.LAYOUT) is None:
            raise _OfAnotherVersionError
        database.migrate(db, schema.LAYOUT)
        if schema.read_state(db, "format") != schema.FORMAT:
            raise _OfAnotherVersionError
        unless_usable.pop_all()
    return db
