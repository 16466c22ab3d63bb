"""The ways a text can take to the user's clipboard, best first, until one is taken."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.clipboard import desktop, file, terminal, tmux
from reader.clipboard import rich as rich_text
from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.rich import Rich
from reader.clipboard.surroundings import Surroundings, observe
from reader.parsing.decode import clean


def copy(text: str, *, rich: Rich | None = None, write_terminal: Callable[[str], None] | None = None) -> CopyOutcome:
    """Clean `text` and copy it by the best way there is, or `rich` in its place where the clipboard takes that.

    `write_terminal` writes to the user's terminal; without it the terminal's own clipboard is left out. Blocks while
    other programs are asked, each for at most two seconds: call it in a worker thread. A way that fails never raises.
    """
    text = clean(text)
    if not text:
        return failed("none", "there is nothing to copy")
    tried: list[str] = []
    for outcome in _attempts(text, rich, observe(), write_terminal):
        if outcome.certainty != "failed":
            return replace(outcome, tried=tuple(tried))
        tried.append(f"{outcome.way}: {outcome.detail}")
    return CopyOutcome("none", "failed", outcome.detail, tuple(tried))


def _attempts(
    text: str, rich: Rich | None, where: Surroundings, write: Callable[[str], None] | None
) -> Iterator[CopyOutcome]:
    if rich:
        yield rich_text.copy(rich, where)
    yield desktop.copy(text, where)
    yield tmux.copy(text, where)
    yield terminal.copy(text, where, write)
    yield file.copy(text)
