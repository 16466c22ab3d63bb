"""Queries that are no few words but a symbol or a headline, typed or pasted whole: those releases come first.

They are taken as they are, whatever signs of the query language they happen to hold.
"""

import sqlite3
from dataclasses import dataclass

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.library.tokens import terms

FEWEST_HEADLINE_WORDS = 3
MOST_HEADLINE_WORDS = 60
MOST_SYMBOL_WORDS = 8
MOST_LETTERS = 1000
MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Pasted:
    """The releases with this symbol or headline, best first, and what the index was asked for."""

    ids: tuple[int, ...] = ()
    conditions: tuple[Condition, ...] = ()


NOTHING_PASTED = Pasted()


def pasted(db: sqlite3.Connection, text: str) -> Pasted:
    """The releases whose symbol is the text or whose headline holds it; those whose headline it is stand in front."""
    words = tuple(terms(text[:MOST_LETTERS]))
    conditions = []
    if 0 < len(words) <= MOST_SYMBOL_WORDS and any(char.isdigit() for word in words for char in word):
        conditions.append(fulltext.phrases([words], "symbol"))
    if FEWEST_HEADLINE_WORDS <= len(words) <= MOST_HEADLINE_WORDS:
        conditions.append(fulltext.phrases([words], "title"))
    found = [release for wanted in conditions for release in fulltext.newest(db, wanted, MOST_HITS)]
    if not found:
        return NOTHING_PASTED
    titles = fulltext.titles(db, found)
    ids = sorted(dict.fromkeys(found), key=lambda release: tuple(terms(titles.get(release, ""))) != words)
    return Pasted(tuple(ids), tuple(conditions))
