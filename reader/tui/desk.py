"""What is the reader's own: settings, stars, recent queries, saved searches. What could not be kept is said at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reader import settings
from reader.errors import ReaderError, SettingsError
from reader.library.marks import Marks, SavedSearch, Star

if TYPE_CHECKING:
    from pathlib import Path

Value = TypeVar("Value")


class Desk:
    """Keeps what the reader does; `say` is told what went wrong. A mark not on the disk is never shown as kept."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.settings = self._attempt(settings.load, settings.Settings())
        self._marks = self._attempt(Marks, None)
        if self._marks and self._marks.message:
            say(self._marks.message)

    def _attempt(self, act: Callable[[], Value], otherwise: Value) -> Value:
        try:
            return act()
        except ReaderError as error:
            self._say(str(error))
            return otherwise

    def _keep(self, act: Callable[[Marks], None]) -> bool:
        """Whether it is on the disk."""
        marks = self._marks
        if marks is None:
            self._say("Your stars and searches cannot be kept: their file could not be opened.")
            return False

        def kept() -> bool:
            act(marks)
            return True

        return self._attempt(kept, False)

    # Settings

    def set(self, key: str, value: str) -> bool:
        """Change a setting for now; true where it is in the file as well, else what holds is said."""
        self.settings = self.settings._replace(**{key: value})
        try:
            settings.save_value(key, value)
        except SettingsError as error:
            self._say(f"{error} Until you quit, {settings.SETTINGS[key].name} is {value or 'empty'} all the same.")
            return False
        return True

    def read_settings(self) -> bool:
        """Take up what the file says now; false where it is wrong, which is said, and what held before holds on."""
        found = self._attempt(settings.load, None)
        self.settings = found or self.settings
        return found is not None

    def settings_file(self) -> Path | None:
        """The settings file, written with a comment on each line if there was none."""
        return self._attempt(settings.ensure_file, None)

    def citing(self, rich: str = "") -> dict[str, Any]:
        """The settings as `citing.cite` takes them.

        Italics are those of the markup `rich` or else of text: plain, or Markdown for those who chose it.
        """
        text = "markdown" if self.settings.clipboard == "markdown" else "plain"
        return self.settings.citing() | {"markup": rich or text}

    # Marks

    def stars(self) -> Sequence[Star]:
        """The starred releases."""
        return self._attempt(self._marks.stars, []) if self._marks else []

    def star(self, star: Star) -> bool:
        """Star a release; true once that is on the disk."""
        return self._keep(lambda marks: marks.star(star))

    def unstar(self, star: Star) -> bool:
        """Take a star off; true once that is on the disk."""
        return self._keep(lambda marks: marks.unstar(star))

    def recent_queries(self) -> Sequence[str]:
        """What was searched, the latest first."""
        return self._attempt(self._marks.recent_queries, []) if self._marks else []

    def remember_query(self, query: str) -> None:
        """Remember a query."""
        self._keep(lambda marks: marks.add_query(query))

    def saved_searches(self) -> Sequence[SavedSearch]:
        """The searches that have names."""
        return self._attempt(self._marks.saved_searches, []) if self._marks else []

    def save_search(self, search: SavedSearch) -> bool:
        """Keep a search under a name; true once it is on the disk."""
        return self._keep(lambda marks: marks.save_search(search))

    def delete_search(self, name: str) -> bool:
        """Forget a saved search; true once that is on the disk."""
        return self._keep(lambda marks: marks.delete_search(name))

    def remember_library(self, roots: Iterable[Path]) -> None:
        """Open these the next time; where nothing can be kept at all, that has been said."""
        if self._marks:
            self._keep(lambda marks: marks.set_last_library(roots))

    def close(self) -> None:
        """Close what is open."""
        if self._marks:
            self._marks.close()
