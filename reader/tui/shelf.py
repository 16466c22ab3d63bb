"""The library as the screen reads it: where the index fails under a reader, that is said and the screen lives on."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from reader.errors import ReaderError
from reader.library.marks import Star
from reader.library.store import Failure, Library, Summary
from reader.model import Release

if TYPE_CHECKING:
    from reader.library.browse import ContactRow, QuoteRow

Value = TypeVar("Value")


class Shelf:
    """Reads from a library; what cannot be read is empty, and `say` is told why, once for each reason in a row."""

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        self._library = library
        self._say = say
        self._said = ""
        self._kept: tuple[int, array[int]] = (-1, array("q"))

    def ids(self) -> array[int]:
        """Every release, newest first: 100,000 take 25 ms, so that a thread asks first."""
        return self.read(self._ids, array("q"))

    def _ids(self) -> array[int]:
        """Read again only after a change of the library."""
        generation = self._library.generation()
        if self._kept[0] != generation:
            self._kept = generation, self._library.ids()
        return self._kept[1]

    def first_ids(self, at_most: int) -> array[int]:
        """The newest releases."""
        return self.read(lambda: self._library.ids(at_most), array("q"))

    def count(self) -> int:
        """How many releases there are."""
        return self.read(self._library.count, 0)

    def summaries(self, ids: Sequence[int]) -> Sequence[Summary]:
        """What stands in the rows of these releases."""
        return self.read(lambda: self._library.summaries(ids), [])

    def release(self, release_id: int) -> Release | None:
        """A release, or nothing where a refresh has just removed it."""
        try:
            return self.read(lambda: self._library.release(release_id), None)
        except KeyError:
            return None

    def failures(self) -> Sequence[Failure]:
        """The files that could not be read."""
        return self.read(self._library.failures, [])

    def quote_rows(self, ids: Sequence[int]) -> Sequence[QuoteRow]:
        """What stands in the rows of these quotations."""
        return self.read(lambda: self._library.quote_rows(ids), [])

    def find_contacts(self) -> Sequence[ContactRow]:
        """Every contact once."""
        return self.read(self._library.find_contacts, [])

    def star_of(self, release_id: int) -> Star | None:
        """What a star on this release is called."""
        try:
            return self.read(lambda: self._library.star_of(release_id), None)
        except KeyError:
            return None

    def starred_ids(self, stars: Sequence[Star]) -> array[int]:
        """The releases that bear these stars, newest first."""
        return self.read(lambda: self._library.starred_ids(stars), array("q"))

    def read(self, read: Callable[[], Value], otherwise: Value) -> Value:
        """What `read` gives, or `otherwise` where the index fails."""
        try:
            value = read()
        except ReaderError as error:
            if str(error) != self._said:
                self._said = str(error)
                self._say(self._said)
            return otherwise
        self._said = ""
        return value
