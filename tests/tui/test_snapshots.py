"""The look of the screens, after their state and text have been held by the other tests.

The pictures are those of one Textual, the one in constraints/tested.txt. `make test ARGS=--snapshot-update` takes them
anew; look at each before it is committed.
"""

from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from tests.tui.conftest import settle

_CONSTRAINTS = Path(__file__).resolve().parents[2] / "constraints" / "tested.txt"

pytestmark = pytest.mark.skipif(
    f"textual=={version('textual')}\n" not in _CONSTRAINTS.read_text(),
    reason="the pictures are those of another Textual",
)


@pytest.mark.parametrize(
    ("keys", "size", "theme"),
    [
        ((), (120, 36), "reader-dark"),
        (("/", *"calder"), (120, 36), "reader-dark"),
        (("right_square_bracket",), (80, 24), "reader-light"),
        (("enter",), (50, 20), "reader-high-contrast"),
        (("Q",), (100, 30), "reader-dark"),
        (("B",), (100, 30), "ansi-dark"),
        (("question_mark",), (100, 30), "reader-dark"),
        (("j", "c"), (100, 30), "reader-light"),
    ],
    ids=["reading", "searching", "quotation", "narrow", "quotations", "contacts", "help", "picker"],
)
def test_look(
    archive: Path, snap_compare: Callable[..., bool], keys: Sequence[str], size: tuple[int, int], theme: str
) -> None:
    app = ReaderApp([archive])

    async def prepare(pilot: Pilot[Any]) -> None:
        app.theme = theme
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=prepare)
