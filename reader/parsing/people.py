"""Words beside a number or an address → the name, the role and the organisation they say.

A run of two to four capitalised words is a name unless one of them is a word that no name holds; a known given name
makes it sure, and also tells where one name ends and the next begins when nothing stands between them, as in releases
that lost their punctuation. What holds a word for an office is a role, what holds a word for a body an organisation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.parsing.contact_words import (
    ADDRESS_WORDS,
    COUNTRIES,
    HONORIFICS,
    JOINING,
    NOT_IN_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLE_HEADS,
    ROLE_WORDS,
    SUFFIXES,
    TITLES,
)
from reader.parsing.given_names import GIVEN_NAMES

PartKind = Literal["name", "role", "organisation", "address", "prose"]

_SEGMENTS = re.compile(r"\s*(?:[,;:|•·()\[\]\t\n،、，；（）：]|\s[-–—/]+\s|[–—]|\s{2,}|^[-–—*]+\s)\s*")
_WORD = re.compile(r"[^\s]+")
_EDGES = " \t\n.,;:*_#>|/\\\"“”<>•·-–—=~`'’()[]"
_CASELESS = re.compile("[\u0590-\u08ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAMEL = re.compile(r"[a-zß-ÿ][A-Z]")
_CAMEL_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|D['’]|Fitz|Mac|San|Del)[A-Z]")
_PLACE = re.compile(r"[A-Z][\w.'’ -]+, [A-Z]{2}(?: \d{5}(?:-\d{4})?)?")
_AFTER_ROLE = re.compile(r"\s+(?:for|at|bei|beim|chez|with|presso|para|em)\s+(?:the\s+)?(?=[^\W\d_a-z])")
_AFTER_NAME = frozenset(("of", "at", "from", "with", "in", "for", "bei", "chez", "du", "von", "at the"))
_LEGAL_FORMS = frozenset(
    ("inc", "llc", "ltd", "plc", "corp", "co", "gmbh", "ag", "s.a", "sa", "s.p.a", "lp", "llp", "n.v", "l.p")
)
_CASELESS_ROLES = (
    "经理", "經理", "主任", "总监", "總監", "发言人", "發言人", "秘书", "主管", "部长", "处长", "記者", "担当", "مدير", "المتحدث", "متحدث",
    "مسؤول", "رئيس", "منسق", "الناطق", "مستشار", "홍보", "팀장",
)  # fmt: skip
_CASELESS_BODIES = (
    "公司", "集团", "集團", "部", "处", "處", "局", "中心", "大学", "大學", "办公室", "辦公室", "协会", "協會", "委员会", "署", "厅", "科", "组",
    "組", "银行", "基金会", "مكتب", "وزارة", "شركة", "هيئة", "جامعة", "مؤسسة", "مركز", "إدارة", "قسم", "منظمة", "جمعية", "بنك",
    "المكتب", "الهيئة", "الوزارة", "الأمم", "برنامج",
)  # fmt: skip
_CASELESS_HONORIFIC = re.compile(
    "(?:先生|女士|小姐|さん|様|氏|씨|님)$|^(?:السيدة|السيد|الأستاذة|الأستاذ|الدكتورة|الدكتور)\\s"
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a few words are. A name is `sure` when it holds a known given name or an initial."""

    kind: PartKind
    text: str
    sure: bool = True


def read_words(words: str) -> list[Part]:
    """The names, roles, organisations and addresses in words that stand between two numbers or line ends, in order."""
    if _CASELESS.search(words):
        return _read_caseless(words)
    parts: list[Part] = []
    for segment in _segments(words):
        if parts and segment.lower().rstrip(".") in _LEGAL_FORMS and parts[-1].kind in ("organisation", "name"):
            parts[-1] = Part("organisation", f"{parts[-1].text}, {segment}.".replace("..", "."))
        else:
            parts.extend(_read_segment(segment, after_name=any(part.kind == "name" for part in parts)))
    return parts


def leading_names(words: str) -> tuple[list[Part], int]:
    """The names that `words` begins with, and where they end; for text whose line goes on after the names."""
    tokens: list[str] = []
    ends: list[int] = []
    for match in _WORD.finditer(words):
        token = match.group()
        bare = token.strip(_EDGES)
        if not (_may_be_in_name(bare, len(tokens)) or (tokens and bare.lower() in JOINING | PARTICLES)):
            break
        tokens.append(bare)
        ends.append(match.end())
        if token[-1] in ".;:)" and len(bare) > 1 and bare.lower() not in SUFFIXES | TITLES:
            break
    names: list[Part] = []
    used = 0
    for group in _split_at_joining(tokens):
        count = 0
        for run in split_names(group.tokens):
            grade = name_grade(run)
            if grade < (2 if names or len(run) > 3 else 1):
                break
            names.append(Part("name", _name_text(run), grade == 2))
            count += len(run)
        if count:
            used = group.start + count
        if count < len(group.tokens):
            break
    return names, ends[used - 1] if used else 0


def name_grade(tokens: Sequence[str]) -> int:
    """2 for a sure name, 1 for words that look like one, 0 for anything else."""
    core = [token for token in tokens if token.lower().rstrip(".") not in SUFFIXES and token.lower() not in TITLES]
    if not core or len(tokens) > 7 or core[0].lower() in PARTICLES - {"el", "al", "la", "van", "von", "de"}:
        return 0
    full = [token for token in core if token.lower() not in PARTICLES and len(token.rstrip(".")) > 1]
    if not 1 <= len(full) <= 4 or len(core) < 2 or core[-1].lower() in PARTICLES:
        return 0
    given = full[0].lower().partition("-")[0] in GIVEN_NAMES or core[0].lower() in GIVEN_NAMES
    if not all(_may_be_in_name(token, place) or token.lower() in PARTICLES for place, token in enumerate(core)):
        return 0
    if any(_CAMEL.search(token) and not _CAMEL_SURNAME.match(token) for token in core):
        return 0
    initial = any(len(token.rstrip(".")) == 1 for token in core)
    if all(token.isupper() and len(token) > 2 for token in full) and not given:
        return 0
    if any(
        token.lower() in ORGANISATION_WORDS or token.lower() in ROLE_HEADS
        for token in (full if not given else full[1:])
    ):
        return 0
    return 2 if given or initial else 1 if len(full) > 1 else 0


def split_names(tokens: Sequence[str]) -> list[list[str]]:
    """A run of names with nothing between them → each name: a given name after a whole one begins the next."""
    runs: list[list[str]] = [[]]
    for place, token in enumerate(tokens):
        whole = sum(len(word.rstrip(".")) > 1 and word.lower() not in PARTICLES for word in runs[-1]) >= 2
        if whole and token.lower() in GIVEN_NAMES and place + 1 < len(tokens):
            runs.append([])
        runs[-1].append(token)
    if len(runs) == 1 and len(tokens) == 4 and all(len(token) > 2 and "." not in token for token in tokens):
        first = tokens[0].lower() in GIVEN_NAMES
        if first and not any(token.lower() in PARTICLES for token in tokens) and tokens[1].lower() not in GIVEN_NAMES:
            return [list(tokens[:2]), list(tokens[2:])]
    return runs


def _may_be_in_name(token: str, place: int) -> bool:
    if not token or not token[0].isalpha() or any(map(str.isdigit, token)) or "@" in token or "&" in token:
        return False
    lower = token.lower()
    if lower.rstrip(".") in NOT_IN_NAMES or lower in NOT_IN_NAMES:
        return place == 0 and (lower in GIVEN_NAMES or lower in HONORIFICS)
    return token[0].isupper() or token[0].istitle() or (len(token) > 2 and token[1] in "'’" and token[2].isupper())


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    tokens: list[str]


def _split_at_joining(tokens: Sequence[str]) -> list[_Group]:
    groups = [_Group(0, [])]
    for place, token in enumerate(tokens):
        if token.lower() in JOINING and token not in ("E", "Y", "O"):
            groups.append(_Group(place + 1, []))
        else:
            groups[-1].tokens.append(token)
    return [group for group in groups if group.tokens]


def _segments(words: str) -> list[str]:
    return [stripped for segment in _SEGMENTS.split(words) if (stripped := segment.strip(_EDGES))]


def _read_segment(segment: str, *, after_name: bool) -> list[Part]:
    tokens = [token.strip('*_"“”<>') for token in segment.split()]
    tokens = [token for token in tokens if token]
    while tokens and (tokens[0].lower() in JOINING or tokens[0].lower() in HONORIFICS):
        del tokens[0]
    if not tokens:
        return []
    names = _read_names(tokens)
    if names:
        return names
    lower = [token.lower().strip(".,'’") for token in tokens]
    if any(map(str.isdigit, segment)) or _is_address(lower):
        return [Part("address", segment)]
    if lower[0].rstrip(".") in SUFFIXES:
        return []
    if any(word in ROLE_HEADS for word in lower):
        return _read_role(tokens, lower, after_name=after_name)
    named = _name_then_more(tokens)
    if named:
        return named
    small = [word for word, token in zip(lower, tokens, strict=True) if token[0].islower() and word not in PARTICLES]
    if len(small) > 4 or (len(small) > 1 and len(small) * 2 > len(tokens)):
        return [Part("prose", segment)]
    if all(token[0].islower() for token in tokens):
        return [] if len(tokens) < 3 else [Part("prose", segment)]
    if after_name and all(word in ROLE_WORDS for word in lower):
        return [Part("role", segment)]
    return [Part("organisation", segment)]


def _read_names(tokens: list[str]) -> list[Part]:
    """All of the tokens as names, or nothing."""
    parts = []
    if len(tokens) == 3 and tokens[0].lower() not in GIVEN_NAMES | TITLES and len(tokens[0]) > 2 and name_grade(tokens):
        if tokens[1].lower() in GIVEN_NAMES:
            return [Part("organisation", tokens[0]), _name_part(tokens[1:])]
    for group in _split_at_joining(tokens):
        runs = split_names(group.tokens)
        grades = [name_grade(run) for run in runs]
        if 0 in grades:
            return []
        parts += [Part("name", _name_text(run), grade == 2) for run, grade in zip(runs, grades, strict=True)]
    return parts


def _name_text(tokens: Sequence[str]) -> str:
    kept = [token for token in tokens if token.lower().rstrip(".") not in SUFFIXES - {"jr", "sr", "ii", "iii", "iv"}]
    return " ".join(kept).strip(_EDGES.replace(".", "")) if kept else ""


def _is_address(lower: Sequence[str]) -> bool:
    return bool(lower) and (
        any(word in ADDRESS_WORDS for word in lower[1:])
        or lower[0] in ("suite", "p.o", "po", "rue", "via")
        or all(word in COUNTRIES for word in lower)
        or " ".join(lower) in ("united states", "united kingdom", "united states of america", "washington d.c")
    )


def _read_role(tokens: list[str], lower: list[str], *, after_name: bool) -> list[Part]:
    is_role = [word in ROLE_HEADS or word in ROLE_WORDS for word in lower]
    first = is_role.index(True)
    if first >= 2 and name_grade(tokens[:first]):
        return [_name_part(tokens[:first]), *_role_parts(tokens[first:])]
    last = len(tokens) - is_role[::-1].index(True)
    tail = tokens[last:]
    if len(tail) >= 2 and not after_name and name_grade(tail) == 2:
        return [Part("role", " ".join(tokens[:last])), _name_part(tail)]
    return _role_parts(tokens)


def _role_parts(tokens: Sequence[str]) -> list[Part]:
    role, *body = _AFTER_ROLE.split(" ".join(tokens), maxsplit=1)
    if len(tokens) > 12:
        return [Part("prose", role)]
    return [Part("role", role), *(Part("organisation", text) for text in body)]


def _name_part(tokens: Sequence[str]) -> Part:
    return Part("name", _name_text(tokens), name_grade(tokens) == 2)


def _name_then_more(tokens: list[str]) -> list[Part]:
    """`Jane Roe of Acme`, `Jane Roe Acme Ltd`: a sure name and the body it belongs to."""
    for length in range(min(5, len(tokens) - 1), 1, -1):
        if name_grade(tokens[:length]) < 2:
            continue
        rest = tokens[length:]
        if rest[0].lower() in _AFTER_NAME:
            rest = rest[1:]
            rest = rest[1:] if rest and rest[0].lower() in ("the", "la", "der", "dem") else rest
        if rest and rest[0][0].isupper() and len(rest) < 8:
            return [_name_part(tokens[:length]), Part("organisation", " ".join(rest))]
    return []


def _read_caseless(words: str) -> list[Part]:
    parts: list[Part] = []
    for segment in re.split(r"[,،、，;；:：|/()（）\t\n]|\s[-–—]\s|\s{2,}", words):
        text = segment.strip(_EDGES + "。")
        bare = _CASELESS_HONORIFIC.sub("", text).strip()
        cjk = bool(_CJK.search(text))
        if not text or not any(map(str.isalpha, text)):
            continue
        if any(map(str.isdigit, text)):
            parts.append(Part("address", text))
        elif len(text) > 24 if cjk else text.count(" ") > 7:
            parts.append(Part("prose", text))
        elif any(sign in text for sign in _CASELESS_ROLES):
            parts.append(Part("role", text))
        elif text.endswith(_CASELESS_BODIES) if cjk else text.startswith(_CASELESS_BODIES):
            parts.append(Part("organisation", text))
        elif (2 <= len(bare) <= 5 if cjk else 1 <= bare.count(" ") <= 4) or bare != text:
            parts.append(Part("name", bare, sure=bare != text))
        else:
            parts.append(Part("organisation", text))
    return parts


def sure_names(words: str) -> list[Part]:
    """The names with a known given name anywhere in a sentence."""
    names: list[Part] = []
    for run in re.findall(r"(?:[^\W\d_a-z][\w'’.-]*(?:\s+|$)){2,8}", words):
        tokens = [token.strip(_EDGES) for token in run.split()]
        for start in range(len(tokens) - 1):
            if tokens[start].lower() in GIVEN_NAMES and name_grade(tokens[start : start + 3]) == 2:
                names += [Part("name", _name_text(one)) for one in split_names(tokens[start:]) if name_grade(one) == 2]
                break
    return names


def trailing_names(words: str) -> list[Part]:
    """The sure names that `words` ends with, where a sentence does not run into them ("call Jane Roe" has none)."""
    tokens = [token.strip(_EDGES) for token in words.split()][-9:]
    start = len(tokens)
    for place in range(len(tokens) - 2, max(-1, len(tokens) - 9), -1):
        runs = split_names(tokens[place:])
        if tokens[place].lower() in GIVEN_NAMES and all(name_grade(run) == 2 and len(run) < 4 for run in runs):
            start = place
    if start == len(tokens) or (start and tokens[start - 1][:1].islower()):
        return []
    return [Part("name", _name_text(run)) for run in split_names(tokens[start:])]
