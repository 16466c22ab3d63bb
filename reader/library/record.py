"""How a release is kept in the index: its text and, apart from it, everything else as JSON, both compressed.

The rest is compressed with the text as dictionary, since titles, names and contacts stand in the text too, and counts
positions from the one before: a twentieth of the text instead of a tenth. Level 1 of zlib costs 22 µs to read one. JSON
and not pickle, so that an index file can never run anything. The way there and back loses nothing: the full-text table
forgets a release only if told exactly what it was given.
"""

import datetime
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reader.library.faults import damage
from reader.model import Contact, Paragraph, Phone, Quote, Release, StyledSpan

FORMAT = 1
"""Goes up when releases are packed otherwise, so that indexes made the old way are made anew."""

_LEVEL = 1
_DICTIONARY_BYTES = 32_000
_json = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode
_SPACE_FOR_NO_TEXT = b" "
_PLAIN_FIELDS = (
    "title",
    "display_title",
    "standfirst",
    "symbol",
    "date_source",
    "issuer",
    "author",
    "url",
    "notice",
    "embargo",
    "language",
)


def pack(release: Release) -> tuple[bytes, bytes]:
    """The text; and everything else but the path, which the file table knows."""
    text = release.text.encode("utf-8", "surrogatepass")
    compressor = zlib.compressobj(_LEVEL, zdict=_dictionary(text))
    return zlib.compress(text, _LEVEL), compressor.compress(_json(_fields(release)).encode()) + compressor.flush()


@contextmanager
def _finding_damage() -> Iterator[None]:
    """What cannot have been packed is damage, which SQLite does not look for in the middle of a page."""
    try:
        yield
    except (zlib.error, ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        raise damage(str(error)) from error


@_finding_damage()
def unpack(text: bytes, rest: bytes, path: str) -> Release:
    """The release that was packed. Raises `sqlite3.DatabaseError` for damage, as the other `unpack`s do."""
    plain_text = zlib.decompress(text)
    decompressor = zlib.decompressobj(zdict=_dictionary(plain_text))
    fields = json.loads(decompressor.decompress(rest))
    return _release(path, plain_text.decode("utf-8", "surrogatepass"), fields)


@_finding_damage()
def unpack_text(text: bytes) -> str:
    """The text that was packed."""
    return zlib.decompress(text).decode("utf-8", "surrogatepass")


def pack_contact(contact: Contact) -> str:
    """A contact as one string, the same for the same contact."""
    return _json(_contact_row(contact))


@_finding_damage()
def unpack_contact(packed: str) -> Contact:
    """The contact that `pack_contact` was given."""
    return _contact(json.loads(packed))


def _dictionary(text: bytes) -> bytes:
    return text[:_DICTIONARY_BYTES] or _SPACE_FOR_NO_TEXT


def _fields(release: Release) -> tuple[object, ...]:
    return (
        [getattr(release, name) for name in _PLAIN_FIELDS],
        release.date.toordinal() if release.date else None,
        release.places,
        release.remarks,
        _relative((part.start, part.end, part.kind, part.number) for part in release.paragraphs),
        _relative((style.start, style.end, style.emphasis) for style in release.styles),
        _relative(map(_quote_row, release.quotes)),
        [_contact_row(contact) for contact in release.contacts],
    )


def _release(path: str, text: str, fields: list[Any]) -> Release:
    plain, day, places, remarks, paragraphs, styles, quotes, contacts = fields
    return Release(
        path=path,
        text=text,
        date=datetime.date.fromordinal(day) if day else None,
        places=tuple(places),
        remarks=tuple(remarks),
        paragraphs=tuple(Paragraph(*row) for row in _absolute(paragraphs)),
        styles=tuple(StyledSpan(*row) for row in _absolute(styles)),
        quotes=tuple(_quote(row, text) for row in _absolute(quotes)),
        contacts=tuple(map(_contact, contacts)),
        **dict(zip(_PLAIN_FIELDS, plain, strict=True)),
    )


def _relative(rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """Rows that begin with start and end, each start counted from the end before it and each end from its start."""
    relative: list[Sequence[Any]] = []
    last = 0
    for start, end, *others in rows:
        relative.append((start - last, end - start, *others))
        last = end
    return relative


def _absolute(rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    absolute: list[Sequence[Any]] = []
    last = 0
    for gap, length, *others in rows:
        last += gap + length
        absolute.append((last - length, last, *others))
    return absolute


def _quote_row(quote: Quote) -> tuple[Any, ...]:
    """A quotation without its text, which the span gives back."""
    mention = (quote.speaker_start, quote.speaker_end)
    return (quote.start, quote.end, quote.kind, quote.speaker, *mention, quote.certain, quote.paragraph)


def _quote(row: Sequence[Any], text: str) -> Quote:
    start, end, *rest = row
    return Quote(start, end, text[start:end], *rest)


def _contact_row(contact: Contact) -> tuple[object, ...]:
    phones = [(phone.as_written, phone.e164, phone.kind, phone.extension) for phone in contact.phones]
    person = (contact.name, contact.role, contact.organisation, contact.kind)
    return (*person, phones, contact.emails, contact.urls)


def _contact(row: Sequence[Any]) -> Contact:
    name, role, organisation, kind, phones, emails, urls = row
    return Contact(name, role, organisation, kind, tuple(Phone(*phone) for phone in phones), tuple(emails), tuple(urls))
