"""One person is one person under every form of the name, and two people of one surname are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.persons import gather, named_in_full


@pytest.mark.parametrize(
    ("names", "fullest"),
    [
        (["Inês Caldeira", "Ines Caldeira"], "Inês Caldeira"),
        (["Ines Calder", "Ines M. Calder", "INES CALDER"], "Ines M. Calder"),
        (["Commissioner Ines Calder", "Ines Calder", "Dr. Ines Calder, MP"], "Ines Calder"),
        (["T. Brandt", "Tomas Brandt"], "Tomas Brandt"),
        (["Tomas R. Brandt", "Tomas Rurik Brandt"], "Tomas Rurik Brandt"),
        (["Anke van der Meer", "A. van der Meer"], "Anke van der Meer"),
        (["Secretary-General Olu Adeyemi", "Olu Adeyemi"], "Olu Adeyemi"),
        (["Sun-Woo Han", "Sun Woo Han"], "Sun-Woo Han"),
    ],
)
def test_forms_of_one_name_are_one_person(names: list[str], fullest: str) -> None:
    persons = gather(names)
    assert len(set(persons.values())) == 1
    assert persons[names[0]] == fullest


@pytest.mark.parametrize(
    "names",
    [
        ["Ines Calder", "Tomas Calder"],
        ["Ines Calder", "Calder"],
        ["Ines Calder", "Commissioner Calder"],
        ["John A. Marsh", "John B. Marsh"],
        ["Peter Marsh Jr.", "Peter Marsh"],
        ["Maria de Souza", "Maria Souza"],
        ["Ines Calder", "the spokesman of Ines Calder"],
    ],
)
def test_names_that_may_be_two_people_are_two(names: list[str]) -> None:
    assert len(set(gather(names).values())) == 2


def test_a_form_that_fits_two_people_joins_neither() -> None:
    persons = gather(["John A. Marsh", "John B. Marsh", "John Marsh", "J. Marsh"])
    assert persons["John Marsh"] not in (persons["John A. Marsh"], persons["John B. Marsh"])


def test_the_fullest_form_keeps_its_accents_and_loses_its_title() -> None:
    assert gather(["Ines Caldeira", "Minister Inês Caldeira"])["Ines Caldeira"] == "Inês Caldeira"


def test_in_one_release_a_surname_alone_is_the_one_who_bears_it() -> None:
    speakers = ["Inês Caldeira", "Ms. Caldeira", "Secretary-General Caldeira", "Mr. Brandt"]
    assert named_in_full(speakers) == {
        "Ms. Caldeira": "Inês Caldeira",
        "Secretary-General Caldeira": "Inês Caldeira",
    }


def test_in_one_release_a_surname_that_two_bear_stays_alone() -> None:
    assert named_in_full(["Ines Calder", "Tomas Calder", "Mr. Calder"]) == {}


@given(st.lists(st.text(max_size=30)))
def test_every_name_has_a_person_whose_person_it_is(names: list[str]) -> None:
    persons = gather(names)
    assert persons.keys() == set(names)


@given(st.lists(st.sampled_from(["J. Marsh", "John Marsh", "John A. Marsh", "Jane Marsh", "Mr. Marsh", "Marsh"])))
def test_the_order_of_the_names_does_not_matter(names: list[str]) -> None:
    assert gather(names) == gather(reversed(names))


def test_a_hundred_thousand_bearers_of_one_name_take_no_longer_than_others() -> None:
    names = [f"John {chr(97 + number % 26)}{number}x Marsh" for number in range(20_000)]
    assert len(gather(names)) == len(names)
