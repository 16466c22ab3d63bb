"""Where the reader runs: which display is the user's own, and what stands between the reader and the terminal.

A multiplexer keeps the environment of the day it was started. tmux is therefore asked what the client attached now has:
a pane opened at the desk and used over SSH in the evening must not copy to the desk's display.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from reader.clipboard.process import run

_SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_FOLLOWED = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "SSH_CONNECTION")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The environment of the user's session as it is now, and what follows from it."""

    environment: Mapping[str, str]

    @property
    def remote(self) -> bool:
        """Whether the user sits at another machine, over SSH."""
        return any(self.environment.get(name) for name in _SSH)

    @property
    def forwarded(self) -> bool:
        """Whether DISPLAY leads back to the user's machine: `ssh -X` names a host in it, a display here has none."""
        return self.environment.get("DISPLAY", "").partition(":")[0] not in ("", "unix")

    @property
    def tmux(self) -> bool:
        """Whether tmux stands between the reader and the terminal."""
        return bool(self.environment.get("TMUX"))

    @property
    def screen(self) -> bool:
        """Whether GNU screen is what the reader writes to."""
        return bool(self.environment.get("STY")) and not self.tmux


def without_multiplexer(where: Surroundings) -> Surroundings:
    """The surroundings with the terminal as what the reader writes to."""
    return Surroundings({name: value for name, value in where.environment.items() if name not in ("TMUX", "STY")})


def observe() -> Surroundings:
    """The surroundings as they are now."""
    environment = dict(os.environ)
    if environment.get("TMUX"):
        answer = run(["tmux", "show-environment"], environment=environment)
        environment = follow(environment, answer.output.decode("utf-8", "replace"))
    return Surroundings(environment)


def follow(environment: Mapping[str, str], client: str) -> dict[str, str]:
    """The environment with what the client attached now says of displays and SSH (`NAME=value`, or `-NAME` for none).

    A display that the client lacks stays: it may have been set by hand in the pane, and whether it lives is found out
    by using it. A missing SSH connection is believed, since a pane never makes one by hand.
    """
    current = dict(environment)
    for line in client.splitlines():
        name, _, value = line.partition("=")
        if name in _FOLLOWED and value:
            current[name] = value
        elif name == "-SSH_CONNECTION":
            for marker in _SSH:
                current.pop(marker, None)
    return current
