"""Who said what, and whom to call, across all releases: the rows of the quotation browser and of the contact book."""

import datetime
import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.library import schema
from reader.library.database import ids
from reader.library.record import unpack_contact
from reader.library.tokens import terms
from reader.model import Contact, DateSource

if TYPE_CHECKING:
    from reader.library.directory import Listing

QuoteOrder = Literal["day", "speaker"]

_IN_ORDER: dict[QuoteOrder, str] = {
    "day": "SELECT quotes.id FROM quotes WHERE {conditions} ORDER BY release_id DESC, number",
    "speaker": "SELECT quotes.id FROM quotes LEFT JOIN speakers ON speakers.id = speaker_id WHERE {conditions} "
    "ORDER BY person IS NULL, person COLLATE NOCASE, release_id DESC, number",
}


class QuoteRow(NamedTuple):
    """A quotation as a list shows it. `number` is its place in `Release.quotes`, `opening` its first words.

    `speaker` is the name as the release has it, `person` the fullest form that any release has.
    """

    id: int
    release_id: int
    number: int
    speaker: str | None
    person: str | None
    certain: bool
    opening: str
    date: datetime.date | None
    date_source: DateSource


class ContactRow(NamedTuple):
    """A contact once, the days of the first and last dated release that names it, and those releases, newest first."""

    contact: Contact
    first_seen: datetime.date | None
    last_seen: datetime.date | None
    release_ids: tuple[int, ...]


def find_quotes(db: sqlite3.Connection, who: str | None, about: str | None, order: QuoteOrder) -> "array[int]":
    """The ids of the quotations of speech by a person whose name has all words of `who`, with all words of `about`."""
    conditions, values = [], []
    if who and terms(who):
        conditions.append("speaker_id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(_speakers(db, terms(who))))
    if about and terms(about):
        conditions.append("quotes.id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ?)")
        values.append(" ".join(f'"{term}"' for term in terms(about)))
    return ids(db, _IN_ORDER[order].format(conditions=" AND ".join(conditions) or "true"), values)


def speaker_names(db: sqlite3.Connection) -> list[str]:
    """Every speaker as some release writes the name."""
    return [name for (name,) in db.execute("SELECT name FROM speakers")]


def quote_rows(db: sqlite3.Connection, quote_ids: Sequence[int]) -> list[QuoteRow]:
    """The rows of these quotations in the same order, without those that have gone meanwhile."""
    rows = db.execute(
        "SELECT quotes.id, release_id, number, name, person, certain, opening, date_source "
        "FROM json_each(?) JOIN quotes ON quotes.id = value JOIN releases ON releases.id = release_id "
        "LEFT JOIN speakers ON speakers.id = speaker_id ORDER BY json_each.key",
        (json.dumps(list(quote_ids)),),
    )
    return [
        QuoteRow(id_, release_id, number, name, person, bool(certain), opening, schema.day_of(release_id), source)
        for id_, release_id, number, name, person, certain, opening, source in rows
    ]


def find_contacts(db: sqlite3.Connection) -> list[ContactRow]:
    """Every contact once, the most recently seen first."""
    from reader.library.directory import gather_contacts

    seen: defaultdict[int, list[int]] = defaultdict(list)
    for contact_id, release_id in db.execute("SELECT contact_id, release_id FROM contacts_seen"):
        seen[contact_id].append(release_id)
    written = db.execute("SELECT id, packed FROM contacts ORDER BY id")
    listings = gather_contacts((unpack_contact(packed), seen[id_]) for id_, packed in written if id_ in seen)
    return sorted(map(_contact_row, listings), key=lambda row: row.release_ids[0], reverse=True)


def _speakers(db: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The speakers whose name, or the fullest form of it, has all the words."""
    words = set(wanted)
    rows = db.execute("SELECT id, name, person FROM speakers")
    return [id_ for id_, name, person in rows if words <= {*terms(name)} or words <= {*terms(person)}]


def _contact_row(listing: "Listing") -> ContactRow:
    release_ids = tuple(sorted(listing.release_ids, reverse=True))
    days = [day for day in map(schema.day_of, release_ids) if day]
    return ContactRow(listing.contact, days[-1] if days else None, days[0] if days else None, release_ids)
