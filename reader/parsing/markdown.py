"""Markdown as releases use it: its signs become clean text, emphasis and headings, and the words stay where they are.

This is not a CommonMark parser: lines are not joined here (`layout` does that for every format), block structure is
only what a release has, and a sign that is not clearly markup stays, so that no word of a release is lost.
"""

import re

from reader.model import Emphasis
from reader.parsing.document import Document
from reader.parsing.markup import Rewriting

_FRONT_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ ]+(.*))?")
_FRONT_REST = re.compile(r"\s*(?:#.*)?|[ ]+.*|-[ ].*")
_FRONT_LIMIT = 100

_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=[^\s#])", re.M)
_HEADING_END = re.compile(r"(?<! ) +#+ *$", re.M)
_UNDERLINED = re.compile(r"^(?=[^\n]*\w)[^\n]{1,300}\n(?P<line>={3,}|-{3,}) *$", re.M)
_NOT_TEXT = re.compile(
    r"^ {0,3}(?:> ?)+"  # the signs before a quoted block
    r"|^ {0,3}(?:```|~~~)[^\n]*$"
    r"|^(?: *\|)?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$"  # the line under a table's head
    r"|^ {0,3}\[[^\[\]\n]{1,80}\]: *(?:https?:|/|<)[^\n]*$",  # where the links of other lines go
    re.M,
)
_BULLET = re.compile(r"^( *)[*+-] +(?!30 ?-)(?=[^\w\n]{0,80}\w)", re.M)
_TABLE_EDGE = re.compile(r"^ *\| *|(?:(?<! ) +)?\| *$", re.M)

_SIGNS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\))"
    r"|(?P<opens>\[)(?=!\[|[^\[\]\n]{0,1000}\]\()"
    r"|\]\((?P<closes><[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,200}\)){0,2000})(?: [^()\n]{0,300})?\)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,500})>"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|(?<!`)`(?!`))"
    r"|(?P<gap>\n\s*\n)"
)
_EMPHASIS: dict[str, tuple[Emphasis, ...]] = {
    "*": ("italic",),
    "**": ("strong",),
    "***": ("strong", "italic"),
    "_": ("italic",),
    "__": ("strong",),
    "___": ("strong", "italic"),
    "`": (),
}


def read_markdown(text: str) -> Document:
    """The document in a Markdown text."""
    fields, start = _front_matter(text)
    rewriting = Rewriting(text)
    rewriting.replace(0, start)
    rewriting.undo_html()
    headings = _undo_blocks(rewriting, start)
    _undo_signs(rewriting, start)
    return rewriting.document(headings, fields)


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The `key: value` lines between two `---` at the top, and where the text begins after them."""
    if not text.startswith("---\n"):
        return {}, 0
    end = text.find("\n---", 3, 20_000)
    lines = text[4:end].split("\n")
    if end < 0 or len(lines) > _FRONT_LIMIT:
        return {}, 0
    fields: dict[str, str] = {}
    for line in lines:
        if field := _FRONT_LINE.fullmatch(line):
            fields[field[1].lower()] = _value(field[2] or "")
        elif not _FRONT_REST.fullmatch(line):
            return {}, 0
    closing = text.find("\n", end + 1)
    return {name: value for name, value in fields.items() if value}, closing if closing >= 0 else len(text)


def _value(written: str) -> str:
    """A scalar without its quotation marks; a list and what YAML would interpret stay as they are written."""
    written = written.strip()
    quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    return written[1:-1].strip() if quoted else written


def _undo_blocks(rewriting: Rewriting, start: int) -> list[int]:
    """Take out what marks a block; the positions of headings come back."""
    text = rewriting.text
    headings = []
    for heading in _HEADING.finditer(text, start):
        rewriting.replace(*heading.span())
        headings.append(heading.end())
    for pattern in (_HEADING_END, _NOT_TEXT, *((_TABLE_EDGE,) if "|" in text else ())):
        for found in pattern.finditer(text, start):
            rewriting.replace(*found.span())
    for underlined in _UNDERLINED.finditer(text, start):
        rewriting.replace(*underlined.span("line"))
        headings.append(underlined.start())
    for bullet in _BULLET.finditer(text, start):
        rewriting.replace(*bullet.span(), f"{bullet[1]}• ")
    return sorted(headings)


def _undo_signs(rewriting: Rewriting, start: int) -> None:
    """Take out escapes, images, links and emphasis within the lines."""
    opened: dict[str, int] = {}
    for sign in _SIGNS.finditer(rewriting.text, start):
        if sign.lastgroup == "emphasis":
            _undo_emphasis(rewriting, sign, opened)
        elif sign.lastgroup == "gap":
            opened.clear()
        elif sign.lastgroup == "opens":
            opened["["] = sign.end()
            rewriting.replace(*sign.span())
        elif sign.lastgroup == "closes":
            rewriting.replace(
                *sign.span(), _target(sign["closes"], rewriting.text[opened.get("[", start) : sign.start()])
            )
        else:
            kept = (sign["escaped"] or sign["address"] or "").removeprefix("mailto:")
            rewriting.replace(*sign.span(), kept)


def _undo_emphasis(rewriting: Rewriting, sign: re.Match[str], opened: dict[str, int]) -> None:
    """Open or close emphasis by the blanks around the sign; a sign without its partner stays in the text."""
    text, marker = rewriting.text, sign[0]
    before, after = text[sign.start() - 1 : sign.start()], text[sign.end() : sign.end() + 1]
    inside_word = marker[0] == "_" and before.isalnum() and after.isalnum()
    if marker in opened and before and not before.isspace() and not inside_word:
        start = opened[marker]
        for name in [name for name, position in opened.items() if position >= start]:
            del opened[name]
        rewriting.replace(start - len(marker), start)
        rewriting.replace(*sign.span())
        for emphasis in _EMPHASIS[marker]:
            rewriting.emphasise(start, sign.start(), emphasis)
    elif after and not after.isspace() and not inside_word:
        opened[marker] = sign.end()


def _target(url: str, label: str) -> str:
    """What to keep of where a link goes: an e-mail address or a telephone number that its words do not give."""
    scheme, _, address = url.strip("<>").partition(":")
    if scheme not in {"mailto", "tel"} or address.split("?")[0].lower() in label.lower():
        return ""
    return f" ({address.split('?')[0]})"
