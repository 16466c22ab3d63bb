"""Quotation marks → spans: where the words between marks begin and end, before anyone asks who said them.

A mark is decided by its neighbours: white space before it and a word after it open, a word or a full stop before it
closes. The same sign opens here, closes there, means inches or re-opens a paragraph, and any of them may be missing,
so marks of one family may close each other and a stack holds what is nested. One pass, linear in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_SIGNS = '["“”„‟«»‹›「」『』″＂]'
_SIGN = re.compile(_SIGNS)
_STRAIGHT = re.compile('"')
_SIGN_OR_TAG = re.compile(f"</?[a-zA-Z][^<>\n]{{0,300}}>|``|''|{_SIGNS}")
_TWO_APOSTROPHES = re.compile("''")  # found in a third of the time that `in` takes for two signs
_SINGLE_MARK = re.compile(r"(?<!\w)['‘](?=[\w$€£(])(?!\d\ds)|(?<=[\w.,!?…%)])['’](?!\w)")
_SINGLE = "'‘"
_WORD = re.compile(r"\w")
_ELLIPSIS = re.compile(r"\.(?: ?\.|[^\W_]|@)")
_DOUBLE = frozenset('"“”„')
_SAME_AS = {"``": "“", "''": '"', "″": '"', "＂": '"', "‟": "“"}
_CLOSERS = {"「": "」", "『": "』", "«": "»", "»": "«»", "‹": "›", "›": "‹›"}
_ONLY_OPENS = frozenset("„「『")
_ONLY_CLOSES = frozenset("」』")
_OPENS_AFTER = frozenset("([{<—–-/*_>…¿¡:")
_NEVER_AFTER_OPENER = frozenset(",.;:!?)]}")
_LINE_ENDS = frozenset('.!?:"”»')
_FEWEST_WORDS_BEFORE_LOST = 4


class Marked(NamedTuple):
    """A stretch between marks, marks included. `closed` is false where the closing mark is lost."""

    start: int
    end: int
    closed: bool = True
    single: bool = False

    def overlaps(self, other: "Marked") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool

    def may_close(self, opener: str) -> bool:
        if self.sign in _DOUBLE and opener in _DOUBLE:
            return self.sign != "„"
        return self.sign in _CLOSERS.get(opener, "")


class _Open(NamedTuple):
    """A quotation that its line left open: where it began, how far it goes and with what sign it opened."""

    start: int
    end: int
    sign: str

    def as_marked(self) -> Marked:
        return Marked(self.start, self.end, closed=False)


def find_marked(text: str) -> list[Marked]:
    """The outermost quotations of `text` in order; a quotation inside a quotation belongs to the outer one.

    One that is still open at the end of its line goes on where the next line opens again, where a line wrapped inside
    it goes on, or where the next paragraph closes it; otherwise it ends with its line.
    """
    found: list[Marked] = []
    pending: _Open | None = None
    for start, end, signs in _lines_with_signs(text):
        if pending:
            pending, goes_on = _followed(text, pending, start)
            if not goes_on:
                found.append(pending.as_marked())
                pending = None
        spans, pending = _read_line(text, start, end, list(_marks(text, start, end, signs)), pending)
        found += spans
    if pending:
        found.append(_followed(text, pending, len(text))[0].as_marked())
    return [span for span in found if _WORD.search(text, span.start, span.end)]


def find_single(text: str, start: int, end: int) -> list[Marked]:
    """Quotations in single marks, as headlines write them; an apostrophe is none."""
    found: list[Marked] = []
    if not any(text.find(mark, start, end) >= 0 for mark in _SINGLE):
        return found
    opened = -1
    for mark in _SINGLE_MARK.finditer(text, start, end):
        before = text[mark.start() - 1 : mark.start()]
        opens = mark.group() == "‘" or (mark.group() == "'" and not before.strip(" \n\t([—–-"))
        if opened < 0 and opens:
            opened = mark.start()
        elif opened >= 0 and not opens:
            found.append(Marked(opened, mark.end(), single=True))
            opened = -1
    return found


def _lines_with_signs(text: str) -> Iterator[tuple[int, int, Sequence[re.Match[str]]]]:
    """`(start, end, signs)` of every line that has a mark."""
    signs = _signs(text)
    index = 0
    while index < len(signs):
        first = index
        start, end = _line_around(text, signs[first].start())
        while index < len(signs) and signs[index].start() < end:
            index += 1
        yield start, end, signs[first:index]


def _signs(text: str) -> Sequence[re.Match[str]]:
    """The marks outside tags. Few texts have tags, doubled or even curly signs, and the less is sought, the faster."""
    if "<" in text or "`" in text or _TWO_APOSTROPHES.search(text):
        return [sign for sign in _SIGN_OR_TAG.finditer(text) if sign.group()[0] != "<"]
    return list((_STRAIGHT if text.isascii() else _SIGN).finditer(text))


def _line_around(text: str, position: int) -> tuple[int, int]:
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def _followed(text: str, pending: _Open, stop: int) -> tuple[_Open, bool]:
    """`pending` with the lines before `stop` that it wraps into, and whether nothing before `stop` ended it."""
    start, end = _line_around(text, pending.end)
    while end < stop:
        start, end = _line_around(text, end + 1)
        if start < stop and text[start:end].strip():
            if not _wraps_into(text, pending.end, start):
                return pending, False
            pending = pending._replace(end=_stripped_end(text, start, end))
    return pending, True


def _marks(text: str, start: int, end: int, signs: Iterable[re.Match[str]]) -> Iterator[_Mark]:
    last_end, last_opens = start, False
    for match in signs:
        first, last = match.span()
        sign = _SAME_AS.get(match.group(), match.group())
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        inward = before.isspace() or before in _OPENS_AFTER or (first == last_end and last_opens)
        outward = after.isspace() or (after in _NEVER_AFTER_OPENER and not _ELLIPSIS.match(text, last, end))
        opens = sign not in _ONLY_CLOSES and (sign in _ONLY_OPENS or (inward and not outward))
        closes = sign not in _ONLY_OPENS and (sign in _ONLY_CLOSES or not inward or outward)
        if sign in "“«" and inward == outward:
            opens = True
        yield _Mark(first, last, sign, opens, closes)
        last_end, last_opens = last, opens and not closes


def _read_line(
    text: str, start: int, end: int, marks: list[_Mark], pending: _Open | None
) -> tuple[list[Marked], _Open | None]:
    """The quotations that end in this line and the one still open at its end."""
    first = marks[0]
    if pending is None:
        lost = _lost_opener(text, start, marks)
        return _pair(text, start, end, [lost, *marks] if lost else marks)
    if first.opens and not text[start : first.start].strip():
        return _pair(text, start, end, [first._replace(start=pending.start), *marks[1:]])
    if first.closes and not first.opens:
        opener = _Mark(pending.start, pending.start, pending.sign, opens=True, closes=False)
        return _pair(text, start, end, [opener, *marks])
    spans, still_open = _pair(text, start, end, marks)
    return [pending.as_marked(), *spans], still_open


def _pair(text: str, start: int, end: int, marks: list[_Mark]) -> tuple[list[Marked], _Open | None]:
    """Outermost pairs of marks; where the outer one never closes, the pairs inside it count."""
    spans: list[Marked] = []
    nested: list[Marked] = []
    opened: list[_Mark] = []
    for index, mark in enumerate(marks):
        if not opened:
            if mark.opens or (index + 1 < len(marks) and _may_open(text, mark)):
                opened, nested = [mark], []
        elif mark.closes and mark.may_close(opened[-1].sign) and not _is_inch(text, marks, index, opened[-1]):
            inner = opened.pop()
            (nested if len(opened) == 1 else spans if not opened else []).append(Marked(inner.start, mark.end))
        elif mark.opens:
            opened.append(mark)
    if not opened:
        return spans, None
    if len(opened) == 1 and nested and opened[0].sign == '"':
        return spans + nested, None
    return spans, _Open(opened[0].start, _stripped_end(text, start, end), opened[0].sign)


def _may_open(text: str, mark: _Mark) -> bool:
    """A mark where none is open, with a blank after it or no blank between it and the sentence before."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return mark.sign in '"“«' and (after.isspace() or (before in _LINE_ENDS and after.isalnum()))


def _lost_opener(text: str, start: int, marks: list[_Mark]) -> _Mark | None:
    """The mark that is missing where a paragraph begins with speech: `We are glad," she said.`"""
    first = marks[0]
    before = text[start : first.start]
    unpaired = len(marks) % 2 == 1 and first.closes and not first.opens and text[first.end : first.end + 1] == " "
    if not unpaired or not before.endswith((",", "?", "!")) or before.count(" ") < _FEWEST_WORDS_BEFORE_LOST:
        return None
    begin = start + len(before) - len(before.lstrip())
    return _Mark(begin, begin, "“" if first.sign == "”" else first.sign, opens=True, closes=False)


def _is_inch(text: str, marks: list[_Mark], index: int, opener: _Mark) -> bool:
    """A straight mark after a figure, while a better closing mark is still to come."""
    mark = marks[index]
    if mark.sign != '"' or not text[mark.start - 1 : mark.start].isdigit() or text[mark.end : mark.end + 1] in ",.":
        return False
    following = marks[index + 1] if index + 1 < len(marks) else None
    return following is not None and following.closes and not following.opens and following.may_close(opener.sign)


def _wraps_into(text: str, end: int, start: int) -> bool:
    """Whether the line that ends at `end` goes on at `start`: no blank line between, no sentence ended."""
    return text.count("\n", end, start) == 1 and text[end - 1] not in _LINE_ENDS


def _stripped_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
