"""What the doctor found, for people and for bug reports."""

import json
import textwrap
from dataclasses import asdict, dataclass
from typing import Literal

State = Literal["works", "unsure", "fails", "absent"]

_WORDS: dict[State, str] = {"works": "works", "unsure": "not sure", "fails": "fails", "absent": "not here"}
_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried. `advice` says what to do about it, in words and commands, where there is something."""

    subject: str
    state: State
    detail: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found: `facts` are names with values (versions, variables), none of them private."""

    facts: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]

    def text(self) -> str:
        """The report for people, without colour, at most 80 columns wide where words allow."""
        return "\n".join([*map(_paragraph, self.findings), "", *(f"{name}: {value}" for name, value in self.facts)])

    def json(self) -> str:
        """The report for a bug report: an object with `facts` and `findings`."""
        findings = [asdict(finding) for finding in self.findings]
        return json.dumps({"facts": dict(self.facts), "findings": findings}, ensure_ascii=False, indent=2)


def _paragraph(finding: Finding) -> str:
    indent = " " * 10
    heading = f"{_WORDS[finding.state]:<10}"
    lines = textwrap.wrap(
        f"{finding.subject}: {finding.detail}", _WIDTH, initial_indent=heading, subsequent_indent=indent
    )
    if finding.advice:
        lines += textwrap.wrap(finding.advice, _WIDTH, initial_indent=f"{indent}→ ", subsequent_indent=f"{indent}  ")
    return "\n".join(lines)
