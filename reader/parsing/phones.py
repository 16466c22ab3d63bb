"""Telephone numbers: where they stand in a text, and what they are in E.164.

The patterns know how numbers are grouped, not which numbers exist; phonenumbers decides that, and since it is slow to
load and to ask, it is asked only about candidates, and about each of them once. A whole text is searched only for runs
of digits and signs between them, which is what keeps it quick; the finer patterns look at nothing but such runs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.parsing.regions import Regions

_DIGITS = "0-9٠-٩۰-۹０-９"
_BLANKS = " \t\u00a0\u202f\u2009"
_RUN = re.compile(rf"[{_DIGITS}](?<![{_DIGITS}]{{2}})[{_DIGITS}{_BLANKS}()（）./·‐‑–-]{{4,}}[{_DIGITS}]")
_ASCII_RUN = re.compile(r"[0-9](?<![0-9]{2})[0-9 \t()./-]{4,}[0-9]")
_ASCII_BETWEEN = b" \t()./-"
_ZERO_FOR_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_DIGIT = re.compile(rf"[{_DIGITS}]+")
_JOIN = rf"(?:[{_BLANKS}]?[-‐‑–.·()（）][-–()（）]?[{_BLANKS}]?|[{_BLANKS}]{{1,3}}|/)?"
_GENERAL = re.compile(rf"[(（]?\+?[{_BLANKS}]?\(?\d(?:{_JOIN}\d){{5,17}}(?!\d)")
_NORTH_AMERICAN = re.compile(
    rf"\(?(?:\+?1[-. /]{{1,2}})?(?:\([2-9]\d\d\)|[2-9]\d\d\)?)[{_BLANKS}]?[-–./]?[{_BLANKS}]{{0,2}}"
    r"[2-9]\d\d[-–. ]{1,3}\d{4}(?!\d)"
)
_VANITY = re.compile(
    r"8(?:00|33|44|55|66|77|88)\)?[-. ](?=[0-9-]*[A-Z]{2})(?P<word>[A-Z0-9]{3,}(?:-[A-Z0-9]{1,8}){0,3})\b"
    r"(?:[ \t]?\([\d-]{7,14}\))?"
)
_EXTENSION = re.compile(
    r"[ \t,;]{0,3}\(?(?:ext(?:ension|n)?|poste|durchwahl|dw|nebenstelle|interno|int|anexo|ramal|доб|вн|转|內線|内线|"
    r"تحويلة|x|#)(?![^\W\d_])[ .:]{0,3}(\d{1,6})\)?(?!\d)",
    re.I,
)
_ALTERNATIVES = re.compile(r"(?:[ \t]?/[ \t]?[-–]?\d{1,4}(?!\d|[ \t./-]\d))+")
_ALTERNATIVES_WITHIN = re.compile(r"(?<=\d{4})(?:/[-–]?\d{1,4})+$")
_GROUPED = re.compile(
    r"\(?\+.*|\(?\d{3}\)?[-/. ]+\d{2,3}-\d*|0\d{1,4}[-/ ][\d ]+|\d{3}[- ]\d{4}|\(?\d{2,4}\)?(?:[-. ]\d{2,4}){2,}"
)
_AFTER_A_YEAR = re.compile(r"(?:\d{1,2}[ ]+)?(?:19|20)\d\d[ ]+")
_OF_FICTION = re.compile(r"\+44(?:1632960|7700900)\d{3}|\+3363998\d{4}")
_NORTH_AMERICAN_PLAN = re.compile(r"\+1[2-9]\d\d[2-9]\d{6}")
_FEWEST_DIGITS = 7
_DIGITS_ENOUGH = b"0" * _FEWEST_DIGITS
_SHORTEST = len("+1234567")
_LONGEST = len("+123456789012345")
_NOT_A_NUMBER = re.compile(
    r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d|"
    r"\d{5}[- ]\d{4}|\d{1,3}(?:[.,]\d{3})+"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number as written. `start` and `end` take in the extension, which `as_written` leaves out."""

    start: int
    end: int
    as_written: str
    extension: str | None = None


def find_numbers(text: str) -> list[Number]:
    """What is grouped like a telephone number in `text`, in order."""
    found = [_spelled(text, match) for match in _VANITY.finditer(text)] if "8" in text else []
    if text.isascii() and not _holds_digits_enough(text):
        return found
    spelled = frozenset(place for number in found for place in range(number.start, number.end))
    for run in (_ASCII_RUN if text.isascii() else _RUN).finditer(text):
        if run.start() not in spelled and sum(map(str.isdigit, run[0])) >= _FEWEST_DIGITS:
            found.extend(_in_run(text, run.start(), run.end()))
    return sorted(found, key=lambda number: number.start) if spelled else found


def _holds_digits_enough(text: str) -> bool:
    """Whether a run of plain ASCII has digits enough: most texts have none, and bytes tell it far quicker."""
    return _DIGITS_ENOUGH in text.encode().translate(_ZERO_FOR_DIGITS, _ASCII_BETWEEN)


def _spelled(text: str, match: re.Match[str]) -> Number:
    start = match.start()
    start -= text[max(0, start - 1) : start] == "("
    prefix = next((sign for sign in ("+1-", "+1 ", "1-", "1 ", "1.") if text.endswith(sign, 0, start)), "")
    return Number(start - len(prefix), match.end(), text[start - len(prefix) : match.end("word")])


def _in_run(text: str, at: int, run_end: int) -> Iterator[Number]:
    least = 0
    while digit := _DIGIT.search(text, at, run_end):
        begin = digit.start()
        while begin > max(least, digit.start() - 3) and text[begin - 1] in "(（+":
            begin -= 1
        match = _match_number(text, begin)
        if match and _is_plausible(text, match):
            numbers = tuple(_with_alternatives(text, match))
            yield from numbers
            at = least = numbers[-1].end
        else:
            at = least = match.end() if match else digit.end()


def _match_number(text: str, at: int) -> re.Match[str] | None:
    american = _NORTH_AMERICAN.match(text, at)
    if american:
        return american
    general = _GENERAL.match(text, at)
    year = general and _AFTER_A_YEAR.match(text, at)
    return (year and _NORTH_AMERICAN.match(text, year.end())) or general


def _is_plausible(text: str, match: re.Match[str]) -> bool:
    written = match.group()[: _first_length(match)].strip("() ")
    digits = sum(map(str.isdigit, written))
    before = text[match.start() - 1] if match.start() else " "
    within_a_figure = before in ".,:" and match.start() > 1 and text[match.start() - 2].isdigit()
    return (
        _FEWEST_DIGITS <= digits <= (17 if "+" in written else 14)
        and before not in "$€£=_%#&"
        and not within_a_figure
        and not _NOT_A_NUMBER.fullmatch(written)
    )


def _with_alternatives(text: str, match: re.Match[str]) -> Iterator[Number]:
    """`26060-4521/13` is two numbers: the second replaces as many of the first's last digits as it has."""
    start = match.start()
    last = start + _first_length(match)
    if ")" not in text[start:last]:
        start += text.startswith("(", start)
    first = text[start:last]
    alternatives = _ALTERNATIVES.match(text, last)
    extension = None if alternatives else _EXTENSION.match(text, last)
    yield Number(start, extension.end() if extension else last, first, extension[1] if extension else None)
    if alternatives:
        for other in re.finditer(r"\d+", alternatives.group()):
            place = last + other.start()
            yield Number(place, last + other.end(), first[: -len(other.group())] + other.group())


def _first_length(match: re.Match[str]) -> int:
    """How much of the match is the first number: it ends before alternatives and before an open bracket."""
    written = match.group()
    opened = written.rfind("(")
    if opened > 0 and ")" not in written[opened:]:
        return len(written[:opened].rstrip())
    within = _ALTERNATIVES_WITHIN.search(written)
    return within.start() if within and sum(map(str.isdigit, written[: within.start()])) > 6 else len(written)


def is_grouped(written: str) -> bool:
    """Whether digits that no country knows as a number are yet grouped as one, as a date or a sum of figures is not."""
    return _GROUPED.fullmatch(written) is not None


@lru_cache(maxsize=8192)
def to_e164(written: str, regions: Regions) -> str | None:
    """The number in E.164, read as of the first region in which it is valid, or else possible; or `None`.

    A region that the release points to comes before one that is only guessed, even where the number is merely possible.
    In a guessed one that is not enough, nor is a number without the 0 that is dialled there: one of another country
    would be given a false country code. For the one of the settings it is, where no other has the number.
    """
    dialled = re.sub(r"^\(?00(?=\d)", "+", _truncated(written))
    if dialled.lstrip("( ").startswith("+"):
        return _in_regions(dialled, ("US",))
    e164 = _in_regions(dialled, regions.known) or _in_regions(dialled, regions.guessed, are_guessed=True)
    return e164 or _in_regions(dialled, regions.chosen)


def _in_regions(dialled: str, regions: tuple[str, ...], *, are_guessed: bool = False) -> str | None:
    import phonenumbers

    possible = None
    digits = _DIGIT.search(dialled)
    has_prefix = digits is not None and int(digits[0][0]) < 2  # 1 begins numbers that are free of charge
    for region in regions:
        try:
            number = phonenumbers.parse(dialled, region)
        except phonenumbers.NumberParseException:
            continue
        e164 = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
        if not _SHORTEST <= len(e164) <= _LONGEST:
            continue
        if number.country_code == 1 and not _NORTH_AMERICAN_PLAN.fullmatch(e164):
            continue
        if are_guessed and not has_prefix and phonenumbers.ndd_prefix_for_region(region, True) == "0":
            continue
        if phonenumbers.is_valid_number(number) or _OF_FICTION.fullmatch(e164):
            return e164
        if are_guessed:
            continue
        is_dialled_here = region == regions[0] or dialled.lstrip("( ").startswith("0")
        reason = phonenumbers.is_possible_number_with_reason(number)
        if is_dialled_here and reason == phonenumbers.ValidationResult.IS_POSSIBLE:
            possible = possible or e164
    return possible


def _truncated(written: str) -> str:
    """A vanity number without the letters that are too many to dial (`1-866-SECTOR-ETF`)."""
    if not any(map(str.isalpha, written)):
        return written
    kept = "".join(filter(str.isalnum, written))
    return kept[: 11 if kept[0] == "1" else 10]
