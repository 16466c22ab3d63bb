"""The forms that stand for a word of the query: as typed, going on where it is still being typed, or corrected."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from reader.search.tree import Word
from reader.search.vocabulary import Vocabulary

Form = tuple[str, ...]
"""One word of the index, or several that must stand together."""


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

    def __init__(self, vocabulary: Vocabulary, *, going_on: bool, corrected: Callable[[Word], bool]) -> None:
        self._vocabulary = vocabulary
        self._going_on = going_on
        self._corrected = corrected
        self._known: dict[Word, Sought] = {}

    def sought(self, word: Word) -> Sought:
        """The word with its forms."""
        if word not in self._known:
            self._known[word] = self._widen(word)
        return self._known[word]

    def releases(self, word: Word) -> int:
        """In how many releases a word stands in one of its forms, at most; none can tell for one that goes on."""
        sought = self.sought(word)
        if sought.goes_on:
            return sys.maxsize
        return sum(min(map(self._vocabulary.releases, form)) for form in sought.forms)

    def _widen(self, word: Word) -> Sought:
        typing = word.typing and self._going_on
        goes_on = word.begins and not word.typing
        plain: tuple[Form, ...] = (word.terms,)
        if typing:
            endings = self._vocabulary.beginning_with(word.terms[-1])
            # A word that is newer than the vocabulary may yet be in the index.
            goes_on = not endings
            plain = tuple(dict.fromkeys([word.terms, *((*word.terms[:-1], ending) for ending in endings)]))
        if word.fixed or len(word.terms) > 1 or not self._corrected(word):
            return Sought(word, plain, goes_on=goes_on)
        meant = self._vocabulary.corrections(word.terms[0])
        if typing:
            meant += self._vocabulary.corrected_beginnings(word.terms[0])
        corrected = tuple((term,) for term in dict.fromkeys(meant) if (term,) not in plain)
        return Sought(word, plain, corrected, goes_on)
