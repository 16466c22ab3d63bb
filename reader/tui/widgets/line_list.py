"""A list of any length on the line API: it asks for the rows in view and paints only those."""

import itertools
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model import Span
from reader.tui.wrapping import shorten, width_of

_KEPT_VIEWS = 2
"""Views whose painted lines are kept: a line takes some kilobytes, to paint it again a tenth of a millisecond."""


class Piece(NamedTuple):
    """Words of a row in one style, with the stretches of them that a search found."""

    words: str
    style: str = "plain"
    marks: Sequence[Span] = ()


class RowLine(NamedTuple):
    """One line of a row: what stands at the left, cut to fit, and what stands at the right end, whole."""

    left: Sequence[Piece]
    right: Sequence[Piece] = ()


class LineList(ScrollView, can_focus=True):
    """A list with a cursor. A subclass says how many rows there are and what stands in one.

    Every row has `row_height` lines, or what a subclass says in `top_of` and `row_at`. Nothing is kept for rows out of
    view, so 100,000 rows cost what ten cost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False, id="list.down"),
        Binding("up,k", "move(-1)", "Previous", show=False, id="list.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("home,g", "first", "First", show=False, id="list.first"),
        Binding("end,G", "last", "Last", show=False, id="list.last"),
        Binding("enter", "select", "Open", show=False, id="list.select"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title",
        "list--dim",
        "list--sign",
        "list--accent",
        "list--match",
        "list--cursor",
        "list--cursor-bar",
    }

    ALLOW_SELECT = False

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """Without scrollbars another length needs no new layout of the screen."""

    cursor: reactive[int] = reactive(0, repaint=False)

    class Highlighted(Message):
        """The cursor came to a row."""

        def __init__(self, line_list: "LineList", row: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.row = row

        @property
        def control(self) -> "LineList":
            """The list."""
            return self.line_list

    class Selected(Highlighted):
        """The user chose the row under the cursor."""

    def __init__(self, *, id: str | None = None, row_height: int = 1) -> None:
        super().__init__(id=id)
        self.row_height = row_height
        self.row_count = 0
        self._painted: dict[tuple[int, bool], list[Strip]] = {}
        self._styles: dict[tuple[str, bool, bool], Style] = {}

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """What stands in a row, no more lines than it has."""
        raise NotImplementedError

    def top_of(self, row: int) -> int:
        """The first line of a row; of the row behind the last one, how many lines there are."""
        return row * self.row_height

    def row_at(self, line: int) -> int:
        """The row in which a line stands."""
        return line // self.row_height

    # Rows

    def set_rows(self, row_count: int, cursor: int = 0, *, row_height: int | None = None) -> None:
        """Show other rows, with the cursor on row `cursor`, kept at its height in the view where that can be.

        Whoever shows them knows that what is under the cursor is another row: no message says so.
        """
        offset = self.top_of(self.cursor) - self.scroll_offset.y
        self.row_count = row_count
        self.row_height = row_height or self.row_height
        self._fit()
        self.set_reactive(LineList.cursor, max(0, min(cursor, row_count - 1)))
        if self.size:  # else the first layout brings the cursor into view
            self.scroll_to(0, max(0, self.top_of(self.cursor) - max(0, offset)), animate=False)
            self._keep_in_view()
        self.repaint_rows()

    def _height_of(self, row: int) -> int:
        return self.top_of(row + 1) - self.top_of(row)

    def _fit(self) -> None:
        self.virtual_size = Size(self.size.width, self.top_of(self.row_count))

    def repaint_rows(self) -> None:
        """Paint the rows in view anew."""
        self._painted.clear()
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.row_count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Follow the cursor and say where it is."""
        self._keep_in_view()
        for row in (old, new):
            self.refresh_lines(self.top_of(row), self._height_of(row))
        self.post_message(self.Highlighted(self, new))

    def _keep_in_view(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        first, last = self.top_of(self.cursor), self.top_of(self.cursor + 1)
        if first < top or height < last - first:
            self.scroll_to(0, first, animate=False)
        elif last > top + height:
            self.scroll_to(0, last - height, animate=False)

    # Moving

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def action_page(self, pages: int) -> None:
        """Move the cursor by views."""
        self.cursor += pages * max(1, self.size.height // self.row_height - 1)

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self.row_count - 1

    def action_select(self) -> None:
        """Choose the row under the cursor."""
        if self.row_count:
            self.post_message(self.Selected(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click chooses."""
        row = self.row_at(event.y + self.scroll_offset.y)
        if row < self.row_count:
            self.cursor = row
            if event.chain == 2:
                self.action_select()

    def on_resize(self) -> None:
        """Paint at the new width with the cursor in view."""
        self._fit()
        self._painted.clear()
        self._keep_in_view()

    def on_focus(self) -> None:
        """Show the cursor as the one the keys move."""
        self.repaint_rows()

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self.repaint_rows()

    # Painting

    def notify_style_update(self) -> None:
        """Forget what was painted in another theme."""
        super().notify_style_update()
        self._styles.clear()
        self._painted.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        line = y + self.scroll_offset.y
        row = self.row_at(line)
        if row >= self.row_count:
            return Strip.blank(self.size.width, self._style("plain", False))
        key = (row, row == self.cursor)
        strips = self._painted.get(key)
        if strips is None:
            if len(self._painted) * self.row_height > _KEPT_VIEWS * self.size.height:
                self._painted.clear()
            strips = self._painted[key] = self._paint_row(row, row == self.cursor)
        return strips[line - self.top_of(row)]

    def _paint_row(self, row: int, at_cursor: bool) -> list[Strip]:
        height = self._height_of(row)
        lines = [*self.row_lines(row)][:height]
        lines += [RowLine(())] * (height - len(lines))
        return [self._paint_line(line, at_cursor) for line in lines]

    def _paint_line(self, line: RowLine, at_cursor: bool) -> Strip:
        width = self.size.width
        blank = self._style("plain", at_cursor)
        bar = Segment("▌" if at_cursor else " ", self._style("cursor-bar", at_cursor))
        right = [segment for piece in line.right for segment in self._segments(piece, len(piece.words), at_cursor)]
        right_width = sum(width_of(piece.words) for piece in line.right)
        room = width - 2 - right_width - (1 if right_width else 0)
        left: list[Segment] = []
        for piece in line.left:
            words = shorten(piece.words, room)
            left += self._segments(piece._replace(words=words), len(words), at_cursor)
            room -= width_of(words)
        segments = [bar, *left, Segment(" " * max(0, room + (1 if right_width else 0)), blank), *right]
        return Strip(segments, sum(width_of(segment.text) for segment in segments)).adjust_cell_length(width, blank)

    def _segments(self, piece: Piece, length: int, at_cursor: bool) -> list[Segment]:
        cuts = {0, length}
        for start, end in piece.marks:
            cuts.update((min(start, length), min(end, length)))
        ordered = sorted(cuts)
        return [
            Segment(
                piece.words[left:right],
                self._style(piece.style, at_cursor, any(s <= left and right <= e for s, e in piece.marks)),
            )
            for left, right in itertools.pairwise(ordered)
        ]

    def _style(self, name: str, at_cursor: bool, marked: bool = False) -> Style:
        key = (name, at_cursor, marked)
        style = self._styles.get(key)
        if style is None:
            style = self.rich_style if name == "plain" else self.get_component_rich_style(f"list--{name}")
            if at_cursor:
                style += Style(bgcolor=self.get_component_rich_style("list--cursor").bgcolor)
                style += self.get_component_rich_style("list--cursor", partial=True).without_color
            if marked:
                style += self.get_component_rich_style("list--match", partial=True)
            self._styles[key] = style
        return style
