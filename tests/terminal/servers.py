"""Real terminals and servers for the tests: each on a socket or display of its own, and gone when the test is over."""

import base64
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from reader.clipboard import CopyOutcome

Found = TypeVar("Found")

_OSC_52 = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
_NOBODY = 65534


def require(*programs: str) -> None:
    """Skip the test, saying why, unless all these programs are installed."""
    missing = [program for program in programs if not find(program)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def find(program: str) -> str | None:
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def wait_for(what: str, condition: Callable[[], Found], seconds: float = 10.0) -> Found:
    """The condition's first true value; fails when none comes in time."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            pytest.fail(f"waited {seconds:g} s in vain for {what}")
        select.select([], [], [], 0.01)
    return value


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that leads a session, and everything in it."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, number)
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                continue


class Terminal:
    """A terminal without a screen: a program runs in it, and every byte that the program writes to it is kept."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        require("setsid")
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", *command], stdin=slave, stdout=slave, stderr=slave, env=dict(environment)
        )
        os.close(slave)
        self.output = b""
        self._closed = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            if not data:
                return
            self.output += data

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    @property
    def clipboards(self) -> list[str]:
        """Every text that the terminal was told to put on its clipboard (OSC 52)."""
        return [base64.b64decode(found).decode() for found in _OSC_52.findall(self.output)]

    @property
    def clipboard(self) -> str | None:
        """The last of them, which is what a user would paste."""
        return self.clipboards[-1] if self.clipboards else None

    def wait(self) -> None:
        """Wait until the program has ended of itself."""
        wait_for("the program to end", lambda: self._process.poll() is not None)

    def close(self) -> None:
        """Close the terminal, as a user closes the window; once is enough."""
        if self._closed:
            return
        self._closed = True
        self._process.terminate()
        self._process.wait(5)
        self._reader.join(2)
        os.close(self._master)


class Tmux:
    """A tmux server with one session and no key of the user's configuration."""

    def __init__(self, folder: Path, environment: Mapping[str, str], *, set_clipboard: str = "external") -> None:
        self.socket = folder / "tmux"
        self._environment = environment
        configuration = folder / "tmux.conf"
        configuration.write_text(f"set -g set-clipboard {set_clipboard}\nset -g status off\n")
        self._command = ["tmux", "-S", str(self.socket), "-f", str(configuration)]
        self.run("new-session", "-d", "-x", "80", "-y", "24", "cat")

    def run(self, *arguments: str) -> str:
        command = [*self._command, *arguments]
        return subprocess.run(command, env=self._environment, check=True, capture_output=True, text=True).stdout

    @property
    def attaching(self) -> list[str]:
        """The command line that shows the session in the terminal it is run in."""
        return [*self._command, "attach-session"]

    @property
    def buffer(self) -> str:
        return self.run("save-buffer", "-")

    def attach(self, **environment: str) -> Terminal:
        """A terminal showing the session; its environment is ours with these changes."""
        terminal = Terminal(self.attaching, {**self._environment, **environment})
        wait_for("tmux to draw", lambda: self.run("list-clients").strip())
        return terminal

    def start(self, command: Sequence[str]) -> None:
        """Run a command in a new window."""
        self.run("new-window", "-d", *command)

    def stop(self) -> None:
        self.run("kill-server")


class Sshd:
    """An SSH server on 127.0.0.1 with keys of its own, which lets in whoever runs the tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("host", "user"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
        shutil.copy(folder / "user.pub", folder / "authorized")
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self._port = _free_port()
        self._log = folder / "log"
        configuration = folder / "sshd_config"
        configuration.write_text(
            f"ListenAddress 127.0.0.1\nPort {self._port}\nHostKey {folder}/host\nPidFile none\nUsePAM no\n"
            f"AuthorizedKeysFile {folder}/authorized\nStrictModes no\nPasswordAuthentication no\n"
            "PermitRootLogin yes\nX11Forwarding yes\nX11UseLocalhost yes\n"
        )
        command = [find("sshd") or "sshd", "-D", "-f", str(configuration), "-E", str(self._log)]
        self._process = subprocess.Popen(command, start_new_session=True)
        wait_for("sshd to listen", self._listening)

    def _listening(self) -> bool:
        if self._process.poll() is not None:
            pytest.skip(f"sshd does not run here: {self._log.read_text().strip()}")
        return self._log.exists() and "Server listening" in self._log.read_text()

    def command(self, remote: str, *options: str) -> list[str]:
        """The client's command line that runs the shell line `remote` in a terminal on the server."""
        known = ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={self._folder}/known"]
        quiet = ["-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-i", str(self._folder / "user")]
        address = ["-p", str(self._port), "127.0.0.1"]
        return ["ssh", "-F", "none", "-tt", *known, *quiet, *options, *address, remote]

    def stop(self) -> None:
        stop(self._process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Xvfb:
    """An X server without a screen, reachable from this machine only."""

    def __init__(self, folder: Path) -> None:
        number = folder / "display"
        with number.open("wb") as file:
            descriptor = file.fileno()
            command = [
                "Xvfb",
                "-displayfd",
                str(descriptor),
                "-nolisten",
                "tcp",
                "-noreset",
                "-screen",
                "0",
                "640x480x24",
            ]
            self._process = subprocess.Popen(
                command, pass_fds=[descriptor], start_new_session=True, stderr=subprocess.DEVNULL
            )
        wait_for("Xvfb to start", lambda: number.read_bytes().endswith(b"\n"))
        self.display = f":{number.read_text().strip()}"

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def stop(self) -> None:
        stop(self._process)


class Sway:
    """A Wayland compositor without a screen. It refuses to run as root, so that root's tests run it as nobody."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        configuration = folder / "sway"
        configuration.write_text("xwayland disable\n")
        owner = _NOBODY if os.getuid() == 0 else None
        if owner:
            os.chown(folder, owner, owner)
        self._process = subprocess.Popen(
            ["sway", "-c", str(configuration)],
            env={**environment, **_HEADLESS, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
            start_new_session=True,
            stderr=subprocess.DEVNULL,
            user=owner,
            group=owner,
        )
        found = wait_for("sway to start", lambda: [path for path in folder.glob("wayland-*") if path.is_socket()])
        self.display = str(found[0])

    def stop(self) -> None:
        stop(self._process)


_HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}


@dataclass(frozen=True, slots=True)
class Copying:
    """A command that copies a text from where it is run, and the outcome it leaves."""

    command: list[str]
    result: Path

    def outcome(self) -> CopyOutcome:
        wait_for("the outcome", self.result.exists)
        found = json.loads(self.result.read_text(encoding="utf-8"))
        return CopyOutcome(**{**found, "tried": tuple(found["tried"])})


def python(script: str, *arguments: str) -> list[str]:
    """The command line that runs a script beside this file."""
    return [sys.executable, str(Path(__file__).with_name(script)), *arguments]
