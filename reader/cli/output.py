"""Writing: data to standard output, narration to standard error."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click


def print_text(text: str) -> None:
    """A line for people and pipes."""
    click.echo(text)


def print_json(record: Mapping[str, Any]) -> None:
    """One JSON object on a line; days in ISO form."""
    click.echo(json.dumps(record, ensure_ascii=False, default=str))


def say(text: str) -> None:
    """A line of narration."""
    click.echo(f"reader: {text}", err=True)


def shown(path: str | Path | None) -> str:
    """A file name that cannot command the terminal; none is standard input."""
    from reader.parsing.decode import clean_line

    return clean_line(str(path)) if path is not None else "standard input"


def bold(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Mark stretches of `text` where standard output is a terminal (click leaves the marks out elsewhere)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], click.style(text[start:end], bold=True)]
        at = end
    return "".join([*parts, text[at:]])
