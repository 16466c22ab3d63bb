"""Set a release as a page: lines of a given width, each knowing which stretch of the text it shows.

A page holds no styles and no screen; `ReleaseView` paints it. What the file says of itself (day, places, symbol) is
gathered in a head, contacts in a card at the end, and what stands in the file twice is shown once. The page "as
written" leaves nothing out and gathers nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from reader.model import Contact, Paragraph, Quote, Release, Span
from reader.tui.describe import day, phone_label, places
from reader.tui.wrapping import shorten, width_of, wrap

TEXT_WIDTH = 80
"""Cells a line of text takes at most: longer lines are tiring to read."""

LineKind = Literal["blank", "meta", "notice", "title", "standfirst", "body", "subheading", "small", "card"]

_SPEAKER_SIGNS = "●◆▲■★✚"
_KIND_OF_PARAGRAPH: dict[str, LineKind] = {
    "title": "title",
    "standfirst": "standfirst",
    "body": "body",
    "subheading": "subheading",
}


class Label(NamedTuple):
    """Who said a quotation that ends in the paragraph: the words to show, and the speaker's number in the release."""

    words: str
    speaker: int


class Line(NamedTuple):
    """One line of a page.

    With `start < end` it shows `text[start:end]` of the release, in other letters where `words` is set (a headline in
    capitals); otherwise it shows `words`, which go on with those of the line before after `gap`. `before` and `after`
    them stand a frame and signs that are no words. `margin` is the paragraph number; `labels` stand at the right end.
    """

    kind: LineKind
    start: int = 0
    end: int = 0
    words: str = ""
    margin: str = ""
    labels: tuple[Label, ...] = ()
    gap: str = "\n"
    before: str = ""
    after: str = ""


class Page(NamedTuple):
    """The lines of one release at one width, and where each text line begins."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def line_of(self, position: int) -> int:
        """The line that shows `position` of the text, or the last one before it."""
        index = bisect_right(self.starts, position) - 1
        return self.numbers[index] if index >= 0 else 0


class _Speakers:
    """Who speaks where in a release; the speakers are numbered from 0 in order of first appearance."""

    def __init__(self, release: Release) -> None:
        speakers = dict.fromkeys(quote.speaker for quote in release.quotes)
        self._numbers = {speaker: number for number, speaker in enumerate(filter(None, speakers))}
        self._spoken = sorted((q for q in release.quotes if q.kind == "speech" and q.speaker), key=_end)
        self._ends = [quote.end for quote in self._spoken]

    def labels(self, paragraph: Paragraph) -> tuple[Label, ...]:
        """The speakers of the quotations that end in a paragraph, each once."""
        first, last = bisect_right(self._ends, paragraph.start), bisect_right(self._ends, paragraph.end)
        return tuple(dict.fromkeys(map(self._label, self._spoken[first:last])))

    def _label(self, quote: Quote) -> Label:
        """The speaker with the sign that is kept throughout; one that only a weak rule found is marked as such."""
        speaker = quote.speaker or ""
        number = self._numbers[speaker]
        sign = _SPEAKER_SIGNS[number % len(_SPEAKER_SIGNS)]
        return Label(f"{sign} {speaker}{'' if quote.certain else ' (perhaps)'}", number)


def _end(quote: Quote) -> int:
    return quote.end


def set_page(release: Release, width: int, *, as_written: bool = False) -> Page:
    """Set `release` in lines of at most `width` cells (the paragraph number has a margin of its own)."""
    width = min(width, TEXT_WIDTH)
    lines = list((_as_written if as_written else _gathered)(release, _Speakers(release), width))
    shown = [(line.start, number) for number, line in enumerate(lines) if line.end > line.start]
    shown.sort()
    return Page(tuple(lines), tuple(start for start, _ in shown), tuple(number for _, number in shown))


def _as_written(release: Release, speakers: _Speakers, width: int) -> Iterator[Line]:
    for paragraph in release.paragraphs:
        kind = _KIND_OF_PARAGRAPH.get(paragraph.kind, "small")
        yield from _spaced(release, speakers, paragraph, kind, width)


def _gathered(release: Release, speakers: _Speakers, width: int) -> Iterator[Line]:
    yield from _head(release, width)
    yield from _headline(release, speakers, width)
    body = [p for p in release.paragraphs if p.kind in ("body", "subheading")]
    for paragraph in body:
        yield from _spaced(release, speakers, paragraph, _KIND_OF_PARAGRAPH[paragraph.kind], width)
    if not body:
        yield from _wrapped_words(
            "meta", ["This file holds no running text. Press v to see it as it is written."], width
        )
        yield Line("blank")
    yield from _card(release.contacts, width)
    for paragraph in release.paragraphs:
        if paragraph.kind == "footer":
            yield from _spaced(release, speakers, paragraph, "small", width)
    yield from _wrapped_words("small", [f"· {remark}" for remark in release.remarks], width)


def _head(release: Release, width: int) -> Iterator[Line]:
    facts = [day(release.date, release.date_source), places(release.places), release.symbol]
    yield from _wrapped_words("meta", [" · ".join(fact for fact in facts if fact)], width)
    yield from _wrapped_words("meta", [release.issuer or ""], width)
    yield from _wrapped_words("notice", [release.embargo or "", release.notice or ""], width)
    if any(facts) or release.issuer or release.embargo or release.notice:
        yield Line("blank")


def _headline(release: Release, speakers: _Speakers, width: int) -> Iterator[Line]:
    for kind in ("title", "standfirst"):
        for paragraph in release.paragraphs:
            if paragraph.kind == kind:
                yield from _spaced(release, speakers, paragraph, _KIND_OF_PARAGRAPH[kind], width)


def _spaced(release: Release, speakers: _Speakers, paragraph: Paragraph, kind: LineKind, width: int) -> Iterator[Line]:
    """A paragraph and the blank line after it, which lines that the file sets tight (lists, tables) do not have."""
    yield from _paragraph(release, speakers, paragraph, kind, width)
    if release.text[paragraph.end : paragraph.end + 2] in ("", "\n\n"):
        yield Line("blank")


def _paragraph(
    release: Release, speakers: _Speakers, paragraph: Paragraph, kind: LineKind, width: int
) -> Iterator[Line]:
    text = release.text
    margin = str(paragraph.number) if paragraph.number else ""
    shown = _shown_title(release, paragraph)
    lines = [
        Line(kind, start, end, shown[start - paragraph.start : end - paragraph.start] if shown else "")
        for start, end in _lines_of(text, paragraph.start, paragraph.end, width)
    ]
    if lines:
        lines[0] = lines[0]._replace(margin=margin)
        yield from _with_speakers(release, speakers, paragraph, lines, width)


def _with_speakers(
    release: Release, speakers: _Speakers, paragraph: Paragraph, lines: list[Line], width: int
) -> Iterator[Line]:
    """Put the speakers at the end of the last line, or on lines of their own where they do not fit."""
    yield from lines[:-1]
    labels, last = speakers.labels(paragraph), lines[-1]
    needed = sum(width_of(label.words) + 3 for label in labels)
    if width_of(release.text[last.start : last.end]) + needed <= width:
        yield last._replace(labels=labels)
        return
    yield last
    if needed <= width + 3:
        yield Line(last.kind, labels=labels)
    else:
        yield from (Line(last.kind, labels=(Label(shorten(words, width), speaker),)) for words, speaker in labels)


def _lines_of(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Wrap a paragraph whose own line breaks (tables, addresses, verse) are kept."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield from wrap(text, start, stop, width)
        start = stop + 1


def _shown_title(release: Release, paragraph: Paragraph) -> str | None:
    """The readable form of a headline in capitals, where it can stand letter for letter in its place."""
    title = release.display_title
    same_place = paragraph.kind == "title" and title is not None and len(title) == paragraph.end - paragraph.start
    if not same_place or title == release.text[paragraph.start : paragraph.end]:
        return None
    return title


def _card(contacts: Sequence[Contact], width: int) -> Iterator[Line]:
    if not contacts:
        return
    inner = max(8, min(width, 60) - 4)
    heading = f"╭─ {shorten('Contact' if len(contacts) == 1 else 'Contacts', inner)} ".ljust(inner + 3, "─")
    yield Line("card", before=f"{heading}╮")
    for number, contact in enumerate(contacts):
        if number:
            yield Line("card", before=f"├{'─' * (inner + 2)}┤")
        for label, words in contact_lines(contact):
            for line in _wrapped_words("card", [words], inner - width_of(label)):
                sign = label if line.gap == "\n" else " " * width_of(label)
                blanks = " " * (inner - width_of(label) - width_of(line.words))
                yield line._replace(before=f"│ {sign}", after=f"{blanks} │")
    yield Line("card", before=f"╰{'─' * (inner + 2)}╯")
    yield Line("blank")


def contact_lines(contact: Contact) -> Iterator[tuple[str, str]]:
    """The lines of a contact card, each with the sign before it: name, role and office, telephones, addresses."""
    if contact.name:
        yield "", contact.name
    about = ", ".join(part for part in (contact.role, contact.organisation) if part)
    if about:
        yield "", about
    for phone in contact.phones:
        yield f"{phone_label(phone)} ", phone.with_extension(phone.as_written)
    for address in (*contact.emails, *contact.urls):
        yield "", address


def _wrapped_words(kind: LineKind, items: Iterable[str], width: int) -> Iterator[Line]:
    for words in items:
        until = 0
        for start, end in wrap(words, 0, len(words), width):
            yield Line(kind, words=words[start:end], gap=words[until:start] if until else "\n")
            until = end
