"""Words as the index knows them, with the places in the text where they stand.

The index, the query and the marks in the text must agree on what a word is, so all three ask this module. A word is a
run of letters and digits, without case and accents. Scripts that write no blanks between words (Chinese, Japanese, Thai
and its neighbours; Korean writes them, but glues particles to its words) are cut into overlapping pairs of characters,
the last character standing alone, so that any part of a sentence is found as a phrase and word `n` of a run still
begins at its character `n`.

SQLite's own `unicode61` makes one word of a whole Chinese clause and cuts Hindi and Thai at every vowel sign. Therefore
the text is cut here and handed over as plain words with blanks between; its `ascii` tokenizer cannot disagree with
that.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.model import Release, Span

COLUMNS = ("title", "lead", "body", "symbol", "issuer", "places", "speakers")
LEAD_LETTERS = 600
"""How much of the body counts as its lead: the standfirst or first paragraph, wherever the file breaks its lines."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_ACCENTS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_OTHER_SPELLINGS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
)
_ACCENT = re.compile(f"[{_ACCENTS}]")
_IN_STRETCH = r"[^\x00-/:-@\[-`{-\x7f]"
"""An ASCII letter or digit or anything that is not ASCII; named by what it is not, it is compiled in no time."""
_STRETCH = re.compile(f"{_IN_STRETCH}+")
_FOREIGN_STRETCH = re.compile(rf"(?<![0-9A-Za-z])[0-9A-Za-z]*+[^\x00-\x7f]{_IN_STRETCH}*+")
_LONGEST_REMEMBERED = 40


class Token(NamedTuple):
    """A word of the index and the code points of the text it was made from, end exclusive."""

    start: int
    end: int
    term: str


class _Run(NamedTuple):
    """A part of a stretch in one script, without case and accents.

    `places` tells where in the stretch each character came from, `end` where its last letter ends with its accents.
    """

    text: str
    places: Sequence[int]
    end: int
    is_unspaced: bool

    def terms(self) -> list[str]:
        if not self.is_unspaced:
            return [self.text]
        return [first + second for first, second in pairwise(self.text)] + [self.text[-1]]

    def tokens(self) -> Iterator[Token]:
        if not self.is_unspaced:
            yield Token(self.places[0], self.end, self.text)
            return
        last_places = (*self.places[1:], self.places[-1])
        for start, last, term in zip(self.places, last_places, self.terms(), strict=True):
            yield Token(start, last + 1, term)


def tokens(text: str) -> Iterator[Token]:
    """Every word of a text in order. Words of a script without blanks overlap."""
    for stretch in _STRETCH.finditer(text):
        start = stretch.start()
        for run in _runs(stretch[0]):
            for word in run.tokens():
                yield Token(start + word.start, start + word.end, word.term)


@lru_cache(maxsize=1)
def _pieces() -> Callable[[str], Iterator[re.Match[str]]]:
    """Compiled when first used: it takes as long as a sixth of the way to the first screen."""
    return re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED} ]+").finditer


@lru_cache(maxsize=1)
def _is_unspaced() -> Callable[..., re.Match[str] | None]:
    return re.compile(f"[{_UNSPACED}]").match


def terms(text: str) -> list[str]:
    """The words of a text without their places."""
    if text.isascii():
        return terms_of_index_form(text)
    return [term for stretch in _STRETCH.findall(text) for term in _terms_of(_runs(stretch))]


def query_terms(text: str) -> tuple[tuple[str, ...], bool]:
    """The words to look for one after the other, and whether the last is only the beginning of a word of the index.

    Where a run of a script without blanks ends in a query, a sentence may go on: the pair of its last character with
    whatever follows is not asked for, and a character all alone is the beginning of a pair.
    """
    found = list(tokens(text))
    asked = [
        word
        for before, word in zip([None, *found], found, strict=False)
        if not (before and word.start < before.end and word.end == before.end)
    ]
    alone = bool(asked) and len(asked[-1].term) == 1 and is_unspaced(asked[-1].term)
    return tuple(word.term for word in asked), alone


def index_form(text: str) -> str:
    """The text as it is handed to the index: what is not ASCII is replaced by its words with blanks between."""
    if text.isascii():
        return text
    return _FOREIGN_STRETCH.sub(lambda stretch: " ".join(_terms_of(_runs(stretch[0]))), text)


def terms_of_index_form(text: str) -> list[str]:
    """The words that the index makes of a text in index form."""
    return _STRETCH.findall(text.lower())


_NOTHING = _Run("", (), 0, False)
_PAIR_AND_BLANK = 3


class Folded:
    """A text in index form and lower case, that knows where its words stand in the text it was made from."""

    def __init__(self, text: str) -> None:
        self._began: list[int] = []
        self._ended: list[int] = []
        self._runs: list[tuple[int, _Run]] = []
        self.text = text.lower() if text.isascii() else "".join(self._pieces(text)).lower()

    def span(self, start: int, end: int) -> Span:
        """The place in the original of a stretch that begins and ends with a word."""
        return Span(self._original(start, 0), self._original(end - 1, 1))

    def _pieces(self, text: str) -> Iterator[str]:
        length = place = 0
        for stretch in _FOREIGN_STRETCH.finditer(text):
            plain = text[place : stretch.start()]
            yield plain
            length += len(plain)
            for number, run in enumerate(_runs(stretch[0])):
                if number:
                    yield " "
                    length += 1
                piece = " ".join(run.terms())
                yield piece
                self._note(length, length + len(piece), stretch.start(), run)
                length += len(piece)
            place = stretch.end()
            self._note(length, length, place, _NOTHING)
        yield text[place:]

    def _note(self, began: int, ended: int, start: int, run: _Run) -> None:
        self._began.append(began)
        self._ended.append(ended)
        self._runs.append((start, run))

    def _original(self, place: int, after: int) -> int:
        """Where a character comes from: `after` 0 for the beginning of its word, 1 for the end."""
        number = bisect_right(self._began, place) - 1
        if number < 0:
            return place + after
        start, run = self._runs[number]
        if place >= self._ended[number]:
            return start + run.end + place - self._ended[number] + after
        if not run.is_unspaced:
            return start + (run.end if after else run.places[0])
        word = (place - self._began[number]) // _PAIR_AND_BLANK
        if not after:
            return start + run.places[word]
        return start + run.places[min(word + 1, len(run.places) - 1)] + 1


def is_unspaced(term: str) -> bool:
    """Whether a word belongs to a script that writes no blanks, so that it is no word a reader would know."""
    return _is_unspaced()(term) is not None


def columns(release: Release) -> tuple[str, ...]:
    """One row of the full-text table, in the order of `COLUMNS`; the same release always gives the same row.

    The body is the text without its title, so that no phrase of it is cut in two; the lead is the opening of the body
    once more, so that words there count for more and can be looked for alone.
    """
    body = _body(release)
    symbol = release.symbol or ""
    joined_symbol = "".join(terms(symbol))
    speakers = dict.fromkeys(quote.speaker for quote in release.quotes if quote.speaker)
    texts = (
        release.title or "",
        _opening(body),
        "\n".join(body),
        f"{symbol} {joined_symbol}",
        release.issuer or "",
        "\n".join(release.places),
        "\n".join(speakers),
    )
    return tuple(index_form(text) for text in texts)


def _body(release: Release) -> list[str]:
    """The paragraphs without the title and without what the file says twice."""
    left_out = ("title", "repeat") if release.title else ("repeat",)
    if not release.paragraphs:
        return [release.text]
    return [release.text[part.start : part.end] for part in release.paragraphs if part.kind not in left_out]


def _opening(body: Sequence[str]) -> str:
    """The first `LEAD_LETTERS` of the body or a little less, whole words."""
    opening = "\n".join(body[:LEAD_LETTERS])[: LEAD_LETTERS + 1]
    return opening if len(opening) <= LEAD_LETTERS else opening[: max(opening.rfind(" "), 0)]


def _terms_of(runs: Iterable[_Run]) -> Iterator[str]:
    return (term for run in runs for term in run.terms())


def _runs(stretch: str) -> tuple[_Run, ...]:
    """The words of a stretch that holds no ASCII but letters and digits."""
    if stretch.isascii():
        return (_Run(stretch.lower(), range(len(stretch)), len(stretch), False),)
    return _remembered_runs(stretch) if len(stretch) <= _LONGEST_REMEMBERED else tuple(_cut(stretch))


@lru_cache(maxsize=8192)
def _remembered_runs(stretch: str) -> tuple[_Run, ...]:
    return tuple(_cut(stretch))


def _cut(stretch: str) -> Iterator[_Run]:
    """Fold character by character, remembering which one each came from, then cut at blanks and between scripts."""
    folded = {ord(char): _fold(char) for char in set(stretch)}
    text = stretch.translate(folded)
    if all(len(letter) == 1 for letter in folded.values()):
        places: Sequence[int] = range(len(stretch))
    else:
        places = [place for place, char in enumerate(stretch) for _ in folded[ord(char)]]
    for piece in _pieces()(text):
        first, end = piece.span()
        is_unspaced = _is_unspaced()(text, first) is not None
        yield _Run(piece[0], places[first:end], _end_of_letter(stretch, places[end - 1]), is_unspaced)


def _end_of_letter(stretch: str, place: int) -> int:
    """The end of a letter and the accents written after it."""
    after = place + 1
    while after < len(stretch) and not _fold(stretch[after]):
        after += 1
    return after


@lru_cache(maxsize=65536)
def _fold(char: str) -> str:
    """A character without case and accent: nothing for an accent alone, a blank for what is no part of a word."""
    if char.isascii():
        return char.lower() if char.isalnum() else " "
    category = unicodedata.category(char)
    if category == "Cf" or _ACCENT.match(char):
        return ""
    if category[0] not in "LMN":
        return " "
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", char).casefold().lower().translate(_OTHER_SPELLINGS))
    plain = unicodedata.normalize("NFC", plain)
    letters = "".join(part if part.isalnum() or unicodedata.category(part)[0] == "M" else " " for part in plain)
    return f" {letters} " if category == "No" else letters
