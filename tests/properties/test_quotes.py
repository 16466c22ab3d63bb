"""Laws of quotations: they lie in the text, in order, and say what stands there, whatever the text is."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parsing.speakers import attributed_quotes
from reader.parsing.subjects import main_subject, subject_before

PIECES = """
said the Mr. Quillon , . he told that who " “ ” « » „ ‘ ’ ' '' `` ( ) - — called a of in and : ; ? ! … 6" 「 」 <u> </u>
according to dit-il a-t-elle while Doe’s claim that for saying D-Miss. denied replied spokesman, Jr.
"""
words = st.lists(
    st.sampled_from([*PIECES.split(), "\n", "\n\n", "\t", "\u00a0", "\u202e", "א", "漢", "\x02", "\ud800"]), max_size=40
)
texts = st.one_of(
    st.text(max_size=80), st.tuples(words, st.sampled_from(["", " "])).map(lambda drawn: drawn[1].join(drawn[0]))
)
languages = st.sampled_from([None, "en", "fr", "es", "de", "ja", "zz", ""])


@given(texts, languages)
def test_every_span_lies_in_the_text_in_order_and_says_what_stands_there(text: str, language: str | None) -> None:
    last = 0
    for quote in attributed_quotes(text, (), language):
        assert last <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end]
        last = quote.end
        if quote.speaker_start is None or quote.speaker_end is None:
            assert quote.speaker is None and not quote.certain
        else:
            assert 0 <= quote.speaker_start < quote.speaker_end <= len(text)


@given(texts)
def test_a_text_is_read_the_same_twice(text: str) -> None:
    assert attributed_quotes(text) == attributed_quotes(text)


sentences = st.tuples(st.text("NnHJdkhzToypcrswxbtaVvGgBuAqei,;:-!", min_size=1, max_size=7), st.integers(1, 120)).map(
    lambda drawn: (drawn[0] * drawn[1])[:120]
)


@given(sentences)
def test_no_sentence_is_too_tangled_to_find_its_subject(letters: str) -> None:
    start = time.process_time()
    for verb in (len(letters) // 2, len(letters) - 1):
        who = subject_before(letters, verb)
        assert who is None or 0 <= who[0] < who[1] <= len(letters)
    main = main_subject(letters)
    assert main is None or 0 <= main[0] < main[1] <= len(letters)
    assert time.process_time() - start < 1


HOSTILE: dict[str, Callable[[int], str]] = {
    "one unclosed quotation": lambda size: 'He said "' + "the tide is in, he said. " * (size // 25),
    "nothing but marks": lambda size: '"“”«»' * (size // 5),
    "marks and words": lambda size: '"tide," ' * (size // 8),
    "one line of quotations": lambda size: '"It rains a lot," Marta Quillon said. ' * (size // 38),
    "names without end": lambda size: "Marta Quillon " * (size // 14) + 'said "it rains".',
    "determiners without end": lambda size: "the of " * (size // 7) + 'said "it rains".',
    "from right to left": lambda size: 'قال "نعم" ثم ' * (size // 13),
    "roles": lambda size: '"It rains," the director said.\nJane Doe, director of it.\n' * (size // 58),
}


def seconds(text: str) -> float:
    start = time.process_time()
    attributed_quotes(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    make = HOSTILE[name]
    small, large = (min(seconds(make(size)) for _ in range(2)) for size in (5_000, 40_000))
    assert large < 0.2 + 24 * small
