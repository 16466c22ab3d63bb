"""Document → paragraphs: hard wraps joined, blanks folded, every paragraph with its place in the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.model import Span, StyledSpan
from reader.parsing.document import Document
from reader.parsing.gaps import is_stripped, split_line, split_stripped
from reader.parsing.wrapping import wrapped_lines


@dataclass(frozen=True, slots=True)
class Layout:
    """The text as it will be shown and where its paragraphs stand in it.

    Paragraphs are separated by a blank line, except that lines which the file sets tight (a list, a table, an address)
    have only a newline between them. `headings` are the indexes of paragraphs that the format marks as headings,
    `tight` of those with no blank line above. `stripped` says that the file has lost its punctuation.
    """

    text: str
    paragraphs: tuple[Span, ...]
    styles: tuple[StyledSpan, ...] = ()
    headings: frozenset[int] = frozenset()
    tight: frozenset[int] = frozenset()
    stripped: bool = False


_HEAD_LINES = 25
_LONG = 160
_TIGHT = 100
_TERMINAL = (".", "!", "?", ".”", '."')
_WORD = re.compile(r"\S+")
_BLANKS = re.compile("  +")
_ITEM = re.compile(r"[•*·▪●–—-] |\(?\d{1,2}[.)] ")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=-$)")


def unwrap(text: str) -> str:
    """The same text, as long as before, with a blank for every newline that is only a hard wrap."""
    lines = text.split("\n")
    wrapped = wrapped_lines(lines)
    if not wrapped:
        return text
    return "".join(line + (" " if i in wrapped else "\n") for i, line in enumerate(lines))[: len(text)]


def lay_out(document: Document) -> Layout:
    """The paragraphs of a document in the order of its text."""
    lines = document.text.split("\n")
    wrapped = wrapped_lines(lines)
    dropped = _hyphens_to_drop(document.text, lines, wrapped)
    stripped = is_stripped(document.text)
    paragraphs: list[Span] = []
    shown: list[str] = []
    tight: set[int] = set()
    at = 0
    for separator, piece in _pieces(_whole_lines(lines, wrapped, dropped) if wrapped else lines, stripped):
        if separator == "\n":
            tight.add(len(paragraphs))
        start = at + len(separator)
        at = start + len(piece)
        paragraphs.append(Span(start, at))
        shown += separator, piece
    text = "".join(shown)
    layout = Layout(text, tuple(paragraphs), tight=frozenset(tight), stripped=stripped)
    if not (document.styles or document.headings):
        return layout
    offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))
    places = _Places(document.text, text, [offsets[i] + len(lines[i].rstrip()) - 1 for i in sorted(dropped)])
    styles = (StyledSpan(places.start(span.start), places.end(span.end), span.emphasis) for span in document.styles)
    starts = [paragraph.start for paragraph in paragraphs]
    headings = frozenset(bisect_right(starts, places.start(position)) - 1 for position in document.headings)
    return replace(layout, styles=tuple(span for span in styles if span.start < span.end), headings=headings)


def _pieces(lines: Iterable[str], stripped: bool) -> Iterator[tuple[str, str]]:
    """Each paragraph, its blanks folded, after what separates it from the one before."""
    head_left = _HEAD_LINES
    separator = ""
    above = ""
    for line in map(str.strip, lines):
        if not line:
            above = ""
            continue
        for piece in _split(line, head_left > 0, stripped) if "  " in line else (line,):
            yield ("\n" if above and _is_tight(above) and _is_tight(piece) else separator), piece
            separator = "\n\n"
            above = piece
            head_left = head_left - 1 if len(piece) < _LONG else 0


def _split(line: str, in_head: bool, stripped: bool) -> list[str]:
    """The pieces of a line that holds runs of blanks, each run within them folded to one."""
    pieces = split_stripped(line) if stripped else split_line(line, in_head)
    return [folded for piece in pieces if (folded := _BLANKS.sub(" ", piece).strip())]


def _is_tight(line: str) -> bool:
    """Whether a line is one of a list, a table or an address and no paragraph of prose."""
    return (0 < len(line) < _TIGHT and not line.endswith(_TERMINAL)) or _ITEM.match(line) is not None


def _whole_lines(lines: Sequence[str], wrapped: set[int], dropped: set[int]) -> Iterator[str]:
    """The lines with hard wraps joined: by a blank, but by nothing within a word or between CJK signs."""
    begun = ""
    for i, line in enumerate(lines):
        if i not in wrapped:
            yield begun + line.lstrip() if begun else line
            begun = ""
            continue
        line, following = line.strip(), lines[i + 1].lstrip()
        if i in dropped:
            line = line[:-1]
        elif not (_is_broken_word(line, following) or (_is_cjk(line[-1]) and _is_cjk(following[0]))):
            line += " "
        begun += line


def _is_broken_word(line: str, following: str) -> bool:
    return line.endswith("-") and line[-2:-1].isalnum() and following[0].isalnum()


def _is_cjk(sign: str) -> bool:
    return "\u2e80" <= sign <= "\ua4cf" or "\uf900" <= sign <= "\ufaff" or "\uff00" <= sign <= "\uffef"


def _hyphens_to_drop(text: str, lines: Sequence[str], wrapped: set[int]) -> set[int]:
    """The wrapped lines whose last hyphen only parts a word.

    A typist breaks a line at a hyphen that the word has anyway; only a typeset text, where many lines end in one, parts
    words. What the rest of the text writes decides first.
    """
    if not wrapped:
        return set()
    broken = [i for i in wrapped if _is_broken_word(lines[i].rstrip(), lines[i + 1].lstrip())]
    if not broken:
        return set()
    words = set(_LETTERS.findall(text.lower()))
    typeset = len(broken) > 2 and len(broken) * 12 > len(wrapped)
    dropped = set()
    for i in broken:
        left, right = _LAST_WORD.search(lines[i].rstrip()), _FIRST_WORD.match(lines[i + 1])
        if left and right and right[1].islower():
            whole = (left[0] + right[1]).lower()
            if whole in words or (typeset and right[1] not in words):
                dropped.add(i)
    return dropped


class _Places:
    """Where a place in the document stands in the laid out text, which differs in its blanks and in lost hyphens."""

    def __init__(self, text: str, laid_out: str, dropped: Sequence[int]) -> None:
        self._text = text
        self._dropped = dropped
        self._word_starts: list[int] = []
        self._ranks: list[int] = []
        rank = 0
        for word in _WORD.finditer(laid_out):
            self._word_starts.append(word.start())
            self._ranks.append(rank)
            rank += len(word[0])
        self._known = (0, 0)

    def start(self, position: int) -> int:
        """The place of the first sign at or after the position."""
        return self._place(self._rank(position))

    def end(self, position: int) -> int:
        """The place after the last sign before the position."""
        return self._place(self._rank(position) - 1) + 1

    def _rank(self, position: int) -> int:
        """How many signs that are not blank stand before the position and are still there."""
        known, rank = self._known if self._known[0] <= position else (0, 0)
        stretch = self._text[known:position]
        rank += len(stretch) - stretch.count(" ") - stretch.count("\n")
        self._known = position, rank
        return rank - bisect_left(self._dropped, position)

    def _place(self, rank: int) -> int:
        index = bisect_right(self._ranks, rank) - 1
        return self._word_starts[index] + rank - self._ranks[index] if index >= 0 else 0
