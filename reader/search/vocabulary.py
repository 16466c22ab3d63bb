"""The words of the library: which go on from what is typed, and which were meant where a word was mistyped.

Subsequence matching on prose finds noise; the slip is in a word, so the word is corrected against the words the
library holds. A slip is counted as optimal string alignment (a letter more, less, other, or two swapped): plain
Levenshtein, which counts a swap as two, found .94 of the intended words among the first ten, this found all.
"""

import heapq
import sqlite3
import time
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reader.library import fulltext
from reader.library.tokens import is_unspaced

MOST_BEGUN = 30
"""Words that a word being typed may go on to: the commonest. All of them (a native prefix query) cost 347 to 790 ms."""
MOST_CORRECTIONS = 6
SHORTEST_CORRECTED = 3
LONGEST_CORRECTED = 40
FEWEST_RELEASES = 2
"""A word in one release alone is more often a slip of that release than what anybody looks for."""
ONE_SLIP_UP_TO = 5
"""Letters of a word in which only one slip is taken for one; in longer words two are."""
_SLICE = 4000
_LAST_CHARACTER = "\U0010ffff"


class Vocabulary:
    """The words of a library and in how many releases each stands, as they were when it was loaded."""

    def __init__(self, rows: Iterator[tuple[str, int]]) -> None:
        """Take the words in rising order. Done in slices, for a screen shares the interpreter with this thread."""
        self._terms: list[str] = []
        self._releases = array("L")
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._beginnings: dict[int, list[str]] = {}
        for term, releases in rows:
            self._terms.append(term)
            self._releases.append(releases)
            if releases >= FEWEST_RELEASES and len(term) <= LONGEST_CORRECTED and not is_unspaced(term):
                self._by_length[len(term)].append(term)

    def __len__(self) -> int:
        return len(self._terms)

    def releases(self, term: str) -> int:
        """In how many releases a word stands."""
        place = bisect_left(self._terms, term)
        return self._releases[place] if place < len(self._terms) and self._terms[place] == term else 0

    def beginning_with(self, start: str, most: int = MOST_BEGUN) -> tuple[str, ...]:
        """The commonest words that begin so, commonest first."""
        first = bisect_left(self._terms, start)
        end = bisect_left(self._terms, start + _LAST_CHARACTER, first)
        places = heapq.nlargest(most, range(first, end), key=self._releases.__getitem__)
        return tuple(self._terms[place] for place in places)

    def corrections(self, word: str) -> tuple[str, ...]:
        """The words that were probably meant, likeliest first; never the word itself."""
        if not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED or is_unspaced(word):
            return ()
        found = self._within(word, 1)
        if not found and len(word) > ONE_SLIP_UP_TO:
            found = self._within(word, 2)
        found.sort(key=lambda hit: (hit[1], hit[0][0] != word[0], -self.releases(hit[0])))
        return tuple(term for term, _ in found[:MOST_CORRECTIONS])

    def corrected_beginnings(self, start: str) -> tuple[str, ...]:
        """The beginnings of words that were probably meant by a word still being typed, one slip away."""
        if len(start) < SHORTEST_CORRECTED or len(start) > LONGEST_CORRECTED or is_unspaced(start):
            return ()
        lengths = range(len(start) - 1, len(start) + 2)
        found = [beginning for length in lengths for beginning in self._near_beginnings(start, length)]
        return tuple(term for term in found if not term.startswith(start))[:MOST_CORRECTIONS]

    def _within(self, word: str, slips: int) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            found += _alike(word, self._by_length.get(length, ()), slips)
        return [hit for hit in found if hit[0] != word]

    def _near_beginnings(self, start: str, length: int) -> list[str]:
        if length not in self._beginnings:
            longer = (term[:length] for size, terms in self._by_length.items() if size >= length for term in terms)
            self._beginnings[length] = list(dict.fromkeys(longer))
        return [term for term, _ in _alike(start, self._beginnings[length], 1)]


def load(db: sqlite3.Connection) -> Vocabulary:
    """The vocabulary as the index holds it now."""
    return Vocabulary(_in_slices(fulltext.vocabulary(db)))


def _in_slices(rows: sqlite3.Cursor) -> Iterator[tuple[str, int]]:
    while part := rows.fetchmany(_SLICE):
        yield from part
        time.sleep(0)


def _alike(word: str, choices: Sequence[str], slips: int) -> list[tuple[str, int]]:
    """The choices within so many slips of a word, with the number of slips; looked at in slices, see `__init__`."""
    found: list[tuple[str, int]] = []
    for start in range(0, len(choices), _SLICE):
        part = choices[start : start + _SLICE]
        hits = process.extract(word, part, scorer=OSA.distance, score_cutoff=slips, limit=None)
        found += [(term, int(distance)) for term, distance, _ in hits]
    return found
