"""The list of a concordance: every hit on one line, the words found in one column."""

from collections.abc import Callable, Sequence

from reader.search.concordance import Line
from reader.tui.describe import day
from reader.tui.widgets.line_list import LineList, Piece, RowLine
from reader.tui.wrapping import shorten, width_of

_DAY_WIDTH = 14


class ConcordanceList(LineList):
    """One row a hit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.line: Callable[[int], Line | None] = lambda _: None

    def show(self, row_count: int, line: Callable[[int], Line | None]) -> None:
        """Show so many hits, each of which `line` gives when it comes into view."""
        self.line = line
        self.set_rows(row_count)

    @property
    def current(self) -> Line | None:
        """The hit under the cursor."""
        return self.line(self.cursor) if self.row_count else None

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The day, the words before, those found, those after."""
        line = self.line(row)
        if line is None:
            return (RowLine((Piece("The release no longer holds this.", "dim"),)),)
        half = max(4, (self.size.width - _DAY_WIDTH - width_of(line.match)) // 2)
        before = shorten(line.left[::-1], half)[::-1]
        pieces = (
            Piece(f"{day(line.date, line.date_source) or 'no date':<{_DAY_WIDTH}}", "dim"),
            Piece(" " * max(0, half - width_of(before)) + before),
            Piece(line.match, "accent"),
            Piece(line.right),
        )
        return (RowLine(pieces),)
