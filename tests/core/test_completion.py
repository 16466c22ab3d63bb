"""Fields and their values are offered as one types."""

from collections.abc import Sequence

import pytest

from reader.search.completion import MOST_OFFERED, Completer

VALUES = {
    "speaker": [("Ines Calder", 7), ("Tomas Brandt", 5), ("Zoë Calder", 2), ('Ana "Nan" Diaz', 1)],
    "place": [("Skerry", 3), ("Northmarch", 2)],
    "from": [(f"Office {number}", 1) for number in range(50)],
}


def values(field: str) -> Sequence[tuple[str, int]]:
    return VALUES.get(field, [])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("spe", ["speaker:"]),
        ("ferry s", ["ferry symbol:", "ferry speaker:"]),
        ("(ferry OR -pla", ["(ferry OR -place:"]),
        (
            "speaker:",
            ['speaker:"Ines Calder"', 'speaker:"Tomas Brandt"', 'speaker:"Zoë Calder"', 'speaker:"Ana  Nan  Diaz"'],
        ),
        ("speaker:cal", ['speaker:"Ines Calder"', 'speaker:"Zoë Calder"']),
        ("speaker:ZOE", ['speaker:"Zoë Calder"']),
        ('speaker:"zoë ca', ['speaker:"Zoë Calder"']),
        ("speaker:ines cal", ['speaker:"Ines Calder"']),
        ("ferry speaker:ines c", ['ferry speaker:"Ines Calder"']),
        ("speaker:calder ines", []),
        ("speaker:ines s", ["speaker:ines symbol:", "speaker:ines speaker:"]),
        ("speaker:ines ", []),
        ("place:sk", ["place:Skerry"]),
        ("has:", ["has:contact", "has:quote"]),
        ("in:h", ["in:headline"]),
        ("colour:re", []),
        ("", []),
        ("ferry ", []),
        ("speaker:zzz", []),
        ("near:5(x", []),
    ],
)
def test_what_is_offered(typed: str, offered: list[str]) -> None:
    completions = Completer(values).complete(typed, len(typed))
    assert [typed[: one.start] + one.text + typed[one.end :] for one in completions] == offered


def test_values_that_begin_so_come_before_those_that_only_hold_the_words() -> None:
    completions = Completer(lambda field: [("New Skerry", 9), ("Skerry", 2)]).complete("place:sk", 8)
    assert [completion.text for completion in completions] == ["Skerry", '"New Skerry"']


def test_it_completes_at_the_cursor() -> None:
    (one,) = Completer(values).complete("place:sk ferry", 8)
    assert (one.text, one.start, one.end, one.count) == ("Skerry", 6, 8, 3)


def test_not_more_is_offered_than_can_be_seen() -> None:
    assert len(Completer(values).complete("from:off", 8)) == MOST_OFFERED


def test_values_are_fetched_once() -> None:
    asked = []
    completer = Completer(lambda field: asked.append(field) or values(field))  # type: ignore[func-returns-value]
    completer.complete("place:s", 7)
    completer.complete("place:sk", 8)
    assert asked == ["place"]


def test_a_long_run_of_letters_is_soon_seen_through() -> None:
    pasted = "lang:" + "x" * 1_000_000
    assert Completer(values).complete(pasted, len(pasted)) == ()
