"""Who said what in a release: its quotations in order, each with its speaker where the text names one.

The way of a quotation: marks become spans (`quotes`), the text around them becomes letters (`grammar`), rules over the
letters find the words that name the speaker (`attribution`), a score card sorts speech from terms (`terms`), and the
mention is followed to the person (`names`). In a language without tables the spans are given, without speakers.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.model import Paragraph, Quote, Span
from reader.parsing.attribution import Attribution, Earlier, Place, attribute
from reader.parsing.grammar import Page
from reader.parsing.languages import find_language
from reader.parsing.layout import unwrap
from reader.parsing.names import People, Person
from reader.parsing.quotes import Marked, find_marked, find_single
from reader.parsing.reporting import guess_language
from reader.parsing.reporting import language as language_table
from reader.parsing.terms import is_term, reads_as_speech

_SKIPPED = frozenset(("repeat", "footer"))
_LETTERS = re.compile(r"\w+")
_LONGEST_HEADLINE = 300
_HEADLINE = re.compile(r"\s*(?P<line>\S[^\n]*?[^\s.,;:!?’'][’']?)[^\S\n]*(?:\n|$)")


def attributed_quotes(
    text: str, paragraphs: Sequence[Paragraph] = (), language: str | None = None
) -> tuple[Quote, ...]:
    """The quotations of `text` in order of their place.

    `paragraphs`, if known, give kinds and numbers; `text` then has one paragraph a line. Without them hard wraps are
    seen through. Never raises.
    """
    layout = _Layout(text, paragraphs)
    lines = text if paragraphs else unwrap(text)
    doubled = find_marked(lines)
    single = [span for span in layout.in_headlines() if not any(span.overlaps(other) for other in doubled)]
    marked = sorted((span for span in (*doubled, *single) if not layout.skips(span.start)), key=lambda span: span.start)
    if not marked:
        return ()
    code = (language or find_language(text) or guess_language(text))[:2].lower()
    if language_table(code) is None:
        return tuple(_quote(text, span, layout, reads_as_speech(text, span)) for span in marked)
    return tuple(_attributed(text, marked, layout, Page(lines, marked, code)))


class _Layout:
    """What is known of the paragraphs, or what can be said without."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]

    def _at(self, position: int) -> Paragraph | None:
        index = bisect_right(self._starts, position) - 1
        return self._paragraphs[index] if index >= 0 and position < self._paragraphs[index].end else None

    def skips(self, position: int) -> bool:
        paragraph = self._at(position)
        return paragraph is not None and paragraph.kind in _SKIPPED

    def number(self, position: int) -> int | None:
        paragraph = self._at(position)
        return paragraph.number if paragraph else None

    def in_headlines(self) -> list[Marked]:
        """Headlines quote in single marks; elsewhere these are mostly apostrophes."""
        if self._paragraphs:
            headlines = [Span(part.start, part.end) for part in self._paragraphs if part.kind == "title"]
        else:
            first = _HEADLINE.match(self._text)
            headlines = [Span(*first.span("line"))] if first else []
        short = [line for line in headlines if line.end - line.start <= _LONGEST_HEADLINE]
        return [span for line in short for span in find_single(self._text, *line)]


def _attributed(text: str, marked: list[Marked], layout: _Layout, page: Page) -> list[Quote]:
    people = People(page)
    quotes: list[Quote] = []
    echoes: list[Marked] = []
    earlier = None
    for span in marked:
        place = Place(page, span)
        attribution = attribute(place, earlier)
        if span.single and attribution is None:
            echoes.append(span)
            continue
        if is_term(place, attribution):
            quotes.append(_quote(text, span, layout, speech=False))
            continue
        earlier = Earlier(place, attribution)
        person = people.person(attribution.mention) if attribution else None
        quotes.append(_quote(text, span, layout, True, attribution, person))
    return sorted([*quotes, *_echoed(text, echoes, quotes)], key=lambda quote: quote.start)


def _echoed(text: str, headlines: list[Marked], quotes: list[Quote]) -> Iterator[Quote]:
    """Headline quotations without an attribution that the body says again, with the speaker they have there."""
    for span in headlines:
        words = _letters_of(text[span.start : span.end])
        said = next((quote for quote in quotes if quote.speaker and words in _letters_of(quote.text)), None)
        if said and words:
            yield said._replace(start=span.start, end=span.end, text=text[span.start : span.end], paragraph=None)


def _letters_of(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _quote(
    text: str,
    span: Marked,
    layout: _Layout,
    speech: bool,
    attribution: Attribution | None = None,
    person: Person | None = None,
) -> Quote:
    return Quote(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        kind="speech" if speech else "term",
        speaker=person.name if person else None,
        speaker_start=attribution.mention.start if attribution else None,
        speaker_end=attribution.mention.end if attribution else None,
        certain=bool(attribution and person and person.name and person.sure and attribution.sure),
        paragraph=layout.number(span.start),
    )
