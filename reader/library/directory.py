"""The same contact in many releases: which entries are one person or desk, and what is known of it in all.

Two entries are one if they have an e-mail address in common, or name and telephone number. A shared address does not
make one person of two who are both named: "press@" belongs to the desk.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.library.persons import gather
from reader.library.tokens import terms
from reader.model import Contact, Phone


class Listing(NamedTuple):
    """One contact with everything that is known of it, and the releases that name it."""

    contact: Contact
    release_ids: frozenset[int]


def gather_contacts(entries: Iterable[tuple[Contact, Iterable[int]]]) -> list[Listing]:
    """Each contact once; later entries only fill in what earlier ones lack. Linear in the number of entries."""
    listed: list[tuple[Contact, Iterable[int]]] = list(entries)
    leaders = list(range(len(listed)))
    first_with: dict[tuple[str, ...], int] = {}
    owners = _owners(contact for contact, _ in listed)
    for number, (contact, _) in enumerate(listed):
        for key in _keys(contact, owners):
            other = _leader(leaders, first_with.setdefault(key, number))
            leaders[_leader(leaders, number)] = other
    groups: dict[int, list[int]] = {}
    for number in range(len(listed)):
        groups.setdefault(_leader(leaders, number), []).append(number)
    return [_merge([listed[number] for number in group]) for group in groups.values()]


def _owners(contacts: Iterable[Contact]) -> dict[str, dict[str, str]]:
    """For each address the names it is given with, and which person each of them is."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for contact in contacts:
        for email in contact.emails:
            names[email] += [contact.name] if contact.name else []
    return {email: gather(given) for email, given in names.items()}


def _keys(contact: Contact, owners: dict[str, dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """What the contact has in common with every other entry of the same person or desk."""
    for email in contact.emails:
        persons = owners[email]
        sole = next(iter(persons.values())) if len({*persons.values()}) == 1 else ""
        yield ("email", email, persons[contact.name] if contact.name else sole)
    name = " ".join(terms(contact.name or ""))
    for phone in contact.phones:
        yield ("phone", phone.e164 or "".join(filter(str.isdigit, phone.as_written)), phone.extension or "", name)


def _leader(leaders: list[int], number: int) -> int:
    """The first entry of the group, with the path to it made shorter."""
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number


def _merge(group: list[tuple[Contact, Iterable[int]]]) -> Listing:
    merged = group[0][0]
    for contact, _ in group[1:]:
        merged = merged._replace(
            name=_longer(merged.name, contact.name),
            role=merged.role or contact.role,
            organisation=merged.organisation or contact.organisation,
            phones=_phones(merged.phones + contact.phones),
            emails=tuple(dict.fromkeys(merged.emails + contact.emails)),
            urls=tuple(dict.fromkeys(merged.urls + contact.urls)),
        )
    return Listing(merged, frozenset(id_ for _, ids in group for id_ in ids))


def _longer(one: str | None, other: str | None) -> str | None:
    return max(one or "", other or "", key=len) or None


def _phones(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Each number once, however it was written."""
    return tuple({(phone.e164 or phone.as_written, phone.extension): phone for phone in reversed(phones)}.values())[
        ::-1
    ]
