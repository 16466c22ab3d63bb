"""What each copy key puts on the clipboard, and what the toast says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.screens.picker import Choice, PickerScreen

if TYPE_CHECKING:
    from reader.model import Contact, Quote, Release
    from reader.tui.app import ReaderApp


class Copier:
    """Puts contacts, citations and quotations into words and hands them to `ReaderApp.copy`.

    The core modules it needs are imported when the first key is pressed: the screen is up sooner without them.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    # Contacts

    def contact(self, contacts: Sequence[Contact]) -> None:
        """Copy a contact as a block; with several, ask which, and offer all."""
        from reader.contact_formats import text_block

        if not contacts:
            self._app.notify("This release names no press contact.", severity="warning", markup=False)
        elif len(contacts) == 1:
            self._contacts(contacts)
        else:
            choices = [Choice(contact.name or "", _details(text_block(contact), contact)) for contact in contacts]
            choices.append(Choice(f"All {len(contacts)} contacts"))
            self._pick("Which contact?", choices, [*((contact,) for contact in contacts), tuple(contacts)])

    def _pick(self, title: str, choices: Sequence[Choice], groups: Sequence[Sequence[Contact]]) -> None:
        def take(index: int | None) -> None:
            if index is not None:
                self._contacts(groups[index])

        self._app.push_screen(PickerScreen(title, choices), take)

    def _contacts(self, contacts: Sequence[Contact]) -> None:
        from reader.contact_formats import text_block

        names = ", ".join(contact.name or contact.organisation or "desk" for contact in contacts)
        self._app.copy("\n\n".join(text_block(contact) for contact in contacts), f"Contact {names}")

    def contact_part(self, contacts: Sequence[Contact]) -> None:
        """Offer parts and other forms of the contacts: one address, one number, a vCard."""
        from reader.contact_formats import forms

        offered = [(contact, form) for contact in contacts for form in forms(contact)]
        if not offered:
            self._app.notify("This release names no press contact.", severity="warning", markup=False)
            return

        def take(index: int | None) -> None:
            if index is not None:
                contact, form = offered[index]
                self._app.copy(form.text, f"{form.name} of {contact.name or contact.organisation or 'the desk'}")

        choices = [Choice(f"{form.name}", form.text) for _, form in offered]
        self._app.push_screen(PickerScreen("Copy which part?", choices), take)

    # Citations

    def citation(self, release: Release) -> None:
        """Copy the reference of a release in the reader's style."""
        from reader.citing import cite, reference_for

        citation = cite(reference_for(release), **self._app.desk.citing())
        self._app.copy(citation.text, f"Citation ({self._app.desk.settings.style})", citation.missing)

    def choose_style(self, release: Release) -> None:
        """Show the reference in every style as it will be pasted; the one taken becomes the reader's style."""
        from reader.citing import STYLES, cite, reference_for

        reference, names = reference_for(release), list(STYLES)
        options = self._app.desk.citing()
        choices = [Choice(STYLES[name].label, cite(reference, **{**options, "style": name}).text) for name in names]

        def take(index: int | None) -> None:
            if index is not None:
                self._app.desk.set("style", names[index])
                self.citation(release)

        start = names.index(self._app.desk.settings.style)
        self._app.push_screen(PickerScreen("Citation style", choices, start=start), take)

    # Quotations

    def quote(self, release: Release, quote: Quote, *, with_citation: bool) -> None:
        """Copy a quotation with its speaker and source, or its words alone."""
        if not with_citation:
            self._app.copy(quote.text, "Quotation")
            return
        from reader.citing import cite, reference_for

        citation = cite(reference_for(release), quote=quote, **self._app.desk.citing())
        self._app.copy(citation.text, "Quotation with its source", citation.missing)


def _details(block: str, contact: Contact) -> str:
    """The block without the name, which the choice shows already."""
    return block.removeprefix(contact.name or "").lstrip("\n")
