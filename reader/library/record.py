"""How a release is kept in the index: its text and, apart from it, everything else as JSON, both compressed.

Level 1 of zlib halves the file at 22 µs to read one. JSON and not pickle, so that an index file can never run anything.
The way there and back loses nothing: the full-text table forgets a release only if told exactly what it was given.
"""

import datetime
import json
import zlib
from collections.abc import Iterable
from typing import Any

from reader.model import Contact, Paragraph, Phone, Quote, Release, StyledSpan

_LEVEL = 1
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


def pack_text(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_text(packed: bytes) -> str:
    """The text that `pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_rest(release: Release) -> bytes:
    """Everything but the text and the path, which the file table knows."""
    fields: dict[str, Any] = {name: value for name in _PLAIN_FIELDS if (value := getattr(release, name)) is not None}
    if release.date:
        fields["date"] = release.date.toordinal()
    fields["places"] = release.places
    fields["remarks"] = release.remarks
    fields["paragraphs"] = [(part.start, part.end, part.kind, part.number) for part in release.paragraphs]
    fields["styles"] = [(style.start, style.end, style.emphasis) for style in release.styles]
    fields["quotes"] = [_quote_row(quote) for quote in release.quotes]
    fields["contacts"] = [_contact_row(contact) for contact in release.contacts]
    return zlib.compress(_json(fields).encode(), _LEVEL)


def unpack(rest: bytes, text: str, path: str) -> Release:
    """The release that was packed."""
    fields = json.loads(zlib.decompress(rest))
    return Release(
        path=path,
        text=text,
        date=datetime.date.fromordinal(fields["date"]) if "date" in fields else None,
        places=tuple(fields["places"]),
        remarks=tuple(fields["remarks"]),
        paragraphs=tuple(Paragraph(*row) for row in fields["paragraphs"]),
        styles=tuple(StyledSpan(*row) for row in fields["styles"]),
        quotes=tuple(_quote(row, text) for row in fields["quotes"]),
        contacts=tuple(_contact(row) for row in fields["contacts"]),
        **{name: fields[name] for name in _PLAIN_FIELDS if name in fields},
    )


def pack_contact(contact: Contact) -> str:
    """A contact as one string, the same for the same contact."""
    return _json(_contact_row(contact))


def unpack_contact(packed: str) -> Contact:
    """The contact that `pack_contact` was given."""
    return _contact(json.loads(packed))


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _quote_row(quote: Quote) -> tuple[object, ...]:
    """A quotation without its text, which the span gives back."""
    mention = (quote.speaker_start, quote.speaker_end)
    return (quote.start, quote.end, quote.kind, quote.speaker, *mention, quote.certain, quote.paragraph)


def _quote(row: list[Any], text: str) -> Quote:
    return Quote(row[0], row[1], text[row[0] : row[1]], *row[2:])


def _contact_row(contact: Contact) -> tuple[object, ...]:
    phones = [(phone.as_written, phone.e164, phone.kind, phone.extension) for phone in contact.phones]
    person = (contact.name, contact.role, contact.organisation, contact.kind)
    return (*person, phones, contact.emails, contact.urls)


def _contact(row: list[Any]) -> Contact:
    name, role, organisation, kind, phones, emails, urls = row
    return Contact(name, role, organisation, kind, _phones(phones), tuple(emails), tuple(urls))


def _phones(rows: Iterable[list[Any]]) -> tuple[Phone, ...]:
    return tuple(Phone(*row) for row in rows)
