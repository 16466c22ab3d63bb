"""The settings as commands of the palette: what each may be, what it is now, and the file itself."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported, SystemCommand

from reader.settings import SETTINGS, Setting
from reader.tui.screens.picker import Choice, PickerScreen
from reader.tui.screens.prompt import PromptScreen

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

_HAS_ITS_OWN = "theme"
"""The setting that Textual's command for themes sets."""


def setting_commands(app: ReaderApp) -> Iterator[SystemCommand]:
    """A command for each setting, and one for the file."""
    for key, setting in SETTINGS.items():
        if key != _HAS_ITS_OWN:
            now = f"Now {getattr(app.desk.settings, key) or 'empty'}: {setting.comment}"
            yield SystemCommand(f"Setting: {setting.name} …", now, partial(_change, app, key, setting))
    yield SystemCommand("Open the settings file", "In your editor, where EDITOR names one", partial(_open_file, app))


def _change(app: ReaderApp, key: str, setting: Setting) -> None:
    if setting.choices:
        _pick(app, key, setting)
    else:
        _type(app, key, setting)


def _pick(app: ReaderApp, key: str, setting: Setting) -> None:
    values, now = list(setting.choices), getattr(app.desk.settings, key)

    def take(index: int | None) -> None:
        if index is not None:
            _set(app, key, values[index])

    choices = [Choice(f"{value} · chosen now" if value == now else value, _meaning(key, value)) for value in values]
    app.push_screen(PickerScreen(_title(setting), choices, start=values.index(now)), take)


def _title(setting: Setting) -> str:
    return setting.name[0].upper() + setting.name[1:]


def _meaning(key: str, value: str) -> str:
    if key == "style":
        from reader.citing import STYLES

        return STYLES[value].label
    return SETTINGS[key].choices[value]


def _type(app: ReaderApp, key: str, setting: Setting) -> None:
    def take(words: str | None) -> None:
        if words is None:
            return
        if setting.allows(words.upper()):
            _set(app, key, words.upper())
        else:
            app.notify(f"That is not {setting.allowed}.", severity="warning", markup=False)

    hint = f"{setting.allowed[0].upper()}{setting.allowed[1:]}. enter keeps it, esc does not."
    app.push_screen(PromptScreen(_title(setting), hint, getattr(app.desk.settings, key), may_be_empty=True), take)


def _set(app: ReaderApp, key: str, value: str) -> None:
    if app.desk.set(key, value):
        app.notify(f"{_title(SETTINGS[key])}: {value or 'empty'}. Kept in your settings file.", markup=False)
    app.take_up_region()


def _open_file(app: ReaderApp) -> None:
    """Let the reader's editor have the terminal, then take up what the file says; without one, say where it lies."""
    path = app.desk.settings_file()
    if path is None:
        return
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        app.notify(f"The settings are in {path}. Set EDITOR to open the file from here.", markup=False, timeout=15)
        return
    try:
        with app.suspend():
            subprocess.run([*shlex.split(editor), str(path)], check=False)
    except (OSError, ValueError, SuspendNotSupported) as error:
        app.say(f"{path} could not be opened with {editor} ({error}).")
    else:
        _take_up(app)


def _take_up(app: ReaderApp) -> None:
    if not app.desk.read_settings():
        return
    app.notify("The settings are now as the file has them.", markup=False)
    app.theme = app.theme_chosen(app.theme)
    app.take_up_region()
