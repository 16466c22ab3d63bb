"""How soon the screen answers: exec to first paint beside a bare two-pane Textual app, and keystroke to painted list.

    python -m benchmarks.screen [FOLDER] [--runs N] [--sessions N] [--home DIR]

FOLDER holds the releases to type over (without one, the sample releases). Start and typing are timed on an index that
is up to date.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.pseudo_terminal import PseudoTerminal

SAMPLES = Path(__file__).resolve().parent.parent / "sample_docs"

FIRST_PARAGRAPH = b"  1  "
"""Its number in the margin: once it is there, list and text are painted."""

BARE_APP = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

class Bare(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        with Horizontal():
            yield Static("left pane")
            yield Static("right pane")

Bare().run()
"""


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def index(folder: Path, environment: dict[str, str]) -> None:
    """Bring the index of a folder up to date."""
    from reader.library.store import open_library

    library = open_library([folder], Path(environment["RELEASE_READER_CACHE"]))
    library.refresh()
    library.close()


def first_paint(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """Print exec to first full paint, interleaved with the bare app, as medians and their ratio."""
    ours, bare = [], []
    for _ in range(runs + 1):
        with PseudoTerminal([sys.executable, "-c", BARE_APP]) as terminal:
            bare.append(terminal.until(b"right pane"))
        with PseudoTerminal([sys.executable, "-m", "reader", str(folder)], environment=environment) as terminal:
            ours.append(terminal.until(FIRST_PARAGRAPH))
    left, right = statistics.median(ours[1:]), statistics.median(bare[1:])
    print(f"{f'exec to first full paint, {folder.name}':<40}{1000 * left:6.0f} ms")
    print(f"  bare two-pane Textual app             {1000 * right:6.0f} ms   ratio {left / right:.2f}")


def mistype(word: str, chance: random.Random) -> str:
    """The word with one slip of the fingers."""
    if len(word) < 5:
        return word
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            word[:at] + "e" + word[at:],
        ]
    )


def typed_sessions(folder: Path, sessions: int, environment: dict[str, str]) -> list[float]:
    """Type headlines' words, one of them mistyped, a key at a time; seconds from key to painted screen."""
    from reader.library.store import open_library

    chance = random.Random(2017)
    library = open_library([folder], Path(environment["RELEASE_READER_CACHE"]))
    ids = library.ids()
    titles = [summary.title for summary in library.summaries(chance.sample(list(ids), min(sessions * 3, len(ids))))]
    library.close()
    times: list[float] = []
    with PseudoTerminal([sys.executable, "-m", "reader", str(folder)], environment=environment) as terminal:
        terminal.until(b"releases")
        terminal.settle()
        for title in titles[:sessions]:
            words = [word for word in title.casefold().split() if word.isalpha() and len(word) > 3][:3]
            if not words:
                continue
            words[-1] = mistype(words[-1], chance)
            terminal.press("/")
            times += [terminal.press(key) for key in " ".join(words)]
            terminal.press("\x1b")
            terminal.settle(0.3)
    return times


def cursor_moves(folder: Path, moves: int, environment: dict[str, str]) -> list[float]:
    """Move the cursor in the list; seconds from key to painted text."""
    with PseudoTerminal([sys.executable, "-m", "reader", str(folder)], environment=environment) as terminal:
        terminal.until(b"releases")
        terminal.settle()
        return [terminal.press("j") for _ in range(moves)]


def show(name: str, times: list[float]) -> None:
    """Print a distribution in milliseconds."""
    values = [1000 * seconds for seconds in times]
    print(
        f"{name:<40}{statistics.median(values):6.0f} ms median {percentile(values, 0.95):6.0f} p95 "
        f"{percentile(values, 0.99):6.0f} p99 {max(values):6.0f} worst   ({len(values):,} keys)"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--sessions", type=int, default=12)
    parser.add_argument("--fps", default="")
    parser.add_argument("--home", type=Path, help="keeps the index for the next time")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reader-benchmark-") as passing:
        home = arguments.home or passing
        environment = {f"RELEASE_READER_{name}": f"{home}/{name.lower()}" for name in ("CACHE", "DATA", "CONFIG")}
        if arguments.fps:
            environment["TEXTUAL_FPS"] = arguments.fps
        for folder in dict.fromkeys((SAMPLES, arguments.folder)):
            index(folder, environment)
            first_paint(folder, arguments.runs, environment)
        show("keystroke to painted list", typed_sessions(arguments.folder, arguments.sessions, environment))
        show("cursor key to painted text", cursor_moves(arguments.folder, 60, environment))


if __name__ == "__main__":
    main()
