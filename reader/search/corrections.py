"""What is told of corrected words: which were found in place of those typed, and how a query might be spelt."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.library import fulltext
from reader.library.tokens import tokens
from reader.parsing.decode import clean_line
from reader.search.forms import POSSESSIVE, Sought
from reader.search.tree import Word
from reader.search.vocabulary import Vocabulary

MOST_TOLD = 3
"""Words that are told to have been found in place of one."""
_CONTRACTED = re.compile(r"['’](?:[dmst]|ll|re|ve)\b", re.IGNORECASE)
MOST_LOOKED_AT = 5
"""Releases in which a word is looked for that is told; 15 µs for each word and release."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was typed, where, and the likeliest of those that were found in its place.

    The word is kept as it is if it is typed with a plus sign before it, see `engine.refused`.
    """

    typed: str
    used: tuple[str, ...]
    start: int
    end: int


def corrections_told(db: sqlite3.Connection, words: Iterable[Sought], found: Sequence[int]) -> Iterator[Correction]:
    """Only what stands in the releases found is worth saying; of those, looking at the first is enough."""
    seen = found[:MOST_LOOKED_AT]
    for sought in dict.fromkeys(words):
        word = sought.word
        forms = (form for form in sought.corrected if fulltext.hold(db, fulltext.phrases([form], word.column), seen))
        if told := tuple(" ".join(form) for form in islice(forms, MOST_TOLD)):
            yield Correction(word.typed, told, word.start, word.end)


def respelt(text: str, words: Iterable[Word], vocabulary: Vocabulary) -> str | None:
    """The query with every word corrected that the library does not hold, None if that changes nothing."""
    changed = text
    for word in reversed(list(words)):
        changed = changed[: word.start] + _respelt_word(word.typed, vocabulary) + changed[word.end :]
    changed = clean_line(changed)
    return changed if changed != clean_line(text) else None


def _respelt_word(typed: str, vocabulary: Vocabulary) -> str:
    """A possessive is respelt without its ending; what an apostrophe cuts short (`doesn't`) is no word by itself."""
    for token in reversed(list(tokens(typed))):
        possessive = POSSESSIVE.match(typed, token.end)
        is_part = _CONTRACTED.match(typed, token.end) or _CONTRACTED.match(typed, max(0, token.start - 1))
        if vocabulary.releases(token.term) or (is_part and not possessive):
            continue
        if meant := vocabulary.corrections(token.term):
            typed = typed[: token.start] + meant[0] + typed[possessive.end() if possessive else token.end :]
    return typed
