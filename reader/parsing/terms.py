"""Speech or term: whether words between marks are somebody's, or a name, a title, a defined term, a mere phrase.

What is named on the spot ("known as …", a nickname, a defined term in parentheses, a list of words) is a term. The
rest is decided by a score card over what can be seen beside the marks. Its points were fitted by logistic regression,
rounded, on the training news (8,600 marked stretches, 8,000 of them quotations) and on 150 short stretches of senators'
releases labelled by hand, which counted threefold: what news marks it mostly ascribes, while four in five of the short
stretches that releases mark are names of bills, programmes and things.
"""

import re

from reader.parsing.attribution import Attribution, Place
from reader.parsing.quotes import Marked

_BESIDE, _STRONG, _BASE, _WEAK, _LOOSE, _NOBODY = "beside", "strong verb", "base form", "weak verb", "loose", "nobody"
_STRENGTH = {
    "before": _STRONG,
    "according": _STRONG,
    "according, nested": _STRONG,
    "closing": _STRONG,
    "before, base form": _BASE,
    "before, weak base form": _BASE,
    "before, weak verb": _WEAK,
    "before, weak verb, few words": _WEAK,
    "before, denied": _STRONG,
    "owned": _LOOSE,
    "opening clause": _LOOSE,
    "main clause": _LOOSE,
    "led in": _LOOSE,
    "led in, weak verb": _LOOSE,
    "continued, new sentence": _LOOSE,
}
POINTS = {
    "always": 1.6,
    _BESIDE: 1.8,
    _STRONG: 1.6,
    _WEAK: 1.0,
    _BASE: -0.3,
    _LOOSE: -1.0,
    _NOBODY: -1.9,
    "one word": -0.7,
    "four or five words": 0.6,
    "six words or more": 1.2,
    "title case": -1.6,
    "one capital word": -0.3,
    "title after its place": -1.9,
    "title after a possessive": -1.4,
    "a work is named": -1.0,
    "called out": 1.7,
    "modifies the next word": -0.6,
    "after a noun": -0.7,
    "after a preposition": -0.6,
    "short and a thing speaks": -0.6,
    "question or call": 0.2,
    "ends with a stop": 0.4,
    "I or you": 0.4,
    "has a verb": 0.5,
    "opens its sentence": 0.1,
    "nobody's sentence without end": -0.5,
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words("a an the of and or in on at for to with by from as is vs but nor")
_PLACES = _words("on of in at from")
_WORKS = _words(
    """
act album anchor app article author award awards bill blog book broadcast co-author column comedy documentary drama
entitled episode essay exhibition film game headlined host magazine memoir movie musical newscast newsletter newspaper
novel paper play podcast poem program programme release series show single sitcom song star study survey theme titled
track video website
"""
)
_CALLS = _words("chant chants chanting cry cries shout shouts")
_SPEAKER_WORDS = _words("i we my our me us i'm we're you your you're")
_VERB_WORDS = _words("is are was were be will would has have do not it's should can to")
_WORD = re.compile(r"\w[\w'’-]*")
_CONTEXT = 60
_SHORT = 5
_APPOSED = 6
_FAR = 12
_GLANCE = 70
_READ_INSIDE = 300

_DEFINED = re.compile(r"\((?:the|an?|or|and|each|collectively|together|hereinafter|as|[\s,\x01-\x03])*$", re.I)
_NAMED = re.compile(
    r"\b(?:known|titled|entitled|so-called|self-styled|nicknamed|branded|termed|coined|christened|aka|a\.k\.a\.|dite?s?|"
    r"intitulée?|baptisée?|titulad[oa]|denominad[oa]|llamad[oa]|sogenannte[nrs]?|genannt|namens)"
    r"(?:[,:]? (?:as|the|an?|simply))*[,:]? *$",
    re.I,
)
_NAMED_BY_VERB = re.compile(r"\b(?:called|dubbed|named|labell?ed|deemed|designated)(?: the| an?| his| its)? *$")
_NOBODYS_VERB = re.compile(r"(?:^|[bn,e])a*v[dh]?$")
_LISTED = re.compile(
    r"(?:\x02\x01*\x03[,.;]? *(?:(?:and|or) *)?){2}$"
    r"|\b(?:words|terms|expressions|such as|like) *(?:\x02\x01*\x03[,.;]? *)?$"
)
_LIST_GOES_ON = re.compile(r"[,.;]? *(?:(?:and|or) *)?\x02")


def is_term(place: Place, attribution: Attribution | None) -> bool:
    """Whether a marked stretch is no speech."""
    text, start, end = place.page.text, place.marked.start + 1, place.marked.end - 1
    if attribution and _is_plainly_long(text, start, end):
        return False
    words = _WORD.findall(text, start, min(end, start + _READ_INSIDE))
    strength = _STRENGTH.get(attribution.rule, _BESIDE) if attribution else _NOBODY
    if place.left and len(words) <= _LONGEST_NAME and _is_named(place, words):
        return True
    return sum(POINTS[sign] for sign in _signs(place, attribution, words, strength)) < 0


def _is_plainly_long(text: str, start: int, end: int) -> bool:
    """Whether the first words are too many for a name and in no title's capitals.

    Whatever stands beside such a stretch, if somebody says it the points for speech are more.
    """
    words = _WORD.findall(text, start, min(end, start + _GLANCE))[:-1]
    return len(words) > _LONGEST_NAME and not _in_title_case(words)


def reads_as_speech(text: str, marked: Marked) -> bool:
    """The judgement without a language: words enough for a sentence, or its end inside the marks."""
    inside = text[marked.start + 1 : marked.end - 1].strip()
    longest = _LONGEST_UNSPACED if inside and inside[0] >= _FIRST_UNSPACED else _LONGEST_SPACED
    return len(inside.split()) > _LONGEST_TERM or inside.endswith(_SENTENCE_ENDS) or len(inside) > longest


_LONGEST_NAME = 8
_LONGEST_TERM = 3
_LONGEST_SPACED = 40
_LONGEST_UNSPACED = 8
_FIRST_UNSPACED = "\u3000"
_SENTENCE_ENDS = (".", "!", "?", ",", "…", "。", "！", "？", "，", "،", "؟")


def _is_named(place: Place, words: list[str]) -> bool:
    """A term that the words around it define, name or list."""
    view, start, end = place.page.view, place.marked.start, place.marked.end
    before = view[max(place.line_start, start - _CONTEXT) : start]
    letters = place.line.letters
    left = letters[max(0, place.index - _FAR) : place.index]
    if _NAMED.search(before) or (_NAMED_BY_VERB.search(before) and _NOBODYS_VERB.search(left)):
        return True
    if len(words) > _SHORT:
        return False
    listed = _LISTED.search(before) or (_LISTED_FIRST.search(before) and _LIST_GOES_ON.match(view, end))
    nickname = left[-1:] == "N" and place.right_line[:1] == "N"
    return bool(_DEFINED.search(before) or (len(words) < _LONGEST_TERM and (nickname or listed)))


_LISTED_FIRST = re.compile(r"\b(?:words|terms|expressions|such as|like|include|including) *$")


def _signs(place: Place, attribution: Attribution | None, words: list[str], strength: str) -> list[str]:
    """The signs of `POINTS` that hold for a marked stretch."""
    count = len(words)
    lengths = {"one word": count < 2, "four or five words": 3 < count <= _SHORT, "six words or more": count > _SHORT}
    holding = lengths | _signs_inside(place, words) | _signs_around(place, words)
    if attribution and strength != _BESIDE and count <= _SHORT:
        holding["short and a thing speaks"] = not place.names_person(attribution.mention)
    if strength == _NOBODY and count > _SHORT:
        holding["nobody's sentence without end"] = not (holding["ends with a stop"] or holding["question or call"])
    return ["always", strength, *(sign for sign, holds in holding.items() if holds)]


def _signs_inside(place: Place, words: list[str]) -> dict[str, bool]:
    inside = place.page.text[place.marked.start + 1 : place.marked.end - 1].rstrip()
    several = len(words) > 1
    lower = {word.lower().replace("’", "'") for word in words} if several else set()
    return {
        "question or call": inside.endswith(("?", "!")),
        "ends with a stop": inside.endswith((".", ",")),
        "I or you": not lower.isdisjoint(_SPEAKER_WORDS),
        "has a verb": not lower.isdisjoint(_VERB_WORDS),
        "opens its sentence": not place.left and bool(words) and words[0][0].isupper(),
    }


def _signs_around(place: Place, words: list[str]) -> dict[str, bool]:
    view, marked = place.page.view, place.marked
    before = [
        word.lower() for word in _WORD.findall(view, max(place.line_start, marked.start - _CONTEXT), marked.start)
    ]
    after = [word.lower() for word in _WORD.findall(view, marked.end, marked.end + _CONTEXT // 2)][:2]
    beside = place.line.letters[place.index - 1] if place.index else ""
    beyond = place.right_line[:1]
    titled = _in_title_case(words)
    return {
        "title case": titled and len(words) > 1,
        "one capital word": titled and len(words) == 1,
        "title after its place": titled and (beside == "k" or not _PLACES.isdisjoint(before[-1:])),
        "title after a possessive": titled and beside == "k",
        "called out": not _CALLS.isdisjoint(before[-2:]),
        "a work is named": not _WORKS.isdisjoint(before[-_APPOSED if beside == beyond == "," else -2 :])
        or (beyond in "nNz" and not _WORKS.isdisjoint(after)),
        "modifies the next word": bool(beside) and beside in "dhk" and bool(beyond) and beyond in "nNzkV",
        "after a noun": beside == "n",
        "after a preposition": beside == "p",
    }


def _in_title_case(words: list[str]) -> bool:
    """Whether all but the small words have a capital, and not only small words are there."""
    if not words or words[0] == "I":
        return False
    capitals = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return capitals and not all(word.lower() in _SMALL for word in words)
