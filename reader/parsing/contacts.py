"""The press contacts of a release: who answers enquiries, and at which number and address.

Most releases have one block of contacts or none, so the cheap signs come first: numbers, addresses and the stems of
labels. Labels and contact sentences are read where they stand; a number or address without a label counts only as a
line or block of its own, with a name, near the top or the end. Everything else (help lines, dial-in numbers, a
letterhead's switchboard) is no press contact. Measured on 25 labelled releases and looked at on thousands:
docs/internals.md.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import Contact, Phone, Span
from reader.parsing.contact_assembly import assemble
from reader.parsing.contact_cues import Cue, find_cues
from reader.parsing.contact_details import DetailReader, Reading
from reader.parsing.contact_fields import Detail, is_desk
from reader.parsing.contact_handles import Handle, Handles
from reader.parsing.contact_labels import PRESS_WORDS, PUBLIC_APPEALS
from reader.parsing.contact_names import is_officeholder, trailing_names
from reader.parsing.phones import is_grouped, to_e164
from reader.parsing.regions import Regions, regions_of

_HEAD = 1500
_TAIL = 1200
_END = 600
_APART = 200
_BEFORE_NUMBER = 80
_MOST_NAMES = 3
_BEFORE_SENTENCE = 160
_JOURNALISTS = PRESS_WORDS - {"news"} | {"interview", "interviews"}
_SENTENCE_END = re.compile(r"(?<!Dr)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!St)(?<!Prof)[.!?]\s")
_ITSELF = re.compile(r"\w+\s+(?:us|the company|our|directly)\b", re.I)
_RELEASE_PHONE = re.compile(r"for immediate release(?:.|\n){0,60}\b(?:phone|tel)\b[.: ]*$", re.I)
_APPEAL = re.compile(rf"\b(?:{'|'.join(map(re.escape, PUBLIC_APPEALS))})")
_DESKS = ("press", "media", "news", "pr@", "pr.", "presse", "prensa", "stampa", "imprensa", "comm", "info", "editor")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """The contacts of a release, and the stretches of its text that are nothing but contact details."""

    contacts: tuple[Contact, ...] = ()
    spans: tuple[Span, ...] = ()


def find_contacts(
    text: str,
    repeats: Sequence[Span] = (),
    *,
    places: Sequence[str] = (),
    issuer: str | None = None,
    language: str | None = None,
    region: str | None = None,
) -> ContactBlock:
    """The contacts that `text` names for enquiries, in order.

    A number without a country code is read as one of the country that the dateline's `places`, the addresses' domains,
    the `issuer`, then the setting `region` ("GB") or the `language` point to. What stands in one of the `repeats`,
    the paragraphs that the file holds a second time, is left out.
    """
    handles = Handles(text)
    cues = find_cues(text, has_handles=bool(handles))
    if not handles and not cues:
        return ContactBlock()
    regions = regions_of(places, issuer, language, handles.domains, region)
    readings = _readings(text, handles, cues, regions)
    readings = [reading for reading in readings if not any(start <= reading.start < end for start, end in repeats)]
    contacts = [contact for reading in readings for contact in assemble(reading.details, regions, text)]
    return ContactBlock(_merged(contacts), _spans(text, readings))


def _readings(text: str, handles: Handles, cues: Sequence[Cue], regions: Regions) -> list[Reading]:
    reader = DetailReader(text, handles)
    labelled: list[tuple[Cue, Reading]] = []
    sentences: list[tuple[Cue, Reading]] = []
    index = 0
    while index < len(cues):
        cue = cues[index]
        index += 1
        if cue.strength == "prose":
            sentences.append((cue, reader.sentence(cue)))
            continue
        reading, beyond = reader.after(cues, index - 1)
        if cue.is_desk and not reading.names:
            reading = _block_around(reader, reading) or reading
        if _holds_contact(cue, reading):
            labelled.append((cue, reading))
            index = beyond
    readings = [reading for cue, reading in labelled if not _is_outdone(cue, reading, labelled)]
    readings += [reading for cue, reading in sentences if _is_for_journalists(text, cue, reading, readings)]
    readings += _unlabelled(text, reader, handles, readings, regions)
    return sorted(readings, key=lambda reading: reading.start)


def _block_around(reader: DetailReader, reading: Reading) -> Reading | None:
    """The block from the name above a desk's own: `Jane Roe`, on the next line `Public Affairs`, then the number."""
    first = next((detail for detail in reading.details if detail.kind in ("phone", "email")), None)
    return reader.block_at(first.start) if first else None


def _holds_contact(cue: Cue, reading: Reading) -> bool:
    if reading.is_reachable:
        first = reading.details[1]
        return bool(reading.names) or cue.strength != "bare" or first.kind == "phone" or is_desk(first.text)
    return not cue.needs_handle and any(name.sure or cue.strength == "label" for name in reading.names)


def _is_outdone(cue: Cue, reading: Reading, others: Sequence[tuple[Cue, Reading]]) -> bool:
    """Whether an address for more information in the body is followed by the press contacts in their own place."""
    if cue.kind == "press" and not cue.is_aside:
        return False
    last_cue, last = others[-1]
    return last.start > reading.end + _APART and last_cue.kind == "press" and not last_cue.is_aside


def _is_for_journalists(text: str, cue: Cue, reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether a sentence that says whom to contact is meant for the press and not for the public."""
    if not reading.is_reachable or any(_overlap(reading, other) for other in others):
        return False
    line_start = text.rfind("\n", 0, cue.start) + 1
    start = max(line_start, cue.start - _BEFORE_SENTENCE)
    for stop in _SENTENCE_END.finditer(text, start, cue.start):
        start = stop.end()
    end = max(detail.end for detail in reading.details)
    sentence = text[start:end].lower()
    words = set(_WORD.findall(sentence))
    if words & _JOURNALISTS:
        return True
    if others or "information" not in words or _APPEAL.search(sentence):
        return False
    begins_paragraph = not text[line_start:start].strip() or "\n" not in text.strip()
    is_last = len(text) - end < max(_END, len(text) // 3)
    names_somebody = any(name.sure for name in reading.names) or _ITSELF.match(text, cue.start) is not None
    return begins_paragraph and is_last and names_somebody


def _overlap(one: Reading, other: Reading) -> bool:
    return one.start < other.end and other.start < one.end


def _unlabelled(
    text: str, reader: DetailReader, handles: Iterable[Handle], readings: Sequence[Reading], regions: Regions
) -> Iterator[Reading]:
    """Lines that hold nothing but a name and a number, and names before a number where all punctuation is lost."""
    taken = line_end = 0
    for handle in handles:
        is_at_an_end = handle.start < _HEAD or len(text) - handle.end < _TAIL
        if not is_at_an_end or handle.start < taken or any(_holds(reading, handle) for reading in readings):
            continue
        if handle.kind == "phone" and not (to_e164(handle.value, regions) or is_grouped(handle.value)):
            continue
        reading = _run_on(text, handle)
        if handle.start >= line_end:
            newline = text.find("\n", handle.start)
            line_end = newline if newline >= 0 else len(text)
            reading = _line_of_its_own(reader, handle) or _block(reader, handle) or reading
        if reading:
            yield reading
            taken = reading.end


def _holds(reading: Reading, handle: Handle) -> bool:
    return reading.start <= handle.start < reading.end


def _line_of_its_own(reader: DetailReader, handle: Handle) -> Reading | None:
    reading = reader.line_at(handle.start)
    if not reading.whole or not any(map(_is_for_calls, reading.details)):
        return None
    if reading.is_named:
        return reading if len(reading.names) <= _MOST_NAMES else None
    kinds = {detail.kind for detail in reading.details}
    emails = [detail.text for detail in reading.details if detail.kind == "email"]
    is_of_a_desk = "url" in kinds or any(email.startswith(_DESKS) for email in emails)
    return reading if kinds >= {"organisation", "phone", "email"} and is_of_a_desk else None


def _is_for_calls(detail: Detail) -> bool:
    return detail.kind == "email" or (detail.kind == "phone" and detail.phone_kind != "fax")


def _block(reader: DetailReader, handle: Handle) -> Reading | None:
    reading = reader.block_at(handle.start)
    return reading if reading and any(map(_is_for_calls, reading.details)) else None


def _run_on(text: str, handle: Handle) -> Reading | None:
    """`… of the Atlantic Jane Roe 202 224 0100` at the end, or the date, a name and a number at the top."""
    start = max(0, handle.start - _BEFORE_NUMBER)
    before = text[start : handle.start]
    names = [name for name in trailing_names(before)[-_MOST_NAMES:] if not is_officeholder(name.text, text)]
    if handle.kind != "phone" or not (names or _RELEASE_PHONE.search(before)):
        return None
    details = [Detail("name", name.text) for name in names]
    details.append(Detail("phone", handle.value, True, handle.start, handle.end))
    return Reading(tuple(details), start, handle.end, whole=False)


def _merged(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Each person and each desk once, with everything that any of their mentions says.

    A mention without a name is of whoever has its number or address.
    """
    merged: list[Contact] = []
    by_name: dict[str, int] = {}
    by_handle: dict[object, int] = {}
    for contact in contacts:
        handles = (*map(_number, contact.phones), *contact.emails)
        place = by_name.get(contact.name.casefold()) if contact.name else None
        if place is None:
            places = (by_handle[handle] for handle in handles if handle in by_handle)
            place = next((place for place in places if not (contact.name and merged[place].name)), len(merged))
        if place == len(merged):
            merged.append(contact)
        else:
            merged[place] = _union(merged[place], contact)
        by_handle.update((handle, place) for handle in handles if handle not in by_handle)
        if contact.name:
            by_name[contact.name.casefold()] = place
    return tuple(merged)


def _number(phone: Phone) -> tuple[str, str | None]:
    return phone.e164 or phone.as_written, phone.extension


def _union(one: Contact, other: Contact) -> Contact:
    phones = {_number(phone): phone for phone in (*other.phones, *one.phones)}
    return one._replace(
        name=one.name or other.name,
        role=one.role or other.role,
        organisation=one.organisation or other.organisation,
        phones=tuple(phones[_number(phone)] for phone in dict.fromkeys((*one.phones, *other.phones))),
        emails=tuple(dict.fromkeys((*one.emails, *other.emails))),
        urls=tuple(dict.fromkeys((*one.urls, *other.urls))),
    )


def _spans(text: str, readings: Iterable[Reading]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for reading in readings:
        end = reading.start + len(text[reading.start : reading.end].rstrip())
        begins_line = not text[text.rfind("\n", 0, reading.start) + 1 : reading.start].strip()
        ends_line = not text[end : end + 1].strip()
        if reading.whole and begins_line and ends_line and end > reading.start:
            spans.append(Span(reading.start, end))
    return tuple(spans)
