"""Queries for the help made of what the library at hand holds, so that whoever tries one finds something."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.library import fulltext, schema
from reader.library.fulltext import Condition
from reader.library.tokens import is_unspaced, tokens
from reader.search.completion import quoted
from reader.search.forms import Width
from reader.search.plan import Plan
from reader.search.query import parse_query
from reader.search.syntax import FORMS
from reader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reader.library.store import Library

MOST_SAMPLED = 200
"""The newest releases, among which frequent names are looked for."""
MOST_TRIED = 3
PHRASE_WORDS = 3

_FOUND = {
    "from": "releases of {}",
    "speaker": "releases that quote {}",
    "place": "releases from {}",
    "symbol": "the release with the symbol {}",
}


def examples(library: "Library") -> tuple[tuple[str, str], ...]:
    """Queries by issuer, speaker, place, symbol, phrase and month, each with what it finds, in words.

    Where the library has nothing of a kind, the example is that of `syntax.FORMS` with its meaning.
    """
    with library.reading() as db:
        sample = fulltext.newest(db, Condition(), MOST_SAMPLED)
        named = [_first(db, f"{field}:", _by_value(db, field, sample)) for field in _FOUND]
        titles = fulltext.titles(db, sample).values()
        return (*named, _first(db, '"', _by_phrase(titles)), _first(db, "on:", _by_month(sample)))


def _first(db: sqlite3.Connection, opening: str, made: Iterator[tuple[str, str]]) -> tuple[str, str]:
    """The first example that finds something; one for the sample releases if none of the first few does."""
    for (query, found), _ in zip(made, range(MOST_TRIED), strict=False):
        if _finds(db, query):
            return query, found
    form = next(form for form in FORMS if form.example.startswith(opening))
    return form.example, form.meaning


def _finds(db: sqlite3.Connection, query: str) -> bool:
    """Whether a query finds something as it stands: without a vocabulary no word is corrected."""
    tree = parse_query(f"{query} ").tree
    if tree is None:
        return False
    as_typed = Width(Vocabulary(()), going_on=False, corrected="unknown")
    return bool(fulltext.newest(db, Plan(tree, as_typed, lambda wanted, test: ()).everywhere, 1))


def _by_value(db: sqlite3.Connection, field: str, sample: "array[int]") -> Iterator[tuple[str, str]]:
    for value, _ in fulltext.values(db, field, sample):
        yield f"{field}:{quoted(value)}", _FOUND[field].format(value)


def _by_phrase(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words at the end of a headline: those at its beginning often say no more than what kind of text it is."""
    for title in titles:
        words = [word for word in tokens(title) if not is_unspaced(word.term)]
        if len(words) > PHRASE_WORDS:
            phrase = title[words[-PHRASE_WORDS].start : words[-1].end]
            yield f'"{phrase}"', f"these words next to each other, as in “{title}”"


def _by_month(sample: "array[int]") -> Iterator[tuple[str, str]]:
    days = filter(None, map(schema.day_of, sample))
    for month, _ in Counter(day.replace(day=1) for day in days).most_common():
        yield f"on:{month:%Y-%m}", f"releases of {month:%B %Y}"
