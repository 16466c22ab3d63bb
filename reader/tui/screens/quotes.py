"""The quotation browser: every quotation of the library with the person who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.worker import get_current_worker

from reader.tui.describe import count
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.quote_list import QuoteList
from reader.tui.work import in_thread

if TYPE_CHECKING:
    from reader.library.browse import QuoteOrder
    from reader.search.quotations import Quotations

_FIELDS = re.compile(r"\b(who|about):", re.IGNORECASE)


def split_filter(words: str) -> tuple[str | None, str | None]:
    """The words after `who:` and those after `about:`; words before either are taken as `about:`."""
    parts = _FIELDS.split(words)
    found = {"about": parts[0].strip()}
    for name, value in zip(parts[1::2], parts[2::2], strict=True):
        key = name.lower()
        found[key] = f"{found.get(key, '')} {value.strip()}".strip()
    return found.get("who") or None, found.get("about") or None


@dataclass
class Quoted(Message):
    """The quotations that were asked for."""

    query: str
    order: QuoteOrder
    found: Quotations


class QuotesScreen(ReadingScreen):
    """Quotations at the left, the release at the one under the cursor at the right."""

    PLACEHOLDER = "words said · who:name · about:words"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "order", "Order by day or by speaker", show=False, id="quotes.order"),
        Binding("Q", "leave_now", "Back to the releases", show=False, id="quotes.leave"),
    ]

    rows = query_one("#rows", QuoteList)

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.order: QuoteOrder = "day"
        self._words = words
        self._answered: tuple[str, QuoteOrder] | None = None

    def make_list(self) -> LineList:
        """The list of quotations."""
        return QuoteList(id="rows")

    def on_mount(self) -> None:
        """Show every quotation, or those asked for."""
        self.title_bar.library_name = f"{self.app.library_name} · quotations"
        self.set_focus(self.rows)
        if self._words:
            self.search_line.value = self._words
        else:
            self.find("")

    def find(self, query: str) -> None:
        """Find the quotations of a person, or about something."""
        self.gather(query, self.order)

    @in_thread("quotations", "find the quotations", exclusive=True)
    def gather(self, query: str, order: QuoteOrder) -> None:
        """Find them in a thread, a tenth of a second in a large library; they come back as a message."""
        worker = get_current_worker()
        found = self.app.searcher.quotations(*split_filter(query), order)
        if not worker.is_cancelled:
            self.post_message(Quoted(query, order, found))

    @on(Quoted)
    def quoted(self, message: Quoted) -> None:
        """Show what was found, unless the user has typed on or chosen another order."""
        answered = message.query, message.order
        if answered != (self.search_line.value, self.order):
            return
        ids, note = message.found.ids, " · ".join(f"{typed} → {used}" for typed, used in message.found.corrections)
        order = "newest first" if self.order == "day" else "by speaker"
        self.show_found(f"{len(ids):,} · {order}" if ids else "", note)
        self.rows.show(ids, self.app.shelf.quote_rows, stay=answered == self._answered)
        self._answered = answered
        self.title_bar.status = count(len(ids), "quotation", "quotations")
        self.rows_changed()

    def show_row(self) -> None:
        """Show the release at the quotation under the cursor."""
        row = self.rows.current
        release = self.app.shelf.release(row.release_id) if row else None
        self.text.show(release)
        if release is not None and row is not None and row.number < len(release.quotes):  # it may just have changed
            quote = release.quotes[row.number]
            if quote in self.text.quotes:
                self.text.go_to_quote(self.text.quotes.index(quote))

    def library_changed(self) -> None:
        """Quotations have come, changed or gone."""
        self.find(self.search_line.value)

    def why_empty(self) -> str:
        """Nothing found, or nothing there."""
        if self.search_line.value:
            return "No quotation like that.\n\nwho:name finds a speaker, about:words what was said; esc gives all back."
        return "No release of this library holds a quotation.\n\nesc goes back."

    def action_order(self) -> None:
        """Newest first, or by speaker."""
        self.order = "speaker" if self.order == "day" else "day"
        self.find(self.search_line.value)
