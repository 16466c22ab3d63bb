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
from reader.parsing.contact_details import Detail
from reader.parsing.contact_words import DESK_STEMS, PRESS_WORDS, WIRES
from reader.parsing.people import split_off_offices
from reader.parsing.phones import to_e164


_MISWRITTEN = re.compile(r"\(?\+|\(?\d{2,3}\)?[-/.]|0")
_FREE_OF_CHARGE = re.compile(r"\+(?:18(?:00|33|44|55|66|77|88)|448(?:00|08)|49800|33800|34900|39800|61180)")


@dataclass(slots=True)
class _Draft:
    name: str | None = None
    sure: bool = False
    role: str | None = None
    organisations: list[str] = field(default_factory=list)
    kind: ContactKind = "press"
    phones: list[Detail] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)


class _Assembler:
    def __init__(self, text: str, houses: str) -> None:
        self._text = text
        self._houses = houses
        self.drafts: list[_Draft] = []
        self._group: list[_Draft] = []
        self._handles: list[Detail] = []
        self._role: str | None = None
        self._organisations: list[str] = []
        self._kind: ContactKind = "press"

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
        last = self.drafts[-1] if self.drafts else None
        if last:
            last.role = last.role or self._role
            last.organisations = last.organisations or self._organisations
        return self.drafts

    def _label(self, detail: Detail) -> None:
        if self._handles or any(draft.name for draft in self._group):
            self._close()
        self._kind = detail.contact_kind
        if detail.text:
            self._organisations = [detail.text]

    def _name(self, detail: Detail) -> None:
        if not detail.sure and self._is_body(detail.text):
            self._organisation(detail.text)
            return
        office, names, own_office = split_off_offices(detail.text, self._text)
        if office and self._group:
            self._group[-1].organisations = self._group[-1].organisations or [office]
        for name in names:
            self._person(replace(detail, text=name))
        if own_office:
            self._group[-1].organisations = [own_office]

    def _person(self, detail: Detail) -> None:
        if self._handles:
            self._close()
        if len(self._group) == 1 and not self._group[0].name:
            self._group = []
        draft = _Draft(detail.text, detail.sure, self._role, self._organisations, self._kind)
        self._role, self._organisations = None, []
        self._group.append(draft)

    def _is_body(self, name: str) -> bool:
        """Two capitalised words that are no person: the house of an address, or what the text is about."""
        last = self._group[-1] if self._group and not self._handles else None
        first = name.lower().partition(" ")[0]
        return (
            bool(last and last.name and last.role and not last.organisations)
            or (len(first) > 3 and first in self._houses)
            or name.lower().replace(" ", "") in self._houses
            or self._text.count(name) > 3
        )

    def _take_role(self, role: str) -> None:
        if self._group and not self._handles and not self._group[-1].role:
            self._group[-1].role = role
        else:
            self._role = role

    def _organisation(self, organisation: str) -> None:
        nameless = len(self._group) == 1 and not self._group[0].name and not self._group[0].organisations
        if self._group and (not self._handles or nameless):
            self._group[-1].organisations = [*self._group[-1].organisations, organisation]
        else:
            self._organisations = [*self._organisations, organisation]

    def _handle(self, detail: Detail) -> None:
        if self._handles and self._organisations and detail.kind != "url" and not self._is_same_house(detail):
            self._close()
        if not self._group:
            self._group = [_Draft(None, True, self._role, self._organisations, self._kind)]
            self._role, self._organisations = None, []
        self._handles.append(detail)

    def _is_same_house(self, detail: Detail) -> bool:
        """An address after a body's name goes on with the contact when it is of the house of its first address."""
        houses = {handle.text.rpartition("@")[2] for handle in self._handles if handle.kind == "email"}
        return not any(handle.kind == detail.kind for handle in self._handles) and (
            detail.kind == "phone" or not houses
        )

    def _close(self) -> None:
        _share(self._group, self._handles, self._text)
        self.drafts += self._group
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


def assemble(details: Sequence[Detail], regions: tuple[str, ...], text: str) -> list[Contact]:
    """The contacts that the details make; `text` is the whole text, which names a body again and again."""
    houses = " ".join(_house(detail.text) for detail in details if detail.kind in ("email", "url"))
    assembler = _Assembler(text, houses)
    for detail in details:
        assembler.take(detail)
    contacts = [_contact(draft, regions) for draft in assembler.finish()]
    return [contact for contact in contacts if contact.name or contact.emails or _is_called(contact)]


def _is_called(contact: Contact) -> bool:
    """A number alone makes a contact if it is no fax, and no help line."""
    calls = [phone for phone in contact.phones if phone.kind != "fax"]
    desk = (contact.organisation or "").lower()
    is_press = contact.kind != "press" or any(stem in desk for stem in DESK_STEMS)
    return bool(calls) and (is_press or not all(_FREE_OF_CHARGE.match(phone.e164 or "") for phone in calls))


def _house(address: str) -> str:
    return address.lower().rpartition("@")[2].rpartition("//")[2].partition("/")[0]


def _contact(draft: _Draft, regions: tuple[str, ...]) -> Contact:
    phones = {}
    for detail in draft.phones:
        phone = Phone(detail.text, to_e164(detail.text, regions), detail.phone_kind, detail.extension)
        if phone.e164 or _MISWRITTEN.match(detail.text):
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
    if not draft.name and any(wire in words for wire in WIRES):
        return "wire"
    if draft.kind == "information" and (PRESS_WORDS & set(words.split()) or "spokes" in words):
        return "press"
    return draft.kind
