"""A contact → what people paste and programs import: a tidy block, an address line, vCard 4.0, CSV, JSON. Pure.

vCard is RFC 6350, telephone links are RFC 3966, addresses with a name RFC 5322.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from reader.model import Contact, Phone, Release
from reader.tables import csv_row

_PHONE_LABELS = {"telephone": "Tel", "mobile": "Mobile", "fax": "Fax"}
_VCARD_TYPES = {"telephone": "voice", "mobile": "cell", "fax": "fax"}
_CSV_COLUMNS = ("name", "role", "organisation", "kind", "telephones", "fax", "e-mails", "web")
_LONGEST_LINE = 75
_ADDRESS_SPECIALS = re.compile(r'[()<>\[\]:;@\\,."]')


@dataclass(frozen=True, slots=True)
class Form:
    """One way to copy a contact: its name in a menu, and the text."""

    name: str
    text: str


def text_block(contact: Contact) -> str:
    """The contact as one would write it: a line for the name, one for role and organisation, one for each way."""
    lines = [contact.name or "", ", ".join(filter(None, (contact.role, contact.organisation)))]
    lines += [f"{_PHONE_LABELS[phone.kind]}: {phone.with_extension(phone.as_written)}" for phone in contact.phones]
    lines += [f"E-mail: {email}" for email in contact.emails]
    lines += [f"Web: {url}" for url in contact.urls]
    return "\n".join(filter(None, lines))


def in_country(contacts: Sequence[Contact], release: Release, country: str) -> tuple[Contact, ...]:
    """The contacts of a release with E.164 numbers as of the reader's `country` ("GB") where it points to no other.

    Parsing does the same; done where a number is copied, a choice of another country holds before the library has been
    read again. An empty `country` changes nothing.
    """
    if not country:
        return tuple(contacts)
    from reader.parsing.phones import to_e164
    from reader.parsing.regions import regions_of

    domains = [email.rpartition("@")[2] for contact in release.contacts for email in contact.emails]
    regions = regions_of(release.places, release.issuer, release.language, domains, country)
    return tuple(
        contact._replace(
            phones=tuple(phone._replace(e164=to_e164(phone.as_written, regions)) for phone in contact.phones),
        )
        for contact in contacts
    )


def name_and_email(contact: Contact) -> str:
    """`Jane Roe <jane@house.org>` for the first address, as mail programs take it; the name alone without one."""
    name = contact.name or contact.organisation or ""
    if not contact.emails:
        return name
    if not name:
        return contact.emails[0]
    if _ADDRESS_SPECIALS.search(name):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        name = f'"{escaped}"'
    return f"{name} <{contact.emails[0]}>"


def forms(contact: Contact) -> tuple[Form, ...]:
    """Every form that the contact has enough for, the usual first."""
    found = [Form("Everything", text_block(contact))]
    if contact.emails:
        found.append(Form("Name and e-mail", name_and_email(contact)))
        found += [Form("E-mail", email) for email in contact.emails]
    for phone in contact.phones:
        label = _PHONE_LABELS[phone.kind]
        if phone.e164:
            found.append(Form(f"{label} (E.164)", phone.with_extension(phone.e164)))
        found.append(Form(f"{label} as written", phone.with_extension(phone.as_written)))
    return (*found, Form("vCard", vcard(contact)))


def mail_link(email: str) -> str:
    """What the system's opener takes to write to the address."""
    return f"mailto:{quote(email, safe='@')}"


def telephone_link(phone: Phone) -> str | None:
    """What the system's opener takes to dial the number; `None` where it is no possible number."""
    if not phone.e164:
        return None
    return f"tel:{phone.e164};ext={phone.extension}" if phone.extension else f"tel:{phone.e164}"


def vcard(contact: Contact) -> str:
    """The contact as a vCard 4.0 with CRLF line ends; a desk without a name is an organisation's card."""
    return "".join(_folded(line) for line in _vcard_lines(contact))


def _vcard_lines(contact: Contact) -> Iterator[str]:
    full_name = contact.name or contact.organisation or (contact.emails or ("Press contact",))[0]
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{'individual' if contact.name else 'org'}"
    yield f"FN:{_escaped(full_name)}"
    if contact.name:
        yield f"N:{';'.join(','.join(map(_escaped, words)) for words in _name_components(contact.name))}"
    if contact.organisation:
        yield f"ORG:{_escaped(contact.organisation)}"
    if contact.role:
        yield f"TITLE:{_escaped(contact.role)}"
    for phone in contact.phones:
        link = telephone_link(phone)
        value = f"VALUE=uri;TYPE={_VCARD_TYPES[phone.kind]}:{link}" if link else None
        yield f"TEL;{value or f'TYPE={_VCARD_TYPES[phone.kind]}:{_escaped(phone.with_extension(phone.as_written))}'}"
    for email in contact.emails:
        yield f"EMAIL;TYPE=work:{_escaped(email)}"
    for url in contact.urls:
        yield f"URL:{_escaped(url)}"
    yield "END:VCARD"


def _name_components(name: str) -> tuple[Sequence[str], ...]:
    """Family and given names, additional ones (which nobody can tell from given ones), prefixes, suffixes."""
    from reader.parsing.contact_words import SUFFIXES, TITLES

    words = name.split(" ")
    first, last = 0, len(words)
    while first < last - 1 and words[first].lower() in TITLES:
        first += 1
    while first < last - 1 and words[last - 1].lower().rstrip(".") in SUFFIXES:
        last -= 1
    given = " ".join(words[first : last - 1])
    return (words[last - 1].rstrip(","),), (given,), (), words[:first], words[last:]


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets of UTF-8, each further one after a blank, no character cut."""
    pieces = [""]
    octets = 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if octets + width > _LONGEST_LINE:
            pieces.append(" ")
            octets = 1
        pieces[-1] += char
        octets += width
    return "\r\n".join(pieces) + "\r\n"


def csv_table(contacts: Iterable[Contact]) -> str:
    """A table with a heading row and CRLF line ends, several values of a cell separated by `; `.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    rows = [_CSV_COLUMNS]
    for contact in contacts:
        who = (contact.name or "", contact.role or "", contact.organisation or "", contact.kind)
        numbers = (_numbers(contact, is_fax=False), _numbers(contact, is_fax=True))
        rows.append((*who, *numbers, "; ".join(contact.emails), "; ".join(contact.urls)))
    return "".join(map(csv_row, rows))


def _numbers(contact: Contact, *, is_fax: bool) -> str:
    numbers = (phone for phone in contact.phones if (phone.kind == "fax") == is_fax)
    return "; ".join(phone.with_extension(phone.e164 or phone.as_written) for phone in numbers)


def json_fields(contact: Contact) -> dict[str, Any]:
    """The contact as scripts read it; a telephone has its extension only where there is one."""
    return {
        "name": contact.name,
        "role": contact.role,
        "organisation": contact.organisation,
        "kind": contact.kind,
        "phones": [_phone_fields(phone) for phone in contact.phones],
        "emails": list(contact.emails),
        "urls": list(contact.urls),
    }


def _phone_fields(phone: Phone) -> dict[str, str | None]:
    fields = {"as_written": phone.as_written, "e164": phone.e164, "kind": phone.kind}
    return fields | ({"extension": phone.extension} if phone.extension else {})
