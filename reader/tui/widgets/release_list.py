"""The list of releases: day, symbol and signs on one line, the headline on the next, the passage found on a third."""

from array import array
from collections.abc import Callable, Sequence

from reader.library.store import Summary
from reader.model import Span
from reader.tui.describe import day
from reader.tui.widgets.line_list import LineList, Piece, RowLine

_FETCHED_AT_ONCE = 16
"""As many as are in view: every key of a search brings other rows, 20 µs each."""
_KEPT_SUMMARIES = 2048
_ROOMY = 18
"""Lines from which on a list has a blank line between its releases."""

Passage = tuple[str, Sequence[Span], Sequence[Span]]
"""The passage a search found, the stretches of it to mark, and those of the title."""


class ReleaseList(LineList):
    """Rows are fetched as they come into view, through the two functions the screen gives."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, row_height=3)
        self.ids: array[int] = array("q")
        self.starred: frozenset[int] = frozenset()
        self._fetch: Callable[[Sequence[int]], Sequence[Summary]] = lambda ids: ()
        self._passages: Callable[[int, int], Sequence[Passage]] | None = None
        self._summaries: dict[int, Summary] = {}
        self._found: dict[int, Passage] = {}

    @property
    def current_id(self) -> int | None:
        """The release under the cursor."""
        return self.ids[self.cursor] if self.ids else None

    def show(
        self,
        ids: "array[int]",
        fetch: Callable[[Sequence[int]], Sequence[Summary]],
        *,
        passages: Callable[[int, int], Sequence[Passage]] | None = None,
        cursor_id: int | None = None,
    ) -> None:
        """Show the releases `ids`; `fetch` reads their summaries, `passages` what a search found in rows from-to."""
        self.ids = ids
        self._fetch, self._passages = fetch, passages
        self._summaries.clear()
        self._found.clear()
        cursor = ids.index(cursor_id) if cursor_id is not None and cursor_id in ids else 0
        self.set_rows(len(ids), cursor, row_height=self._fitting_height())

    def _fitting_height(self) -> int:
        """Two lines a release, a third for the passage found, and a blank one where there is room to breathe."""
        return 2 + (self._passages is not None) + (self.size.height >= _ROOMY)

    def on_resize(self) -> None:
        """Fit the rows to the new height."""
        self.row_height = self._fitting_height()
        super().on_resize()

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The two or three lines of a release."""
        summary = self._summary(row)
        if summary is None:
            return (RowLine((Piece("… no longer in the library", "dim"),)),)
        passage, passage_marks, title_marks = self._passage(row)
        signs = f"❝{summary.quote_count:<3}" if summary.quote_count else "    "
        signs += "☎" if summary.contact_count else " "
        star = "★ " if summary.id in self.starred else ""
        facts = (
            Piece(star, "accent"),
            Piece(day(summary.date, summary.date_source) or "no date", "dim"),
            Piece(f"  {summary.symbol}" if summary.symbol else "", "dim"),
        )
        return (
            RowLine(facts, (Piece(signs, "sign"),)),
            RowLine((Piece(summary.title, "title", title_marks),)),
            RowLine((Piece(passage, "dim", passage_marks),)),
        )

    def _summary(self, row: int) -> Summary | None:
        id_ = self.ids[row]
        if id_ not in self._summaries:
            if len(self._summaries) > _KEPT_SUMMARIES:
                self._summaries.clear()
            first = row - row % _FETCHED_AT_ONCE
            self._summaries |= {s.id: s for s in self._fetch(self.ids[first : first + _FETCHED_AT_ONCE])}
        return self._summaries.get(id_)

    def _passage(self, row: int) -> Passage:
        if self._passages is None:
            return "", (), ()
        if row not in self._found:
            first = row - row % 8
            found = self._passages(first, min(first + 8, len(self.ids)))
            self._found |= dict(zip(range(first, first + 8), found, strict=False))
        return self._found.get(row, ("", (), ()))
