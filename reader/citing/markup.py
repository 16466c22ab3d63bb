"""A citation's italics as plain text, Markdown, HTML or RTF; what the target would take as a command is made safe."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, get_args

from reader.citing.template import Run

Markup = Literal["plain", "markdown", "html", "rtf"]
MARKUPS: tuple[Markup, ...] = get_args(Markup)

_MARKDOWN = re.compile(r"[\\`*_<~|]|&(?=#?\w+;)|\](?=[(\[:])")
_AUTOLINK = re.compile(r"[a-z][a-z0-9+.-]{1,31}:[^\s<>]*", re.IGNORECASE)


def render(runs: Iterable[Run], markup: Markup) -> str:
    """The runs as one line of the markup."""
    body = "".join(map(_RUN[markup], runs))
    return "{\\rtf1\\ansi\\deff0 " + body + "}" if markup == "rtf" else body


def _plain(run: Run) -> str:
    return run.text


def _markdown(run: Run) -> str:
    if run.address and _AUTOLINK.fullmatch(run.text):
        return f"<{run.text}>"
    escaped = _MARKDOWN.sub(r"\\\g<0>", run.text)
    return f"*{escaped}*" if run.italic else escaped


def _html(run: Run) -> str:
    escaped = html.escape(run.text, quote=False)
    return f"<i>{escaped}</i>" if run.italic else escaped


def _rtf(run: Run) -> str:
    escaped = "".join(map(_rtf_sign, run.text))
    return "{\\i " + escaped + "}" if run.italic else escaped


def _rtf_sign(sign: str) -> str:
    if sign in "\\{}":
        return "\\" + sign
    if sign.isascii():
        return sign
    units = memoryview(sign.encode("utf-16-le")).cast("h")
    return "".join(f"\\u{unit}?" for unit in units)


_RUN: Mapping[Markup, Callable[[Run], str]] = {"plain": _plain, "markdown": _markdown, "html": _html, "rtf": _rtf}
