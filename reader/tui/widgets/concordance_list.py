"""The list of a concordance: every hit on one line, the words found in one column."""

from collections.abc import Sequence

from reader.search.concordance import Line
from reader.tui.describe import day
from reader.tui.widgets.line_list import LineList, Piece, RowLine
from reader.tui.wrapping import shorten, width_of

_DAY_WIDTH = 13


class ConcordanceList(LineList):
    """One row a hit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these hits."""
        self.lines = lines
        self.set_rows(len(lines))

    @property
    def current(self) -> Line | None:
        """The hit under the cursor."""
        return self.lines[self.cursor] if self.lines else None

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The day, the words before, those found, those after."""
        line = self.lines[row]
        half = max(4, (self.size.width - _DAY_WIDTH - width_of(line.match)) // 2)
        before = shorten(line.left[::-1], half)[::-1]
        pieces = (
            Piece(f"{day(line.date) or 'no date':<{_DAY_WIDTH}}", "dim"),
            Piece(" " * max(0, half - width_of(before)) + before),
            Piece(line.match, "accent"),
            Piece(line.right),
        )
        return (RowLine(pieces),)
