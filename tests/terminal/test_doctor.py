"""The doctor in real terminals: what it says there, and that it leaves everything as it found it."""

import json
import shlex
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.servers import Sshd, Terminal, Tmux, python, require, wait_for

TRIAL = "This is Release Reader's doctor, trying the terminal's clipboard."


class Examination:
    """A command that examines the place it is run in, and what it reports."""

    def __init__(self, folder: Path) -> None:
        self._result = folder / "report.json"
        self.command = python("doctor_here.py", str(self._result))

    def report(self) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        """The facts, and the findings by their subject."""
        wait_for("the report", self._result.exists)
        told = json.loads(self._result.read_text(encoding="utf-8"))
        return told["facts"], {finding["subject"]: finding for finding in told["findings"]}


@pytest.fixture
def examination(tmp_path: Path) -> Examination:
    return Examination(tmp_path)


def test_in_tmux(
    open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], examination: Examination, folder: Path
) -> None:
    tmux = open_tmux()
    around = attach(tmux, TERM="xterm-256color")
    tmux.run("set-buffer", "the user's own")
    tmux.start(examination.command)
    facts, found = examination.report()
    assert facts["terminal"] == facts["multiplexer"]
    assert found["the desktop's clipboard"]["state"] == "absent"
    assert found["tmux's buffer"]["state"] == "works"
    assert found["the terminal's clipboard"]["state"] == "unsure"
    assert TRIAL in found["the terminal's clipboard"]["advice"]
    assert "Chinese" not in found["wide characters"]["detail"]
    wait_for("OSC 52", lambda: around.clipboard == TRIAL)
    assert tmux.run("list-buffers", "-F", "#{buffer_sample}").splitlines() == ["the user's own"]


def test_in_tmux_that_knows_no_clipboard(
    open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], examination: Examination
) -> None:
    tmux = open_tmux()
    attach(tmux, TERM="vt100")
    tmux.start(examination.command)
    finding = examination.report()[1]["the terminal's clipboard"]
    assert finding["state"] == "fails"
    assert "tmux set -as terminal-features ',vt100:clipboard'" in finding["advice"]


@pytest.mark.parametrize(("feature", "state"), [("RGB", "works"), ("title", "unsure")])
def test_in_tmux_that_reduces_colours(
    feature: str,
    state: str,
    open_tmux: Callable[..., Tmux],
    attach: Callable[..., Terminal],
    examination: Examination,
) -> None:
    tmux = open_tmux()
    tmux.run("set", "-as", "terminal-features", f",xterm-256color:{feature}")
    attach(tmux)
    tmux.start(["env", "COLORTERM=truecolor", *examination.command])
    finding = examination.report()[1]["colours"]
    assert finding["state"] == state
    assert ("terminal-features ',xterm-256color:RGB'" in finding["advice"]) is (state == "unsure")


def test_where_tmux_has_gone(examination: Examination, open_terminal: Callable[..., Terminal]) -> None:
    require("tmux")
    terminal = open_terminal(examination.command, TMUX="/nonexistent,1,0", COLORTERM="truecolor")
    found = examination.report()[1]
    assert found["tmux's buffer"]["state"] == "fails"
    assert "/nonexistent" in found["tmux's buffer"]["detail"]
    assert "unset TMUX" in found["tmux's buffer"]["advice"]
    assert found["the terminal's clipboard"]["state"] == "unsure"
    assert TRIAL in found["the terminal's clipboard"]["advice"]
    assert found["colours"]["detail"] == "16 million"
    wait_for("OSC 52", lambda: terminal.clipboard == TRIAL)


def test_over_ssh_from_a_tmux_at_the_desk(
    sshd: Sshd, open_tmux: Callable[..., Tmux], attach: Callable[..., Terminal], examination: Examination
) -> None:
    tmux = open_tmux()
    attach(tmux)
    tmux.start(["env", "-u", "TMUX", *sshd.command(shlex.join(examination.command))])
    facts, found = examination.report()
    assert facts["ssh"] == "yes"
    assert facts["multiplexer"] == "none"
    assert found["the desktop's clipboard"]["detail"] == "over SSH the display of this machine is not yours"
    assert "tmux set -g set-clipboard on" in found["the terminal's clipboard"]["advice"]


def test_in_screen(open_screen: Callable[..., Terminal], examination: Examination) -> None:
    terminal = open_screen(examination.command)
    facts, found = examination.report()
    assert facts["multiplexer"].startswith("Screen version")
    assert found["the terminal's clipboard"]["state"] == "unsure"
    wait_for("OSC 52", lambda: terminal.clipboard == TRIAL)


@pytest.mark.parametrize(("allowed", "state"), [("true", "works"), ("false", "fails")])
def test_in_xterm(
    allowed: str, state: str, display: str, examination: Examination, open_terminal: Callable[..., Terminal]
) -> None:
    require("xterm", "xclip")
    subprocess.run(["xclip", "-selection", "clipboard"], input="قبل".encode(), check=True, timeout=5)
    xterm = ["xterm", "-u8", "-xrm", f"XTerm*allowWindowOps: {allowed}", "-e", *examination.command]
    open_terminal(xterm, DISPLAY=display)
    facts, found = examination.report()
    assert facts["terminal"].startswith("XTerm(")
    assert found["the desktop's clipboard"]["detail"] == "xclip, written and read back; what it held was put back"
    assert found["the terminal's clipboard"]["state"] == state
    assert ("allowWindowOps" in found["the terminal's clipboard"]["advice"]) is (state == "fails")
    assert "export COLORTERM=truecolor" in found["colours"]["advice"]
    assert not found["wide characters"]["detail"].startswith("Chinese")
    held = subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=True, capture_output=True, timeout=5)
    assert held.stdout.decode() == "قبل"


def test_in_a_terminal_that_answers_nothing(examination: Examination, open_terminal: Callable[..., Terminal]) -> None:
    begun = time.monotonic()
    terminal = open_terminal(examination.command)
    facts, found = examination.report()
    assert time.monotonic() - begun < 8
    assert facts["terminal"] == "did not say"
    assert found["wide characters"]["state"] == "unsure"
    wait_for("OSC 52", lambda: terminal.clipboard == TRIAL)


def test_names_what_to_install(
    examination: Examination, only_tools: Callable[..., Path], open_terminal: Callable[..., Terminal]
) -> None:
    tools = only_tools("setsid")
    open_terminal(examination.command, DISPLAY=":0", PATH=str(tools))
    finding = examination.report()[1]["the desktop's clipboard"]
    assert (finding["state"], finding["advice"]) == ("fails", "Install xclip with your package manager.")


def test_leaves_no_file_behind(examination: Examination, open_terminal: Callable[..., Terminal], home: Path) -> None:
    open_terminal(examination.command)
    assert examination.report()[1]["a file"]["state"] == "works"
    assert list((home / "cache").iterdir()) == []
