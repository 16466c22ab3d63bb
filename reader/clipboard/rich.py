"""Text with its italics, as HTML or RTF, on the desktop's clipboard: for word processors and mail programs.

xclip and wl-copy hold a text in one form only. Whoever chose HTML or RTF gets that form, and the outcome says so, for
a field that takes only plain text then takes nothing (xclip) or the source of the markup (wl-copy). pbcopy and clip.exe
are not used: what they make of HTML or RTF could not be tried. There, and wherever this fails, plain text is copied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.process import run
from reader.clipboard.surroundings import Surroundings

FORMS = {"html": "text/html", "rtf": "text/rtf"}
"""What the desktop calls each markup."""


@dataclass(frozen=True, slots=True)
class Rich:
    """The text in one of the `FORMS`, a markup that keeps its italics; `text` is the markup's source."""

    markup: str
    text: str

    @property
    def name(self) -> str:
        """The markup as the user knows it."""
        return self.markup.upper()

    @property
    def data(self) -> bytes:
        """The source in ASCII, for the programs that paste do not agree on an encoding."""
        return self.text.encode("ascii", "xmlcharrefreplace")


class _Tool(NamedTuple):
    name: str
    put: Sequence[str]
    get: Sequence[str]


_XCLIP = ("xclip", "-selection", "clipboard", "-t")
_X11 = _Tool("xclip", _XCLIP, (*_XCLIP[:-1], "-o", "-t"))
_WAYLAND = _Tool("wl-clipboard", ("wl-copy", "--type"), ("wl-paste", "--no-newline", "--type"))


def copy(rich: Rich, where: Surroundings) -> CopyOutcome:
    """Offer the text in its one form and read it back in that form; only an equal text is `verified`."""
    tool = _tool(where)
    if tool is None:
        return failed(rich.name, "no clipboard here takes it")
    form = FORMS[rich.markup]
    given = run([*tool.put, form], rich.data, environment=where.environment)
    if given.code != 0:
        return failed(tool.name, given.complaint or "failed without a word")
    seen = run([*tool.get, form], environment=where.environment)
    if seen.output != rich.data:
        return failed(tool.name, seen.complaint or f"took the {rich.name}, but the clipboard holds something else")
    return CopyOutcome(tool.name, "verified", "the clipboard", form=rich.name)


def _tool(where: Surroundings) -> _Tool | None:
    if where.environment.get("WAYLAND_DISPLAY") and not where.remote:
        return _WAYLAND
    has_display = where.environment.get("DISPLAY") and (where.forwarded or not where.remote)
    return _X11 if has_display else None
