"""Laws of what can reach a terminal, a clipboard or another program: nothing in it is for them to obey."""

import csv
import io
import json
import re
from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.citing import EXPORTS, MARKUPS, STYLES, Markup, cite, export, reference_for
from reader.contact_formats import csv_table, forms, vcard
from reader.model import Release
from reader.parsing.decode import clean, clean_line, decode
from reader.parsing.release import parse
from reader.tui.page import set_page
from tests.hostile import CountedAttacks, attacks, encoded, release, unfit
from tests.hostile_signs import BROKEN_BYTES

CASES = [attack.text for attack in attacks(1917, 4000)]
WORDS = ("lamp", " ", "\n", '"', "said", "Ines Calder", "@", "24 May 2017")
JOINERS = {"\u200c", "\u200d"}
"""They stay where a script is spelt with them, and inside an emoji."""

texts = st.lists(st.sampled_from(CASES) | st.sampled_from(WORDS) | st.characters(), max_size=12).map("".join)
data = st.lists(
    texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.sampled_from(BROKEN_BYTES) | st.binary(),
    max_size=5,
).map(b"".join)


def hostile_release(seed: int) -> Release:
    """A release with attacks in its fields, its text and its name, read from bytes of some encoding."""
    chance, source = Random(seed), CountedAttacks(seed)
    return parse(encoded(release(chance, source), chance), next(source).text)


releases = st.integers(0, 2**64).map(hostile_release)


def strings(value: object) -> Iterator[str]:
    """Every string in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from strings(part)


def test_every_case_is_clean_after_the_gate_and_stays_so() -> None:
    for text in CASES:
        cleaned = clean(text)
        assert unfit(cleaned) == set()
        assert clean(cleaned) == cleaned
        assert "\n" not in clean_line(text)


@given(texts)
def test_the_gate_lets_nothing_through_and_has_nothing_to_do_twice(text: str) -> None:
    cleaned = clean(text)
    assert unfit(cleaned) <= JOINERS
    assert clean(cleaned) == cleaned


@settings(deadline=None)
@given(data)
def test_no_bytes_get_an_order_into_a_release(given_bytes: bytes) -> None:
    decoded = decode(given_bytes)
    assert [text for text in (decoded.text, *decoded.remarks) if unfit(text) - JOINERS] == []
    assert [text for text in strings(parse(given_bytes)) if unfit(text) - JOINERS] == []


@settings(deadline=None)
@given(releases, st.integers(1, 90), st.booleans())
def test_a_page_shows_signs_for_reading_only(release: Release, width: int, as_written: bool) -> None:
    for line in set_page(release, width, as_written=as_written).lines:
        shown = (release.text[line.start : line.end], line.words, line.margin, *(label.words for label in line.labels))
        assert [words for words in shown if "\n" in words or unfit(words)] == []


@settings(deadline=None)
@given(releases, st.sampled_from(sorted(STYLES)), st.sampled_from(MARKUPS))
def test_a_citation_is_one_line_for_reading(release: Release, style: str, markup: Markup) -> None:
    reference = reference_for(release)
    for quote in (None, *release.quotes):
        citation = cite(reference, style, quote=quote, markup=markup)
        assert [words for words in (citation.text, *citation.missing) if "\n" in words or unfit(words)] == []


@settings(deadline=None)
@given(releases, st.sampled_from(sorted(EXPORTS)))
def test_a_release_exports_one_record(release: Release, name: str) -> None:
    text = export([reference_for(release)], name)
    assert unfit(text.replace("\r\n", "\n")) == set()
    if name == "csl-json":
        assert len(json.loads(text)) == 1
    if name == "ris":
        assert [line[:5] for line in text.splitlines() if line[:2] in ("TY", "ER")] == ["TY  -", "ER  -"]
    if name in ("bibtex", "biblatex"):
        assert len(re.findall(r"(?m)^@", text)) == 1
        assert depth_of(text) == 0


def depth_of(text: str) -> int:
    """How many braces are open at the end; fails where one is closed that was not opened."""
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    return depth


@settings(deadline=None)
@given(releases)
def test_a_contact_is_one_card_and_one_row_without_a_formula(release: Release) -> None:
    for contact in release.contacts:
        card = vcard(contact)
        assert unfit(card.replace("\r\n", "\n")) == set()
        properties = [line.partition(":")[0] for line in card.split("\r\n")]
        assert properties.count("BEGIN") == properties.count("END") == properties.count("FN") == 1
        assert [form.name for form in forms(contact) if unfit(form.text.replace("\r\n", "\n"))] == []
    rows = list(csv.reader(io.StringIO(csv_table(release.contacts), newline="")))
    assert len(rows) == 1 + len(release.contacts)
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(tuple("=+-@＝＋－＠\t\r\n"))] == []
