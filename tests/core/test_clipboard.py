import base64
import os
import re
import stat
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.clipboard import CopyOutcome, copy, desktop, file, terminal
from reader.clipboard.process import run
from reader.clipboard.surroundings import Surroundings, follow

ODD = "Zwei Zeilen\nمرحبا بالعالم 😀 ｗｉｄｅ\n"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A place without display, multiplexer or SSH; the answer is the program's cache folder."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return home / "cache"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, str], None]:
    """A function that makes an executable of a shell script and puts it first on PATH."""

    def make(name: str, script: str) -> None:
        tools = tmp_path / "tools"
        tools.mkdir(exist_ok=True)
        path = tools / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        if str(tools) not in os.environ["PATH"]:
            monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")

    return make


needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the tool is a shell script")
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="this desktop's clipboard is not found by DISPLAY")


def frame_gaps(action: Callable[[], None]) -> list[float]:
    """Seconds between the frames a screen could draw while the action runs in a thread."""
    thread = threading.Thread(target=action)
    times = [time.monotonic()]
    thread.start()
    while thread.is_alive():
        thread.join(0.005)
        times.append(time.monotonic())
    return [later - earlier for earlier, later in pairwise(times)]


def test_a_sentence_claims_no_more_than_is_known() -> None:
    assert CopyOutcome("xclip", "verified", "the clipboard").sentence("Contact") == (
        "Contact copied (checked in the clipboard)"
    )
    assert CopyOutcome("tmux", "verified", "tmux's buffer only").sentence("Contact") == (
        "Contact copied (checked in tmux's buffer only)"
    )
    assert CopyOutcome("terminal", "sent", "").sentence("Citation") == "Citation sent to the terminal; it may refuse"
    assert CopyOutcome("file", "saved", "/a/b").sentence("Citation") == "Could not copy: saved to /a/b"
    assert CopyOutcome("none", "failed", "no room").sentence("Citation") == "Could not copy: no room"


def test_nothing_is_not_copied() -> None:
    sent: list[str] = []
    for text in ("", "\x1b[2J", "\u200b\u202e"):
        outcome = copy(text, write_terminal=sent.append)
        assert (outcome.certainty, outcome.detail) == ("failed", "there is nothing to copy")
    assert sent == []


def test_without_display_the_terminal_is_asked() -> None:
    sent: list[str] = []
    outcome = copy(ODD, write_terminal=sent.append)
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert sent == [f"\x1b]52;c;{base64.b64encode(ODD.encode()).decode()}\a"]


@only_linux
def test_every_better_way_says_why_it_was_not_taken() -> None:
    assert copy(ODD).tried == ("desktop: no display", "tmux: not in tmux", "terminal: no terminal to write to")


def test_what_is_copied_is_clean() -> None:
    sent: list[str] = []
    copy("a\x1b]52;c;ZXZpbA==\x07b\u202ec", write_terminal=sent.append)
    assert len(sent) == 1
    assert b"\x1b" not in base64.b64decode(sent[0].removeprefix("\x1b]52;c;").removesuffix("\a"))


@pytest.mark.parametrize("name", ["linux", "dumb"])
def test_a_terminal_known_to_have_no_clipboard_is_not_asked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", name)
    sent: list[str] = []
    assert copy(ODD, write_terminal=sent.append).certainty == "saved"
    assert sent == []


def test_a_terminal_that_has_gone_is_a_way_that_failed() -> None:
    def gone(sequence: str) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    outcome = copy(ODD, write_terminal=gone)
    assert outcome.certainty == "saved"
    assert outcome.tried[-1] == "terminal: Broken pipe"


def test_a_terminal_is_never_given_more_than_its_limit() -> None:
    sent: list[str] = []
    longest = 74_994
    assert copy("x" * longest, write_terminal=sent.append).certainty == "sent"
    assert len(sent[0]) == terminal.SEQUENCE_LIMIT
    outcome = copy("x" * (longest + 1), write_terminal=sent.append)
    assert (outcome.certainty, len(sent)) == ("saved", 1)
    assert "too long" in outcome.tried[-1]


@given(st.text(min_size=1, max_size=3000))
def test_screen_is_given_the_whole_sequence_in_pieces_it_can_hold(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    pieces = re.findall(r"\x1bP([^\x1b]*(?:\x1b\][^\x1b]*)?)\x1b\\", terminal.wrap_for_screen(terminal.sequence(text)))
    assert max(map(len, pieces)) < 256
    assert base64.b64decode("".join(pieces).removeprefix("\x1b]52;c;").removesuffix("\a")).decode() == text


class TestTheFile:
    def test_is_the_users_alone_and_holds_the_text(self, nowhere: Path) -> None:
        outcome = copy(ODD)
        assert outcome.certainty == "saved"
        path = Path(outcome.detail)
        assert path.read_bytes().decode() == ODD
        if sys.platform != "win32":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path == nowhere / file.NAME

    def test_is_one_file_that_the_next_copy_replaces(self) -> None:
        first = Path(copy("first").detail)
        second = Path(copy("second").detail)
        assert second.read_text() == "second"
        assert list(second.parent.iterdir()) == [first]

    @only_linux
    def test_replaces_a_link_and_does_not_follow_it(self, nowhere: Path, tmp_path: Path) -> None:
        victim = tmp_path / "victim"
        victim.write_text("precious")
        link = nowhere / file.NAME
        link.parent.mkdir()
        link.symlink_to(victim)
        assert Path(copy("mine").detail).read_text() == "mine"
        assert victim.read_text() == "precious"

    @only_linux
    def test_lies_among_the_temporary_files_where_the_cache_cannot_be_written(self, nowhere: Path) -> None:
        nowhere.write_text("a file where the folder should be")
        path = Path(copy(ODD).detail)
        try:
            assert path.read_bytes().decode() == ODD
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        finally:
            path.unlink()


class TestSurroundings:
    @pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
    def test_any_trace_of_ssh_is_remote(self, name: str) -> None:
        assert Surroundings({name: "x"}).remote
        assert not Surroundings({name: ""}).remote

    @pytest.mark.parametrize(
        ("display", "forwarded"),
        [("localhost:10.0", True), ("desk.example:11", True), (":0", False), ("unix:0", False), ("", False)],
    )
    def test_only_a_display_with_a_host_leads_back_to_the_user(self, display: str, forwarded: bool) -> None:
        assert Surroundings({"DISPLAY": display}).forwarded is forwarded

    def test_the_client_attached_to_tmux_now_is_believed(self) -> None:
        begun_at_the_desk = {"DISPLAY": ":0", "TMUX": "x"}
        away = follow(begun_at_the_desk, "-DISPLAY\nSSH_CONNECTION=192.0.2.1 5 192.0.2.2 22\nLANG=xx\n")
        assert Surroundings(away).remote
        assert away["DISPLAY"] == ":0"
        assert "LANG" not in away

    def test_a_pane_begun_over_ssh_and_now_at_the_desk_is_not_remote(self) -> None:
        begun_away = {"SSH_CONNECTION": "x", "SSH_TTY": "/dev/pts/1", "DISPLAY": "localhost:10.0"}
        assert follow(begun_away, "DISPLAY=:0\n-SSH_CONNECTION\n") == {"DISPLAY": ":0"}


@needs_shell
class TestAProgram:
    def test_gets_the_data_and_is_heard(self) -> None:
        ended = run(["sh", "-c", "cat; echo oops >&2; exit 3"], b"data", environment=os.environ)
        assert (ended.code, ended.output, ended.complaint) == (3, b"data", "oops")

    def test_that_hangs_is_ended_with_all_it_started(self, tmp_path: Path) -> None:
        alive = tmp_path / "fifo"
        os.mkfifo(alive)
        reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
        try:
            script = f"exec 9>{alive}; (sleep 600) & echo begun; sleep 600"
            ended = run(["sh", "-c", script], environment=os.environ, seconds=0.3)
            assert (ended.code, ended.output, ended.complaint) == (None, b"begun\n", "no answer within 0.3 s")
            os.set_blocking(reader, True)
            assert os.read(reader, 1) == b""
        finally:
            os.close(reader)

    def test_that_lives_on_does_not_keep_us_waiting(self) -> None:
        ended = run(["sh", "-c", "sleep 5 & echo done"], environment=os.environ)
        assert (ended.code, ended.output) == (0, b"done\n")

    def test_that_is_missing_is_no_exception(self) -> None:
        ended = run(["no-such-program"], environment=os.environ)
        assert (ended.code, ended.complaint) == (None, "no-such-program: No such file or directory")

    def test_has_its_complaint_cleaned(self) -> None:
        assert run(["printf", r"\033]0;evil\007 a\n"], environment=os.environ).output == b"\x1b]0;evil\x07 a\n"
        ended = run(["sh", "-c", r"printf '\033]0;evil\007broken\n' >&2; exit 1"], environment=os.environ)
        assert ended.complaint == "broken"


@only_linux
class TestTools:
    def test_one_that_hangs_is_given_up_after_two_seconds(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":0")
        tool("xclip", "exec sleep 600")
        outcomes: list[CopyOutcome] = []
        gaps = frame_gaps(lambda: outcomes.append(copy(ODD)))
        assert outcomes[0].certainty == "saved"
        assert outcomes[0].tried[0] == "xclip: no answer within 2 s"
        assert sum(gaps) < 3
        assert sorted(gaps)[-3] < 0.05, "two frames may wait for a busy machine, none for us"

    def test_one_that_lies_is_found_out(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":0")
        tool("xclip", 'case "$*" in *-o*) echo other;; *) cat >/dev/null;; esac')
        assert copy(ODD).tried[0] == "xclip: took the text, but the clipboard holds something else"

    def test_one_that_fails_is_heard(self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", ":0")
        tool("xclip", "cat >/dev/null; echo 'no such thing' >&2; exit 1")
        assert copy(ODD).tried[0] == "xclip: no such thing"

    def test_one_that_is_slow_to_show_the_text_is_waited_for(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("DISPLAY", ":0")
        held, reads = tmp_path / "held", tmp_path / "reads"
        tool(
            "xclip",
            f'case "$*" in *-o*) echo >>{reads}; [ $(wc -l <{reads}) -gt 3 ] && cat {held};; *) cat >{held};; esac',
        )
        assert copy(ODD).certainty == "verified"
        assert len(reads.read_text()) == 4

    def test_one_that_is_missing_is_named(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setenv("DISPLAY", ":0")
        assert copy(ODD).tried[0] == "desktop: no tool for this display: install xclip"
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert copy(ODD).tried[0] == "desktop: no tool for this display: install wl-clipboard"

    def test_none_is_run_over_ssh_for_the_machines_own_display(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        touched = tmp_path / "touched"
        for name in ("xclip", "xsel", "wl-copy", "wl-paste", "pbcopy"):
            tool(name, f"echo {name} >>{touched}")
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
        assert copy(ODD).tried[0] == "desktop: over SSH the display of this machine is not yours"
        assert desktop.read(Surroundings(os.environ)) is None
        assert not touched.exists()

    def test_only_an_x_tool_is_run_for_a_forwarded_display(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        held = tmp_path / "held"
        tool("xclip", f'case "$*" in *-o*) cat {held};; *) cat >{held};; esac')
        tool("wl-copy", "exit 0")
        tool("wl-paste", "exit 0")
        monkeypatch.setenv("DISPLAY", "localhost:10.0")
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
        outcome = copy(ODD)
        assert (outcome.way, outcome.certainty) == ("xclip", "verified")

    def test_the_machines_own_desktop_is_not_reached_by_way_of_a_forwarded_display(
        self, tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        touched = tmp_path / "touched"
        for name in ("klipper", "qdbus"):
            tool(name, f"echo {name} >>{touched}")
        monkeypatch.setenv("PATH", str(tmp_path / "tools"))
        monkeypatch.setenv("DISPLAY", "localhost:10.0")
        monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 5 192.0.2.2 22")
        assert copy(ODD).tried[0] == "desktop: no tool for this display: install xclip"
        assert not touched.exists()
