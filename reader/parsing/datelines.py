"""The dateline that opens the body: places, day and the service that sends the release.

A dateline is told from a heading such as "BACKGROUND - ..." by what stands before the dash: nothing but names, a day,
an hour and a service in brackets or slashes, and, where it has neither day nor service, a place that is in capitals,
known or followed by its state. In texts that lost their punctuation only places in capitals and Washington can be told.
"""

import datetime
import re
from typing import NamedTuple

from reader.parsing.dates import find_day_and_month, find_days
from reader.parsing.months import WEEKDAYS
from reader.parsing.places import CITIES, REGIONS


class Dateline(NamedTuple):
    """What a dateline says; `end` is where the prose after it begins. `service` is an issuer or a commercial wire."""

    places: tuple[str, ...]
    end: int
    day: datetime.date | None = None
    service: str | None = None


LONGEST_DATELINE = 220
_QUOTATION_MARKS = ('"', "'", "“", "‘", "«", "„")
_SEPARATOR = re.compile(r"[-–—:.](?:(?<=-)(?:-{1,2}|(?<=[\w\s.,)/]-)(?=\s))\s*|(?<=[–—])[–—]?\s*|(?<=[:.])\s(?=\S))")
_MOST_SEPARATORS = 8
_LONGEST_PLACES = 60  # of a dateline alone on its line and without a day; what is longer is a headline in capitals
_OPENING = re.compile(  # all that a dateline is made of: capitals, numbers with a month behind them, brackets and marks
    r"(?:[^\W\d_a-zß-öø-ÿа-я][\w.'’\u064b-\u0655\u0670]*+|[\s,.;&@)|–—-]"
    r"|\d[\w.:]*+(?: (?:de |d['’])?[^\W\d_]{3,14}\.?(?: de)?)?"
    r"|\([^()]{2,60}\)|/ ?[^/()]{2,50} ?/"
    r"|(?:de|da|do|del|della|di|du|la|le|les|el|al|of|and|the|sur|am|an|der|den|upon|on|und|e|y|et|em|dia|at|à)\b"
    rf"|(?:г|года|р|року|r)\b\.?|(?:{'|'.join(sorted(WEEKDAYS))})\b|[/(])++:?",
)
_MARK = re.compile(r"[-–—:]|\d.*\.|/\s*$")
_SERVICE = re.compile(r"\((?P<bracketed>[^()]{2,60})\)|(?:^|(?<=\s))/\s?(?P<slashed>[^/()]{2,50}?)\s?/(?=\s|$)")
WIRE = re.compile(
    r"wire\b|newswire|presswire|news ?direct|press ?release|newsfile|prweb|cision|newsworthy|issuewire|getnews"
    r"|send2press|europa press|^(?:ots|ap|afp|dpa|reuters|tass|тасс|xinhua|ani|pti|ians|efe|cnw|ein)\b",
    re.I,
)
_NO_SERVICE = re.compile(r"[RDI] ?-|.*\b(?:NYSE|NASDAQ|OTC\w*|TSX\w*|LSE|AIM|ASX)\b|[\W\d]*$", re.I)
_HOUR = re.compile(
    r"(?:@ ?|at )?\b\d{1,2}[:.h]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: (?:[A-Z]{2,5}|Pacific|Eastern|Central|Mountain)\b)?(?: Time)?"
)
_BESIDE_DAY_BEFORE = re.compile(r"[ ,]+(?:le|den|der|am|el|a|em|dia)$")
_BESIDE_DAY_AFTER = re.compile(r"^\s?(?:г|года|р|року|r)\b\.?")
_SIGNS = r"[\w.'’\u064b-\u0655\u0670]"
_WORD = rf"[^\W\d_a-zß-öø-ÿа-я]{_SIGNS}*+(?:-{_SIGNS}++)*+"
_PARTICLE = r"(?:de|da|do|del|della|di|du|la|le|el|al|of|and|the|sur|am|an der|upon|on|der|und|e|y|et)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{0,4}}"
_PLACE = re.compile(rf"{_NAME}(?:, ?{_NAME}){{0,3}}")
_NEXT_PLACE = re.compile(r"\s*[/;]\s*|\s+(?:and|AND|&)\s+")
_DAY_FIRST = re.compile(
    rf"[,:]? (?P<place>{_NAME}(?:, {_NAME}){{0,2}})(?:, (?=(?:On|The|In|At|Today|As|An?|This)\b)| ?[–—-] )"
)
_CHINESE = re.compile(
    r"(?P<service>[\u4e00-\u9fff]{2,6}社)?(?P<place>[\u4e00-\u9fff]{2,6}?)(?:\d{4}年)?\d{1,2}月\d{1,2}日[电電讯訊]：?\s?"
)
_STRIPPED = re.compile(
    r"(?P<place>(?:(?P<state>(?:[A-Z]{3,} ){1,3}(?:D ?C|[A-Z]{2})|Washington D ?C)|[A-Z]{4,}(?: [A-Z]{4,})?)\b)"
    r"(?= (?:U S\b|[A-Z][a-z]|I ))"
)
_WITHOUT_DASH = re.compile(
    r"(?P<place>[A-Z]{3}[A-Z.]*(?: [A-Z]{2,}){0,2}, (?P<state>[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,9}\.))"
    r" (?=[A-Z][\w.]+ )"
)
_NO_PLACES = """
note background update contact who what when where why fact summary correction advisory media press news statement alert
text video audio photo editor editors attention release immediate embargo embargoed subject re
"""
_NO_PLACE = frozenset(_NO_PLACES.split())
_STATE_LENGTH = 3
_DIGIT = re.compile(r"\d")
_FIRST_REACH = 25
_LEAP_YEAR = 2000
_KEPT_CAPITALS = frozenset({"DC", "D.C.", "US", "U.S.", "USA", "UK", "UAE", "UN"})
_LOWER = frozenset({"De", "Da", "Do", "Del", "Of", "And", "Sur", "Am", "Upon", "On", "Der", "An"})
_LETTERS = re.compile(r"[^\W\d_]+")


def read_dateline(line: str, year: int | None = None, *, stripped: bool = False) -> Dateline | None:
    """The dateline that `line` opens with; a day that names no year is taken to be in `year`."""
    if stripped:
        found = _STRIPPED.match(line)
        if not found or not (found["state"] or found["place"].lower() in CITIES):
            return None
        return Dateline((place_name(found["place"]),), found.end() + 1)
    if line.startswith(_QUOTATION_MARKS):
        return None
    if not line.isascii() and (found := _CHINESE.match(line)):
        return Dateline((found["place"],), found.end(), None, found["service"])
    if (found := _WITHOUT_DASH.match(line)) and found["state"].replace(".", "").lower() in REGIONS:
        return Dateline((place_name(found["place"]),), found.end())
    sample = line[:LONGEST_DATELINE].replace("،", ",")
    opening = _OPENING.match(sample)
    if not opening or not (_MARK.search(opening[0]) or opening.end() == len(line)):
        return _day_first(sample)
    ends = [found.span() for found in _SEPARATOR.finditer(opening[0]) if found.start() > 1]
    if opening.end() == len(line) and (len(line) <= _LONGEST_PLACES or _DIGIT.search(line)):
        ends.append((len(line), len(line)))
    for start, end in reversed(ends[:_MOST_SEPARATORS]):
        if dateline := _read(sample, start, end, year):
            return dateline
    return _day_first(sample)


def _read(sample: str, start: int, end: int, year: int | None) -> Dateline | None:
    """What stands before the separator `sample[start:end]`, if all of it belongs to a dateline."""
    needs_day = sample[start:end][:1] in {":", "."}
    if needs_day and not _DIGIT.search(sample, 0, start):
        return None
    service, rest = _take_service(sample[:start])
    has_day, day, rest = _take_day(rest, year)
    rest = " ".join(rest.split()).strip(" ,-–—@")
    enclosed = rest.startswith("(") and rest.endswith(")")
    places = _NEXT_PLACE.split(rest.strip("()")) if rest else []
    if not all(_PLACE.fullmatch(place) for place in places):
        return None
    if needs_day and not (has_day and places):
        return None
    alone = start == end
    sure = has_day or (service is not None and WIRE.search(service) is not None)
    if alone and places and (len(places[0].split()) > _STATE_LENGTH or not any(find_days(sample))):
        sure = False
    if not sure and not (places and _is_place(places[0], alone=alone, enclosed=enclosed or bool(service))):
        return None
    if places and _LETTERS.findall(places[0].lower())[0] in _NO_PLACE:
        return None
    return Dateline(tuple(map(place_name, places)), end, day, service) if places or day else None


def _take_service(prefix: str) -> tuple[str | None, str]:
    """The service in brackets or slashes, and the prefix without it; a whole prefix in brackets is a place."""
    found = _SERVICE.search(prefix, 1)
    if not found:
        return None, prefix
    service = (found["bracketed"] or found["slashed"]).strip()
    if next(find_days(service), None):
        return None, f"{prefix[: found.start()]} {service} {prefix[found.end() :]}"
    if _NO_SERVICE.match(service):
        return None, prefix
    return service, prefix[: found.start()] + " " + prefix[found.end() :]


def _take_day(prefix: str, year: int | None) -> tuple[bool, datetime.date | None, str]:
    """Whether there is a day, which one if its year is known, and the place, which is before it or else after."""
    if not _DIGIT.search(prefix):
        return False, None, prefix
    found = next(find_days(prefix), None)
    day = found.day if found else None
    if not found and (found := find_day_and_month(prefix, year or _LEAP_YEAR)):
        day = found.day if year else None
    if not found:
        return False, None, prefix
    words = prefix[: found.start].split()
    before = _BESIDE_DAY_BEFORE.sub("", " ".join(word for word in words if word.strip(".,").lower() not in WEEKDAYS))
    after = _HOUR.sub(" ", _BESIDE_DAY_AFTER.sub("", prefix[found.end :], count=1))
    both = _LETTERS.search(before) and _LETTERS.search(after)
    return True, day, prefix if both else f"{before} {after}"


def _is_place(place: str, *, alone: bool, enclosed: bool) -> bool:
    """Whether a name without a day is a place: a known city, one with its state, or one in capitals before prose."""
    place = place.replace("D C", "DC")
    if len(place.replace(".", "")) <= _STATE_LENGTH:
        return False
    parts = [part.strip() for part in place.split(",")]
    if not CITIES.isdisjoint({parts[0].lower(), place.lower(), place.rpartition(" ")[0].lower()}):
        return True
    state, last_word = parts[-1].replace(".", "").lower(), place.split()[-1]
    if len(parts) > 1 and (state in REGIONS or parts[-1].lower() in REGIONS):
        return True
    if last_word.isupper() and not place.isupper() and last_word.replace(".", "").lower() in REGIONS:
        return True
    in_capitals = place.isupper() and len(place.split()) <= _STATE_LENGTH
    return (in_capitals and not alone) or (enclosed and len(parts) > 1)


def _day_first(sample: str) -> Dateline | None:
    """A dateline that begins with its day: "December 23, 2024, Hangzhou, China, On ..."."""
    day = next(find_days(sample, 0, _FIRST_REACH), None) if _DIGIT.search(sample, 0, _FIRST_REACH) else None
    if not day or day.start:
        return None
    found = _DAY_FIRST.match(sample, day.end)
    return Dateline((place_name(found["place"]),), found.end(), day.day) if found else None


def place_name(written: str) -> str:
    """A place in readable case: "ST. PAUL, MN" is "St. Paul, MN"."""
    parts = written.strip(" ,").split(", ")
    return ", ".join(_readable(part, is_state=number > 0) for number, part in enumerate(parts))


def _readable(part: str, *, is_state: bool) -> str:
    bare = part.replace(".", "").replace(" ", "")
    if not part.isupper() or (len(bare) <= _STATE_LENGTH and (is_state or "." in part or bare.lower() in REGIONS)):
        return part
    names = part.split(" ")
    has_state = len(names) > 1 and len(names[-1]) < _STATE_LENGTH and names[-1].lower() in REGIONS
    words = [word if word in _KEPT_CAPITALS else _capitalised(word) for word in names]
    words[-1] = names[-1] if has_state else words[-1]
    return " ".join(word.lower() if number and word in _LOWER else word for number, word in enumerate(words))


def _capitalised(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)
