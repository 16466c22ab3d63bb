"""Where a search was fulfilled in a text: the places to mark, and the passage that says most about why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.library.tokens import Token, tokens
from reader.model import Span
from reader.search.forms import Sought

SNIPPET_LETTERS = 160
"""What a row of the list shows, about; two lines of a narrow list."""
BEFORE_LETTERS = 40
"""How much of a snippet stands before its first marked word."""


class Match(NamedTuple):
    """A stretch of the text to mark and the word of the query (by its number) it stands for."""

    start: int
    end: int
    word: int


class Marker:
    """Finds every form of the words of a search in a text; made once for a search."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._words: dict[str, int] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._beginnings: list[tuple[str, int]] = []
        for number, word in enumerate(sought):
            if word.word.begins and len(word.word.terms) == 1:
                self._beginnings.append((word.word.terms[0], number))
            for form in word.forms:
                if len(form) == 1:
                    self._words.setdefault(form[0], number)
                else:
                    self._phrases[form[0]].append((form, number))

    def matches(self, text: str) -> list[Match]:
        """All places to mark, in order, none within another."""
        words = list(tokens(text))
        found: list[Match] = []
        for place, token in enumerate(words):
            match = self._match(words, place, token)
            if match and not (found and match.start < found[-1].end and match.end <= found[-1].end):
                found.append(match)
        return found

    def _match(self, words: Sequence[Token], place: int, token: Token) -> Match | None:
        for form, number in self._phrases.get(token.term, ()):
            stretch = words[place : place + len(form)]
            if tuple(word.term for word in stretch) == form:
                return Match(token.start, stretch[-1].end, number)
        number = self._words.get(token.term, -1)
        if number < 0:
            number = next((number for start, number in self._beginnings if token.term.startswith(start)), -1)
        return Match(token.start, token.end, number) if number >= 0 else None


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


def snippet(text: str, matches: Sequence[Match], passed_over: Iterable[Span] = ()) -> tuple[str, tuple[Span, ...]]:
    """One line with the best passage, and the stretches of it to mark."""
    first = matches[best(matches, passed_over)].start if matches else _end_of(passed_over)
    start = _word_start(text, max(0, first - BEFORE_LETTERS))
    end = _word_end(text, start + SNIPPET_LETTERS)
    return _one_line(text, start, end, matches)


def _end_of(spans: Iterable[Span]) -> int:
    return max((span.end for span in spans), default=0)


def _word_start(text: str, place: int) -> int:
    """The beginning of the word after a place, if there is one nearby."""
    if place == 0:
        return 0
    blank = text.find(" ", place, place + BEFORE_LETTERS // 2)
    return blank + 1 if blank >= 0 else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - BEFORE_LETTERS // 2, place)
    return blank if blank >= 0 else place


def _one_line(text: str, start: int, end: int, matches: Sequence[Match]) -> tuple[str, tuple[Span, ...]]:
    opening = "…" if start > 0 else ""
    shift = len(opening) - start
    marked = tuple(
        Span(match.start + shift, min(match.end, end) + shift) for match in matches if start <= match.start < end
    )
    line = text[start:end].replace("\n", " ")
    return opening + line + ("…" if end < len(text) else ""), marked


def title_span(text: str, title: str) -> tuple[Span, ...]:
    """Where the title stands in the text, if it does."""
    start = text.lower().find(title.lower()) if title else -1
    return (Span(start, start + len(title)),) if start >= 0 else ()
