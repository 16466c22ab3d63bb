"""Break text into lines by the cells a terminal gives it, keeping the position of every line.

Most text needs one cell a character and is cut by searching for blanks; text that holds wide characters is measured,
grapheme by grapheme only where some combine or join. Chinese and Japanese break between any two characters, except
where that would part a mark from what it belongs to.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from rich.cells import cell_len, split_graphemes

from reader.model import Span

# Everything up to the first combining mark, Greek, Cyrillic, general punctuation, currency, arrows: one cell each.
_NARROW_SIGNS = r"\x20-\u02ff\u0370-\u0482\u048a-\u0530\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
_NARROW = re.compile(rf"[{_NARROW_SIGNS}]*\Z")
WIDE = "\u2e80"
_NEVER_FIRST = frozenset("、。，．：；？！」』）】〕》〉”’%％")
_NEVER_LAST = frozenset("「『（【〔《〈“‘")


def is_narrow(text: str) -> bool:
    """Whether every character of `text` surely takes one cell."""
    return text.isascii() or _NARROW.match(text) is not None


@cache
def _single() -> re.Pattern[str]:
    """Compiled when first used, for it takes 1 ms. The wide ones are kana, Chinese, Korean and full-width forms."""
    wide = r"\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
    return re.compile(rf"[{_NARROW_SIGNS}{wide}]*\Z")


def is_single(text: str) -> bool:
    """Whether every character of `text` surely takes one cell, or two where it is wide, and joins no other."""
    return _single().match(text) is not None


def width_of(text: str) -> int:
    """The cells `text` takes in a terminal."""
    return len(text) if is_narrow(text) else cell_len(text)


def place_at(text: str, cell: int) -> int:
    """Where in `text` the character begins that takes a cell, counted from 0; behind the last cell the end of `text`.

    Of characters that combine it is the first.
    """
    if is_narrow(text):
        return min(cell, len(text))
    places, cells = _measured(text, 0, len(text))
    return places[bisect_right(cells, cell) - 1]


def wrap(text: str, start: int, end: int, width: int) -> list[Span]:
    """The lines of `text[start:end]` at `width` cells, without the blanks at which they break.

    A word longer than a line is cut; an empty stretch has no line. A line has at least two cells, so that a wide
    character fits.
    """
    width = max(2, width)
    if text.isascii() or is_narrow(text[start:end]):
        return list(_wrap_narrow(text, start, end, width))
    return list(_wrap_wide(text, start, end, width))


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    while start < end:
        stop = start + width
        if stop >= end:
            yield Span(start, end)
            return
        blank = text.rfind(" ", start + 1, stop + 1)
        cut = blank if blank > start else stop
        yield from _trimmed(text, start, cut)
        start = cut
        while start < end and text[start] == " ":
            start += 1


def _wrap_wide(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """From line to line: only where a line may end is the text itself looked at."""
    places, cells = _measured(text, start, end)
    first, last = 0, len(places) - 1

    def grapheme(number: int) -> str:
        return text[places[number] : places[number + 1]]

    while first < last:
        full = max(first + 1, bisect_right(cells, cells[first] + width) - 1)
        while full < last and grapheme(full) == " ":
            full += 1
        cut = full
        while first < cut < last and not _may_break(grapheme(cut - 1), grapheme(cut)):
            cut -= 1
        cut = cut if cut > first else full
        yield from _trimmed(text, places[first], places[cut])
        first = cut


def _measured(text: str, start: int, end: int) -> tuple[Sequence[int], Sequence[int]]:
    """Where each grapheme begins, with the end of all, and the cells that stand before each of these places."""
    stretch = text[start:end]
    if is_single(stretch):
        return range(start, end + 1), array("L", accumulate((1 + (s >= WIDE) for s in stretch), initial=0))
    graphemes = split_graphemes(stretch)[0]
    places = [*(start + left for left, _, _ in graphemes), end]
    return places, array("L", accumulate((cells for _, _, cells in graphemes), initial=0))


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if not before or before[-1] in _NEVER_LAST or after[0] in _NEVER_FIRST:
        return False
    return after != " " and (_breaks_anywhere(before[0]) or _breaks_anywhere(after[0]))


def _breaks_anywhere(sign: str) -> bool:
    """Whether the sign is of a script that breaks between any two of its signs: Chinese, Japanese, Korean."""
    return (
        "\u2e80" <= sign <= "\u9fff"
        or "\uac00" <= sign <= "\ud7af"
        or "\uf900" <= sign <= "\ufaff"
        or "\uff00" <= sign <= "\uffef"
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while end > start and text[end - 1] == " ":
        end -= 1
    if end > start:
        yield Span(start, end)


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something was cut off."""
    if is_narrow(text):
        return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"[: width > 0]
    if cell_len(text) <= width:
        return text
    kept, used = 0, 0
    for _, right, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        kept, used = right, used + cells
    return text[:kept].rstrip() + "…"[: width > 0]
