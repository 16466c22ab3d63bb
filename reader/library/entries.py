"""What passes between the processes that read files and the one that writes the index: jobs out, readings back.

These are tuples because they are pickled: 33 µs a release there and back as dataclasses, 14 as tuples.
"""

from typing import NamedTuple


class Job(NamedTuple):
    """A file to read; with a digest among `known` it need not be parsed, since the index has what is in it.

    `region` is the country of telephone numbers for which the release tells none.
    A `reason` says that there is nothing to read, because the folder could not be listed.
    """

    path: bytes
    size: int = 0
    known: tuple[bytes, ...] = ()
    reason: str | None = None
    region: str | None = None


class QuoteEntry(NamedTuple):
    """A quotation of kind "speech": `words` are folded for the full text, `opening` is shown."""

    number: int
    speaker: str | None
    certain: bool
    opening: str
    words: str


class Entry(NamedTuple):
    """A release as the tables take it. `day` is the ordinal of its day, 0 without one."""

    day: int
    title: str
    lead: str
    date_source: str
    symbol: str | None
    issuer: str | None
    language: str | None
    contact_count: int
    text: bytes
    rest: bytes
    columns: tuple[str, ...]
    places: tuple[str, ...]
    quotes: tuple[QuoteEntry, ...]
    contacts: tuple[str, ...]


class Reading(NamedTuple):
    """What came of a job: an entry, a reason why there is none, that the file is `gone`, or else that it was known.

    `size` and `mtime_ns` were taken before the content, so that a file that grows meanwhile is read again next time.
    """

    path: bytes
    size: int
    mtime_ns: int
    digest: bytes | None
    entry: Entry | None = None
    reason: str | None = None
    gone: bool = False
