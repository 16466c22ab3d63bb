"""Copying inside tmux and GNU screen, with a terminal around them that keeps what it is told."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.clipboard import copy
from tests.terminal.servers import Copying, Terminal, Tmux, find, require, wait_for

TEXT = "قال المدير العام: «نعم» 😀\nwith a newline at the end\n"
SETTINGS = pytest.mark.parametrize("set_clipboard", ["off", "external", "on"])


@SETTINGS
def test_tmux_keeps_the_text_and_tells_its_terminal(
    set_clipboard: str,
    open_tmux: Callable[..., Tmux],
    attach: Callable[..., Terminal],
    copying: Callable[[str], Copying],
) -> None:
    tmux = open_tmux(set_clipboard)
    around = attach(tmux, TERM="xterm-256color")
    prepared = copying(TEXT)
    tmux.start(prepared.command)
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty) == ("tmux", "verified")
    assert outcome.sentence("Contact") == "Contact copied (checked in tmux's buffer; the terminal may follow)"
    assert tmux.buffer == TEXT
    wait_for("OSC 52", lambda: around.clipboard == TEXT)


def test_tmux_in_a_terminal_it_knows_no_clipboard_of(
    open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], copying: Callable[[str], Copying]
) -> None:
    tmux = open_tmux("on")
    around = attach(tmux, TERM="vt100")
    prepared = copying(TEXT)
    tmux.start(prepared.command)
    assert prepared.outcome().sentence("Contact") == "Contact copied (checked in tmux's buffer only)"
    assert tmux.buffer == TEXT
    tmux.run("detach-client", "-s", "0")
    around.wait()
    around.close()
    assert around.clipboards == []


def test_tmux_told_that_its_terminal_has_a_clipboard(
    open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], copying: Callable[[str], Copying]
) -> None:
    tmux = open_tmux()
    tmux.run("set", "-as", "terminal-features", ",vt100:clipboard")
    around = attach(tmux, TERM="vt100")
    prepared = copying(TEXT)
    tmux.start(prepared.command)
    assert prepared.outcome().detail == "tmux's buffer; the terminal may follow"
    wait_for("OSC 52", lambda: around.clipboard == TEXT)


@pytest.mark.parametrize(("set_clipboard", "followed"), [("on", True), ("external", False)])
def test_tmux_in_tmux(
    set_clipboard: str,
    followed: bool,
    open_tmux: Callable[..., Tmux],
    attach: Callable[..., Terminal],
    copying: Callable[[str], Copying],
) -> None:
    """The outer tmux is a terminal that takes OSC 52 only with `set-clipboard on`."""
    outer, inner = open_tmux(set_clipboard), open_tmux()
    around = attach(outer, TERM="xterm-256color")
    outer.run("new-window", "env", "-u", "TMUX", *inner.attaching)
    wait_for("the inner client", lambda: "clipboard" in inner.run("display", "-p", "#{client_termfeatures}"))
    prepared = copying(TEXT)
    inner.start(prepared.command)
    assert prepared.outcome().certainty == "verified"
    assert inner.buffer == TEXT
    if followed:
        wait_for("the outer buffer", lambda: outer.run("list-buffers") and outer.buffer == TEXT)
        wait_for("OSC 52", lambda: around.clipboard == TEXT)
    else:
        assert outer.run("list-buffers") == ""


def test_tmux_takes_a_megabyte_and_does_not_flood_its_terminal(
    open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], copying: Callable[[str], Copying]
) -> None:
    text = "0123456789 äöü\n" * 62_000
    tmux = open_tmux("on")
    around = attach(tmux)
    prepared = copying(text)
    tmux.start(prepared.command)
    assert prepared.outcome().detail == "tmux's buffer only"
    assert tmux.buffer == text
    tmux.run("set-buffer", "-w", "afterwards")
    wait_for("OSC 52", lambda: around.clipboard == "afterwards")
    assert around.clipboards == ["afterwards"]


def test_tmux_too_old_for_its_terminal_leaves_it_to_osc_52(
    open_tmux: Callable[..., Tmux],
    copying: Callable[[str], Copying],
    only_tools: Callable[..., Path],
) -> None:
    """tmux came to know `load-buffer -w` in 3.2; an older one says so and takes OSC 52 with `set-clipboard on`."""
    require("tmux")
    tmux = open_tmux("on")
    tools = only_tools("env")
    old = tools / "tmux"
    old.write_text(
        f'#!/bin/sh\n[ "$2" = -w ] && echo "tmux: unknown option -- w" >&2 && exit 1\nexec {find("tmux")} "$@"\n'
    )
    old.chmod(0o755)
    prepared = copying(TEXT)
    tmux.start(["env", f"PATH={tools}", *prepared.command])
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert outcome.tried[1] == "tmux: tmux: unknown option -- w"
    wait_for("tmux's buffer", lambda: tmux.run("list-buffers") and tmux.buffer == TEXT)


def test_tmux_that_has_gone(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    require("tmux")
    monkeypatch.setenv("TMUX", f"{folder}/gone,1,0")
    outcome = copy("text", write_terminal=lambda sequence: None)
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert outcome.tried[1].startswith("tmux: ")


def test_a_pane_from_the_desk_does_not_copy_to_the_desk_when_used_over_ssh(
    display: str,
    open_tmux: Callable[..., Tmux],
    attach: Callable[..., Terminal],
    copying: Callable[[str], Copying],
) -> None:
    tmux = open_tmux(DISPLAY=display)
    attach(tmux, SSH_CONNECTION="192.0.2.1 5 192.0.2.2 22")
    prepared = copying(TEXT)
    tmux.start(["env", "-u", "SSH_CONNECTION", f"DISPLAY={display}", *prepared.command])
    outcome = prepared.outcome()
    assert (outcome.way, outcome.tried) == ("tmux", ("desktop: over SSH the display of this machine is not yours",))


@pytest.mark.parametrize("text", [TEXT, "x" * 60_000], ids=["a line", "60 KB"])
def test_screen_passes_the_whole_sequence_on(
    text: str, open_screen: Callable[..., Terminal], copying: Callable[[str], Copying]
) -> None:
    prepared = copying(text)
    terminal = open_screen([*prepared.command, "--stay"])
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    wait_for("OSC 52", lambda: terminal.clipboard == text)


def test_screen_shows_nothing_of_the_sequence(
    open_screen: Callable[..., Terminal], copying: Callable[[str], Copying]
) -> None:
    prepared = copying("x" * 3000)
    terminal = open_screen([*prepared.command, "--stay"])
    assert prepared.outcome().certainty == "sent"
    wait_for("OSC 52", lambda: terminal.clipboard == "x" * 3000)
    assert b"eHh4" not in re.sub(rb"\x1b\]52;.*?\x07", b"", terminal.output, flags=re.DOTALL)
