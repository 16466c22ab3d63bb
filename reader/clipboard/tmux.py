"""tmux's paste buffer, which can be read back, and through it the clipboard of the terminal around tmux.

`load-buffer -w` hands the text on to the terminal whatever `set-clipboard` says, if tmux believes that this terminal
has a clipboard; what an application writes itself (OSC 52) tmux drops unless `set-clipboard` is `on`.
Measured with tmux 3.3a; `-w` came with 3.2.
"""

from reader.clipboard import terminal
from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.process import Finished, run
from reader.clipboard.surroundings import Surroundings

_WAY = "tmux"


def copy(text: str, where: Surroundings, *, buffer: str | None = None) -> CopyOutcome:
    """Put `text` into a paste buffer and read it back; `detail` says whether the terminal is told as well.

    A buffer without a name is a new one and the next to be pasted.
    """
    if not where.tmux:
        return failed(_WAY, "not in tmux")
    data = text.encode("utf-8")
    onwards = terminal.fits(text)
    name = ["-b", buffer] if buffer else []
    loaded = _tmux(["load-buffer", *(["-w"] if onwards else []), *name, "-"], where, data)
    if loaded.code != 0:
        return failed(_WAY, loaded.complaint or "load-buffer failed")
    saved = _tmux(["save-buffer", *name, "-"], where)
    if saved.code != 0 or saved.output != data:
        return failed(_WAY, saved.complaint or "took the text, but its buffer holds something else")
    told = onwards and reaches_terminal(where)
    return CopyOutcome(_WAY, "verified", "tmux's buffer; the terminal may follow" if told else "tmux's buffer only")


def answers(where: Surroundings) -> bool:
    """Whether the server that the environment names is there."""
    return bool(ask("#{session_name}", where))


def reaches_terminal(where: Surroundings) -> bool:
    """Whether tmux believes that the terminal around it has a clipboard it can set."""
    return "clipboard" in ask("#{client_termfeatures}", where)


def ask(template: str, where: Surroundings) -> str:
    """What tmux makes of a format, such as `#{client_termname}`; empty when it gives no answer."""
    return _tmux(["display-message", "-p", template], where).output.decode("utf-8", "replace").strip()


def forget(buffer: str, where: Surroundings) -> None:
    """Delete a named buffer."""
    _tmux(["delete-buffer", "-b", buffer], where)


def _tmux(arguments: list[str], where: Surroundings, data: bytes = b"") -> Finished:
    return run(["tmux", *arguments], data, environment=where.environment)
