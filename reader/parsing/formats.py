"""Which files are releases and which function reads each format.

A new format is one module with a function from clean text to `Document` and one line in `_READERS`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from reader.parsing.document import Document
from reader.parsing.markdown import read_markdown
from reader.parsing.plain import read_plain

__all__ = ["Document", "is_release_file", "to_document"]

_READERS: Mapping[str, Callable[[str], Document]] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


def is_release_file(path: Path) -> bool:
    """Whether the name says that the file holds a release in a format we read."""
    return path.suffix.lower() in _READERS


def to_document(text: str, suffix: str) -> Document:
    """The document in clean `text`, whose file name ends in `suffix`; an unknown suffix is read as plain text."""
    return _READERS.get(suffix.lower(), read_plain)(text)
