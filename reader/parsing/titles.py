"""Headlines all in capitals in readable case.

Each word is written as the release itself writes it below: small where the body has it small, as it is where the body
has it in capitals (UNODC), with a capital where the body only knows it so (a name). A word that the body does not have
is small, unless it can be no word (no vowel) or is an abbreviation with full stops. What stands beside a word tells
where the body would mislead: the endings of 3RD and 20TH are small, and MAY 1 and NEW MEXICO are names.
"""

import re
from string import ascii_lowercase, ascii_uppercase

_WORD = re.compile(  # with what stands before it where it begins a sentence
    r"(?P<opening>(?:^|(?<=[.!?:…—–])\s+|\s-+\s)[\"“'‘(]*)?"
    r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]+)*\.?)"
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]+)*\.?")
_ASCII_CAPITALS = ascii_uppercase.encode()
_ASCII_SMALL = ascii_lowercase.encode()
_SHOUTED = 0.8
_FEWEST_LETTERS = 8
_REACH = 8000
_OCCURRENCES = 8
_BESIDE = 12
_KEPT = frozenset(
    {"US", "UK", "EU", "UN", "UAE", "USA", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "TV", "CEO"}
)
_NAMES = """
january february march april june july august september october november december monday tuesday wednesday thursday
friday saturday sunday american americans america congress i english french spanish german chinese european christmas
easter thanksgiving medicare medicaid internet
"""
_CAPITALISED = frozenset(_NAMES.split())
_MONTHS = "JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
_NEW_PLACES = (
    r"BRUNSWICK|CALEDONIA|DELHI|ENGLAND|GUINEA|HAMPSHIRE|HAVEN|JERSEY|MEXICO|ORLEANS|SOUTH\s+WALES|YORK|ZEALAND"
)
_NAMED = re.compile(rf"\b(?:NEW\s+(?:{_NEW_PLACES})(?:ERS?)?\b|(?:{_MONTHS})(?=\s+\d))")
_ORDINAL_ENDINGS = frozenset({"ST", "ND", "RD", "TH"})
_SMALL_WORDS = """
a an and as at after amid are be but by can for from has have her his if in into is it its new no not of off on or our
out over own says so than that the their this to up was we will with would you your
"""
_SMALL = frozenset(_SMALL_WORDS.upper().split())
_SMALL_ABROAD = "de del des du la le les et y e di da do dos das der die und für van von en"
_SMALL_IN_NAMES = _SMALL | frozenset(_SMALL_ABROAD.upper().split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s)")
_TITLE = re.compile(
    r"(?:Sens?|Reps?|Gov|Mrs?|Ms|Dr|St|Pres|Gen|Lt|Col|Sgt|Rev|Hon|Prof|Jr|Sr|Sept?|Oct|Nov|Dec|Aug|Feb|Jan)\.", re.I
)
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝĄĘÓ]", re.I)
_SENTENCE_START = re.compile(r"(?:^|[.!?:…—–\n\"“(‘]\s*|\s-\s)$")


def is_shouted(title: str) -> bool:
    """Whether a headline is set in capitals."""
    if title.isascii():  # counted in bytes, ten times as fast
        signs = title.encode()
        capitals = len(signs) - len(signs.translate(None, _ASCII_CAPITALS))
        small = len(signs) - len(signs.translate(None, _ASCII_SMALL))
    else:
        capitals = sum(map(str.isupper, title))
        small = sum(map(str.islower, title))
    if small > len(title) * (1 - _SHOUTED):
        return False
    return capitals >= _FEWEST_LETTERS and capitals > (capitals + small) * _SHOUTED


def readable_title(title: str, body: str) -> str:
    """The headline as it is to be shown; `body` is the text of the release below it."""
    if not is_shouted(title):
        return title
    body = body[:_REACH]
    lower_body = body.lower()
    named = [found.span() for found in _NAMED.finditer(title)]

    def rewritten(found: re.Match[str]) -> str:
        word, start = found["word"], found.start("word")
        if any(first <= start < last for first, last in named):
            written = word.capitalize()
        elif word.rstrip(".") in _ORDINAL_ENDINGS and title[start - 1 : start].isdigit():
            written = word.lower()
        else:
            written = _readable(word, body, lower_body)
        opening = found["opening"]
        return written if opening is None else opening + written[0].upper() + written[1:]

    return _WORD.sub(rewritten, title)


def readable_name(name: str, body: str) -> str:
    """The name of an organisation as it is to be cited: one in capitals as the body of its release writes it, or each
    word with a capital, except small words and what the body has in capitals among other words (UNODC).
    """
    if not is_shouted(name):
        return name
    body = body[:_REACH].replace(name, "\n")
    lower_body = body.lower()
    for found in re.finditer(re.escape(name), body, re.IGNORECASE):
        if found[0][0].isupper() and not is_shouted(found[0]):
            return found[0]

    def rewritten(found: re.Match[str]) -> str:
        word = found[0]
        if not word.isupper():
            return word
        if word in _SMALL_IN_NAMES and found.start():
            return word.lower()
        known = _form_in(word, body, lower_body)
        keeps = known.isupper() if known else _unknown(word) == word != "LTD"
        return word if keeps or _INITIALS.match(word) else word.capitalize()

    return _NAME_WORD.sub(rewritten, name)


def _readable(word: str, body: str, lower_body: str) -> str:
    if word in _SMALL:
        return word.lower()
    if "." in word:
        if _INITIALS.match(word):
            return word
        if _TITLE.fullmatch(word):
            return word.capitalize()
    bare = word.removesuffix(".")
    stop = word[len(bare) :]
    if known := _form_in(bare, body, lower_body):
        return known + stop
    name, apostrophe, ending = bare.replace("’", "'").rpartition("'")
    if apostrophe:
        return (_form_in(name, body, lower_body) or _unknown(name)) + bare[len(name)] + ending.lower() + stop
    return _unknown(bare) + stop


def _unknown(word: str) -> str:
    if word.lower() in _CAPITALISED:
        return word.capitalize()
    return word if word in _KEPT or (not _VOWEL.search(word) and len(word) > 1) else word.lower()


def _form_in(word: str, body: str, lower_body: str) -> str | None:
    """How the body writes the word: twice the same within its sentences, or else as it begins them."""
    sought = word.lower()
    within: set[str] = set()
    opening = None
    end = 0
    for _ in range(_OCCURRENCES):
        at = lower_body.find(sought, end)
        if at < 0:
            break
        end = at + len(sought)
        form = body[at:end]
        if body[at - 1 : at].isalnum() or body[end : end + 1].isalnum():
            continue
        if form.islower() or form in within:
            return form
        if form.isupper() and body[max(0, at - _BESIDE) : end + _BESIDE].isupper():
            continue
        if _SENTENCE_START.search(body[max(0, at - _BESIDE) : at]):
            opening = opening or form
        else:
            within.add(form)
    return min(within) if within else opening
