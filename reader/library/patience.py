"""How long a question to the index may take: one that takes longer is given up, not waited for.

What a question costs depends on how often its words stand where, and no estimate held for phrases, near:, negations
and filters alike; so it is asked, and stopped when its time is over. Time is that of the processor in this thread,
which is the same on a busy machine. SQLite looks at the clock within half a millisecond, in the midst of the full text
too, but for the beginning of very many words (`"s" *`), which it gathers in one go.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STEPS = 200


class OutOfTime(Exception):
    """A question was given up because its time was over."""


@contextmanager
def until(db: sqlite3.Connection, end: float) -> Iterator[None]:
    """What is asked of this connection until `end` by `time.thread_time`; whatever runs then raises `OutOfTime`."""
    over = False

    def is_over() -> bool:
        nonlocal over
        over = time.thread_time() > end
        return over

    db.set_progress_handler(is_over, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if over:
            raise OutOfTime from error
        raise
    finally:
        db.set_progress_handler(None, 0)
