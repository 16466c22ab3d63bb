"""What is told of corrected words: which were found in place of those typed, and how a query might be spelt."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from reader.library import fulltext
from reader.library.tokens import tokens
from reader.parsing.decode import clean_line
from reader.search.forms import Form
from reader.search.plan import Plan
from reader.search.tree import Word, each_word, words_of
from reader.search.vocabulary import Vocabulary

MOST_TOLD = 3
"""Words that are told to have been found in place of one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was typed, where, and the likeliest of those that were found in its place.

    The word is kept as it is if it is typed with a plus sign before it, see `engine.refused`.
    """

    typed: str
    used: tuple[str, ...]
    start: int
    end: int


def corrections_told(db: sqlite3.Connection, plan: Plan) -> Iterator[Correction]:
    """Only what was found in place of a word is worth saying: some of the forms looked for stand with no other."""
    for word in dict.fromkeys(words_of(plan.tree)):
        forms = plan.width.sought(word).corrected
        used = islice((form for form in forms if _is_found(db, plan, word, form)), MOST_TOLD)
        if told := tuple(" ".join(form) for form in used):
            yield Correction(word.typed, told, word.start, word.end)


def _is_found(db: sqlite3.Connection, plan: Plan, word: Word, form: Form) -> bool:
    meant = replace(word, terms=form, fixed=True, begins=False, typing=False)
    tree = each_word(plan.tree, lambda other: meant if other == word else other)
    return bool(fulltext.newest(db, plan.condition(tree), 1))


def respelt(text: str, words: Iterable[Word], vocabulary: Vocabulary) -> str | None:
    """The query with every word corrected that the library does not hold, None if that changes nothing."""
    changed = text
    for word in reversed(list(words)):
        changed = changed[: word.start] + _respelt_word(word.typed, vocabulary) + changed[word.end :]
    changed = clean_line(changed)
    return changed if changed != clean_line(text) else None


def _respelt_word(typed: str, vocabulary: Vocabulary) -> str:
    for token in reversed(list(tokens(typed))):
        meant = () if vocabulary.releases(token.term) else vocabulary.corrections(token.term)
        if meant:
            typed = typed[: token.start] + meant[0] + typed[token.end :]
    return typed
