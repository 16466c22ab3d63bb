"""Every key of the screen, read from the bindings themselves: for the help, `reader keys` and docs/keys.md."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from reader.tui.key_names import key_name


class Key(NamedTuple):
    """One row of the table: the keys, what they do, a sentence more, and where they work."""

    keys: str
    description: str
    tooltip: str
    place: str


def key_table() -> list[Key]:
    """Every key, place by place, in the order of their declaration."""
    return [_key(binding, place) for place, owner in _places() for binding in _bindings(owner)]


def _places() -> Iterator[tuple[str, type[DOMNode]]]:
    from reader.tui.app import ReaderApp
    from reader.tui.screens.main import MainScreen
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.line_list import LineList
    from reader.tui.widgets.release_view import ReleaseView

    yield "everywhere", ReadingScreen
    yield "in the releases", MainScreen
    yield "in the list", LineList
    yield "in the text", ReleaseView
    yield "everywhere", ReaderApp


def _bindings(owner: type[DOMNode]) -> list[Binding]:
    declared: list[Any] = owner.__dict__["BINDINGS"]
    return [binding for binding in declared if binding.description]


def _key(binding: Binding, place: str) -> Key:
    keys = " ".join(key_name(key) for key in binding.key.split(","))
    return Key(keys, binding.description[0].upper() + binding.description[1:], binding.tooltip, place)


def markdown_table() -> str:
    """The table as docs/keys.md holds it."""
    rows = ["| keys | what they do | where |", "|---|---|---|"]
    for key in key_table():
        about = f"{key.description}. {key.tooltip}." if key.tooltip else f"{key.description}."
        rows.append(f"| `{key.keys.replace('|', chr(92) + '|')}` | {about} | {key.place} |")
    return "\n".join(rows)
