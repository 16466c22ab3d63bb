"""The concordance: every hit of a search in all releases, one line each with its words of context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.tui.describe import count
from reader.tui.new_file import path_named, working_folder, write
from reader.tui.screens.picker import Choice, PickerScreen
from reader.tui.screens.prompt import PromptScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.concordance_list import ConcordanceList
from reader.tui.widgets.line_list import LineList
from reader.tui.work import Concorded

if TYPE_CHECKING:
    from reader.search.concordance import Line, LineOrder

_ORDERS: dict[LineOrder, str] = {
    "day": "newest first",
    "left": "by the word before",
    "match": "by the word found",
    "right": "by the word after",
}


class ConcordanceScreen(ReadingScreen):
    """Hits at the top, the release at the hit under the cursor below: the lines want the whole width."""

    PLACEHOLDER = "words to see in their context"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "order", "Order by day, word before, word found, word after", show=False, id="concordance.order"),
        Binding("x", "export", "copy or write", id="concordance.export", tooltip="The line, or all of them as CSV"),
        Binding("K", "leave_now", "Back to the releases", show=False, id="concordance.leave"),
    ]

    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-single"), (60, "-stacked")]  # type: ignore[misc]

    rows = query_one("#rows", ConcordanceList)

    def __init__(self, query: str) -> None:
        super().__init__()
        self._query = query
        self._order: LineOrder = "day"
        self._lines: Sequence[Line] = ()
        self._note = ""

    def make_list(self) -> LineList:
        """The list of hits."""
        return ConcordanceList(id="rows")

    def on_mount(self) -> None:
        """Show the hits of the search that was on the main screen."""
        self.title_bar.library_name = f"{self.app.library_name} · concordance"
        self.set_focus(self.rows)
        self.search_line.value = self._query
        if not self._query:
            self.show_emptiness()
            self.set_focus(self.search_line)

    def find(self, query: str) -> None:
        """Gather the hits in a thread."""
        self.workers.cancel_group(self, "concordance")
        if query.strip():
            self.gather(query)
        else:
            self.show_lines(())

    @work(thread=True, group="concordance", exclusive=True, exit_on_error=False, description="gather the hits")
    def gather(self, query: str) -> None:
        """Search, and read every release found; the lines come back as a message."""
        from reader.search.engine import SearchCancelled

        worker = get_current_worker()
        lines: list[Line] = []
        try:
            searcher = self.app.searcher
            answer = searcher.search(query)
            for line in searcher.lines(answer):
                if worker.is_cancelled:
                    return
                lines.append(line)
        except SearchCancelled:
            return
        note = " · ".join(f"{each.typed} → {', '.join(each.used)}" for each in answer.corrections)
        self.post_message(Concorded(query, lines, note))

    @on(Concorded)
    def concorded(self, message: Concorded) -> None:
        """Show the hits, unless the user has typed on."""
        if message.query == self.search_line.value:
            self._note = message.note
            self.show_lines(message.lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these hits in the order chosen."""
        from reader.search.concordance import in_order

        self._lines = in_order(lines, self._order)
        self.show_found(
            f"{count(len(lines), 'hit', 'hits')} · {_ORDERS[self._order]}" if lines else "", self._note if lines else ""
        )
        self.rows.show(self._lines)
        self.show_emptiness()

    def show_row(self) -> None:
        """Show the release at the hit under the cursor."""
        line = self.rows.current
        release = self.app.shelf.release(line.release_id) if line else None
        if line is None or release is None:
            self.text.show(None)
            return
        places = [(other.start, other.end) for other in self._lines if other.release_id == line.release_id]
        self.text.show_places(release, places, (line.start, line.end))

    def why_empty(self) -> str:
        """Nothing typed, or nothing found."""
        if self.search_line.value.strip():
            return f"Nothing holds “{self.search_line.value.strip()}”.\n\nq goes back."
        return "Type words to see every place where they stand.\n\nesc, then q goes back."

    def action_order(self) -> None:
        """The next order."""
        orders = list(_ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.show_lines(self._lines)

    def action_export(self) -> None:
        """Copy the line, copy all as CSV, or write all into a file that the user names."""
        line = self.rows.current
        if line is None:
            return
        words = f"{line.left}{line.match}{line.right}".strip()
        number = count(len(self._lines), "line", "lines")
        choices = [Choice("Copy the line", words), Choice(f"Copy {number} as CSV"), Choice(f"Write {number} as CSV …")]

        def take(index: int | None) -> None:
            if index == 0:
                self.app.copy(words, "Line")
            elif index == 1:
                self.app.copy(self._csv(), f"{number} as CSV")
            elif index == 2:
                prompt = PromptScreen("Write as CSV", "The file to write; one that is there is not overwritten.")
                self.app.push_screen(prompt, self._write)

        self.app.push_screen(PickerScreen("Concordance", choices), take)

    def _csv(self) -> str:
        from reader.search.concordance import as_csv

        return as_csv(self._lines)

    def _write(self, name: str | None) -> None:
        if name is None:
            return
        path = path_named(name, working_folder(), "concordance.csv")
        try:
            write(path, self._csv(), over=False)
        except ReaderError as error:
            self.app.say(str(error))
        else:
            self.notify(f"Written to {path}", markup=False)

    def action_leave_now(self) -> None:
        """Back to the releases, wherever the focus is."""
        self.leave()
