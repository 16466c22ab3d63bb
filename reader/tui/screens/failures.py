"""The files that could not be read, each with the reason."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.library.store import Failure
from reader.tui.describe import shown
from reader.tui.screens.picker import Choice, ChoiceList


class FailuresScreen(ModalScreen[None]):
    """A list to look at; nothing in it can be done from here but to close it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,e", "dismiss(None)", "Close", id="failures.close", key_display="esc"),
    ]

    def __init__(self, failures: Sequence[Failure]) -> None:
        super().__init__()
        self._failures = failures

    def compose(self) -> ComposeResult:
        """A box with the list, or the good news."""
        with Vertical(id="box") as box:
            box.border_title = f"Could not be read: {len(self._failures):,}"
            box.border_subtitle = "esc closes · r then tries again"
            if self._failures:
                yield ChoiceList([_choice(failure) for failure in self._failures], id="choices")
            else:
                yield Static("Every file was read.", id="good-news", markup=False)


def _choice(failure: Failure) -> Choice:
    path = Path(failure.path)
    return Choice(shown(path.name), f"{shown(failure.reason)}\nin {shown(str(path.parent))}")
