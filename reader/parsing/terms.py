"""Speech or term: whether words between marks are somebody's, or a name, a title, a defined term, a manner of speaking.

A score card over what can be seen beside the marks. The points were fitted by logistic regression on the training news
(8,600 marked stretches, 8,000 of them quotations) and rounded; there it is right on .97 of the quotations. What
contracts and glossaries do, which news does not, is rejected before the card is asked.
"""

import re

from reader.parsing.attribution import Attribution, Place
from reader.parsing.quotes import Marked

_BESIDE, _STRONG, _BASE, _WEAK, _LOOSE = "beside", "strong verb", "base form", "weak verb", "loose"
_STRENGTH = {
    "before": _STRONG,
    "according": _STRONG,
    "before, base form": _BASE,
    "before, weak base form": _BASE,
    "before, weak verb": _WEAK,
    "owned": _LOOSE,
    "opening clause": _LOOSE,
    "main clause": _LOOSE,
    "led in": _LOOSE,
    "continued, new sentence": _LOOSE,
}
POINTS = {
    "always": 2.1,
    _BESIDE: 1.4,
    _STRONG: 1.3,
    _WEAK: 1.0,
    _BASE: -0.1,
    _LOOSE: -1.2,
    "nobody": -1.7,
    "one word": -0.5,
    "four or five words": 0.4,
    "six words or more": 0.9,
    "title case": -1.7,
    "one capital word": -0.7,
    "title after its place": -2.1,
    "a work is named": -1.0,
    "modifies the next word": -0.9,
    "after a noun": -0.6,
    "after a preposition": -0.4,
    "after a colon": 0.5,
    "question or call": 0.5,
    "ends with a stop": 0.25,
    "I or you": 0.6,
    "has a verb": 0.4,
    "opens its sentence": 0.5,
    "left open": -1.8,
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words("a an the of and or in on at for to with by from as is vs but nor")
_WORKS = _words(
    """
act album anchor app article author award awards bill blog book broadcast co-author column comedy documentary drama
entitled episode essay exhibition film game headlined host magazine memoir movie musical newscast newsletter newspaper
novel play podcast poem program programme series show single sitcom song star titled track video website
"""
)
_SPEAKER_WORDS = _words("i we my our me us i'm we're you your you're")
_VERB_WORDS = _words("is are was were be will would has have do not it's should can to")
_WORD = re.compile(r"\w[\w'’-]*")
_CONTEXT = 60
_LONGEST_TERM = 5
_LONGEST_NAME = 40
_SENTENCE_ENDS = (".", "!", "?", ",", "…", "。", "！", "？", "،", "؟")


def is_term(place: Place, attribution: Attribution | None) -> bool:
    """Whether the points of a marked stretch speak against speech."""
    return sum(POINTS[sign] for sign in signs(place, attribution)) < 0


def reads_as_speech(text: str, marked: Marked) -> bool:
    """The judgement without a language: words enough for a sentence, or its end inside the marks."""
    inside = text[marked.start + 1 : marked.end - 1].strip()
    return len(inside.split()) > _LONGEST_TERM or inside.endswith(_SENTENCE_ENDS) or len(inside) > _LONGEST_NAME


def signs(place: Place, attribution: Attribution | None) -> list[str]:
    """The signs of `POINTS` that hold for a marked stretch."""
    words = _WORD.findall(place.page.text, place.marked.start + 1, place.marked.end - 1)
    found = ["always", _STRENGTH.get(attribution.rule, _BESIDE) if attribution else "nobody"]
    found += _signs_of_length(len(words))
    found += _signs_inside(place, words)
    found += _signs_around(place, words)
    return found


def _signs_of_length(count: int) -> list[str]:
    if count < 2:
        return ["one word"]
    return ["four or five words"] if 3 < count < 6 else ["six words or more"] if count > 5 else []


def _signs_inside(place: Place, words: list[str]) -> list[str]:
    inside = place.page.text[place.marked.start + 1 : place.marked.end - 1].rstrip()
    lower = {word.lower().replace("’", "'") for word in words}
    several = len(words) > 1
    signs = {
        "question or call": inside.endswith(("?", "!")),
        "ends with a stop": inside.endswith((".", ",")),
        "I or you": several and not lower.isdisjoint(_SPEAKER_WORDS),
        "has a verb": several and not lower.isdisjoint(_VERB_WORDS),
        "opens its sentence": not place.left and bool(words) and words[0][0].isupper(),
        "left open": not place.marked.closed,
    }
    return [sign for sign, holds in signs.items() if holds]


def _signs_around(place: Place, words: list[str]) -> list[str]:
    view, marked = place.page.view, place.marked
    before = [
        word.lower() for word in _WORD.findall(view, max(place.line_start, marked.start - _CONTEXT), marked.start)
    ]
    after = [word.lower() for word in _WORD.findall(view, marked.end, marked.end + _CONTEXT // 2)][:2]
    beside = place.line.letters[place.index - 1] if place.index else ""
    beyond = place.right_line[:1]
    titled = _in_title_case(words)
    signs = {
        "title case": titled and len(words) > 1,
        "one capital word": titled and len(words) == 1,
        "title after its place": titled and (beside == "k" or before[-1:] in (["on"], ["of"], ["in"])),
        "a work is named": not _WORKS.isdisjoint(before[-2:]) or (beyond in "nNz" and not _WORKS.isdisjoint(after)),
        "modifies the next word": bool(beside) and beside in "dhk" and bool(beyond) and beyond in "nNzkV",
        "after a noun": beside == "n",
        "after a preposition": beside == "p",
        "after a colon": beside == ":",
    }
    return [sign for sign, holds in signs.items() if holds]


def _in_title_case(words: list[str]) -> bool:
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and words[0] != "I" and all(word[0].isupper() or word[0].isdigit() for word in weighty)
