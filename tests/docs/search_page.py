"""Writes the table of forms in docs/search.md, trying every example: python -m tests.docs.search_page."""

import tempfile
from pathlib import Path

from reader.library.store import open_library
from reader.search.engine import Searcher
from reader.search.syntax import FORMS, QueryForm

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/search.md"

_BEGIN = "<!-- Written by `python -m tests.docs.search_page`; a test fails when it is stale. -->\n"
_END = "<!-- end -->\n"


def page() -> str:
    """The page with the table as it should be today."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    return f"{before}{_BEGIN}{table()}{_END}{rest.partition(_END)[2]}"


def table() -> str:
    """The forms, each with what its example finds in the sample releases."""
    head = "| written | means | example | finds first |\n|---|---|---|---|\n"
    with tempfile.TemporaryDirectory() as folder:
        library = open_library([ROOT / "sample_docs"], Path(folder))
        library.refresh()
        rows = [_row(Searcher(library), form) for form in FORMS]
        library.close()
    return head + "".join(rows)


def _row(searcher: Searcher, form: QueryForm) -> str:
    answer = searcher.search(f"{form.example} ")
    (first,) = searcher.hits(answer, 0, 1)
    cells = (_code(form.written), form.meaning, _code(form.example), first.title)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


def _code(text: str) -> str:
    return " ".join(f"`{part}`" for part in text.split("  "))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
