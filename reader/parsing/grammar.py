"""A paragraph as a string of word-class letters, with what stands inside quotations masked.

No tagger comes with the standard library and none is needed: who speaks hangs on some twenty closed classes, so each
word becomes one letter (see `reporting.LETTERS`) and every rule is a regular expression over some dozens of letters.
Views keep the length of the text, so a letter leads back to its place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.model import Span
from reader.parsing.lexicon import CLOSE, INSIDE, OPEN, PLURALS, lexicon
from reader.parsing.quotes import Marked

_TAG = re.compile(r"</?\w{1,12}>")
REACH = 120
"""Letters to each side of a quotation that rules look at."""
_PIECE = re.compile(r"\S[^\n]*")
_FOLLOWING = re.compile(r"\s*(\S)")
_MARKS = "\"”“„»«’'‘` \u00a0\u202f」』"
_FAR = 1000
_COORDINATED = 8
_DASHES = ("-", "–", "—", "―")
_DATELINE = re.compile(r"\s*[A-Z]{3,}[^a-z\n\x02]{0,20}[^\n\x02]{0,60}?\s?(?:--+|[—–―]|-\s)")


class Line(NamedTuple):
    """A paragraph as letters; letter `i` stands for `text[start:end]` where `places[i]` is `(start, end)`.

    A full stop is a letter too: "." ends a sentence, "!" may (a question or a call inside marks), and "," follows a
    quotation that ends with a comma inside its marks.
    """

    letters: str
    places: list[tuple[int, int]]

    @property
    def start(self) -> int:
        """Where the first word stands."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.places[-1][1]

    def index_at(self, position: int) -> int:
        """The first letter whose word starts at `position` or after it."""
        return bisect_left(self.places, (position,))

    def span(self, first: int, last: int) -> Span:
        """The text from letter `first` up to letter `last`, which is not in it."""
        return Span(self.places[first][0], self.places[last - 1][1])


class Page:
    """A text whose quotations are masked, read into letters line by line as rules ask for them."""

    def __init__(self, text: str, quotations: Iterable[Marked], code: str) -> None:
        self.text = text
        self.view = masked(text, quotations)
        self.lexicon = lexicon(code)
        self._lines: dict[int, Line] = {}

    def line_at(self, position: int) -> Line:
        """The line that holds `position`."""
        start = self.view.rfind("\n", 0, position) + 1
        line = self._lines.get(start)
        if line is None:
            end = self.view.find("\n", start)
            line = self._lines[start] = self._read(start, len(self.view) if end < 0 else end, self.view)
        return line

    def inside(self, start: int, end: int) -> Line:
        """The words between marks, which no other rule may see, as letters."""
        return self._read(start, end, self.text)

    def line_before(self, position: int) -> Line | None:
        """The nearest line with words above the line at `position`."""
        start = self.view.rfind("\n", 0, position) + 1
        floor = max(0, start - _FAR)
        last = len(self.view[floor:start].rstrip())
        return self.line_at(floor + last - 1) if last else None

    def line_after(self, position: int) -> Line | None:
        """The nearest line with words below the line at `position`."""
        end = self.view.find("\n", position)
        following = _FOLLOWING.match(self.view, end, end + _FAR) if end >= 0 else None
        return self.line_at(following.start(1)) if following else None

    def opens_with_dash(self, line: Line) -> bool:
        """Whether a dash stands before the first word of `line`."""
        start = self.view.rfind("\n", 0, line.start) + 1 if line.letters else 0
        return self.view[start : start + _FAR].lstrip()[:1] in _DASHES

    def _read(self, start: int, end: int, view: str) -> Line:
        opening, within = self.lexicon.opening, self.lexicon.within
        letters: list[str] = []
        places: list[tuple[int, int]] = []
        doubtful: list[tuple[int, str]] = []
        before = "."
        dateline = _DATELINE.match(view, start, end)
        for token in self.lexicon.tokens.finditer(view, dateline.end() if dateline else start, end):
            if token.lastgroup:
                for before, first, last in self._parts(token, end):
                    letters.append(before)
                    places.append((first, last))
                continue
            word = token[0]
            before, is_doubtful = opening[word] if before in ".!" else within[word]
            if is_doubtful:
                doubtful.append((len(letters), word))
            letters.append(before)
            places.append(token.span())
        if doubtful:
            self._settle(letters, doubtful, view, places)
        return Line("".join(letters), places)

    def _settle(
        self,
        letters: list[str],
        doubtful: Iterable[tuple[int, str]],
        view: str,
        places: Sequence[tuple[int, int]],
    ) -> None:
        """Let the neighbours of doubtful words say what these are; beyond both ends of a line lie full stops."""
        letters += ".."
        for index, word in doubtful:
            before, letter, after, beyond = letters[index - 1], letters[index], letters[index + 1], letters[index + 2]
            if letter in "Bu" and self._after_single(letters, index, view, places[index - 1][1]):
                letters[index] = self.lexicon.noun(word)
            else:
                letters[index] = self.lexicon.settle(word, letter, before, after, beyond)
        del letters[-2:]

    def _after_single(self, letters: list[str], index: int, view: str, last: int) -> bool:
        """Whether one thing stands before a base form, which then is a noun: `a conference call`, `people call`.

        `last` is where it ends.
        """
        if letters[index - 1] not in "nN" or "c" in letters[max(0, index - _COORDINATED) : index]:
            return False
        return view.endswith("ss", 0, last) or not view.endswith(PLURALS, 0, last)

    def _parts(self, token: re.Match[str], end: int) -> Iterable[tuple[str, int, int]]:
        """The letters of a quotation, a stop, a dash, or a verb with its pronoun; none for words in parentheses."""
        kind = token.lastgroup
        first, last = token.span()
        if kind == "quote":
            stop = self._stop_inside(first, last, end)
            return (("q", first, last), (stop, last, last)) if stop else (("q", first, last),)
        if kind == "stop":
            return ((".", first, last),) if self._ends_sentence(last, end) else ()
        if kind == "clitic":
            return self._with_clitic(token.group(), first, last)
        return (("-", first, last),) if kind == "dash" else ()

    def _with_clitic(self, word: str, first: int, last: int) -> Iterable[tuple[str, int, int]]:
        """`dit-il`, `a-t-elle`: a verb and its subject."""
        verb, _, pronoun = word.partition("-")
        middle = first + len(verb)
        return ((self.lexicon.letter(verb), first, middle), ("H", last - len(pronoun.rpartition("-")[2]), last))

    def _ends_sentence(self, last: int, end: int) -> bool:
        following = _FOLLOWING.match(self.view, last, end)
        return following is None or not (following.group(1).islower() or following.group(1) in ",;:")

    def _stop_inside(self, first: int, last: int, end: int) -> str:
        """What the end of the words inside a quotation says about the sentence around it."""
        inside = self.text[first:last].rstrip(_MARKS)
        if inside.endswith((",", "—", "–", "-", "―")):
            return ","
        if inside.endswith("."):
            return "." if self._ends_sentence(last, end) else ""
        if inside.endswith(("?", "!", "…")):
            return "!" if self._ends_sentence(last, end) else ","
        after = self.view[last : last + 1]
        return "." if after == "." and self._ends_sentence(last + 1, end) else ""


def masked(text: str, quotations: Iterable[Marked]) -> str:
    """`text` at the same length with every quotation blotted out and inline tags blanked."""
    view = _TAG.sub(lambda tag: " " * len(tag.group()), text) if "<" in text else text
    pieces: list[str] = []
    position = 0
    for quotation in quotations:
        for start, end in pieces_of(text, quotation):
            length = end - start
            pieces += (view[position:start], (OPEN + INSIDE * (length - 2) + CLOSE)[:length])
            position = end
    pieces.append(view[position:])
    return "".join(pieces)


def pieces_of(text: str, quotation: Marked) -> list[Span]:
    """One span a paragraph: what a quotation covers, without the line breaks between."""
    start, end = quotation.start, quotation.end
    if text.find("\n", start, end) < 0:
        return [Span(start, end)]
    return [Span(*piece.span()) for piece in _PIECE.finditer(text, start, end)]
