"""Other programs over the same releases, each asked as serves it best. What is not installed is left out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reader.library.store import Library
from reader.library.tokens import terms

Find = Callable[[str], list[str]]
"""A query → the paths of the first ten releases found, best first."""

MOST = 10


def peers(library: Library, folder: Path) -> Iterator[tuple[str, Find]]:
    """The peers that are installed, by name."""
    try:
        yield "tantivy", tantivy(library, folder)
    except ImportError:
        print("tantivy is not installed", file=sys.stderr)
    if program := _program("fzf"):
        yield "fzf, titles", fzf(library, program)
    else:
        print("fzf is not installed", file=sys.stderr)


def tantivy(library: Library, folder: Path) -> Find:
    """BM25 with the title eightfold; every word also with one slip, the last also as a beginning."""
    import tantivy as engine

    builder = engine.SchemaBuilder()
    builder.add_text_field("path", stored=True, tokenizer_name="raw")
    builder.add_text_field("title")
    builder.add_text_field("body")
    schema = builder.build()
    shutil.rmtree(folder, ignore_errors=True)  # what is there already would be found twice
    folder.mkdir(parents=True)
    index = engine.Index(schema, path=str(folder))
    writer = index.writer(200_000_000)
    for row in library.summaries(library.ids()):
        writer.add_document(engine.Document(path=row.path, title=row.title, body=library.text(row.id)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(text: str) -> list[str]:
        *whole, last = terms(text) or [""]
        wanted = [_tantivy_word(engine, schema, word, begins=False) for word in whole]
        wanted.append(_tantivy_word(engine, schema, last, begins=True))
        query = engine.Query.boolean_query([(engine.Occur.Must, word) for word in wanted])
        return [searcher.doc(place)["path"][0] for _, place in searcher.search(query, MOST).hits]

    return find


def _tantivy_word(engine: Any, schema: Any, word: str, *, begins: bool) -> Any:
    query = engine.Query
    ways = []
    for field, weight in (("title", 8.0), ("body", 1.0)):
        exact = query.boost_query(query.term_query(schema, field, word), 2 * weight)
        mistyped = query.fuzzy_term_query(schema, field, word, distance=1, transposition_cost_one=True, prefix=begins)
        ways += [exact, query.boost_query(mistyped, weight)]
    return query.boolean_query([(engine.Occur.Should, way) for way in ways])


def fzf(library: Library, program: str) -> Find:
    """The headlines alone: what fzf is made for."""
    rows = [f"{row.path}\t{row.title}" for row in library.summaries(library.ids())]
    lines = "\n".join(rows).encode()

    def find(text: str) -> list[str]:
        command = [program, "--filter", text, "--delimiter", "\t", "--nth", "2", "-i"]
        found = subprocess.run(command, input=lines, capture_output=True, check=False).stdout.decode()
        return [line.partition("\t")[0] for line in found.split("\n")[:MOST]]

    return find


def ripgrep(archive: Path) -> Find | None:
    """The files that hold the first word, in no order: what a word costs."""
    program = _program("rg")
    if program is None:
        return None

    def find(text: str) -> list[str]:
        command = [program, "-il", "--", text.partition(" ")[0], str(archive)]
        return subprocess.run(command, capture_output=True, check=False).stdout.decode().split("\n")[:MOST]

    return find


def _program(name: str) -> str | None:
    """A program beside this interpreter, where wheels put it, or on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
