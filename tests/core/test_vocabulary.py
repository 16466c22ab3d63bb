"""Mistyped words lead to those that were meant, and words being typed to those they may go on to."""

import random

import pytest
from rapidfuzz.distance import OSA

from reader.search.vocabulary import LONGEST_CORRECTED, MOST_BEGUN, Vocabulary

COUNTS = {
    "al": 2,
    "calder": 9,
    "carder": 2,
    "ferries": 40,
    "ferry": 60,
    "ferryman": 3,
    "floor": 5,
    "flood": 30,
    "glass": 8,
    "governance": 4,
    "government": 90,
    "harbour": 70,
    "harbours": 12,
    "nha2019": 1,
    "qaeda": 2,
    "school": 20,
    "veteran": 7,
    "veterans": 25,
    "wharf": 6,
    "вода": 3,
    "ελλαδα": 2,
    "灯塔": 4,
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(sorted(COUNTS.items()))


def test_it_knows_in_how_many_releases_a_word_stands(vocabulary: Vocabulary) -> None:
    assert len(vocabulary) == len(COUNTS)
    assert {word: vocabulary.releases(word) for word in COUNTS} == COUNTS
    assert vocabulary.releases("harb") == vocabulary.releases("") == vocabulary.releases("zzz") == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbor", ("harbour",)),
        ("harbuor", ("harbour",)),
        ("hrabour", ("harbour",)),
        ("ahrbour", ("harbour",)),
        ("arbour", ("harbour",)),
        ("barbour", ("harbour",)),
        ("xharbour", ("harbour",)),
        ("goverment", ("government",)),
        ("govermnet", ("government",)),
        ("flod", ("flood",)),
        ("veterens", ("veterans",)),
        ("ferri", ("ferry",)),
        ("вода", ()),
        ("водаа", ("вода",)),
        ("ελαδα", ("ελλαδα",)),
        ("caldr", ("calder",)),
        ("floos", ("flood", "floor")),
        ("nha2018", ()),
        ("灯楼", ()),
        ("fe", ()),
        ("", ()),
        ("x" * (LONGEST_CORRECTED + 1), ()),
    ],
)
def test_what_was_meant(vocabulary: Vocabulary, typed: str, meant: tuple[str, ...]) -> None:
    assert vocabulary.corrections(typed) == meant


def test_one_slip_comes_before_two_and_the_commoner_word_before_the_rarer(vocabulary: Vocabulary) -> None:
    assert vocabulary.corrections("harbourz") == ("harbour", "harbours")
    assert vocabulary.corrections("carder") == ("calder",)
    assert vocabulary.corrections("hxrbxur") == ("harbour",)
    assert vocabulary.corrections("flxxd") == ()


def test_a_letter_swapped_missing_or_doubled_is_likelier_than_a_wrong_one() -> None:
    vocabulary = Vocabulary([("calle", 1), ("cape", 9), ("clae", 2), ("tale", 5)])
    assert vocabulary.corrections("cale") == ("clae", "calle", "cape", "tale")
    assert Vocabulary([("ferry", 1), ("feryl", 3)]).corrections("feryr") == ("ferry", "feryl")
    assert Vocabulary([("quay", 1), ("quary", 3)]).corrections("quaay") == ("quay", "quary")


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("fer", ("ferry", "ferries", "ferryman")),
        ("harbours", ("harbours",)),
        ("qu", ()),
        ("", ()),
        ("灯", ("灯塔",)),
    ],
)
def test_what_a_word_may_go_on_to(vocabulary: Vocabulary, start: str, words: tuple[str, ...]) -> None:
    assert vocabulary.beginning_with(start) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("havr", ("harbour", "harbours")),
        ("ahrb", ("harbour", "harbours")),
        ("gvoer", ("government", "governance")),
        ("fery", ("ferry", "ferries", "ferryman")),
        ("fe", ()),
        ("灯楼", ()),
    ],
)
def test_a_word_being_typed_with_a_slip(vocabulary: Vocabulary, start: str, words: tuple[str, ...]) -> None:
    assert vocabulary.corrections(start, goes_on=True) == words


@pytest.mark.parametrize(
    ("typed", "halves"),
    [
        ("floodschool", ("flood", "school")),
        ("harbourwharf", ("harbour", "wharf")),
        ("ferryferry", ("ferry", "ferry")),
        ("alqaeda", ("al", "qaeda")),
        ("harbour", None),
        ("floodxx", None),
        ("fe", None),
    ],
)
def test_a_missing_blank(vocabulary: Vocabulary, typed: str, halves: tuple[str, str] | None) -> None:
    assert vocabulary.halves(typed) == halves


def test_the_commonest_of_many_words_are_offered() -> None:
    words = {f"a{number:05}": number + 1 for number in range(5000)}
    many = Vocabulary(sorted(words.items()))
    assert many.beginning_with("a") == tuple(sorted(words, key=lambda word: -words[word])[:MOST_BEGUN])
    assert many.beginning_with("a0000") == tuple(f"a0000{digit}" for digit in reversed(range(10)))


def test_every_word_within_one_slip_that_shares_one_of_the_first_two_letters_is_found() -> None:
    chance = random.Random(4)
    words = sorted({"".join(chance.choices("abcd", k=chance.randint(3, 7))) for _ in range(800)})
    vocabulary = Vocabulary((word, 1) for word in words)
    for _ in range(200):
        typed = "".join(chance.choices("abcd", k=chance.randint(3, 7)))
        near = {word for word in words if OSA.distance(word, typed) == 1 and word[0] in typed[:2]}
        meant = vocabulary.corrections(typed)
        assert set(meant) <= {word for word in words if 0 < OSA.distance(word, typed) <= 2}
        assert len(meant) >= min(len(near), 6)
