"""What a press release is, once it has been read.

Every position is a pair of code point offsets into `Release.text`, end exclusive, so `text[start:end]` is what the
position claims to be. Nothing downstream parses the text again to find what parsing found. What the file does not say
is `None` or an empty tuple, never a guess.
"""

import datetime
from typing import Literal, NamedTuple

DateSource = Literal["text", "dateline", "file", "none"]
ParagraphKind = Literal["head", "title", "standfirst", "body", "subheading", "contact", "end", "footer", "repeat"]
QuoteKind = Literal["speech", "term"]
ContactKind = Literal["press", "information", "issuer", "wire"]
PhoneKind = Literal["telephone", "mobile", "fax"]
Emphasis = Literal["underline", "strong", "italic"]


class Span(NamedTuple):
    """A stretch of `Release.text`, in code points, end exclusive."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """One paragraph of the text and its part in the release.

    `number` counts the body paragraphs from 1, as a citation names them; every other kind has none. A `repeat` is a
    head or a lead that the file holds a second time.
    """

    start: int
    end: int
    kind: ParagraphKind
    number: int | None = None


class StyledSpan(NamedTuple):
    """Words that the file emphasises; the tags or signs that did so are not in the text."""

    start: int
    end: int
    emphasis: Emphasis


class Quote(NamedTuple):
    """Words between quotation marks. `start` and `end` take in the marks; `text` is `Release.text[start:end]`.

    `speaker` is the fullest form of the name that the release gives; `speaker_start` and `speaker_end` are the mention
    the attribution stands on ("he", "Mr. Fedotov"). `certain` is false where only a weak rule found the speaker.
    `paragraph` is the number of the body paragraph in which the quotation opens.
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    certain: bool = False
    paragraph: int | None = None


class Phone(NamedTuple):
    """A telephone number as the release writes it and, where it is a possible number, in E.164 (`+431260605629`)."""

    as_written: str
    e164: str | None
    kind: PhoneKind = "telephone"
    extension: str | None = None

    def with_extension(self, number: str) -> str:
        """This number in one of its forms, with the extension as people write it."""
        return f"{number} ext. {self.extension}" if self.extension else number


class Contact(NamedTuple):
    """A person or desk that the release names for enquiries. E-mail addresses are whole and in lower case."""

    name: str | None
    role: str | None = None
    organisation: str | None = None
    kind: ContactKind = "press"
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


class Release(NamedTuple):
    """A press release: its clean text and everything parsing found in it.

    `title` is as the file writes it; `display_title` is the same, with a headline all in capitals put into readable
    case. `path` is where it was read, `None` for standard input. `url` is the release's own address and `author` a
    personal author, if the file names them. `remarks` say in words what had to be repaired or left out while reading.
    """

    path: str | None
    text: str
    title: str | None = None
    display_title: str | None = None
    standfirst: str | None = None
    symbol: str | None = None
    date: datetime.date | None = None
    date_source: DateSource = "none"
    places: tuple[str, ...] = ()
    issuer: str | None = None
    author: str | None = None
    url: str | None = None
    notice: str | None = None
    embargo: str | None = None
    language: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    styles: tuple[StyledSpan, ...] = ()
    remarks: tuple[str, ...] = ()
