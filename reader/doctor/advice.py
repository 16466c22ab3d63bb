"""What a user can do about what the doctor finds. docs/troubleshooting.md says the same at length."""

from reader.clipboard import tmux
from reader.clipboard.surroundings import Surroundings

STALE_DISPLAY = "If that display has gone or was another session's, open a new terminal."
NO_TMUX = "TMUX names a tmux that gives no answer. Begin a new one, or “unset TMUX” in this shell."
OLD_TMUX = "This needs tmux 3.2 or later (load-buffer -w)."
TERM = "Set TERM to your terminal's name."
TRUECOLOUR = (
    "This terminal has 16 million: put “export COLORTERM=truecolor” into your shell's start file (SSH loses it)."
)
LOCALE = "Set LANG to a UTF-8 locale (such as C.UTF-8), and start tmux and screen anew, screen with -U."
EMOJI = "Only lines with such emoji stand a little askew."

_TERMINALS = {
    "XTerm": "xterm takes text only with “XTerm*allowWindowOps: true” in ~/.Xresources.",
    "VTE": "Terminals of GNOME's family take no text from programs: at the desktop itself install xclip or "
    "wl-clipboard, over SSH use another terminal.",
    "iTerm2": "iTerm2: Settings, General, Selection, “Applications in terminal may access clipboard”.",
    "tmux": "This terminal is a tmux, on the machine you sit at. There: “tmux set -g set-clipboard on”, and the same "
    "line without the first word in ~/.tmux.conf.",
    "Apple_Terminal": "The Terminal of macOS takes no text from programs: over SSH use another, such as iTerm2.",
}


def for_terminal(name: str) -> str:
    """What makes a terminal of this name take text, or that nothing does; empty for those that need nothing."""
    return next((advice for start, advice in _TERMINALS.items() if name.startswith(start)), "")


def install(tool: str) -> str:
    """How to get a missing tool."""
    return f"Install {tool} with your package manager."


def tmux_feature(feature: str, where: Surroundings) -> str:
    """What makes tmux believe that the terminal around it has a feature; empty when no terminal is attached."""
    client = tmux.ask("#{client_termname}", where)
    if not client:
        return ""
    return f"tmux set -as terminal-features ',{client}:{feature}', then attach anew (in ~/.tmux.conf without “tmux”)."
