"""The small language in which citation styles are written, and how its parts meet.

`{title}` is a value, `*…*` is italic, and `⟦…⟧` is left out when a value inside it is not known. Outside such a group
every value is needed: a template that lacks one does not apply. Where the template's punctuation meets a value that
ends in a mark of its own ("Inc.", "Who pays?", "a ‘summer’"), or nothing at all, typography decides, and only here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

_TOKEN = re.compile(r"⟦|⟧|\*|\{\w+\}|[^⟦⟧*{}]+")
_SEPARATOR = re.compile(r"[,.;:]? ?")
_CLOSERS = "’”'\"»"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one citation in one face; `address` marks a URL, which some markups write in a way of their own."""

    text: str
    italic: bool = False
    address: bool = False


@dataclass(slots=True)
class _Line:
    """A citation while it is being written."""

    runs: list[Run] = field(default_factory=list)
    italic: bool = False

    @property
    def end(self) -> str:
        return self.runs[-1].text if self.runs else ""

    def add(self, text: str, *, address: bool = False) -> None:
        if text:
            self.runs.append(Run(text, self.italic, address))

    def continue_with(self, literal: str) -> None:
        """Add words of the template, letting their first mark meet what stands before it."""
        mark = literal[:1]
        if not self.end or self.end.endswith(" "):
            literal = literal[_SEPARATOR.match(literal).end() :]  # type: ignore[union-attr]
            literal = literal if self.runs else literal[:1].upper() + literal[1:]
        elif mark == "." and _ends_sentence(self.end):
            literal = literal[1:]
        elif mark in (".", ",") and literal[1:2] == "”" and _closes_inner_quotation(self.end):
            self._put_before_closer(mark)
            literal = literal[1:]
        self.add(literal)

    def _put_before_closer(self, mark: str) -> None:
        last = self.runs.pop()
        self.runs.append(Run(last.text[:-1] + mark + last.text[-1], last.italic))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith((".", "?", "!", "…"))


def _closes_inner_quotation(text: str) -> bool:
    """Whether the text ends in the closing mark of a quotation inside it; a lone ’ is an apostrophe."""
    return text.endswith("’") and "‘" in text


@dataclass(frozen=True, slots=True)
class _Group:
    """The parts of a template between ⟦ and ⟧, or all of it: words, `{values}`, `*` and groups."""

    parts: "tuple[str | _Group, ...]"


@cache
def _parse(template: str) -> _Group:
    return _Group(tuple(_parts(iter(_TOKEN.findall(template)))))


def _parts(tokens: Iterator[str]) -> Iterator["str | _Group"]:
    for token in tokens:
        if token == "⟧":
            return
        yield _Group(tuple(_parts(tokens))) if token == "⟦" else token


def fill(template: str, values: Mapping[str, str | None]) -> tuple[Run, ...] | None:
    """The template with its values, or `None` when one that it needs is not known. KeyError for an unknown name."""
    group = _parse(template)
    if not _is_known(group, values):
        return None
    line = _Line()
    _write(group, values, line)
    return (*line.runs[:-1], replace(line.runs[-1], text=line.end.rstrip(" ")))


def _is_known(group: _Group, values: Mapping[str, str | None]) -> bool:
    return all(values[part[1:-1]] for part in group.parts if isinstance(part, str) and part.startswith("{"))


def _write(group: _Group, values: Mapping[str, str | None], line: _Line) -> None:
    for part in group.parts:
        if isinstance(part, _Group):
            if _is_known(part, values):
                _write(part, values, line)
        elif part == "*":
            line.italic = not line.italic
        elif part.startswith("{"):
            line.add(values[part[1:-1]] or "", address="url" in part)
        else:
            line.continue_with(part)
