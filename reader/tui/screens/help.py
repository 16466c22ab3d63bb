"""Every key and the forms of a query, in a list that can be searched."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.tui.key_table import Key, key_table
from reader.tui.widgets.line_list import LineList, Piece, RowLine


class HelpList(LineList):
    """One row a key."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.keys: Sequence[Key] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys."""
        self.keys = keys
        self.set_rows(len(keys))

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The key, what it does, and where."""
        key = self.keys[row]
        about = f"{key.description}. {key.tooltip}".rstrip(" .") if key.tooltip else key.description
        left = (Piece(f"{key.keys:<16} ", "accent"), Piece(about, "plain"))
        return (RowLine(left, (Piece(key.place, "dim"),)),)


class HelpScreen(ModalScreen[None]):
    """Type to find a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="help.close", key_display="esc"),
        Binding("down", "move(1)", "Next", show=False, id="help.down"),
        Binding("up", "move(-1)", "Previous", show=False, id="help.up"),
    ]

    def compose(self) -> ComposeResult:
        """A search line over the keys."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            yield Input(placeholder="type to find a key · esc closes", id="help-query")
            yield HelpList(id="help-list")

    def on_mount(self) -> None:
        """Show all keys."""
        self.query_one(Input).cursor_blink = False
        self.find("")

    @on(Input.Changed, "#help-query")
    def query_changed(self, event: Input.Changed) -> None:
        """Show the keys that fit."""
        self.find(event.value)

    def find(self, words: str) -> None:
        """Show the keys in whose row every word occurs."""
        wanted = words.casefold().split()
        rows = [key for key in key_table() if all(word in " ".join(key).casefold() for word in wanted)]
        self.query_one(HelpList).show(rows)

    def action_move(self, step: int) -> None:
        """Move in the list while typing."""
        self.query_one(HelpList).action_move(step)
