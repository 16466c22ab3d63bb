"""Names, roles and bodies in Chinese, Japanese, Korean, Arabic and Hebrew words beside a number or an address.

Without capitals nothing marks a name, so only a title of courtesy, a common surname before one or two signs, or two to
four words in Arabic speak for one; in running text no name is looked for.
"""

import re

from reader.parsing.contact_parts import EDGES, Part
from reader.parsing.contact_words import CASELESS_BODIES, CASELESS_ROLES, CJK_SURNAMES

_CASELESS = re.compile("[\u0590-\u08ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SEGMENTS = re.compile(r"[,،、，;；:：|/()（）\t\n。]|\s[-–—]\s|\s{2,}|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_CJK_NAME = re.compile(f"[{CJK_SURNAMES}](?:[\u3400-\u9fff]{{1,2}}|[가-힣]{{2}})")
_TITLED = re.compile(f"(?P<name>[{CJK_SURNAMES}][\u3400-\u9fff]{{1,2}})(?P<role>{'|'.join(CASELESS_ROLES)})")
_COURTESY = re.compile(r"(?:先生|女士|小姐|さん|様|氏|씨|님)$|^(?:السيدة|السيد|الأستاذة|الأستاذ|الدكتورة|الدكتور)\s")
_LONGEST_CJK = 20
_LONGEST_WORDS = 7


def is_caseless(words: str) -> bool:
    """Whether a script without capitals is in the words."""
    return not words.isascii() and _CASELESS.search(words) is not None


def read_caseless(words: str) -> list[Part]:
    """The names, roles, organisations and addresses in the words, in order."""
    parts: list[Part] = []
    for segment in _SEGMENTS.split(words):
        text = segment.strip(EDGES + "。")
        titled = _TITLED.fullmatch(text)
        if titled:
            parts += [Part("name", titled["name"]), Part("role", titled["role"])]
        elif part := _read_segment(text):
            parts.append(part)
    return parts


def _read_segment(text: str) -> Part | None:
    bare = _COURTESY.sub("", text).strip()
    is_cjk = _CJK.search(text) is not None
    count = bare.count(" ") + 1
    if not any(map(str.isalpha, text)):
        return None
    if any(map(str.isdigit, text)):
        return Part("address", text)
    if len(text) > _LONGEST_CJK if is_cjk else count > _LONGEST_WORDS:
        return Part("prose", text)
    if any(sign in text for sign in CASELESS_ROLES):
        return Part("role", text)
    if text.endswith(CASELESS_BODIES) if is_cjk else text.startswith(CASELESS_BODIES):
        return Part("organisation", text)
    if bare != text or (_CJK_NAME.fullmatch(bare) if is_cjk else 2 <= count <= 4):
        return Part("name", bare, sure=is_cjk or bare != text)
    return Part("prose", text) if is_cjk and len(text) > _LONGEST_CJK // 2 else None
