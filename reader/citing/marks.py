"""Quotation marks inside titles and quotations, changed to those that a style wants at that depth.

Only English marks are touched: guillemets and „low marks“ belong to their language and stay. Where the marks do not
pair up beyond doubt the text is left as it is, since a wrong mark in a title is worse than one that is not turned.
"""

import re

_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_SINGLE = "‘’'"
_OUTER = (
    ("``", "''"), ("''", "''"), ("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ('"', '"'),
    ("‘", "’"), ("‚", "‘"), ("'", "'"), ("‹", "›"), ("「", "」"), ("『", "』"),
    ("``", ""), ("“", ""), ("„", ""), ("«", ""), ('"', ""),
)  # fmt: skip
_WORD_CLOSED = re.compile(r"\w[’'](?!\w)")
_WORD_OPENED = re.compile(r"(?<!\S)[‘']\w")


def requote(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """The text with its quotations in the marks `outer`, those inside them in `inner`, and so on in turn."""
    pairs = (outer, inner)
    signs = list(text)
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in "”’\"'" and _can_close(text, at) and (start := _pop_opening(text, opened, sign)) is not None:
            if sign in _SINGLE and text[at - 1] == "s" and _closes_again(text, at):
                return text
            signs[start], signs[at] = pairs[len(opened) % 2]
        elif sign in _CLOSING and _can_open(text, at):
            opened.append(at)
        elif sign in '“”„"':
            return text
    return text if any(text[at] not in _SINGLE for at in opened) else "".join(signs)


def _pop_opening(text: str, opened: list[int], sign: str) -> int | None:
    """Where the quotation that `sign` closes began; single marks left open inside it were apostrophes ("the '90s")."""
    depth = len(opened)
    while depth and _CLOSING[text[opened[depth - 1]]] != sign and text[opened[depth - 1]] in _SINGLE:
        depth -= 1
    if not depth or _CLOSING[text[opened[depth - 1]]] != sign:
        return None
    del opened[depth:]
    return opened.pop()


def _can_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-/“‘\"'") and bool(after) and not after.isspace()


def _can_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _closes_again(text: str, at: int) -> bool:
    """Whether "'… workers' rights'" may go on: another word ends in a single mark before one begins with it."""
    rest = text[at + 1 : at + 200]
    closed, opened = _WORD_CLOSED.search(rest), _WORD_OPENED.search(rest)
    return closed is not None and (opened is None or closed.start() < opened.start())


def words_of(quotation: str) -> str:
    """The words of a quotation on one line, without its outer marks and the comma that ties it to the sentence.

    Paragraphs that open with the mark again are joined by a blank.
    """
    text = quotation.strip()
    opening, closing = _outer_marks(text)
    text = text[len(opening) : len(text) - len(closing)]
    paragraphs = (line.strip() for line in text.splitlines())
    words = " ".join(line.removeprefix(opening) for line in paragraphs)
    return " ".join(words.split()).removesuffix(",")


def _outer_marks(text: str) -> tuple[str, str]:
    for opening, closing in _OUTER:
        if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening + closing):
            return opening, closing
    return "", ""
