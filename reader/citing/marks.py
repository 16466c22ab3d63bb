"""Quotation marks inside titles and quotations, changed to those that a style nests at that depth.

Only English marks are touched: guillemets and „low marks“ belong to their language and stay. When the marks do not pair
up the text is left as it is, since a wrong mark in a title is worse than an unflipped one.
"""

import re

_OPENERS = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_OUTER = {"“": "”", '"': '"', "«": "»", "»": "«", "„": "“", "‘": "’", "'": "'", "「": "」", "『": "』"}
_REOPENED = re.compile(r"\s*\n\s*[“\"«„‘]?\s*")


def requote(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """The text with its quotations in the marks `outer`, those inside them in `inner`, and so on in turn."""
    pairs = (outer, inner)
    signs = list(text)
    open_at: list[tuple[int, str]] = []
    for at, sign in enumerate(text):
        if open_at and sign == open_at[-1][1] and _can_close(text, at):
            start, _ = open_at.pop()
            signs[start], signs[at] = pairs[len(open_at) % 2]
        elif sign in _OPENERS and _can_open(text, at):
            open_at.append((at, _OPENERS[sign]))
        elif sign in '“”„"':
            return text
    return text if open_at else "".join(signs)


def _can_open(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([{—–-/“‘\"'") and bool(after) and not after.isspace()


def _can_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum()


def words_of(quotation: str) -> str:
    """The words of a quotation on one line, without its outer marks and the comma that ties it to the sentence."""
    text = quotation.strip()
    closing = _OUTER.get(text[:1])
    if closing:
        text = text[1:].removesuffix(closing)
    return " ".join(_REOPENED.sub(" ", text).split()).removesuffix(",").strip()
