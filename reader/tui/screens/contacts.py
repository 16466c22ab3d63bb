"""The contact book: every press contact of the library once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message

from reader.tui.describe import count
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.contact_list import ContactList
from reader.tui.widgets.line_list import LineList
from reader.tui.work import in_thread

if TYPE_CHECKING:
    from reader.model import Contact
    from reader.search.people import ContactFinder


@dataclass
class BookRead(Message):
    """The contact book of the library."""

    finder: ContactFinder


class ContactsScreen(ReadingScreen):
    """Contacts at the left, the latest release that names the one under the cursor at the right."""

    PLACEHOLDER = "name, organisation or address"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "leave_now", "Back to the releases", show=False, id="contacts.leave"),
    ]

    rows = query_one("#rows", ContactList)

    def __init__(self) -> None:
        super().__init__()
        self.finder: ContactFinder | None = None

    def make_list(self) -> LineList:
        """The list of contacts."""
        return ContactList(id="rows")

    def on_mount(self) -> None:
        """Show the whole book, those seen last first, once it is read."""
        self.title_bar.library_name = f"{self.app.library_name} · contacts"
        self.title_bar.status = "reading the contacts"
        self.set_focus(self.rows)
        self.read_book()

    @in_thread("contacts", "read the contacts")
    def read_book(self) -> None:
        """Read the book in a thread, half a second in a library of a million; it comes back as a message."""
        from reader.search.people import ContactFinder

        self.post_message(BookRead(ContactFinder(self.app.shelf.find_contacts())))

    @on(BookRead)
    def book_read(self, message: BookRead) -> None:
        """Show the book, or what was asked of it meanwhile."""
        self.finder = message.finder
        self.title_bar.status = count(len(self.finder.contacts), "contact", "contacts")
        self.find(self.search_line.value)

    def find(self, query: str) -> None:
        """Show the contacts that fit the words."""
        if self.finder is None:
            return
        found = self.finder.find(query)
        self.show_found(f"{len(found):,} of {len(self.finder.contacts):,}" if query else "")
        self.rows.show(found)
        self.rows_changed()

    def show_row(self) -> None:
        """Show the latest release that names the contact."""
        entry = self.rows.current
        self.text.show(self.app.shelf.release(entry.release_ids[0]) if entry else None)

    @property
    def contacts(self) -> Sequence[Contact]:
        """The contact under the cursor."""
        return (self.rows.current.contact,) if self.rows.current else ()

    def why_empty(self) -> str:
        """Nothing found, or nothing there."""
        if self.search_line.value:
            return "Nobody of that name.\n\nesc gives the whole book back."
        return "No release of this library names a press contact.\n\nesc goes back."

    def open_row(self) -> None:
        """Show the releases that name the contact."""
        entry = self.rows.current
        if entry is not None:
            name = entry.contact.name or entry.contact.organisation or "this contact"
            self.app.pop_screen()
            self.app.main.show_releases(entry.release_ids, f"naming {name}")
