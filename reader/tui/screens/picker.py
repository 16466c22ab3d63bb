"""Choose one of a few things: contacts, citation styles, speakers."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.tui.widgets.line_list import LineList, Piece, RowLine
from reader.tui.wrapping import wrap


class Choice(NamedTuple):
    """One thing to choose, as it is shown: a name, and what it stands for."""

    name: str
    detail: str = ""


class ChoiceList(LineList):
    """Each choice is its name and its detail, wrapped, and takes the lines that these need."""

    def __init__(self, choices: Sequence[Choice], *, id: str) -> None:
        super().__init__(id=id)
        self.choices = choices
        self._tops: Sequence[int] = range(len(choices) + 1)

    def top_of(self, row: int) -> int:
        """The first line of a choice."""
        return self._tops[row]

    def row_at(self, line: int) -> int:
        """The choice in which a line stands."""
        return bisect_right(self._tops, line) - 1

    def on_resize(self) -> None:
        """Give every choice the lines that it needs, and the box the height of all."""
        height = self.virtual_size.height
        lines = [max(1, len(self.row_lines(row))) for row in range(len(self.choices))]
        self._tops = [0, *accumulate(lines)]
        self.row_height = max(lines)
        self.set_rows(len(self.choices), self.cursor)
        super().on_resize()
        if self.virtual_size.height != height:
            self.refresh(layout=True)

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """The name, then the detail on as many lines as it needs, at most five."""
        choice = self.choices[row]
        lines = [RowLine((Piece(choice.name, "title"),))] if choice.name else []
        width = max(10, self.size.width - 4)
        for paragraph in choice.detail.splitlines():
            for start, end in wrap(paragraph, 0, len(paragraph), width):
                lines.append(RowLine((Piece(paragraph[start:end], "plain"),)))
        return lines[:6]


class PickerScreen(ModalScreen[int | None]):
    """Answers with the index of the choice, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", id="picker.close", key_display="esc"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], *, start: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._start = start

    def compose(self) -> ComposeResult:
        """A box with a list in it."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = "enter takes it · esc changes nothing"
            yield ChoiceList(self._choices, id="choices")

    def on_mount(self) -> None:
        """Begin at the choice that is in force."""
        self.query_one(ChoiceList).set_rows(len(self._choices), self._start)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        """Answer."""
        self.dismiss(message.row)
