"""What goes into the index comes out of it."""

import sqlite3
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import record
from reader.library.tokens import columns
from reader.model import Contact, Paragraph, Phone, Quote, Release, StyledSpan

WORDS = st.text(max_size=60)
MAYBE = st.none() | WORDS
PHONES = st.builds(Phone, WORDS, st.none() | st.text(string.digits), st.sampled_from(["telephone", "mobile", "fax"]))
CONTACTS = st.builds(
    Contact, MAYBE, MAYBE, MAYBE, phones=st.lists(PHONES).map(tuple), emails=st.lists(WORDS).map(tuple)
)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    text = draw(st.text())
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted)
    quotes = [
        Quote(start, end, text[start:end], "speech", *draw(st.tuples(MAYBE, st.none() | places, st.none() | places)))
        for start, end in draw(st.lists(spans))
    ]
    return Release(
        path=draw(WORDS),
        text=text,
        title=draw(MAYBE),
        display_title=draw(MAYBE),
        standfirst=draw(MAYBE),
        symbol=draw(MAYBE),
        date=draw(st.none() | st.dates()),
        date_source=draw(st.sampled_from(["text", "dateline", "file", "none"])),
        places=tuple(draw(st.lists(WORDS))),
        issuer=draw(MAYBE),
        author=draw(MAYBE),
        url=draw(MAYBE),
        notice=draw(MAYBE),
        embargo=draw(MAYBE),
        language=draw(MAYBE),
        paragraphs=tuple(Paragraph(start, end, "body", start) for start, end in draw(st.lists(spans))),
        quotes=tuple(quotes),
        contacts=tuple(draw(st.lists(CONTACTS))),
        styles=tuple(StyledSpan(start, end, "italic") for start, end in draw(st.lists(spans))),
        remarks=tuple(draw(st.lists(WORDS))),
    )


@given(releases())
def test_a_release_comes_back_as_it_went(release: Release) -> None:
    text, rest = record.pack(release)
    assert record.unpack(text, rest, release.path or "") == release
    assert record.unpack_text(text) == release.text


@given(releases())
def test_the_full_text_row_can_be_made_again_from_what_is_kept(release: Release) -> None:
    assert columns(record.unpack(*record.pack(release), "")) == columns(release)


@given(CONTACTS)
def test_a_contact_comes_back_as_it_went(contact: Contact) -> None:
    assert record.unpack_contact(record.pack_contact(contact)) == contact


@given(releases(), st.data())
def test_a_damaged_byte_is_found_where_it_changes_the_release(release: Release, data: st.DataObject) -> None:
    parts = [bytearray(part) for part in record.pack(release)]
    part = data.draw(st.sampled_from(parts))
    part[data.draw(st.integers(0, len(part) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        assert record.unpack(bytes(parts[0]), bytes(parts[1]), release.path or "") == release
    except sqlite3.DatabaseError as error:
        assert error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT


@pytest.mark.parametrize("packed", ["", "{", "1", "[1, 2]", '["", "", "", "desk", [[]], [], []]'])
def test_a_contact_that_cannot_be_one_is_damage(packed: str) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        record.unpack_contact(packed)
