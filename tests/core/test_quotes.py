from collections.abc import Sequence

import pytest

from reader.parsing.quotes import find_marked, find_single


def marked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "one two" and "three".', ['"one two"', '"three"']),
        ("She said “one two” and “three”.", ["“one two”", "“three”"]),
        ("« Un deux », dit-elle.", ["« Un deux »"]),
        ("»Eins zwei«, sagte sie, «drei».", ["»Eins zwei«", "«drei»"]),
        ("„Eins zwei“, sagte sie.", ["„Eins zwei“"]),
        ("„Raz dwa”, powiedziała.", ["„Raz dwa”"]),
        ("”Ett två”, sade hon.", ["”Ett två”"]),
        ("「一二」と『三』", ["「一二」", "『三』"]),
        ("``One two'' and ''three''", ["``One two''", "''three''"]),
    ],
    ids=["straight", "curly", "french", "guillemets-both-ways", "german", "polish", "swedish", "cjk", "doubled"],
)
def test_every_kind_of_marks_is_read(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She said “no” to it,” he wrote.", ["“She said “no” to it,”"]),
        ('"She said “no” to it," he wrote.', ['"She said “no” to it,"']),
        ('“She said "no" to it,” he wrote.', ['“She said "no" to it,”']),
        ('"“No” is an answer," he wrote.', ['"“No” is an answer,"']),
    ],
)
def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The tide, " she said. "And the wind."', ['"The tide, "', '"And the wind."']),
        ('" The tide ," she said.', ['" The tide ,"']),
        ("“The tide,“ she said. “The wind.”", ["“The tide,“", "“The wind.”"]),
        ('"The tide,” she said. "The wind."', ['"The tide,”', '"The wind."']),
        ('The clerk said:"The tide."', ['"The tide."']),
        ('He asked for help."We had none," she said.', ['"We had none,"']),
        ('". . . and the wind," she said.', ['". . . and the wind,"']),
    ],
    ids=["blank-before-closer", "blanks", "opener-as-closer", "mixed", "glued-colon", "glued-stop", "ellipsis"],
)
def test_careless_marks_still_pair(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"A 6" pipe and a 10" pipe leak," she said.', ['"A 6" pipe and a 10" pipe leak,"']),
        ('A 6" pipe leaks.', []),
        ("The boats' crews and the harbour's pilots didn't.", []),
        ('<a title="harbour" id="x">plan</a>', []),
        ('""""""', []),
        ('"', []),
    ],
)
def test_inches_apostrophes_and_bare_marks_are_no_quotations(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_quotation_that_each_paragraph_opens_again_is_one() -> None:
    text = "She said:\n\n“One.\n\n“Two.\n\n“Three,” she added. Then “four”."
    assert marked(text) == ["“One.\n\n“Two.\n\n“Three,”", "“four”"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = '"The tide is in.\n\nThe council met.\n\nIt said "no".'
    spans = find_marked(text)
    assert [text[span.start : span.end] for span in spans] == ['"The tide is in.', '"no"']
    assert [span.closed for span in spans] == [False, True]


def test_the_next_paragraph_may_close_without_opening_again() -> None:
    assert marked("He said: “The tide is in.\n\nThe boats are out.” He left.") == [
        "“The tide is in.\n\nThe boats are out.”"
    ]


def test_a_wrapped_quotation_goes_on_in_the_next_line() -> None:
    assert marked('He said "the tide\nis in and the\nboats are out" and left.') == [
        '"the tide\nis in and the\nboats are out"'
    ]


def test_an_opening_mark_lost_at_the_head_of_a_paragraph_is_found_by_the_closing_one() -> None:
    assert marked('We are glad that it rains," she said.') == ['We are glad that it rains,"']


def test_a_closing_mark_lost_before_the_attribution_spares_the_next_quotation() -> None:
    assert marked('"We are glad, she said. "It rains."') == ['"It rains."']


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("'No tide to waste' in harbour plan, says chief", ["'No tide to waste'"]),
        ("‘It’s the tide,’ says chief", ["‘It’s the tide,’"]),
        ("Crews' pay 'must rise', the '90s plan's authors say", ["'must rise'"]),
        ("The harbour's plan and the crews' answer", []),
    ],
)
def test_single_marks_of_a_headline(headline: str, expected: Sequence[str]) -> None:
    assert [headline[span.start : span.end] for span in find_single(headline, 0, len(headline))] == expected
