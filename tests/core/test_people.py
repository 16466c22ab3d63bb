"""The contact book finds a person from what one remembers of the name."""

import datetime

import pytest

from reader.library.browse import ContactRow
from reader.model import Contact
from reader.search.people import ContactFinder


def row(name: str, organisation: str, email: str) -> ContactRow:
    day = datetime.date(2021, 3, 4)
    return ContactRow(Contact(name, None, organisation, emails=(email,)), day, day, (1,))


BOOK = [
    row("Ines Calder", "Northmarch Harbour Authority", "press@harbour.example"),
    row("Ása Þórsdóttir", "Skerry Museum", "asa@skerry.example"),
    row("Tomas Brandt", "Northmarch Council", "tomas.brandt@northmarch.example"),
]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ines Calder", "Ása Þórsdóttir", "Tomas Brandt"]),
        ("brand", ["Tomas Brandt"]),
        ("calder harbour", ["Ines Calder"]),
        ("caldre", ["Ines Calder"]),
        ("asa thorsdottir", ["Ása Þórsdóttir"]),
        ("northmarch", ["Ines Calder", "Tomas Brandt"]),
        ("northmarhc council", ["Tomas Brandt"]),
        ("zebra", []),
        ("!?", ["Ines Calder", "Ása Þórsdóttir", "Tomas Brandt"]),
    ],
)
def test_find(query: str, names: list[str]) -> None:
    assert [entry.contact.name for entry in ContactFinder(BOOK).find(query)] == names
