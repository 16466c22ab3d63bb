"""The releases of the library: the screen the program opens with."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import Input

from reader.library.marks import SavedSearch
from reader.library.pace import RefreshResult
from reader.tui.describe import count, refreshed
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.release_list import Passage, ReleaseList
from reader.tui.work import Copied, FilesChanged, Indexed, IndexProgressed, Searched

if TYPE_CHECKING:
    from reader.search.completion import Completion
    from reader.search.engine import Answer
    from reader.tui.exporting import Group

_FIRST_ROWS = 200
"""So many are listed with the first paint; to read the numbers of 100,000 takes as long as a third of it."""
_STARRED = "you starred"
_NEAR_THE_END = 50
"""Rows from the last one listed at which the rest of what was found is fetched."""


class MainScreen(ReadingScreen):
    """Lists releases, newest first or as a search ranks them."""

    PLACEHOLDER = "find releases, however spelt"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+t,+",
            "as_typed",
            "Keep a corrected word as typed",
            show=False,
            id="search.as_typed",
            tooltip="Puts a plus sign before it",
        ),
        Binding("s", "order", "Order by match or by day", show=False, id="order"),
        Binding("m", "star", "Star the release, or take its star off", show=False, id="star"),
        Binding("M", "starred", "Only the starred releases, then all again", show=False, id="starred"),
        Binding("f", "searches", "Saved searches; save or forget this one", show=False, id="searches"),
        Binding("Q", "quotes", "Quotations of the whole library", show=False, id="quotes"),
        Binding("B", "contacts", "Contact book of the library", show=False, id="contacts"),
        Binding("K", "concordance", "Concordance: every hit with its context", show=False, id="concordance"),
        Binding("e", "failures", "Files that could not be read", show=False, id="failures"),
        Binding("r", "refresh", "Look for new and changed files", show=False, id="refresh"),
    ]

    rows = query_one("#rows", ReleaseList)

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self.order = "relevance"
        self._narrowed = ""
        self._first_reading = False
        self._asked_what_is_new = False
        self._found_new = RefreshResult()

    def make_list(self) -> LineList:
        """The list of releases."""
        return ReleaseList(id="rows")

    def on_mount(self) -> None:
        """Show what the library holds already."""
        self.title_bar.library_name = self.app.library_name
        self._first_reading = self.app.shelf.count() == 0
        self.search_line.recent = self.app.desk.recent_queries()
        self.search_line.complete_with(self.complete)
        self.show_library(_FIRST_ROWS)

    def ask(self, query: str | None) -> None:
        """Search for `query`, from wherever it was chosen."""
        if query:
            while self.app.screen is not self:
                self.app.pop_screen()
            self.search_line.value = query
            self.set_focus(self.rows)

    def complete(self, query: str) -> Completion | None:
        """The likeliest field name or value that the end of the query may become."""
        read = self.app.shelf.read
        offered: Sequence[Completion] = read(lambda: self.app.searcher.complete(query, len(query)), ())
        return offered[0] if offered else None

    # The list

    def find(self, query: str) -> None:
        """Search in a thread; without words, show every release again."""
        if query.strip():
            self.app.search(query, self.order)
        else:
            self.app.cancel_search()
            self.show_library()

    def show_library(self, at_most: int | None = None) -> None:
        """Show every release, newest first, or the first ones, with the same one under the cursor as before."""
        self.answer = None
        self._narrowed = ""
        self.show_found("")
        shelf = self.app.shelf
        self.rows.starred = frozenset(shelf.starred_ids(self.app.desk.stars()))
        kept = None if self._first_reading and self._is_untouched() else self.rows.current_id
        ids = shelf.ids() if at_most is None else shelf.first_ids(at_most)
        self.rows.show(ids, shelf.summaries, cursor_id=kept)
        self.rows_changed()

    def _is_untouched(self) -> bool:
        """Whether the reader has not moved yet, so that the newest release may come in at the top."""
        return self.rows.cursor == 0 and self.text.scroll_offset.y == 0 and self.focused is not self.text

    @on(Searched)
    def searched(self, message: Searched) -> None:
        """Show what was found, best first, unless the user has typed on."""
        answer = message.answer
        if answer.query != self.search_line.value:
            return
        if answer.wanted is None:
            self.show_library()
            self.show_found("", describe_answer(answer) or "There is no word to look for yet.")
            return
        before, self.answer = self.answer, answer
        self._narrowed = ""
        self._show_total(answer)
        if message.continued and before and (before.ids, before.sought) == (answer.ids, answer.sought):
            self.show_place()
            return
        kept = self.rows.current_id if message.continued and not self._is_untouched() else None
        self.rows.show(answer.ids, self.app.shelf.summaries, passages=self._passages, cursor_id=kept)
        self.rows_changed()

    def _show_total(self, answer: Answer) -> None:
        order = "best match first" if self.order == "relevance" else "newest first"
        total = f"{answer.total:,}{'' if answer.is_counted else '+'} of {self.app.shelf.count():,}"
        self.show_found(f"{total} · {order}" if answer.total else "", describe_answer(answer))

    def row_total(self) -> str:
        """How many releases were found, of which the list holds the first ones until they are walked to."""
        if self.answer is None:
            return super().row_total()
        return f"{self.answer.total:,}{'' if self.answer.is_counted else '+'}"

    def show_releases(self, ids: Iterable[int], which: str) -> None:
        """Show some releases of the library, newest first, and say which; esc gives the whole list back."""
        self.answer = None
        chosen = array("q", sorted(ids, reverse=True))
        self.show_found(f"{len(chosen):,} of {self.app.shelf.count():,}", f"Releases {which} · esc shows all again")
        with self.prevent(Input.Changed):  # which would bring the whole list
            self.search_line.value = ""
        self.rows.show(chosen, self.app.shelf.summaries)
        self._narrowed = which
        self.rows_changed()
        self.set_focus(self.rows)

    def _passages(self, start: int, stop: int) -> list[Passage]:
        answer = self.answer
        if answer is None:
            return []

        def read() -> list[Passage]:
            hits = self.app.searcher.hits(answer, start, stop)
            return [(hit.snippet, hit.spans, hit.title_spans) for hit in hits]

        return self.app.shelf.read(read, [])

    def show_row(self) -> None:
        """Show the release under the cursor, at its best passage if there was a search."""
        id_ = self.rows.current_id
        release = self.app.shelf.release(id_) if id_ is not None else None
        if release is None or self.answer is None:
            self.text.show(release)
            return
        is_near_the_end = self.rows.cursor + _NEAR_THE_END >= self.rows.row_count
        if is_near_the_end and self.answer.goes_on and self.answer.is_settled:
            self.app.find_rest(self.answer)
        matches, best = self.app.searcher.matches(self.answer, release)
        self.text.show(release, matches, best if matches else None)

    def rows_changed(self) -> None:
        """Say in the title, too, how much there is."""
        self.title_bar.status = self.app.status()
        super().rows_changed()

    def show_state(self) -> None:
        """The title's status, and a word where there is nothing to list."""
        self.title_bar.status = self.app.status()
        self.show_emptiness()

    def why_empty(self) -> str:
        """Nothing found, nothing yet, or nothing there."""
        if self.answer is not None and not self.answer.is_counted:
            helps = "A rarer word, or after: and before:, helps."
            return f"“{self.answer.query}” asks for too much to look through.\n\n{helps}"
        if self.answer is not None:
            suggestion = f"\n\nDid you mean: {self.answer.suggestion}   (enter)" if self.answer.suggestion else ""
            return f"Nothing here holds “{self.answer.query}”.{suggestion}\n\nesc gives the whole list back."
        if self.app.progress is not None:
            return "Reading…"
        failures = len(self.app.shelf.failures())
        unread = f"\n\n{count(failures, 'file', 'files')} could not be read: e shows why." if failures else ""
        return (
            f"No releases in {self.app.library_name}.\n\nRelease Reader opens plain text and Markdown files."
            f" Start it on another folder:\n\n    reader FOLDER{unread}"
        )

    # The library at work

    @on(FilesChanged)
    def files_changed(self) -> None:
        """Read what changed."""
        self.app.refresh_library()

    @on(IndexProgressed)
    def index_progressed(self) -> None:
        """Take up the releases read so far."""
        if self.answer is None and not self.search_line.value and not self._narrowed:
            self.show_library()
        else:
            self.show_state()

    def library_changed(self) -> None:
        """Releases have come, changed or gone."""
        if not self._narrowed:
            self.find(self.search_line.value)

    @on(Indexed)
    def indexed(self, message: Indexed) -> None:
        """Take up what changed, and say what was found where that was asked."""
        self._found_new = self._found_new.and_then(message.result)
        if not message.is_last:
            return
        for screen in self.app.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.library_changed()
        self._first_reading = False
        self.show_state()
        if message.failure:
            self.app.say(message.failure)
        elif self._asked_what_is_new:
            self.notify(refreshed(self._found_new), markup=False)
        self._asked_what_is_new, self._found_new = False, RefreshResult()
        if said := self.app.library.message:
            self.app.library.message = None
            self.app.say(said)

    @on(Copied)
    def copied(self, message: Copied) -> None:
        """Say what happened, and no more than is known."""
        certain = message.outcome.certainty in ("verified", "sent")
        self.notify(message.sentence, severity="information" if certain else "warning", markup=False)

    # Keys

    def listed(self) -> Group | None:
        """Everything found, however much of it the list holds; else the releases of the list."""
        from reader.tui.exporting import Group

        library, answer = self.app.library, self.answer
        if answer is not None:
            size = answer.total if answer.is_counted else None
            found = "All releases found" if size is None else f"The {count(size, 'release', 'releases')} found"
            every_id = partial(self.app.searcher.every_id, answer)
            return Group(found, answer.query, size, lambda: library.releases(every_id()))
        ids = self.rows.ids
        listed = f"The {count(len(ids), 'release', 'releases')} listed"
        return Group(listed, "" if self._narrowed else "the whole library", len(ids), partial(library.releases, ids))

    def action_order(self) -> None:
        """Best match first or newest first."""
        self.order = "day" if self.order == "relevance" else "relevance"
        if self.answer is not None:
            self.app.search(self.search_line.value, self.order)
        else:
            order = "newest" if self.order == "day" else "best match"
            self.notify(f"What you search next comes {order} first.", markup=False, timeout=3)

    def action_as_typed(self) -> None:
        """Keep a corrected word as it was typed: the last one, with each further press the one before."""
        from reader.search.engine import refused

        query = self.search_line.value
        kept = refused(query, self.answer) if self.answer is not None else query
        if kept == query:
            self.notify("No word of the search was corrected.", severity="warning", markup=False)
        else:
            self.search_line.value = kept
            self.search_line.cursor_position = len(kept)

    @on(Input.Submitted, "#query")
    def remember_query(self, event: Input.Submitted) -> None:
        """Keep what was asked for the next time; where nothing was found, ask what may have been meant."""
        if self.answer is not None and self.answer.query == event.value and self.answer.suggestion:
            self.search_line.value = self.answer.suggestion
        elif event.value.strip():
            self.app.desk.remember_query(event.value.strip())
            self.search_line.recent = self.app.desk.recent_queries()

    def action_star(self) -> None:
        """Star the release under the cursor, or take its star off; said only once it is kept."""
        release_id = self.rows.current_id
        if release_id is None:
            return
        star = self.app.shelf.star_of(release_id)
        if star is None:
            self.notify("This release has just left the library: r shows what there is.", markup=False)
            return
        desk, starred = self.app.desk, release_id in self.rows.starred
        if desk.unstar(star) if starred else desk.star(star):
            self._take_up_stars()

    def _take_up_stars(self) -> None:
        """Show the stars that there are, also those of another program on the same library."""
        self.rows.starred = frozenset(self.app.shelf.starred_ids(self.app.desk.stars()))
        self.rows.repaint_rows()

    def action_starred(self) -> None:
        """Show only the starred releases, and then all again."""
        self._take_up_stars()
        if self._narrowed == _STARRED:
            self.show_library()
        elif self.rows.starred:
            self.show_releases(self.rows.starred, _STARRED)
        else:
            self.notify("No release is starred yet: m stars the one under the cursor.", markup=False)

    def action_searches(self) -> None:
        """Choose a saved search; save the present one under a name or, where it is saved, forget it."""
        from reader.tui.screens.picker import Choice, PickerScreen
        from reader.tui.screens.prompt import PromptScreen

        query = self.search_line.value.strip()
        saved = self.app.desk.saved_searches()
        present = next((search.name for search in saved if search.query == query), None)
        choices = [Choice(search.name, search.query) for search in saved]
        if query:
            choices.insert(0, Choice(f"Forget “{present}”" if present else "Save this search …", query))
        if not choices:
            self.notify("No search is saved yet: type one, then press f.", markup=False)
            return

        def take(index: int | None) -> None:
            if index == 0 and present:
                if self.app.desk.delete_search(present):
                    self.notify(f"“{present}” is forgotten. f saves it again.", markup=False)
            elif index == 0 and query:
                prompt = PromptScreen("Save this search", "A name for it; enter keeps it, esc does not.")
                self.app.push_screen(prompt, lambda name: self._save_search(name, query))
            elif index is not None:
                self.search_line.value = saved[index - bool(query)].query

        self.app.push_screen(PickerScreen("Searches", choices), take)

    def _save_search(self, name: str | None, query: str) -> None:
        if name and self.app.desk.save_search(SavedSearch(name, query)):
            self.notify(f"Saved as “{name}”. f brings it back.", markup=False)

    def action_back(self) -> None:
        """From the text to the list; from a search, or from some releases, to the whole list."""
        narrowed = bool(self._narrowed) and self.focused is not self.text
        super().action_back()
        if narrowed:
            self.show_library()

    def action_leave(self) -> None:
        """One step back, from some releases to the whole list, and from there off the program."""
        if self._narrowed:
            self.action_back()
        else:
            super().action_leave()

    def action_quotes(self) -> None:
        """Every quotation of the library."""
        from reader.tui.screens.quotes import QuotesScreen

        self.app.push_screen(QuotesScreen())

    def action_contacts(self) -> None:
        """Every press contact of the library."""
        from reader.tui.screens.contacts import ContactsScreen

        self.app.push_screen(ContactsScreen())

    def action_concordance(self) -> None:
        """Every hit of the search in all releases."""
        from reader.tui.screens.concordance import ConcordanceScreen

        self.app.push_screen(ConcordanceScreen(self.search_line.value.strip()))

    def action_failures(self) -> None:
        """Which files could not be read, and why."""
        from reader.tui.screens.failures import FailuresScreen

        self.app.push_screen(FailuresScreen(self.app.shelf.failures()))

    def action_refresh(self) -> None:
        """Look for new and changed files."""
        self.notify("Looking for new and changed files.", markup=False, timeout=3)
        self._asked_what_is_new = True
        self.app.refresh_library()

    def leave(self) -> None:
        """Quit."""
        self.app.exit()


def describe_answer(answer: Answer) -> str:
    """What the search did with the words typed, in one line; the key comes last, where a narrow screen cuts it."""
    parts = [f"{c.typed} → {', '.join(c.used)}" for c in answer.corrections]
    if answer.dropped:
        parts.append(f"nothing holds all the words: without {', '.join(answer.dropped)}")
    parts += answer.hints
    if answer.corrections:
        parts.append("ctrl-t keeps it as typed")
    return " · ".join(parts)
