"""The messages in which what the application does in threads comes back to the main screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.library.pace import RefreshResult

if TYPE_CHECKING:
    from reader.clipboard import CopyOutcome
    from reader.search.engine import Answer

_NOTHING_FOUND = RefreshResult()


class FilesChanged(Message):
    """Files came, changed or went in the folders of the library."""


class IndexProgressed(Message):
    """More releases were read; `ReaderApp.progress` says how many."""


class Indexed(Message):
    """A refresh of the library came to its end; `failure` says why it could not do its work.

    Where it is not the last, a newer one has taken over; what it found stays found.
    """

    def __init__(self, result: RefreshResult = _NOTHING_FOUND, failure: str = "", *, is_last: bool = True) -> None:
        super().__init__()
        self.result = result
        self.failure = failure
        self.is_last = is_last


class Searched(Message):
    """A search has its answer, or, continued, a fuller one than that which is shown already."""

    def __init__(self, answer: Answer, *, continued: bool = False) -> None:
        super().__init__()
        self.answer = answer
        self.continued = continued


class Copied(Message):
    """A copy came to its end; `sentence` says how."""

    def __init__(self, sentence: str, outcome: CopyOutcome) -> None:
        super().__init__()
        self.sentence = sentence
        self.outcome = outcome
