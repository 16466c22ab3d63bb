"""The messages in which work done in threads comes back to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.library.pace import RefreshResult

if TYPE_CHECKING:
    from reader.clipboard import CopyOutcome
    from reader.library.browse import QuoteOrder
    from reader.search.concordance import Concordance, LineOrder
    from reader.search.engine import Answer
    from reader.search.people import ContactFinder
    from reader.search.quotations import Quotations

_NOTHING_FOUND = RefreshResult()


class FilesChanged(Message):
    """Files came, changed or went in the folders of the library."""


class IndexProgressed(Message):
    """More releases were read; `ReaderApp.progress` says how many."""


@dataclass
class Indexed(Message):
    """A refresh of the library came to its end; `failure` says why it could not do its work.

    Where it is not the last, a newer one has taken over; what it found stays found.
    """

    result: RefreshResult = _NOTHING_FOUND
    failure: str = ""
    is_last: bool = True


@dataclass
class Searched(Message):
    """A search has its answer, or, continued, a fuller one than that which is shown already."""

    answer: Answer
    continued: bool = False


@dataclass
class ConcordanceProgressed(Message):
    """A part of a concordance's work is done; `how_far` says how much."""

    how_far: str


@dataclass
class Concorded(Message):
    """A concordance has its lines, or has them in another order.

    `note` says which words were looked for in place of those typed.
    """

    query: str
    concordance: Concordance
    order: LineOrder
    note: str


@dataclass
class Quoted(Message):
    """The quotations that were asked for."""

    query: str
    order: QuoteOrder
    found: Quotations


@dataclass
class BookRead(Message):
    """The contact book of the library."""

    finder: ContactFinder


@dataclass
class Copied(Message):
    """A copy came to its end; `sentence` says how."""

    sentence: str
    outcome: CopyOutcome
