"""What this terminal and this clipboard can do, tried for real, in words a user can act on (`reader doctor`)."""

import platform
import sys
from dataclasses import replace
from importlib import metadata

from reader import __version__
from reader.clipboard.surroundings import Surroundings, observe
from reader.doctor import copying, display
from reader.doctor.probe import SILENT, Answers, open_terminal, question, understand
from reader.doctor.report import Finding, Report
from reader.parsing.decode import clean_line

__all__ = ["Finding", "Report", "examine"]

_LIBRARIES = ("textual", "rich", "pyperclip", "rapidfuzz")
_VARIABLES = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE")


def examine() -> Report:
    """Try everything and report. Takes a few seconds, writes to the terminal it runs in and leaves no trace there.

    Each way of copying is tried with a sentence that says so. What the clipboard held is put back where it can be read.
    """
    where = observe()
    with open_terminal() as terminal:
        answers = understand(terminal.ask(question())) if terminal else SILENT
        findings = copying.examine(where, answers, terminal.write if terminal else None)
    findings += display.examine(where, answers)
    return Report(_facts(where, answers), tuple(map(_shown, findings)))


def _shown(finding: Finding) -> Finding:
    """The finding on one line: it may repeat what variables and other programs say."""
    return replace(finding, detail=clean_line(finding.detail), advice=clean_line(finding.advice))


def _facts(where: Surroundings, answers: Answers) -> tuple[tuple[str, str], ...]:
    environment = where.environment
    facts = [("release-reader", __version__), ("python", platform.python_version()), ("system", platform.platform())]
    facts += [(name, metadata.version(name)) for name in _LIBRARIES]
    facts += [("encoding", sys.stdout.encoding), ("terminal", answers.name or "did not say")]
    facts += [(name, environment[name]) for name in _VARIABLES if name in environment]
    facts += [("ssh", "yes" if where.remote else "no"), ("multiplexer", copying.multiplexer(where))]
    return tuple((name, clean_line(value)) for name, value in facts)
