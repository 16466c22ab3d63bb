"""The words of the library: which go on from what is typed, and which were meant where a word was mistyped.

Subsequence matching on prose finds noise; the slip is in a word, so the word is corrected against the words the
library holds. A slip is counted as optimal string alignment (a letter more, less, other, or two swapped): plain
Levenshtein, which counts a swap as two, found .94 of the intended words among the first ten, this found all.

Comparing a word with all 300,000 of a large library takes 20 to 100 ms and holds the interpreter, which freezes the
screen. But nearly every slip spares the first letter, or swaps or drops it, so only words with the first or second
letter typed and about the same length are compared; a wrong or missing first letter is tried outright.
"""

import heapq
import sqlite3
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reader.library import fulltext
from reader.library.faults import damage
from reader.library.tokens import is_unspaced

MOST_BEGUN = 30
"""Words that a word being typed may go on to: the commonest. All of them (a native prefix query) cost 347 to 790 ms."""
MOST_CORRECTIONS = 24
"""Words that one may be meant for. The other words of a query say better than any order which it is: with 6, of words
whose first letter was missing .81 of the releases meant were among the first ten, with 24 .89, with 100 no more."""
SHORTEST_CORRECTED = 3
SHORTEST_HALF = 2
LONGEST_CORRECTED = 40
ONE_SLIP_UP_TO = 5
"""Letters of a word in which only one slip is taken for one; in longer words two are, if one slip explains nothing."""
MOST_COMMON = 1500
"""Words with one first letter among which a word being typed is looked for first: nine of ten words of any text."""
_SLICE = 5000
_LAST_CHARACTER = "\U0010ffff"


class Vocabulary:
    """The words of a library and in how many releases each stands, as they were when it was loaded."""

    def __init__(self, rows: Iterable[tuple[str, int]]) -> None:
        """Take the words in rising order, each with its number of releases."""
        self._terms: list[str] = []
        self._releases = array("L")
        for term, releases in rows:
            self._terms.append(term)
            self._releases.append(releases)
        self._first_letters = self._find_first_letters()
        self._words: dict[str, dict[int, list[str]]] = {}
        self._begun: dict[str, tuple[str, ...]] = {}
        self._commonest: dict[str, list[int]] = {}
        self._beginnings: dict[tuple[str, int], list[str]] = {}
        self._corrections: dict[tuple[str, bool], tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._terms)

    def releases(self, term: str) -> int:
        """In how many releases a word stands."""
        place = bisect_left(self._terms, term)
        return self._releases[place] if place < len(self._terms) and self._terms[place] == term else 0

    def beginning_with(self, start: str) -> tuple[str, ...]:
        """The `MOST_BEGUN` commonest words that begin so, commonest first."""
        if start not in self._begun:
            commonest = heapq.nlargest(MOST_BEGUN, self._likely(start), key=self._releases.__getitem__)
            self._begun[start] = tuple(self._terms[place] for place in commonest)
        return self._begun[start]

    def postings(self, start: str) -> int:
        """In how many releases the words that begin so stand, summed."""
        places = self._range(start)
        return sum(self._releases[places.start : places.stop])

    def _likely(self, start: str) -> Sequence[int]:
        """The places of the words that begin so; of very many only the common ones."""
        places = self._range(start) if start else range(0)
        if len(places) <= MOST_COMMON:
            return places
        return [place for place in self._common(start[0]) if place in places] or places

    def corrections(self, word: str, *, goes_on: bool = False) -> tuple[str, ...]:
        """The words that were probably meant, likeliest first; never the word itself.

        A word that `goes_on` is still being typed: what it may go on to had there been one slip so far is likelier than
        a word two slips away.
        """
        if not _is_correctable(word):
            return ()
        if (word, goes_on) not in self._corrections:
            self._corrections[word, goes_on] = self._correct(word, goes_on)
        return self._corrections[word, goes_on]

    def halves(self, word: str) -> tuple[str, str] | None:
        """The two words that were typed without the blank between them, if it can be so: the commonest such pair."""
        if not _is_correctable(word):
            return None
        cuts = range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
        pairs = [(min(self.releases(word[:cut]), self.releases(word[cut:])), word[:cut], word[cut:]) for cut in cuts]
        releases, first, second = max(pairs, default=(0, "", ""))
        return (first, second) if releases else None

    def _correct(self, word: str, goes_on: bool) -> tuple[str, ...]:
        one_slip = self._likeliest(word, self._alike(word, 1) | self._other_first_letters(word))
        begun = self._begun_with_a_slip(word) if goes_on else []
        found = list(dict.fromkeys([*one_slip, *begun]))
        if not found and len(word) > ONE_SLIP_UP_TO:
            found = self._likeliest(word, self._alike(word, 2))
        return tuple(found)

    def _likeliest(self, word: str, found: dict[str, int]) -> list[str]:
        """The fewest slips first, then the likelier slips, then the commoner words."""
        ranked = (
            (slips, not is_likely_slip(word, other), -self.releases(other), other) for other, slips in found.items()
        )
        return [other for *_, other in sorted(ranked)[:MOST_CORRECTIONS]]

    def _begun_with_a_slip(self, start: str) -> list[str]:
        """The common words that probably are being typed, if there was one slip so far, commonest first."""
        found: set[str] = set()
        for letter in dict.fromkeys(start[:2]):
            places = self._common(letter)
            for length in range(max(len(start) - 1, SHORTEST_CORRECTED), len(start) + 2):
                beginnings = self._beginnings_of(letter, length)
                hits = process.extract(start, beginnings, scorer=OSA.distance, score_cutoff=1, limit=None)
                found.update(self._terms[places[number]] for _, _, number in hits)
        meant = [word for word in found if not word.startswith(start)]
        return sorted(meant, key=lambda word: (-self.releases(word), word))[:MOST_CORRECTIONS]

    def _alike(self, word: str, slips: int) -> dict[str, int]:
        """The words so many slips away at most that share one of the first two letters, with the number of slips."""
        found: dict[str, int] = {}
        for letter in dict.fromkeys(word[:2]):
            for length in range(len(word) - slips, len(word) + slips + 1):
                choices = self._words_of(letter, length)
                hits = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=None)
                found |= {other: int(distance) for other, distance, _ in hits if other != word}
        return found

    def _other_first_letters(self, word: str) -> dict[str, int]:
        """The words that differ in the first letter alone, or have one before it."""
        others = (letter + rest for letter in self._first_letters for rest in (word[1:], word))
        return {other: 1 for other in others if other != word and self.releases(other)}

    def _words_of(self, letter: str, length: int) -> list[str]:
        """All words with this first letter and length; sorted out when the letter is first asked for."""
        if letter not in self._words:
            by_length: dict[int, list[str]] = defaultdict(list)
            for place in self._range(letter):
                term = self._terms[place]
                by_length[len(term)].append(term)
            self._words[letter] = dict(by_length)
        return self._words[letter].get(length, [])

    def _common(self, letter: str) -> list[int]:
        """The places of the commonest words with this first letter, commonest first."""
        if letter not in self._commonest:
            places = heapq.nlargest(MOST_COMMON, self._range(letter), key=self._releases.__getitem__)
            self._commonest[letter] = places
        return self._commonest[letter]

    def _beginnings_of(self, letter: str, length: int) -> list[str]:
        """The beginnings of this length of the common words with this first letter, each kept once."""
        if (letter, length) not in self._beginnings:
            beginnings = (self._terms[place][:length] for place in self._common(letter))
            shared: dict[str, str] = {}
            self._beginnings[letter, length] = [shared.setdefault(beginning, beginning) for beginning in beginnings]
        return self._beginnings[letter, length]

    def _range(self, start: str) -> range:
        """The places of the words that begin so."""
        first = bisect_left(self._terms, start)
        return range(first, bisect_left(self._terms, start + _LAST_CHARACTER, first))

    def _find_first_letters(self) -> list[str]:
        letters, place = [], 0
        while place < len(self._terms):
            letters.append(self._terms[place][:1])
            place = bisect_left(self._terms, letters[-1] + _LAST_CHARACTER, place)
        return [letter for letter in letters if not is_unspaced(letter)]


def is_likely_slip(typed: str, meant: str) -> bool:
    """Whether a word was mistyped as fingers do it: two letters swapped, one left out, or one typed twice.

    A wrong letter can be any of 25, at any place, so that each such word is far less likely to be the one meant.
    """
    if len(typed) == len(meant):
        return sorted(typed) == sorted(meant)
    return len(typed) < len(meant) or _undoubled(typed) == _undoubled(meant)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def load(db: sqlite3.Connection) -> Vocabulary:
    """The vocabulary as the index holds it now, read in slices, between which a screen can be painted.

    Raises `sqlite3.DatabaseError` where what should be a word or a number is none.
    """
    try:
        return Vocabulary(_in_slices(fulltext.vocabulary(db)))
    except (TypeError, OverflowError) as error:
        raise damage(str(error)) from error


def _in_slices(rows: sqlite3.Cursor) -> Iterator[tuple[str, int]]:
    while part := rows.fetchmany(_SLICE):
        yield from part


def _is_correctable(word: str) -> bool:
    """A number or a symbol stands for itself; and of very short words too many are alike."""
    if not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED:
        return False
    return not is_unspaced(word) and not any(char.isdigit() for char in word)
