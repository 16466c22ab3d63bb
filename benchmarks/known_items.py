"""Queries of which the one release meant is known: a few telling words of it, as they are and with one slip."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from dataclasses import dataclass

from reader.library import fulltext
from reader.library.store import Library
from reader.library.tokens import terms
from reader.model import Release

SHORTEST_WORD = 4
TELLING_SHARE = 0.02
"""A word that stands in a larger share of the releases tells nothing."""
OPENING_LETTERS = 600


@dataclass(frozen=True, slots=True)
class KnownItem:
    """`words` and the same with one slip, both of which should find the release with this path."""

    path: str
    words: str
    mistyped: str


def known_items(library: Library, count: int, seed: int) -> list[KnownItem]:
    """So many known items: two to four words of the headline, of headline and opening, or of the body, a third each."""
    chance = random.Random(seed)
    ids = library.ids()
    with library.reading() as db:
        releases = dict(fulltext.vocabulary(db))
    most = max(1, int(len(ids) * TELLING_SHARE))
    items: list[KnownItem] = []
    while len(items) < count:
        release = library.release(chance.choice(ids))
        source = chance.choice(list(_sources(release)))
        words = [word for word in dict.fromkeys(terms(source)) if _is_telling(word, releases.get(word, 0), most)]
        number = chance.randint(2, 4)
        if release.path and len(words) > number:
            chosen = chance.sample(words, number)
            items.append(KnownItem(release.path, " ".join(chosen), " ".join(_with_a_slip(chosen, chance))))
    return items


def _sources(release: Release) -> Iterator[str]:
    title = release.title or ""
    body = "\n".join(release.text[part.start : part.end] for part in release.paragraphs if part.kind == "body")
    yield title
    yield f"{title} {body[:OPENING_LETTERS]}"
    yield body


def _is_telling(word: str, releases: int, most: int) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha() and 1 <= releases <= most


def _with_a_slip(words: list[str], chance: random.Random) -> list[str]:
    slipped = chance.randrange(len(words))
    return [slip(word, chance) if place == slipped else word for place, word in enumerate(words)]


def slip(word: str, chance: random.Random) -> str:
    """The word with one letter more, less or other, or with two swapped; the first letter is rarely wrong."""
    while True:
        place = chance.randrange(len(word)) if chance.random() < 0.1 else chance.randrange(1, len(word))
        before, after = word[:place], word[place + 1 :]
        letter = chance.choice(string.ascii_lowercase)
        swapped = word[: place - 1] + word[place] + word[place - 1] + after if place else word
        mistyped = chance.choice((before + after, before + letter + word[place:], before + letter + after, swapped))
        if mistyped != word:
            return mistyped
