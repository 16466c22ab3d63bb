"""The concordance: every place where a search was fulfilled, in all releases, one line each with its context."""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reader.library.tokens import terms
from reader.search.passages import Marker, folded_blanks, word_end, word_start

if TYPE_CHECKING:
    from reader.library.store import Summary

CONTEXT_LETTERS = 80
"""Letters of context on either side of a match; a wide terminal shows about so many."""
_LAST_DAY_FIRST = datetime.date.max.toordinal()
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

LineOrder = Literal["day", "left", "match", "right"]


@dataclass(frozen=True, slots=True)
class Line:
    """One match with the words before and after it. `start` and `end` are its place in the release's text."""

    release_id: int
    path: str
    title: str
    date: datetime.date | None
    symbol: str | None
    left: str
    match: str
    right: str
    start: int
    end: int


def lines(rows: Iterable["Summary"], text_of: Callable[[int], str], marker: Marker) -> Iterator[Line]:
    """Every match in these releases, in their order and that of their texts. A release that has gone is left out."""
    for row in rows:
        try:
            text = text_of(row.id)
        except KeyError:
            continue
        for start, end, _ in marker.matches(text):
            yield Line(
                row.id,
                row.path,
                row.title,
                row.date,
                row.symbol,
                folded_blanks(text[word_start(text, start - CONTEXT_LETTERS) : start]),
                folded_blanks(text[start:end]),
                folded_blanks(text[end : word_end(text, end + CONTEXT_LETTERS)]),
                start,
                end,
            )


def in_order(found: Iterable[Line], order: LineOrder) -> list[Line]:
    """Newest first, or by the words: those left of the match read from it leftwards, as concordances do."""
    if order == "day":
        return sorted(found, key=lambda line: (_days_back(line.date), line.path, line.start))
    return sorted(found, key=lambda line: (_words(line, order), _days_back(line.date), line.path, line.start))


def as_csv(found: Iterable[Line]) -> str:
    """The lines as a table with a head row. A cell that a spreadsheet would compute is kept a text by an apostrophe."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(("date", "symbol", "title", "left", "match", "right", "path"))
    for line in found:
        date = line.date.isoformat() if line.date else ""
        cells = (date, line.symbol or "", line.title, line.left, line.match, line.right, line.path)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in cells])
    return table.getvalue()


def _days_back(date: datetime.date | None) -> int:
    return _LAST_DAY_FIRST - date.toordinal() if date else _LAST_DAY_FIRST


def _words(line: Line, order: LineOrder) -> list[str]:
    if order == "left":
        return terms(line.left)[::-1]
    return terms(line.match if order == "match" else line.right)
