"""What every format is turned into before it is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model import StyledSpan


@dataclass(frozen=True, slots=True)
class Document:
    """Text without markup and what the markup said: emphasis, the lines that are headings, and named fields.

    `headings` are the positions in `text` where a marked heading begins. `fields` come from front matter, with names in
    lower case (title, date, url, author, issuer, language …).
    """

    text: str
    styles: tuple[StyledSpan, ...] = ()
    headings: tuple[int, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
