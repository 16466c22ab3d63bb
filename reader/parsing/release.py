"""Bytes → `Release`: every part of parsing in the order of the data."""

from pathlib import Path, PurePath

from reader.errors import UnreadableFile
from reader.model import Paragraph, Release
from reader.parsing.decode import decode
from reader.parsing.formats import to_document
from reader.parsing.heading import read_heading
from reader.parsing.layout import lay_out
from reader.parsing.speakers import attributed_quotes


def parse(data: bytes, path: str | None = None) -> Release:
    """The release in `data`; any bytes give one, if only an empty one with a remark."""
    decoded = decode(data)
    layout = lay_out(to_document(decoded.text, PurePath(path or "").suffix))
    heading = read_heading(layout)
    paragraphs = []
    number = 0
    for index, paragraph in enumerate(layout.paragraphs):
        kind = heading.kinds.get(index, paragraph.kind)
        number += kind == "body"
        paragraphs.append(Paragraph(paragraph.start, paragraph.end, kind, number if kind == "body" else None))
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
        notice=heading.notice,
        paragraphs=tuple(paragraphs),
        quotes=attributed_quotes(layout.text, paragraphs, heading.language),
        styles=layout.styles,
        remarks=decoded.remarks,
    )


def read_release(path: Path) -> Release:
    """The release in the file; raises `UnreadableFile` for a folder, a file that cannot be read, or no text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}") from error
    if decode(data[:65536]).binary:
        raise UnreadableFile(f"{path}: this is not text")
    return parse(data, str(path))
