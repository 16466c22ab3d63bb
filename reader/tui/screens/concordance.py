"""The concordance: every hit of a search in all releases, one line each with its words of context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.tui.describe import count
from reader.tui.new_file import missing_folder, path_named, working_folder, write
from reader.tui.screens.picker import Choice, PickerScreen
from reader.tui.screens.prompt import PromptScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.concordance_list import ConcordanceList
from reader.tui.widgets.line_list import LineList
from reader.tui.work import in_thread

if TYPE_CHECKING:
    from reader.search.concordance import Concordance, Line, LineOrder

_ORDERS: dict[LineOrder, str] = {
    "day": "newest first",
    "left": "by the word before",
    "match": "by the word found",
    "right": "by the word after",
}
_NEAR = 20


@dataclass
class ConcordanceProgressed(Message):
    """A part of a concordance's work is done; `how_far` says how much."""

    how_far: str


@dataclass
class Concorded(Message):
    """A concordance has its lines, or has them in another order.

    `note` says which words were looked for in place of those typed.
    """

    query: str
    concordance: Concordance
    order: LineOrder
    note: str


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
        self._concordance: Concordance | None = None
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
            self.show_emptiness()
        else:
            self._concordance = None
            self._note = ""
            self.show_lines()

    @in_thread("concordance", "gather the hits", exclusive=True)
    def gather(self, query: str) -> None:
        """Search, and read every release found; the lines come back as a message."""
        from reader.search.engine import SearchCancelled

        searcher = self.app.searcher
        try:
            answer = searcher.search(query)
            concordance = searcher.concordance(answer)
        except SearchCancelled:
            return
        note = " · ".join(f"{each.typed} → {', '.join(each.used)}" for each in answer.corrections)
        if self._carry_out(concordance.gather(), "reading", len(concordance.releases)):
            self._put_in_order(concordance, query, note)

    @in_thread("concordance", "put the hits in order", exclusive=True)
    def reorder(self, concordance: Concordance, query: str, note: str) -> None:
        """Put the lines in the order that was chosen."""
        self._put_in_order(concordance, query, note)

    def _put_in_order(self, concordance: Concordance, query: str, note: str) -> None:
        order = self._order
        if self._carry_out(concordance.sort(order), "sorting", len(concordance)):
            self.post_message(Concorded(query, concordance, order, note))

    def _carry_out(self, steps: Iterable[int], doing: str, of: int) -> bool:
        """Do work in a thread step by step and say how far it is; whether it came to its end."""
        worker = get_current_worker()
        for done in steps:
            if worker.is_cancelled:
                return False
            if 0 < done < of:
                self.post_message(ConcordanceProgressed(f"{doing} {done:,} of {of:,}"))
        return True

    @on(ConcordanceProgressed)
    def progressed(self, message: ConcordanceProgressed) -> None:
        """Say how far the work is, unless it is no longer wanted."""
        if self.search_line.value.strip():
            self.show_found(message.how_far, self._note)

    @on(Concorded)
    def concorded(self, message: Concorded) -> None:
        """Show the hits, unless the user has typed on or chosen another order."""
        if message.query != self.search_line.value:
            return
        if message.order != self._order:
            self.reorder(message.concordance, message.query, message.note)
            return
        self._query, self._note = message.query, message.note
        self._concordance = message.concordance
        self.show_lines()

    def show_lines(self) -> None:
        """Show the hits in the order they have."""
        found = len(self._concordance) if self._concordance else 0
        self.show_found(f"{count(found, 'hit', 'hits')} · {_ORDERS[self._order]}" if found else "", self._note)
        self.rows.show(found, self._line)
        self.rows_changed()

    def _line(self, row: int) -> Line | None:
        concordance = self._concordance
        return self.app.shelf.read(lambda: concordance.line(row), None) if concordance else None

    def show_row(self) -> None:
        """Show the release at the hit under the cursor."""
        line = self.rows.current
        release = self.app.shelf.release(line.release_id) if line else None
        if self._concordance is None or line is None or release is None:
            self.text.show(None)
        else:
            self.text.show(release, tuple(self._concordance.places(release.text)), line.number)

    def why_empty(self) -> str:
        """Nothing typed, not yet found, or not to be found."""
        if self.search_line.value.strip():
            if self._query != self.search_line.value or self._concordance is None:
                return f"Looking for “{self.search_line.value.strip()}” …"
            return f"Nothing holds “{self.search_line.value.strip()}”.\n\nesc goes back."
        return "Type words to see every place where they stand.\n\nesc goes back."

    def offers(self, action: str) -> bool:
        """There is no whole list that `esc` could give back: it goes to the list, as `enter` does."""
        return action != "screen.back" and super().offers(action)

    def action_back(self) -> None:
        """From the text to the list, and from there to the releases: without words a concordance shows nothing."""
        if self.focused is self.text:
            self.action_other_pane()
        elif self.focused is self.search_line and self.rows.row_count:
            self.set_focus(self.rows)
        else:
            self.leave()

    def action_order(self) -> None:
        """The next order."""
        orders = list(_ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        if self._concordance and self._query == self.search_line.value:  # else the lines to come have it at once
            self.reorder(self._concordance, self._query, self._note)

    def action_export(self) -> None:
        """Copy the line, copy all as CSV, or write all into a file that the user names."""
        line, concordance = self.rows.current, self._concordance
        if line is None or concordance is None:
            self._warn("There is no line to copy or write yet.")
            return
        words = f"{line.left}{line.match}{line.right}".strip()
        number = count(len(concordance), "line", "lines")
        choices = [
            Choice("Copy the line", f"…{line.left[-_NEAR:]}{line.match}{line.right[:_NEAR]}…"),
            Choice(f"Copy {number} as CSV", "with day, symbol, title and file of each"),
            Choice(f"Write {number} as CSV …", "into a file that you name"),
        ]

        def take(index: int | None) -> None:
            if index == 0:
                self.app.copy(words, "Line")
            elif index == 1:
                self.copy_table(concordance, number)
            elif index == 2:
                self._ask_name(concordance)

        self.app.push_screen(PickerScreen("Concordance", choices), take)

    @in_thread("table", "make the table of the hits")
    def copy_table(self, concordance: Concordance, number: str) -> None:
        """Copy every line, in a thread: each is read again."""
        table = concordance.csv()
        self.app.call_from_thread(self.app.copy, table, f"{number} as CSV")

    def _ask_name(self, concordance: Concordance) -> None:
        def path(words: str) -> Path:
            return path_named(words, working_folder(), "concordance.csv")

        def take(words: str | None) -> None:
            if words:
                self.write_table(concordance, path(words))

        hint = "The file to write; one that is there is not overwritten."
        prompt = PromptScreen("Write as CSV", hint, trouble=lambda words: missing_folder(path(words)))
        self.app.push_screen(prompt, take)

    @in_thread("table", "write the table of the hits")
    def write_table(self, concordance: Concordance, path: Path) -> None:
        """Write every line into a new file, in a thread."""
        try:
            write(path, concordance.csv(), over=False)
        except ReaderError as error:
            self.app.call_from_thread(self.app.say, str(error))
        else:
            self.app.call_from_thread(self.app.notify, f"Written to {path}", markup=False)
