"""The concordance: every place where a search was fulfilled, in all releases, one line each with its context."""

import datetime
import heapq
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from reader.library.tokens import terms
from reader.model import DateSource, Span
from reader.parsing.decode import clean_line
from reader.search.passages import Marker, folded_blanks, word_end, word_start
from reader.tables import csv_row

if TYPE_CHECKING:
    from reader.library.store import Summary

CONTEXT_LETTERS = 80
"""Letters of context on either side of a match; a wide terminal shows about so many."""
_LETTERS_COMPARED = 40
"""Lines that agree in so many letters next to the match stay in the order of their releases."""
_READ_AT_ONCE = 100
_SORTED_AT_ONCE = 10_000
"""More at a time would hold the screen: while Python sorts, no other thread runs."""
_RELEASES_KEPT = 100
_HEAD = ("date", "symbol", "title", "left", "match", "right", "path")

LineOrder = Literal["day", "left", "match", "right"]
ReadTexts = Callable[[Sequence[int]], Iterable[tuple["Summary", str]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One match with the words before and after it; `number` is which match of its release it is, from 0."""

    release_id: int
    number: int
    path: str
    title: str
    date: datetime.date | None
    date_source: DateSource
    symbol: str | None
    left: str
    match: str
    right: str


class Concordance:
    """The lines of some releases. There may be millions: of each only its release and its number are kept, 12 bytes.

    Its words are read when it is asked for. Where a release has gone or holds fewer matches by then, there is no line.
    """

    def __init__(self, releases: Sequence[int], read: ReadTexts, marker: Marker) -> None:
        self.releases = releases
        self._read = read
        self._marker = marker
        self._release_ids = array("q")
        self._numbers = array("I")
        self._order: Sequence[int] = ()
        self._kept = lru_cache(_RELEASES_KEPT)(self._lines)

    def __len__(self) -> int:
        return len(self._order)

    def gather(self) -> Iterator[int]:
        """Find the lines, in the order of the releases; yields how many of these have been read."""
        for done in range(0, len(self.releases), _READ_AT_ONCE):
            yield done
            for row, text in self._read(self.releases[done : done + _READ_AT_ONCE]):
                found = len(self._marker.matches(text))
                self._release_ids.extend([row.id] * found)
                self._numbers.extend(range(found))
        yield len(self.releases)
        self._order = range(len(self._numbers))

    def sort(self, order: LineOrder) -> Iterator[int]:
        """Put the lines in order, once all is read; yields how many lines have been.

        By day is the order of the releases. By the words, those left of the match are read from it leftwards.
        """
        everything = range(len(self._numbers))
        if order == "day":
            yield len(everything)
            self._order = everything
            return
        keys = (_key(line, order) if line else "" for line in self._by_release())
        runs = []
        for start in range(0, len(everything), _SORTED_AT_ONCE):
            yield start
            part = everything[start : start + _SORTED_AT_ONCE]
            runs.append(sorted((next(keys), number) for number in part))
        merged = array("I", (number for _, number in heapq.merge(*runs)))
        yield len(everything)
        self._order = merged

    def line(self, row: int) -> Line | None:
        """The line in this row."""
        number = self._order[row]
        lines = self._kept(self._release_ids[number])
        return lines[self._numbers[number]] if self._numbers[number] < len(lines) else None

    def places(self, text: str) -> list[Span]:
        """Where a text has matches."""
        return [Span(match.start, match.end) for match in self._marker.matches(text)]

    def csv(self) -> str:
        """The lines as a table with a head row."""
        rows = [csv_row(_cells(line)) if line else "" for line in self._by_release()]
        return csv_row(_HEAD) + "".join(rows[number] for number in self._order)

    def _by_release(self) -> Iterator[Line | None]:
        for release_id, of_release in groupby(self._release_ids):
            lines = self._lines(release_id)
            for number, _ in enumerate(of_release):
                yield lines[number] if number < len(lines) else None

    def _lines(self, release_id: int) -> list[Line]:
        return [line for row, text in self._read([release_id]) for line in _lines_of(row, text, self.places(text))]


def _lines_of(row: "Summary", text: str, places: Iterable[Span]) -> Iterator[Line]:
    for number, (start, end) in enumerate(places):
        yield Line(
            row.id,
            number,
            row.path,
            row.title,
            row.date,
            row.date_source,
            row.symbol,
            folded_blanks(text[word_start(text, start - CONTEXT_LETTERS) : start]),
            folded_blanks(text[start:end]),
            folded_blanks(text[end : word_end(text, end + CONTEXT_LETTERS)]),
        )


def _cells(line: Line) -> tuple[str, ...]:
    date = line.date.isoformat() if line.date else ""
    return (date, line.symbol or "", line.title, line.left, line.match, line.right, clean_line(line.path))


def _key(line: Line, order: LineOrder) -> str:
    if order == "match":
        return " ".join(terms(line.match))
    if order == "right":
        return " ".join(terms(line.right[: word_end(line.right, _LETTERS_COMPARED)]))
    near = word_start(line.left, len(line.left) - _LETTERS_COMPARED)
    return " ".join(reversed(terms(line.left[near:])))
