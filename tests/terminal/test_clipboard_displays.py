"""Copying to real X11 and Wayland displays, each copy read back by a program that did not make it."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.clipboard import copy
from tests.terminal.servers import Copying, Terminal, Xvfb, find, require, wait_for

READERS = {"xclip": ("xclip", "-selection", "clipboard", "-o"), "xsel": ("xsel", "--clipboard", "--output")}
TEXTS = {
    "a line": "Press Office, +43 1 234 5678",
    "a newline at the end": "one\ntwo\n",
    "Arabic and emoji": "قال المدير العام: «نعم» 😀 👩‍🚀",
}
MEGABYTE = "0123456789 äöü\n" * 62_000

texts = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
all_texts = pytest.mark.parametrize("text", [*TEXTS.values(), MEGABYTE], ids=[*TEXTS.keys(), "a megabyte"])


def pasted(program: str, *options: str) -> str:
    """What a program, found wherever it is installed, says the clipboard holds."""
    command = [str(find(program)), *options]
    return subprocess.run(command, check=False, capture_output=True, timeout=5).stdout.decode()


@texts
@pytest.mark.parametrize(("tool", "other"), [("xclip", "xsel"), ("xsel", "xclip")])
def test_x11(tool: str, other: str, text: str, display: str, only_tools: Callable[..., Path]) -> None:
    require(other)
    reader = (str(find(other)), *READERS[other][1:])
    only_tools(tool)
    outcome = copy(text)
    assert (outcome.way, outcome.certainty, outcome.tried) == (tool, "verified", ())
    assert pasted(*reader) == text


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_x11_with_a_megabyte(tool: str, display: str, only_tools: Callable[..., Path]) -> None:
    """Read by xclip, since xsel 1.2.0 fails on a long text that it does not hold itself ("malloc error")."""
    require("xclip")
    reader = (str(find("xclip")), *READERS["xclip"][1:])
    only_tools(tool)
    outcome = copy(MEGABYTE)
    assert (outcome.way, outcome.certainty) == (tool, "verified")
    wait_for("the owner, which a busy machine keeps waiting, to hand it over", lambda: pasted(*reader) == MEGABYTE)


@all_texts
def test_wayland(text: str, wayland: str) -> None:
    outcome = copy(text)
    assert (outcome.way, outcome.certainty, outcome.tried) == ("wl-clipboard", "verified", ())
    assert pasted("wl-paste", "--no-newline") == text


@pytest.mark.parametrize(
    "text", ["%PDF-1.4 of a release", "<svg xmlns='x'>", "{\\rtf1 x}", '<?xml version="1.0"?><a/>']
)
def test_wayland_keeps_plain_text_that_looks_like_a_file(text: str, wayland: str) -> None:
    assert copy(text).certainty == "verified"
    assert pasted("wl-paste", "--no-newline", "--type", "text/plain") == text


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_of_many_copies_the_last_one_stays(tool: str, display: str, only_tools: Callable[..., Path]) -> None:
    only_tools(tool)
    for text in ("first", "second", "third", "fourth", "fifth"):
        assert copy(text).certainty == "verified"
        assert pasted(*READERS[tool]) == text


def test_the_text_outlives_the_reader_and_its_terminal(
    display: str, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    require("xclip")
    prepared = copying("kept")
    terminal = open_terminal([*prepared.command, "--stay"], DISPLAY=display)
    assert prepared.outcome().certainty == "verified"
    terminal.close()
    assert pasted(*READERS["xclip"]) == "kept"


def test_a_tool_prints_nothing_on_the_screen(
    copying: Callable[[str], Copying], only_tools: Callable[..., Path], open_terminal: Callable[..., Terminal]
) -> None:
    tools = only_tools("cat", "setsid")
    noisy = tools / "xclip"
    noisy.write_text("#!/bin/sh\ncat >/dev/null; echo noise; echo noise >&2; echo noise >/dev/tty\n")
    noisy.chmod(0o755)
    prepared = copying("x" * 80_000)
    terminal = open_terminal(prepared.command, DISPLAY=":0", PATH=str(tools))
    assert prepared.outcome().certainty == "saved"
    terminal.close()
    assert terminal.output == b""


@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_a_dead_x_display_is_not_believed(tool: str, dead_display: str, only_tools: Callable[..., Path]) -> None:
    only_tools(tool)
    sent: list[str] = []
    outcome = copy("text", write_terminal=sent.append)
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert len(sent) == 1
    assert outcome.tried[0].startswith(f"{tool}: ")


def test_a_dead_wayland_display_is_not_believed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require("wl-copy", "wl-paste")
    monkeypatch.setenv("WAYLAND_DISPLAY", str(folder / "wayland-9"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    outcome = copy("text", write_terminal=lambda sequence: None)
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert outcome.tried[0] == "wl-clipboard: Failed to connect to a Wayland server"


@pytest.fixture
def frozen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Xvfb]:
    """An X server that accepts connections and never answers."""
    require("Xvfb")
    server = Xvfb(folder)
    monkeypatch.setenv("DISPLAY", server.display)
    server.signal(signal.SIGSTOP)
    yield server
    server.signal(signal.SIGCONT)
    server.stop()


def test_a_display_that_does_not_answer_is_given_up(frozen: Xvfb, only_tools: Callable[..., Path]) -> None:
    only_tools("xclip")
    outcome = copy("text", write_terminal=lambda sequence: None)
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert outcome.tried[0] == "xclip: no answer within 2 s"


def test_no_display_asks_the_terminal(
    copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    prepared = copying(TEXTS["Arabic and emoji"])
    terminal = open_terminal(prepared.command)
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty, outcome.tried[0]) == ("terminal", "sent", "desktop: no display")
    wait_for("OSC 52", lambda: terminal.clipboard == TEXTS["Arabic and emoji"])


@pytest.mark.parametrize("text", [TEXTS["Arabic and emoji"], "x" * 74_994], ids=["Arabic and emoji", "the longest"])
def test_a_terminal_that_follows_osc_52(
    text: str, display: str, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    require("xterm", "xclip")
    prepared = copying(text)
    program = ["env", "-u", "DISPLAY", *prepared.command, "--stay"]
    open_terminal(["xterm", "-xrm", "XTerm*allowWindowOps: true", "-e", *program], DISPLAY=display)
    assert prepared.outcome().certainty == "sent"
    wait_for("xterm to take the text", lambda: pasted(*READERS["xclip"]) == text)


def test_a_terminal_that_refuses_osc_52_gives_no_sign(
    display: str, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    require("xterm", "xclip")
    subprocess.run([*READERS["xclip"][:-1]], input=b"before", check=True, timeout=5)
    prepared = copying("refused")
    program = ["env", "-u", "DISPLAY", *prepared.command]
    terminal = open_terminal(["xterm", "-xrm", "XTerm*allowWindowOps: false", "-e", *program], DISPLAY=display)
    outcome = prepared.outcome()
    terminal.wait()
    assert outcome.sentence("Citation") == "Citation sent to the terminal; it may refuse"
    assert pasted(*READERS["xclip"]) == "before"
