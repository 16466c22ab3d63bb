"""What a release says about itself: headline, standfirst, symbol, day, places, issuer, embargo, language.

The day is taken from a line of its own above the body, then from the dateline, then from a line of its own below the
body, then from the file's name, and never from the prose: the first full date in a text is another day for one release
in eight. Where the lines above the body name two days, or head and dateline differ by more than a week, there is none.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.model import DateSource, ParagraphKind
from reader.parsing.closing import name_parts
from reader.parsing.datelines import WIRE, read_dateline
from reader.parsing.dates import find_days, names_a_year, whole_day
from reader.parsing.head import Head, read_head
from reader.parsing.headwords import EMBARGO
from reader.parsing.issuers import read_closing, read_lawmaker_lead, read_lead
from reader.parsing.languages import find_language
from reader.parsing.layout import Layout
from reader.parsing.months import MONTHS
from reader.parsing.titles import readable_title


@dataclass(frozen=True, slots=True)
class Heading:
    """The metadata of a release, `None` where the release does not say it, and the part of each of its paragraphs."""

    title: str | None
    display_title: str | None
    standfirst: str | None
    symbol: str | None
    date: datetime.date | None
    date_source: DateSource
    places: tuple[str, ...]
    issuer: str | None
    author: str | None
    url: str | None
    notice: str | None
    embargo: str | None
    language: str | None
    kinds: tuple[ParagraphKind, ...]


_ONE_WEEK = datetime.timedelta(days=7)
_LAST_LINES = 30
_SIGNED_LINES = 4
_LONGEST_SIGNATURE = 80
_DEEPEST = 4
_EMBARGO_REACH = 8
_LONGEST_EMBARGO = 160
_URL = re.compile(
    r"(?:view (?:the )?(?:source|original)[^:]{0,60}|permalink|source url|original url): ?(https?://\S+)", re.I
)
_WEB_ADDRESS = re.compile(r"https?://\S+", re.I)
_DAY_IN_NAME = re.compile(r"(?P<day>\d(?<!\d\d)\d?)[-_ ]?(?P<month>[A-Za-z]{3,9})[-_ ]?(?P<year>(?:19|20)\d\d)(?!\d)")
_NUMBERS_IN_NAME = re.compile(
    r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)(?P<mark>[-_./]?)(?P<month>[01]\d)[-_./]?(?P<day>[0-3]\d)(?!\d)"
)


def read_heading(layout: Layout, fields: Mapping[str, str], path: str | None = None) -> Heading:
    """The metadata of a laid out release; `fields` are front matter, `path` gives a day where nothing else does."""
    text = layout.text
    lines = [text[start:end] for start, end in layout.paragraphs]
    head = read_head(lines, layout.headings, layout.tight, stripped=layout.stripped)
    for index in range(head.body, min(head.body + _EMBARGO_REACH, len(lines))):
        if len(lines[index]) < _LONGEST_EMBARGO and EMBARGO.match(lines[index]):
            head.said.setdefault("embargo", lines[index])
            head.kinds[index] = "head"
    kinds = name_parts(lines, head.kinds, layout.headings, stripped=layout.stripped)
    body = text[layout.paragraphs[head.body].start :] if head.body < len(lines) else ""
    last_lines = lines[max(head.body, len(lines) - _LAST_LINES) :]
    said = {**head.said, **fields}
    title = said.get("title")
    date, source = _day(head, fields, last_lines, path)
    return Heading(
        title=title,
        display_title=readable_title(title, body) if title else None,
        standfirst=said.get("standfirst") or said.get("subtitle") or said.get("description"),
        symbol=said.get("symbol") or said.get("number"),
        date=date,
        date_source=source,
        places=head.dateline.places if head.dateline else (),
        issuer=_issuer(head, said, last_lines, lines[head.body] if head.body < len(lines) else "", layout.stripped),
        author=said.get("author"),
        url=_given_address(said) or _own_address(text, last_lines),
        notice=said.get("notice"),
        embargo=said.get("embargo"),
        language=_language_code(said.get("language") or said.get("lang")) or find_language(body or text),
        kinds=tuple(kinds),
    )


def _day(
    head: Head, fields: Mapping[str, str], last_lines: Sequence[str], path: str | None
) -> tuple[datetime.date | None, DateSource]:
    """The day of the release and where it was found."""
    written = next(find_days(fields.get("date", "")), None)
    if written:
        return written.day, "text"
    days = set(head.days)
    dateline = head.dateline.day if head.dateline else None
    if len(days) > 1 or (days and dateline and abs(dateline - min(days)) > _ONE_WEEK):
        return None, "none"
    if days:
        return min(days), "text"
    if dateline:
        return dateline, "dateline"
    signed = {day for line in last_lines[-_SIGNED_LINES:] if (day := _signed_day(line))}
    if len(signed) == 1:
        return min(signed), "text"
    named = _day_in_path(path) if path else None
    return (named, "file") if named else (None, "none")


def _signed_day(line: str) -> datetime.date | None:
    """The day of a line such as "Vienna, 24 May 2017" below the body."""
    if len(line) > _LONGEST_SIGNATURE or not names_a_year(line):
        return None
    if day := whole_day(line):
        return day
    dateline = read_dateline(line)
    return dateline.day if dateline and dateline.end == len(line) else None


def _day_in_path(path: str) -> datetime.date | None:
    """A day that the name of the file or of its folders gives: 15Mar2005x.txt, 2017-05-24.txt, 2017/0524/x.txt."""
    parts = path.replace("\\", "/").split("/")[-_DEEPEST:]
    for part in (parts[-1], "/".join(parts)):
        for pattern in (_DAY_IN_NAME, _NUMBERS_IN_NAME):
            for found in pattern.finditer(part):
                month = MONTHS.get(found["month"].lower()) or (int(found["month"]) if found["month"].isdigit() else 0)
                try:
                    return datetime.date(int(found["year"]), month, int(found["day"]))
                except ValueError:
                    continue
    return None


def _issuer(head: Head, said: Mapping[str, str], last_lines: Sequence[str], first: str, stripped: bool) -> str | None:
    if issuer := said.get("issuer") or said.get("organisation") or said.get("organization") or said.get("publisher"):
        return issuer
    dateline = head.dateline
    if dateline and dateline.service and not WIRE.search(dateline.service):
        return dateline.service
    lead = first[dateline.end :] if dateline and dateline.end < len(first) else first
    return (
        read_closing(last_lines)
        or read_lawmaker_lead(lead)
        or (None if stripped else read_lead(lead))
        or said.get("office")
    )


def _given_address(said: Mapping[str, str]) -> str | None:
    """The address among the fields, of the web only: what cites a release makes it a link."""
    addresses = (said.get(name, "") for name in ("url", "link", "permalink"))
    return next(filter(_WEB_ADDRESS.fullmatch, addresses), None)


def _own_address(text: str, last_lines: Sequence[str]) -> str | None:
    for line in last_lines if "http" in text else ():
        if "http" in line and (found := _URL.search(line)):
            return found[1]
    return None


def _language_code(written: str | None) -> str | None:
    return written[:2].lower() if written and re.fullmatch(r"[A-Za-z]{2}(?:[-_]\w+)?", written) else None
