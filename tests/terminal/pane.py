"""A program in a tmux pane, with every byte it writes to the terminal kept."""

import shlex
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.terminal.servers import Tmux, wait_for

_PATIENCE = 30.0
"""Seconds after which something will not come any more; a busy machine may need many."""


class Pane:
    """A pane as large as the test wants it. Programs may set its title and tmux's buffers, if they dare."""

    def __init__(self, tmux: Tmux, folder: Path, *, columns: int = 120, rows: int = 40) -> None:
        self._tmux = tmux
        self._folder = folder
        self._record = folder / "written"
        self._record.touch()
        self.copies: list[str] = []
        tmux.run("set-option", "-g", "allow-rename", "on")
        tmux.run("set-option", "-g", "allow-passthrough", "on")
        tmux.run("set-option", "-g", "automatic-rename", "off")
        size = ("-x", str(columns), "-y", str(rows))
        tmux.run("new-session", "-d", "-s", "pane", "-n", "window", *size, "-c", str(folder), "cat")
        tmux.run("select-pane", "-t", "pane", "-T", "title")

    def start(self, command: Sequence[str]) -> None:
        """Run a command in the pane, in the folder, and record what it writes; it begins with a clean record."""
        self._record.write_bytes(b"")
        ready = self._folder / "recording"
        ready.unlink(missing_ok=True)
        line = f"until [ -e {ready} ]; do :; done; {shlex.join(command)}; echo LEFT WITH $?; exec cat"
        self._tmux.run("respawn-pane", "-k", "-t", "pane", "-c", str(self._folder), line)
        self._tmux.run("pipe-pane", "-t", "pane", f"touch {ready}; exec cat >> {self._record}")

    def start_reader(self, *arguments: str) -> None:
        """Run the program itself."""
        self.start([sys.executable, "-m", "reader", *arguments])

    # What it wrote

    @property
    def written(self) -> bytes:
        """Every byte since the start."""
        return self._record.read_bytes()

    def text(self) -> str:
        """What the pane shows."""
        return self._tmux.run("capture-pane", "-p", "-t", "pane")

    def shows(self, *words: str) -> str:
        """Wait until the pane shows one of these, and return all it shows."""
        try:
            return wait_for(f"one of {words}", lambda: self._text_with(words), _PATIENCE)
        except pytest.fail.Exception:
            pytest.fail(f"waited in vain for one of {words} on\n{self.text()}")

    def _text_with(self, words: Sequence[str]) -> str:
        text = self.text()
        return text if any(word in text for word in words) else ""

    def answer(self, key: str, words: str) -> None:
        """Press a key and wait until the program writes these words; quicker than looking at the pane."""
        before = self._record.stat().st_size
        self.press(key)
        try:
            wait_for(words, lambda: words.encode() in self._written_from(before), _PATIENCE)
        except pytest.fail.Exception:
            pytest.fail(f"{key!r} did not bring {words!r} on\n{self.text()}")

    def _written_from(self, start: int) -> bytes:
        with self._record.open("rb") as record:
            record.seek(start)
            return record.read()

    def close(self, words: str) -> None:
        """Close the dialog that shows `words`. The next key has to wait for it: after an escape it would be `alt`."""
        self.press("Escape")
        wait_for(f"the end of {words}", lambda: words not in self.text())

    # What became of the terminal

    @property
    def names(self) -> str:
        """The titles of pane and window; `title window` as long as nobody sets them."""
        return self._tmux.run("display-message", "-p", "-t", "pane", "#{pane_title} #{window_name}").strip()

    @property
    def buffers(self) -> str:
        """The beginning of every paste buffer; there is none as long as nobody copies."""
        return self._tmux.run("list-buffers", "-F", "#{buffer_sample}").strip()

    def copy(self, key: str) -> str:
        """Press a key that copies; what it put into tmux's buffer, which is emptied again, and kept in `copies`.

        The buffer is left alone until the program has read it back and says so.
        """
        before = self._record.stat().st_size
        self.press(key)
        wait_for(f"a copy by {key}", lambda: self.buffers and b"copied" in self._written_from(before), _PATIENCE)
        text = self._tmux.buffer
        while self.buffers:
            self._tmux.run("delete-buffer")
        self.copies.append(text)
        return text

    # Keys

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names."""
        self._tmux.run("send-keys", "-t", "pane", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._tmux.run("send-keys", "-t", "pane", "-l", "--", words)

    def paste(self, data: bytes) -> None:
        """Paste bytes, as a terminal does when the program asked for bracketed paste."""
        source = self._folder / "pasted"
        source.write_bytes(data)
        self._tmux.run("load-buffer", "-b", "pasted", str(source))
        self._tmux.run("paste-buffer", "-d", "-p", "-r", "-b", "pasted", "-t", "pane")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Select with the mouse from one column and row to another, seeing it painted before letting go."""
        for button, (column, row), up in ((0, start, "M"), (32, end, "M"), (0, end, "m")):
            before = self._record.stat().st_size
            self.type(f"\x1b[<{button};{column};{row}{up}")
            if button == 32:
                wait_for("the selection to be painted", partial(self._written_from, before))

    def leave(self) -> int:
        """Quit by the key, and return the exit code."""
        self.press("C-q")
        shown = self.shows("LEFT WITH")
        return int(shown.split("LEFT WITH")[1].split()[0])

    def hang_up(self) -> None:
        """Close the terminal under the program, as a window is closed or a connection lost."""
        self._tmux.run("respawn-pane", "-k", "-t", "pane", "cat")

    @property
    def pid(self) -> int:
        """The process of the program, a child of the shell in the pane."""
        shell = self._tmux.run("display-message", "-p", "-t", "pane", "#{pane_pid}").strip()
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", shell], capture_output=True, text=True).stdout.split()
        return int(children[0])

    @property
    def processes(self) -> int:
        """How many processes the pane has, its shell and what is left of a program."""
        shell = self._tmux.run("display-message", "-p", "-t", "pane", "#{pane_pid}").strip()
        found = subprocess.run(["ps", "-o", "pid=", "--sid", shell], capture_output=True, text=True).stdout
        return len(found.split())
