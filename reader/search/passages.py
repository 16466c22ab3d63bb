"""Where a search was fulfilled in a text: the places to mark, and the passage that says most about why."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.library.tokens import Folded
from reader.model import Span
from reader.search.forms import Form, Sought

SNIPPET_LETTERS = 160
"""What a row of the list shows, about; two lines of a narrow list."""
BEFORE_LETTERS = 16
"""How much of a snippet stands before its first marked word: a row of the list may have no more than 36 cells."""
MOST_LOOKED_THROUGH = 300_000
"""Letters of a text in which the passage for the list is looked for: in ten rows of Chinese half a second."""
_WORD_NEARBY = 20


_BLANKS = re.compile(r"\s+")
_BETWEEN_WORDS = r"[\x00-/:-`{-\x7f]+"
_REST_OF_WORD = r"[^\x00-/:-`{-\x7f]*"
"""What is not of a word is named, not what is: a set up to the last character takes 2 ms to compile, this one 0.1."""


class Match(NamedTuple):
    """A stretch of the text to mark and the word of the query (by its number) it stands for."""

    start: int
    end: int
    word: int


class Marker:
    """Finds every form of the words of a search in a text; made once for a search."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._forms: dict[Form, int] = {}
        self._beginnings: list[tuple[Form, int]] = []
        self._patterns: dict[tuple[Form, str], re.Pattern[str]] = {}
        for number, word in enumerate(sought):
            for form in word.forms:
                self._forms.setdefault(form, number)
            if word.word.begins:
                self._beginnings.append((word.word.terms, number))

    def matches(self, text: str) -> list[Match]:
        """All places to mark, in order, none within another."""
        found = sorted(self._matches(Folded(text)), key=lambda match: (match.start, -match.end))
        kept: list[Match] = []
        for match in found:
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return kept

    def _matches(self, folded: Folded) -> Iterator[Match]:
        text = folded.text
        for form, number in self._forms.items():
            # Far quicker than the pattern, and mostly not so.
            if form[0] in text and all(word in text for word in form[1:]):
                for place in self._pattern(form, "").finditer(text):
                    if _is_whole(text, *place.span()):
                        yield Match(*folded.span(*place.span()), number)
        for form, number in self._beginnings:
            for place in self._pattern(form, _REST_OF_WORD).finditer(text):
                if _is_whole(text, *place.span()):
                    yield Match(*folded.span(*place.span()), number)

    def _pattern(self, form: Form, ending: str) -> re.Pattern[str]:
        if (form, ending) not in self._patterns:
            self._patterns[form, ending] = re.compile(_BETWEEN_WORDS.join(form) + ending)
        return self._patterns[form, ending]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before or after a stretch."""
    return not (start and _is_of_word(text[start - 1])) and not (end < len(text) and _is_of_word(text[end]))


def _is_of_word(char: str) -> bool:
    return char.isalnum() if char.isascii() else True


def best(matches: Sequence[Match], passed_over: Iterable[Span] = ()) -> int:
    """The number of the match with which the best passage opens: the most different words within a snippet's length.

    Matches in a stretch that is passed over (the title, which is seen anyway) count only if there are no others.
    """
    hidden = tuple(passed_over)
    seen = [
        number for number, match in enumerate(matches) if not any(start <= match.start < end for start, end in hidden)
    ] or list(range(len(matches)))
    best_number, most = 0, (0, 0)
    end = 0
    for place, number in enumerate(seen):
        while end < len(seen) and matches[seen[end]].end <= matches[number].start + SNIPPET_LETTERS:
            end += 1
        within = [matches[other].word for other in seen[place:end]]
        worth = (len(set(within)), min(len(within), 4))
        if worth > most:
            best_number, most = number, worth
    return best_number


def snippet(text: str, matches: Sequence[Match], passed_over: Sequence[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """One line with the best passage, and the stretches of it to mark."""
    body = max((span.end for span in passed_over), default=0)
    first = matches[best(matches, passed_over)].start if matches else body
    start = word_start(text, first - BEFORE_LETTERS)
    start = max(start, body) if first >= body else start
    end = word_end(text, start + SNIPPET_LETTERS)
    within = [match for match in matches if start <= match.start and match.end <= end]
    line, spans = _one_line(text, end - len(text[start:end].lstrip()), end, within)
    opening = "" if start in (0, body) else "…"
    ending = "" if end == len(text) else "…"
    return f"{opening}{line}{ending}", tuple(Span(a + len(opening), b + len(opening)) for a, b in spans)


def word_start(text: str, place: int) -> int:
    """The beginning of the first word after a place, if there is one nearby."""
    if place <= 0:
        return 0
    blank = text.find(" ", place, place + _WORD_NEARBY)
    return blank + 1 if blank >= 0 else place


def word_end(text: str, place: int) -> int:
    """The end of the last word before a place, if there is one nearby."""
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - _WORD_NEARBY, place)
    return blank if blank >= 0 else place


def _one_line(text: str, start: int, end: int, within: Sequence[Match]) -> tuple[str, list[Span]]:
    """The stretch with each run of blanks and line ends as one blank, and where its matches have moved to."""
    line, spans = "", []
    for match in within:
        line += folded_blanks(text[start : match.start])
        marked = folded_blanks(text[match.start : match.end])
        spans.append(Span(len(line), len(line) + len(marked)))
        line += marked
        start = match.end
    return line + folded_blanks(text[start:end]), spans


def folded_blanks(text: str) -> str:
    """The text on one line, with each run of blanks and line ends as one blank."""
    return _BLANKS.sub(" ", text)


def title_span(text: str, title: str) -> tuple[Span, ...]:
    """Where the title stands in the text, if it does."""
    start = text.lower().find(title.lower()) if title else -1
    return (Span(start, start + len(title)),) if start >= 0 else ()
