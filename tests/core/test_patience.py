"""A question to the index that takes too long is given up, and what came before is kept."""

import sqlite3
import time

import pytest

from reader.library.patience import OutOfTime, until

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def test_what_takes_too_long_is_given_up_with_what_was_found() -> None:
    db = sqlite3.connect(":memory:")
    found: list[int] = []
    with pytest.raises(OutOfTime), until(db, time.thread_time() + 0.02):
        found.extend(row[0] for row in db.execute(ENDLESS))
    assert found[:3] == [1, 2, 3]
    assert db.execute("SELECT count(*) FROM (SELECT * FROM (" + ENDLESS + ") LIMIT 100000)").fetchone() == (100000,)


def test_what_is_quick_is_answered_and_other_errors_are_told() -> None:
    db = sqlite3.connect(":memory:")
    with until(db, time.thread_time() + 60):
        assert db.execute("SELECT 7").fetchone() == (7,)
    with pytest.raises(sqlite3.OperationalError, match="no such table"), until(db, time.thread_time() + 60):
        db.execute("SELECT * FROM nowhere")
