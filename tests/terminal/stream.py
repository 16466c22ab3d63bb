"""What a program wrote to its terminal, taken apart: the sequences that are the program's own, and whatever is not."""

import re

from tests.hostile import unfit

_SEQUENCE = re.compile(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC
    "|[PX^_k][^\x1b]*\x1b\\\\"  # DCS, SOS, PM, APC, and the title of screen and tmux
    "|[ -/]*[0-~]|)"
)
_COLOUR = "8;2;[0-9]+;[0-9]+;[0-9]+"
_MODES = "(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)"

SCREEN = re.compile(  # Textual's driver, and Rich's styles in true colour: every style of ours has a colour
    f"\x1b\\[(?:0|(?:[12347];)*(?:3{_COLOUR}|4{_COLOUR}|3{_COLOUR};4{_COLOUR}))m"
    "|\x1b\\[[0-9]{1,3};[0-9]{1,3}H"
    f"|\x1b\\[\\?{_MODES}[hl]|\x1b\\[\\?(?:2026|2048)\\$p|\x1b\\[>[0-9]{{1,2}}u|\x1b\\[<u|\x1b\\]22;[a-z]+\x07"
)
CLIPBOARD = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07")
"""How a copy key reaches the terminal's own clipboard, where there is no better way."""

COMMANDS = re.compile("\x1b\\[[01]m|\r\x1b\\[K")
"""The command line writes bold for what was found, and clears its progress line."""


def foreign(written: bytes, own: re.Pattern[str]) -> list[str]:
    """Every sequence that is not one of the program's own, and every sign of the text that is none for reading.

    Bytes that are no UTF-8 are such signs too. A terminal puts "\r" before each newline, also before one that has it.
    """
    rest = own.sub("", written.decode("utf-8", "surrogateescape"))
    text = re.sub("\r+\n", "\n", _SEQUENCE.sub("", rest))
    return _SEQUENCE.findall(rest) + sorted(unfit(text))
