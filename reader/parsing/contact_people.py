"""Words beside a number or an address → the names, roles and organisations they say.

What holds a word for an office is a role, what holds a word for a body an organisation, two to four other capitalised
words are a name; what is left and begins with a capital is an organisation, and several small words make it prose.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from reader.parsing.contact_caseless import is_caseless, read_caseless
from reader.parsing.contact_names import name_grade, name_part, read_names, trailing_names
from reader.parsing.contact_parts import EDGES, Part, PartKind
from reader.parsing.contact_words import (
    ADDRESS_WORDS,
    BEFORE_BODY,
    BODY_WORDS,
    COUNTRIES,
    HONORIFICS,
    JOINING,
    LEGAL_FORMS,
    OPENS_SENTENCE,
    PARTICLES,
    ROLE_HEADS,
    ROLE_WORDS,
    SUFFIXES,
    TITLES,
    WITHIN_BODIES,
)
from reader.parsing.given_names import GIVEN_NAMES
from reader.parsing.regions import is_place

_SEGMENTS = re.compile(r"\s*(?:[,;:|•·()\[\]\t\n،、，；（）：]|\s[-–—/]+\s|[–—]|\s{2,}|^[-–—*]+\s)\s*")
_GLUED = re.compile(r"(?<=[a-z]{2}\.)(?=[A-Z])|(?<=[a-z]{2})/(?=[A-Z][a-z])")
_TO_LAST_DIGIT = re.compile(r".*\d", re.S)
_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z])")
_MAX_ROLE = 12
_MAX_ROLE_BEFORE_NAME = 5
_MAX_BODY = 9
_NAMED_AFTER_A_PERSON = ("press office", "press team", "newsroom")


def read_words(words: str) -> list[Part]:
    """The names, roles, organisations and addresses in words that stand between two numbers or line ends, in order."""
    if is_caseless(words):
        return read_caseless(words)
    parts: list[Part] = []
    parted = _GLUED.sub(", ", words) if "." in words or "/" in words else words
    for segment in _SEGMENTS.split(parted):
        bare = segment.strip(EDGES)
        is_legal_form = bare.lower().rstrip(".") in LEGAL_FORMS
        if is_legal_form and parts and parts[-1].kind in ("organisation", "name"):
            parts[-1] = Part(
                "organisation", f"{parts[-1].text}, {bare}." if bare.isalpha() else f"{parts[-1].text}, {bare}"
            )
        elif bare:
            read = _read_segment(bare, after_name=any(part.kind == "name" for part in parts))
            parts += [Part("organisation", part.text) if parts and not part.sure else part for part in read]
    return [part for place, part in enumerate(parts) if not _is_town(parts, place)]


def _is_town(parts: Sequence[Part], place: int) -> bool:
    """Whether a part stands within an address: `12 Quay Street, Port Ellis, OR 97001`."""
    around = [part.kind for part in (*parts[max(0, place - 1) : place], *parts[place + 1 : place + 2])]
    is_vague = parts[place].kind == "organisation" or not parts[place].sure
    return is_vague and len(around) == 2 and set(around) == {"address"}


def _read_segment(segment: str, *, after_name: bool) -> list[Part]:
    tokens = [token for word in segment.split() if (token := word.strip('*_"“”<>'))]
    while tokens and (tokens[0].lower() in JOINING or tokens[0].lower() in HONORIFICS):
        del tokens[0]
    while tokens and tokens[-1].lower() in WITHIN_BODIES:
        del tokens[-1]
    if not tokens:
        return []
    names = read_names(tokens)
    if names and all(name.sure for name in names):
        return names
    led = _body_then_name(tokens) or _name_stuck_to_more(tokens)
    if led or names:
        return led or names
    lower = [token.lower().strip(".,'’") for token in tokens]
    if any(map(str.isdigit, segment)) or _is_address(lower):
        return [*_body_before_address(tokens, lower), Part("address", segment), *_name_after_address(segment)]
    if lower[0].rstrip(".") in SUFFIXES:
        return []
    if any(word in ROLE_HEADS for word in lower):
        return _read_role(tokens, lower, after_name=after_name)
    return _name_then_more(tokens) or _read_body(segment, tokens, lower, after_name=after_name)


def _read_body(segment: str, tokens: list[str], lower: list[str], *, after_name: bool) -> list[Part]:
    small = [word for word, token in zip(lower, tokens, strict=True) if token[0].islower() and word not in PARTICLES]
    other = [word for word in small if word not in WITHIN_BODIES]
    if len(other) > 1 or len(small) > 4 or (other and tokens[0][0].islower()):
        return [Part("prose", segment)] if len(tokens) > 3 else []
    if len(small) == len(tokens):
        return []
    if after_name and all(word in ROLE_WORDS for word in lower):
        return [Part("role", segment)]
    return [Part("organisation", " ".join(tokens))]


def _is_address(lower: Sequence[str]) -> bool:
    return (
        any(word in ADDRESS_WORDS for word in lower[1:])
        or lower[0] in ("suite", "p.o", "po", "rue", "via")
        or all(word in COUNTRIES or is_place(word) for word in lower)
        or is_place(" ".join(lower))
    )


def _body_before_address(tokens: Sequence[str], lower: Sequence[str]) -> list[Part]:
    """`Acme Widgets 12 Quay Street` → Acme Widgets."""
    first = next((place for place, token in enumerate(tokens) if any(map(str.isdigit, token))), 0)
    lead = tokens[:first]
    if not lead or first == len(tokens) - 1 or _is_address(lower[:first]) or lower[first - 1] in ADDRESS_WORDS:
        return []
    if not all(word[0].isupper() for word in lead):
        return []
    return [name_part(lead)] if name_grade(lead) == 2 else [Part("organisation", " ".join(lead))]


def _name_after_address(segment: str) -> list[Part]:
    """`Reno, NV 89501United States Jane Roe` → Jane Roe."""
    last = _TO_LAST_DIGIT.match(segment)
    return trailing_names(segment[last.end() :]) if last else []


def _read_role(tokens: list[str], lower: list[str], *, after_name: bool) -> list[Part]:
    is_role = [word in ROLE_HEADS or word in ROLE_WORDS for word in lower]
    first = is_role.index(True)
    last = len(tokens) - is_role[::-1].index(True)
    rest = tokens[last:]
    grade = name_grade(tokens[:first]) if first >= 2 else 0
    if grade < 2 and len(rest) >= 2 and last <= _MAX_ROLE_BEFORE_NAME and not after_name and name_grade(rest) == 2:
        return [Part("role", " ".join(tokens[:last])), name_part(rest)]
    if grade:
        role = Part("role", " ".join(tokens[first:last]))
        return [name_part(tokens[:first], sure=grade == 2), role, *_body_after(rest)]
    if len(tokens) > _MAX_ROLE or tokens[0].lower() in OPENS_SENTENCE:
        return [Part("prose", " ".join(tokens))]
    return [Part("role", " ".join(tokens[:last])), *_body_after(rest)]


def _body_after(rest: Sequence[str]) -> list[Part]:
    """`for the European Commission` after a role or a name → the body."""
    while rest and rest[0].lower() in BEFORE_BODY:
        rest = rest[1:]
    body = list(takewhile(lambda word: word[0].isupper() or word.lower() in WITHIN_BODIES, rest))
    while body and body[-1].lower() in WITHIN_BODIES:
        body.pop()
    return [Part("organisation", " ".join(body))] if body else []


def _body_then_name(tokens: list[str]) -> list[Part]:
    """`Acme Widgets Jane Roe`: a sure name after words that hold none."""
    for start in range(1, min(7, len(tokens) - 1)):
        lead, name = tokens[:start], tokens[start:]
        if name[0].lower() not in GIVEN_NAMES or not 2 <= len(name) <= 4 or name_grade(name) < 2:
            continue
        is_body = all(word[0].isupper() for word in lead) and len(lead[-1].rstrip(".")) > 1
        if is_body and lead[0].lower() not in TITLES:
            kind: PartKind = "role" if any(word.lower() in ROLE_HEADS for word in lead) else "organisation"
            return [Part(kind, " ".join(lead)), name_part(name)]
    return []


def _name_stuck_to_more(tokens: list[str]) -> list[Part]:
    """`Jane RoeAcme Widgets`: a sure name whose last word runs into the next part."""
    for place, token in enumerate(tokens[:4]):
        hump = _HUMP.search(token)
        if place and hump:
            name = [*tokens[:place], token[: hump.start()]]
            rest = " ".join((token[hump.start() :], *tokens[place + 1 :]))
            if name_grade(name) == 2 and name_grade(tokens[: place + 1]) == 0:
                return [name_part(name), *_read_segment(rest, after_name=True)]
    return []


def _name_then_more(tokens: list[str]) -> list[Part]:
    """`Jane Roe of Acme`, `Jane Roe Acme Ltd`: a sure name and the body it belongs to."""
    length = _length_of_name(tokens)
    rest = tokens[length:]
    if not length or len(rest) >= _MAX_BODY:
        return []
    if rest[0].lower() in JOINING and rest[0].lower() not in BEFORE_BODY:
        is_body = any(word.lower().rstrip(".") in BODY_WORDS for word in rest)
        return [Part("organisation", " ".join(tokens))] if is_body else [name_part(tokens[:length])]
    if " ".join(rest).lower().startswith(_NAMED_AFTER_A_PERSON):
        return [Part("organisation", " ".join(tokens))]
    body = _body_after(rest)
    is_all = len(body) == 1 or all(word.lower() in WITHIN_BODIES for word in rest)
    return [name_part(tokens[:length]), *body] if is_all else []


def _length_of_name(tokens: Sequence[str]) -> int:
    """How many of the first tokens are a sure name, when other words follow it."""
    for length in range(2, min(6, len(tokens))):
        last = tokens[length - 1].lower()
        two_given = length == 2 and last in GIVEN_NAMES and tokens[2][0].isupper()
        goes_on = len(last.rstrip(".")) == 1 or last in PARTICLES or two_given
        if not goes_on and name_grade(tokens[:length]) == 2:
            return length
    return 0
