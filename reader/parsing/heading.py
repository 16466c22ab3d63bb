"""What the top of a release says about it: notice, symbol, headline, standfirst, day, places, issuer."""

import datetime
import re
from dataclasses import dataclass, field

from reader.model import DateSource, ParagraphKind
from reader.parsing.layout import Layout

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}),? (\d{{4}})|({'|'.join(_MONTHS)}) (\d{{1,2}}),? (\d{{4}})")
_SYMBOL = re.compile(r"[A-Z]{2,}(?:/[A-Z0-9.]+)+")
_NOTICE = re.compile(r"for information only.*|.*not an official document.*|for immediate release", re.I)
_DATELINE = re.compile(r"([A-Z][A-Z ./,]{2,40}?), (?:\d{1,2} [A-Z][a-z]+ )?(?:\(([^)]+)\) )?[-–—] ")


@dataclass(frozen=True, slots=True)
class Heading:
    """The metadata of a release and, by paragraph, the part of the head it was found in."""

    title: str | None = None
    display_title: str | None = None
    standfirst: str | None = None
    symbol: str | None = None
    date: datetime.date | None = None
    date_source: DateSource = "none"
    places: tuple[str, ...] = ()
    issuer: str | None = None
    author: str | None = None
    url: str | None = None
    notice: str | None = None
    embargo: str | None = None
    language: str | None = None
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)


def read_heading(layout: Layout) -> Heading:
    """The metadata found in the first paragraphs of a laid out release."""
    found: dict[str, object] = {}
    kinds: dict[int, ParagraphKind] = {}
    for index, paragraph in enumerate(layout.paragraphs[:12]):
        line = layout.text[paragraph.start : paragraph.end]
        if dateline := _DATELINE.match(line):
            found["places"] = tuple(place.strip().title() for place in dateline[1].split("/"))
            found["issuer"] = dateline[2]
            break
        name, kind = _part(line, found)
        if name is None or kind is None:
            break
        kinds[index] = kind
        found.setdefault(name, _day(line) if name == "date" else line)
    found.pop("label", None)
    if found.get("date"):
        found["date_source"] = "text"
    return Heading(**found, display_title=found.get("title"), kinds=kinds)  # type: ignore[arg-type]


def _part(line: str, found: dict[str, object]) -> tuple[str | None, ParagraphKind | None]:
    if _NOTICE.fullmatch(line):
        return "notice", "head"
    if _SYMBOL.fullmatch(line):
        return "symbol", "head"
    if _DATE.fullmatch(line):
        return "date", "head"
    if len(line) > 250:
        return None, None
    if "title" not in found:
        return "title", "title"
    return ("standfirst", "standfirst") if "standfirst" not in found and not line.endswith((".", ":")) else (None, None)


def _day(line: str) -> datetime.date | None:
    found = _DATE.search(line)
    if not found:
        return None
    day, month, year = found[1] or found[5], found[2] or found[4], found[3] or found[6]
    try:
        return datetime.date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
