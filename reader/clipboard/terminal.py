"""The terminal's own clipboard, by the escape sequence OSC 52. It works over SSH, and it never answers."""

import base64
from collections.abc import Callable

from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.surroundings import Surroundings

_WAY = "terminal"
_WITHOUT_CLIPBOARD = ("dumb", "linux")

SEQUENCE_LIMIT = 100_000
"""Bytes a sequence may have: terminals drop longer ones, some print them. The limit hterm's osc52.sh keeps."""

_SCREEN_CHUNK = 240
"""Bytes of one string for GNU screen, which cuts at 768, before version 4.2.1 at 512 and before 4.2.0 at 256."""


def copy(text: str, where: Surroundings, write: Callable[[str], None] | None) -> CopyOutcome:
    """Ask the terminal to take `text`; the best outcome is `sent`."""
    if write is None:
        return failed(_WAY, "no terminal to write to")
    if where.environment.get("TERM") in _WITHOUT_CLIPBOARD:
        return failed(_WAY, "this terminal has no clipboard")
    if not fits(text):
        return failed(_WAY, "too long for a terminal's clipboard, which takes 75 KB")
    try:
        write(wrap_for_screen(sequence(text)) if where.screen else sequence(text))
    except OSError as error:
        return failed(_WAY, f"{error.strerror}")
    return CopyOutcome(_WAY, "sent", "the terminal gives no answer")


def sequence(text: str) -> str:
    """OSC 52 for the clipboard (`c`), ended by BEL, since the usual end would end screen's wrapping as well."""
    return f"\x1b]52;c;{base64.b64encode(text.encode('utf-8')).decode('ascii')}\a"


def fits(text: str) -> bool:
    """Whether the sequence for `text` stays within `SEQUENCE_LIMIT`."""
    return len(sequence(text)) <= SEQUENCE_LIMIT


def wrap_for_screen(sequence: str) -> str:
    """The sequence in device control strings, which GNU screen passes to its terminal unread, short enough for it."""
    chunks = (sequence[start : start + _SCREEN_CHUNK] for start in range(0, len(sequence), _SCREEN_CHUNK))
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
