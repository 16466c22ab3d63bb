"""Details in the order of the text → contacts: which number belongs to whom.

Names before a number share it; the first name after a number begins the next contact. An address that holds a part of
one name is that person's alone, and as many numbers as names side by side, as in the rows of a table, go one to each.
A body named before a person is the person's unless the person already has one; a contact may be a desk without a name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reader.model import Contact, ContactKind, Phone
from reader.parsing.contact_fields import Detail, is_desk
from reader.parsing.contact_labels import PRESS_WORDS, WIRES
from reader.parsing.contact_names import split_off_offices
from reader.parsing.contact_words import BODY_WORDS, JOINING, ROLE_WORDS
from reader.parsing.phones import is_grouped, to_e164
from reader.parsing.regions import Regions

_FREE_OF_CHARGE = re.compile(r"\+(?:18(?:00|33|44|55|66|77|88)|448(?:00|08)|49800|33800|34900|39800|61180)")
_OFTEN = 3
_BEGINNING = 10_000


def assemble(details: Sequence[Detail], regions: Regions, text: str) -> list[Contact]:
    """The contacts that the details make. `text` is the whole text, in which a body is named again and again.

    Numbers without a country code are read as of `regions`.
    """
    assembler = _Assembler(text, [detail.text.lower() for detail in details if detail.kind in ("email", "url")])
    for detail in details:
        assembler.take(detail)
    contacts = [(_contact(draft, regions), draft) for draft in assembler.finish()]
    return [contact for contact, draft in contacts if contact.name or contact.emails or _is_called(contact, draft)]


@dataclass(slots=True)
class _Draft:
    name: str | None = None
    role: str | None = None
    organisations: list[str] = field(default_factory=list)
    kind: ContactKind = "press"
    is_announced: bool = False
    phones: list[Detail] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)


class _Assembler:
    """Takes the details one by one. The drafts of a group are those that share the next numbers and addresses.

    A body or a role that is named after a number belongs to the next contact, and so does a second number after it.
    """

    def __init__(self, text: str, addresses: Sequence[str]) -> None:
        self._text = text
        self._beginning = text[:_BEGINNING]
        self._houses = " ".join(map(_house, addresses))
        self._locals = [address.partition("@")[0] for address in addresses if "@" in address]
        self._drafts: list[_Draft] = []
        self._group: list[_Draft] = []
        self._handles: list[Detail] = []
        self._role: str | None = None
        self._organisations: list[str] = []
        self._kind: ContactKind = "press"
        self._is_announced = False

    def take(self, detail: Detail) -> None:
        match detail.kind:
            case "label":
                self._label(detail)
            case "name":
                self._name(detail)
            case "role":
                self._take_role(detail.text)
            case "organisation":
                self._organisation(detail.text)
            case _:
                self._handle(detail)

    def finish(self) -> list[_Draft]:
        self._close()
        if self._drafts:
            last = self._drafts[-1]
            last.role = last.role or self._role
            last.organisations = last.organisations or self._organisations
        return self._drafts

    def _label(self, detail: Detail) -> None:
        if self._handles or any(draft.name for draft in self._group):
            self._close()
        self._kind = detail.contact_kind
        self._is_announced = detail.sure and detail.contact_kind == "information"
        if detail.text:
            self._organisations = [detail.text]

    def _name(self, detail: Detail) -> None:
        if not detail.sure and self._is_body(detail.text):
            self._organisation(detail.text)
            return
        office_before, names, office = split_off_offices(detail.text, self._beginning)
        if office_before and self._group:
            self._group[-1].organisations = self._group[-1].organisations or [office_before]
        for name in names:
            self._person(replace(detail, text=name))
        if office:
            self._group[-1].organisations = [office]

    def _person(self, detail: Detail) -> None:
        if self._handles:
            self._close()
        if len(self._group) == 1 and not self._group[0].name:
            self._group = []
        self._group.append(_Draft(detail.text, self._role, self._organisations, self._kind, self._is_announced))
        self._role, self._organisations = None, []

    def _is_body(self, name: str) -> bool:
        """Two capitalised words that are no person: the house of an address, or what the text is about."""
        last = self._group[-1] if self._group and not self._handles else None
        first = name.lower().partition(" ")[0]
        return (
            bool(last and last.name and last.role and not last.organisations)
            or (len(first) > 3 and first in self._houses)
            or name.lower().replace(" ", "") in self._houses
            or self._beginning.count(name) > _OFTEN
        )

    def _take_role(self, role: str) -> None:
        if self._group and not self._handles:
            before = self._group[-1].role
            self._group[-1].role = f"{before}, {role}" if before else role
        else:
            self._role = f"{self._role}, {role}" if self._role else role

    def _organisation(self, organisation: str) -> None:
        last = self._group[-1] if self._group and not self._handles else None
        if last and last.name and not last.role and ROLE_WORDS.issuperset(organisation.lower().split()):
            last.role = organisation
            return
        if self._is_of_role(organisation):
            self._take_role(organisation)
            return
        if self._has_address_of_person(organisation):
            self._person(Detail("name", organisation))
            return
        organisation = self._unglued(organisation)
        is_nameless = len(self._group) == 1 and not self._group[0].name and not self._group[0].organisations
        if self._group and (not self._handles or is_nameless):
            self._group[-1].organisations = [*self._group[-1].organisations, organisation]
        else:
            self._organisations = [*self._organisations, organisation]

    def _is_of_role(self, department: str) -> bool:
        """Whether a department follows a role, which it belongs to: `Vice President, Investor Relations`."""
        last = self._group[-1] if self._group and not self._handles else None
        role, organisations = (last.role, last.organisations) if last else (self._role, self._organisations)
        is_department = ROLE_WORDS.issuperset(set(department.lower().split()) - JOINING)
        return bool(role) and not organisations and is_department

    def _has_address_of_person(self, words: str) -> bool:
        """Whether two or three words are the two parts of an address: `lane_brook@…` is of Lane Brook."""
        parts = words.lower().split()
        if is_desk(words) or not BODY_WORDS.isdisjoint(parts):
            return False
        return 2 <= len(parts) <= 3 and any(all(part in local for part in parts) for local in self._locals)

    def _unglued(self, name: str) -> str:
        """`AcmeWireAustin` beside www.acmewire.com → AcmeWire."""
        for house in self._houses.split():
            length = len(house.removeprefix("www.").partition(".")[0])
            if house.removeprefix("www.").startswith(name[:length].lower()) and name[length : length + 1].isupper():
                return name[:length]
        return name

    def _handle(self, detail: Detail) -> None:
        is_next = detail.kind != "url" and any(one.kind == detail.kind for one in self._handles)
        if is_next and (self._organisations or self._role):
            self._close()
        if not self._group:
            self._group = [_Draft(None, self._role, self._organisations, self._kind, self._is_announced)]
            self._role, self._organisations = None, []
        self._handles.append(detail)

    def _close(self) -> None:
        _share(self._group, self._handles, self._text)
        self._drafts += self._group
        self._group, self._handles = [], []


def _share(group: Sequence[_Draft], handles: Sequence[Detail], text: str) -> None:
    phones = [handle for handle in handles if handle.kind == "phone"]
    gaps = [text[first.end : second.start] for first, second in pairwise(phones)]
    in_columns = len(group) == len(phones) > 1 and all(gap.isspace() for gap in gaps)
    for place, draft in enumerate(group):
        draft.phones += [phones[place]] if in_columns else phones
        draft.urls += [handle.text for handle in handles if handle.kind == "url"]
    shared = []
    for email in (handle.text for handle in handles if handle.kind == "email"):
        owners = [draft for draft in group if _is_of(email, draft)]
        if len(owners) == 1 < len(group):
            owners[0].emails.append(email)
        else:
            shared.append(email)
    without = [draft for draft in group if not draft.emails]
    one_each = len(shared) == len(without) > 1
    for place, draft in enumerate(without if one_each else group):
        draft.emails += [shared[place]] if one_each else shared


def _is_of(email: str, draft: _Draft) -> bool:
    local = email.partition("@")[0]
    words = [word for word in (draft.name or "").lower().replace("'", "").split() if len(word) > 2]
    return any(word in local for word in words)


def _house(address: str) -> str:
    return address.rpartition("@")[2].rpartition("//")[2].partition("/")[0]


def _contact(draft: _Draft, regions: Regions) -> Contact:
    phones: dict[tuple[str, str | None], Phone] = {}
    for detail in draft.phones:
        phone = Phone(detail.text, to_e164(detail.text, regions), detail.phone_kind, detail.extension)
        if phone.e164 or is_grouped(detail.text):
            phones.setdefault((phone.e164 or phone.as_written, phone.extension), phone)
    return Contact(
        draft.name,
        draft.role,
        ", ".join(dict.fromkeys(draft.organisations)) or None,
        _kind(draft),
        tuple(phones.values()),
        tuple(dict.fromkeys(draft.emails)),
        tuple(dict.fromkeys(draft.urls)),
    )


def _kind(draft: _Draft) -> ContactKind:
    words = " ".join((*draft.organisations, draft.role or "")).lower()
    is_press = is_desk(words) or not PRESS_WORDS.isdisjoint(words.split())
    if not draft.name and any(wire in words for wire in WIRES):
        return "wire"
    if draft.kind == "press" and not draft.name and " " in words and not is_press:
        return "issuer"
    return "press" if draft.kind == "information" and is_press else draft.kind


def _is_called(contact: Contact, draft: _Draft) -> bool:
    """A number alone makes a contact if it is no fax, and no help line."""
    calls = [phone for phone in contact.phones if phone.kind != "fax"]
    is_free = all(_FREE_OF_CHARGE.match(phone.e164 or "") for phone in calls)
    return bool(calls) and (not is_free or draft.is_announced or is_desk(contact.organisation or ""))
