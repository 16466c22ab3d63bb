"""The contact book's list: who, for whom, how to reach them, and when they were last seen in a release."""

import datetime
from collections.abc import Sequence

from reader.library.browse import ContactRow
from reader.tui.describe import count
from reader.tui.widgets.line_list import LineList, Piece, RowLine

_STALE_AFTER = datetime.timedelta(days=3 * 365)


class ContactList(LineList):
    """One row a contact."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, row_height=3)
        self.contacts: Sequence[ContactRow] = ()

    def show(self, contacts: Sequence[ContactRow]) -> None:
        """Show these contacts."""
        self.contacts = contacts
        self.set_rows(len(contacts))

    @property
    def current(self) -> ContactRow | None:
        """The contact under the cursor."""
        return self.contacts[self.cursor] if self.contacts else None

    def row_lines(self, row: int) -> Sequence[RowLine]:
        """Name and office; the first address and number; how often and when seen."""
        entry = self.contacts[row]
        contact = entry.contact
        office = ", ".join(part for part in (contact.role, contact.organisation) if part)
        reach = "  ".join(
            [*contact.emails[:1], *(phone.with_extension(phone.as_written) for phone in contact.phones[:1])]
        )
        name = contact.name or contact.organisation or "Press desk"
        return (
            RowLine((Piece(name, "title"), Piece(f"  {office}" if contact.name else "", "dim"))),
            RowLine((Piece(reach, "plain"),)),
            RowLine((Piece(seen(entry), "accent" if is_stale(entry) else "dim"),)),
        )


def seen(entry: ContactRow) -> str:
    """In how many releases, and when."""
    number = count(len(entry.release_ids), "release", "releases")
    if entry.last_seen is None:
        return f"{number}, undated"
    if is_stale(entry):
        return f"{number}, last seen {entry.last_seen.year}"
    first = f"{entry.first_seen.year}–" if entry.first_seen and entry.first_seen.year != entry.last_seen.year else ""
    return f"{number}, {first}{entry.last_seen.year}"


def is_stale(entry: ContactRow, today: datetime.date | None = None) -> bool:
    """Whether nobody has heard of the contact for so long that the number may be another's."""
    return entry.last_seen is not None and (today or datetime.date.today()) - entry.last_seen > _STALE_AFTER
