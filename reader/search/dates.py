"""Days as a query names them: 2017, 2017-05, 2017-05-24, and stretches such as 2016..2018."""

import datetime
import re
from dataclasses import dataclass

ONE_DAY = datetime.timedelta(days=1)
_DAY = re.compile(r"(\d{4})(?:[-/.]((?!00)\d{1,2})?(?:[-/.]((?!00)\d{1,2})?)?)?")
_BEGUN = re.compile(r"\d{0,3}")


@dataclass(frozen=True, slots=True)
class Days:
    """Releases of these days, both ends included."""

    first: datetime.date
    last: datetime.date


def days_of(field: str, value: str) -> Days | None:
    """What `after:`, `before:`, `on:` or `date:` mean with a value; None when the value is no day.

    After a year or month means from its first day on, before it up to the day before its first.
    """
    if field == "date" and ".." in value:
        return _stretch(*value.split("..", 1))
    period = _period(value)
    if period is None:
        return None
    if field == "after":
        return Days(period.first, datetime.date.max)
    if field == "before":
        return Days(datetime.date.min, max(period.first, datetime.date.min + ONE_DAY) - ONE_DAY)
    return period


def may_become_days(field: str, value: str) -> bool:
    """Whether a value that is no day may go on to one: a year yet too short, a stretch with one of its two dots."""
    if field != "date" or "." not in value:
        return bool(_BEGUN.fullmatch(value))
    first, _, last = value.partition("..") if ".." in value else (value.removesuffix("."), "", "")
    return (not first or _period(first) is not None) and bool(_BEGUN.fullmatch(last))


def _stretch(first: str, last: str) -> Days | None:
    start, end = _period(first), _period(last)
    if (first and not start) or (last and not end) or not (start or end):
        return None
    return Days(start.first if start else datetime.date.min, end.last if end else datetime.date.max)


def _period(value: str) -> Days | None:
    """The year, month or day that is named; what follows a separator may be missing, since it may be half typed."""
    found = _DAY.fullmatch(value.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Days(first, first)
    next_month = (first.replace(day=28) + 4 * ONE_DAY).replace(day=1) if year != datetime.MAXYEAR else None
    if month:
        return Days(first, next_month - ONE_DAY if next_month else datetime.date.max)
    return Days(first, first.replace(month=12, day=31))
