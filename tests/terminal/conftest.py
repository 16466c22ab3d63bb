"""Real displays, multiplexers and an SSH server for the tests of what only a real terminal can show.

What is not installed skips its tests with the reason. Everything listens on this machine only, has its sockets in a
folder of its own (a short one: a socket's path has room for 107 bytes) and is stopped after the test.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.servers import Copying, Sshd, Sway, Terminal, Tmux, Xvfb, find, python, require

_SURROUNDINGS = ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "TMUX_PANE", "STY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A private folder with a short path."""
    with tempfile.TemporaryDirectory(prefix="rr-") as name:
        yield Path(name)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No display, no multiplexer, no SSH, and a home of its own."""
    for name in _SURROUNDINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))  # where xsel writes a log


@pytest.fixture
def environment(bare: None) -> dict[str, str]:
    """The environment that a terminal opened here would have."""
    return dict(os.environ)


@pytest.fixture
def only_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Path]:
    """A function that leaves just these programs on PATH, and returns the folder, where a test may add its own."""

    def leave(*programs: str) -> Path:
        require(*programs)
        tools = tmp_path / "tools"
        tools.mkdir()
        for program in programs:
            (tools / program).symlink_to(str(find(program)))
        monkeypatch.setenv("PATH", str(tools))
        return tools

    return leave


@pytest.fixture(scope="session")
def xvfb() -> Iterator[Xvfb]:
    require("Xvfb")
    with tempfile.TemporaryDirectory(prefix="rr-") as name:
        server = Xvfb(Path(name))
        yield server
        server.stop()


@pytest.fixture
def display(xvfb: Xvfb, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a living X display, which the test runs on."""
    monkeypatch.setenv("DISPLAY", xvfb.display)
    return xvfb.display


@pytest.fixture
def dead_display(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an X display whose server has gone."""
    require("Xvfb")
    server = Xvfb(folder)
    server.stop()
    monkeypatch.setenv("DISPLAY", server.display)
    return server.display


@pytest.fixture
def wayland(folder: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The socket of a Wayland compositor, which the test runs on."""
    require("sway", "wl-copy", "wl-paste")
    server = Sway(folder, environment)
    monkeypatch.setenv("WAYLAND_DISPLAY", server.display)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield server.display
    server.stop()


@pytest.fixture
def open_terminal(environment: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    """A function that runs a command in a terminal of its own."""
    opened: list[Terminal] = []

    def start(command: list[str], **changes: str) -> Terminal:
        opened.append(Terminal(command, {**environment, **changes}))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def open_tmux(folder: Path, environment: dict[str, str]) -> Iterator[Callable[..., Tmux]]:
    """A function that starts a tmux server with a setting of `set-clipboard` and changes to the environment."""
    require("tmux")
    servers: list[Tmux] = []

    def start(set_clipboard: str = "external", **changes: str) -> Tmux:
        home = folder / f"tmux{len(servers)}"
        home.mkdir()
        servers.append(Tmux(home, {**environment, **changes}, set_clipboard=set_clipboard))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def attach(open_tmux: Callable[..., Tmux]) -> Iterator[Callable[..., Terminal]]:
    """A function that opens a terminal on a tmux session."""
    opened: list[Terminal] = []

    def start(tmux: Tmux, **changes: str) -> Terminal:
        opened.append(tmux.attach(**changes))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def open_screen(folder: Path, open_terminal: Callable[..., Terminal]) -> Iterator[Callable[..., Terminal]]:
    """A function that opens a terminal in which GNU screen runs a command."""
    require("screen")
    configuration = folder / "screenrc"
    configuration.write_text("startup_message off\n")

    def start(command: list[str]) -> Terminal:
        return open_terminal(["screen", "-S", "reader", "-c", str(configuration), *command], SCREENDIR=str(folder))

    yield start
    subprocess.run(
        ["screen", "-S", "reader", "-X", "quit"], env={**os.environ, "SCREENDIR": str(folder)}, capture_output=True
    )


@pytest.fixture
def sshd(folder: Path) -> Iterator[Sshd]:
    require("sshd", "ssh", "ssh-keygen")
    server = Sshd(folder)
    yield server
    server.stop()


@pytest.fixture
def copying(tmp_path: Path) -> Callable[[str], Copying]:
    """A function that prepares the copying of a text in another process."""

    def prepare(text: str) -> Copying:
        given, result = tmp_path / "text", tmp_path / "outcome.json"
        given.write_text(text, encoding="utf-8")
        return Copying(python("copy_here.py", str(given), str(result)), result)

    return prepare
