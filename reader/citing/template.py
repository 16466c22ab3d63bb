"""The small language in which citation styles are written, and how its parts meet.

`{title}` is a value, `*…*` is italic, and `⟦…⟧` is left out when a value inside it is not known. Outside such a group
every value is needed: a template that lacks one does not apply. Where a full stop or a comma of the template meets a
value that ends in a mark of its own ("Inc.", "Who pays?", "the ‘Summer’"), typography decides, here and only here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

_TOKEN = re.compile(r"⟦|⟧|\*|\{\w+\}|[^⟦⟧*{}]+")
_CLOSERS = "’”'\"»"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one citation in one face."""

    text: str
    italic: bool = False


@dataclass(slots=True)
class _Line:
    """A citation while it is being written."""

    runs: list[Run] = field(default_factory=list)
    italic: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def add(self, text: str) -> None:
        if text:
            self.runs.append(Run(text, self.italic))

    def continue_with(self, literal: str, *, comma_after_question: bool) -> None:
        """Add words of the template, letting their first mark meet what stands before it."""
        before = self.text
        mark = literal[:1]
        if (mark == "." and _ends_sentence(before)) or (mark == "," and _asks(before) and not comma_after_question):
            literal = literal[1:]
        elif mark in (".", ",") and literal[1:2] in ("”", "’") and _closes_inner(before):
            self._put_before_closer(mark)
            literal = literal[1:]
        self.add(literal)

    def _put_before_closer(self, mark: str) -> None:
        last = self.runs.pop()
        self.runs.append(Run(last.text[:-1] + mark + last.text[-1], last.italic))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith((".", "?", "!", "…"))


def _asks(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(("?", "!"))


def _closes_inner(text: str) -> bool:
    """Whether the text ends in a closing mark of an inner quotation; a lone ’ may be an apostrophe."""
    return text.endswith("’") and "‘" in text


@dataclass(frozen=True, slots=True)
class _Group:
    """The parts of a template between ⟦ and ⟧, or all of it."""

    parts: "tuple[str | _Group, ...]"


@cache
def _parse(template: str) -> _Group:
    return _Group(tuple(_parts(iter(_TOKEN.findall(template)))))


def _parts(tokens: Iterator[str]) -> Iterator["str | _Group"]:
    for token in tokens:
        if token == "⟧":
            return
        yield _Group(tuple(_parts(tokens))) if token == "⟦" else token


def fill(template: str, values: Mapping[str, str | None], *, comma_after_question: bool) -> tuple[Run, ...] | None:
    """The template with its values, or `None` when one that it needs is not known."""
    group = _parse(template)
    if not _is_known(group, values):
        return None
    line = _Line()
    _write(group, values, line, comma_after_question)
    return tuple(line.runs)


def _is_known(group: _Group, values: Mapping[str, str | None]) -> bool:
    return all(values[part[1:-1]] for part in group.parts if isinstance(part, str) and part.startswith("{"))


def _write(group: _Group, values: Mapping[str, str | None], line: _Line, comma_after_question: bool) -> None:
    for part in group.parts:
        if isinstance(part, _Group):
            if _is_known(part, values):
                _write(part, values, line, comma_after_question)
        elif part == "*":
            line.italic = not line.italic
        elif part.startswith("{"):
            line.add(values[part[1:-1]] or "")
        else:
            line.continue_with(part, comma_after_question=comma_after_question)
