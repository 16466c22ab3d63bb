"""A paragraph as a string of word-class letters, with what stands inside quotations masked.

No tagger comes with the standard library and none is needed: who speaks hangs on some twenty closed classes, so each
word becomes one letter (see `reporting.LETTERS`) and every rule is a regular expression over some dozens of letters.
Views keep the length of the text, so a letter leads back to its place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reader.model import Span
from reader.parsing.quotes import Marked
from reader.parsing.reporting import Language, language

_OPEN, _INSIDE, _CLOSE = "\x02", "\x01", "\x03"
_TAG = re.compile(r"</?\w{1,12}>")
_PIECE = re.compile(r"\S[^\n]*")
_FOLLOWING = re.compile(r"\s*(\S)")
_MARKS = "\"”“„»«’'‘` \u00a0\u202f」』"
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_FAR = 1000
_DASHES = ("-", "–", "—", "―")
_DATELINE = re.compile(r"\s*[A-Z]{3,}[^a-z\n\x02]{0,20}[^\n\x02]{0,60}?\s?(?:--+|[—–―]|-\s)")
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|Amb|Maj|"
    "Cmdr|Bros|Messrs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|"
    "Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Sra|Mme|M"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as letters; letter `i` stands for `text[starts[i]:ends[i]]`.

    A full stop is a letter too: "." ends a sentence, "!" may (a question or a call inside marks), and "," follows a
    quotation that ends with a comma inside its marks.
    """

    letters: str
    starts: list[int]
    ends: list[int]

    def index_at(self, position: int) -> int:
        """The first letter whose word starts at `position` or after it."""
        return bisect_left(self.starts, position)

    def span(self, first: int, last: int) -> Span:
        """The text from letter `first` up to letter `last`, which is not in it."""
        return Span(self.starts[first], self.ends[last - 1])


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
            line = self._lines[start] = self._read(start, len(self.view) if end < 0 else end)
        return line

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
        start = self.view.rfind("\n", 0, line.starts[0]) + 1 if line.starts else 0
        return self.view[start : start + _FAR].lstrip()[:1] in _DASHES

    def _read(self, start: int, end: int) -> Line:
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        dateline = _DATELINE.match(self.view, start, end)
        before = "."
        for token in self.lexicon.tokens.finditer(self.view, dateline.end() if dateline else start, end):
            first, last = token.span()
            for letter, begin, stop in self._letters(token.lastgroup, token.group(), before, first, last, end):
                letters.append(letter)
                starts.append(begin)
                ends.append(stop)
                before = letter
        return Line("".join(letters), starts, ends)

    def _letters(
        self, kind: str | None, word: str, before: str, first: int, last: int, end: int
    ) -> Iterable[tuple[str, int, int]]:
        if kind == "word":
            if "-" in word and self.lexicon.clitics:
                return self._with_clitic(word, before, first, last)
            return ((self.lexicon.letter_after(word, before), first, last),)
        if kind == "mark":
            return ((word, first, last),)
        if kind == "quote":
            stop = self._stop_inside(first, last, end)
            return (("q", first, last), (stop, last, last)) if stop else (("q", first, last),)
        if kind == "stop":
            return ((".", first, last),) if self._ends_sentence(last, end) else ()
        return (("-", first, last),) if kind == "dash" else ()

    def _with_clitic(self, word: str, before: str, first: int, last: int) -> Iterable[tuple[str, int, int]]:
        """`dit-il`, `a-t-elle`: a verb and its subject."""
        verb, _, pronoun = word.partition("-")
        if pronoun not in self.lexicon.clitics:
            return ((self.lexicon.letter_after(word, before), first, last),)
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
            pieces += (view[position:start], (_OPEN + _INSIDE * (length - 2) + _CLOSE)[:length])
            position = end
    pieces.append(view[position:])
    return "".join(pieces)


def pieces_of(text: str, quotation: Marked) -> list[Span]:
    """One span a paragraph: what a quotation covers, without the line breaks between."""
    start, end = quotation.start, quotation.end
    if text.find("\n", start, end) < 0:
        return [Span(start, end)]
    return [Span(*piece.span()) for piece in _PIECE.finditer(text, start, end)]


class Lexicon:
    """One language's words → letters; words it does not list are told by their capital and their ending."""

    def __init__(self, words: Language) -> None:
        self._letters = words.letters
        self._nouns = words.nouns
        self._endings = words.endings
        self._known: dict[str, str] = {}
        self.clitics = words.clitics
        self.tokens = _token_pattern(words)

    def letter(self, word: str) -> str:
        """The letter of `word` wherever it stands."""
        letter = self._known.get(word)
        if letter is None:
            if len(self._known) > _MOST_WORDS_KEPT:
                self._known.clear()
            letter = self._known[word] = self._classify(word)
        return letter

    def letter_after(self, word: str, before: str) -> str:
        """The letter of a word that may be noun or verb, name or merely the first of its sentence."""
        letter = self.letter(word)
        if letter == "N" and before in ".!":
            lower = word.lower()
            opening = self._letters.get(lower, "N")
            return opening if opening in "VvGg" and lower not in self._nouns else "N"
        if letter in "VvBu" and before in "dhkopy" and word in self._nouns:
            return "n"
        return "n" if letter in "Gg" and before in "dhko" else letter

    def _classify(self, word: str) -> str:
        lower = word.lower().replace("’", "'")
        letter = self._letters.get(lower, "")
        if word[0].isupper() and (not letter or letter in "VvGgBuen"):
            return "k" if _POSSESSIVE.search(word) else "N"
        if letter:
            return letter
        if _POSSESSIVE.search(word):
            return "k"
        return next((kind for ending, kind in self._endings if lower.endswith(ending) and len(lower) > 4), "n")


_MOST_WORDS_KEPT = 50_000


def _token_pattern(words: Language) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in words.phrases)
    elided = f"{words.elided}(?=\\w)|" if words.elided else ""
    return re.compile(
        rf"(?P<quote>{_OPEN}{_INSIDE}*{_CLOSE}?)"
        r"|(?P<skip>\([^()\x02\n]{0,120}\)|\[[^\[\]\x02\n]{0,40}\])"
        rf"|(?P<word>(?:{_ABBREVIATIONS}|[A-Z])\.(?=\s)|(?i:{phrases})\b|{elided}"
        r"(?:[A-Za-z]\.){2,}|[$€£#@]?\w+(?:[-’'&./,@]\w+)*[’']?)"
        r"|(?P<stop>[.?!…]+)"
        r"|(?P<dash>--+|[—–―]|(?<=\s)-(?=\s))"
        r"|(?P<mark>[,;:])"
    )


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language that has tables; KeyError for others."""
    words = language(code)
    if words is None:
        raise KeyError(code)
    return Lexicon(words)
