"""Which files are releases and how each format becomes a `Document`: the one place to add a format."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.model import StyledSpan


@dataclass(frozen=True, slots=True)
class Document:
    """Text without markup, the words it emphasised, and the fields of its front matter (title, date, url …)."""

    text: str
    styles: tuple[StyledSpan, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


_SUFFIXES = {".txt", ".text", ".md", ".markdown", ""}


def is_release_file(path: Path) -> bool:
    """Whether the name says that the file holds a release in a format we read."""
    return path.suffix.lower() in _SUFFIXES


def to_document(text: str, suffix: str) -> Document:
    """The document in `text`, whose file name ends in `suffix`."""
    pieces: list[str] = []
    styles: list[StyledSpan] = []
    opened = at = length = 0
    for tag in re.finditer(r"</?u>", text):
        pieces.append(text[at : tag.start()])
        length += len(pieces[-1])
        if tag[0] == "<u>":
            opened = length
        else:
            styles.append(StyledSpan(opened, length, "underline"))
        at = tag.end()
    if not styles:
        return Document(text.replace("\\$", "$"))
    return Document("".join(pieces) + text[at:], tuple(styles))
