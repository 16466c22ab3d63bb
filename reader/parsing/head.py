"""The lines above the body, one by one: which is the headline, and what do the others say.

Each line is tried against what it can be, surest first; what nothing claims is the headline, then the standfirst, and
the first line that reads like prose begins the body. Pages saved from the web hold their headline twice, so the part
between its last copy and the body is what counts: a day there is worth more than one above, which may be the day on
which somebody saved the page.
"""

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reader.model import ParagraphKind
from reader.parsing import headwords
from reader.parsing.datelines import LONGEST_DATELINE, Dateline, read_dateline
from reader.parsing.dates import find_days, names_a_year, whole_day
from reader.parsing.headline import ITEM, Shape, is_weak, may_be_name, title_key
from reader.parsing.issuers import read_lawmaker, read_masthead
from reader.parsing.titles import is_shouted


@dataclass(slots=True)
class Head:
    """What the lines above the body say.

    `said` holds the first finding for each of title, standfirst, symbol, notice, embargo, issuer, author, office, url
    and language; `kinds` the part of each line by its index; `body` is the index of the first line of prose. `days` are
    the days that stand below the headline or, if there is none, all of them.
    """

    said: dict[str, str] = field(default_factory=dict)
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)
    body: int = 0
    days: list[datetime.date] = field(default_factory=list)
    dateline: Dateline | None = None


_LINES = 40
_LONGEST_LINE = 400
_LONGEST_PIECE = 160
_SHORTEST_REPEAT = 12
_LONGEST_PLACE = 80
_DATELINE_NEAR = 3
_DATELINE_REACH = 8
_SCRAP = 8
_PARTS = re.compile(r"\s[|•·]\s")
_NAME_LINE = re.compile(r"[A-ZÀ-Ý][\w.'’-]+(?: (?:[A-Z]\.|[A-ZÀ-Ý][\w.'’-]+)){1,3}(?:, .{2,30})?")
_ADDRESS = re.compile(r"\d{3}\D{1,2}\d{4}|^\W*\d|@|www\.|https?:")
_LABELS = {
    "title": "title",
    "headline": "title",
    "subject": "title",
    "subtitle": "standfirst",
    "subhead": "standfirst",
    "source": "issuer",
    "issuer": "issuer",
    "from": "issuer",
    "author": "author",
    "byline": "author",
    "language": "language",
    "url": "url",
    "link": "url",
    "symbol": "symbol",
}


def read_head(lines: Sequence[str], headings: Collection[int], tight: Collection[int], *, stripped: bool) -> Head:
    """What the first lines say. `headings` are the lines a format marks as such, `tight` those without a gap above."""
    return _Reader(lines[:_LINES], headings, tight, stripped).read()


class _Reader:
    def __init__(self, lines: Sequence[str], headings: Collection[int], tight: Collection[int], stripped: bool) -> None:
        self._lines = lines
        self._shape = Shape(lines, stripped=stripped)
        self._headings = headings
        self._tight = tight
        self._stripped = stripped
        self._head = Head()
        self._said = self._head.said
        self._index = 0
        self._title_key = ""
        self._title_at = 0
        self._label_at = -1
        self._days: list[tuple[int, datetime.date]] = []
        self._embargo_days: list[datetime.date] = []
        self._below_dateline = False
        self._in_contact = False

    def read(self) -> Head:
        head = self._head
        for index, line in enumerate(self._lines):
            self._index = index
            kind = self._kind(index, line)
            if kind is None:
                break
            head.kinds[index] = kind
            head.body = index + 1
        head.days = self._days_that_count()
        head.dateline = head.dateline or self._find_dateline()
        return head

    def _days_that_count(self) -> list[datetime.date]:
        """The days below the headline, or else all, up to where something else than furniture follows them."""
        found = [(index, day) for index, day in self._days if index >= self._title_at] or self._days
        if not found:
            return self._embargo_days
        counted = []
        for index, day in found:
            if all(self._head.kinds[between] == "head" for between in range(found[0][0], index)):
                counted.append(day)
        return counted

    def _find_dateline(self) -> Dateline | None:
        """The dateline of the first lines of prose: a byline or a summary may come before it."""
        year = self._head.days[0].year if self._head.days else None
        body = self._head.body
        reach = _DATELINE_NEAR if year else _DATELINE_REACH
        for index in range(body, min(body + reach, len(self._lines))):
            if index >= body + _DATELINE_NEAR and not names_a_year(self._lines[index][:LONGEST_DATELINE]):
                continue  # further down only a dateline that tells the day counts
            dateline = self._shape.dateline(index)
            if dateline and year and not dateline.day:
                dateline = read_dateline(self._lines[index], year, stripped=self._stripped)
            if dateline and (index < body + _DATELINE_NEAR or dateline.day):
                return dateline
        return None

    def _kind(self, index: int, line: str) -> ParagraphKind | None:
        """The part of a line, or none where the body begins."""
        if index in self._headings and "title" not in self._said:
            return self._take_title(line)
        if len(line) > _LONGEST_LINE:
            return None
        if self._is_title_without_site(line):
            return self._take_title(line)
        if self._is_repeat(line):
            self._in_contact = False
            return "repeat"
        if len(line) <= _LONGEST_PIECE and (self._is_furniture(line) or self._is_contact(index, line)):
            return "head"
        self._in_contact = False
        if self._stripped and len(line) <= _SCRAP:
            return "head"
        label = headwords.RELEASE_LABEL.match(line)
        if label and ":" in label[0]:
            line = line[label.end() :]
            if self._is_repeat(line):
                return "repeat"
            if self._is_furniture(line) or self._is_contact(index, line):
                return "head"
        return self._labelled(line) or self._headline(index, line)

    def _is_repeat(self, line: str) -> bool:
        """Whether the line is the headline once more, or a part of it; what stands above then counts no longer."""
        if not self._title_key.startswith(next(filter(str.isalnum, line), "\n").lower()):
            return False
        key = title_key(line)
        if len(key) < _SHORTEST_REPEAT or not self._title_key.startswith(key):
            return False
        self._title_at = self._index
        return True

    def _is_title_without_site(self, line: str) -> bool:
        """Whether the headline so far was that of a web page: this line with the name of the site beside it."""
        title = self._said.get("title", "")
        if len(line) < _SHORTEST_REPEAT or line not in title:
            return False
        before, _, after = title.partition(line)
        site = read_masthead(f"{before} {after}".strip(" :|-–—"))
        if site:
            self._said.setdefault("issuer", site)
        return site is not None

    def _is_furniture(self, line: str) -> bool:
        """Whether all of the line is label, day, place, symbol, notice or page frame; takes what these say."""
        if headwords.RELEASE_LABEL.fullmatch(line):
            self._label_at = self._index
            return True
        if headwords.WIRE_LINE.fullmatch(line) or headwords.MEETING.fullmatch(line):
            return True
        if headwords.ATTENTION.fullmatch(line):
            return True
        if self._stripped and headwords.SENATOR.fullmatch(line):
            return True
        if scraped := headwords.SCRAPED.match(line):
            return whole_day(line[scraped.end() :]) is not None
        if self._is_day(line) or self._is_numbered(line) or self._is_remark(line) or self._is_place(line):
            return True
        return headwords.is_navigation(line) or self._is_parts(line)

    def _is_parts(self, line: str) -> bool:
        """Several of these on one line, or the name of the office beside one of them."""
        name = headwords.name_before_label(line)
        if name is not None:
            self._label_at = self._index
            if issuer := read_lawmaker(name) or (not self._stripped and may_be_name(name) and name):
                self._said.setdefault("issuer", issuer)
                return True
        parts = _PARTS.split(line)
        if len(parts) == 1:
            return False
        names = [part for part in parts if not self._is_furniture(part)]
        if len(names) == len(parts) or not all(map(may_be_name, names)):
            return False
        for name in names:
            self._said.setdefault("issuer", name)
        return True

    def _is_day(self, line: str) -> bool:
        """A day, alone or with a label, a symbol, a name or a number for enquiries beside it."""
        if not names_a_year(line):
            return False
        if day := whole_day(line):
            self._days.append((self._index, day))
            return True
        found = next(find_days(line), None)
        if not found:
            return False
        rest = f"{line[: found.start]} {line[found.end :]}".strip(" ,;:|-–—")
        beside = headwords.RELEASE_LABEL.match(rest)
        if not (
            (self._in_contact and _NAME_LINE.fullmatch(rest))
            or self._is_numbered(rest)
            or headwords.CONTACT.match(rest)
            or (beside and (beside.end() == len(rest) or headwords.CONTACT.match(rest, beside.end())))
        ):
            return False
        self._days.append((self._index, found.day))
        return True

    def _is_numbered(self, line: str) -> bool:
        number = headwords.RELEASE_NUMBER.fullmatch(line)
        symbol = number["number"] if number else line if headwords.SYMBOL.fullmatch(line) else None
        if symbol:
            self._said.setdefault("symbol", symbol)
            self._label_at = self._index
        return symbol is not None

    def _is_remark(self, line: str) -> bool:
        if headwords.is_notice(line):
            self._said.setdefault("notice", line)
            return True
        if headwords.EMBARGO.match(line):
            self._said.setdefault("embargo", line)
            self._embargo_days += [found.day for found in find_days(line)]
            return True
        return False

    def _is_place(self, line: str) -> bool:
        """A dateline that stands alone above the body."""
        if len(line) > _LONGEST_PLACE or self._in_contact:
            return False
        is_read = not self._stripped and line == self._lines[self._index]
        dateline = self._shape.dateline(self._index) if is_read else read_dateline(line)
        if not dateline or dateline.end < len(line):
            return False
        if dateline.day:
            self._days.append((self._index, dateline.day))
        self._head.dateline = self._head.dateline or dateline
        self._below_dateline = self._stripped or "title" in self._said
        return True

    def _is_contact(self, index: int, line: str) -> bool:
        """A line for enquiries, or one that goes on with it: a name, a number or an address right below."""
        is_name = index in self._tight and not line.isupper() and _NAME_LINE.fullmatch(line)
        goes_on = self._in_contact and (is_name or _ADDRESS.search(line))
        self._in_contact = bool(goes_on or headwords.CONTACT.match(line))
        return self._in_contact

    def _labelled(self, line: str) -> ParagraphKind | None:
        """A line that names itself ("Title: ...", "By Jane Doe") or the office that issues the release."""
        labelled = headwords.LABELLED.fullmatch(line)
        name = _LABELS.get(labelled["label"].lower()) if labelled else None  # "ı" passes for an "i" in patterns alone
        if labelled and name:
            if name == "title" and "title" not in self._said:
                return self._take_title(labelled["value"])
            self._said.setdefault(name, labelled["value"])
            return "standfirst" if name == "standfirst" else "head"
        if byline := headwords.BYLINE.fullmatch(line):
            self._said.setdefault("author", byline["author"])
            if byline["office"]:
                self._said.setdefault("office", byline["office"])
            return "head"
        return None

    def _headline(self, index: int, line: str) -> ParagraphKind | None:
        """Headline, standfirst or an issuer's name, or none where the line reads like prose."""
        title = self._said.get("title")
        if (title is None or is_weak(title)) and (issuer := self._masthead(line)) and self._shape.is_title_below(index):
            self._drop_title()
            self._said.setdefault("issuer", issuer)
            return "head"
        if title is None:
            ended = self._stripped and self._below_dateline
            return self._take_title(line) if not ended and self._shape.may_be_title(index) else None
        if self._is_no_title(title) and not is_weak(line) and self._shape.may_be_title(index):
            if self._label_at > self._title_at and not self._stripped:
                self._said.setdefault("issuer", title)
            return self._take_title(line)
        if self._continues_title(index, line):
            return self._set_title(f"{title} {line}")
        if lawmaker := read_lawmaker(line):
            self._said.setdefault("issuer", lawmaker)
            return "head"
        return self._standfirst(index, line)

    def _standfirst(self, index: int, line: str) -> ParagraphKind | None:
        if self._below_dateline or not self._shape.may_be_standfirst(index):
            return None
        if title_key(line).startswith(self._title_key):
            return None
        if self._stripped and is_weak(line):
            return "head"
        if "standfirst" not in self._said:
            self._said["standfirst"] = line
        elif index in self._tight and self._head.kinds.get(index - 1) == "standfirst" and not ITEM.match(line):
            self._said["standfirst"] += f" {line}"
        return "standfirst"

    def _masthead(self, line: str) -> str | None:
        return read_lawmaker(line) if self._stripped else read_masthead(line)

    def _is_no_title(self, title: str) -> bool:
        """Whether the headline so far only names the office or the page: furniture parts it from this line."""
        if self._label_at > self._title_at and may_be_name(title) and not self._stripped:
            return True
        furniture = any(self._head.kinds[index] == "head" for index in range(self._title_at + 1, self._index))
        return furniture and is_weak(title)

    def _continues_title(self, index: int, line: str) -> bool:
        """Whether a headline in capitals goes on in the next line."""
        above = self._head.kinds.get(index - 1)
        return not self._stripped and index in self._tight and above == "title" and is_shouted(line)

    def _take_title(self, line: str) -> ParagraphKind:
        self._drop_title()
        return self._set_title(line)

    def _drop_title(self) -> None:
        """Make furniture of what was taken for the headline, and for a standfirst below it."""
        for index, kind in self._head.kinds.items():
            if kind in {"title", "standfirst"}:
                self._head.kinds[index] = "head"
        self._said.pop("title", None)
        self._said.pop("standfirst", None)

    def _set_title(self, line: str) -> ParagraphKind:
        self._said["title"] = line
        self._title_key = title_key(line)
        self._title_at = self._index
        return "title"
