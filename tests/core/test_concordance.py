"""Every match in a line of its own, in the order asked for, and safely in a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader.library.store import Library, Summary, open_library
from reader.search.concordance import CONTEXT_LETTERS, Concordance, Line, LineOrder
from reader.search.engine import Searcher
from reader.search.forms import Sought
from reader.search.passages import Marker
from reader.search.tree import Word
from reader.tables import csv_row
from tests.core.small_archive import write_archive


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("concordance")
    library = open_library([write_archive(folder / "archive")], folder / "cache")
    library.refresh()
    yield library
    library.close()


@pytest.fixture(scope="module")
def searcher(library: Library) -> Searcher:
    return Searcher(library)


def gathered(searcher: Searcher, query: str) -> Concordance:
    concordance = searcher.concordance(searcher.search(query))
    *_, read = concordance.gather()
    assert read == len(concordance.releases)
    return concordance


def lines_of(concordance: Concordance) -> list[Line]:
    return [line for row in range(len(concordance)) if (line := concordance.line(row))]


def test_every_match_of_every_release_has_its_line(searcher: Searcher, library: Library) -> None:
    concordance = gathered(searcher, "feries ")
    lines = lines_of(concordance)
    assert [(Path(line.path).stem, line.number, line.match) for line in lines] == [
        ("library", 0, "ferries"),
        ("pilots", 0, "ferries"),
        ("quay", 0, "Ferries"),
        ("quay", 1, "Ferries"),
    ]
    for line in lines:
        text = library.text(line.release_id)
        start, end = concordance.places(text)[line.number]
        assert text[start:end] == line.match
        assert " ".join(text.split()).find(f"{line.left}{line.match}{line.right}".strip()) >= 0
        assert len(line.left) <= CONTEXT_LETTERS
        assert len(line.right) <= CONTEXT_LETTERS


def test_a_line_is_one_line_of_whole_words(searcher: Searcher) -> None:
    line = lines_of(gathered(searcher, "granite "))[0]
    assert line.left.endswith('every stone." The ')
    assert line.right.startswith(" came from the quarry at Skerry. Contact: Olu Marsh")
    assert "\n" not in line.left + line.match + line.right


def test_there_are_no_lines_without_words(searcher: Searcher) -> None:
    assert len(gathered(searcher, "on:2019-09 ")) == 0
    assert len(gathered(searcher, "")) == 0


TEXTS = {
    4: "A red quay first",
    3: "The old Wharf second",
    2: "The Öld wall third; a RED, wall fourth",
    1: "wharf fifth",
}


def of_texts(texts: dict[int, str], words: str, **details: str) -> Concordance:
    def read(ids: Sequence[int]) -> Iterator[tuple[Summary, str]]:
        for id_ in ids:
            if id_ in texts:
                path, title = details.get("path", "a.txt"), details.get("title", "A")
                row = Summary(id_, path, title, "", None, "none", None, None, None, 0, 0)
                yield row, texts[id_]

    sought = [Sought(Word(word, (word,), 0, len(word)), ((word,),)) for word in words.split()]
    concordance = Concordance(tuple(texts), read, Marker(sought))
    list(concordance.gather())
    return concordance


@pytest.mark.parametrize(
    ("order", "rights"),
    [
        ("day", ["first", "second", "third", "fourth", "fifth"]),
        ("left", ["fifth", "second", "third", "first", "fourth"]),
        ("match", ["first", "third", "fourth", "second", "fifth"]),
        ("right", ["fifth", "first", "fourth", "second", "third"]),
    ],
)
def test_the_orders(order: LineOrder, rights: list[str]) -> None:
    concordance = of_texts(TEXTS, "wharf wall quay")
    *_, read = concordance.sort(order)
    assert read == len(concordance) == 5
    assert [line.right.split()[0].strip(";") for line in lines_of(concordance)] == rights
    list(concordance.sort("day"))
    assert [line.release_id for line in lines_of(concordance)] == [4, 3, 2, 2, 1]


def test_lines_that_have_gone_from_the_library_are_no_lines() -> None:
    texts = dict(TEXTS)
    concordance = of_texts(texts, "wharf wall quay")
    del texts[4]
    texts[2] = "a wall alone"
    assert [concordance.line(row) is None for row in range(5)] == [True, False, False, True, False]
    list(concordance.sort("right"))
    assert len(lines_of(concordance)) == 3
    assert len(list(csv.reader(io.StringIO(concordance.csv())))) == 4


def test_work_that_is_not_carried_to_its_end_changes_nothing() -> None:
    concordance = of_texts(TEXTS, "wharf wall quay")
    for _ in zip(concordance.sort("left"), range(1), strict=False):
        pass
    assert [line.release_id for line in lines_of(concordance)] == [4, 3, 2, 2, 1]


def test_the_table_can_be_read_back_and_holds_no_formulas() -> None:
    concordance = of_texts({1: 'say "no", quay @now', 2: "quay"}, "quay", title="=1+1", path="a,b.txt")
    assert list(csv.reader(io.StringIO(concordance.csv()))) == [
        ["date", "symbol", "title", "left", "match", "right", "path"],
        ["", "", "'=1+1", 'say "no", ', "quay", " @now", "a,b.txt"],
        ["", "", "'=1+1", "", "quay", "", "a,b.txt"],
    ]
    assert csv_row(["@x", "a"]) == "'@x,a\r\n"
    assert csv_row(["＝1+1", "\n=1+1"]) == "'＝1+1,\"'\n=1+1\"\r\n"


def test_the_table_can_be_written_whatever_a_file_is_called() -> None:
    table = of_texts({1: "quay"}, "quay", path="caf\udce9\x1b[31m\nred.txt").csv()
    assert table.encode().decode().splitlines()[1:] == [",,A,,quay,,caf\ufffd\u21b5red.txt"]
