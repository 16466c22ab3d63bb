"""Every match in a line of its own, in the order asked for, and safely in a spreadsheet."""

import csv
import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.store import Library, open_library
from reader.search.concordance import CONTEXT_LETTERS, Line, LineOrder, as_csv, in_order
from reader.search.engine import Searcher
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


def test_every_match_of_every_release_has_its_line(searcher: Searcher, library: Library) -> None:
    lines = list(searcher.lines(searcher.search("feries ")))
    assert [(Path(line.path).stem, line.match) for line in lines] == [
        ("library", "ferries"),
        ("pilots", "ferries"),
        ("quay", "Ferries"),
        ("quay", "Ferries"),
    ]
    for line in lines:
        text = library.text(line.release_id)
        assert text[line.start : line.end] == line.match
        assert " ".join(text.split()).find(f"{line.left}{line.match}{line.right}".strip()) >= 0
        assert len(line.left) <= CONTEXT_LETTERS
        assert len(line.right) <= CONTEXT_LETTERS


def test_a_line_is_one_line_of_whole_words(searcher: Searcher) -> None:
    line = next(searcher.lines(searcher.search("granite ")))
    assert line.left.endswith('every stone." The ')
    assert line.right.startswith(" came from the quarry at Skerry. Contact: Olu Marsh")
    assert "\n" not in line.left + line.match + line.right


def test_there_are_no_lines_without_words(searcher: Searcher) -> None:
    assert list(searcher.lines(searcher.search("on:2019-09 "))) == []
    assert list(searcher.lines(searcher.search(""))) == []


def line(left: str, match: str, right: str, day: int | None = 1, **changes: str) -> Line:
    date = datetime.date(2020, 1, day) if day else None
    return Line(1, changes.get("path", "a.txt"), changes.get("title", "A"), date, None, left, match, right, 0, 3)


@pytest.mark.parametrize(
    ("order", "rights"),
    [("day", ["3", "1", "2", "4"]), ("left", ["4", "1", "2", "3"]), ("match", ["3", "2", "1", "4"]), ("right", None)],
)
def test_the_orders(order: LineOrder, rights: list[str] | None) -> None:
    found = [
        line("the old ", "Wharf", "1", 5),
        line("the Öld ", "wall", "2", 4),
        line("a red ", "quay", "3", 6),
        line("", "wharf", "4", None),
    ]
    assert [line.right for line in in_order(found, order)] == (rights or ["1", "2", "3", "4"])


def test_the_table_can_be_read_back_and_holds_no_formulas() -> None:
    found = [line('say "no", ', "quay", "\nnow", title="=1+1"), line("@x", "wall", "", None, path="b.txt")]
    rows = list(csv.reader(io.StringIO(as_csv(found))))
    assert rows == [
        ["date", "symbol", "title", "left", "match", "right", "path"],
        ["2020-01-01", "", "'=1+1", 'say "no", ', "quay", "\nnow", "a.txt"],
        ["", "", "A", "'@x", "wall", "", "b.txt"],
    ]
