"""By its shape, whether a line may be a headline, a standfirst, or is already prose."""

import re
from collections.abc import Sequence

from reader.parsing import headwords
from reader.parsing.datelines import Dateline, read_dateline
from reader.parsing.dates import whole_day
from reader.parsing.issuers import has_verb
from reader.parsing.titles import is_shouted

_LONGEST_TITLE = 300
_LONG_SENTENCE = 120
_FEW_WORDS = 8
_FEWEST_WORDS = 4
_AHEAD = 8
_SHARE_OF_FEW = 0.6
_SHARE_OF_MANY = 0.85
_MANY_WORDS = 12

ITEM = re.compile(r"[•*·▪●–—-] ")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_ASCII_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_TWO_SENTENCES = re.compile(r"[.!?](?<=[^\W\d_]{3}.)[\"”’]? [A-Z\"“]|[。！？]")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bInc)(?<!\bLtd)(?<!\bCorp)(?<!\bJr)[.。][\"”’»]?$")
_LONGEST_END = len(".”")
_LONGEST_NAME = 70
_MARK = re.compile(r"[.:;?!,\d\"“”«»，：。！？]")
_STOPS = (".", "。", "!", "?", ".”", '."')
_SMALL_WORDS = "a an and as at but by for from in into nor of off on or over per so than the to up upon via vs with s t"
_SMALL = frozenset(_SMALL_WORDS.split())


class Shape:
    """Judges the lines of one release by themselves and by what comes right below."""

    def __init__(self, lines: Sequence[str], *, stripped: bool) -> None:
        self._lines = lines
        self._stripped = stripped
        self._datelines: dict[int, Dateline | None] = {}

    def dateline(self, index: int) -> Dateline | None:
        """The dateline that the line opens with; each line is asked several times and read once."""
        if index not in self._datelines:
            self._datelines[index] = read_dateline(self._lines[index], stripped=self._stripped)
        return self._datelines[index]

    def may_be_title(self, index: int) -> bool:
        """Whether the line could be the headline."""
        line = self._lines[index]
        if len(line) > _LONGEST_TITLE or line.endswith(":") or ITEM.match(line):
            return False
        if self._stripped:
            if self.dateline(index):
                return False
            return len(line.split()) <= _FEW_WORDS or is_capitalised(line) or self._is_head_below(index)
        ends = _SENTENCE_END.search(line, len(line) - _LONGEST_END)
        is_sentence = ends is not None and len(line.split()) > _FEW_WORDS
        return is_shouted(line) or not (is_sentence or self._is_prose(index))

    def may_be_standfirst(self, index: int) -> bool:
        """Whether the line, which stands below the headline, could belong to it."""
        line = self._lines[index]
        if line.endswith(":"):
            return False
        if self._stripped:
            if len(line) > _LONGEST_TITLE or self.dateline(index):
                return False
            return is_capitalised(line) or self._is_head_below(index)
        is_sentence = line.endswith(_STOPS)
        if self._is_prose(index):
            return False
        return not is_sentence or (len(line) < _LONGEST_TITLE and self._is_head_below(index))

    def is_title_below(self, index: int) -> bool:
        """Whether a line below could be the headline, so that this one need not be."""
        for below in range(index + 1, min(index + _AHEAD, len(self._lines))):
            line = self._lines[below]
            if len(line) > _LONGEST_TITLE:
                return False
            if not is_weak(line) and not headwords.CONTACT.match(line) and self.may_be_title(below):
                return not headwords.RELEASE_LABEL.fullmatch(line)
        return False

    def _is_head_below(self, index: int) -> bool:
        """Whether a day, a dateline or the same line again comes right below, as it does below a headline."""
        if index + 1 >= len(self._lines):
            return False
        below = self._lines[index + 1]
        if whole_day(below) or title_key(below) == title_key(self._lines[index]):
            return True
        if self._stripped and (headwords.RELEASE_LABEL.fullmatch(below) or headwords.CONTACT.match(below)):
            return True
        return self.dateline(index + 1) is not None

    def _is_prose(self, index: int) -> bool:
        line = self._lines[index]
        if len(line) > _LONG_SENTENCE and _TWO_SENTENCES.search(line):
            return True
        dateline = self.dateline(index)
        return dateline is not None and dateline.end < len(line) and not (dateline.day is None and is_shouted(line))


def title_key(line: str) -> str:
    """What two copies of a headline have in common."""
    if line.isascii():  # an eighth of the time
        return line.encode().translate(None, _ASCII_SIGNS).decode().lower()
    return "".join(_LETTERS_AND_DIGITS.findall(line)).lower()


def is_weak(line: str) -> bool:
    """Whether a line has too few words to be surely a headline, in a script that sets its words apart."""
    return len(line.split()) < _FEWEST_WORDS and line.upper() != line.lower()


def may_be_name(line: str) -> bool:
    """Whether a line may name an office: a few words that say nothing."""
    return (
        1 < len(line) < _LONGEST_NAME
        and not line[0].islower()
        and len(line.split()) <= _FEW_WORDS
        and not _MARK.search(line)
        and not has_verb(line)
    )


def is_capitalised(line: str) -> bool:
    """Whether the words are written as headlines write them in English: most of them, or nearly all of many."""
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    capitalised = sum(1 for word in words if word[0].isupper())
    return capitalised > len(words) * (_SHARE_OF_MANY if len(words) > _MANY_WORDS else _SHARE_OF_FEW)
