"""Writing: data to standard output, narration to standard error."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    import datetime

    from reader.model import DateSource


def print_text(text: str) -> None:
    """A line for people and pipes."""
    click.echo(text)


def print_json(record: Mapping[str, Any]) -> None:
    """One JSON object on a line; days in ISO form.

    What a terminal might obey (file names may hold it) is escaped, and what an output that is not UTF-8 may not know.
    """
    text = json.dumps(record, ensure_ascii=not sys.stdout.encoding.casefold().startswith("utf"), default=str)
    click.echo(text if text.isprintable() else "".join(map(_escaped, text)))


def fields_of(value: Any) -> dict[str, Any]:
    """The fields of a release, or of a part of one, by name; the parts within it likewise."""
    return {name: _plain(field) for name, field in value._asdict().items()}


def _plain(field: Any) -> Any:
    if isinstance(field, tuple):
        return fields_of(field) if hasattr(field, "_asdict") else [_plain(part) for part in field]
    return field


def _escaped(sign: str) -> str:
    return sign if sign.isprintable() else json.dumps(sign)[1:-1]


def say(text: str) -> None:
    """A line of narration, which may name files and repeat what was asked."""
    click.echo(f"reader: {shown(text)}", err=True)


def complain(error: click.ClickException) -> None:
    """What was wrong with the command, in click's words, which repeat what was typed."""
    from reader.parsing.decode import clean

    words = io.StringIO()
    error.show(words)
    click.echo(clean(words.getvalue()), nl=False, err=True)


def require(name: str, names: Container[str], what: str) -> None:
    """Refuse a style or format that there is not."""
    if name not in names:
        raise click.UsageError(f"There is no {what} {shown(name)}; `reader cite --styles` lists what there is.")


def refuse_beside(option: str, *others: str) -> None:
    """Refuse those of the other options and arguments that were given: beside `option` they would change nothing."""
    context = click.get_current_context()
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.params[name] and context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if given and not {*others}.isdisjoint(parameter.opts):
            other = parameter.opts[0] if isinstance(parameter, click.Option) else name.upper()
            raise click.UsageError(f"{other} would change nothing beside {option}: leave one of the two out.")


def shown(path: str | Path | None) -> str:
    """A file name or a message, unable to command the terminal; none is standard input."""
    from reader.parsing.decode import clean_line

    return clean_line(str(path)) if path is not None else "standard input"


def day(date: datetime.date | None, source: DateSource) -> str:
    """`2017-05-24`; a day that only the file's name tells stands in brackets, no day is an empty string."""
    if date is None:
        return ""
    return f"({date})" if source == "file" else str(date)


def bold(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Mark stretches of `text` where standard output is a terminal (click leaves the marks out elsewhere)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], click.style(text[start:end], bold=True)]
        at = end
    return "".join([*parts, text[at:]])
