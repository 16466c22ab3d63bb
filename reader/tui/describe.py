"""How facts of a release are put into a few words on the screen."""

import datetime
from collections.abc import Sequence

from reader.library.pace import RefreshResult
from reader.model import DateSource, Phone

_PHONE_SIGNS = {"telephone": "☎", "mobile": "▯", "fax": "fax"}


def shown(name: str) -> str:
    """A name or message from outside the documents (a file, a folder, the system) as it can be shown safely."""
    if name.isascii() and name.isprintable():
        return name
    from reader.parsing.decode import clean_line

    return clean_line(name)


def day(date: datetime.date | None, source: DateSource = "text") -> str:
    """`24 May 2017`; a day that only the file's name tells stands in brackets, no day is an empty string."""
    if date is None:
        return ""
    written = f"{date.day} {date:%b} {date.year}"
    return f"({written})" if source == "file" else written


def places(names: Sequence[str]) -> str:
    """The places of a dateline as a dateline writes them: `Zavidovo/Vienna`."""
    return "/".join(names)


def phone_label(phone: Phone) -> str:
    """A sign or word for the kind of number."""
    return _PHONE_SIGNS[phone.kind]


def count(number: int, one: str, many: str) -> str:
    """`1 release`, `3,000 releases`."""
    return f"{number:,} {one if number == 1 else many}"


def refreshed(result: RefreshResult) -> str:
    """`2 new, 1 changed, 1 gone.`: what a look for new and changed files found."""
    kinds = {
        "new": result.added,
        "changed": result.changed,
        "moved": result.moved,
        "gone": result.removed,
        "unreadable": result.failed,
    }
    found = ", ".join(f"{number:,} {kind}" for kind, number in kinds.items() if number)
    return f"{found or 'Nothing has changed'}."
