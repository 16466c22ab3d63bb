"""Examples for the help, made of the library at hand."""

from pathlib import Path

import pytest

from reader.library.store import Library, open_library
from reader.search.engine import Searcher
from reader.search.examples import examples
from reader.search.syntax import FORMS

SAMPLE_DOCS = Path(__file__).parents[2] / "sample_docs"
KINDS = ("from:", "speaker:", "place:", "symbol:", '"', "on:")


def library_of(folder: Path, cache: Path) -> Library:
    library = open_library([folder], cache)
    library.refresh()
    return library


def test_every_example_finds_what_it_says(tmp_path: Path) -> None:
    library = library_of(SAMPLE_DOCS, tmp_path)
    searcher = Searcher(library)
    made = examples(library)
    assert all(query.startswith(kind) for (query, _), kind in zip(made, KINDS, strict=True))
    for query, found in made:
        answer = searcher.search(f"{query} ")
        assert answer.total, query
        assert not answer.corrections, query
        assert found.startswith(("releases", "the release", "these words")), "from the library, not from the list"
    library.close()


def test_names_of_several_words_and_odd_signs(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "UNITED HARBOURS\n\nPRESS RELEASE\n\n4 May 2020\n\nPorts (large) and “small” OR -none agree\n\n"
        'SKERRY, 4 May 2020 - The ports agree.\n\n"We agree," said Ines Calder, who leads the ports.\n',
        encoding="utf-8",
    )
    library = library_of(folder, tmp_path / "cache")
    searcher = Searcher(library)
    made = examples(library)
    assert ('speaker:"Ines Calder"', "releases that quote Ines Calder") in made
    assert ("on:2020-05", "releases of May 2020") in made
    assert ("place:Skerry", "releases from Skerry") in made
    assert all(searcher.search(query).total for query, _ in made if not query.startswith("symbol:"))
    library.close()


@pytest.mark.parametrize("text", [None, "nothing to name\n"])
def test_what_the_library_has_not_is_taken_from_the_list_of_forms(tmp_path: Path, text: str | None) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    if text:
        (folder / "one.txt").write_text(text, encoding="utf-8")
    library = library_of(folder, tmp_path / "cache")
    forms = {(form.example, form.meaning) for form in FORMS}
    made = examples(library)
    assert len(made) == len(KINDS)
    assert set(made[:4]) < forms
    library.close()
