"""The words between two numbers or addresses → details: what each label among them says of its value.

"Jane Roe, Press Officer, Mobile: " before a number is a name, a role and the kind of that number; "(cell)" after one
says its kind as well; "Company: Acme Ltd" names a body whatever its words look like.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from reader.model import ContactKind, PhoneKind
from reader.parsing.contact_labels import DESK_STEMS, FIELDS, LABEL_WORDS, WEAK_FIELDS, Field
from reader.parsing.contact_parts import Part
from reader.parsing.contact_people import read_words

DetailKind = Literal["label", "name", "role", "organisation", "phone", "email", "url"]

PHONE_KINDS: dict[Field, PhoneKind] = {"telephone": "telephone", "mobile": "mobile", "fax": "fax"}
MONTH_AND_DAY = (
    r"(?:[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|"
    r"\d{1,2}\.? (?:de )?[^\W\d_]{3,12},?(?: de)? (?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
)
_NEITHER = re.compile(rf"(?<!\w)(?:{MONTH_AND_DAY}|(?i:for immediate release))(?!\w)")
_LABEL = r"[^\W\d_][^\W\d_.’'/-]*(?:[ ./-]{1,2}[^\W\d_][^\W\d_.’'/-]*){0,3}\.?"
_LABELLED = re.compile(rf"({_LABEL})[ \t]*[:：]")
_LABEL_AT_END = re.compile(rf"({_LABEL})[\s.:：(|*_-]*\Z")  # takes 12 µs
_AFTER_LABEL = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ".:：(|*_-"
_OFFICE_OF_SOMEBODY = re.compile(r"['’]s?\s+office\.?\Z", re.I)
_FIELD_LABELS = tuple(FIELDS)
_AFTER_NUMBER = re.compile(
    r"[ \t]*(?P<bracket>[(\[])?[ \t]*(?P<word>[^\W\d_]{1,12})[ \t]*[)\]]?(?!\s*\.?\s*[:：])(?=[ \t]*(?:[;,.\n|/]|\Z))"
)
_WORD_START = re.compile(r"(?<![^\W\d_])[^\W\d_]|(?<=[a-zß-ÿ.)])[A-ZÀ-Þ]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DESK = re.compile("|".join(map(re.escape, DESK_STEMS)), re.I)
_ARTICLE = re.compile(r"\b(?:the|our|its|their|le|la|die|der|el|il)\s|[,.;:()]", re.I)
_EDGES = " \t\n.,;:*_|-–—()"


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
class Gap:
    """What words between two handles say: details, the label of the next handle and the kind of the number before."""

    details: list[Detail]
    field: Field | None = None
    kind_before: PhoneKind | None = None


def read_gap(words: str, *, after_number: bool, before_handle: bool) -> Gap | None:
    """The details in words that stand between two handles or line ends; `None` where they are prose."""
    kind_before = None
    if after_number and (match := _AFTER_NUMBER.match(words)):
        kind_before = PHONE_KINDS.get(FIELDS.get(match["word"].lower(), "name"))
        if kind_before and not match["bracket"] and match.end() == len(words) and before_handle:
            kind_before = None
        words = words[match.end() :] if kind_before else words
    if "19" in words or "20" in words or "release" in words.lower():
        words = _NEITHER.sub(" ; ", words)
    field, words = _take_last_label(words) if before_handle else (None, words)
    details: list[Detail] = []
    for name, value in _labelled_values(words):
        read = _read_value(name, value)
        if read is None:
            return None
        details += read
    return Gap(details, field, kind_before)


def relabel(details: list[Detail], kind: PhoneKind | None) -> None:
    """A label after the number says its kind, too: `202-555-0100 (cell)`."""
    if kind and details and details[-1].kind == "phone":
        details[-1] = replace(details[-1], phone_kind=kind)


def desk_in(words: str) -> list[Detail]:
    """`the council press office on` → council press office."""
    for match in _DESK.finditer(words):
        name = _ARTICLE.split(words[: match.end()])[-1]
        return [Detail("organisation", " ".join(name.split()[-5:]))]
    return []


def is_desk(words: str) -> bool:
    """Whether the words name a press office or the like."""
    lower = words.lower()
    return any(map(lower.__contains__, DESK_STEMS))


def _take_last_label(words: str) -> tuple[Field | None, str]:
    if not words.rstrip(_AFTER_LABEL).lower().endswith(_FIELD_LABELS):
        return None, words
    last = _LABEL_AT_END.search(words, max(0, len(words) - 60))
    length = _label_length(last) if last else 0
    if not last or not length:
        return None, words
    start = last.end(1) - length
    label = words[start : last.end(1)].lower().rstrip(".")
    has_sign = bool(words[last.end(1) :].strip(" *_\t") or words[last.end(1) - 1] == ".")
    stands_alone = not words[:start].strip(_EDGES)
    if label in WEAK_FIELDS and not has_sign and not (stands_alone and len(label) > 1):
        return None, words
    return FIELDS[label], words[:start]


def _label_length(match: re.Match[str]) -> int:
    """How many of the last characters of a match are a field's label ("PresidentTel" ends with one of three).

    None are where they end the name of a body: "Senator Lowe's Office".
    """
    words = match[1]
    if _OFFICE_OF_SOMEBODY.search(match.string, max(0, match.start(1) - 1), match.end(1)):
        return 0
    for start in _WORD_START.finditer(words):
        if words[start.start() :].lower().rstrip(".") in FIELDS:
            return len(words) - start.start()
    return 0


def _labelled_values(words: str) -> list[tuple[Field | None, str]]:
    """The words cut at their labels: (`None`, words before any label), (field, its words) …"""
    found: list[tuple[Field | None, str]] = []
    field: Field | None = None
    start = 0
    if ":" in words or "：" in words:
        for match in _LABELLED.finditer(words):
            length = _label_length(match)
            if length:
                found.append((field, words[start : match.end(1) - length]))
                field = FIELDS[match[1][len(match[1]) - length :].lower().rstrip(".")]
                start = match.end()
    found.append((field, words[start:]))
    return found


def _read_value(field: Field | None, value: str) -> list[Detail] | None:
    text = " ".join(value.split()).strip(_EDGES)
    if not text:
        return []
    match field:
        case "organisation" | "role":
            return [Detail(field, text)]
        case None | "name":
            details = [_detail(part, is_name=field == "name") for part in read_words(value)]
            return None if "prose" in details else [one for one in details if isinstance(one, Detail)]
        case _:
            return []


def _detail(part: Part, *, is_name: bool) -> Detail | Literal["prose"] | None:
    match part.kind:
        case "address":
            return None
        case "organisation" | "prose" if _is_label_only(part.text):
            return None
        case "prose":
            return "prose"
        case _:
            return Detail(part.kind, part.text, part.sure or is_name)


def _is_label_only(words: str) -> bool:
    lower = words.lower()
    if lower in FIELDS:
        return True
    return all(word in LABEL_WORDS or word in FIELDS for word in _WORD.findall(lower)) and not is_desk(words)
