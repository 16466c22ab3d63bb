"""Laws of search: no text raises or takes long, and index, query and marks agree on what a word is."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import fulltext
from reader.library.schema import FULLTEXT_LAYOUT
from reader.library.store import open_library
from reader.library.tokens import Folded, index_form, query_terms, terms, terms_of_index_form, tokens
from reader.model import Release
from reader.parsing.decode import clean, clean_line
from reader.search.engine import Searcher
from reader.search.forms import Sought
from reader.search.passages import Marker, best, snippet
from reader.search.query import parse_query
from reader.search.tree import Word, words_of
from tests.core.small_archive import write_archive

any_text = st.text(st.characters(), max_size=60)
fields = "title: from: has:quote_ in:lead_ after: date:2016.. lang:en_ speaker: symbol: on:2019_ place:skerry_"
operators = "( ) \" “ - + * : _ __ OR_ AND_ NOT_ NEAR( near:3( para( atleast:2_ ' .. { } ^ % \\"
words = "ferry_ feries_ quay the_ rowid fulltext 灯 é \0 \u202e \ud800"
signs = st.sampled_from([sign.replace("_", " ") for sign in f"{fields} {operators} {words}".split(" ")])
queries = st.one_of(any_text, st.lists(signs, max_size=25).map("".join))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("laws")
    library = open_library([write_archive(folder / "archive")], folder / "cache")
    library.refresh()
    yield Searcher(library)
    library.close()


@settings(deadline=None, max_examples=300)
@given(queries)
def test_every_query_is_answered(searcher: Searcher, text: str) -> None:
    answer = searcher.search(text)
    assert answer.query == text
    said = [correction.typed for correction in answer.corrections]
    said += [*answer.dropped, *answer.hints, answer.suggestion or ""]
    assert all(clean(words) == words for words in said)
    assert len(answer.ids) == len(set(answer.ids)) == answer.total
    assert sorted(searcher.every_id(answer)) == sorted(answer.ids)
    by_day = list(searcher.search(text, order="day").ids)
    assert by_day == sorted(by_day, reverse=True)
    for hit in searcher.hits(answer, 0, 20):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.spans)
        assert "\n" not in hit.snippet
    searcher.complete(text, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "ferry " * 2_000,
        "ferry OR " * 1_200,
        "-ferry " * 1_500,
        "(" * 10_000,
        '"' * 10_000,
        "(ferry OR quay) " * 700,
        "".join(f"w{number} " for number in range(2_000)),
        "fe" * 5_000,
        "*:" * 5_000,
        "near:5(" * 1_500,
        "para(ferry quay) " * 600,
        "atleast:2 ferry " * 600,
        "title:" * 1_600,
        '"ferry quay wall" ' * 600,
        "not ferry NOT (quay " * 500,
        "灯塔" * 5_000,
        "é" * 10_000,
        "\0" * 10_000,
        "".join(map(chr, range(0x20, 0x2720))),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_ten_thousand_letters_are_answered_at_once(searcher: Searcher, text: str) -> None:
    searcher.search("ferry")
    began = time.process_time()
    searcher.search(text)
    assert time.process_time() - began < 0.5


@given(queries)
def test_a_word_of_a_query_stands_where_it_says(text: str) -> None:
    for word in words_of(parse_query(text).tree):
        assert word.typed == clean_line(text[word.start : word.end])
        assert query_terms(word.typed)[0] == word.terms


@pytest.fixture(scope="module")
def words_table() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='ascii')")
    db.execute("CREATE VIRTUAL TABLE words USING fts5vocab('texts', 'instance')")
    return db


@given(text=any_text)
def test_the_index_makes_the_words_we_expect(words_table: sqlite3.Connection, text: str) -> None:
    words_table.execute("INSERT INTO texts(texts) VALUES ('delete-all')")
    words_table.execute("INSERT INTO texts(rowid, text) VALUES (1, ?)", (index_form(text),))
    indexed = [word for (word,) in words_table.execute("SELECT term FROM words ORDER BY offset")]
    assert indexed == terms(text) == terms_of_index_form(index_form(text))


@given(any_text)
def test_words_lie_in_the_text_and_in_order(text: str) -> None:
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


@given(any_text)
def test_a_folded_text_leads_back_to_every_word(text: str) -> None:
    folded, place = Folded(text), 0
    for token in tokens(text):
        place = folded.text.index(token.term, place)
        assert folded.span(place, place + len(token.term)) == (token.start, token.end)
        place += len(token.term)


@given(
    st.lists(st.sampled_from(["ferry", "Quay", "é", "灯塔", "x", "\n", "\n\n", " ", ", ", "“"]), max_size=40), queries
)
def test_marks_are_what_was_looked_for(parts: list[str], query: str) -> None:
    text = "".join(parts)
    sought = [Sought(word, (word.terms,)) for word in words_of(parse_query(query).tree)]
    found = Marker(sought).matches(text)
    for before, match in zip([None, *found], found, strict=False):
        assert before is None or before.end <= match.start
        word = sought[match.word].word
        marked = query_terms(text[match.start : match.end])[0]
        assert marked[: len(word.terms)] == word.terms or (word.begins and marked[-1].startswith(word.terms[-1]))
    assert 0 <= best(found) < max(len(found), 1)
    line, spans = snippet(text, found)
    assert all(0 <= start < end <= len(line) for start, end in spans)


def test_a_word_finds_and_marks_the_same_texts(words_table: sqlite3.Connection) -> None:
    for text in ("Straße", "STRASSE", "strasse", "Œuvre", "naïve", "n\u0303", "ｆｅｒｒｙ", "Ⅷ", "ß"):
        for query in (text, text.upper(), text.lower()):
            asked, _ = query_terms(query)
            word = Word(query, asked, 0, len(query))
            assert asked == tuple(terms(text))
            assert [match[:2] for match in Marker([Sought(word, (asked,))]).matches(text)] == [(0, len(text))]


def test_the_same_release_gives_the_same_row_for_adding_and_removing() -> None:
    from reader.library.tokens import columns

    db = sqlite3.connect(":memory:")
    for statement in FULLTEXT_LAYOUT.split(";"):
        db.execute(statement)
    release = Release(None, "Ferries — “fährt” 灯塔")
    fulltext.add(db, [(1, columns(release))])
    fulltext.remove(db, 1, columns(release))
    assert db.execute("SELECT count(*) FROM fulltext_terms").fetchone() == (0,)
