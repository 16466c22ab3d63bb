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
_FEATURES = ["display-message", "-p", "#{client_termfeatures}"]


def copy(text: str, where: Surroundings) -> CopyOutcome:
    """Put `text` into a new paste buffer and read it back; `detail` says whether the terminal is told as well."""
    if not where.tmux:
        return failed(_WAY, "not in tmux")
    data = text.encode("utf-8")
    onwards = terminal.fits(text)
    loaded = _tmux(["load-buffer", *(["-w"] if onwards else []), "-"], where, data)
    if loaded.code != 0:
        return failed(_WAY, loaded.complaint or "load-buffer failed")
    saved = _tmux(["save-buffer", "-"], where)
    if saved.code != 0 or saved.output != data:
        return failed(_WAY, saved.complaint or "took the text, but its buffer holds something else")
    told = onwards and reaches_terminal(where)
    return CopyOutcome(_WAY, "verified", "tmux's buffer; the terminal may follow" if told else "tmux's buffer only")


def reaches_terminal(where: Surroundings) -> bool:
    """Whether tmux believes that the terminal around it has a clipboard it can set."""
    return b"clipboard" in _tmux(_FEATURES, where).output


def _tmux(arguments: list[str], where: Surroundings, data: bytes = b"") -> Finished:
    return run(["tmux", *arguments], data, environment=where.environment)
