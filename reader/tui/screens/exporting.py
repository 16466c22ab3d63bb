"""How far an export has come, where it takes long enough to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from reader.tui.work import in_thread

if TYPE_CHECKING:
    from reader.citing import Reference
    from reader.tui.exporting import Group

_REPORTED_EACH = 200
"""Records between two reports; fewer are made before one would read how many there are."""


@dataclass(frozen=True, slots=True)
class Records:
    """What an export made."""

    text: str
    count: int


class ExportScreen(ModalScreen["Records | None"]):
    """Makes the records in a thread and answers with them, or with nothing when it is stopped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Stop", id="export.stop", key_display="esc"),
    ]

    class Progressed(Message):
        """So many records are made."""

        def __init__(self, done: int) -> None:
            super().__init__()
            self.done = done

    def __init__(self, group: Group, format_: str) -> None:
        super().__init__()
        self._group = group
        self._format = format_

    def compose(self) -> ComposeResult:
        """A box with a line in it."""
        with Vertical(id="box") as box:
            box.border_title = "Export"
            yield Static(id="progress", markup=False)
            yield Static("esc stops it, and nothing is copied or written", id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self.make_records()

    @in_thread("export", "export")
    def make_records(self) -> Records:
        """The worker's result."""
        from reader import citing

        references = list(self._references())
        return Records(citing.export(references, self._format), len(references))

    def _references(self) -> Iterator[Reference]:
        from reader.citing import reference_for

        worker = get_current_worker()
        for number, release in enumerate(self._group.releases(), start=1):
            if worker.is_cancelled:
                return
            if number % _REPORTED_EACH == 0:
                self.post_message(self.Progressed(number))
            yield reference_for(release)

    @on(Progressed)
    def progressed(self, message: Progressed) -> None:
        """Say how far it has come."""
        self.add_class("-seen")
        of_all = f" of {self._group.size:,}" if self._group.size else ""
        self.query_one("#progress", Static).update(f"{message.done:,}{of_all} releases")

    @on(Worker.StateChanged)
    def ended(self, event: Worker.StateChanged) -> None:
        """Answer, or say what went wrong, unless it has been stopped."""
        if not self.is_current:
            return
        if event.state == WorkerState.SUCCESS:
            self.dismiss(event.worker.result)
        elif event.state == WorkerState.ERROR:
            why = str(event.worker.error) or "a newer search came in between"  # SearchCancelled has no words
            self.app.notify(f"Could not export: {why}", severity="error", markup=False)
            self.dismiss(None)
