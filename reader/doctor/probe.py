"""Ask the terminal itself: its name, its colours, whether it orders right-to-left text, how wide it draws characters.

All questions go out in one write. The last, for the device's attributes, is one that every terminal answers, so that
one which ignores the others costs no waiting. What the questions leave on the line is wiped.
Answered in full by xterm 379; tmux 3.3a and GNU screen 4.9 answer for name and width, or for width alone.
"""

import contextlib
import os
import re
import select
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from reader.parsing.decode import clean_line

TIME_LIMIT = 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A text to draw, the columns the screen counts for it, and whether prose depends on them."""

    name: str
    text: str
    columns: int
    in_prose: bool


SAMPLES = (
    Sample("Chinese and Korean", "新闻한국", 8, True),
    Sample("Arabic", "سلام", 4, True),
    Sample("an accent of its own", "e\u0301", 1, True),
    Sample("an emoji", "😀", 2, False),
    Sample("a flag", "🇦🇹", 2, False),
    Sample("an emoji made of two", "👩\u200d🚀", 2, False),
    Sample("an emoji with a selector", "❤\ufe0f", 2, False),
)

_NAME, _ORDER, _COLOUR, _ATTRIBUTES = "\x1b[>q", "\x1b[8$p", "\x1b[38;2;1;2;3m\x1bP$qm\x1b\\\x1b[m", "\x1b[c"
_POSITION = "\x1b[6n"
_WIPE = "\r\x1b[K"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the terminal said; `None` where it said nothing.

    `widths` are the columns each of `SAMPLES` took, none when they could not be measured.
    """

    name: str | None = None
    takes_clipboard: bool | None = None
    all_colours: bool | None = None
    orders_right_to_left: bool | None = None
    widths: tuple[int, ...] = ()


SILENT = Answers()


def question() -> str:
    """Everything there is to ask, in one string."""
    drawn = "".join(f"\r{sample.text}{_POSITION}" for sample in SAMPLES)
    return f"{_NAME}{_ORDER}{_COLOUR}{drawn}{_WIPE}{_ATTRIBUTES}"


def understand(answer: bytes) -> Answers:
    """The terminal's bytes as answers; keys that the user struck meanwhile do no harm."""
    attributes = re.search(rb"\x1b\[\?([\d;]*)c", answer)
    if attributes is None:
        return SILENT
    name = re.search(rb"\x1bP>\|([^\x1b]*)\x1b\\", answer)
    order = re.search(rb"\x1b\[8;(\d)\$y", answer)
    columns = re.findall(rb"\x1b\[\d+;(\d+)R", answer)
    return Answers(
        name=clean_line(name[1].decode("utf-8", "replace")) if name else None,
        takes_clipboard=True if b"52" in attributes[1].split(b";") else None,
        all_colours=True if re.search(rb"38[:;]2[:;]+1[:;]2[:;]3", answer) else None,
        orders_right_to_left={b"1": True, b"3": True, b"2": False, b"4": False}.get(order[1]) if order else None,
        widths=tuple(int(column) - 1 for column in columns) if len(columns) == len(SAMPLES) else (),
    )


@dataclass(frozen=True, slots=True)
class ControllingTerminal:
    """The terminal the program was started from, wherever its output goes."""

    descriptor: int

    def write(self, text: str) -> None:
        """Send text as it is."""
        data = text.encode("utf-8")
        while data:
            data = data[os.write(self.descriptor, data) :]

    def ask(self, text: str, seconds: float = TIME_LIMIT) -> bytes:
        """Send a question and collect what comes until the attributes' answer, at most `seconds`."""
        if sys.platform == "win32":
            return b""
        import termios
        import tty

        before = termios.tcgetattr(self.descriptor)
        tty.setraw(self.descriptor)
        try:
            self.write(text)
            return self._collect(time.monotonic() + seconds)
        finally:
            termios.tcsetattr(self.descriptor, termios.TCSAFLUSH, before)

    def _collect(self, deadline: float) -> bytes:
        answer = b""
        while not re.search(rb"\x1b\[\?[\d;]*c", answer):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.descriptor], [], [], left)[0]:
                break
            answer += os.read(self.descriptor, 4096)
        return answer


@contextlib.contextmanager
def open_terminal() -> Iterator[ControllingTerminal | None]:
    """The terminal, or `None` where there is none to ask: no terminal, in the background, or on Windows."""
    if sys.platform == "win32":
        yield None
        return
    try:
        descriptor = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        yield None
        return
    try:
        in_front = os.tcgetpgrp(descriptor) == os.getpgrp()
        yield ControllingTerminal(descriptor) if in_front else None
    finally:
        os.close(descriptor)
