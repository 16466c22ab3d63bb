"""pyperclip in a process of its own: it decides which mechanism is right here, and uses it.

In the reader's own process it could hang the screen, print a tool's errors over it, or end the program (Qt aborts when
the display is dead). Called as `pyperclip_child.py copy|check|read [--x11]`, with the text on standard input. Standard
output opens with a line naming the mechanism, empty when there is none; after `read` the text follows. The exit code
says the rest. Reads are separate runs, so that a clipboard which only lives as long as its writer is not believed.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

DONE, FAILED, ABSENT, DIFFERENT = 0, 1, 2, 3
"""The exit codes: done; the tool failed; no mechanism here; the clipboard holds something else."""

_PATIENCE = 1.2
_X11 = ("xclip", "xsel")


class _CheckedPopen(subprocess.Popen[bytes]):
    """pyperclip never looks at the exit code of the tool it gives a text to; here it decides."""

    def communicate(self, input: bytes | None = None, timeout: float | None = None) -> tuple[Any, Any]:
        answer = super().communicate(input, timeout)
        if self.returncode:
            sys.exit(FAILED)
        return answer


def main(action: str, only_x11: bool) -> int:
    """Carry out `action` and return the exit code."""
    import pyperclip

    given = sys.stdin.buffer.read().decode("utf-8")
    copy, paste = pyperclip.determine_clipboard()
    name = getattr(copy, "__name__", "").removeprefix("copy_")
    if only_x11 and name not in _X11:
        name = ""
    sys.stdout.buffer.write(f"{name}\n".encode())
    sys.stdout.flush()
    if not name:
        return ABSENT
    if action == "copy":
        subprocess.Popen = _CheckedPopen  # type: ignore[assignment, misc]
        copy(given)
        return DONE
    if action == "check":
        return DONE if _holds(paste, given) else DIFFERENT
    sys.stdout.buffer.write(paste().encode("utf-8"))
    return DONE


def _holds(paste: Callable[[], str], expected: str) -> bool:
    """Whether the clipboard comes to hold the text: directly after xsel, four in ten reads still find the old one."""
    deadline = time.monotonic() + _PATIENCE
    pause = 0.01
    while _pasted(paste) != expected:
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
        pause = min(2 * pause, 0.1)
    return True


def _pasted(paste: Callable[[], str]) -> str | None:
    try:
        return paste()
    except UnicodeDecodeError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--x11" in sys.argv))
