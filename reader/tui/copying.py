"""What each copy key puts on the clipboard, and what the toast says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
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

        names = ", ".join(map(_name, contacts))
        self._app.copy("\n\n".join(text_block(contact) for contact in contacts), f"Contact {names}")

    def contact_part(self, contacts: Sequence[Contact], release: Release) -> None:
        """Offer parts and other forms of the contacts, and to write or call where the system has a program for it."""
        from reader.contact_formats import forms, in_country

        if not contacts:
            self._app.notify("This release names no press contact.", severity="warning", markup=False)
            return
        contacts = in_country(contacts, release, self._app.desk.settings.region)
        offers: list[tuple[Choice, Callable[[], object]]] = [
            (Choice(form.name, form.text), partial(self._app.copy, form.text, f"{form.name} of {_name(contact)}"))
            for contact in contacts
            for form in forms(contact)
        ]
        offers += [(Choice(words), partial(self._open, link)) for words, link in _links(contacts) if _opener()]

        def take(index: int | None) -> None:
            if index is not None:
                offers[index][1]()

        self._app.push_screen(PickerScreen("Copy which part?", [choice for choice, _ in offers]), take)

    def _open(self, link: str) -> None:
        """Hand a link to the system's opener, which runs on its own and cannot write on the screen."""
        quiet = subprocess.DEVNULL
        command = [_opener() or "", link]
        try:
            subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
        except OSError as error:
            self._app.say(f"{link} could not be handed to the system ({error.strerror}).")
        else:
            self._app.notify(f"Handed to the system: {link}", markup=False)

    # Citations

    def citation(self, release: Release) -> None:
        """Copy the reference of a release in the reader's style."""
        from reader.citing import STYLES

        style = STYLES[self._app.desk.settings.style]
        self._cite(release, None, f"{style.label} {next(iter(style.forms))}")

    def _cite(self, release: Release, quote: Quote | None, what: str) -> None:
        """Copy a citation, with its italics where the reader wants them and the clipboard takes them."""
        from reader.citing import cite, reference_for
        from reader.clipboard import FORMS, Rich

        markup, write = self._app.desk.settings.clipboard, partial(cite, reference_for(release), quote=quote)
        rich = Rich(markup, write(**self._app.desk.citing(markup)).text) if markup in FORMS else None
        citation = write(**self._app.desk.citing())
        remarks = (", ".join(citation.missing), *citation.warnings)
        self._app.copy(citation.text, what, list(filter(None, remarks)), rich)

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
        if with_citation:
            self._cite(release, quote, "Quotation with its source")
        else:
            self._app.copy(quote.text, "Quotation")


def _details(block: str, contact: Contact) -> str:
    """The block without the name, which the choice shows already."""
    return block.removeprefix(contact.name or "").lstrip("\n")


def _name(contact: Contact) -> str:
    return contact.name or contact.organisation or "the desk"


def _links(contacts: Sequence[Contact]) -> Iterator[tuple[str, str]]:
    """What can be opened, in words, and the link."""
    from reader.contact_formats import mail_link, telephone_link

    for contact in contacts:
        for email in contact.emails:
            yield f"Write to {email}", mail_link(email)
        for phone in contact.phones:
            if link := telephone_link(phone):
                yield f"Call {phone.with_extension(phone.as_written)}", link


def _opener() -> str | None:
    """The program that opens links on this system, where there is a desktop to open them on."""
    if sys.platform == "darwin":
        return shutil.which("open")
    has_desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_desktop else None
