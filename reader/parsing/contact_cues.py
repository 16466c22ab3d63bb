"""Where contact details may begin: labels such as "Media contact:" in any of the languages, and contact sentences.

A text is first searched for the few word stems that every label is built round; only where one stands is the label
read, outwards from the stem. What decides is what surrounds it: a label holds no words but label words and perhaps the
short name of a body, and a colon, a line end or a capital follows; "turn new contacts into orders" has neither.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from reader.model import ContactKind
from reader.parsing.contact_labels import (
    COMMON_PARTS,
    CONTACT_STEMS,
    DESK_STEMS,
    INFORMATION_STEMS,
    ISSUER_WORDS,
    LABEL_WORDS,
    PRESS_WORDS,
    PUBLIC_WORDS,
    WHOLE_LABELS,
)
from reader.parsing.contact_words import NOT_IN_NAMES

Strength = Literal["label", "direct", "bare", "prose"]

_MAX_STEMS = 150  # from either end; a text that repeats a label for ever costs no more than a long one
_LEAD_LIMIT = 130
_MARKUP = 12
_BREAK_BEFORE = re.compile(r"[\n.!?;:•|。；：*#>]\s|\n|[^\S\n]{2,}|[*#>：]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TAIL_WORD = re.compile(r"[ \t\u00a0,/&()]{0,3}([^\W\d_]+(?:['’-][^\W\d_]+)*)(?![\w@])")
_COLON = re.compile(r"[ \t\u00a0.*_)]{0,3}[:：]")
_LINE_END = re.compile(r"[ \t\u00a0.,:*_–—-]*(?:\n|\Z)")
_ENDS_LABEL = re.compile(r"[ \t\u00a0*_]*(?:[:：\n]|\Z)")
_LATER_COLON = re.compile(r"[^\n:：.;!?@\d]{1,90}[:：](?!//)")
_AFTER_LABEL = re.compile(r"[\s:：.,*_>–—-]*")
_VALUE = re.compile(r"[ \t\u00a0,.*_–—-]*(?:[+(<]?\d|\+|https?:|www\.|[^\W\d_a-z])")
_EDGES = " \t*_#>•·|-–—"
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_JOINERS = frozenset(("and", "or", "for", "of", "from", "to", "de", "du", "pour", "für", "der", "para", "per", "por"))
_RUNS_ON = frozenset(("the", "our", "your", "in", "a", "an", "this", "any", "le", "la", "die", "der", "el", "il"))
_INFORMING = ("informa", "details", "renseign", "auskünfte")
_CONTACT_DETAILS = re.compile(
    r"conta\w+ (?:inform\w+|info|details)|inform\w+ d[ei] conta\w+|kontakt(?:daten|inform\w+)"
)


class _Family(IntEnum):
    CONTACT = 0
    DESK = 1
    INFORMATION = 2


# Under a part of stems, each stem with it: (stem, place of the part in it, family, is it the whole label); ASCII first.
_Parts = dict[str, tuple[tuple[str, int, _Family, bool], ...]]


@dataclass(frozen=True, slots=True)
class Cue:
    """A label, `text[start:end]`, after which contact details may stand.

    How much it proves: a "label" ends with a colon or its line, a "direct" one runs into a value ("Contact Jane Roe"),
    a "bare" one does so amid other words, and "prose" is a sentence that says whom to contact. `subject` is a body
    that the label names; `needs_handle` is set where the label alone proves nothing without a number or address, and
    `is_aside` where it ends a sentence of the body.
    """

    start: int
    end: int
    kind: ContactKind
    strength: Strength
    needs_handle: bool = False
    is_aside: bool = False
    subject: str | None = None

    @property
    def is_desk(self) -> bool:
        """Whether the label's words are themselves details: "Press office", "Spokesperson"."""
        return self.start == self.end


def find_cues(text: str, *, has_handles: bool = True) -> list[Cue]:
    """The labels and contact sentences of `text`, in order, none inside another.

    Where the text `has_handles` nowhere, only a contact label with a name tells anything, and without one there is no
    need to look for the other labels.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if not has_handles and all(cue.needs_handle for cue in _cues(text, lower, _CONTACT_PARTS)):
        return []
    return _cues(text, lower, _PARTS)


def _cues(text: str, lower: str, parts: _Parts) -> list[Cue]:
    cues: list[Cue] = []
    for position, family in _stems(lower, parts):
        if cues and position < cues[-1].end:
            continue
        cue = _desk_cue(text, lower, position) if family == _Family.DESK else _label_cue(text, lower, position, family)
        if cue and cues and cue.start < cues[-1].end:
            cue = replace(cue, start=cues[-1].end) if cue.end > cues[-1].end else None
        if cue:
            cues.append(cue)
    return cues


_CONTACT = [(stem, _Family.CONTACT, False) for stem in CONTACT_STEMS]
_OTHERS = [(stem, _Family.DESK, False) for stem in DESK_STEMS]
_OTHERS += [(stem, _Family.INFORMATION, False) for stem in INFORMATION_STEMS]
_OTHERS += [(stem, _Family.INFORMATION, True) for stem in WHOLE_LABELS]


def _by_part(stems: Iterable[tuple[str, _Family, bool]]) -> _Parts:
    """Each stem under a part that it shares with others."""
    found: _Parts = {}
    for stem, family, whole in sorted(stems, key=lambda stem: not stem[0].isascii()):
        part = next((part for part in COMMON_PARTS if part in stem), stem)
        found[part] = (*found.get(part, ()), (stem, stem.index(part), family, whole))
    return found


_CONTACT_PARTS = _by_part(_CONTACT)
_PARTS = _by_part([*_CONTACT, *_OTHERS])


def _stems(lower: str, parts: _Parts) -> list[tuple[int, _Family]]:
    found: dict[int, _Family] = {}
    is_ascii = lower.isascii()
    for part, stems in parts.items():
        if is_ascii and not part.isascii():
            break
        place = lower.find(part)
        while place >= 0:
            for stem, offset, family, whole in stems:
                start = place - offset
                if start >= 0 and lower.startswith(stem, start) and (not whole or _is_whole_label(lower, start, stem)):
                    found[start] = min(family, found.get(start, family))
            place = lower.find(part, place + len(part))
    ordered = sorted(found.items())
    return ordered if len(ordered) <= 2 * _MAX_STEMS else ordered[:_MAX_STEMS] + ordered[-_MAX_STEMS:]


def _is_whole_label(lower: str, start: int, stem: str) -> bool:
    before = lower[max(0, start - _MARKUP) : start].rpartition("\n")[2]
    begins_line = start <= _MARKUP or len(before) < _MARKUP
    return begins_line and not before.strip(_EDGES) and _ENDS_LABEL.match(lower, start + len(stem)) is not None


def _label_cue(text: str, lower: str, position: int, family: _Family) -> Cue | None:
    end, strength = _read_tail(text, lower, position, far=family == _Family.CONTACT)
    if family == _Family.INFORMATION and strength != "label":
        return None
    word_start = _word_start(text, position)
    start = _lead_start(text, word_start)
    is_label, subject = _read_lead(text[start:word_start])
    kind = _kind(lower[start if is_label else word_start : end])
    if family == _Family.INFORMATION:
        return Cue(start, end, kind, strength, needs_handle=True) if is_label else None
    is_capital = text[word_start].isupper()
    if strength != "label" and text[word_start].islower():
        return Cue(word_start, end, kind, "prose", needs_handle=True)
    if is_label and strength != "prose":
        begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip(_EDGES)
        return Cue(start, end, kind, strength, is_aside=not begins_line and not is_capital, subject=subject)
    if strength != "prose" and is_capital:
        return Cue(word_start, end, kind, "bare")
    return Cue(word_start, end, kind, "prose", needs_handle=True)


def _desk_cue(text: str, lower: str, position: int) -> Cue | None:
    """A desk's own name begins its details: "Press office: …", "Spokesperson Jane Roe, tel. …"."""
    start = _lead_start(text, _word_start(text, position))
    is_label, _ = _read_lead(text[start:position])
    _, strength = _read_tail(text, lower, position, far=True)
    if not is_label or strength == "prose":
        return None
    return Cue(start, start, "press", "direct", needs_handle=True)


def _word_start(text: str, position: int) -> int:
    start = position
    while start and (text[start - 1].isalpha() or text[start - 1] in "-'’"):
        if text[start].isupper() and text[start - 1].islower():
            break
        start -= 1
    return start


def _lead_start(text: str, word_start: int) -> int:
    start = max(0, word_start - _LEAD_LIMIT)
    for match in _BREAK_BEFORE.finditer(text, start, word_start):
        start = match.end()
    while start < word_start and text[start].isspace():
        start += 1
    return start


def _read_lead(lead: str) -> tuple[bool, str | None]:
    """Whether the words before the stem leave it a label, and the body among them: "Acme contact:"."""
    unknown = [word for word in _WORD.findall(lead) if word.lower().strip(".'’-") not in LABEL_WORDS]
    if not unknown:
        return True, None
    if len(unknown) > 4 or any(word[0].islower() for word in unknown):
        return False, None
    is_body = not any(word.lower() in NOT_IN_NAMES for word in unknown) and not any(map(str.isdigit, lead))
    return True, " ".join(unknown) if is_body else None


def _read_tail(text: str, lower: str, position: int, *, far: bool) -> tuple[int, Strength]:
    """Where the label that holds the stem ends, and how much it proves; a colon may be `far`, after other words."""
    end, last_word = _tail_end(text, lower, _stem_end(text, position), position)
    if last_word is None:
        return end, "direct"
    if _COLON.match(text, end) or _LINE_END.match(text, end):
        after = _AFTER_LABEL.match(text, end)
        return after.end() if after else end, "label"
    later = _LATER_COLON.match(text, end) if far else None
    if _VALUE.match(text, end) and not (later and last_word in _JOINERS) and last_word not in _RUNS_ON:
        return end, "direct"
    return (later.end(), "label") if later else (end, "prose")


def _stem_end(text: str, position: int) -> int:
    end = position
    while end < len(text) and text[end].isalpha() and not (text[end].isupper() and text[end - 1 : end].islower()):
        end += 1
    return end


def _tail_end(text: str, lower: str, end: int, position: int) -> tuple[int, str | None]:
    """The end of the label words after the stem and the last of them, or `None` where a value sticks to it."""
    may_be_capital = text[position].isupper() or text[position - 1 : position].isupper()
    last_word = ""
    while tail := _TAIL_WORD.match(text, end):
        word = tail[1]
        if word.lower() not in LABEL_WORDS:
            hump = _HUMP.search(word)
            if hump and word[: hump.start()].lower() in LABEL_WORDS:
                return tail.start(1) + hump.start(), None
            break
        if (word[0].isupper() and not may_be_capital) or lower.startswith(DESK_STEMS, tail.start(1)):
            break
        end, last_word = tail.end(), word.lower()
    return end, last_word


def _kind(label: str) -> ContactKind:
    found = set(re.findall(r"[^\W\d_]+", label))
    if found & PRESS_WORDS:
        return "press"
    if found & ISSUER_WORDS:
        return "issuer"
    if _CONTACT_DETAILS.search(label):
        return "press"
    return "information" if found & PUBLIC_WORDS or any(stem in label for stem in _INFORMING) else "press"
