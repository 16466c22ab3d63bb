"""The contact book lists everybody once."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.directory import Listing, gather_contacts
from reader.model import Contact, Phone

OFFICE = Phone("+43 1 26060 5629", "+431260605629")
OFFICE_OTHERWISE = Phone("(01) 26060-5629", "+431260605629")
MOBILE = Phone("0699 1459 5629", "+4369914595629", "mobile")


def gathered(*contacts: Contact) -> list[Listing]:
    return gather_contacts((contact, [number]) for number, contact in enumerate(contacts))


def person(name: str | None, *details: str | Phone, organisation: str | None = None) -> Contact:
    phones = tuple(detail for detail in details if isinstance(detail, Phone))
    emails = tuple(detail for detail in details if isinstance(detail, str))
    return Contact(name, organisation=organisation, phones=phones, emails=emails)


@pytest.mark.parametrize(
    "contacts",
    [
        [person("Ines Calder", "ines@quay.example"), person("Ines M. Calder", "ines@quay.example", MOBILE)],
        [person("Inês Caldeira", OFFICE), person("Ines Caldeira", OFFICE_OTHERWISE)],
        [person(None, "press@quay.example"), person(None, "press@quay.example", OFFICE)],
        [person(None, "ines@quay.example"), person("Ines Calder", "ines@quay.example")],
        [person(None, OFFICE), person(None, OFFICE_OTHERWISE)],
        [
            person("Ines Calder", "ines@quay.example"),
            person("Ines Calder", MOBILE),
            person("Ines Calder", "ines@quay.example", MOBILE),
        ],
    ],
)
def test_entries_with_an_address_or_name_and_number_in_common_are_one(contacts: Sequence[Contact]) -> None:
    (listing,) = gathered(*contacts)
    assert listing.release_ids == set(range(len(contacts)))


@pytest.mark.parametrize(
    "contacts",
    [
        [person("Ines Calder", OFFICE), person("Tomas Brandt", OFFICE)],
        [person("Ines Calder", "press@quay.example"), person("Tomas Brandt", "press@quay.example")],
        [person("Ines Calder", "ines@quay.example"), person("Ines Calder", "ines@pier.example")],
        [person("Ines Calder"), person("Ines Calder")],
    ],
)
def test_entries_with_nothing_sure_in_common_are_two(contacts: Sequence[Contact]) -> None:
    assert len(gathered(*contacts)) == 2


def test_a_listing_knows_all_that_any_entry_says_once() -> None:
    (listing,) = gathered(
        person("I. Calder", "ines@quay.example", OFFICE),
        person("Ines Calder", "ines@quay.example", OFFICE_OTHERWISE, MOBILE, organisation="Northmarch Harbour"),
    )
    assert listing.contact == person(
        "Ines Calder", "ines@quay.example", OFFICE, MOBILE, organisation="Northmarch Harbour"
    )


CONTACTS = st.builds(
    person,
    st.sampled_from([None, "Ines Calder", "I. Calder", "Tomas Brandt"]),
    st.sampled_from(["ines@quay.example", "press@quay.example", OFFICE, OFFICE_OTHERWISE, MOBILE]),
)


@given(st.lists(CONTACTS))
def test_no_entry_is_lost_and_none_is_in_two_listings(contacts: list[Contact]) -> None:
    releases = [release for listing in gathered(*contacts) for release in listing.release_ids]
    assert sorted(releases) == list(range(len(contacts)))


@given(st.lists(CONTACTS))
def test_gathering_again_finds_nothing_more_to_gather(contacts: list[Contact]) -> None:
    once = [listing.contact for listing in gathered(*contacts)]
    assert len(gathered(*once)) == len(once)
