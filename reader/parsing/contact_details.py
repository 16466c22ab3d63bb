"""A label or a number → the details around it, one after the other: names, roles, bodies, numbers, addresses.

Reading goes line by line from a label for as long as the lines hold nothing but details. What follows the last number
or address is kept only where the text or the section ends with it: the headline under a contact at the top of a
release looks like an organisation, too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.parsing.contact_caseless import is_caseless
from reader.parsing.contact_cues import Cue
from reader.parsing.contact_fields import MONTH_AND_DAY, PHONE_KINDS, Detail, Gap, desk_in, read_gap, relabel
from reader.parsing.contact_handles import LONGEST_LINE, Handle, Handles
from reader.parsing.contact_labels import END_MARKS, FIELDS, STOPS, Field
from reader.parsing.contact_names import leading_names, sure_names
from reader.parsing.contact_words import JOINING

_GAP = 160
_OR_ELSE = 60
_PROSE_UNDER_A_LABEL = 600
_MAX_LINES = 120
_BEGINNING = 10_000
_MAX_SILENT_LINES = 6
_MAX_LINES_ABOVE = 9
_MAX_LENGTH_ABOVE = 90
_EDGES = " \t*_-–—#>•|"
_STOP = re.compile(rf"(?:{'|'.join(map(re.escape, STOPS))})(?!\w)", re.I)
_DATE = re.compile(rf"[ \t(\[]*(?:[^\W\d_]{{3,10}}[, ]+)?{MONTH_AND_DAY}[ \t.)\]]*")
_HEAD_LINE = re.compile(
    r"\W*(?:for )?immediate release\W*|\W*(?:press|news|media) (?:release|advisory|advisories)s?\W*|\W*corrected\b.*",
    re.I,
)
_NEXT_WORD = re.compile(r"[ \t]+([^\W\d_]+)")
_DIGIT = re.compile(r"\d")
_WRAPPED = re.compile(r"\s*[a-zà-ÿ<(][^\n]*")
_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?](?=\s+[^\W\d_a-z]|\s*$)|。")


@dataclass(frozen=True, slots=True)
class Reading:
    """The details found in `text[start:end]`; `whole` when that stretch holds nothing else."""

    details: tuple[Detail, ...]
    start: int
    end: int
    whole: bool

    @property
    def is_reachable(self) -> bool:
        """Whether there is a number or an e-mail address among the details."""
        return any(detail.kind in ("phone", "email") for detail in self.details)

    @property
    def names(self) -> list[Detail]:
        """The names among the details."""
        return [detail for detail in self.details if detail.kind == "name"]

    @property
    def is_named(self) -> bool:
        """Whether there is a name that is sure or of which an e-mail address holds a part."""
        local_parts = [detail.text.partition("@")[0] for detail in self.details if detail.kind == "email"]
        return any(
            name.sure or any(part in local for part in name.text.lower().split() for local in local_parts)
            for name in self.names
        )


@dataclass(frozen=True, slots=True)
class _Where:
    """What is known when a line is read: the label it follows, and whether it is the first line after it."""

    cue: Cue | None = None
    is_first: bool = False
    names_in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line gave and how far it was read. It `proves` something when it holds a handle or a sure name.

    After it come "more" details, the end of the "section", or "other" text; it is `mixed` when it holds other things.
    """

    details: Sequence[Detail]
    end: int
    after: Literal["more", "section", "other"] = "more"
    proves: bool = False
    mixed: bool = False


class DetailReader:
    """Reads the details of one text, given its numbers and addresses."""

    def __init__(self, text: str, handles: Handles) -> None:
        self._text = text
        self._beginning = text[:_BEGINNING]
        self._handles = handles

    def after(self, cues: Sequence[Cue], index: int) -> tuple[Reading, int]:
        """The details after `cues[index]` and the index of the first cue that is not among them."""
        cue = cues[index]
        start, at, end = cue.start, cue.end, cue.end
        details, kept, silent = [_label(cue)], 1, 0
        mixed, in_capitals, after = False, False, "section"
        index += 1
        for _ in range(_MAX_LINES):
            if at >= len(self._text) or silent > _MAX_SILENT_LINES:
                break
            line_end = self._line_end(at)
            index, inner = _next_label(cues, index, line_end)
            where = _Where(cue, is_first=kept == 1 and not silent, names_in_capitals=in_capitals)
            line = self._line(at, inner.start if inner else line_end, where)
            after = line.after
            if after != "more" and not line.proves:
                break
            details[-2:] = self._with_line(details[-2:], line.details)
            mixed = mixed or line.mixed
            in_capitals = in_capitals or any(one.kind == "name" and one.text.isupper() for one in line.details)
            if line.proves:
                kept, end, silent = len(details), line.end, 0
            else:
                silent += bool(self._text[at:line_end].strip())
            at = line.end
            if after != "more":
                break
            at = line_end + 1
            if inner:
                details.append(_label(inner))
                cue, at, index = inner, inner.end, index + 1
        if kept > 1 and (after == "section" or at >= len(self._text)):
            kept, end = len(details), max(end, min(at, len(self._text)))
        return Reading(tuple(details[:kept]), start, end, not mixed), index

    def _with_line(self, details: Sequence[Detail], line: Sequence[Detail]) -> list[Detail]:
        """The details with those of the next line, where a line that only looks like a name may be a body.

        It is one when the text names it again and it stands alone after one person's name or role, or before a person.
        A line of roles under several names, as in columns, is left out: whose is whose is not known.
        """
        kinds = [detail.kind for detail in details[-2:]]
        follows_person = kinds[-1:] == ["role"] or (kinds[-1:] == ["name"] and kinds[0] != "name")
        if len(line) == 1 and follows_person and self._may_be_body(line[0]):
            return [*details, replace(line[0], kind="organisation")]
        if line and line[0].kind == "name" and line[0].sure and kinds[0] == "label" and self._may_be_body(details[-1]):
            return [*details[:-1], replace(details[-1], kind="organisation"), *line]
        if kinds == ["name", "name"] and line and line[0].kind == "role" and not any(map(_is_handle, line)):
            return list(details)
        return [*details, *line]

    def _may_be_body(self, detail: Detail) -> bool:
        return detail.kind == "name" and not detail.sure and self._beginning.count(detail.text) > 1

    def sentence(self, cue: Cue) -> Reading:
        """The details of the sentence that says whom to contact."""
        end = self._sentence_end(cue.end)
        return Reading((_label(cue), *self._prose(cue.end, end)), cue.start, end, whole=False)

    def line_at(self, position: int) -> Reading:
        """The line around `position`; `whole` when it holds details alone."""
        start = self._text.rfind("\n", 0, position) + 1
        end = self._line_end(position)
        line = self._line(start, end, _Where())
        alone = line.end == end and line.after == "more" and not line.mixed
        return Reading(tuple(line.details), start, line.end, alone)

    def block_at(self, position: int) -> Reading | None:
        """The lines around the handle at `position` that hold details alone, from a line with a sure name."""
        start = self._text.rfind("\n", 0, position) + 1
        for _ in range(_MAX_LINES_ABOVE):
            start = self._text.rfind("\n", 0, max(0, start - 1)) + 1
            end = self._line_end(start)
            line = self._line(start, end, _Where())
            if line.end < end or line.mixed or line.after == "section" or end - start > _MAX_LENGTH_ABOVE:
                return None
            if _DIGIT.search(self._text, start, end) and not line.proves:
                return None
            if any(detail.kind == "name" and detail.sure for detail in line.details):
                reading, _ = self.after([Cue(start, start, "press", "direct", needs_handle=True)], 0)
                return reading if reading.end > position and reading.whole else None
            if not start:
                return None
        return None

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _end_of_wrapped(self, end: int) -> int:
        """The end of the sentence whose line ends at `end`, if the next lines go on with it."""
        for _ in range(2):
            following = _WRAPPED.match(self._text, end, end + _PROSE_UNDER_A_LABEL)
            end = following.end() if following else end
        return end

    def _sentence_end(self, at: int) -> int:
        limit = min(self._line_end(at), at + 400)
        for match in _SENTENCE_END.finditer(self._text, at, limit):
            if not self._handles.is_within(match.start()):
                return match.start()
        return limit

    def _line(self, start: int, end: int, where: _Where) -> _Line:
        line = self._text[start : min(end, start + LONGEST_LINE)]
        bare = line.strip(_EDGES)
        if not bare:
            return _Line((), end, "section" if any(mark in line for mark in END_MARKS) else "more")
        if _STOP.match(bare):
            return _Line((), start, "section")
        if _HEAD_LINE.fullmatch(line):
            return _Line((), end, mixed=True)
        date = _DATE.match(line)
        if date:
            return replace(self._details(start + date.end(), end, where), mixed=True)
        return self._details(start, end, where)

    def _details(self, start: int, end: int, where: _Where) -> _Line:
        details: list[Detail] = []
        cursor = start
        handles = self._handles.between(start, end)
        for handle in (*handles, None):
            last = handle.start if handle else end
            if handle is None and handles and _goes_elsewhere(self._text[cursor:last]):
                return _Line(details, cursor, "other", proves=True, mixed=True)
            gap = self._gap(cursor, last, details, handle)
            if gap is None:
                return self._to_prose(details, start, cursor, end, where)
            relabel(details, gap.kind_before)
            details += gap.details
            if handle and gap.field != "unwanted":
                details.append(_of_handle(handle, gap.field))
            cursor = handle.end if handle else end
        if handles:
            return _Line(details, end, proves=True)
        return self._without_handle(details, start, end, where)

    def _gap(self, start: int, end: int, details: Sequence[Detail], handle: Handle | None) -> Gap | None:
        if end - start > _GAP:
            return None
        after_number = bool(details) and details[-1].kind == "phone"
        return read_gap(self._text[start:end], after_number=after_number, before_handle=handle is not None)

    def _without_handle(self, details: list[Detail], start: int, end: int, where: _Where) -> _Line:
        if where.is_first and where.cue and where.cue.strength != "label":
            led = self._led_by_names(start, end)
            if led.proves and _NEXT_WORD.match(self._text, led.end, end):
                return led
        names = [detail for detail in details if detail.kind == "name"]
        if names and not where.is_first and not where.names_in_capitals and all(name.text.isupper() for name in names):
            return _Line((), start, "other")
        is_label = where.is_first and where.cue is not None and where.cue.strength == "label"
        proved = any(name.sure for name in names) or bool(names and is_label)
        if self._handles.is_near(end):
            return _Line(details, end, proves=proved and where.is_first)
        if proved:
            return _Line(details, end, proves=True)
        return _Line(details, end, "more" if not details or where.is_first else "other")

    def _to_prose(self, details: list[Detail], start: int, cursor: int, end: int, where: _Where) -> _Line:
        """The line goes on with other words: names may stand before them, and under a label a sentence has handles."""
        is_label = where.is_first and where.cue is not None and where.cue.strength == "label"
        if is_label and end - start <= _PROSE_UNDER_A_LABEL and self._text[start - 1 : start] in ("\n", ""):
            end = self._end_of_wrapped(end)
            return _Line(self._prose(start, end), end, "other", proves=True, mixed=True)
        had_handle = any(detail.kind in ("phone", "email") for detail in details)
        if had_handle or not where.is_first:
            return _Line(details, cursor, "other", proves=had_handle, mixed=True)
        return self._led_by_names(cursor, end)

    def _led_by_names(self, start: int, end: int) -> _Line:
        names, used = leading_names(self._text[start : min(end, start + _GAP)])
        details = [Detail("name", name.text, name.sure) for name in names]
        return _Line(details, start + used, "other", proves=bool(names), mixed=True)

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the words after a number in a sentence still speak of whom to reach."""
        return end - start <= _OR_ELSE or (end - start <= _GAP and bool(sure_names(self._text[start:end])))

    def _prose(self, start: int, end: int) -> list[Detail]:
        details: list[Detail] = []
        cursor = start
        for handle in self._handles.between(start, end):
            if details and not self._goes_on(cursor, handle.start):
                break
            words = self._text[max(cursor, handle.start - 2 * _GAP) : handle.start]
            after_number = bool(details) and details[-1].kind == "phone"
            gap = None if is_caseless(words) else read_gap(words, after_number=after_number, before_handle=True)
            if gap:
                relabel(details, gap.kind_before)
            trusted = _trusted(gap.details, is_object=not details) if gap else []
            details += trusted or [Detail("name", name.text) for name in sure_names(words)] or desk_in(words)
            details.append(_of_handle(handle, gap.field if gap else None))
            cursor = handle.end
        return details


def _goes_elsewhere(rest: str) -> bool:
    """Whether the words after the last number of a line are no more about it: nothing but a blank parts them."""
    word = _NEXT_WORD.match(rest)
    return word is not None and word[1].lower() not in JOINING and word[1].lower() not in FIELDS


def _is_handle(detail: Detail) -> bool:
    return detail.kind in ("phone", "email", "url")


def _next_label(cues: Sequence[Cue], index: int, line_end: int) -> tuple[int, Cue | None]:
    """The first label that begins before `line_end`, and its index; desks' own names and prose are passed over."""
    while index < len(cues) and cues[index].start <= line_end:
        if not cues[index].is_desk and cues[index].strength != "prose":
            return index, cues[index]
        index += 1
    return index, None


def _trusted(details: Sequence[Detail], *, is_object: bool) -> list[Detail]:
    """What of a sentence's words to trust: a sure name and what follows it, the object of "contact", or a body."""
    names = [place for place, detail in enumerate(details) if detail.kind == "name" and detail.sure]
    if is_object and details and details[0].kind == "name":
        names.insert(0, 0)
    first = names[0] if names else len(details)
    return [
        replace(detail, kind="organisation") if detail.kind == "name" and place not in names else detail
        for place, detail in enumerate(details)
        if place >= first or detail.kind == "organisation" or (detail.kind == "role" and names)
    ]


def _label(cue: Cue) -> Detail:
    return Detail("label", cue.subject or "", not cue.needs_handle, cue.start, cue.end, contact_kind=cue.kind)


def _of_handle(handle: Handle, field: Field | None) -> Detail:
    kind = PHONE_KINDS.get(field or "telephone", "telephone")
    return Detail(handle.kind, handle.value, True, handle.start, handle.end, kind, handle.extension)
