"""Copying text with its italics to real X11 and Wayland displays, read back by the form it was offered in."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.clipboard import CopyOutcome, Rich, copy
from tests.terminal.servers import find, require

PLAIN = "Höfner. Who pays? [Press release]."
HTML = Rich("html", "Höfner. <i>Who pays?</i> [Press release].")
RTF = Rich("rtf", "{\\rtf1\\ansi\\deff0 H\\u246?fner. {\\i Who pays?} [Press release].}")

rich_texts = pytest.mark.parametrize(("rich", "form"), [(HTML, "text/html"), (RTF, "text/rtf")], ids=["HTML", "RTF"])


def pasted(*command: str) -> bytes:
    return subprocess.run(command, check=False, capture_output=True, timeout=5).stdout


@rich_texts
def test_x11(rich: Rich, form: str, display: str) -> None:
    require("xclip")
    outcome = copy(PLAIN, rich=rich)
    assert outcome == CopyOutcome("xclip", "verified", "the clipboard", form=rich.name)
    assert pasted("xclip", "-selection", "clipboard", "-t", form, "-o") == rich.data
    assert pasted("xclip", "-selection", "clipboard", "-t", "TARGETS", "-o").split() == [b"TARGETS", form.encode()]


@rich_texts
def test_wayland(rich: Rich, form: str, wayland: str) -> None:
    outcome = copy(PLAIN, rich=rich)
    assert outcome == CopyOutcome("wl-clipboard", "verified", "the clipboard", form=rich.name)
    assert pasted("wl-paste", "--no-newline", "--type", form) == rich.data


def test_letters_beyond_ascii_need_no_encoding() -> None:
    assert HTML.data == b"H&#246;fner. <i>Who pays?</i> [Press release]."


def test_a_tool_for_plain_text_alone_gets_plain_text(display: str, only_tools: Callable[..., Path]) -> None:
    require("xclip")
    xclip = str(find("xclip"))
    only_tools("xsel")
    outcome = copy(PLAIN, rich=HTML)
    assert (outcome.way, outcome.certainty, outcome.form) == ("xsel", "verified", "plain text")
    assert outcome.tried == ("xclip: xclip: No such file or directory",)
    assert pasted(xclip, "-selection", "clipboard", "-o").decode() == PLAIN


def test_what_the_clipboard_does_not_give_back_is_not_believed(display: str, only_tools: Callable[..., Path]) -> None:
    tools = only_tools("cat")
    forgetful = tools / "xclip"
    forgetful.write_text("#!/bin/sh\ncat >/dev/null\n")
    forgetful.chmod(0o755)
    sent: list[str] = []
    outcome = copy(PLAIN, rich=HTML, write_terminal=sent.append)
    assert (outcome.way, outcome.certainty, outcome.form) == ("terminal", "sent", "plain text")
    assert outcome.tried[0] == "xclip: took the HTML, but the clipboard holds something else"


def test_without_a_display_the_terminal_gets_plain_text() -> None:
    sent: list[str] = []
    outcome = copy(PLAIN, rich=HTML, write_terminal=sent.append)
    assert (outcome.way, outcome.form, len(sent)) == ("terminal", "plain text", 1)
    assert outcome.tried[0] == "HTML: no clipboard here takes it"
