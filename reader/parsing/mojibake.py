"""Text that was UTF-8, was read as windows-1252 or Latin-1 and saved again: `â€œ` for “, `Ã©` for é.

A repair must be surely right, since it changes what the release says. So the whole text is turned back only when all of
it is UTF-8 seen that way, and single places only for the signs in which no language writes its words. Older archives
also lost the invisible half of the damage and kept a bare `â` for every quotation mark and dash. That is put right only
where each `â` of the text stands where a mark would and none where a French or Romanian word would have it: of 777
texts with one in 55,655 releases, the rule mends all but 17, where too little speaks for either reading.
"""

import re

REPAIRED = "Broken characters such as “â€™” were repaired."

_UNUSED = b"\x81\x8d\x8f\x90\x9d"
_WINDOWS = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in _UNUSED}
_LATER = "".join(map(chr, _WINDOWS)) + "\x80-\xbf"
_SUSPECT = re.compile(f"[Â-ô][{_LATER}]")
_CERTAIN = re.compile(f"â€[{_LATER}]|â‚¬|â„¢|ï»¿|ðŸ[{_LATER}]{{2}}|[ÂÃ][\x80-\xbf]|Ã[{_LATER}]")
_HALF_CLOSING = re.compile(r"â€\?|â€(?=[\s,.;)]|\Z)")
_ROUNDS = 3


def repair(text: str) -> str:
    """The text with its damage undone; the text itself where nothing surely is damage."""
    if text.isascii():
        return text
    for _ in range(_ROUNDS):
        mended = _whole(text) if _SUSPECT.search(text) else text
        if mended == text:
            break
        text = mended
    if "â€" in text:
        text = _HALF_CLOSING.sub("”", text)
    return _lost_halves(text) if "â" in text or "Â" in text else text


def _whole(text: str) -> str:
    """All of the text turned back if it can be, else the certain places."""
    try:
        mended = _turn_back(text)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return _CERTAIN.sub(_place, text)
    gain = len(text) - len(mended)
    return mended if gain > 2 or _CERTAIN.search(text) else text


def _place(found: re.Match[str]) -> str:
    try:
        return _turn_back(found[0])
    except (UnicodeEncodeError, UnicodeDecodeError):
        return found[0]


def _turn_back(text: str) -> str:
    return text.translate(_WINDOWS).encode("latin-1").decode("utf-8")


# What stands before an `â` is looked at after it: a pattern that begins with a letter is found at once.
_HALVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"â(?=¢)."), "•"),
    (re.compile(r"â(?=¦)."), "…"),
    (re.compile(r"â(?=¬)."), "€"),
    (re.compile(r"â\?"), "”"),
    (re.compile(r"â(?:(?<=\wâ)(?=(?:s|t|re|ve|ll|m|d)\b)|(?<=\bOâ)(?=[A-Z])|(?<=sâ)(?=\s))"), "’"),
    (re.compile(r"â(?<!\Sâ)â?(?=\s)"), "–"),
    (re.compile(r"â(?<![^\s(\[\"â:,-]â)(?=[\w\[$.â])"), "“"),
    (re.compile(r"â(?<=[\w.,”)]â)(?=\w)"), "—"),
    (re.compile(r"â(?=[”…])"), "’"),
)
_TRAILING = re.compile(r"â(?<=[.,!?\w]â)(?<!ââ)(?=[\s.,;)]|\Z)")
_SURE_HALF = re.compile(
    r"â(?:[?¢¦]|(?<=\sâ)(?=[\sA-Z])|(?<=[.)]â)(?=\s)|(?<=[a-zA-Z]â)(?=s\b)|(?<=nâ)(?=t\b)|(?<=\bOâ)[A-Z])"
)
_WORD_INSIDE = re.compile(r"â(?<=[^\W\d_]â)(?!(?:s|t|re|ve|ll|m|d)\b)(?<!\bOâ)[^\W\d_]")
_OTHER_LETTER = re.compile(r"[^\W\d_\x00-\x7fâÂ]")
_NO_BREAK = re.compile(r"Â(?=[\s\"]|\Z)")


def _lost_halves(text: str) -> str:
    """A bare `â` or `Â` whose second half a control filter has taken away."""
    if "Â" in text and len(_NO_BREAK.findall(text)) == text.count("Â"):
        text = _NO_BREAK.sub("", text)
    sure = len(_SURE_HALF.findall(text))
    doubtful = len(_WORD_INSIDE.findall(text)) - sure
    if not sure or doubtful > sure or len(_OTHER_LETTER.findall(text)) > sure:
        return text
    mended = _TRAILING.sub("–" if "â?" in text or " â" not in text else "”", text)
    for pattern, sign in _HALVES:
        mended = pattern.sub(sign, mended)
    return text if "â" in mended else mended
