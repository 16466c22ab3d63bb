"""Copying in a session on a real SSH server, which must never touch the server's own display."""

import shlex
import subprocess
from collections.abc import Callable

from tests.terminal.servers import Copying, Sshd, Terminal, require, wait_for

TEXT = "قال المدير العام: «نعم» 😀\n"


def remote(prepared: Copying, *options: str, **environment: str) -> str:
    """The shell line that copies on the server."""
    settings = [f"{name}={value}" for name, value in environment.items()]
    return shlex.join(["env", *settings, *prepared.command, *options])


def test_the_text_goes_to_the_users_terminal_and_not_to_the_servers_display(
    display: str, sshd: Sshd, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    require("xclip")
    subprocess.run(["xclip", "-selection", "clipboard"], input=b"the server's own", check=True, timeout=5)
    prepared = copying(TEXT)
    terminal = open_terminal(sshd.command(remote(prepared, DISPLAY=display, WAYLAND_DISPLAY="wayland-1")))
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty) == ("terminal", "sent")
    assert outcome.tried[0] == "desktop: over SSH the display of this machine is not yours"
    wait_for("OSC 52", lambda: terminal.clipboard == TEXT)
    held = subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=True, capture_output=True, timeout=5)
    assert held.stdout == b"the server's own"


def test_a_text_too_long_for_a_terminal_is_saved_on_the_server(
    sshd: Sshd, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    prepared = copying("x" * 1_000_000)
    terminal = open_terminal(sshd.command(remote(prepared)))
    outcome = prepared.outcome()
    assert outcome.certainty == "saved"
    assert outcome.tried[-1] == "terminal: too long for a terminal's clipboard, which takes 75 KB"
    assert terminal.clipboard is None


def test_a_display_forwarded_by_ssh_is_the_users_own(
    display: str, sshd: Sshd, copying: Callable[[str], Copying], open_terminal: Callable[..., Terminal]
) -> None:
    require("xclip", "xauth")
    prepared = copying(TEXT)
    open_terminal(sshd.command(remote(prepared, "--stay"), "-Y"), DISPLAY=display)
    outcome = prepared.outcome()
    assert (outcome.way, outcome.certainty, outcome.tried) == ("xclip", "verified", ())
    held = subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=True, capture_output=True, timeout=5)
    assert held.stdout.decode() == TEXT
