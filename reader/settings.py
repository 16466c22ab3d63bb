"""The reader's choices, in one TOML file with a comment on each line. Nothing about it is needed to start.

The file is read with tomllib and written by us, line by line, so that the user's own lines and comments stay. Every
value is a string; `SETTINGS` says which strings each may be and is what the palette offers.
"""

import datetime
import difflib
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import SettingsError
from reader.folders import config_folder

STYLE_NAMES = (
    "apa", "mla", "chicago-notes", "chicago-author-date", "harvard", "ieee", "ama", "vancouver", "bluebook", "oscola",
    "aglc", "un", "plain",
)  # fmt: skip

_HEAD = "# Settings of Release Reader. A line that is missing or begins with # has its usual value.\n\n"
_VALUE = r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)"""


class Setting(NamedTuple):
    """One line of the file: its name in the palette, what it is for, and the values it may have.

    These are either `choices`, each with what it means where that needs to be said, or a `pattern` in words.
    """

    name: str
    comment: str
    choices: Mapping[str, str] = {}
    pattern: str = ""
    pattern_in_words: str = ""

    @property
    def allowed(self) -> str:
        """The values it may have, in words."""
        return ", ".join(self.choices) or self.pattern_in_words

    def allows(self, value: object) -> bool:
        """Whether it may have this value, of whatever type the file gives it."""
        return isinstance(value, str) and (value in self.choices or bool(re.fullmatch(self.pattern or r"(?!)", value)))


SETTINGS: Mapping[str, Setting] = {
    "style": Setting("citation style", "citation style of the key y", dict.fromkeys(STYLE_NAMES, "")),
    "region": Setting(
        "country of telephone numbers",
        "country of telephone numbers without a country code where the release gives none; empty for no country",
        pattern="([A-Z]{2})?",
        pattern_in_words="two capital letters such as GB, or nothing",
    ),
    "access_date": Setting(
        "day of access",
        "day of access in citations: as the style wants it, or never",
        {"style": "Today, where the style wants it and the release has an address", "never": "No citation has one"},
    ),
    "name_order": Setting(
        "order of names",
        "how the files write the names of authors",
        {"given-first": "The files say Ada Quill", "family-first": "The files say Quill Ada"},
    ),
    "date_order": Setting(
        "day and month",
        "day and month in citations where the style leaves it open",
        {"month-first": "September 3, 2021", "day-first": "3 September 2021"},
    ),
    "clipboard": Setting(
        "italics in copied citations",
        "how copied citations hold italics",
        {
            "plain": "Without italics",
            "markdown": "As text, *in asterisks*",
            "html": "For word processors and mail; a field for plain text takes nothing, or the source",
            "rtf": "For word processors that take no HTML; a field for plain text takes nothing, or the source",
        },
    ),
    "theme": Setting(
        "colours",
        "colours of the screen",
        pattern="[a-z0-9][a-z0-9-]*",
        pattern_in_words="the name of a theme such as reader-dark",
    ),
}


class Settings(NamedTuple):
    """The reader's choices; `SETTINGS` says what each is. `region` is empty where none is chosen."""

    style: str = "apa"
    region: str = ""
    access_date: str = "style"
    name_order: str = "given-first"
    date_order: str = "month-first"
    clipboard: str = "plain"
    theme: str = "reader-dark"

    def citing(self) -> dict[str, Any]:
        """What `citing.cite` takes of them, with today as the day of access where the style wants one."""
        return {
            "style": self.style,
            "accessed": datetime.date.today() if self.access_date == "style" else None,
            "family_first": self.name_order == "family-first",
            "day_first": self.date_order == "day-first",
        }


def settings_path() -> Path:
    """Where the file is or would be."""
    return config_folder() / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """The settings of the file, or the usual ones where there is no file.

    Raises SettingsError that names every wrong line and what it may hold, or why the file cannot be read.
    """
    path = path or settings_path()
    text = _read(path)
    if not text:
        return Settings()
    table = _parse(path, text)
    problems = list(_problems(path, text, table))
    if problems:
        raise SettingsError("\n".join(problems))
    return Settings(**table)


def save_value(key: str, value: str, path: Path | None = None) -> None:
    """Change one value in the file, whose other lines stay as they are; the file is made when there is none.

    The file is changed wholly or not at all. Raises SettingsError for a key or value that is not allowed, for a file
    that is damaged, and where it cannot be written.
    """
    path = path or settings_path()
    if key not in SETTINGS:
        raise SettingsError(_unknown(key))
    if not SETTINGS[key].allows(value):
        raise SettingsError(f"{key} cannot be {value!r}; it may be: {SETTINGS[key].allowed}.")
    text = _read(path) or default_text()
    _parse(path, text)
    changed = _with_value(text, key, value)
    if _parse(path, changed).get(key) != value:
        raise SettingsError(f"{path}: {key} is written in a way that only you can change; set it to {value!r} by hand.")
    _write(path, changed)


def ensure_file(path: Path | None = None) -> Path:
    """The path of the file, which is written with the usual values and a comment on each line where there is none."""
    path = path or settings_path()
    if not path.exists():
        _write(path, default_text())
    return path


def default_text() -> str:
    """The file as it is first written."""
    defaults = Settings()
    return _HEAD + "".join(_line(key, getattr(defaults, key)) for key in SETTINGS)


def _line(key: str, value: str) -> str:
    setting = SETTINGS[key]
    return f'{key} = "{value}"  # {setting.comment} ({setting.allowed})\n'


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8 text (byte {error.start}). Save it as UTF-8 or remove it.") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror or error}).") from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError is a ValueError, and so is a number too long
        raise SettingsError(f"{path} is not valid TOML: {error}. Correct the line or remove the file.") from error


def _problems(path: Path, text: str, table: Mapping[str, object]) -> Iterator[str]:
    for key, value in table.items():
        place = f"{path}, line {_line_number(text, key)}"
        if key not in SETTINGS:
            yield f"{place}: {_unknown(key)}"
        elif not SETTINGS[key].allows(value):
            yield f"{place}: {key} cannot be {_shown(value)}; it may be: {SETTINGS[key].allowed}."


def _unknown(key: str) -> str:
    near = difflib.get_close_matches(key[:50], SETTINGS, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(SETTINGS)}."
    return f"{_shown(key)} is not a setting; {hint}"


def _shown(value: object) -> str:
    """The value as the message shows it: short, and without anything a terminal would obey."""
    try:
        shown = ascii(value)
    except ValueError:
        return "so long a number"
    return shown if len(shown) <= 50 else f"{shown[:47]}..."


def _line_number(text: str, key: str) -> int:
    found = re.search(rf"""^[ \t]*\[*[ \t]*["']?{re.escape(key)}\b""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _with_value(text: str, key: str, value: str) -> str:
    """The text with the value of one key changed, or with a line for it at the end."""
    changed, count = re.subn(
        rf"""^([ \t]*{key}[ \t]*=[ \t]*){_VALUE}(?=[ \t\r]*(?:#.*)?$)""",
        lambda found: f'{found.group(1)}"{value}"',
        text,
        count=1,
        flags=re.MULTILINE,
    )
    if count:
        return changed
    separator = "" if text.endswith("\n") or not text else "\n"
    return f"{text}{separator}{_line(key, value)}"


def _write(path: Path, text: str) -> None:
    """Put the text in place of the file in one step, readable by the user alone; a link is followed to its file."""
    try:
        path = path.resolve()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, text.encode("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be written ({error.strerror or error}).") from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
