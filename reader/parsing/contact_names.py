"""Runs of capitalised words → names of persons, one or several.

Two to four capitalised words are a name unless one of them is a word that no name holds. A known given name makes it
sure, and tells where one name ends and the next begins when nothing stands between them, as in releases that lost
their punctuation ("Contact Jane Roe Adam Brook 202 224 0100").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from reader.parsing.contact_parts import EDGES, Part
from reader.parsing.contact_words import (
    BODY_WORDS,
    DAYS_AND_MONTHS,
    HONORIFICS,
    JOINING,
    NOT_IN_NAMES,
    PARTICLES,
    ROLE_HEADS,
    RUNS_INTO_NAME,
    SUFFIXES,
    TITLES,
    WITHIN_BODIES,
)
from reader.parsing.given_names import GIVEN_NAMES

_TOKEN = re.compile(r"\S+")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘ʻ.-](?!-))*")
_CAMEL = re.compile(r"[a-zß-ÿ][A-Z]")
_CAMEL_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|D['’]|Fitz|San|Del)[A-Z]")
_CAPITALISED_RUN = re.compile(r"(?:[^\W\d_a-z][\w'’‘ʻ.-]*(?:\s+|$)){2,8}")
_JOINING = JOINING | PARTICLES
_NOT_COUNTED = PARTICLES | TITLES
_PARTICLES_WITHIN = PARTICLES - {"el", "al", "la", "van", "von", "de"}
_DEGREES = SUFFIXES - {"jr", "sr", "ii", "iii", "iv"}
_EDGES_BUT_STOP = EDGES.replace(".", "")
_OFFICE = r"\b(?:Senators?|Sens?|Representatives?|Reps?|Congress(?:wo)?man|Governor|Mayor)\b[^\n]{1,90}\b"
_PATRONYMICS = ("ович", "евич", "ильич", "овна", "евна", "ична")
_LONGEST_RUN = 9
_SEPARATOR = "/"
_RUNS_ON = WITHIN_BODIES | RUNS_INTO_NAME


def name_grade(tokens: Sequence[str]) -> int:
    """2 for a sure name, 1 for words that look like one, 0 for anything else."""
    core = [token for token in tokens if token.lower().rstrip(".") not in SUFFIXES and token.lower() not in TITLES]
    full = [token for token in core if token.lower() not in PARTICLES and len(token.rstrip(".")) > 1]
    if len(core) < 2 or len(tokens) > 7 or not 1 <= len(full) <= 4:
        return 0
    if core[0].lower() in _PARTICLES_WITHIN or core[-1].lower() in PARTICLES:
        return 0
    if not all(token.lower() in PARTICLES or may_be_in_name(token, place) for place, token in enumerate(core)):
        return 0
    given = full[0].lower().partition("-")[0] in GIVEN_NAMES or core[0].lower() in GIVEN_NAMES
    given = given or full[-1].lower().endswith(_PATRONYMICS)
    if not all(_is_spelt_like_name(token, given) for token in full) or _breaks_into_capitals(full):
        return 0
    others = full[1:] if given else full
    if any(token.lower() in BODY_WORDS or token.lower() in ROLE_HEADS for token in others):
        return 0
    if len(full) == 1:
        return 1 if len(core[0].rstrip(".")) == 1 else 0
    return 2 if given or any(len(token.rstrip(".")) == 1 for token in core) else 1


def may_be_in_name(token: str, place: int) -> bool:
    """Whether the token is capitalised and no word that stands in no name; `place` is its place among the words."""
    if not _NAME_WORD.fullmatch(token) or token.islower():
        return False
    lower = token.lower()
    if lower in NOT_IN_NAMES or lower.rstrip(".") in NOT_IN_NAMES:
        return place == 0 and (lower in GIVEN_NAMES or lower in HONORIFICS)
    return token[0].isupper() or token[0].istitle() or (len(token) > 2 and token[1] in "'’" and token[2].isupper())


def _is_spelt_like_name(token: str, given: bool) -> bool:
    if token.isupper():
        return given and len(token) > 2
    return not _CAMEL.search(token) or _CAMEL_SURNAME.match(token) is not None


def _breaks_into_capitals(full: Sequence[str]) -> bool:
    """Whether a word in capitals follows a whole name in small letters (`Jane Roe WASHINGTON`, not `Jean DUPONT`)."""
    return bool(full) and not full[0].isupper() and any(token.isupper() for token in full[2:])


def name_part(tokens: Sequence[str], *, sure: bool = True) -> Part:
    """The tokens as one name, without degrees."""
    kept = [token for token in tokens if token.lower().rstrip(".") not in _DEGREES]
    return Part("name", " ".join(kept).strip(_EDGES_BUT_STOP), sure)


def split_names(tokens: Sequence[str]) -> list[list[str]]:
    """A run of names with nothing between them → each name: a given name after a whole one begins the next."""
    runs: list[list[str]] = [[]]
    for place, token in enumerate(tokens):
        if _is_whole(runs[-1]) and token.lower() in GIVEN_NAMES and place + 1 < len(tokens):
            runs.append([])
        runs[-1].append(token)
    while len(runs[-1]) > 2 and runs[-1][-1].lower() in PARTICLES:
        runs[-1].pop()
    if _holds_two_names(runs[-1]) and (len(runs) == 1 or len(runs[-1]) == 5):
        runs[-1:] = [runs[-1][:2], runs[-1][2:]]
    return runs


def _is_whole(run: Sequence[str]) -> bool:
    return sum(map(_is_counted, run)) >= 2


def _is_counted(word: str) -> bool:
    return len(word.rstrip(".")) > 1 and word.lower() not in _NOT_COUNTED


def _holds_two_names(run: Sequence[str]) -> bool:
    """Four or five words, the first a given name and the second none, and no initial or particle among them."""
    if len(run) not in (4, 5) or run[0].lower() not in GIVEN_NAMES or run[1].lower() in GIVEN_NAMES:
        return False
    return not any(len(word) < 3 or "." in word or word.lower() in PARTICLES for word in run)


def read_names(tokens: Sequence[str]) -> list[Part]:
    """All of the tokens as names, or nothing."""
    parts = []
    for group in _groups(tokens):
        for run in split_names(group.tokens):
            grade = name_grade(run)
            if not grade:
                return []
            parts.append(name_part(run, sure=grade == 2))
    return parts


def leading_names(words: str) -> tuple[list[Part], int]:
    """The names that `words` begins with, and where they end; for text whose line goes on after the names."""
    tokens, ends, follower = _leading_tokens(words)
    is_cut_off = not follower[1:].islower() or follower.lower() in DAYS_AND_MONTHS
    names: list[Part] = []
    used = 0
    for group in _groups(tokens):
        count = 0
        for run in split_names(group.tokens):
            needed = 2 if (names and not is_cut_off) or len(run) > 3 else 1
            grade = name_grade(run)
            if grade < needed:
                break
            names.append(name_part(run, sure=grade == 2))
            count += len(run)
        used = group.start + count if count else used
        if count < len(group.tokens):
            break
    return names, ends[used - 1] if used else 0


def _leading_tokens(words: str) -> tuple[list[str], list[int], str]:
    """The first tokens that may be in names, where each ends, and the token that follows them.

    An office in capitals between two names (`Jane Roe BROOK Adam Lake`) becomes a joining sign.
    """
    tokens: list[str] = []
    ends: list[int] = []
    found = list(_TOKEN.finditer(words))
    for match, following in zip_longest(found, found[1:]):
        bare = match.group().strip(EDGES)
        if not may_be_in_name(bare, len(tokens)) and not (tokens and bare.lower() in _JOINING):
            begins_sentence = bare.islower() and bare not in _RUNS_ON and _is_whole(tokens[:-1])
            return (tokens[:-1], ends[:-1], tokens[-1]) if begins_sentence else (tokens, ends, bare)
        if _breaks_into_capitals([*filter(_is_counted, tokens), bare]):
            if not following or following.group().lower() not in GIVEN_NAMES:
                return tokens, ends, bare
            bare = _SEPARATOR
        tokens.append(bare)
        ends.append(match.end())
        if match.group()[-1] in ".;:)" and len(bare) > 1 and bare.lower() not in SUFFIXES | TITLES:
            break
    while tokens and len(tokens[-1]) == 1:
        del tokens[-1], ends[-1]
    return tokens, ends, ""


def trailing_names(words: str) -> list[Part]:
    """The sure names that `words` ends with, where a sentence does not run into them ("call Jane Roe" has none)."""
    tokens = [token.strip(EDGES) for token in words.split()][-_LONGEST_RUN:]
    start = len(tokens)
    for place in range(len(tokens) - 2, -1, -1):
        if tokens[place].lower() in GIVEN_NAMES:
            runs = split_names(tokens[place:])
            if all(name_grade(run) == 2 and len(run) < 4 for run in runs):
                start = place
    if start == len(tokens) or (start and tokens[start - 1].lower() in RUNS_INTO_NAME):
        return []
    return [name_part(run) for run in split_names(tokens[start:])]


def sure_names(words: str) -> list[Part]:
    """The names with a known given name anywhere in a sentence."""
    names: list[Part] = []
    for run in _CAPITALISED_RUN.findall(words):
        tokens = [token.strip(EDGES) for token in run.split()]
        if tokens[-1].lower() in BODY_WORDS:
            continue
        for start in range(len(tokens) - 1):
            if tokens[start].lower() in GIVEN_NAMES and name_grade(tokens[start : start + 3]) == 2:
                names += [name_part(one) for one in split_names(tokens[start:]) if name_grade(one) == 2]
                break
    return names


def split_off_offices(name: str, text: str) -> tuple[str | None, list[str], str | None]:
    """`Jane Roe Brook` in a release of Senator Brook's → nothing before, Jane Roe, and her office "Brook".

    Where punctuation is lost, the office in brackets after a name sticks to it, or to the name that follows.
    """
    tokens = name.split()
    before = after = None
    if _is_whole(tokens[1:]) and _holds_office(tokens[0], text):
        before = tokens.pop(0)
    if _is_whole(tokens[:-1]) and _holds_office(tokens[-1], text):
        after = tokens.pop()
    return before, [name_part(run).text for run in split_names(tokens)], after


def _holds_office(surname: str, text: str) -> bool:
    surname = surname.title() if surname.isupper() else surname
    is_word = surname[:1].isupper() and len(surname) > 2 and surname.isalpha()
    return is_word and text.count(surname) > 1 and re.search(rf"{_OFFICE}{surname}\b", text) is not None


def is_officeholder(name: str, text: str) -> bool:
    """Whether the text calls the person of this name a senator, a mayor or the like."""
    return text.count(name) > 1 and re.search(rf"{_OFFICE}{re.escape(name)}\b", text) is not None


@dataclass(slots=True)
class _Group:
    """Tokens between two joining words; `start` is the place of the first among all tokens."""

    start: int
    tokens: list[str] = field(default_factory=list)


def _groups(tokens: Sequence[str]) -> list[_Group]:
    groups = [_Group(0)]
    for place, token in enumerate(tokens):
        if token.lower() in JOINING and token not in ("E", "Y", "O"):
            groups.append(_Group(place + 1))
        else:
            groups[-1].tokens.append(token)
    return [group for group in groups if group.tokens]
