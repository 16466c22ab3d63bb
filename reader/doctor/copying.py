"""Every way of copying, tried in the order the chain takes them."""

import sys
from collections.abc import Callable
from pathlib import Path

from reader.clipboard import desktop, file, terminal, tmux
from reader.clipboard.outcome import CopyOutcome, failed
from reader.clipboard.process import run
from reader.clipboard.surroundings import Surroundings, without_multiplexer
from reader.doctor import advice
from reader.doctor.probe import Answers
from reader.doctor.report import Finding

_DESKTOP, _TMUX, _TERMINAL, _FILE = "the desktop's clipboard", "tmux's buffer", "the terminal's clipboard", "a file"
_TO_DESKTOP = "This is Release Reader's doctor, trying the desktop's clipboard."
_TO_TERMINAL = "This is Release Reader's doctor, trying the terminal's clipboard."
_BUFFER = "release-reader-doctor"

_PASTE = f"Paste somewhere now: if you read “{_TO_TERMINAL}”, it works."


def examine(where: Surroundings, answers: Answers, write: Callable[[str], None] | None) -> list[Finding]:
    """Try the ways; what the desktop's clipboard held is put back at the end, if it was text.

    The terminal comes first: X11 refuses it a clipboard that changed after the last key it saw.
    """
    held = desktop.read(where)
    buffered = _tmux(where)
    if buffered.state == "fails":  # then the chain goes on to the terminal itself
        where = without_multiplexer(where)
    sent = _send(where, write)
    shown = sent.certainty == "sent" and desktop.holds(_TO_TERMINAL, where)
    outcome = desktop.copy(_TO_DESKTOP, where)
    verified = outcome.certainty == "verified"
    restored = verified and bool(held) and desktop.copy(str(held), where).certainty == "verified"
    found = _desktop(outcome, where, "; what it held was put back" if restored else "")
    return [found, buffered, _terminal(sent, shown if verified else None, where, answers), _file()]


def multiplexer(where: Surroundings) -> str:
    """tmux or screen with its version, or "none"."""
    if not where.tmux and not where.screen:
        return "none"
    command = ["tmux", "-V"] if where.tmux else ["screen", "--version"]
    return run(command, environment=where.environment).output.decode("utf-8", "replace").strip()


def _desktop(outcome: CopyOutcome, where: Surroundings, restored: str) -> Finding:
    if outcome.certainty == "verified":
        return Finding(_DESKTOP, "works", f"{outcome.way}, written and read back{restored}")
    if (where.remote and not where.forwarded) or outcome.detail == desktop.NO_DISPLAY:
        return Finding(_DESKTOP, "absent", outcome.detail)
    if outcome.detail.startswith(desktop.NO_TOOL):
        return Finding(_DESKTOP, "fails", outcome.detail, advice.install(desktop.missing_tool(where)))
    remedy = advice.STALE_DISPLAY if sys.platform == "linux" else ""
    return Finding(_DESKTOP, "fails", f"{outcome.way}: {outcome.detail}", remedy)


def _tmux(where: Surroundings) -> Finding:
    outcome = tmux.copy(_TO_TERMINAL, where, buffer=_BUFFER)
    if not where.tmux:
        return Finding(_TMUX, "absent", outcome.detail)
    if outcome.certainty != "verified":
        return Finding(_TMUX, "fails", outcome.detail, advice.OLD_TMUX if tmux.answers(where) else advice.NO_TMUX)
    tmux.forget(_BUFFER, where)
    return Finding(_TMUX, "works", "written and read back", "Paste it with tmux's prefix and ].")


def _send(where: Surroundings, write: Callable[[str], None] | None) -> CopyOutcome:
    """Whether the terminal was given the text: in tmux, the trial of tmux's buffer has done so."""
    if not where.tmux:
        return terminal.copy(_TO_TERMINAL, where, write)
    if tmux.reaches_terminal(where):
        return CopyOutcome(_TERMINAL, "sent", "tmux hands it on")
    return failed(_TERMINAL, "tmux does not hand text on to this terminal")


def _terminal(sent: CopyOutcome, shown: bool | None, where: Surroundings, answers: Answers) -> Finding:
    """`shown` says whether the desktop's clipboard came to hold the text, where that can be seen."""
    hint = _hint(where, answers)
    if sent.certainty != "sent":
        return Finding(_TERMINAL, "fails" if where.tmux else "absent", sent.detail, hint if where.tmux else "")
    if shown:
        return Finding(_TERMINAL, "works", "sent, and found on the desktop's clipboard")
    if shown is False:
        return Finding(_TERMINAL, "fails", "sent, but the desktop's clipboard does not show it", hint)
    if answers.takes_clipboard:
        return Finding(_TERMINAL, "works", "sent; the terminal says of itself that it takes text")
    return Finding(_TERMINAL, "unsure", "sent; a terminal gives no answer", f"{_PASTE} {hint}".strip())


def _hint(where: Surroundings, answers: Answers) -> str:
    """What makes this terminal take text, or that nothing does."""
    if where.tmux:
        return "" if tmux.reaches_terminal(where) else advice.tmux_feature("clipboard", where)
    return advice.for_terminal(answers.name or where.environment.get("TERM_PROGRAM", ""))


def _file() -> Finding:
    outcome = file.copy(_TO_DESKTOP, "doctor.txt")
    if outcome.certainty != "saved":
        return Finding(_FILE, "fails", outcome.detail)
    Path(outcome.detail).unlink()
    return Finding(_FILE, "works", "the last resort; it can be written")
