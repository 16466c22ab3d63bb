"""The forms that stand for a word of the query: as typed, going on where it is still being typed, or corrected."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from reader.library.tokens import is_unspaced
from reader.search.tree import Word
from reader.search.vocabulary import Vocabulary

Form = tuple[str, ...]
"""One word of the index, or several that must stand together."""


Corrected = Literal["unknown", "doubtful", "all"]
"""Which words are corrected: those that the library does not hold, those too that are rare beside another, or all."""

MUCH_COMMONER = 10
"""How much commoner another word must be for a word that the library holds to be doubtful: "goverment" stands in some
releases, "government" in a thousand times as many; "votes" for "vote" is no slip."""

MOST_DOUBTED = 8
"""Words tried in place of one that the library holds."""

MOST_CORRECTED = 12
"""Words of a query that are corrected; who pastes a page has not mistyped it."""

SHORTEST_GATHERED = 3
MOST_GATHERED = 100_000
"""Up to so many releases, summed over the words that begin so, `word*` means every one of these words, and from so many
letters on; 0.26 µs for each. Beyond it means the commonest of them."""
MOST_LOOKED_UP = 50_000
"""Releases in which the words that a word may go on to stand, summed, as far as other words do not narrow them; 0.1 to
0.2 µs each. A single letter goes on to two or three words that stand everywhere, a rare beginning to all there are."""
POSSESSIVE = re.compile(r"['’]s(?=\W*\Z)", re.IGNORECASE)
PHRASE_COST = 10
"""How many words by themselves a phrase costs as much as."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of the query with the forms that stand for it.

    `plain` are those as typed, with what the word may go on to; where `goes_on`, anything that begins so will do.
    """

    word: Word
    plain: tuple[Form, ...]
    corrected: tuple[Form, ...] = ()
    goes_on: bool = False

    @property
    def forms(self) -> tuple[Form, ...]:
        """Every form, those as typed first."""
        return self.plain + self.corrected


class Width:
    """How wide words are taken in one step of a search: whether those being typed go on, and which are corrected."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        going_on: bool,
        corrected: Corrected,
        rarest: int = sys.maxsize,
        joined: Mapping[Word, str] = MappingProxyType({}),
    ) -> None:
        """`rarest` is in how many releases the rarest of the words stands, as far as they are required.

        `joined` has for some words the one word that they are without a blank or hyphen, see `joined_words`.
        """
        self._vocabulary = vocabulary
        self._joined = joined
        self._going_on = going_on
        self._corrected = corrected
        self._rarest = rarest
        self._may_correct = MOST_CORRECTED
        self._known: dict[Word, Sought] = {}

    def sought(self, word: Word) -> Sought:
        """The word with its forms."""
        if word not in self._known:
            self._known[word] = self._widen(word)
        return self._known[word]

    def releases(self, word: Word) -> int:
        """In how many releases a word stands in one of its forms, at most; none can tell for one that goes on."""
        sought = self.sought(word)
        return sys.maxsize if sought.goes_on else sum(map(self._releases, sought.forms))

    def cost(self, word: Word) -> int:
        """How many releases are looked at for a word, about; the places of a phrase are dearer."""
        sought = self.sought(word)
        if sought.goes_on:
            return self._vocabulary.postings(word.terms[-1])
        return sum(min(self._releases(form), self._rarest) * (PHRASE_COST if form[1:] else 1) for form in sought.forms)

    def is_broad(self, word: Word) -> bool:
        """Whether more words begin so than the index can gather in a blink, so that only the commonest are meant."""
        begun = word.terms[-1]
        if is_unspaced(begun):
            return False
        return len(begun) < SHORTEST_GATHERED or self._vocabulary.postings(begun) > MOST_GATHERED

    def _widen(self, word: Word) -> Sought:
        goes_on = word.begins and not word.typing and not self.is_broad(word)
        plain: tuple[Form, ...] = (word.terms,)
        if word.typing or (word.begins and self.is_broad(word)):
            endings = self._vocabulary.beginning_with(word.terms[-1])
            # A word that is newer than the vocabulary may yet be in the index.
            goes_on = not endings
            narrowed = min([self._rarest, *map(self._vocabulary.releases, word.terms[:-1])])
            affordable = self._affordable(endings, narrowed)
            plain = tuple(dict.fromkeys([word.terms, *((*word.terms[:-1], ending) for ending in affordable)]))
        wide = Sought(word, plain, tuple(self._corrections(word, plain)), goes_on)
        return wide if self._going_on or not word.typing else self._whole(wide)

    def _whole(self, sought: Sought) -> Sought:
        """Without what a word being typed may go on to: the word itself if the library holds it, or corrected words."""
        word = sought.word
        if self._releases(word.terms):
            return Sought(word, (word.terms,))
        whole = self._vocabulary.corrections(word.terms[0])
        return Sought(word, (word.terms,), tuple(form for form in sought.corrected if form[1:] or form[0] in whole))

    def _affordable(self, words: Iterable[str], narrowed: int) -> Iterator[str]:
        """As many words as can be looked up while somebody types: the likeliest, and at least one."""
        cost = 0
        for number, term in enumerate(words):
            cost += min(self._vocabulary.releases(term), narrowed)
            if number and cost > MOST_LOOKED_UP:
                return
            yield term

    def _corrections(self, word: Word, plain: tuple[Form, ...]) -> Iterator[Form]:
        """The forms that were probably meant: those so much commoner than the word that a slip is likelier than it."""
        known = max(map(self._releases, plain))
        if word.fixed or not self._may_correct or (self._corrected == "unknown" and known):
            return
        self._may_correct -= 1
        if word in self._joined:
            yield (self._joined[word],)
        if POSSESSIVE.search(word.typed) and len(word.terms) > 1 and (self._corrected == "all" or not known):
            yield word.terms[:-1]
        if len(word.terms) > 1:
            return
        fewest = 1 if self._corrected == "all" else MUCH_COMMONER * known
        meant = self._vocabulary.corrections(word.terms[0], goes_on=word.typing)
        likely = [term for term in meant if (term,) not in plain and self._vocabulary.releases(term) >= fewest]
        most = MOST_DOUBTED if known else len(likely)
        yield from ((term,) for term in self._affordable(likely[:most], self._rarest))
        halves = self._vocabulary.halves(word.terms[0])
        if halves and self._releases(halves) >= fewest:
            yield halves

    def _releases(self, form: Form) -> int:
        return min(map(self._vocabulary.releases, form))


def joined_words(words: Iterable[Word], vocabulary: Vocabulary) -> dict[Word, str]:
    """The words that are one word of the library without the blank or hyphen between them: "cyber crime".

    A release that holds the one word holds what was meant by each of the two.
    """
    free = [word for word in words if not word.fixed]
    beside = [(word, after) for word, after in pairwise(free) if _are_beside(word, after)]
    joined: dict[Word, str] = {}
    for parts in [*beside, *((word,) for word in free if len(word.terms) > 1)]:
        term = "".join(term for word in parts for term in word.terms)
        if vocabulary.releases(term):
            joined |= dict.fromkeys(parts, term)
    return joined


def _are_beside(word: Word, after: Word) -> bool:
    return after.start - word.end == 1 and word.column == after.column
