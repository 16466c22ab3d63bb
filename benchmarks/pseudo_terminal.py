"""Drive a program through a pseudo-terminal and time what it paints, as a person at the keyboard would see it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import MappingProxyType, TracebackType

_QUIET = 0.12
"""Seconds without output after which a screen counts as painted."""


class PseudoTerminal:
    """A program on a pseudo-terminal of its own; every time is in seconds."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            env.pop("PYTHONDONTWRITEBYTECODE", None)  # without compiled modules every start takes twice as long
            os.execvpe(command[0], list(command), env)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.output = b""

    def __enter__(self) -> PseudoTerminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._file)

    def _read(self, patience: float) -> bytes:
        if not select.select([self._file], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._file, 1 << 16)
        except OSError:
            return b""

    def until(self, marker: bytes, *, patience: float = 20) -> float:
        """Wait until `marker` has been written; seconds since the program was started."""
        deadline = time.perf_counter() + patience
        while marker not in self.output:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{marker!r} was not painted within {patience} s")
            self.output += self._read(0.05)
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing is painted any more."""
        while chunk := self._read(quiet):
            self.output += chunk

    def press(self, keys: str, *, patience: float = 2.0) -> float:
        """Press keys at once; seconds until the last byte of what they made the program paint."""
        pressed = time.perf_counter()
        os.write(self._file, keys.encode())
        last = pressed
        wait = patience
        while chunk := self._read(wait):
            last = time.perf_counter()
            self.output += chunk
            wait = _QUIET
        return last - pressed
