"""Quotation marks → spans: where the words between marks begin and end, before anyone asks who said them.

A mark is decided by its neighbours: white space before it and a word after it open, a word or a full stop before it
closes. The same sign opens here, closes there, means inches or re-opens a paragraph, and any of them may be missing,
so marks of one family may close each other and a stack holds what is nested. One pass, linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARK = re.compile("``|''|[\"“”„‟«»‹›「」『』″＂]")
_SINGLE_MARK = re.compile(r"(?<!\w)['‘](?=[\w$€£(])|(?<=[\w.,!?…%)])['’](?!\w)")
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WORD = re.compile(r"\w")
_DOUBLE = frozenset('"“”„‟')
_SAME_AS = {"``": "“", "''": '"', "″": '"', "＂": '"', "‟": "“"}
_CLOSERS = {"「": "」", "『": "』", "«": "»", "»": "«»", "‹": "›", "›": "‹›"}
_ONLY_OPENS = frozenset("„「『")
_ONLY_CLOSES = frozenset("」』")
_OPENS_AFTER = frozenset("([{<—–-/*_>…¿¡:")
_NEVER_AFTER_OPENER = frozenset(",.;:!?)]}")
_ELLIPSIS = re.compile(r"\.(?: ?\.|[^\W_]|@)")
_GLUED = frozenset(".!?")
_LINE_GOES_ON = frozenset('.!?:"”»')


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks, marks included. `closed` is false where the closing mark is lost."""

    start: int
    end: int
    closed: bool = True
    single: bool = False

    def overlaps(self, other: "Marked") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool
    closes: bool

    def may_close(self, opener: str) -> bool:
        if self.sign in _DOUBLE and opener in _DOUBLE:
            return self.sign != "„"
        return self.sign in _CLOSERS.get(opener, "")


def find_marked(text: str) -> list[Marked]:
    """The outermost quotations of `text` in order; a quotation inside a quotation belongs to the outer one.

    One that is still open at the end of its line goes on where the next line opens again, where a line wrapped inside
    it goes on, or where the next paragraph closes it; otherwise it ends with its line.
    """
    found: list[Marked] = []
    pending: Marked | None = None
    for line in _LINE.finditer(text):
        marks = list(_marks(text, *line.span()))
        start = line.start()
        if pending and not marks and not _wraps_into(text, pending.end, start):
            found.append(pending)
            pending = None
        elif pending and not marks:
            pending = replace(pending, end=_stripped_end(text, *line.span()))
        elif marks:
            spans, pending = _read_line(text, marks, line.span(), pending)
            found += spans
    if pending:
        found.append(pending)
    return [span for span in found if _WORD.search(text, span.start, span.end)]


def find_single(text: str, start: int, end: int) -> list[Marked]:
    """Quotations in single marks, as headlines and British texts write them; an apostrophe is none."""
    found = []
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


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    last_end, last_opens = start, False
    for match in _MARK.finditer(text, start, end):
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
    text: str, marks: list[_Mark], line: tuple[int, int], pending: Marked | None
) -> tuple[list[Marked], Marked | None]:
    """The quotations that end in this line and the one still open at its end."""
    spans: list[Marked] = []
    nested: list[Marked] = []
    first = marks[0]
    opened: list[_Mark] = []
    begin = first.start
    if pending:
        reopens = first.opens and not text[line[0] : first.start].strip()
        if reopens or (first.closes and not first.opens):
            begin = pending.start
            opened = [first] if reopens else [replace(first, sign=text[pending.start])]
            marks = marks[1:] if reopens else marks
        else:
            spans.append(pending)
    for index, mark in enumerate(marks):
        if not opened:
            if mark.opens or (
                mark.sign in '"“«' and text[mark.end : mark.end + 1].isspace() and index + 1 < len(marks)
            ):
                opened, begin, nested = [mark], mark.start, []
        elif mark.closes and mark.may_close(opened[-1].sign) and not _is_inch(text, marks, index, opened[-1]):
            inner = opened.pop()
            if not opened:
                spans.append(Marked(begin, mark.end))
            elif len(opened) == 1:
                nested.append(Marked(inner.start, mark.end))
        elif mark.opens:
            opened.append(mark)
    if not opened:
        return spans, None
    if len(opened) == 1 and nested and opened[0].sign == '"':
        return spans + nested, None
    return spans, Marked(begin, _stripped_end(text, *line), closed=False)


def _may_open(text: str, mark: _Mark) -> bool:
    """A mark where none is open, with a blank after it or no blank between it and the sentence before."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return mark.sign in '"“«' and ((after.isspace() and before != "=") or (before in _GLUED and after.isalnum()))


def _is_inch(text: str, marks: list[_Mark], index: int, opener: _Mark) -> bool:
    """A straight mark after a figure, while a better closing mark is still to come."""
    mark = marks[index]
    if mark.sign != '"' or not text[mark.start - 1 : mark.start].isdigit() or text[mark.end : mark.end + 1] in ",.":
        return False
    following = marks[index + 1] if index + 1 < len(marks) else None
    return following is not None and following.closes and not following.opens and following.may_close(opener.sign)


def _wraps_into(text: str, end: int, start: int) -> bool:
    """Whether the line that ends at `end` goes on at `start`: no blank line between, no sentence ended."""
    return text.count("\n", end, start) == 1 and text[end - 1] not in _LINE_GOES_ON


def _stripped_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
