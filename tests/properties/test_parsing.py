"""The laws of parsing, on arbitrary bytes and on texts built to break them."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parsing.decode import clean, clean_line, decode
from reader.parsing.document import Document
from reader.parsing.formats import to_document
from reader.parsing.layout import lay_out, unwrap
from reader.parsing.release import parse

BUILDING_BLOCKS = [
    "Harbour Commission", "PRESS RELEASE", "FOR IMMEDIATE RELEASE", "24 May 2017", "30 February 2017",
    "LORN, 24 May - ", "\n", "\n\n", "   ", "     ", "        ", '"', "“", "”", "«", "Contact: ", "Ida Moreau",
    "(+43 1) 26060-5629", "a@b.example", "###", "* *** *", "ENDS", "About Acme", "# ", "**", "_", "[", "](", "<u>",
    "</u>", "\\$", "&amp;", "&#27;", "---\n", "title: x\n", "HS/PR/1", "Embargoed until ", "word ", "inter-\n",
    "said. ", "Mr.\n", "港口", "الميناء", "\x1b]0;", "\x07", "\u202e", "\u200b", "\ufeff", "\x9b", "👩\u200d👧", "é",
    "e\u0301", "â€œ", "\r\n", "\t", "1. ", "• ", "| a | b |\n", "--",
]  # fmt: skip
texts = st.lists(st.sampled_from(BUILDING_BLOCKS), max_size=40).map("".join) | st.text(max_size=300)
encodings = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "cp1251", "shift_jis", "utf-8-sig"])
suffixes = st.sampled_from([".txt", ".md", ""])
ordinary = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200).filter(
    lambda text: not text.startswith(("%PDF-", "{\\rtf", "GIF8", "BZh", "SQLite format 3"))  # as other formats begin
)
FORBIDDEN = {"Cc", "Cs"}
KEPT_FORMATS = "\u200c\u200d"


def is_safe(sign: str) -> bool:
    """Neither control nor bidi nor zero-width sign, except the newline and the joiners a script needs."""
    if sign == "\n" or sign in KEPT_FORMATS:
        return True
    category = unicodedata.category(sign)
    return category not in FORBIDDEN and (category != "Cf" or unicodedata.bidirectional(sign) in {"AN", "AL"})


@given(st.binary(max_size=400) | texts.map(str.encode), suffixes)
@settings(max_examples=300, deadline=None)
def test_parsing_never_raises_and_every_span_is_in_its_text(data: bytes, suffix: str) -> None:
    release = parse(data, f"release{suffix}")
    end = 0
    for paragraph in release.paragraphs:
        assert end <= paragraph.start < paragraph.end <= len(release.text)
        assert release.text[paragraph.start : paragraph.end].strip() == release.text[paragraph.start : paragraph.end]
        assert "\n" not in release.text[paragraph.start : paragraph.end]
        end = paragraph.end
    for span in release.styles:
        assert 0 <= span.start < span.end <= len(release.text)
    for quote in release.quotes:
        assert release.text[quote.start : quote.end] == quote.text
    numbers = [paragraph.number for paragraph in release.paragraphs if paragraph.kind == "body"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(paragraph.number is None for paragraph in release.paragraphs if paragraph.kind != "body")


@given(texts, encodings)
@settings(max_examples=300, deadline=None)
def test_nothing_a_terminal_obeys_survives(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding, "ignore"))
    assert all(map(is_safe, decoded.text))
    release = parse(text.encode(encoding, "ignore"))
    said = [release.title, release.display_title, release.standfirst, release.issuer, release.symbol, *release.places]
    assert all(is_safe(sign) for value in (release.text, *filter(None, said)) for sign in value)


@given(texts)
@settings(max_examples=500, deadline=None)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\n" not in clean_line(text)


@given(ordinary)
def test_ordinary_text_is_decoded_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text


@given(texts)
@settings(deadline=None)
def test_unwrapping_only_puts_blanks_for_newlines(text: str) -> None:
    text = clean(text)
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert all(before == after or (before, after) == ("\n", " ") for before, after in zip(text, unwrapped, strict=True))


@given(texts)
@settings(deadline=None)
def test_laying_out_loses_no_word(text: str) -> None:
    text = clean(text)
    shown = lay_out(Document(text)).text
    assert "".join(shown.split()).replace("-", "") == "".join(text.split()).replace("-", "")


@given(texts, suffixes)
@settings(deadline=None)
def test_every_format_gives_clean_text_and_spans_within_it(text: str, suffix: str) -> None:
    document = to_document(clean(text), suffix)
    assert clean(document.text) == document.text
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.styles)
    assert all(0 <= heading <= len(document.text) for heading in document.headings)


COMBINING = [
    "e", "Z", "1", " ", "\n", "-\n", "&#x301;", "&#x327;", "\u0301\u0302\u0303\u0304", "\u0301", "\ufe0f", "&#xfe0f;",
    "\u20e3", "\u0489", "ก", "\u0e49", "ש", "\u05c1", "\u05b8", "\u05bc", "م", "\u0651", "\u200c", "\u200d", "क",
    "\u094d", "\u093c", "\u09c7", "\u09be", "ᄒ", "ᅡ", "ᆫ", "하", "👩", "™", "**", "_", "`", "<b>", "</b>", "<b></b>",
    "&amp;", "[", "](x)", "\\*", "| ", "# ",
]  # fmt: skip


@given(st.lists(st.sampled_from(COMBINING), max_size=40).map("".join), suffixes)
@settings(max_examples=1000, deadline=None)
def test_what_markup_kept_apart_is_clean_when_it_comes_together(text: str, suffix: str) -> None:
    document = to_document(clean(text), suffix)
    assert clean(document.text) == document.text
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.styles)
    release = parse(text.encode(), f"release{suffix}")
    assert clean(release.text) == release.text


RUNS = [
    " ", "\t", "\u3000", "Â ", "a", "A", "7", ".", "-", "*", "_", "#", "|", "<", "&", "[", "(", "`", ">", "\\", "\n",
    " \n", "\n ", "\n\n", "# ", "| ", "|-", "- ", "---\n", "](", "![", "<b>", "<!--", "&amp;", "a ", "A. ", "1 ",
    "\u0301", "漢", "a@b.", "http://", "Ab Cd, ", "1 May 2017 ", "Contact: ", '"', "“a” ", "'s ", "\x1b[", "\xad\n",
    "\u200d",
]  # fmt: skip


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("piece", RUNS)
def test_a_long_run_takes_time_in_proportion(piece: str, suffix: str) -> None:
    small, large = (min(_seconds(piece * count, suffix) for _ in range(2)) for count in (2_000, 16_000))
    assert large < 0.3 + 20 * small


def _seconds(run: str, suffix: str) -> float:
    data = f"Harbour pilots vote\n\nLORN, 3 May 2017 - They do.\n\nx{run}y\n".encode()
    start = time.process_time()
    parse(data, f"release{suffix}")
    return time.process_time() - start
