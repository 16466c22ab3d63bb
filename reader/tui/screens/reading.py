"""What every screen for reading has: a search line on top, a list at the left, the text at the right, keys below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Offset
from textual.getters import query_one
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker

from reader.tui.describe import count
from reader.tui.widgets.bars import KeyBar, SearchBar, TitleBar
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.release_view import ReleaseView
from reader.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from reader.model import Contact, Release
    from reader.tui.app import ReaderApp
    from reader.tui.exporting import Group


class Panes(Container):
    """The list and the text; in their place, where there is nothing to list, what to do about it."""

    why_empty: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """What is seen where no pane is shown."""
        return Content(self.why_empty)


class ReadingScreen(Screen[None]):
    """The frame: a subclass brings the list, finds what is typed, and shows the row under the cursor."""

    app: ReaderApp

    PLACEHOLDER: ClassVar[str] = ""
    """What the empty search line says."""

    AUTO_FOCUS = "#rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (60, "-stacked"), (100, "-wide")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once, so that words typed or pasted right behind the slash are never taken for keys of the list.
        Binding("/", "search", "search", id="search", tooltip="However the words are spelt", priority=True),
        Binding("n", "match(1)", "next match", id="match.next"),
        Binding("N", "match(-1)", "Previous match", show=False, id="match.previous"),
        Binding("]", "quote(1)", "next quotation", id="quote.next"),
        Binding("[", "quote(-1)", "Previous quotation", show=False, id="quote.previous"),
        Binding("c", "copy_contact", "contact", id="copy.contact", tooltip="Copy the press contact"),
        Binding("y", "copy_citation", "citation", id="copy.citation", tooltip="Copy the citation in your style"),
        Binding("C", "copy_contact_part", "Copy a part of the contact, or a vCard", show=False, id="copy.contact_part"),
        Binding("Y", "choose_style", "The citation in every style, and choose one", show=False, id="copy.style"),
        Binding('"', "copy_quote(True)", "quote", id="copy.quote", tooltip="Copy the quotation with its source"),
        Binding("'", "copy_quote(False)", "Copy the quotation alone", show=False, id="copy.words"),
        Binding("x", "export", "Export for a reference manager", show=False, id="export"),
        Binding("question_mark", "app.help", "help", id="help", tooltip="Every key"),
        Binding("tab,shift+tab", "other_pane", "Other pane", show=False, id="pane.other"),
        Binding("space", "view('page', 1)", "Read on a page", show=False, id="text.page_down"),
        Binding("b", "view('page', -1)", "Read back a page", show=False, id="text.page_up"),
        Binding("ctrl+d", "view('page', 0.5)", "Read on half a page", show=False, id="text.half_down"),
        Binding("ctrl+u", "view('page', -0.5)", "Read back half a page", show=False, id="text.half_up"),
        Binding("J,shift+down", "view('line', 1)", "Read on a line", show=False, id="text.line_down"),
        Binding("shift+up", "view('line', -1)", "Read back a line", show=False, id="text.line_up"),
        Binding("*", "search_word", "Search the word under the cursor", show=False, id="search.word"),
        Binding("v", "as_written", "Show the file as it is written", show=False, id="text.as_written"),
        Binding("w", "speakers", "Who speaks in this release", show=False, id="text.speakers"),
        Binding("escape", "back", "Back, or give the whole list back", show=False, id="back"),
        Binding("q", "leave", "Back, then quit", show=False, id="leave"),
    ]

    _was_shown = False
    _noted = ""

    rows = query_one("#rows", LineList)
    text = query_one("#text", ReleaseView)
    search_line = query_one("#query", SearchLine)
    title_bar = query_one("#title", TitleBar)

    # What a subclass brings

    def make_list(self) -> LineList:
        """The list at the left, with the id `rows`."""
        raise NotImplementedError

    def find(self, query: str) -> None:
        """Show what `query` finds; an empty one gives the whole list back."""
        raise NotImplementedError

    def show_row(self) -> None:
        """Show what the row under the cursor stands for."""
        raise NotImplementedError

    def why_empty(self) -> str:
        """What to say, and what to do, where the list is empty."""
        raise NotImplementedError

    def library_changed(self) -> None:
        """Take up what was read anew while this screen is open."""

    def row_total(self) -> str:
        """How many rows there are in all."""
        return f"{self.rows.row_count:,}"

    def open_row(self) -> None:
        """Do what enter does: go to the text."""
        self.read()

    # The frame

    def compose(self) -> ComposeResult:
        """Title, search line, what the search did, the two panes, the keys; at once in the form for the width."""
        fitting = [name for width, name in self.HORIZONTAL_BREAKPOINTS if self.app.size.width >= width]
        self.set_class(True, fitting[-1], update=False)
        yield TitleBar(id="title")
        with SearchBar():
            yield SearchLine(self.PLACEHOLDER, id="query")
        with Panes(id="panes"):
            rows = self.make_list()
            rows.set_reactive(LineList.has_focus, True)  # which it will have: so it is styled but once
            yield rows
            yield ReleaseView(id="text")
        yield KeyBar(self.offers, id="keys")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Before the first paint every widget has the styles that it was mounted with."""
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Where a selection begins or ends; the text knows its places itself."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return widget, self.text.offset_at(x, y) if widget is self.text else offset

    def get_selected_text(self) -> str | None:
        """What is selected of the text; a drag across the bars of the program selects nothing of these."""
        selection = self.selections.get(self.text)
        found = self.text.get_selection(selection) if selection and self.text.is_on_screen else None
        return found[0].rstrip("\n") or None if found else None

    def show_found(self, found: str, note: str = "") -> None:
        """Say how much was found, and in the upper edge of the panes what was done with the words."""
        self.query_one(SearchBar).found = found
        if note != self._noted:
            self._noted = note
            self._note_line.update(note)
            self._note_line.display = bool(note)

    @cached_property
    def _note_line(self) -> Static:
        """Mounted once there is something to say: the first paint need not wait for it."""
        line = Static(id="note", markup=False)
        self.mount(line)
        return line

    def show_emptiness(self) -> None:
        """Put a word in the place of the panes where there is nothing to list."""
        panes = self.query_one(Panes)
        panes.why_empty = "" if self.rows.row_count else self.why_empty()
        self.set_class(bool(panes.why_empty), "-empty")

    def rows_changed(self) -> None:
        """Take up other rows at once, so that the list and the text are painted together."""
        self.show_emptiness()
        self.follow_cursor()

    @on(LineList.Highlighted, "#rows")
    def follow_cursor(self) -> None:
        """Show what the row under the cursor stands for, and where it is."""
        self.show_row()
        self.show_place()
        self.refresh_bindings()

    @on(LineList.Selected, "#rows")
    def row_selected(self) -> None:
        """Open the row under the cursor."""
        self.open_row()

    def read(self) -> None:
        """Go to the text."""
        self.add_class("-reading")
        self.set_focus(self.text)

    @on(ReleaseView.Scrolled)
    def show_place(self) -> None:
        """Say at the edges of the panes where in the list and in the text one is."""
        place = f"{self.rows.cursor + 1:,}/{self.row_total()}" if self.rows.row_count else ""
        for pane, subtitle in ((self.rows, place), (self.text, self._place_in_text())):
            if pane.border_subtitle != subtitle:  # for setting it paints the whole pane anew
                pane.border_subtitle = subtitle

    def _place_in_text(self) -> str:
        return " · ".join(filter(None, ("as written" if self.text.as_written else "", self._place_walked_to())))

    def _place_walked_to(self) -> str:
        view = self.text
        if view.quote_index is not None:
            return f"quotation {view.quote_index + 1} of {len(view.quotes)}"
        if view.matches:
            at = f"{view.match_index + 1:,} of " if view.match_index is not None else ""
            return f"{at}{count(len(view.matches), 'match', 'matches')}"
        if view.scroll_offset.y:
            return f"{round(100 * view.scroll_offset.y / view.max_scroll_y)} %"
        return ""

    @on(Input.Changed, "#query")
    def query_changed(self, event: Input.Changed) -> None:
        """Search while the user types."""
        self.find(event.value)

    @on(Input.Submitted, "#query")
    def query_submitted(self) -> None:
        """Leave the search line for what was found."""
        self.set_focus(self.rows)

    def on_screen_suspend(self) -> None:
        """Whoever opens a dialog has read the toasts, which would cover it; errors stay, and so does all on leaving."""
        if self in self.app.screen_stack:
            self.app.drop_passing_toasts()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A thread of this screen that failed is said as those of the application are."""
        self.app.on_worker_state_changed(event)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search line a slash is a slash."""
        return not (action == "search" and self.is_mounted and self.focused is self.search_line)

    def offers(self, action: str) -> bool:
        """Whether the key bar names the key of `action`: not where it has nothing to work on, which the key says."""
        release = self.text.release if self.is_mounted else None
        match action:
            case "recall":
                return bool(self.search_line.recent)
            case "cursor_right":
                return self.search_line.suggester is not None
            case "match":
                return bool(release and self.text.matches)
            case "quote" | "copy_quote":
                return bool(release and self.text.quotes)
            case "copy_contact":
                return bool(release and self.contacts)
            case "copy_citation":
                return bool(release and release.text)
        return True

    def _in_view(self) -> Release | None:
        """The release in view; that there is none is said."""
        if self.text.release is None:
            self._warn("No release is in view.")
        return self.text.release

    def _warn(self, what: str) -> None:
        self.notify(what, severity="warning", markup=False, timeout=3)

    def action_search(self) -> None:
        """Go to the search line."""
        self.set_focus(self.search_line)

    def action_search_word(self) -> None:
        """Search the word that was walked to or clicked on in the text."""
        release, word = self.text.release, self.text.word
        if release is None or word is None:
            self._warn("Choose a word first: ← and → in the text, or a click.")
            return
        self.search_line.value = release.text[word.start : word.end]
        self.set_focus(self.rows)

    def action_match(self, step: int) -> None:
        """Go to another match in the text and, past the last one, to the next release found."""
        if not self.text.matches:
            self._warn("No word is marked here: / searches.")
            return
        self._show_text()
        if not self.text.walk_matches(step):
            row = self.rows.cursor
            self.rows.action_move(step)
            if row == self.rows.cursor:
                self._say_the_end("match", step)

    def action_quote(self, step: int) -> None:
        """Go to another quotation in the text."""
        if not self.text.quotes:
            self._warn("This text holds no quotation.")
            return
        self._show_text()
        if not self.text.walk_quotes(step):
            self._say_the_end("quotation", step)

    def _say_the_end(self, what: str, step: int) -> None:
        self.notify(f"No {what} {'after' if step > 0 else 'before'} this one.", markup=False, timeout=2)

    def _show_text(self) -> bool:
        """Go to the text where there is room for one pane only and it is the list; whether that was so."""
        hidden = self.has_class("-single") and not self.has_class("-reading")
        if hidden:
            self.read()
        return hidden

    def action_view(self, motion: str, amount: float) -> None:
        """Move the text, whatever has the focus; a text that was not to be seen is only brought into view."""
        if self._show_text():
            return
        if motion == "line":
            self.text.action_line(int(amount))
        else:
            self.text.action_page(amount)

    def action_other_pane(self) -> None:
        """From the list to the text and back."""
        if self.focused is self.text:
            self.remove_class("-reading")
            self.set_focus(self.rows)
        else:
            self.read()

    def action_as_written(self) -> None:
        """Everything the file holds, in its own order, and back."""
        self._show_text()
        self.text.show_as_written(not self.text.as_written)

    def action_speakers(self) -> None:
        """Choose a speaker of the release and go to the first words."""
        from reader.tui.screens.picker import Choice, PickerScreen

        quotes = self.text.quotes
        speakers = list(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker))
        if not speakers:
            self._warn("No speaker was found in this release.")
            return

        def go(index: int | None) -> None:
            if index is not None:
                self._show_text()
                first = next(i for i, quote in enumerate(quotes) if quote.speaker == speakers[index])
                self.text.go_to_quote(first)

        spoken = Counter(quote.speaker for quote in quotes)
        choices = [Choice(s, count(spoken[s], "quotation", "quotations")) for s in speakers]
        self.app.push_screen(PickerScreen("Who speaks", choices), go)

    def action_back(self) -> None:
        """From the text to the list, from a search to the whole list, and from there to the releases."""
        if self.focused is self.text:
            self.action_other_pane()
        elif self.search_line.value or self.focused is self.search_line:
            self.search_line.value = ""
            self.set_focus(self.rows)
        elif self is not self.app.main:
            self.leave()

    def action_leave(self) -> None:
        """One step back, and from the list off this screen."""
        if self.focused is self.text or self.search_line.value:
            self.action_back()
        else:
            self.leave()

    def action_leave_now(self) -> None:
        """Back to the releases, wherever the focus is."""
        self.leave()

    def leave(self) -> None:
        """Go back to the screen before."""
        self.app.pop_screen()

    # Copying

    @property
    def contacts(self) -> Sequence[Contact]:
        """The contacts that the copy keys are for."""
        return self.text.release.contacts if self.text.release else ()

    def action_copy_contact(self) -> None:
        """Copy the press contact; with several, ask which."""
        if self._in_view():
            self.app.copier.contact(self.contacts)

    def action_copy_contact_part(self) -> None:
        """Offer the parts and forms of the contacts."""
        if release := self._in_view():
            self.app.copier.contact_part(self.contacts, release)

    def action_copy_citation(self) -> None:
        """Copy the citation in the reader's style."""
        if release := self._in_view():
            self.app.copier.citation(release)

    def action_choose_style(self) -> None:
        """Show the citation in every style."""
        if release := self._in_view():
            self.app.copier.choose_style(release)

    def listed(self) -> Group | None:
        """The releases of the list, where it is one of releases."""
        return None

    def action_export(self) -> None:
        """Offer the release in view, the starred ones and those of the list as records for a reference manager."""
        if release := self._in_view():
            self.app.exporter.offer(release, self.listed())

    def action_copy_quote(self, with_citation: bool) -> None:
        """Copy the current quotation, and make it unmistakable which one that was."""
        release, quote = self._in_view(), self.text.quote
        if release is None:
            return
        if quote is None:
            there_are = "No quotation in view: ] goes to the next one."
            self._warn(there_are if self.text.quotes else "This text holds no quotation.")
            return
        self.text.go_to_quote(self.text.quotes.index(quote))
        self.app.copier.quote(release, quote, with_citation=with_citation)
