"""The application: it owns the library, runs what takes time in threads, and copies."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets._toast import Toast
from textual.worker import Worker, WorkerState, get_current_worker

from reader.errors import ReaderError
from reader.library.pace import Progress, RefreshResult
from reader.library.store import Library, open_library
from reader.tui.describe import count, shown
from reader.tui.desk import Desk
from reader.tui.key_names import key_name
from reader.tui.memory import give_back, let_go_of_pictures
from reader.tui.screens.main import MainScreen
from reader.tui.shelf import Shelf
from reader.tui.themes import DEFAULT_THEME, THEMES
from reader.tui.work import Copied, FilesChanged, Indexed, IndexProgressed, Searched, begin_alone, in_thread

if TYPE_CHECKING:
    from reader.clipboard import Rich
    from reader.search.engine import Answer, Searcher
    from reader.tui.copying import Copier
    from reader.tui.exporting import Exporter


_SECONDS_TYPED_ON = 0.25
"""What was done in a hurry is done with patience once no other key has come for so long."""
_SECONDS_TO_LEAVE = 2.0
"""A folder that does not answer, as one on a lost network, keeps the program for no longer."""
_SECONDS_OF_AN_ERROR = 20.0
_SECONDS_UNTIL_GONE = 0.3
"""By then a window that was closed has ended its work, and nothing but itself refers to it."""


class ReaderApp(App[None]):
    """Release Reader on a screen."""

    TITLE = "Release Reader"
    CSS_PATH = "app.tcss"
    COMMAND_PALETTE_DISPLAY = "ctrl-p"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(":,ctrl+p", "command_palette", "Commands", show=False, id="palette", tooltip="Everything by name"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        roots: Sequence[Path],
        *,
        remember: bool = False,
        library_name: str | None = None,
        cache_dir: Path | None = None,
        painted: Callable[[], None] = lambda: None,
    ) -> None:
        """Open the library of these files and folders; where asked to, `remember` them for the next time.

        `painted` is called once the screen stands.
        """
        super().__init__()
        self._remember = remember
        self._tell_painted = painted
        self.desk = Desk(self.say)
        self.library: Library = open_library(roots, cache_dir, region=self.desk.settings.region or None)
        self.library_name = library_name or shown(", ".join(root.name or str(root) for root in roots))
        self.progress: Progress | None = Progress(0, 0, 0, 0.0, None)
        self.main = MainScreen()
        self._leaving = threading.Event()
        self._left: Future[None] = Future()
        self._following = threading.Thread(target=self._follow_changes, name="watch", daemon=True)
        self.shelf = Shelf(self.library, self.say)
        self._searcher: Searcher | None = None
        self._making_searcher = threading.Lock()
        for theme in THEMES:
            self.register_theme(theme)
        self._start_in(self.theme_chosen(DEFAULT_THEME))

    def _start_in(self, theme: str) -> None:
        """Take the colours before the style sheet is read; set in the usual way they have it read twice."""
        self.set_reactive(ReaderApp.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The screen with the releases and the text."""
        return self.main

    def on_mount(self) -> None:
        """Look what has changed once the screen stands: until then every thread would only keep it waiting."""
        self.call_after_refresh(self._follow_library)

    def _follow_library(self) -> None:
        """Take up what has changed, and what changes from now on, in a thread that lives as long as the program."""
        self._tell_painted()
        if self._remember:
            self.desk.remember_library(self.library.roots)
        if self.shelf.count():
            self._prepare_search()
        self.refresh_library()
        self._following.start()

    def on_unmount(self) -> None:
        """Leave the library in order.

        The thread that watches is waited for: the interpreter would end it in the middle of foreign code, which takes
        the whole program down where that is compiled without allowing for it.
        """
        self._leaving.set()
        self._left.set_result(None)
        self.library.close()
        self.desk.close()
        if self._following.is_alive():
            self._following.join(_SECONDS_TO_LEAVE)

    async def on_event(self, event: events.Event) -> None:
        """What is pasted is one line and passes the same gate as what is read, wherever it is pasted."""
        if isinstance(event, events.Paste):
            event.text = shown(" ".join(event.text.splitlines()))
        await super().on_event(event)

    def notify(self, message: str, **options: Any) -> None:
        """Toasts may speak of files and of errors from elsewhere."""
        let_go_of_pictures()
        super().notify(shown(message), **options)

    def on_notify(self) -> None:
        """Let a toast take the place of those before it."""
        self.drop_passing_toasts()

    def drop_passing_toasts(self) -> None:
        """Take away the toasts that are to be seen; errors stay, so that none is missed."""
        for screen in self.screen_stack:
            for toast in screen.query("Toast.-information, Toast.-warning").results(Toast):
                toast._expire()  # as a click on it does: what else takes a toast away leaves its holder behind

    def pop_screen(self) -> AwaitComplete:
        """Close a window, and give back what it took when nothing waits for its end any more."""
        let_go_of_pictures()
        self.set_timer(_SECONDS_UNTIL_GONE, give_back)
        return super().pop_screen()

    def say(self, what: str) -> None:
        """Say that something went wrong, for long enough to be read by one who looked elsewhere."""
        self.notify(what, severity="error", markup=False, timeout=_SECONDS_OF_AN_ERROR)

    # Settings

    def theme_chosen(self, otherwise: str) -> str:
        """The theme that the settings name or, where there is none of that name, `otherwise`; the settings stay."""
        chosen = self.desk.settings.theme
        if chosen in self.available_themes:
            return chosen
        self.say(f"Your settings name the colours {chosen}, which there are not; : and Theme lists those there are.")
        return otherwise

    def watch_theme(self, theme: str) -> None:
        """Keep the colours that were chosen."""
        if theme != self.desk.settings.theme:
            self.desk.set("theme", theme)

    def take_up_region(self) -> None:
        """Read the telephone numbers of the library again where the settings now name another country."""
        region = self.desk.settings.region or None
        if region != self.library.region:
            self.library.region = region
            self.refresh_library()

    # The library

    @in_thread("index", "read new and changed files", exclusive=True)
    def refresh_library(self) -> None:
        """Read what is new or has changed, while the screen goes on; it takes over from one that is under way.

        Who leaves does not wait for it: a single file may take minutes, and what was read is in the index.
        """
        reading = begin_alone("index", partial(self._refresh_library, get_current_worker()))
        if reading in wait((reading, self._left), return_when=FIRST_COMPLETED).done:
            reading.result()

    def _refresh_library(self, worker: Worker[None]) -> None:
        result, failure = RefreshResult(complete=False), ""

        def show_so_far() -> None:
            self.shelf.ids()  # kept for the list, which would hold the screen for as long as it takes to read them
            self.main.post_message(IndexProgressed())

        def report(progress: Progress) -> None:
            self.progress = progress
            show_so_far()

        try:
            show_so_far()
            result = self.library.refresh(report, lambda: worker.is_cancelled)
            self.shelf.ids()
            self.searcher.refresh()  # what was typed meanwhile is asked again, with the new words
        except ReaderError as error:
            failure = str(error)
        finally:
            self.progress = None
        self.main.post_message(Indexed(result, failure, is_last=not worker.is_cancelled))

    def status(self) -> str:
        """How much there is, and how far the reading has come."""
        progress = self.progress
        if progress is None or progress.done >= progress.total:
            if progress is not None and not self.shelf.count():
                return "looking for releases"
            failed = len(self.shelf.failures())
            parts = [count(self.shelf.count(), "release", "releases")]
            return " · ".join([*parts, *([f"{failed:,} unreadable (e)"] if failed else [])])
        left = f" · {progress.seconds_left:.0f} s left" if progress.seconds_left else ""
        return f"reading {progress.done:,} of {progress.total:,} · {progress.rate:,.0f} a second{left}"

    def _follow_changes(self) -> None:
        """Look again whenever files change; where they cannot be watched, `r` does."""
        from reader.library.watch import watch

        try:
            watch(self.library.roots, self._leaving, self._files_changed)
        except ReaderError as error:
            self.main.post_message(Indexed(failure=str(error)))

    def _files_changed(self) -> None:
        self.main.post_message(FilesChanged())

    # Searching

    @property
    def searcher(self) -> Searcher:
        """The search over the library; its imports take time, so that it is made once the screen stands."""
        with self._making_searcher:
            if self._searcher is None:
                from reader.search.engine import Searcher

                self._searcher = Searcher(self.library)
            return self._searcher

    @in_thread("words", "load the words of the library")
    def _prepare_search(self) -> None:
        """Have the words at hand before the first key; what is wrong with them the search itself says."""
        with suppress(ReaderError):
            self.searcher.refresh()

    def search(self, text: str, order: str) -> None:
        """Look for `text` in a thread; the answer comes to the main screen as a message."""
        self.cancel_search()
        self._search(text, order)

    def cancel_search(self) -> None:
        """Let go of a search that is under way."""
        if self._searcher is not None:
            self._searcher.interrupt()
        self.workers.cancel_group(self, "search")

    @in_thread("search", "search the library", exclusive=True)
    def _search(self, text: str, order: str) -> None:
        from reader.search.engine import SearchCancelled

        worker = get_current_worker()
        search = partial(self.searcher.search, order="day" if order == "day" else "relevance")
        try:
            answer = search(text, hurried=True)
            if worker.is_cancelled:
                return
            is_of_use = answer.is_settled or answer.total > 0
            if is_of_use:
                self.main.post_message(Searched(answer))
            if answer.is_settled or (is_of_use and worker.cancelled_event.wait(_SECONDS_TYPED_ON)):
                return
            answer = search(text)
            if not worker.is_cancelled:
                self.main.post_message(Searched(answer, continued=is_of_use))
        except SearchCancelled:
            return

    @in_thread("search", "list all that was found", exclusive=True)
    def find_rest(self, answer: Answer) -> None:
        """Let the first releases found be followed by all the others, newest first."""
        from reader.search.engine import SearchCancelled

        listed = frozenset(answer.ids)
        try:
            rest = array("q", (id_ for id_ in self.searcher.every_id(answer) if id_ not in listed))
        except SearchCancelled:
            return
        if not get_current_worker().is_cancelled:
            whole = replace(answer, ids=answer.ids + rest, total=len(answer.ids) + len(rest), is_counted=True)
            self.main.post_message(Searched(whole, continued=True))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A thread that failed is said, never swallowed."""
        if event.state == WorkerState.ERROR:
            message = f"Could not {event.worker.description}: {event.worker.error}"
            self.say(message)

    # Copying and exporting

    @cached_property
    def copier(self) -> Copier:
        """Puts into words what the copy keys copy; made when the first of them is pressed."""
        from reader.tui.copying import Copier

        return Copier(self)

    @cached_property
    def exporter(self) -> Exporter:
        """Writes records for reference managers; made when the first ones are asked for."""
        from reader.tui.exporting import Exporter

        return Exporter(self)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a selection; Textual's own way claims success whatever happens."""
        self._clipboard = text  # from which the search line pastes what was cut in it
        self.copy(text, "Selection")

    @in_thread("copy", "copy")
    def copy(self, text: str, what: str, remarks: Sequence[str] = (), rich: Rich | None = None) -> None:
        """Put `text`, or `rich` where that can be, on the clipboard in a thread and say what came of it."""
        from reader import clipboard

        outcome = clipboard.copy(text, rich=rich, write_terminal=self._write_terminal)
        if rich and outcome.certainty in ("verified", "sent"):
            what += f" as {outcome.form}"
        self.main.post_message(Copied(" · ".join([outcome.sentence(what), *remarks]), outcome))

    def _write_terminal(self, sequence: str) -> None:
        driver = self._driver
        if driver is not None:
            driver.write(sequence)
            driver.flush()

    # Help and commands

    def action_help(self) -> None:
        """Every key, and what can be searched for."""
        from reader.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(), self.main.ask)

    def action_help_quit(self) -> None:
        """`ctrl+c` without a selection quits."""
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen by name, once though several keys do it, then the settings and the themes."""
        from reader.tui.setting_commands import setting_commands

        keys: dict[tuple[DOMNode, str], list[str]] = {}
        bindings: dict[tuple[DOMNode, str], Binding] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            is_a_command = binding.description and binding.action != "command_palette"
            if is_a_command and active.enabled and active.node in (screen, self):
                keys.setdefault((active.node, binding.action), []).append(key_name(binding.key))
                bindings.setdefault((active.node, binding.action), binding)
        for (node, action), binding in bindings.items():
            title = binding.description[0].upper() + binding.description[1:]
            about = " ".join(["Key", *keys[node, action]]) + (f" · {binding.tooltip}" if binding.tooltip else "")
            yield SystemCommand(title, about, partial(self.run_action, action, node))
        yield from setting_commands(self)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
