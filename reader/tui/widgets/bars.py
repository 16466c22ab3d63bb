"""The one-line bars: where one is, and the keys that matter now."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.key_names import key_name
from reader.tui.wrapping import shorten, width_of


class TitleBar(Widget):
    """The name of the library at the left, what is going on in it at the right."""

    library_name: reactive[str] = reactive("")
    status: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """One line; the status stays whole, the name gives way."""
        width = self.size.width
        status = shorten(self.status, width - 2)
        name = shorten(f"Release Reader · {self.library_name}", max(0, width - width_of(status) - 4))
        gap = " " * max(1, width - width_of(name) - width_of(status) - 2)
        return Content.assemble(" ", (name, "bold"), gap, (status, "dim"), " ")


class SearchBar(Widget):
    """The slash, and at the right how much was found; a search line lies over it, between the two or up to the end.

    The style sheet leaves `ROOM` cells for what was found, so that the line hides nothing of a number.
    """

    ROOM: ClassVar[int] = 38

    found: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        """One line."""
        found = shorten(self.found, min(self.ROOM - 1, max(0, self.size.width - 5)))
        gap = " " * (self.size.width - 3 - width_of(found))
        return Content.assemble((" /", "bold $accent"), gap, (found, "$foreground-muted"))


class KeyBar(Widget):
    """The shown bindings of whatever has the focus, as many as fit."""

    COMPONENT_CLASSES = {"keys--key", "keys--description"}  # noqa: RUF012  (declared so by Textual)

    def __init__(self, offers: Callable[[str], bool], *, id: str) -> None:
        super().__init__(id=id)
        self._offers = offers
        self._painted: Sequence[tuple[str, str]] = ()

    def on_mount(self) -> None:
        """Follow the focus and the state of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if self._painted and self.shown() != self._painted:
            self.refresh()

    def shown(self) -> list[tuple[str, str]]:
        """Key and description of each binding shown now, in the order of their declaration."""
        shown = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            offered = binding.show and active.enabled and self._offers(binding.action.partition("(")[0])
            if offered and binding.action not in shown:
                key = binding.key_display or key_name(binding.key)
                shown[binding.action] = (key, binding.description)
        return list(shown.values())

    def render_line(self, y: int) -> Strip:
        """The keys that fit in the width, each with what it does; the last one, help, always fits."""
        key_style = self.get_component_rich_style("keys--key")
        description_style = self.get_component_rich_style("keys--description")
        keys = self._painted = self.shown()
        last = keys[-1:]
        segments, left = [Segment(" ", description_style)], self.size.width - 1 - sum(map(_width, last))
        for key in keys[:-1]:
            left -= _width(key)
            if left < 0:
                break
            segments += _segments(key, key_style, description_style)
        segments += [segment for key in last for segment in _segments(key, key_style, description_style)]
        return Strip(segments).adjust_cell_length(self.size.width, description_style)


def _width(key: tuple[str, str]) -> int:
    return width_of(key[0]) + width_of(key[1]) + 4


def _segments(key: tuple[str, str], key_style: Style, description_style: Style) -> list[Segment]:
    return [Segment(f" {key[0]}", key_style), Segment(f" {key[1]}  ", description_style)]
