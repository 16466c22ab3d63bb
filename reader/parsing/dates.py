"""Days as releases write them, in many languages and orders.

Numbers alone are read only where they cannot mean two days: `24.05.2017` is always day first, `2017-05-24` year first,
but `05/06/2017` is the fifth of June to one reader and the sixth of May to another, and so no day at all. The search
starts at the years, which are few, and looks at the words around them: much faster than one pattern with every month.
"""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.parsing.months import MONTHS, WEEKDAYS


class FoundDay(NamedTuple):
    """A day and the stretch of the text that says it."""

    start: int
    end: int
    day: datetime.date


_YEAR = re.compile(r"(?:19|20|١٩|٢٠|۱۹|۲۰)\d\d(?!\d)(?<!\d{5})")
_REACH = 48

_ORDINAL = r"(?:st|nd|rd|th|er|re|º|ª|°|\.|-?(?:го|е|а))?"
_MONTH_DAY = rf"(?<![^\W\d_])(?P<month>[^\W\d_]{{3,14}})(?:\. ?| )(?P<day>\d{{1,2}}){_ORDINAL}(?!\d)"
_DAY_MONTH = (
    rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL},? ?(?:(?:de|do|del|of|di) |d['’])?(?P<month>[^\W\d_]{{3,14}})\.?"
    r"(?: ?/ ?[^\W\d_]{3,14})?"
)
_MONTH_DAY_YEAR = re.compile(_MONTH_DAY + r"[ ,']{1,3}(?:de )?$", re.I)
_DAY_MONTH_YEAR = re.compile(_DAY_MONTH + r"[ ,']{1,3}(?:(?:de|del|do|anul) )?$", re.I)
_DAY_AND_MONTH = (re.compile(_DAY_MONTH, re.I), re.compile(_MONTH_DAY, re.I))
_NUMBERS = re.compile(r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)$")
_VIETNAMESE = re.compile(r"(?<!\d)(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm $", re.I)
_YEAR_FIRST = re.compile(
    r"\d{4}(?:-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
    r"| ?[年년] ?(?P<cjk_month>\d{1,2}) ?[月월] ?(?P<cjk_day>\d{1,2}) ?[日일]"
    r"|\.? (?:m\. )?(?P<name>[^\W\d_]{3,14}) (?P<late_day>\d{1,2})(?!\d))"
)
_BLANKS_FOR_MARKS = re.compile(r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)")
_LONGEST_LINE = 80
_HOUR = re.compile(r"\d{1,2}[:.]\d\d\b(?!\.?\d)")
_WORDS = re.compile(r"[^\W\d_]+(?:-feira)?")
_BESIDE_A_DAY = """
date dated issue released release published posted issued updated on the le den der am el em dia ngày г года
году р рік року r roku am pm est edt gmt utc cet press news of du del da vom von
发布日期 发布时间 日期 發布日期 發佈日期 発表日 التاريخ дата datum fecha data date
"""
_WITH_A_DAY = WEEKDAYS | frozenset(_BESIDE_A_DAY.split())


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDay]:
    """The full days that `text[start:end]` names, in order; impossible ones (30 February) are passed over."""
    for year in _YEAR.finditer(text, start, len(text) if end is None else end):
        if found := _year_last(text, year) or _year_first(text, year):
            yield found


def names_a_year(text: str) -> bool:
    """Whether there is a year in the text, without which no full day is."""
    return _YEAR.search(text) is not None


def find_day_and_month(text: str, year: int) -> FoundDay | None:
    """The first day that names no year ("24 May"), taken to be in `year`."""
    for pattern in _DAY_AND_MONTH:
        for found in pattern.finditer(text):
            if day := _day(year, MONTHS.get(found["month"].lower()), found["day"]):
                return FoundDay(*found.span(), day)
    return None


def whole_day(line: str) -> datetime.date | None:
    """The day of a line that says nothing else but, perhaps, the weekday, one hour (two are an event's) or "Date:"."""
    if len(line) > _LONGEST_LINE or not _YEAR.search(line) or len(_HOUR.findall(line)) > 1:
        return None
    if numbers := _BLANKS_FOR_MARKS.fullmatch(line):
        return _from_numbers(int(numbers[3]), numbers[1], numbers[2], "/")
    found = next(find_days(line), None)
    if not found:
        return None
    rest = _WORDS.findall((line[: found.start] + " " + line[found.end :]).lower())
    return found.day if all(word in _WITH_A_DAY for word in rest) else None


def _year_last(text: str, year: re.Match[str]) -> FoundDay | None:
    floor = max(0, year.start() - _REACH)
    stretch = text[floor : year.start()]
    found: re.Match[str] | None
    if found := _NUMBERS.search(stretch):
        day = _from_numbers(int(year[0]), found["first"], found["second"], found["mark"])
        return FoundDay(floor + found.start(), year.end(), day) if day else None
    if found := _VIETNAMESE.search(stretch):
        day = _day(int(year[0]), int(found["month"]), found["day"])
        return FoundDay(floor + found.start(), year.end(), day) if day else None
    for pattern in (_MONTH_DAY_YEAR, _DAY_MONTH_YEAR):
        if found := pattern.search(stretch):
            month = MONTHS.get(found["month"].lower())
            if day := _day(int(year[0]), month, found["day"]):
                return FoundDay(floor + found.start(), year.end(), day)
    return None


def _year_first(text: str, year: re.Match[str]) -> FoundDay | None:
    found = _YEAR_FIRST.match(text, year.start(), year.end() + _REACH)
    if not found:
        return None
    month = found["month"] or found["cjk_month"]
    number = int(month) if month else MONTHS.get(found["name"].lower())
    day = _day(int(year[0]), number, found["day"] or found["cjk_day"] or found["late_day"])
    return FoundDay(*found.span(), day) if day else None


def _from_numbers(year: int, first: str, second: str, mark: str) -> datetime.date | None:
    """A day from two numbers before a year: which is the month must be plain from the dot or from the numbers."""
    one, two = int(first), int(second)
    if two > 12:
        return _day(year, one, second)
    return _day(year, two, first) if mark == "." or one > 12 or one == two else None


def _day(year: int, month: int | None, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, month, int(day)) if month else None
    except ValueError:
        return None
