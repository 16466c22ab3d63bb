"""The press contacts of a release: who answers enquiries, and at which number and address.

Most releases have one block of contacts or none, so the cheap signs come first: numbers, addresses and the stems of
labels. Labels and contact sentences are read where they stand; a number or address without a label counts only as a
line of its own, with a name, near the top or the end. Everything else (help lines, dial-in numbers, a letterhead's
switchboard) is no press contact. Measured on 25 labelled releases and looked at on thousands: docs/internals.md.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model import Contact, Paragraph, Span
from reader.parsing.addresses import find_emails
from reader.parsing.contact_assembly import assemble
from reader.parsing.contact_cues import Cue, find_cues
from reader.parsing.contact_details import Detail, DetailReader, Handle, Reading, handles_of
from reader.parsing.contact_words import DESK_STEMS, PRESS_WORDS, PUBLIC_APPEALS
from reader.parsing.people import trailing_names
from reader.parsing.phones import find_numbers
from reader.parsing.regions import regions_to_try

_HEAD = 1500
_TAIL = 1200
_APART = 200
_SENTENCE_END = re.compile(r"(?<!Dr)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!St)(?<!Prof)[.!?]\s")
_RELEASE_PHONE = re.compile(r"(?i:for immediate release)[^\n]{0,40}\b(?i:phone|tel)\b[.: ]*$")
_JOURNALISTS = PRESS_WORDS - {"news", "новости"} | {"interview", "interviews"}


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """The contacts of a release, and the stretches of its text that are nothing but contact details."""

    contacts: tuple[Contact, ...] = ()
    spans: tuple[Span, ...] = ()


def find_contacts(
    text: str,
    paragraphs: Sequence[Paragraph] = (),
    *,
    places: Sequence[str] = (),
    issuer: str | None = None,
    language: str | None = None,
    region: str | None = None,
) -> ContactBlock:
    """The contacts that `text` names for enquiries, in order.

    A number without a country code is read as one of the country that the dateline's `places`, the addresses' domains,
    the `issuer` or the `language` point to; `region` ("US") is what is left to try. Nothing is found in a `repeat`.
    """
    emails = find_emails(text)
    handles = handles_of(find_numbers(text), emails)
    cues = find_cues(text)
    if not handles and not cues:
        return ContactBlock()
    readings = _readings(text, handles, cues)
    if not readings:
        return ContactBlock()
    domains = [address.value.rpartition("@")[2] for address in emails]
    regions = regions_to_try(places, issuer, language, domains, region)
    contacts = [contact for reading in readings for contact in assemble(reading.details, regions, text)]
    return ContactBlock(_merged(contacts), _spans(text, readings))


def _readings(text: str, handles: Sequence[Handle], cues: Sequence[Cue]) -> list[Reading]:
    reader = DetailReader(text, handles)
    labelled: list[tuple[Cue, Reading]] = []
    sentences: list[tuple[Cue, Reading]] = []
    index = 0
    while index < len(cues):
        cue = cues[index]
        if cue.strength == "prose":
            sentences.append((cue, reader.sentence(cue)))
            index += 1
            continue
        reading, beyond = reader.after(cues, index)
        if _holds_contact(cue, reading):
            labelled.append((cue, reading))
            index = beyond
        else:
            index += 1
    readings = [reading for cue, reading in labelled if not _is_outdone(cue, reading, labelled)]
    readings += [reading for cue, reading in sentences if _is_for_journalists(text, cue, reading, readings)]
    readings += _unlabelled(text, reader, handles, readings)
    return sorted(readings, key=lambda reading: reading.start)


def _is_outdone(cue: Cue, reading: Reading, others: Sequence[tuple[Cue, Reading]]) -> bool:
    """Whether an address for more information in the body is followed by the press contacts in their own place."""
    if cue.kind == "press" and not cue.is_aside:
        return False
    return any(
        other.start > reading.end + _APART and other_cue.kind == "press" and not other_cue.is_aside
        for other_cue, other in others
    )


def _holds_contact(cue: Cue, reading: Reading) -> bool:
    has_handle = any(detail.kind in ("phone", "email") for detail in reading.details)
    names = [detail for detail in reading.details if detail.kind == "name"]
    if has_handle:
        first = reading.details[1]
        is_desk = first.kind == "phone" or any(desk in first.text.lower() for desk in DESK_STEMS)
        return bool(names) or cue.strength != "bare" or is_desk
    return not cue.needs_handle and any(name.sure or cue.strength == "label" for name in names)


def _is_for_journalists(text: str, cue: Cue, reading: Reading, others: Sequence[Reading]) -> bool:
    """Whether a sentence that says whom to contact is meant for the press and not for the public."""
    if not any(detail.kind in ("phone", "email") for detail in reading.details):
        return False
    if any(other.start < reading.end and reading.start < other.end for other in others):
        return False
    line_start = text.rfind("\n", 0, cue.start) + 1
    start = max(line_start, cue.start - 160)
    for stop in _SENTENCE_END.finditer(text, start, cue.start):
        start = stop.end()
    last = max(detail.end for detail in reading.details)
    sentence = text[start:last].lower()
    words = set(re.findall(r"[^\W\d_]+", sentence))
    if words & _JOURNALISTS:
        return True
    if any(appeal in sentence for appeal in PUBLIC_APPEALS) or others:
        return False
    begins_paragraph = not text[line_start:start].strip() or "\n" not in text.strip()
    is_last = len(text) - last < max(_TAIL // 2, len(text) // 3)
    has_name = any(detail.kind == "name" and detail.sure for detail in reading.details)
    about_itself = re.match(r"\s*(?:us|the company|our\b|directly)", text[cue.end : cue.end + 20])
    return "information" in words and begins_paragraph and is_last and (has_name or about_itself is not None)


def _unlabelled(
    text: str, reader: DetailReader, handles: Sequence[Handle], readings: Sequence[Reading]
) -> list[Reading]:
    """Lines that hold nothing but a name and a number, and names before a number where all punctuation is lost."""
    found: list[Reading] = []
    taken = 0
    for handle in handles:
        if handle.start < taken or any(reading.start <= handle.start < reading.end for reading in readings):
            continue
        if not (handle.start < _HEAD or len(text) - handle.end < _TAIL):
            continue
        reading = _line_of_its_own(reader, handle) or reader.block_at(handle.start) or _run_on(text, handle)
        if reading:
            found.append(reading)
            taken = reading.end
    return found


def _line_of_its_own(reader: DetailReader, handle: Handle) -> Reading | None:
    reading, alone = reader.line_at(handle.start)
    kinds = {detail.kind for detail in reading.details}
    named = any(detail.kind == "name" and detail.sure for detail in reading.details)
    if alone and kinds & {"phone", "email"} and (named or kinds >= {"phone", "email"}):
        return reading
    return None


def _run_on(text: str, handle: Handle) -> Reading | None:
    """`… of the Atlantic Jane Roe 202 224 0100` at the end, or the date, a name and a number at the top."""
    if handle.kind != "phone":
        return None
    start = max(0, handle.start - 80)
    names = trailing_names(text[start : handle.start])
    if not names and not _RELEASE_PHONE.search(text[start : handle.start]):
        return None
    details = [Detail("name", name.text) for name in names]
    details.append(Detail("phone", handle.value, True, handle.start, handle.end))
    return Reading(tuple(details), start, handle.end, whole=False)


def _merged(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Each person and each desk once, with everything that any of their mentions says."""
    merged: list[Contact] = []
    for contact in contacts:
        place = next((place for place, other in enumerate(merged) if _is_same(contact, other)), None)
        if place is None:
            merged.append(contact)
        else:
            merged[place] = _union(merged[place], contact)
    return tuple(merged)


def _is_same(one: Contact, other: Contact) -> bool:
    if one.name and other.name:
        return one.name.casefold() == other.name.casefold()
    numbers = {phone.e164 or phone.as_written for phone in one.phones}
    same_number = any((phone.e164 or phone.as_written) in numbers for phone in other.phones)
    return same_number or bool(set(one.emails) & set(other.emails))


def _union(one: Contact, other: Contact) -> Contact:
    phones = {(phone.e164 or phone.as_written, phone.extension): phone for phone in (*other.phones, *one.phones)}
    known = [(phone.e164 or phone.as_written, phone.extension) for phone in (*one.phones, *other.phones)]
    return replace(
        one,
        name=one.name or other.name,
        role=one.role or other.role,
        organisation=one.organisation or other.organisation,
        phones=tuple(phones[key] for key in dict.fromkeys(known)),
        emails=tuple(dict.fromkeys((*one.emails, *other.emails))),
        urls=tuple(dict.fromkeys((*one.urls, *other.urls))),
    )


def _spans(text: str, readings: Sequence[Reading]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for reading in readings:
        start, end = reading.start, reading.start + len(text[reading.start : reading.end].rstrip())
        begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        if reading.whole and begins_line and end > start:
            spans.append(Span(start, end))
    return tuple(spans)
