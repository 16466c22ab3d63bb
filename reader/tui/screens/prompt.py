"""Ask for one line of text."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class PromptScreen(ModalScreen[str | None]):
    """Answers with the text, or with nothing. What `trouble` says of a text keeps the question open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="prompt.close", key_display="esc"),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        value: str = "",
        *,
        may_be_empty: bool = False,
        trouble: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._title, self._hint, self._value = title, hint, value
        self._may_be_empty = may_be_empty
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """A box with an input in it."""
        with Vertical(id="box") as box:
            box.border_title = self._title
            yield Input(self._value, id="answer")
            yield Static(self._hint, id="hint", markup=False)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed, if anything was or nothing may be."""
        words = event.value.strip()
        if not words and not self._may_be_empty:
            return
        if trouble := self._trouble(words):
            self.query_one("#hint", Static).update(f"{trouble} {self._hint}")
        else:
            self.dismiss(words)
