"""Copy a file's text from wherever this is run, and write the outcome as JSON: `copy_here.py TEXT RESULT [--stay]`."""

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from reader.clipboard import copy


def write_terminal(sequence: str) -> None:
    with Path("/dev/tty").open("w", encoding="utf-8") as terminal:
        terminal.write(sequence)


if __name__ == "__main__":
    text, result = Path(sys.argv[1]), Path(sys.argv[2])
    outcome = copy(text.read_text(encoding="utf-8"), write_terminal=write_terminal)
    finished = result.with_suffix(".part")
    finished.write_text(json.dumps(asdict(outcome)), encoding="utf-8")
    finished.replace(result)
    if "--stay" in sys.argv:
        signal.pause()
