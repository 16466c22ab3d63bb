"""Words beside a number or an address → the name, the role and the organisation they say.

A run of two to four capitalised words is a name unless one of them is a word that no name holds; a known given name
makes it sure, and also tells where one name ends and the next begins when nothing stands between them, as in releases
that lost their punctuation. What holds a word for an office is a role, what holds a word for a body an organisation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from reader.parsing.contact_words import (
    ADDRESS_WORDS,
    COUNTRIES,
    DAYS_AND_MONTHS,
    DESK_STEMS,
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
from reader.parsing.regions import is_place

PartKind = Literal["name", "role", "organisation", "address", "prose"]

_SEGMENTS = re.compile(r"\s*(?:[,;:|•·()\[\]\t\n،、，；（）：]|\s[-–—/]+\s|[–—]|\s{2,}|^[-–—*]+\s)\s*")
_WORD = re.compile(r"[^\s]+")
_EDGES = " \t\n.,;:*_#>|/\\\"“”<>•·-–—=~`'’()[]"
_CASELESS = re.compile("[\u0590-\u08ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GLUED = re.compile(r"(?<=[a-z]{2}\.)(?=[A-Z])")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?!-))*")
_CAMEL = re.compile(r"[a-zß-ÿ][A-Z]")
_CAMEL_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|D['’]|Fitz|Mac|San|Del)[A-Z]")
_PLACE = re.compile(r"[A-Z][\w.'’ -]+, [A-Z]{2}(?: \d{5}(?:-\d{4})?)?")
_WITHIN_BODIES = frozenset(
    "of for the and in at on a to by against und für des im zum pour et sur per il i los las para".split()
)
_BEFORE_BODY = frozenset(
    "of for at with from the in der des de du del della di do da la le für bei beim presso para por".split()
)
_OPENS_SENTENCE = frozenset(("please", "for", "if", "to", "or", "contact", "call", "by", "at", "with", "said", "the"))
_RUNS_INTO_NAME = frozenset(
    (
        "call",
        "contact",
        "at",
        "to",
        "by",
        "with",
        "and",
        "of",
        "for",
        "from",
        "said",
        "says",
        "the",
        "a",
        "or",
        "phone",
        "reach",
    )
)
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
_CASELESS_SEGMENTS = re.compile(
    r"[,،、，;；:：|/()（）\t\n。]|\s[-–—]\s|\s{2,}|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
_CJK_NAME = re.compile(
    "[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余"
    "潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文][\u3400-\u9fff]{1,2}"
    "|[김이박최정강조윤장임한오서신권황안송류전홍][가-힣]{2}"
)
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
    words = _GLUED.sub(", ", words)
    if _CASELESS.search(words):
        return _read_caseless(words)
    parts: list[Part] = []
    for segment in _segments(words):
        if parts and segment.lower().rstrip(".") in _LEGAL_FORMS and parts[-1].kind in ("organisation", "name"):
            parts[-1] = Part("organisation", f"{parts[-1].text}, {segment}.".replace("..", "."))
        else:
            parts.extend(_read_segment(segment, after_name=any(part.kind == "name" for part in parts)))
    return parts


def is_caseless(words: str) -> bool:
    """Whether a script without capitals is in the words, in which a name in prose cannot be told."""
    return _CASELESS.search(words) is not None


def leading_names(words: str) -> tuple[list[Part], int]:
    """The names that `words` begins with, and where they end; for text whose line goes on after the names."""
    tokens: list[str] = []
    ends: list[int] = []
    follower = ""
    for match in _WORD.finditer(words):
        token = match.group()
        bare = token.strip(_EDGES)
        if not (_may_be_in_name(bare, len(tokens)) or (tokens and bare.lower() in JOINING | PARTICLES)):
            follower = bare
            break
        tokens.append(bare)
        ends.append(match.end())
        if token[-1] in ".;:)" and len(bare) > 1 and bare.lower() not in SUFFIXES | TITLES:
            break
    is_cut_off = not follower[:1].islower() and (follower.isupper() or not follower[1:].islower() or _is_day(follower))
    names: list[Part] = []
    used = 0
    for group in _split_at_joining(tokens):
        count = 0
        for run in split_names(group.tokens):
            grade = name_grade(run)
            if grade < (2 if (names and not is_cut_off) or len(run) > 3 else 1):
                break
            names.append(Part("name", _name_text(run), grade == 2))
            count += len(run)
        if count:
            used = group.start + count
        if count < len(group.tokens):
            break
    return names, ends[used - 1] if used else 0


def _is_day(word: str) -> bool:
    return word.lower() in DAYS_AND_MONTHS


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
    if any(token.isupper() and (not given or len(token) < 3) for token in full):
        return 0
    if any(
        token.lower() in ORGANISATION_WORDS or token.lower() in ROLE_HEADS
        for token in (full if not given else full[1:])
    ):
        return 0
    if any(stem in " ".join(tokens).lower() for stem in DESK_STEMS):
        return 0
    return 2 if given or initial else 1 if len(full) > 1 else 0


def split_names(tokens: Sequence[str]) -> list[list[str]]:
    """A run of names with nothing between them → each name: a given name after a whole one begins the next."""
    runs: list[list[str]] = [[]]
    for place, token in enumerate(tokens):
        whole = sum(len(word.rstrip(".")) > 1 and word.lower() not in PARTICLES | TITLES for word in runs[-1]) >= 2
        if whole and token.lower() in GIVEN_NAMES and place + 1 < len(tokens):
            runs.append([])
        runs[-1].append(token)
    if len(runs) == 1 and len(tokens) == 4 and all(len(token) > 2 and "." not in token for token in tokens):
        first = tokens[0].lower() in GIVEN_NAMES
        if first and not any(token.lower() in PARTICLES for token in tokens) and tokens[1].lower() not in GIVEN_NAMES:
            return [list(tokens[:2]), list(tokens[2:])]
    while len(runs[-1]) > 2 and runs[-1][-1].lower() in PARTICLES:
        runs[-1].pop()
    if len(runs[-1]) == 5 and not any(len(token.rstrip(".")) == 1 or token.lower() in PARTICLES for token in runs[-1]):
        runs[-1:] = [runs[-1][:2], runs[-1][2:]]
    return runs


def _may_be_in_name(token: str, place: int) -> bool:
    if not token or not token[0].isalpha() or not _NAME_WORD.fullmatch(token):
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
    if names and all(name.sure for name in names):
        return names
    led = _body_then_name(tokens)
    if led or names:
        return led or names
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
    other = [word for word in small if word not in _WITHIN_BODIES]
    if len(other) > 1 or len(small) > 4 or (other and tokens[0][0].islower()):
        return [Part("prose", segment)]
    if all(token[0].islower() for token in tokens):
        return [] if len(tokens) < 3 else [Part("prose", segment)]
    if after_name and all(word in ROLE_WORDS for word in lower):
        return [Part("role", segment)]
    while tokens and tokens[-1].lower() in _WITHIN_BODIES:
        tokens.pop()
    return [Part("organisation", " ".join(tokens))] if tokens else []


def _read_names(tokens: list[str]) -> list[Part]:
    """All of the tokens as names, or nothing."""
    parts = []
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
        or all(word in COUNTRIES or is_place(word) for word in lower)
        or is_place(" ".join(lower))
        or " ".join(lower) in ("united states", "united kingdom", "united states of america", "washington d.c")
    )


def _read_role(tokens: list[str], lower: list[str], *, after_name: bool) -> list[Part]:
    is_role = [word in ROLE_HEADS or word in ROLE_WORDS for word in lower]
    first = is_role.index(True)
    last = len(tokens) - is_role[::-1].index(True)
    if first >= 2 and name_grade(tokens[:first]):
        return [_name_part(tokens[:first]), Part("role", " ".join(tokens[first:last])), *_body_of_role(tokens[last:])]
    tail = tokens[last:]
    if len(tail) >= 2 and not after_name and name_grade(tail) == 2:
        return [Part("role", " ".join(tokens[:last])), _name_part(tail)]
    if len(tokens) > 12 or tokens[0].lower() in _OPENS_SENTENCE:
        return [Part("prose", " ".join(tokens))]
    return [Part("role", " ".join(tokens[:last])), *_body_of_role(tail)]


def _body_of_role(rest: Sequence[str]) -> list[Part]:
    """`for the European Commission` after a role → the body."""
    while rest and rest[0].lower() in _BEFORE_BODY:
        rest = rest[1:]
    body = list(takewhile(lambda word: word[0].isupper() or word.lower() in _WITHIN_BODIES, rest))
    return [Part("organisation", " ".join(body))] if body else []


def _name_part(tokens: Sequence[str]) -> Part:
    return Part("name", _name_text(tokens), name_grade(tokens) == 2)


def _body_then_name(tokens: list[str]) -> list[Part]:
    """`Acme Widgets Jane Roe`: a sure name after words that hold none."""
    for start in range(1, min(7, len(tokens) - 1)):
        if tokens[start].lower() in GIVEN_NAMES and 2 <= len(tokens) - start <= 4:
            lead, name = tokens[:start], tokens[start:]
            is_body = all(word[0].isupper() for word in lead) and len(lead[-1].rstrip(".")) > 1
            if is_body and lead[0].lower() not in TITLES and name_grade(name) == 2:
                kind: PartKind = "role" if any(word.lower() in ROLE_HEADS for word in lead) else "organisation"
                return [Part(kind, " ".join(lead)), _name_part(name)]
    return []


def _name_then_more(tokens: list[str]) -> list[Part]:
    """`Jane Roe of Acme`, `Jane Roe Acme Ltd`: a sure name and the body it belongs to."""
    length = _length_of_name(tokens)
    rest = tokens[length:]
    if not length or not rest:
        return []
    if " ".join(rest).lower().startswith(("press office", "press team", "newsroom")):
        return [Part("organisation", " ".join(tokens))]
    body = _body_of_role(rest)
    return [_name_part(tokens[:length]), *body] if body and len(rest) < 9 else []


def _length_of_name(tokens: Sequence[str]) -> int:
    """How many of the first tokens are a sure name, when more capitalised words follow it."""
    for length in range(2, min(6, len(tokens))):
        last = tokens[length - 1]
        goes_on = (
            len(last.rstrip(".")) == 1 or last.lower() in PARTICLES or (length == 2 and last.lower() in GIVEN_NAMES)
        )
        if not goes_on and name_grade(tokens[:length]) == 2:
            return length
    return 0


def _read_caseless(words: str) -> list[Part]:
    found = (_read_caseless_segment(segment.strip(_EDGES + "。")) for segment in _CASELESS_SEGMENTS.split(words))
    return [part for part in found if part]


def _read_caseless_segment(text: str) -> Part | None:
    """Without capitals only a title, a common surname or a number of words in Arabic speaks for a name."""
    bare = _CASELESS_HONORIFIC.sub("", text).strip()
    is_cjk = bool(_CJK.search(text))
    words = bare.count(" ") + 1
    if not any(map(str.isalpha, text)):
        return None
    if any(map(str.isdigit, text)):
        return Part("address", text)
    if len(text) > 20 if is_cjk else words > 7:
        return Part("prose", text)
    if any(sign in text for sign in _CASELESS_ROLES):
        return Part("role", text)
    if text.endswith(_CASELESS_BODIES) if is_cjk else text.startswith(_CASELESS_BODIES):
        return Part("organisation", text)
    if bare != text or (_CJK_NAME.fullmatch(bare) if is_cjk else 2 <= words <= 4):
        return Part("name", bare, sure=is_cjk or bare != text)
    return Part("prose", text) if is_cjk and len(text) > 8 else None


def sure_names(words: str) -> list[Part]:
    """The names with a known given name anywhere in a sentence."""
    names: list[Part] = []
    for run in re.findall(r"(?:[^\W\d_a-z][\w'’.-]*(?:\s+|$)){2,8}", words):
        tokens = [token.strip(_EDGES) for token in run.split()]
        if tokens[-1].lower() in ORGANISATION_WORDS:
            continue
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
    if start == len(tokens) or (start and tokens[start - 1].lower() in _RUNS_INTO_NAME):
        return []
    return [Part("name", _name_text(run)) for run in split_names(tokens[start:])]


def split_off_offices(name: str, text: str) -> tuple[str | None, list[str], str | None]:
    """`Jane Roe Durbin` in a release of Senator Durbin's → nothing before, Jane Roe, and her office "Durbin".

    Where punctuation is lost, the office in brackets after a name sticks to it, or to the name that follows.
    """
    tokens = name.split()
    before = after = None
    if len(tokens) > 2 and _holds_office(tokens[0], text):
        before = tokens.pop(0)
    if len(tokens) > 2 and _holds_office(tokens[-1], text):
        after = tokens.pop()
    return before, [_name_text(run) for run in split_names(tokens)], after


def _holds_office(surname: str, text: str) -> bool:
    if not surname[:1].isupper() or len(surname) < 3 or not surname.isalpha():
        return False
    return (
        re.search(
            rf"\b(?:Senators?|Sens?|Representatives?|Reps?|Congress(?:wo)?man|Governor|Mayor)\b[^\n]{{1,40}}\b{surname}\b",
            text,
        )
        is not None
    )
