"""The parts of a release below its head: subheadings, the mark that ends it, what an archive puts under it, repeats."""

import re
from collections.abc import Collection, Mapping, Sequence

from reader.model import ParagraphKind
from reader.parsing.headwords import is_navigation

_END = re.compile(
    r"(?:[*#=~_•◦■□+-]\s?){2,}"
    r"|[-–—]?\s?(?:30|xxx|ends?|fin|ende|fine|конец|конец сообщения|end of (?:press |news )?release)\s?[-–—.]?"
    r"|[（(]?(?:完|终|了|以上|끝)[）)]?|انتهى",
    re.I,
)
_FOOTER = re.compile(
    r"\W*(?:view (?:the )?(?:source|original)\b|the post .{3,300} appeared first on\b"
    r"|this (?:article|content|post|story|release)"
    r" (?:has been amplified|was originally published|contains sponsored|originally appeared|was distributed)"
    r"|featured (?:image|photo) by|(?:copyright|©|\(c\)) ?(?:\d{4}|by|©)|all rights reserved|related links?:"
    r"|read (?:the )?full (?:article|story)|follow us (?:on|at)|to unsubscribe|if you (?:no longer|would like to un)"
    r"|you will be automatically redirected|HT Media\b|source[- ](?:version|link)|permalink|this is a translation"
    r"|the original release can be|distributed by|click here to (?:unsubscribe|view)"
    r"|(?:previous|next) (?:article|release)"
    r"|back to )",
    re.I,
)
_NO_SUBHEADING = re.compile(r"^(?:[•*·▪●–—-] |\(?\d{1,2}[.)] )|https?:|www\.|@")
_ABOUT = re.compile(r"About [A-Z][^!?:]{2,70}")
_LETTERS = re.compile(r"[^\W\d_]")
_PHONE = re.compile(r"\d{3}\D{1,2}\d{4}|@")
_LONGEST_SUBHEADING = 90
_SHORTEST_PROSE = 100
_SHORTEST_REPEAT = 40
_LONGEST_SCRAP = 60
_LONGEST_MARK = 40
_NEITHER = (".", "!", "?", ";", ",", ":", "”", '"', "…", "。")


def name_parts(
    lines: Sequence[str], head: Mapping[int, ParagraphKind], headings: Collection[int], *, stripped: bool
) -> list[ParagraphKind]:
    """The part of every line; `head` says those above the body."""
    kinds: list[ParagraphKind] = [head.get(index, "body") for index in range(len(lines))]
    begins = next((index for index, kind in enumerate(kinds) if kind == "body"), len(lines))
    _name_tail(lines, kinds, begins, stripped)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if kinds[index] not in {"body", "title", "standfirst"}:
            continue
        if kinds[index] == "body":
            if line in seen:
                kinds[index] = "repeat"
            elif index in headings or _is_subheading(lines, kinds, index, stripped):
                kinds[index] = "subheading"
        if len(line) > _SHORTEST_REPEAT:
            seen.add(line)
    return kinds


def _name_tail(lines: Sequence[str], kinds: list[ParagraphKind], begins: int, stripped: bool) -> None:
    """End marks anywhere in the body; below it whatever an archive adds, up to the first line of the release itself."""
    in_tail = True
    for index in range(len(lines) - 1, begins - 1, -1):
        line = lines[index]
        if len(line) < _LONGEST_MARK and _END.fullmatch(line):
            kinds[index] = "end"
        elif in_tail and _is_footer(line, stripped):
            kinds[index] = "footer"
        else:
            in_tail = in_tail and len(line) < _SHORTEST_PROSE and _PHONE.search(line) is not None


def _is_footer(line: str, stripped: bool) -> bool:
    if _FOOTER.match(line) or is_navigation(line):
        return True
    return stripped and len(line) < _LONGEST_SCRAP and len(line.split()) < 8 and not _PHONE.search(line)


def _is_subheading(lines: Sequence[str], kinds: Sequence[ParagraphKind], index: int, stripped: bool) -> bool:
    """A short line without a full stop between paragraphs of prose."""
    line = lines[index]
    if stripped or len(line) > _LONGEST_SUBHEADING or index + 1 >= len(lines) or index == 0:
        return False
    if kinds[index + 1] != "body" or len(lines[index + 1]) < _SHORTEST_PROSE:
        return False
    if _ABOUT.fullmatch(line):
        return True
    if line.endswith(_NEITHER) or line[0].islower() or not _LETTERS.search(line) or _NO_SUBHEADING.search(line):
        return False
    above = lines[index - 1]
    return len(above) > _LONGEST_SUBHEADING or above.endswith(_NEITHER)
