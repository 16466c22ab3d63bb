"""The search line: type to find, up and down for what was asked before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widgets import Input

if TYPE_CHECKING:
    from reader.search.completion import Completion


Complete = Callable[[str], "Completion | None"]
"""What the end of a query may go on to, or nothing."""


class Completing(Suggester):
    """Shows behind a query how its end may go on; the library is asked in a thread, for its values may be many."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self._offered = ("", "")

    def taken(self, value: str) -> str | None:
        """The whole query with what is offered behind `value`, if anything is."""
        asked, completed = self._offered
        return completed if completed and asked == value else None

    async def get_suggestion(self, value: str) -> str | None:
        """The query and the rest of it; behind an arrow what would stand in place of what was typed."""
        completion = await asyncio.to_thread(self._complete, value)
        if completion is None:
            return None
        completed = value[: completion.start] + completion.text
        self._offered = (value, completed)
        goes_on = completed[: len(value)].casefold() == value.casefold()
        return value + (completed[len(value) :] if goes_on else f" → {completion.text}")


class SearchLine(Input):
    """An input that keeps to one line and remembers."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """Another value needs no new layout of the screen, for which every key would have to wait."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the list", id="query.submit"),
        Binding("escape", "screen.back", "give all back", id="query.clear", key_display="esc"),
        Binding("up", "recall(1)", "recent", id="query.earlier", key_display="↑"),
        Binding("down", "recall(-1)", "Later query", show=False, id="query.later"),
        Binding("tab", "cursor_right", "complete", id="query.complete", key_display="tab"),
    ]

    def __init__(self, placeholder: str, *, id: str) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False
        self.recent: Sequence[str] = ()
        self._recalled = 0
        self._draft = ""
        self._completing: Completing | None = None

    def complete_with(self, complete: Complete) -> None:
        """Offer what `complete` says, from the next key on."""
        self.suggester = self._completing = Completing(complete)

    def on_focus(self) -> None:
        """Begin with the latest query again."""
        self._recalled = 0

    def action_recall(self, step: int) -> None:
        """Put an earlier or later query in the line; past the latest, what was typed before."""
        if not self._recalled:
            self._draft = self.value
        self._recalled = max(0, min(len(self.recent), self._recalled + step))
        self.value = self.recent[self._recalled - 1] if self._recalled else self._draft
        self.cursor_position = len(self.value)

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end of the line take what is offered there."""
        offers = self.cursor_at_end and self._suggestion and not select
        taken = self._completing.taken(self.value) if self._completing and offers else None
        if taken is None:
            super().action_cursor_right(select)
        else:
            self.value = taken
            self.cursor_position = len(taken)
