"""The clipboard of the user's desktop, by the mechanism pyperclip finds right: xclip, wl-copy, pbcopy, Windows' own."""

import sys
from pathlib import Path

from reader.clipboard import pyperclip_child
from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.process import Finished, run
from reader.clipboard.surroundings import Surroundings

NO_DISPLAY, NO_TOOL = "no display", "no tool for this display"

_WAY = "desktop"
_TOOLS = {
    "wl": "wl-clipboard",
    "osx_pbcopy": "pbcopy",
    "osx_pyobjc": "AppKit",
    "windows": "Windows",
    "wsl": "clip.exe",
    "dev_clipboard": "/dev/clipboard",
}


def copy(text: str, where: Surroundings) -> CopyOutcome:
    """Put `text` on the clipboard and read it back in a second process; only an equal text is `verified`."""
    if refusal := _refusal(where):
        return failed(_WAY, refusal)
    given = _pyperclip("copy", text, where)
    way = tool(given)
    if given.code != pyperclip_child.DONE:
        return failed(way, _reason(given, where))
    seen = _pyperclip("check", text, where)
    if seen.code == pyperclip_child.DIFFERENT:
        return failed(way, "took the text, but the clipboard holds something else")
    if seen.code != pyperclip_child.DONE:
        return failed(way, f"took the text, but the clipboard cannot be read ({_reason(seen, where)})")
    return CopyOutcome(way, "verified", "the clipboard")


def read(where: Surroundings) -> str | None:
    """The text on the clipboard, empty when it holds none; `None` when there is no clipboard or it gives no answer."""
    if _refusal(where):
        return None
    seen = _pyperclip("read", "", where)
    if seen.code != pyperclip_child.DONE:
        return None
    return seen.output.partition(b"\n")[2].decode("utf-8")


def holds(text: str, where: Surroundings) -> bool:
    """Whether the clipboard comes to hold the text within a second or so."""
    return not _refusal(where) and _pyperclip("check", text, where).code == pyperclip_child.DONE


def tool(finished: Finished) -> str:
    """What does the copying here, by the name the user knows it under."""
    name = finished.output.partition(b"\n")[0].decode("utf-8")
    return _TOOLS.get(name, name) or _WAY


def missing_tool(where: Surroundings) -> str:
    """What to install for a desktop that has a display and nothing to reach its clipboard with."""
    return "wl-clipboard" if where.environment.get("WAYLAND_DISPLAY") and not where.remote else "xclip"


def _refusal(where: Surroundings) -> str:
    if where.remote and not where.forwarded:
        return "over SSH the display of this machine is not yours"
    return ""


def _pyperclip(action: str, text: str, where: Surroundings) -> Finished:
    command = [sys.executable, "-P", str(Path(pyperclip_child.__file__)), action]
    environment = dict(where.environment)
    if where.remote:
        command.append("--x11")
        environment.pop("WAYLAND_DISPLAY", None)
    if sys.platform == "darwin":
        # pbcopy and pbpaste take their encoding from the locale: in the C locale both err alike, and agree.
        environment |= {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}
    return run(command, text.encode("utf-8"), environment=environment)


def _reason(finished: Finished, where: Surroundings) -> str:
    if finished.code == pyperclip_child.ABSENT:
        if where.environment.get("DISPLAY") or where.environment.get("WAYLAND_DISPLAY"):
            return f"{NO_TOOL}: install {missing_tool(where)}"
        return NO_DISPLAY
    return finished.complaint or "failed without a word"
