"""Bytes → `Release`: every part of parsing in the order of the data."""

import stat
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count
from os.path import splitext
from pathlib import Path

from reader.errors import UnreadableFile
from reader.model import Contact, Paragraph, ParagraphKind, Release, Span
from reader.parsing.contacts import find_contacts
from reader.parsing.decode import SIZE_LIMIT, Decoded, clean_line, decode
from reader.parsing.formats import to_document
from reader.parsing.heading import read_heading
from reader.parsing.layout import lay_out
from reader.parsing.speakers import attributed_quotes

_NO_TEXT = "The file holds no text."


def parse(data: bytes, path: str | None = None, *, region: str | None = None) -> Release:
    """The release in `data`; any bytes give one, if only an empty one with a remark. `path` need not exist.

    `region` ("GB") is the country of telephone numbers that carry no country code where the release does not tell one.
    """
    return _release(decode(data), path, region)


def release_from_bytes(data: bytes, path: str, *, region: str | None = None) -> Release:
    """The same for the content of a file, of which `SIZE_LIMIT + 1` bytes are enough; raises `UnreadableFile` for what
    is no text.
    """
    decoded = decode(data)
    if decoded.binary:
        raise UnreadableFile(f"{clean_line(path)}: {decoded.remarks[0]}")
    return _release(decoded, path, region)


def read_release(path: Path, *, region: str | None = None) -> Release:
    """The release in the file; raises `UnreadableFile` for a folder, what cannot be read and what is no text."""
    return release_from_bytes(_read(path), str(path), region=region)


def _read(path: Path) -> bytes:
    """As much of the file as can be shown, and one byte more to tell that there is more."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile(f"{clean_line(str(path))}: This is a folder or a device, not a file.")
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableFile(f"{clean_line(str(path))}: {error.strerror or error}.") from error


def _release(decoded: Decoded, path: str | None, region: str | None) -> Release:
    document = to_document(decoded.text, splitext(path or "")[1])  # noqa: PTH122 - a Path takes as long as reading
    layout = lay_out(document)
    heading = read_heading(layout, document.fields, path)
    parts = tuple(zip(layout.paragraphs, heading.kinds, strict=True))
    block = find_contacts(
        layout.text,
        [place for place, kind in parts if kind == "repeat"],
        places=heading.places,
        issuer=heading.issuer,
        language=heading.language,
        region=region,
    )
    paragraphs = number_paragraphs(parts, block.spans)
    return Release(
        path=path,
        text=layout.text,
        title=heading.title,
        display_title=heading.display_title,
        standfirst=heading.standfirst,
        symbol=heading.symbol,
        date=heading.date,
        date_source=heading.date_source,
        places=heading.places,
        issuer=heading.issuer or _organisation(block.contacts),
        author=heading.author,
        url=heading.url,
        notice=heading.notice,
        embargo=heading.embargo,
        language=heading.language,
        paragraphs=paragraphs,
        quotes=attributed_quotes(layout.text, paragraphs, heading.language),
        contacts=block.contacts,
        styles=layout.styles,
        remarks=decoded.remarks if layout.text or decoded.remarks else (_NO_TEXT,),
    )


def _organisation(contacts: Sequence[Contact]) -> str | None:
    """The organisation for which the press contacts answer, if it is one."""
    named = {contact.organisation for contact in contacts if contact.kind == "press" and contact.organisation}
    return named.pop() if len(named) == 1 else None


def number_paragraphs(
    parts: Iterable[tuple[Span, ParagraphKind]], contact_spans: Sequence[Span]
) -> tuple[Paragraph, ...]:
    """The paragraphs with those that are nothing but contact details named so, and the body numbered from 1."""
    named = _with_contacts(parts, contact_spans) if contact_spans else parts
    numbers = count(1)
    return tuple(
        [Paragraph(start, end, kind, next(numbers) if kind == "body" else None) for (start, end), kind in named]
    )


def _with_contacts(
    parts: Iterable[tuple[Span, ParagraphKind]], contact_spans: Sequence[Span]
) -> Iterator[tuple[Span, ParagraphKind]]:
    spans = sorted(contact_spans)
    starts = [span.start for span in spans]
    reaches = list(accumulate((span.end for span in spans), max))
    for place, kind in parts:
        before = bisect_right(starts, place.start)
        yield place, "contact" if before and reaches[before - 1] >= place.end else kind
