"""Bytes → `Release`: every part of parsing in the order of the data."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from reader.errors import UnreadableFile
from reader.model import Paragraph, Release, Span
from reader.parsing.contacts import find_contacts
from reader.parsing.decode import decode
from reader.parsing.formats import to_document
from reader.parsing.heading import read_heading
from reader.parsing.layout import lay_out
from reader.parsing.speakers import attributed_quotes


def parse(data: bytes, path: str | None = None) -> Release:
    """The release in `data`; any bytes give one, if only an empty one with a remark."""
    decoded = decode(data)
    document = to_document(decoded.text, PurePath(path or "").suffix)
    layout = lay_out(document)
    heading = read_heading(layout, document.fields, path)
    named = [replace(paragraph, kind=kind) for paragraph, kind in zip(layout.paragraphs, heading.kinds, strict=True)]
    block = find_contacts(layout.text, named, places=heading.places, issuer=heading.issuer, language=heading.language)
    paragraphs = _number(named, block.spans)
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
        issuer=heading.issuer,
        author=heading.author,
        url=heading.url,
        notice=heading.notice,
        embargo=heading.embargo,
        language=heading.language,
        paragraphs=paragraphs,
        quotes=attributed_quotes(layout.text, paragraphs, heading.language),
        contacts=block.contacts,
        styles=layout.styles,
        remarks=decoded.remarks,
    )


def _number(paragraphs: Sequence[Paragraph], contact_spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The paragraphs with those that are nothing but contact details named so, and the body numbered from 1."""
    numbered = []
    number = 0
    for paragraph in paragraphs:
        if any(span.start <= paragraph.start and paragraph.end <= span.end for span in contact_spans):
            paragraph = replace(paragraph, kind="contact")
        number += paragraph.kind == "body"
        numbered.append(replace(paragraph, number=number if paragraph.kind == "body" else None))
    return tuple(numbered)


def read_release(path: Path) -> Release:
    """The release in the file; raises `UnreadableFile` for a folder, a file that cannot be read, or no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}") from error
    if decode(data[:65536]).binary:
        raise UnreadableFile(f"{path}: this is not text")
    return parse(data, str(path))
