"""A label or a number → the details around it, one after the other: names, roles, bodies, numbers, addresses.

Reading goes line by line from a label for as long as the lines hold nothing but details. What follows the last number
or address is kept only where the text or the section ends with it: the headline under a contact at the top of a
release looks like an organisation, too.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.model import ContactKind, PhoneKind
from reader.parsing.addresses import Address, find_urls
from reader.parsing.contact_cues import Cue
from reader.parsing.contact_words import DESK_STEMS, FIELDS, LABEL_WORDS, STOPS, WEAK_FIELDS, Field
from reader.parsing.people import is_caseless, leading_names, read_words, sure_names
from reader.parsing.phones import Number

DetailKind = Literal["label", "name", "role", "organisation", "phone", "email", "url"]

_GAP = 160
_NEAR = 260
_PROSE_UNDER_A_LABEL = 600
_MAX_LINE = 2500
_MAX_SILENT_LINES = 6
_MAX_LINES_ABOVE = 9
_MONTH_DAY = (
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|"
    r"\d{1,2}\.? (?:de )?[^\W\d_]{3,12},?(?: de)? (?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_DATE = re.compile(rf"[ \t(\[]*(?:[^\W\d_]{{3,10}}[, ]+)?{_MONTH_DAY}[ \t.)\]]*")
_DATE_WITHIN = re.compile(rf"(?<!\w){_MONTH_DAY}(?!\w)")
_HEAD_LINE = re.compile(
    r"\W*(?:for )?immediate release\W*|\W*(?:press|news|media) (?:release|advisory|advisories)s?\W*|\W*corrected\b.*",
    re.I,
)
_LABELLED = re.compile(r"([^\W\d_][^\W\d_.’'/-]*(?:[ ./-][^\W\d_][^\W\d_.’'/-]*){0,3}\.?)[ \t]*[:：]")
_LAST_WORDS = re.compile(r"([^\W\d_][^\W\d_.’'/-]*(?:[ ./-]{1,2}[^\W\d_][^\W\d_.’'/-]*){0,2})[\s.:：(|*_-]*\Z")
_AFTER_NUMBER = re.compile(
    r"[ \t]*(?P<bracket>[(\[])?[ \t]*(?P<word>[^\W\d_]{1,12})[ \t]*[)\]]?(?=[ \t]*(?:[;,.\n|/]|\Z))"
)
_DESK = re.compile("|".join(map(re.escape, DESK_STEMS)), re.I)
_HUMP = re.compile(r"(?<=[a-zß-ÿ.)])(?=[A-ZÀ-Þ])")
_SOCIAL = re.compile(r"(?<![\w.@/])@[A-Za-z]\w{2,29}\b(?!\.\w)")
_PHONE_KINDS: dict[Field, PhoneKind] = {"telephone": "telephone", "mobile": "mobile", "fax": "fax"}


@dataclass(frozen=True, slots=True)
class Handle:
    """A telephone number or an address in the text."""

    start: int
    end: int
    kind: Literal["phone", "email", "url"]
    value: str
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail, in the order of the text. A "label" has the kind of contact it announces and the body it names.

    `start` and `end` are set for numbers and addresses. A name is `sure` when it holds a known given name.
    """

    kind: DetailKind
    text: str
    sure: bool = True
    start: int = 0
    end: int = 0
    phone_kind: PhoneKind = "telephone"
    extension: str | None = None
    contact_kind: ContactKind = "press"


@dataclass(frozen=True, slots=True)
class Reading:
    """The details found in `text[start:end]`; `whole` when that stretch holds nothing else."""

    details: tuple[Detail, ...]
    start: int
    end: int
    whole: bool


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


def handles_of(numbers: Sequence[Number], emails: Sequence[Address]) -> list[Handle]:
    """Numbers and e-mail addresses in the order of the text; digits within an address are no number."""
    handles = [Handle(address.start, address.end, "email", address.value) for address in emails]
    starts = [address.start for address in emails]
    for number in numbers:
        before = bisect_left(starts, number.end) - 1
        if before < 0 or emails[before].end <= number.start:
            handles.append(Handle(number.start, number.end, "phone", number.as_written, number.extension))
    return sorted(handles, key=lambda handle: handle.start)


class DetailReader:
    """Reads the details of one text, given its numbers and addresses."""

    def __init__(self, text: str, handles: Sequence[Handle]) -> None:
        self._text = text
        self._handles = handles
        self._starts = [handle.start for handle in handles]

    def after(self, cues: Sequence[Cue], index: int) -> tuple[Reading, int]:
        """The details after `cues[index]` and the index of the first cue that is not among them."""
        cue = cues[index]
        start, end = cue.start, cue.end
        details, kept, silent, mixed = [_label(cue)], 1, 0, False
        at, after = cue.end, "section"
        index += 1
        while at < len(self._text) and silent <= _MAX_SILENT_LINES:
            line_end = self._line_end(at)
            while index < len(cues) and cues[index].is_desk and cues[index].start <= line_end:
                index += 1
            inner = cues[index] if index < len(cues) and cues[index].start <= line_end else None
            line = self._line(at, inner.start if inner else line_end, cue, is_first=kept == 1 and not silent)
            after = line.after
            if after != "more" and not line.proves:
                break
            details += line.details
            mixed = mixed or line.mixed
            silent = 0 if line.proves else silent + bool(self._text[at:line_end].strip())
            if line.proves:
                kept, end = len(details), line.end
            at = line.end
            if after != "more":
                break
            if inner:
                details.append(_label(inner))
                cue, at, index = inner, inner.end, index + 1
            else:
                at = line_end + 1
        if kept > 1 and (after == "section" or at >= len(self._text)):
            kept, end = len(details), max(end, min(at, len(self._text)))
        return Reading(tuple(details[:kept]), start, end, not mixed), index

    def sentence(self, cue: Cue) -> Reading:
        """The details of the sentence that says whom to contact."""
        end = self._sentence_end(cue.end)
        details = [_label(cue), *self._prose(cue.end, end)]
        return Reading(tuple(details), cue.start, end, whole=False)

    def block_at(self, position: int) -> Reading | None:
        """The lines around the handle at `position` that hold details alone, from a line with a sure name."""
        start = self._text.rfind("\n", 0, position) + 1
        for _ in range(_MAX_LINES_ABOVE):
            start = self._text.rfind("\n", 0, max(0, start - 1)) + 1
            end = self._line_end(start)
            line = self._line(start, end, None, is_first=False)
            if line.end < end or line.mixed or line.after == "section" or end - start > 90:
                return None
            if any(detail.kind == "name" and detail.sure for detail in line.details):
                reading, _ = self.after([Cue(start, start, "press", "direct", needs_handle=True)], 0)
                return reading if reading.end > position and reading.whole else None
            if not start:
                return None
        return None

    def line_at(self, position: int) -> tuple[Reading, bool]:
        """The line around `position` and whether it holds details alone."""
        start = self._text.rfind("\n", 0, position) + 1
        end = self._line_end(position)
        line = self._line(start, end, None, is_first=False)
        alone = line.end == end and line.after == "more" and not line.mixed
        return Reading(tuple(line.details), start, line.end, alone), alone

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _end_of_wrapped(self, end: int) -> int:
        """The end of the sentence whose line ends at `end`, if the next lines go on with it."""
        for _ in range(2):
            following = re.compile(r"\s*[a-zà-ÿ<(][^\n]*").match(self._text, end, end + _PROSE_UNDER_A_LABEL)
            end = following.end() if following else end
        return end

    def _sentence_end(self, at: int) -> int:
        limit = min(self._line_end(at), at + 400)
        for match in re.finditer(r"[.!?](?=\s+[^\W\d_a-z]|\s*$)|。", self._text[at:limit]):
            place = at + match.start()
            index = bisect_left(self._starts, place)
            if (index == 0 or self._handles[index - 1].end <= place) and not self._text[:place].endswith(
                ("Mr", "Ms", "Dr")
            ):
                return place
        return limit

    def _between(self, start: int, end: int) -> list[Handle]:
        """Numbers, e-mail and web addresses that lie in `text[start:end]`."""
        end = min(end, start + _MAX_LINE)
        known = self._handles[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        webs = [Handle(web.start, web.end, "url", web.value) for web in find_urls(self._text, start, end, bare=True)]
        social = _SOCIAL.finditer(self._text, start, end)
        webs += [Handle(match.start(), match.end(), "url", match.group()) for match in social]
        if not webs:
            return list(known)
        free = [
            web
            for web in webs
            if not any(one.kind == "email" and one.start < web.end and web.start < one.end for one in known)
        ]
        known = [one for one in known if not any(web.start <= one.start < web.end for web in free)]
        return sorted([*known, *free], key=lambda handle: handle.start)

    def _is_handle_near(self, end: int) -> bool:
        index = bisect_left(self._starts, end)
        return index < len(self._starts) and self._starts[index] - end < _NEAR

    def _line(self, start: int, end: int, cue: Cue | None, *, is_first: bool) -> _Line:
        line = self._text[start : min(end, start + _MAX_LINE)]
        bare = line.strip(" \t*_-–—#>•|")
        if not bare:
            return _Line((), end, "section" if "***" in line or "###" in line or "# #" in line else "more")
        if bare.lower().startswith(STOPS):
            return _Line((), start, "section")
        if _HEAD_LINE.fullmatch(line):
            return _Line((), end, mixed=True)
        date = _DATE.match(line)
        if date:
            read = self._details(start + date.end(), end, cue, is_first=is_first)
            return replace(read, mixed=True)
        return self._details(start, end, cue, is_first=is_first)

    def _details(self, start: int, end: int, cue: Cue | None, *, is_first: bool) -> _Line:
        details: list[Detail] = []
        cursor = start
        handles = self._between(start, end)
        for handle in handles:
            gap = self._text[cursor : handle.start]
            found = _read_gap(gap, handle) if len(gap) <= _GAP else None
            if found is None:
                return self._to_prose(details, start, cursor, end, cue, is_first=is_first)
            parts, field, lead = found
            _relabel(details, lead)
            details += parts
            if field != "unwanted":
                details.append(_of_handle(handle, field))
            cursor = handle.end
        rest = self._text[cursor:end]
        found = _read_gap(rest, None) if len(rest) <= _GAP else None
        if found is None:
            return self._to_prose(details, start, cursor, end, cue, is_first=is_first)
        parts, _, lead = found
        _relabel(details, lead)
        details += parts
        if handles:
            return _Line(details, end, proves=True)
        return self._without_handle(details, start, end, cue, is_first=is_first)

    def _without_handle(self, details: list[Detail], start: int, end: int, cue: Cue | None, *, is_first: bool) -> _Line:
        names = [detail for detail in details if detail.kind == "name"]
        if names and not is_first and all(name.text.isupper() for name in names):
            return _Line((), start, "other")
        proved = any(name.sure for name in names) or bool(names and is_first and cue and cue.strength == "label")
        if self._is_handle_near(end):
            return _Line(details, end, proves=proved and is_first)
        if proved:
            return _Line(details, end, proves=True)
        return _Line(details, end, "more" if not details or is_first else "other")

    def _to_prose(
        self, details: list[Detail], start: int, cursor: int, end: int, cue: Cue | None, *, is_first: bool
    ) -> _Line:
        """The line goes on with other words: names may stand before them, and under a label a sentence has handles."""
        under_a_label = is_first and cue is not None and cue.strength == "label" and end - start <= _PROSE_UNDER_A_LABEL
        if under_a_label and self._text[start - 1 : start] in ("\n", ""):
            end = self._end_of_wrapped(end)
            return _Line(self._prose(start, end), end, "other", proves=True, mixed=True)
        had_handle = any(detail.kind in ("phone", "email") for detail in details)
        if had_handle or (details and not is_first):
            return _Line(details, cursor, "other", proves=had_handle, mixed=True)
        names, used = leading_names(self._text[cursor : min(end, cursor + _GAP)])
        details += [Detail("name", name.text, name.sure) for name in names]
        return _Line(details, cursor + used, "other", proves=bool(names), mixed=True)

    def _prose(self, start: int, end: int) -> list[Detail]:
        details: list[Detail] = []
        cursor = start
        for handle in self._between(start, end):
            gap = self._text[cursor : handle.start]
            if len(gap) > _GAP and details:
                break
            gap = gap[-2 * _GAP :]
            found = None if is_caseless(gap) else _read_gap(gap, handle)
            if found:
                _relabel(details, found[2])
                details += _in_sentence(found[0])
            else:
                names = [Detail("name", name.text) for name in sure_names(gap)]
                details += names or _desk_in(gap)
            details.append(_of_handle(handle, found[1] if found else None))
            cursor = handle.end
        return details


def _in_sentence(details: Sequence[Detail]) -> list[Detail]:
    """What of a sentence's words to trust: a sure name and what follows it, or a body."""
    names = [place for place, detail in enumerate(details) if detail.kind == "name" and detail.sure]
    first = names[0] if names else len(details)
    return [
        replace(detail, kind="organisation") if detail.kind == "name" and not detail.sure else detail
        for place, detail in enumerate(details)
        if place >= first or detail.kind == "organisation" or (detail.kind == "role" and names)
    ]


def _desk_in(words: str) -> list[Detail]:
    """`the council press office on` → council press office."""
    for match in _DESK.finditer(words):
        lead = re.split(r"\b(?:the|our|its|their|le|la|die|der|el|il)\s|[,.;:()]", words[: match.end()], flags=re.I)[-1]
        return [Detail("organisation", " ".join(lead.split()[-5:]))]
    return []


def _label(cue: Cue) -> Detail:
    return Detail("label", cue.subject or "", start=cue.start, end=cue.end, contact_kind=cue.kind)


def _of_handle(handle: Handle, field: Field | None) -> Detail:
    kind = _PHONE_KINDS.get(field or "telephone", "telephone")
    return Detail(handle.kind, handle.value, True, handle.start, handle.end, kind, handle.extension)


def _relabel(details: list[Detail], field: Field | None) -> None:
    """A label after the number says its kind, too: `202-555-0100 (cell)`."""
    if field and details and details[-1].kind == "phone":
        details[-1] = replace(details[-1], phone_kind=_PHONE_KINDS[field])


def _read_gap(gap: str, handle: Handle | None) -> tuple[list[Detail], Field | None, Field | None] | None:
    """Words before `handle` → details, the label of the handle, the label of the number before; `None` for prose."""
    after = _AFTER_NUMBER.match(gap)
    lead = FIELDS.get(after["word"].lower()) if after else None
    if (
        after
        and lead in _PHONE_KINDS
        and (after["bracket"] or after.end() < len(gap) or not handle or handle.kind != "phone")
    ):
        gap = gap[after.end() :]
    else:
        lead = None
    field, gap = _label_at_end(_DATE_WITHIN.sub(" ; ", gap)) if handle else (None, gap)
    details: list[Detail] = []
    for name, value in _fields_in(gap):
        read = _read_value(name, value)
        if read is None:
            return None
        details += read
    return details, field, lead


def _label_at_end(gap: str) -> tuple[Field | None, str]:
    last = _LAST_WORDS.search(gap)
    if not last:
        return None, gap
    length = _label_length(last[1])
    if not length:
        return None, gap
    label = last[1][len(last[1]) - length :]
    has_sign = bool(gap[last.end(1) :].strip(" *_\t"))
    stands_alone = not gap[: last.end(1) - length].strip(" ,;.|(*_-–—\t")
    if not has_sign and (len(label) == 1 or (label.lower() in WEAK_FIELDS and not stands_alone)):
        return None, gap
    return FIELDS[label.lower().rstrip(".")], gap[: last.end(1) - length]


def _label_length(words: str) -> int:
    """How many of the last characters of `words` are a field's label ("PresidentTel" ends with one of three)."""
    starts = [match.start() for match in re.finditer(r"(?<![^\W\d_])[^\W\d_]", words)] + [
        hump.start() for hump in _HUMP.finditer(words)
    ]
    for start in sorted(starts):
        if words[start:].lower().rstrip(".") in FIELDS:
            return len(words) - start
    return 0


def _fields_in(gap: str) -> list[tuple[Field | None, str]]:
    """The gap cut at its labels: (`None`, words before any label), (field, its words) …"""
    found: list[tuple[Field | None, str]] = []
    field: Field | None = None
    start = 0
    for match in _LABELLED.finditer(gap):
        length = _label_length(match[1])
        if length:
            found.append((field, gap[start : match.end(1) - length]))
            field = FIELDS[match[1][len(match[1]) - length :].lower().rstrip(".")]
            start = match.end()
    found.append((field, gap[start:]))
    return found


def _read_value(field: Field | None, value: str) -> list[Detail] | None:
    text = " ".join(value.split()).strip(" .,;:*_|-–—()")
    if not text or field in ("address", "none", "unwanted", "telephone", "mobile", "fax", "email", "web"):
        return []
    if field in ("organisation", "role"):
        return [Detail("organisation" if field == "organisation" else "role", text)]
    details: list[Detail] = []
    for part in read_words(value):
        if field == "name" and part.kind == "organisation" and part.text.count(" ") < 4:
            details.append(Detail("name", part.text))
        elif part.kind in ("organisation", "prose") and _is_label_only(part.text):
            continue
        elif part.kind == "prose":
            return None
        elif part.kind != "address":
            details.append(Detail(part.kind, part.text, part.sure or field == "name"))
    return details


def _is_label_only(text: str) -> bool:
    lower = text.lower()
    if any(desk in lower for desk in DESK_STEMS):
        return False
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", lower)
    return lower in FIELDS or all(word in LABEL_WORDS or word in FIELDS for word in words)
