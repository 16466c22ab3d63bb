"""Who said what: the quotations of a person, about something, however name and words are spelt."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library import browse
from reader.library.tokens import terms
from reader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reader.library.browse import QuoteOrder
    from reader.library.store import Library


@dataclass(frozen=True, slots=True)
class Quotations:
    """The ids of the quotations found, in order, and the words that were looked for in place of those typed."""

    ids: array[int]
    corrections: tuple[tuple[str, str], ...] = ()


class QuotationFinder:
    """Finds in one library. `words` gives the words of it; those of names are gathered when a name is found nowhere."""

    def __init__(self, library: Library, words: Callable[[], Vocabulary]) -> None:
        self._library = library
        self._words = words
        self._known_names = Vocabulary(())
        self._generation = -1

    def find(self, who: str | None, about: str | None, order: QuoteOrder = "day") -> Quotations:
        """The quotations by `who` that hold all words of `about`; with corrected words if there are none as typed.

        Each of the two may be missing; both missing are all quotations. Words without `who` may also be a name.
        """
        ids = self._library.find_quotes(who, about, order)
        if not ids and about and not who:
            who, about = about, None
            ids = self._library.find_quotes(who, None, order)
        if ids or not (who or about):
            return Quotations(ids)
        corrections = [*_corrected(who, self._names), *_corrected(about, self._words)]
        if not corrections:
            return Quotations(ids)
        ids = self._library.find_quotes(_replaced(who, corrections), _replaced(about, corrections), order)
        return Quotations(ids, tuple(corrections) if ids else ())

    def _names(self) -> Vocabulary:
        generation = self._library.generation()
        if generation != self._generation:
            with self._library.reading() as db:
                names = Counter(term for name in browse.speaker_names(db) for term in set(terms(name)))
            self._known_names, self._generation = Vocabulary(sorted(names.items())), generation
        return self._known_names


def _corrected(words: str | None, known: Callable[[], Vocabulary]) -> Iterable[tuple[str, str]]:
    for term in terms(words or ""):
        if not known().releases(term) and (likely := known().corrections(term)):
            yield term, likely[0]


def _replaced(words: str | None, corrections: Iterable[tuple[str, str]]) -> str | None:
    replacing = dict(corrections)
    return " ".join(replacing.get(term, term) for term in terms(words)) if words else None
