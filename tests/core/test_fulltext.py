"""The SQL behind search, where SQLite has pitfalls."""

import sqlite3

import pytest

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.library.schema import FULLTEXT_LAYOUT


@pytest.fixture
def db() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    for statement in FULLTEXT_LAYOUT.split(";"):
        db.execute(statement)
    fulltext.add(db, [(number, ("", "", "ferry quay", "", "", "", "")) for number in range(1, 60)])
    return db


def test_many_lists_of_ids_beside_a_match(db: sqlite3.Connection) -> None:
    ferry = fulltext.phrases([("ferry",)])
    lists = [fulltext.among(ferry, range(number, 50)) for number in range(40)]
    assert list(fulltext.newest(db, fulltext.all_of(lists), 3)) == [49, 48, 47]
    assert fulltext.count(db, fulltext.all_of(lists)) == 11


def test_conditions_that_say_the_same_are_asked_once() -> None:
    ferry = fulltext.phrases([("ferry",)])
    assert fulltext.all_of([ferry] * 100) == ferry
    assert fulltext.any_of([ferry] * 100) == ferry


def test_what_is_unwanted_is_left_out(db: sqlite3.Connection) -> None:
    ferry, quay = fulltext.phrases([("ferry",)]), fulltext.phrases([("quay",)])
    assert fulltext.count(db, fulltext.without(ferry, quay)) == 0
    assert fulltext.count(db, fulltext.without(ferry, Condition(where="hit.rowid > ?", values=(50,)))) == 50


@pytest.mark.parametrize("words", [0, 1, 127, 128, 20_000])
def test_the_length_of_a_body(db: sqlite3.Connection, words: int) -> None:
    fulltext.add(db, [(60, ("a title of five words", "a lead", "word " * words, "", "", "", ""))])
    assert fulltext.lengths(db, [60, 61]) == {60: words}
