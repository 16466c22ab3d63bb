"""E-mail and web addresses in a text, with obfuscation undone (`name[at]house[dot]org`) and glued labels cut off.

Only bracketed forms and entities are read as `@`: in every release looked at, a bare " at " was prose. Addresses are
found from their `@` outwards, so that a text without one costs nothing. In wires, labels and numbers stick to the
addresses (`OfficeEditor@HOUSE.COM+1 (702)`), so a known label before and a known top-level domain within end them.
"""

import re
from dataclasses import dataclass

# A text is searched for one sign many times as fast as for one of several.
_SIGNS = {"@": re.compile("@"), "＠": re.compile("＠")} | {
    sign: re.compile(rf"{re.escape(sign)}(?=\s?[@#aAäÄcCсС])") for sign in "[({<&"
}
_AT = re.compile(
    r"(?P<plain>[@＠])|(?:[\[({<]\s?(?:at|@|arroba|arobase|chiocciola|ät|собака)\s?[\])}>]|\(a\)|"
    r"&#0*64;|&#x40;|&commat;)[ \t]{0,2}",
    re.I,
)
_DOT = r"(?:\.|[ \t]{0,2}(?:[\[({<]\s?(?:dot|\.|punkt|point|punto|ponto)\s?[\])}>]|&#0*46;|&period;)[ \t]{0,2})"
_DOMAIN = re.compile(rf"[^\W_](?:[\w-]{{0,62}}[^\W_])?(?:{_DOT}[^\W_](?:[\w-]{{0,62}}[^\W_])?){{1,6}}", re.I)
_ANY_DOT = re.compile(_DOT, re.I)
_LOCAL_BACKWARDS = re.compile(r"[\w.%+'’&-]{1,64}")
_DOT_BEFORE = re.compile(rf"{_DOT}\Z", re.I)
_LABEL_BEFORE = re.compile(
    r"[^\W\d_]*?(?:Office|Relations|Manager|Director|President|Officer|Inc|LLC|Ltd|Group|Inquiries|Enquiries|Contact|"
    r"Department|CEO|CFO)(?=[A-Z])|(?:E-?mail|E-?Mail|EMAIL|Courriel|Phone|Tel|Fax|Mobile|Cell|Office)(?=[A-Za-z0-9])"
)
_NUMBER_BEFORE = re.compile(r"[\d.-]*\d{3,4}(?=[^\W\d_])")
_TOP_LEVEL = (
    r"\.(?:com?|org|net|gov|edu|mil|int|info|biz|io|ai|eu|uk|us|de|fr|it|es|at|ch|ca|au|nz|ie|nl|be|ru|cn|in|br|tv|me|app|tech|"
    r"news|xyz|media|agency|solutions|global|group|online|store)"
)
_GLUED_AFTER = re.compile(rf"{_TOP_LEVEL}(?=[A-Z][a-z]|[+(]|\d{{3}}[.\s)-]|https?:|www\.)")
_GLUED_AFTER_CAPITALS = re.compile(rf"{_TOP_LEVEL.upper()}(?=[A-Z][a-z]|[+(]|\d{{3}}|https?:|www\.)")
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\[\]\"“”«»{}|\\^`\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+", re.I)
_BARE_DOMAIN = re.compile(
    r"(?<![@\w.-])(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.){1,4}(?:com|org|net|gov|edu|int|info|io|ai|eu|co\.uk|"
    r"org\.uk|gov\.uk|de|fr|it|es|at|ch)(?![\w@-])(?:/[^\s<>()\[\]\"]*)?"
)
_DOT_IN_WORD = re.compile(r"\.(?<=[a-zA-Z0-9]\.)[a-zA-Z0-9]")
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|pdf)\Z", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """An address and where it stands; `value` is what one would type, an e-mail address in lower case."""

    start: int
    end: int
    value: str


def find_emails(text: str, start: int = 0, end: int | None = None) -> list[Address]:
    """The e-mail addresses in `text[start:end]`, in order."""
    end = len(text) if end is None else end
    found: list[Address] = []
    signs = (pattern.finditer(text, start, end) for sign, pattern in _SIGNS.items() if sign in text)
    for place in sorted(sign.start() for matches in signs for sign in matches):
        match = _AT.match(text, place, end)
        address = _around(text, match, max(start, found[-1].end if found else start), end) if match else None
        if address:
            found.append(address)
    return found


def _around(text: str, at: re.Match[str], least: int, end: int) -> Address | None:
    before = at.start() if at["plain"] else at.start() - _blanks_before(text, at.start())
    domain = _DOMAIN.match(text, at.end(), end)
    begin = _local_start(text, least, before, obfuscated=at["plain"] is None)
    if not domain or begin == before:
        return None
    begin += _glued_before(text, begin, before)
    last = domain.start() + _glued_after(domain.group())
    name = _ANY_DOT.sub(".", text[begin:before]).lstrip(".-'’&+%").rstrip(".'’")
    house = _ANY_DOT.sub(".", text[domain.start() : last])
    top = house.rpartition(".")[2]
    if not name or len(top) < 2 or top.isdigit() or _FILE.search(house):
        return None
    return Address(begin, last, f"{name}@{house}".lower())


def _blanks_before(text: str, at: int) -> int:
    return len(text[max(0, at - 2) : at]) - len(text[max(0, at - 2) : at].rstrip(" \t"))


def _local_start(text: str, least: int, at: int, *, obfuscated: bool) -> int:
    """Where the part before the `@` begins; `jane [dot] roe [at]` begins at "jane"."""
    begin = at
    for _ in range(5 if obfuscated else 1):
        backwards = _LOCAL_BACKWARDS.match(text[max(least, begin - 64) : begin][::-1])
        begin -= backwards.end() if backwards else 0
        dot = _DOT_BEFORE.search(text, max(least, begin - 12), begin)
        if not (backwards and dot and obfuscated and dot.start() > least and text[dot.start() - 1].isalnum()):
            break
        begin = dot.start()
    return begin


def _glued_before(text: str, start: int, end: int) -> int:
    """How many characters of the local part belong to a label, a number or a name that stands before it."""
    word = text[start:end]
    number = _NUMBER_BEFORE.match(word)
    if number and any(sign in number.group() for sign in ".-"):
        word = word[number.end() :]
    label = _LABEL_BEFORE.match(word)
    if label:
        word = word[label.end() :]
    return end - len(word) - start + _surname_before(text, end - len(word), word)


def _surname_before(text: str, start: int, word: str) -> int:
    """`Jane Roejane.roe@` holds the surname and then the address that repeats a part of the name."""
    before = text[max(0, start - 30) : start].rstrip(" ").rpartition(" ")[2]
    if not (word[:1].isupper() and before[:1].isupper()):
        return 0
    lower = word.lower()
    first = before.lower().strip(".,")
    for length in range(len(word) - 2, 2, -1):
        surname, rest = lower[:length], lower[length:]
        if word[1:length].islower() and (surname in rest or (len(first) > 2 and rest.startswith(first))):
            return length
    return 0


def _glued_after(domain: str) -> int:
    match = _GLUED_AFTER.search(domain) or _GLUED_AFTER_CAPITALS.search(domain)
    return match.end() if match else len(domain)


def find_urls(text: str, start: int = 0, end: int | None = None, *, bare: bool = False) -> list[Address]:
    """The web addresses in `text[start:end]`, in order; `bare` takes in those without `www.` or a scheme."""
    end = len(text) if end is None else end
    if text.find(".", start, end) < 0 and text.find("//", start, end) < 0:
        return []
    found = [_trimmed(match) for match in _WEB.finditer(text, start, end)]
    if bare and _DOT_IN_WORD.search(text, start, end):
        taken = [(address.start, address.end) for address in found]
        bare_ones = _BARE_DOMAIN.finditer(text, start, end)
        found += [_trimmed(it) for it in bare_ones if not any(first <= it.start() < last for first, last in taken)]
        found.sort(key=lambda address: address.start)
    return found


def _trimmed(match: re.Match[str]) -> Address:
    written = match.group()
    slash = written.find("/", written.find("//") + 2)
    host = written if slash < 0 else written[:slash]
    glued = _glued_after(host)
    if glued < len(host):
        written = host[:glued]
    written = written.rstrip(".,;:!?*'’_")
    while written.endswith(")") and written.count(")") > written.count("("):
        written = written[:-1].rstrip(".,;:!?*'’_")
    return Address(match.start(), match.start() + len(written), written)
