"""The list of quotations: who, when, the first words, and the release they stand in."""

from array import array
from collections.abc import Callable, Sequence

from reader.library.browse import QuoteRow
from reader.tui.describe import day
from reader.tui.widgets.line_list import LineList, Piece, RowLine

_FETCHED_AT_ONCE = 64


class QuoteList(LineList):
    """Rows are fetched as they come into view."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, row_height=3)
        self.ids: array[int] = array("q")
        self._fetch: Callable[[Sequence[int]], Sequence[QuoteRow]] = lambda ids: ()
        self._rows: dict[int, QuoteRow] = {}

    def show(
        self, ids: "array[int]", fetch: Callable[[Sequence[int]], Sequence[QuoteRow]], *, stay: bool = False
    ) -> None:
        """Show the quotations `ids`, from the top or where one is; `fetch` reads what stands in their rows."""
        cursor = self.cursor if stay else 0
        if stay and self.ids and self.ids[cursor] in ids:
            cursor = ids.index(self.ids[cursor])
        self.ids, self._fetch = ids, fetch
        self._rows.clear()
        self.set_rows(len(ids), cursor)

    @property
    def current(self) -> QuoteRow | None:
        """The quotation under the cursor."""
        return self._row(self.cursor) if self.ids else None

    def _row(self, row: int) -> QuoteRow | None:
        id_ = self.ids[row]
        if id_ not in self._rows:
            first = row - row % _FETCHED_AT_ONCE
            self._rows |= {r.id: r for r in self._fetch(self.ids[first : first + _FETCHED_AT_ONCE])}
        return self._rows.get(id_)

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The speaker and the day, the words, a blank."""
        quote = self._row(row)
        if quote is None:
            return (RowLine((Piece("… no longer in the library", "dim"),)),)
        speaker = quote.person or quote.speaker or "speaker not found"
        unsure = Piece("" if quote.certain or not quote.speaker else " (perhaps)", "dim")
        return (
            RowLine((Piece(speaker, "title"), unsure), (Piece(day(quote.date, quote.date_source), "dim"),)),
            RowLine((Piece(quote.opening, "plain"),)),
        )
