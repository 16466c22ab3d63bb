"""The press contacts of a release: who answers enquiries, and at which number and address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Contact, Paragraph, Phone, PhoneKind, Span

_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|[\[({]\s?at\s?[\])}])\s?[\w-]+(?:(?:\.|\s?[\[({]\s?dot\s?[\])}]\s?)[\w-]+)+", re.I
)
_PHONE = re.compile(r"(?:\+|\(\+?)?\d(?:[\d ()./-]{5,18})\d")
_CUE = re.compile(r"\bcontacts?\b\s*(?::|\n|(?=[ \t]+[A-Z]))", re.I)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?:[ ](?:[A-Z]\.|[^\W\d_a-z][\w.'’-]+)){1,3}")
_KINDS: tuple[tuple[str, PhoneKind], ...] = (("fax", "fax"), ("mobile", "mobile"), ("cell", "mobile"))


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

    A number without a country code is read as one of the country that the release points to; `region` ("US") is
    what is left to try.
    """
    cue = _CUE.search(text)
    if not cue:
        return ContactBlock()
    contacts: list[Contact] = []
    stretch = text[cue.end() : cue.end() + 400]
    for part in re.split(r";|\n\s*\n", stretch.strip()):
        phones = _phones(part, region or "US")
        emails = tuple(_plain(match.group()) for match in _EMAIL.finditer(part))
        name = _NAME.search(part)
        if not (phones or emails):
            break
        role, _, organisation = _line_after(part, name).partition(", ")
        contacts.append(
            Contact(name and name.group(), role or None, organisation or None, phones=phones, emails=emails)
        )
    if not contacts:
        return ContactBlock()
    start = text.rfind("\n", 0, cue.start()) + 1
    short = cue.start() - start < 60
    return ContactBlock(tuple(contacts), (Span(start, len(text.rstrip())),) if short and start * 2 > len(text) else ())


def _line_after(part: str, name: re.Match[str] | None) -> str:
    if not name or part[name.end() : name.end() + 1] != "\n":
        return ""
    line = part[name.end() + 1 :].partition("\n")[0]
    return "" if ":" in line or any(char.isdigit() for char in line) else line.strip()


def _plain(address: str) -> str:
    address = re.sub(r"\s?[\[({]\s?at\s?[\])}]\s?", "@", address, flags=re.I)
    return re.sub(r"\s?[\[({]\s?dot\s?[\])}]\s?", ".", address, flags=re.I).lower()


def _phones(part: str, region: str) -> tuple[Phone, ...]:
    import phonenumbers

    found: list[Phone] = []
    for match in _PHONE.finditer(part):
        before = part[max(0, match.start() - 12) : match.start()].lower()
        kind: PhoneKind = next((kind for word, kind in _KINDS if word in before), "telephone")
        try:
            number = phonenumbers.parse(match.group(), region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            found.append(Phone(match.group(), e164, kind))
    return tuple(found)
