"""How the screen bears hours of use: random keys, searches and resizes for as long as one likes, then what it cost.

    python -m benchmarks.soak FOLDER [--seconds 600] [--seed 1]

Prints the memory of the program after the first minute and at the end, how soon keys were answered, and what failed.
A key is answered when the first byte is painted after it. A key that paints nothing (there is no next quotation) is
counted as silent, also where a clock paints meanwhile (a toast goes): before that the program was at rest. At the end
of every gesture the help must open, which shows that the program lives.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import random
import re
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pseudo_terminal import PseudoTerminal
from benchmarks.screen import show
from reader.library.store import open_library

_ESCAPE = "\x1b"
_HELP_SHOWS = b"ind a key, or"
_TROUBLE = re.compile(rb"Traceback|Could not (?:search|read new)")
_QUIET = 0.1
_PATIENCE = 0.3
_LONGEST_ANSWER = 10.0
_REST = 0.05
"""Three frames: a program that was at rest for longer before it painted was not answering a key."""
_SIZES = ((200, 60), (120, 36), (80, 24), (50, 20), (30, 8), (99, 40), (140, 12))
"""Columns and rows, the largest first."""
_WORDS = ("harbour", "senatr", "budget", "said", "commite", "bill", "after:2005", "who:", '"press', "xqzv", "of the")
_MOVES = ("j", "k", "J", " ", "b", "g", "G", "\x04", "\x15", "n", "N", "]", "[", "v", "\t", "s", "m", "r", "*")
_COPIES = ("y", '"', "'", "c")
_DIALOGS = ("Y", "C", "w", "f", "e", "?", "\x10")
_BROWSERS = ("Q", "B", "K")


@dataclass
class Report:
    """What a soak saw: seconds from key to first and last paint, bytes of memory by second, troubles in words.

    A copy is answered by its toast, once the clipboard was asked; `copies` has the seconds until then.
    """

    firsts: list[float] = field(default_factory=list)
    lasts: list[float] = field(default_factory=list)
    copies: list[float] = field(default_factory=list)
    silent: int = 0
    resizes: int = 0
    memory: list[tuple[float, int]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def memory_after(self, second: float) -> int:
        """The median of the first ten readings after a second."""
        return int(statistics.median([size for moment, size in self.memory if moment >= second][:10]))

    def memory_at_end(self) -> int:
        """The median of the last ten readings."""
        return int(statistics.median([size for _, size in self.memory[-10:]]))


class Soaked(PseudoTerminal):
    """A program that is watched while keys come in."""

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size; the kernel tells the program."""
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Soaked:
        return self

    def answer(self, keys: str) -> tuple[float, float] | None:
        """Press keys; seconds until the first and the last of what they paint, nothing if nothing is."""
        self.output = b""
        worked = self.worked()
        pressed = time.perf_counter()
        os.write(self._file, keys.encode())
        first = last = 0.0
        while chunk := self._read(_QUIET if first else _PATIENCE):
            last = time.perf_counter() - pressed
            self.output += chunk
            if not first:
                first, worked = last, self.worked() - worked
        return (first, last) if first and first - worked < _REST else None

    def worked(self) -> float:
        """Seconds that the threads of the program have run, or could have run on a free processor."""
        seconds = 0.0
        for thread in Path(f"/proc/{self.pid}/task").iterdir():
            with suppress(OSError):  # it has ended
                running, waiting, _ = (thread / "schedstat").read_text(encoding="ascii").split()
                seconds += (int(running) + int(waiting)) / 1e9
        return seconds

    def shows(self, keys: str, words: bytes) -> bool:
        """Whether keys bring these words onto the screen in time."""
        self.output = b""
        os.write(self._file, keys.encode())
        try:
            self.until(words, patience=_LONGEST_ANSWER)
        except TimeoutError:
            return False
        return True

    def memory(self) -> int:
        """Resident bytes."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s*(\d+) kB", status)
        return int(found[1]) * 1024 if found else 0

    def exit_code(self) -> int | None:
        """The exit code of a program that ends in time."""
        deadline = time.perf_counter() + _LONGEST_ANSWER
        while time.perf_counter() < deadline:
            if ended := os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return ended.si_status
            self.output += self._read(0.05)
        return None


def gestures(chance: random.Random) -> Iterator[list[str]]:
    """What a user does next, as keys one after the other; each leaves the program in the list of releases.

    First every screen is opened once, for what is loaded only when it is wanted is no growth afterwards. (For the same
    reason `soak` begins with the largest terminal, whose lines take most room.)
    """
    for key in _DIALOGS:
        yield [key, _ESCAPE, _ESCAPE]
    for key in _BROWSERS:
        yield [key, "/", *_WORDS[0], "\r", _ESCAPE, _ESCAPE]
    yield ["/", *_WORDS[-1], "\r", "K", "s", "K", _ESCAPE, _ESCAPE]
    while True:
        moves = chance.choices(_MOVES, k=chance.randint(1, 12))
        words = " ".join(chance.sample(_WORDS, chance.randint(1, 3)))
        browser = chance.choice(_BROWSERS)
        (keys,) = chance.choices(
            (
                moves,
                ["/", *words, "\r", *moves],
                [*chance.choices("jk ", k=2), chance.choice(_COPIES)],
                [chance.choice(_DIALOGS), *chance.choices("jkG", k=3)],
                [browser, "/", *chance.choice(_WORDS), "\r", *chance.choices("jkG]n ", k=6), _ESCAPE],
            ),
            (8, 6, 1, 2, 1),
        )
        yield [*keys, _ESCAPE, _ESCAPE]


def soak(folder: Path, seconds: float, seed: int, environment: dict[str, str]) -> Report:
    """Drive the program on `folder` for so long; the cache folder of the environment gets the index before."""
    library = open_library([folder], Path(environment["RELEASE_READER_CACHE"]))
    library.refresh()
    count = library.count()
    library.close()
    chance = random.Random(seed)
    report = Report()
    # Nobody's clipboard is written to: without a display and a multiplexer a copy goes to this terminal.
    nowhere = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY"), "")
    command = [sys.executable, "-m", "reader", str(folder)]
    columns, rows = _SIZES[0]
    with Soaked(command, columns=columns, rows=rows, environment={**environment, **nowhere}) as program:
        program.until(f"{count:,} releases".encode())
        program.settle()
        begun = time.perf_counter()
        for keys in gestures(chance):
            passed = time.perf_counter() - begun
            if passed > seconds:
                break
            report.memory.append((passed, program.memory()))
            try:
                _perform(program, keys, report)
                if chance.random() < 0.1:
                    program.resize(*chance.choice(_SIZES))
                    report.resizes += 1
                _look(program, report)
            except OSError:
                report.troubles.append(f"ended with {program.exit_code()} on {keys}: {program.output[-600:]!r}")
                return report
        _leave(program, report)
    return report


def _perform(program: Soaked, keys: list[str], report: Report) -> None:
    for key in keys:
        times = program.answer(key)
        if trouble := _TROUBLE.search(program.output):
            report.troubles.append(f"{trouble[0]!r} on {key!r} in {keys}: {program.output[-600:]!r}")
        if times is None:
            report.silent += 1
        elif key in _COPIES and "/" not in keys:
            report.copies.append(times[0])
        elif key != _ESCAPE:  # which Textual holds back for a tenth of a second, for it may begin another key
            report.firsts.append(times[0])
            report.lasts.append(times[1])


def _look(program: Soaked, report: Report) -> None:
    """Open the help and close it: the program lives, and is where the gesture should have left it."""
    if not program.shows("?", _HELP_SHOWS):
        report.troubles.append(f"no help within {_LONGEST_ANSWER:g} s: {program.output[-600:]!r}")
    program.answer(_ESCAPE)


def _leave(program: Soaked, report: Report) -> None:
    program.answer("\x11")
    if program.exit_code() != 0:
        report.troubles.append(f"left with {program.exit_code()}: {program.output[-600:]!r}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reader-soak-") as home:
        environment = {f"RELEASE_READER_{name}": f"{home}/{name.lower()}" for name in ("CACHE", "DATA", "CONFIG")}
        report = soak(arguments.folder, arguments.seconds, arguments.seed, environment)
    minutes = [f"{report.memory_after(60 * minute) / 1e6:.0f}" for minute in range(int(report.memory[-1][0] // 60) + 1)]
    print("memory by minute, MB:", *minutes)
    warm, end = report.memory_after(min(60, arguments.seconds / 3)), report.memory_at_end()
    print(f"memory after the first minute {warm / 1e6:.1f} MB, at the end {end / 1e6:.1f} MB ({end / warm - 1:+.1%})")
    show("key to first paint", report.firsts)
    show("key to last paint", report.lasts)
    show("copy to its toast", report.copies)
    print(f"{report.silent:,} keys with nothing to paint, {report.resizes} resizes, {len(report.troubles)} troubles")
    print(*report.troubles, sep="\n")
    sys.exit(bool(report.troubles))


if __name__ == "__main__":
    main()
