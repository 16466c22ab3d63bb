"""Leftover HTML in text that is not HTML: tags become emphasis, entities become the signs they stand for.

`Rewriting` is how every format takes its markup out: a list of edits on the original positions, applied in one go, so
that the emphasised stretches are known in the text that is left.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from reader.model import Emphasis, StyledSpan
from reader.parsing.decode import clean
from reader.parsing.document import Document

_TAG = re.compile(r"<(/?)(u|b|i|em|strong|ins|br|p|div|span|font|sup|sub|center)(?:\s[^<>\n]{0,300})?\s?/?>", re.I)
_COMMENT = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}+-->")
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_EMPHASIS: dict[str, Emphasis] = {
    "u": "underline",
    "ins": "underline",
    "b": "strong",
    "strong": "strong",
    "i": "italic",
    "em": "italic",
}
_HANGERS_ON = r"(?:[^\w\x00-\u02ff\u2010-\u20cf\u2100-\u2bff\u2e00-\u3029]|[\u1160-\u11ff\ud7b0-\ud7ff])"
"""What `clean` may join to the sign before it or take away: marks, joiners, selectors, later parts of a syllable."""
_HANGER_ON = re.compile(_HANGERS_ON)
_CLUSTER = re.compile(rf"(?s:.)(?:{_HANGERS_ON}|(?<=[\u200c\u200d]).)*")
_BREAKS = {"br": "\n", "p": "\n\n", "div": "\n"}


class Rewriting:
    """Edits to one text: what to put in place of which stretch, and which stretches are emphasised."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._edits: list[tuple[int, int, str]] = []
        self._emphasised: list[tuple[int, int, Emphasis]] = []

    def replace(self, start: int, end: int, replacement: str = "") -> None:
        """Put `replacement` for the stretch; of two that overlap the first and longer wins."""
        self._edits.append((start, end, replacement))

    def emphasise(self, start: int, end: int, emphasis: Emphasis) -> None:
        """Remember the stretch of the original text as emphasised."""
        self._emphasised.append((start, end, emphasis))

    def undo_html(self) -> None:
        """Take out tags, comments and entities."""
        if "<" in self.text:
            for comment in _COMMENT.finditer(self.text):
                self.replace(*comment.span())
            self._undo_tags()
        if "&" in self.text:
            for entity in _ENTITY.finditer(self.text):
                sign = html.unescape(html.unescape(entity[0].replace("&amp;", "&")))
                if sign != entity[0]:
                    self.replace(*entity.span(), clean(sign))

    def _undo_tags(self) -> None:
        opened: dict[Emphasis, int] = {}
        for tag in _TAG.finditer(self.text):
            name = tag[2].lower()
            self.replace(*tag.span(), _BREAKS.get(name, ""))
            emphasis = _EMPHASIS.get(name)
            if emphasis and not tag[1]:
                opened.setdefault(emphasis, tag.end())
            elif emphasis and emphasis in opened:
                self.emphasise(opened.pop(emphasis), tag.start(), emphasis)

    def document(self, headings: Sequence[int] = (), fields: Mapping[str, str] | None = None) -> Document:
        """The rewritten text with its emphasised spans; `headings` are positions in the original text.

        It is cleaned again where a sign and a mark came together that markup had kept apart.
        """
        text, moved = self._applied()
        settling = Rewriting(text)
        if _HANGER_ON.search(text) and clean(text) != text:
            for cluster in _CLUSTER.finditer(text):
                if (cleaned := clean(cluster[0])) != cluster[0]:
                    settling.replace(*cluster.span(), cleaned)
        text, settled = settling._applied()
        spans = (
            StyledSpan(settled(moved(start)), settled(moved(end)), emphasis)
            for start, end, emphasis in self._emphasised
        )
        styles = sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, -span.end))
        return Document(text, tuple(styles), tuple(settled(moved(heading)) for heading in headings), fields or {})

    def _applied(self) -> tuple[str, Callable[[int], int]]:
        """The rewritten text, and where a position of the original text is in it."""
        pieces: list[str] = []
        ends: list[int] = []
        shifts: list[int] = []
        at = length = 0
        for start, end, replacement in sorted(self._edits, key=lambda edit: (edit[0], -edit[1])):
            if start >= at:
                pieces += self.text[at:start], replacement
                length += start - at + len(replacement)
                at = end
                ends.append(end)
                shifts.append(length - end)

        def moved(position: int) -> int:
            index = bisect_right(ends, position)
            shifted = position + (shifts[index - 1] if index else 0)
            return min(shifted, ends[index] + shifts[index]) if index < len(ends) else shifted

        return "".join(pieces) + self.text[at:], moved
