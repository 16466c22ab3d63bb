"""Quotation marks → spans: where the words between marks begin and end, before anyone asks who said them.

A mark is decided by its neighbours (white space before it opens, white space after it closes), because the same sign
opens, closes, means inches and stands for an apostrophe. Spans are found paragraph by paragraph, one a line: a
quotation still open at the end of a line goes on only if the next line opens again or is the rest of a wrapped line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

STRAIGHT = '"'
CLOSES_WITH = {
    "“": "”", "„": "“”", "‟": "”", "”": "”",
    "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", STRAIGHT: STRAIGHT,
}  # fmt: skip
_MARK = re.compile("``|''|[\"“”„‟«»‹›「」『』″＂]")
_SAME_AS = {"``": "“", "''": STRAIGHT, "″": STRAIGHT, "＂": STRAIGHT}
_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f\u2009([{<—–-/*_>…")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks, marks included. `closed` is false where the closing mark is lost."""

    start: int
    end: int
    opener: int
    closer: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    may_open: bool
    may_close: bool


def find_marked(text: str) -> list[Marked]:
    """The outermost quotations of `text`, in order; quotations inside quotations belong to the outer one."""
    found: list[Marked] = []
    pending: Marked | None = None
    for line in _LINE.finditer(text):
        if line.group().isspace():
            continue
        spans, pending = _read_line(text, line.start(), line.end(), pending)
        found.extend(spans)
    if pending:
        found.append(pending)
    return found


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        first, last = match.span()
        sign = _SAME_AS.get(match.group(), match.group())
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        blank_after = after.isspace()
        yield _Mark(
            first,
            last,
            sign,
            may_open=before in _OPENS_AFTER and not (blank_after and last >= end) or sign in "„「『",
            may_close=not before.isspace() or blank_after,
        )


def _read_line(text: str, start: int, end: int, pending: Marked | None) -> tuple[list[Marked], Marked | None]:
    spans: list[Marked] = []
    opened: _Mark | None = None
    begin = None
    depth = 0
    for mark in _marks(text, start, end):
        if opened is None:
            if pending and not text[start : mark.start].strip() and mark.may_open:
                opened, begin, depth = mark, pending, 0
                pending = None
            elif mark.sign != "”" and (mark.may_open or mark.sign in "“„"):
                if pending:
                    spans.append(pending)
                    pending = None
                opened, begin, depth = mark, None, 0
            elif pending and mark.may_close and text[pending.end : start].count("\n") == 1:
                spans.append(Marked(pending.start, mark.end, pending.opener, mark.end - mark.start))
                pending = None
        elif mark.sign == opened.sign != STRAIGHT:
            depth += 1
        elif mark.sign in CLOSES_WITH[opened.sign] and (mark.may_close or opened.sign != STRAIGHT):
            if depth:
                depth -= 1
                continue
            first = begin.start if begin else opened.start
            width = begin.opener if begin else opened.end - opened.start
            spans.append(Marked(first, mark.end, width, mark.end - mark.start))
            opened = begin = None
    if opened:
        first = begin.start if begin else opened.start
        return spans, Marked(first, len(text[:end].rstrip()), opened.end - opened.start, 0, closed=False)
    if pending:
        spans.append(pending)
    return spans, None
