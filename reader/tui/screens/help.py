"""Every key, searches to try in the library at hand, and the forms of a query, in one list that can be searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.errors import ReaderError
from reader.tui.key_table import key_table
from reader.tui.widgets.line_list import LineList, Piece, RowLine
from reader.tui.work import in_thread
from reader.tui.wrapping import width_of

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp


class Help(NamedTuple):
    """One row: what is pressed or typed, what comes of it, a word at the right edge, and the search it stands for."""

    typed: str
    about: str
    aside: str = ""
    query: str = ""


_BLANK = Help("", "")
_WIDEST = 34
"""Cells for what is typed; what is longer shifts its own row alone."""
_ROOM_FOR_ONE_LINE = 60
"""Cells below which what a key does stands on a line of its own, under the key."""


class HelpList(LineList):
    """One row a key or a search, under the names of their kinds."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.entries: Sequence[Help] = ()

    def show(self, entries: Sequence[Help]) -> None:
        """Show these rows."""
        self.entries = entries
        self.set_rows(len(entries), 1, row_height=self._lines_a_row())

    def on_resize(self) -> None:
        """Take as many lines for a row as the width wants."""
        if self.row_height != self._lines_a_row():
            self.set_rows(self.row_count, self.cursor, row_height=self._lines_a_row())
        super().on_resize()

    def _lines_a_row(self) -> int:
        return 1 if self.size.width >= _ROOM_FOR_ONE_LINE else 2

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """What to type and what it does; a kind's name stands alone."""
        entry = self.entries[row]
        if not entry.about:
            return (RowLine((Piece(entry.typed, "title"),)),)
        typed, about, aside = Piece(f"{entry.typed}  ", "accent"), Piece(entry.about), (Piece(entry.aside, "dim"),)
        if self.row_height == 1:
            return (RowLine((typed, about), aside),)
        return (RowLine((typed,), aside), RowLine((Piece("  "), about)))


class HelpScreen(ModalScreen[str | None]):
    """Type to find a key or a form of search; enter on a search makes it. Gives the search chosen, or nothing."""

    app: ReaderApp

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="help.close", key_display="esc"),
        Binding("down", "move(1)", "Next", show=False, id="help.down"),
        Binding("up", "move(-1)", "Previous", show=False, id="help.up"),
        Binding("pagedown", "page(1)", "Next page", show=False, id="help.page_down"),
        Binding("pageup", "page(-1)", "Previous page", show=False, id="help.page_up"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._examples: Sequence[tuple[str, str]] = ()

    def compose(self) -> ComposeResult:
        """A search line over the list."""
        with Vertical(id="box") as box:
            box.border_title = "Keys and searches"
            yield Input(placeholder="find a key, or “searches” · esc closes", id="help-query")
            yield HelpList(id="help-list")

    def on_mount(self) -> None:
        """Show everything; the searches to try come as soon as the library has been looked at."""
        self.query_one(Input).cursor_blink = False
        self.find("")
        self.look_for_examples()

    @in_thread("examples", "look for searches to try")
    def look_for_examples(self) -> None:
        """Make searches of what the library holds."""
        from reader.search.examples import examples

        try:
            found = examples(self.app.library)
        except ReaderError:
            return
        self.app.call_from_thread(self.take_examples, found)

    def take_examples(self, examples: Sequence[tuple[str, str]]) -> None:
        """Show the searches to try."""
        self._examples = examples
        self.find(self.query_one(Input).value)

    @on(Input.Changed, "#help-query")
    def query_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        self.find(event.value)

    def find(self, words: str) -> None:
        """Show the rows in which, with the name of their kind, every word occurs."""
        wanted = words.casefold().split()
        rows: list[Help] = []
        for name, entries in self._kinds():
            fitting = [e for e in entries if all(word in " ".join((name, *e)).casefold() for word in wanted)]
            if fitting:
                width = min(_WIDEST, max(width_of(entry.typed) for entry in fitting))
                aligned = [e._replace(typed=e.typed + " " * (width - width_of(e.typed))) for e in fitting]
                rows += [*([_BLANK] if rows else []), Help(name, ""), *aligned]
        self.query_one(HelpList).show(rows or [Help("Nothing here is called that.", "")])

    def _kinds(self) -> Iterator[tuple[str, list[Help]]]:
        from reader.search.syntax import FORMS

        keys = key_table()
        yield (
            "Keys",
            [Help(key.keys, f"{key.description}. {key.tooltip}".rstrip(" .") + ".", key.place) for key in keys],
        )
        yield "Searches to try", [Help(query, found, "enter", query) for query, found in self._examples]
        yield "What a search can say", [Help(form.written, form.meaning, form.example) for form in FORMS]

    @on(Input.Submitted, "#help-query")
    @on(LineList.Selected, "#help-list")
    def choose(self) -> None:
        """Make the search under the cursor."""
        chosen = self.query_one(HelpList)
        if chosen.row_count and (query := chosen.entries[chosen.cursor].query):
            self.dismiss(query)

    def action_move(self, step: int) -> None:
        """Move in the list while typing."""
        self.query_one(HelpList).action_move(step)

    def action_page(self, pages: int) -> None:
        """Move by pages while typing."""
        self.query_one(HelpList).action_page(pages)
