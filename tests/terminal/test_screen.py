"""The program in a real terminal: first paint, a search typed, a release read, keys answered, quit."""

import sys
from pathlib import Path

import pytest

from tests.terminal.servers import Tmux, require, wait_for

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"


class Screen:
    """The program in a tmux pane."""

    def __init__(self, tmux: Tmux, columns: int, rows: int) -> None:
        self._tmux = tmux
        command = f"{sys.executable} -m reader {SAMPLES}; echo LEFT WITH $?; exec cat"
        tmux.run("new-session", "-d", "-s", "screen", "-x", str(columns), "-y", str(rows), command)

    def text(self) -> str:
        """What the pane shows."""
        return self._tmux.run("capture-pane", "-p", "-t", "screen")

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names."""
        self._tmux.run("send-keys", "-t", "screen", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._tmux.run("send-keys", "-t", "screen", "-l", words)

    def shows(self, words: str) -> str:
        """Wait until the pane shows `words`."""
        try:
            return wait_for(f"{words!r} on the screen", lambda: self.text() if words in self.text() else "")
        except pytest.fail.Exception as failure:
            raise AssertionError(f"{failure}; it shows\n{self.text()}") from failure


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24), (50, 20)])
def test_a_first_session(folder: Path, environment: dict[str, str], columns: int, rows: int) -> None:
    require("tmux")
    for name in ("CACHE", "DATA", "CONFIG"):
        environment[f"RELEASE_READER_{name}"] = str(folder / name.lower())
    tmux = Tmux(folder, environment)
    try:
        screen = Screen(tmux, columns, rows)
        screen.shows("? help")
        wait_for("the releases", lambda: f"{len([*SAMPLES.iterdir()])} releases" in screen.text())
        screen.press("/")
        screen.type("moorng lines harbuor")
        screen.shows("Mooring lines kill more")
        screen.press("Enter")
        screen.shows("/ search")
        screen.press("Enter")
        screen.shows(" matches")
        screen.press("]")
        screen.shows("─ quotation ")
        screen.press("y")
        screen.shows("APA 7 reference")
        screen.press("?")
        screen.shows("Keys")
        screen.press("Escape")
        wait_for("the help to close", lambda: "find a key" not in screen.text())
        for _ in range(3):  # from the text to the list, from the search to the whole list, out
            screen.press("q")
        screen.shows("LEFT WITH 0")
    finally:
        tmux.stop()


def test_the_editor_has_the_terminal_and_what_it_wrote_holds_at_once(folder: Path, environment: dict[str, str]) -> None:
    require("tmux")
    for name in ("CACHE", "DATA", "CONFIG"):
        environment[f"RELEASE_READER_{name}"] = str(folder / name.lower())
    editor = folder / "an editor"
    editor.write_text('#!/bin/sh\nread -r line </dev/tty\nprintf \'style = "%s"\\n\' "$line" >"$1"\n')
    editor.chmod(0o755)
    tmux = Tmux(folder, environment | {"EDITOR": f"'{editor}'"})
    try:
        screen = Screen(tmux, 80, 24)
        screen.shows("y citation")
        screen.press(":")
        screen.shows("🔎")
        screen.type("open the settings")
        screen.shows("In your editor")
        screen.press("Enter")
        wait_for("the editor to have the terminal", lambda: "Release Reader" not in screen.text())
        screen.type("un")
        screen.press("Enter")
        screen.shows("The settings are now")
        screen.press("y")
        screen.shows("United Nations reference")
    finally:
        tmux.stop()
