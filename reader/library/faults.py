"""What SQLite's errors mean to the person at the keyboard."""

import sqlite3
from pathlib import Path

from reader.errors import LibraryError

_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def damage(what: str) -> sqlite3.DatabaseError:
    """The error that SQLite would raise, had it looked for this damage itself."""
    error = sqlite3.DatabaseError(what)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def is_broken(error: sqlite3.Error) -> bool:
    """Whether the file is damaged or no database at all."""
    # Python itself finds text that is none, and gives no code.
    return primary_code(error) in _BROKEN or str(error).startswith("Could not decode to UTF-8")


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else holds the database."""
    return primary_code(error) in _BUSY


def is_interrupt(error: sqlite3.Error) -> bool:
    """Whether the query was stopped on purpose."""
    # An interrupt that comes while FTS5 opens its table is reported as this error of the table's.
    return primary_code(error) == sqlite3.SQLITE_INTERRUPT or "vtable constructor failed" in str(error)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """The error in words a user can act on."""
    code = primary_code(error)
    if code in _FULL:
        return LibraryError(f"{path} could not be written ({error}); is the disk full? Free some space and refresh.")
    if code in _BUSY:
        return LibraryError(f"{path} is held by another program; close it and refresh.")
    if code in _UNWRITABLE:
        return LibraryError(f"{path} cannot be opened for writing ({error}); check the rights of its folder.")
    if is_broken(error):
        return LibraryError(f"{path} was damaged ({error}) and has been set aside; refresh to build it again.")
    return LibraryError(f"{path}: {error}")
