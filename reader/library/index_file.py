"""Make an index file ready for use, making it anew where it is damaged or of another version."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.library import database, faults, private, schema
from reader.library.lock import sole_opener


def prepare(path: Path, broken: tuple[int, int] | None = None) -> str | None:
    """Make the index file ready for use, making it anew where it is of no use; says what was done about it.

    It is of no use if it is still the file whose identity is `broken`.
    """
    private.private_folder(path.parent)
    with sole_opener(path.parent):
        if broken and private.identity(path) == broken:
            private.set_aside(path)
        return _prepare(path)


def _prepare(path: Path) -> str | None:
    message = None
    if not private.is_regular(path):
        message = f"The index was no file of its own and has been set aside as {private.set_aside(path)}."
    private.private_file(path)
    try:
        if _is_usable(path):
            return message
        message = "The index is of another version of this program and is being built again."
    except sqlite3.DatabaseError as error:
        if not faults.is_broken(error):
            raise
        message = f"The index was damaged ({error}); it has been set aside and is being built again."
    private.set_aside(path)
    private.private_file(path)
    _is_usable(path)
    return message


def _is_usable(path: Path) -> bool:
    """Bring the layout up to date; false if the file is of a later version or of another program."""
    with closing(database.connect(path, schema.LAYOUT)) as db:
        if database.version(db, schema.LAYOUT) is None:
            return False
        database.migrate(db, schema.LAYOUT)
        return bool(schema.read_state(db, "format") == schema.FORMAT)
