"""Releases as records for a reference manager: which ones, in which format, on the clipboard or in a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.tui.describe import count, shown
from reader.tui.new_file import missing_folder, path_named, working_folder, write
from reader.tui.screens.picker import Choice, PickerScreen
from reader.tui.screens.prompt import PromptScreen

if TYPE_CHECKING:
    from reader.model import Release
    from reader.tui.app import ReaderApp
    from reader.tui.screens.exporting import Records


class Group(NamedTuple):
    """Releases that can be exported together; without a `size` they have not been counted.

    `releases` may take its time: it is called and read in a thread.
    """

    name: str
    detail: str
    size: int | None
    releases: Callable[[], Iterable[Release]]


class Format(NamedTuple):
    """A format of `citing.EXPORTS` as it is offered, and the ending of its files, which are never read as releases."""

    key: str
    label: str
    readers: str
    ending: str

    @property
    def file_name(self) -> str:
        """What its file is called unless the reader says otherwise; nothing of it comes from a document."""
        return f"releases{self.ending}"


FORMATS = (
    Format("ris", "RIS", "Zotero, EndNote, Mendeley, Citavi", ".ris"),
    Format("csl-json", "CSL-JSON", "Zotero, Pandoc", ".json"),
    Format("biblatex", "BibLaTeX", "LaTeX with biber, JabRef", ".bib"),
    Format("bibtex", "BibTeX", "LaTeX with bibtex", ".bib"),
    Format("wikipedia", "Wikipedia", "{{cite press release}} for an article", ".wiki"),
)


class Exporter:
    """Asks what, how and where to, and has it done."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._folder = working_folder()
        self._format = 0

    def offer(self, release: Release, listed: Group | None) -> None:
        """Ask which releases, unless there is only this one, then in which format and where to."""
        groups = list(self._groups(release, listed))
        if len(groups) == 1:
            self._ask_format(groups[0])
        else:
            choices = [Choice(group.name, group.detail) for group in groups]
            self._ask("Export", choices, lambda index: self._ask_format(groups[index]))

    def _groups(self, release: Release, listed: Group | None) -> Iterator[Group]:
        yield Group("This release", release.display_title or release.title or "", 1, lambda: [release])
        starred = self._app.shelf.starred_ids(self._app.desk.stars())
        if starred:
            name = f"The {count(len(starred), 'starred release', 'starred releases')}"
            yield Group(name, "", len(starred), partial(self._app.library.releases, starred))
        if listed is not None and listed.size not in (0, 1):
            yield listed

    def _ask(self, title: str, choices: Sequence[Choice], go_on: Callable[[int], None], start: int = 0) -> None:
        def take(index: int | None) -> None:
            if index is not None:
                go_on(index)

        self._app.push_screen(PickerScreen(title, choices, start=start), take)

    def _ask_format(self, group: Group) -> None:
        def take(index: int) -> None:
            self._format = index
            self._ask_place(group, FORMATS[index])

        choices = [Choice(format_.label, format_.readers) for format_ in FORMATS]
        self._ask(f"{group.name}: format", choices, take, self._format)

    def _ask_place(self, group: Group, format_: Format) -> None:
        def take(index: int) -> None:
            if index:
                self._ask_name(group, format_)
            else:
                self._gather(group, format_, None, over=False)

        self._ask(f"{group.name}: {format_.label}", [Choice("Copy"), Choice("Write to a file …")], take)

    def _ask_name(self, group: Group, format_: Format) -> None:
        def path(words: str) -> Path:
            return path_named(words, self._folder, format_.file_name)

        def take(words: str | None) -> None:
            if words:
                self._check_name(group, format_, path(words))

        hint = f"In {shown(str(self._folder))}, unless you name another folder. enter writes it, esc does not."
        prompt = PromptScreen(
            "Write to which file?", hint, format_.file_name, trouble=lambda words: missing_folder(path(words))
        )
        self._app.push_screen(prompt, take)

    def _check_name(self, group: Group, format_: Format, path: Path) -> None:
        def take(index: int) -> None:
            if index:
                self._gather(group, format_, path, over=True)
            else:
                self._ask_name(group, format_)

        if os.path.lexists(path):
            choices = [Choice("Choose another name"), Choice("Write over it", "What it holds now is lost.")]
            self._ask(f"{shown(path.name)} is there already", choices, take)
        else:
            self._gather(group, format_, path, over=False)

    def _gather(self, group: Group, format_: Format, path: Path | None, *, over: bool) -> None:
        from reader.tui.screens.exporting import ExportScreen

        def take(records: Records | None) -> None:
            if records is None:
                return
            what = count(records.count, f"{format_.label} record", f"{format_.label} records")
            if path is None:
                self._app.copy(records.text, what)
            else:
                self._write(path, records.text, what, over=over)

        self._app.push_screen(ExportScreen(group, format_.key), take)

    def _write(self, path: Path, text: str, what: str, *, over: bool) -> None:
        """Write the file in a thread, for its disk may be slow, and say where it lies."""

        def write_and_say() -> None:
            try:
                write(path, text, over=over)
            except ReaderError as error:
                self._app.say(str(error))
            else:
                self._app.notify(f"{what} written to {path}", markup=False)

        self._app.run_worker(
            write_and_say, thread=True, group="export", exit_on_error=False, description="write the records"
        )
