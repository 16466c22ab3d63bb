"""Where contact details may begin: labels such as "Media contact:" in any of the languages, and contact sentences.

A text is first searched for the few word stems that every label is built round; only where one stands is the label
read, outwards from the stem. What decides is what surrounds it: a label holds no words but label words and perhaps the
short name of a body, and a colon, a line end or a capital follows; "turn new contacts into orders" has neither.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from reader.model import ContactKind
from reader.parsing.contact_words import (
    CONTACT_STEMS,
    DESK_STEMS,
    INFORMATION_STEMS,
    ISSUER_WORDS,
    LABEL_WORDS,
    NOT_IN_NAMES,
    PRESS_WORDS,
    PUBLIC_WORDS,
)

_LEAD_LIMIT = 130
_BREAK_BEFORE = re.compile(r"[\n.!?;:•|。；：*#>]\s|\n|[^\S\n]{2,}|[*#>：]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TAIL_WORD = re.compile(r"[ \t\u00a0,/&()]{0,3}([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_COLON = re.compile(r"[ \t\u00a0.*_)]{0,3}[:：]")
_LINE_END = re.compile(r"[ \t\u00a0.,:*_–—-]*(?:\n|\Z)")
_LATER_COLON = re.compile(r"[^\n:：.;!?@\d]{1,90}[:：](?!//)")
_AFTER_LABEL = re.compile(r"[\s:：.,*_>–—-]*")
_VALUE = re.compile(r"[ \t\u00a0,.*_–—-]*(?:[+(<]?\d|\+|https?:|www\.|[^\W\d_a-z])")
_EDGES = " \t*_#>•·|-–—"
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_JOINERS = frozenset(("and", "or", "for", "of", "from", "to", "de", "du", "pour", "für", "der", "para", "per", "por"))
_RUNS_ON = frozenset(("the", "our", "your", "in", "a", "an", "this", "any", "le", "la", "die", "der", "el", "il"))
_MAX_STEMS = 400

Strength = Literal["label", "direct", "bare", "prose"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A label, `text[start:end]`, after which contact details may stand.

    How much it proves: a "label" ends with a colon or its line, a "direct" one runs into a value ("Contact Jane Roe"),
    a "bare" one does so amid other words, and "prose" is a sentence that says whom to contact. `subject` is a body
    that the label names; `needs_handle` is set where the label alone proves nothing without a number or address.
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


def find_cues(text: str) -> list[Cue]:
    """The labels and contact sentences of `text`, in order, none inside another."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(map(_lower_one, text))
    cues: list[Cue] = []
    for position, family in _stems(lower):
        if cues and position < cues[-1].end:
            continue
        cue = _desk_cue(text, lower, position) if family == 1 else _label_cue(text, lower, position, family)
        if cue and cues and cue.start < cues[-1].end:
            cue = replace(cue, start=cues[-1].end) if cue.end > cues[-1].end else None
        if cue:
            cues.append(cue)
    return cues


def _lower_one(char: str) -> str:
    return char.lower() if len(char.lower()) == 1 else char


def _stems(lower: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for family, stems in enumerate((CONTACT_STEMS, DESK_STEMS, INFORMATION_STEMS)):
        for stem in stems:
            position = lower.find(stem)
            while position >= 0 and len(found) < _MAX_STEMS:
                found.append((position, family))
                position = lower.find(stem, position + len(stem))
    return sorted(found)


def _label_cue(text: str, lower: str, position: int, family: int) -> Cue | None:
    word_start = _word_start(text, position)
    start = _lead_start(text, word_start)
    is_label, subject = _read_lead(text[start:word_start])
    end, strength = _read_tail(text, lower, position, far=family == 0)
    kind = _kind(lower[start if is_label else word_start : end])
    if family == 2:
        return Cue(start, end, kind, strength, needs_handle=True) if is_label and strength == "label" else None
    begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip(_EDGES)
    if strength != "label" and text[word_start].islower():
        return Cue(word_start, end, kind, "prose", needs_handle=True)
    if is_label and strength != "prose":
        return Cue(start, end, kind, strength, is_aside=not begins_line and text[word_start].islower(), subject=subject)
    if strength != "prose" and text[word_start].isupper():
        return Cue(word_start, end, kind, "bare")
    return Cue(word_start, end, kind, "prose", needs_handle=True)


def _desk_cue(text: str, lower: str, position: int) -> Cue | None:
    """A desk's own name begins its details: "Press office: …", "Spokesperson Jane Roe, tel. …"."""
    word_start = _word_start(text, position)
    start = _lead_start(text, word_start)
    is_label, _ = _read_lead(text[start:word_start])
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
    least = max(0, word_start - _LEAD_LIMIT)
    start = least
    for match in _BREAK_BEFORE.finditer(text, least, word_start):
        start = match.end()
    return start + len(text[start:word_start]) - len(text[start:word_start].lstrip())


def _read_lead(lead: str) -> tuple[bool, str | None]:
    """Whether the words before the stem leave it a label, and the body among them: "Acme contact:"."""
    unknown = [word for word in _WORD.findall(lead) if word.lower().strip(".'’-") not in LABEL_WORDS]
    if not unknown:
        return True, None
    if len(unknown) > 4 or not all(word[0].isupper() or not word[0].islower() for word in unknown):
        return False, None
    body = [word for word in unknown if word.lower() not in NOT_IN_NAMES]
    return True, " ".join(body) if body == unknown and not any(map(str.isdigit, lead)) else None


def _read_tail(text: str, lower: str, position: int, *, far: bool) -> tuple[int, Strength]:
    """Where the label that holds the stem ends, and how much it proves; a colon may be `far`, after other words."""
    end = position
    while end < len(text) and text[end].isalpha() and not (text[end].isupper() and text[end - 1 : end].islower()):
        end += 1
    capital = text[position].isupper() or text[position - 1 : position].isupper()
    joined = runs_on = False
    while tail := _TAIL_WORD.match(text, end):
        word = tail[1]
        if word.lower() not in LABEL_WORDS:
            hump = _HUMP.search(word)
            if hump and word[: hump.start()].lower() in LABEL_WORDS:
                return tail.start(1) + hump.start(), "direct"
            break
        if (word[0].isupper() and not capital) or lower.startswith(DESK_STEMS, tail.start(1)):
            break
        end = tail.end()
        joined, runs_on = word.lower() in _JOINERS, word.lower() in _RUNS_ON
    if _COLON.match(text, end) or _LINE_END.match(text, end):
        after = _AFTER_LABEL.match(text, end)
        return after.end() if after else end, "label"
    later = _LATER_COLON.match(text, end) if far else None
    if _VALUE.match(text, end) and not (later and joined) and not runs_on:
        return end, "direct"
    return (later.end(), "label") if later else (end, "prose")


def _kind(label: str) -> ContactKind:
    words = set(re.findall(r"[^\W\d_]+", label))
    if words & PRESS_WORDS:
        return "press"
    if words & ISSUER_WORDS:
        return "issuer"
    if words & PUBLIC_WORDS or any(stem in label for stem in ("information", "details", "informa", "renseign")):
        return "information"
    return "press"
