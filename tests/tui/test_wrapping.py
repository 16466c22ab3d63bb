"""Lines never lose, double or overlap text, and never take more cells than there are."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from reader.tui.wrapping import WIDE, is_single, place_at, shorten, width_of, wrap

PROSE = st.text(
    st.one_of(
        st.sampled_from("ab  ç—“”，。「」中文字العربية👨‍👩‍👧é́ "),
        st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")),
    ),
    max_size=300,
)


@given(PROSE, st.integers(2, 40))
def test_lines_hold_all_that_is_not_blank_in_order_and_fit(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width)
    assert all(width_of(text[start:end]) <= width for start, end in lines)
    assert all(before.end <= after.start for before, after in itertools.pairwise(lines))
    shown = "".join(text[start:end] for start, end in lines)
    assert shown.replace(" ", "") == text.replace(" ", "")


@given(PROSE)
def test_every_cell_has_a_place_and_the_cell_behind_the_last_the_end(text: str) -> None:
    places = [place_at(text, cell) for cell in range(width_of(text) + 1)]
    assert places == sorted(places)
    assert all(width_of(text[:place]) <= cell for cell, place in enumerate(places))
    assert places[-1] == len(text)


def test_both_cells_of_a_wide_character_are_its_own() -> None:
    assert [place_at("a灯b", cell) for cell in range(6)] == [0, 1, 1, 2, 3, 3]


def test_english_breaks_at_blanks() -> None:
    text = "Harbour pilots asked for better lights"
    assert [text[start:end] for start, end in wrap(text, 0, len(text), 15)] == [
        "Harbour pilots",
        "asked for",
        "better lights",
    ]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert [span.end - span.start for span in wrap("x" * 25, 0, 25, 10)] == [10, 10, 5]


def test_chinese_breaks_between_characters_but_never_before_a_stop() -> None:
    text = "港口管理局今天宣布，新灯塔将于明年启用。"
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), 10)]
    assert all(width_of(line) <= 10 for line in lines)
    assert not any(line[0] in "，。" for line in lines)


def test_what_is_carried_over_to_the_next_line_counts_there() -> None:
    text = "a「—。カ"
    assert [text[start:end] for start, end in wrap(text, 0, 5, 4)] == ["a", "「—", "。カ"]


def test_what_counts_as_one_sign_of_known_width_is_one() -> None:
    signs = [sign for sign in map(chr, range(0xA0, 0xFFFF)) if is_single(sign)]
    assert all(cell_len(sign) == 1 + (sign >= WIDE) for sign in signs)
    assert len(split_graphemes("".join(signs))[0]) == len(signs)


def test_a_part_of_a_text_is_wrapped_in_positions_of_the_whole() -> None:
    text = "before | one two three | after"
    assert [text[start:end] for start, end in wrap(text, 9, 22, 8)] == ["one two", "three"]


@pytest.mark.parametrize(("text", "width", "shown"), [("lighthouse", 20, "lighthouse"), ("lighthouse", 6, "light…")])
def test_shorten(text: str, width: int, shown: str) -> None:
    assert shorten(text, width) == shown


@given(PROSE, st.integers(0, 30))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert width_of(shorten(text, width)) <= width
