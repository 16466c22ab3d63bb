"""Which newlines of a text are only hard wraps.

A typist or a mail program breaks lines where the next word no longer fits. Two neighbouring lines that surely belong
together (the second begins in lower case, or the first ends in "the" or "of") show whether a text is wrapped at all and
how wide; a line is then joined to the next when that line's first word would not have fitted. Lists, indented
paragraphs, addresses and contact lines break earlier and so stay as they are, and a text with one paragraph a line has
hardly any such pair. Measured by wrapping releases at 50 to 78 columns with four kinds of paragraphs and comparing the
outcome with what they were: see `docs/internals.md`.
"""

import re
from collections.abc import Sequence

_WIDEST = 200
_NARROWEST = 24
_EVIDENCE = 2
_TERMINAL = frozenset('.!?:;…。！？：”"»」』')
_ITEM = re.compile(r"[•*·▪●‣○◦\uf0b7]\s|[–—-]\s(?![a-z])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|o\s")
_LABEL = re.compile(r"[A-Z][\w ./-]{1,24}:(?:\s|$)")
_UNFINISHED = re.compile(
    r"\b(?:the|an?|of|and|or|to|for|with|that|by|in|on|at|from|as|its|their|is|was|will|has|de|la|les|des|der|und)$"
)
_LONGEST_UNFINISHED = len(" their")
_TITLES = "Sen Sens Rep Reps Mr Mrs Ms Dr St Ste Gov Gen Lt Col Sgt Rev Hon Prof Ft Mt vs"
_TITLE_AT_END = tuple(f"{title}." for title in _TITLES.split())
_TITLE = re.compile(rf"\b(?:{'|'.join(_TITLES.split())})\.$")


def wrapped_lines(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines, from 0, whose newline is only a hard wrap; `lines` have no newline at their end."""
    words = [line.strip() for line in lines]
    pairs = [i for i in range(len(words) - 1) if words[i] and words[i + 1]]
    joined = {
        i for i in pairs if words[i].endswith(_TITLE_AT_END) and len(words[i]) > 40 and _TITLE.search(words[i][-8:])
    }
    sure = [i for i in pairs if _surely_one(words[i], words[i + 1])]
    if not sure:
        return joined
    widths = sorted(len(lines[i].rstrip()) for i in sure)
    width = widths[len(widths) * 9 // 10]
    full = {i for i in pairs if _is_full(lines[i], words[i + 1], width)}
    surely_full = full.intersection(sure)
    if len(surely_full) * 5 < len(sure) * 3 or len(surely_full) * 3 < len(full):
        return joined | {i for i in sure if _is_unfinished(words[i])}
    if len(surely_full) < _EVIDENCE:
        return joined | {i for i in surely_full if not _is_uncased(words[i + 1][0])}
    return joined | {i for i in pairs if (i in full or _goes_on(words[i], words[i + 1], width)) and _may_join(lines, i)}


def _surely_one(line: str, following: str) -> bool:
    """Whether the second line can only go on with the sentence of the first."""
    if line[-1] in _TERMINAL or len(line) > _WIDEST:
        return False
    narrowest = _NARROWEST // 2 if _is_wide(following[0]) else _NARROWEST
    if len(line) < narrowest or _ITEM.match(following):
        return False
    if following[0].islower():
        return not line.isupper()
    if _is_uncased(following[0]):
        return _is_uncased(line[-1])
    return _is_unfinished(line)


def _is_unfinished(line: str) -> bool:
    return _UNFINISHED.search(line, len(line) - _LONGEST_UNFINISHED) is not None


def _is_uncased(sign: str) -> bool:
    """Whether the sign is a letter of a script without capitals: Arabic, Hebrew, Chinese, Thai …"""
    return sign >= "\u0590" and sign.isalpha() and sign.upper() == sign.lower()


def _is_wide(sign: str) -> bool:
    """Whether the sign takes two columns and may begin a line wherever it stands: Chinese, Japanese, Korean."""
    return sign >= "\u2e80"


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted, allowing for a ragged margin."""
    length = len(line.rstrip())
    if length > _WIDEST:
        return False
    word = 1 if _is_wide(following[0]) else (following.find(" ") if " " in following else len(following))
    return length + 1 + word > width - width // 12


def _goes_on(line: str, following: str, width: int) -> bool:
    return following[0].islower() and line[-1] not in _TERMINAL and width // 2 < len(line) <= _WIDEST


def _may_join(lines: Sequence[str], i: int) -> bool:
    """Whether nothing in the shape of two lines speaks against joining them."""
    line, following = lines[i].strip(), lines[i + 1].strip()
    if _ITEM.match(following) or (line.isupper() and len(line) < _NARROWEST * 4 and not following.isupper()):
        return False
    if _LABEL.match(following) and line[-1] in _TERMINAL:
        return False
    indent = len(lines[i + 1]) - len(lines[i + 1].lstrip())
    own = len(lines[i]) - len(lines[i].lstrip())
    return indent <= own + 1 or _ITEM.match(line) is not None
