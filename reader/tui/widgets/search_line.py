"""The search line: type to find, up and down for what was asked before."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widgets import Input


class Completing(Suggester):
    """Suggests what `complete` makes of a query: a function from a query to the whole query completed, or nothing."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The query completed."""
        return self._complete(value)


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

    def __init__(self, placeholder: str, *, id: str, suggester: Suggester | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False, suggester=suggester)
        self.cursor_blink = False
        self.recent: Sequence[str] = ()
        self._recalled = 0
        self._draft = ""

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
