"""Rows of tables (CSV) that a spreadsheet shows and never computes."""

import csv
import io
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a cell that some spreadsheet computes can begin with."""


def csv_row(cells: Sequence[str]) -> str:
    """A row with its CRLF. A cell that a spreadsheet would compute is kept a text by an apostrophe."""
    table = io.StringIO()
    csv.writer(table).writerow([_as_text(cell.replace("\0", "")) for cell in cells])
    return table.getvalue()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
