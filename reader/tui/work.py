"""Work in threads, and the messages in which what the application does in them comes back to the main screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from textual import work
from textual.message import Message
from textual.worker import Worker, active_worker

from reader.library.pace import RefreshResult

if TYPE_CHECKING:
    from reader.clipboard import CopyOutcome
    from reader.search.engine import Answer

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")
_NOTHING_FOUND = RefreshResult()


def in_thread(
    group: str, description: str, *, exclusive: bool = False
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, Worker[_Result]]]:
    """Have a method run in a thread; `description` completes "Could not …" if it fails.

    An exclusive one takes over from those of its group. The thread goes back to a pool and there keeps, until its next
    work, what Textual has noted in it: the work done, and by that the screen it was done for. It is made to forget.
    """

    def decorate(method: Callable[_Parameters, _Result]) -> Callable[_Parameters, Worker[_Result]]:
        @wraps(method)
        def carry_out(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
            try:
                return method(*args, **kwargs)
            finally:
                active_worker.set(None)  # type: ignore[arg-type]

        in_pool = work(thread=True, group=group, exclusive=exclusive, exit_on_error=False, description=description)
        return in_pool(carry_out)

    return decorate


def begin_alone(name: str, method: Callable[[], None]) -> Future[None]:
    """Run a method in a thread of its own, which ends with the program wherever it is by then."""
    outcome: Future[None] = Future()

    def carry_out() -> None:
        try:
            method()
            outcome.set_result(None)
        except BaseException as error:  # noqa: BLE001 - it is raised where the outcome is asked for
            outcome.set_exception(error)

    threading.Thread(target=carry_out, name=name, daemon=True).start()
    return outcome


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
