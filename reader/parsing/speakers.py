"""Spans → who said it: the public entry of the quotation parser."""

import re
from collections.abc import Sequence

from reader.model import Paragraph, Quote, Span
from reader.parsing.quotes import Marked, find_marked

_SAID = (
    r"(?:said|says|say|added|adds|told|tells|wrote|writes|tweeted|asked|asks|explained|explains|noted|notes|continued|"
    r"continues|declared|insisted|argued|argues|warned|warns|recalled|replied|concluded|commented|stated|states|"
    r"announced|stressed|observed|remarked|acknowledged|admitted|joked|quipped|emphasized|responded)"
)
_NAME = r"(?:[A-Z][\w.'’-]*(?:\s+(?:de|van|von|der|al|bin|the|of)\b)*(?:\s+[A-Z][\w.'’-]*)*)"
_WHO = (
    rf"(?:he|she|they|He|She|They|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Oo]ne)\s+(?:[\w.'’-]+\s+){{0,4}}?[\w.'’-]+|{_NAME})"
)
_VERB_AFTER = re.compile(rf"\s*,?\s*{_SAID}\s+(?P<who>{_WHO})")
_WHO_AFTER = re.compile(rf"\s*,?\s*(?P<who>{_WHO})(?:,[^,.]{{1,80}},)?\s+(?:\w+ly\s+)?{_SAID}\b")
_WHO_BEFORE = re.compile(rf"(?P<who>{_WHO})(?:,[^,.]{{1,80}},)?\s+(?:\w+ly\s+)?{_SAID}\b[^.!?\n]{{0,60}}$")
_TERM_BEFORE = re.compile(r"(?:\bthe|\(|\bor|\bas|\band)\s*$", re.I)


def attributed_quotes(
    text: str, paragraphs: Sequence[Paragraph] = (), language: str | None = None
) -> tuple[Quote, ...]:
    """The quotations of `text` in order, each with the person it is ascribed to where the text says so."""
    quotes: list[Quote] = []
    for marked in find_marked(text):
        paragraph = _paragraph_at(paragraphs, marked.start)
        if paragraph and paragraph.kind in ("repeat", "footer"):
            continue
        quotes.append(_attribute(text, marked, quotes[-1] if quotes else None, paragraph))
    return tuple(quotes)


def _paragraph_at(paragraphs: Sequence[Paragraph], position: int) -> Paragraph | None:
    return next((p for p in paragraphs if p.start <= position < p.end), None)


def _attribute(text: str, marked: Marked, previous: Quote | None, paragraph: Paragraph | None) -> Quote:
    words = text[marked.start : marked.end]
    mention = _mention(text, marked)
    number = paragraph.number if paragraph else None
    if mention:
        name = text[mention.start : mention.end]
        return Quote(marked.start, marked.end, words, "speech", name, *mention, certain=True, paragraph=number)
    if words.count(" ") < 4 and _TERM_BEFORE.search(text, max(0, marked.start - 12), marked.start):
        return Quote(marked.start, marked.end, words, "term", paragraph=number)
    if previous and previous.speaker and "\n" not in text[previous.end : marked.start]:
        who = (previous.speaker, previous.speaker_start, previous.speaker_end)
        return Quote(marked.start, marked.end, words, "speech", *who, certain=True, paragraph=number)
    return Quote(marked.start, marked.end, words, "speech", paragraph=number)


def _mention(text: str, marked: Marked) -> Span | None:
    line_end = text.find("\n", marked.end)
    line_end = len(text) if line_end < 0 else line_end
    line_start = text.rfind("\n", 0, marked.start) + 1
    for rule in (_VERB_AFTER, _WHO_AFTER):
        match = rule.match(text, marked.end, min(line_end, marked.end + 200))
        if match:
            return Span(*match.span("who"))
    match = _WHO_BEFORE.search(text, max(line_start, marked.start - 200), marked.start)
    return Span(*match.span("who")) if match else None
