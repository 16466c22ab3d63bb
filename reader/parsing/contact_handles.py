"""The telephone numbers, e-mail and web addresses of a text, by place.

Numbers and e-mail addresses are found once for the whole text; web addresses only in the lines that are read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.parsing.addresses import Address, find_emails, find_urls
from reader.parsing.phones import Number, find_numbers

LONGEST_LINE = 2500
_NEAR = 260
_SOCIAL = re.compile(r"(?<![\w.@/])@[A-Za-z]\w{2,29}\b(?!\.\w)")


@dataclass(frozen=True, slots=True)
class Handle:
    """A telephone number or an address in the text, by which somebody is reached."""

    start: int
    end: int
    kind: Literal["phone", "email", "url"]
    value: str
    extension: str | None = None


class Handles:
    """The handles of one text, in its order."""

    def __init__(self, text: str) -> None:
        emails = find_emails(text)
        self._text = text
        self._known = _in_order(find_numbers(text), emails)
        self._starts = [handle.start for handle in self._known]
        self.domains = [email.value.rpartition("@")[2] for email in emails]

    def __iter__(self) -> Iterator[Handle]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def between(self, start: int, end: int) -> list[Handle]:
        """Numbers, e-mail and web addresses that begin in `text[start:end]`, of which the first part is looked at."""
        end = min(end, start + LONGEST_LINE)
        known = list(self._known[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
        webs = [Handle(web.start, web.end, "url", web.value) for web in find_urls(self._text, start, end, bare=True)]
        if self._text.find("@", start, end) >= 0:
            social = _SOCIAL.finditer(self._text, start, end)
            webs += [Handle(match.start(), match.end(), "url", match.group()) for match in social]
        if not webs:
            return known
        mails = [(one.start, one.end) for one in known if one.kind == "email"]
        free = [web for web in webs if not any(first < web.end and web.start < last for first, last in mails)]
        known = [one for one in known if not any(web.start <= one.start < web.end for web in free)]
        return sorted([*known, *free], key=lambda handle: handle.start)

    def is_near(self, place: int) -> bool:
        """Whether a number or an e-mail address begins soon after `place`."""
        index = bisect_left(self._starts, place)
        return index < len(self._starts) and self._starts[index] - place < _NEAR

    def is_within(self, place: int) -> bool:
        """Whether `place` lies in a number or an e-mail address."""
        index = bisect_left(self._starts, place)
        return index > 0 and self._known[index - 1].end > place


def _in_order(numbers: Sequence[Number], emails: Sequence[Address]) -> list[Handle]:
    """Both in the order of the text; digits within an address are no number."""
    handles = [Handle(address.start, address.end, "email", address.value) for address in emails]
    starts = [address.start for address in emails]
    for number in numbers:
        before = bisect_left(starts, number.end) - 1
        if before < 0 or emails[before].end <= number.start:
            handles.append(Handle(number.start, number.end, "phone", number.as_written, number.extension))
    return sorted(handles, key=lambda handle: handle.start)
