"""How much is written at once: little at first, so that there is something to see; then most of a second's work.

What a batch holds is what a killed program loses, and each commit costs a piece of the full-text index to merge later.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.entries import Reading

_FIRST_SECONDS, _LONGEST_SECONDS = 0.05, 0.6
_MOST_BYTES = 16_000_000


class Progress(NamedTuple):
    """How far a refresh is. `total` is 0 while the folders are still being walked, `rate` is files a second.

    `seconds_left` is None while it cannot be known.
    """

    done: int
    total: int
    failed: int
    rate: float
    seconds_left: float | None


class RefreshResult(NamedTuple):
    """What a refresh did; `complete` is false if it was cancelled."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    failed: int = 0
    complete: bool = True

    def and_then(self, later: "RefreshResult") -> "RefreshResult":
        """What this one and a later one found together."""
        return RefreshResult(
            self.added + later.added,
            self.changed + later.changed,
            self.moved + later.moved,
            self.removed + later.removed,
            self.failed + later.failed,
            later.complete,
        )


class Pace:
    """The clock of one refresh of `total` files."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._started = time.monotonic()

    def batches(self, readings: "Iterable[Reading]", cancelled: Callable[[], bool]) -> "Iterator[list[Reading]]":
        """The readings in batches to write; ends early, without an unfinished batch, when cancelled."""
        seconds = _FIRST_SECONDS
        batch: list[Reading] = []
        size = 0
        deadline = time.monotonic() + seconds
        for reading in readings:
            if cancelled():
                return
            batch.append(reading)
            size += reading.size
            if time.monotonic() >= deadline or size > _MOST_BYTES:
                yield batch
                batch, size = [], 0
                seconds = min(2 * seconds, _LONGEST_SECONDS)
                deadline = time.monotonic() + seconds
        if batch and not cancelled():
            yield batch

    def progress(self, written: int, failed: int) -> Progress:
        """Count a batch as written and say how far we are."""
        self._done += written
        rate = self._done / (time.monotonic() - self._started)
        return Progress(self._done, self._total, failed, rate, (self._total - self._done) / rate)
