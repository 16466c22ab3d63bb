"""Paragraphs that a file sets apart by blanks alone.

Exports turn a page into one long line in which runs of blanks stand for everything that was between the words. Three
kinds were seen among 55,000 releases: pages stripped of all punctuation, where the width of the run is all there is (a
lost comma leaves two blanks, a lost quotation mark up to six, the end of a paragraph more) and where a day ends the
head; lines in which a sentence end before three or more blanks ends a paragraph; and wire texts with two blanks between
paragraphs and one between sentences. A typist who sets two blanks after every full stop is none of these: the pieces
between two blanks are then sentences, of 150 to 220 signs in the mean, and not paragraphs.
"""

import re
from collections.abc import Iterator

_SAMPLE = 5000
_MARKS = b'.,;:"!?'

# Each begins with its blanks, so that the search goes from blank to blank; what stands before them is looked at after.
_PARAGRAPH_GAP = re.compile(" " * 7 + " *")
_HEAD_GAP = re.compile(" " * 4 + " *")
_SENTENCE_GAP = re.compile(r"   (?<=[.!?:;\"”’)\]]   ) *(?=\S)")
_CELL_GAP = re.compile(" " * 5 + " *")
_TWO_BLANKS = re.compile(r"  (?<=[.!?:\"”’)]  )(?=[\w\"“‘•*(])")
_BEFORE_DATELINE = re.compile(
    r"(?<=\w) {2,}(?=[A-Z]{4}[A-Z .]{0,26}, (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,9}\.?)[ ,–—-])"
)
_WIRE = re.compile(r"/ ?[\w.-]*(?:wire|pressrelease)\w* ?/", re.I)

_LONG_LINE = 800
_SHORTEST_MEAN = 240
_LONGEST_MEAN = 900
_LONG_CELL = 300
_SHORT_LINE = 160
_HEAD_REACH = 300

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? +)?"
_DAY = re.compile(rf"(?<!\w){_WEEKDAY}{_MONTH} +\d{{1,2}}(?:st|nd|rd|th)?,? +(?:19|20)\d\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS = re.compile(r" *\d{1,2} \d{1,2} (?:19|20)\d\d(?= )")
_IN_A_SENTENCE = re.compile(r"\b(?:on|of|in|since|by|until|through|from|to|dated|and|after|before|the|for) +$", re.I)
_LABEL = re.compile(
    r"(?:FOR +IMMEDIATE +RELEASE|For +Immediate +Release|(?:PRESS|NEWS|MEDIA) +RELEASE|(?:Press|News|Media) +Release)"
    r"(?:s\b)?"
    r"(?: *:)?(?![a-z])(?= *\S)(?! +(?:from|by|for|of|issued|CONTACT)\b)"
)
_GLUED = re.compile(r" (?:(?<=\w ) *(?=Contact {2}[A-Z])|(?<=[a-z] ) *(?=WASHINGTON(?: +D ?C)? {2,}[A-Z]))")
_SHOUTED_LABEL = re.compile(r"FOR +IMMEDIATE +RELEASE")


def is_stripped(text: str) -> bool:
    """Whether the text has lost its punctuation: among 2,600 releases none lay between 0.01 and 0.05 marks a word."""
    sample = text[:_SAMPLE]
    encoded = sample.encode("utf-8", "replace")
    marks = len(encoded) - len(encoded.translate(None, _MARKS))
    most_words = (len(sample) + 1) // 2  # a word and its blank are two signs at least
    if marks * 40 >= most_words:
        return False
    runs = sample.count("  ")
    if not marks and most_words < runs * 40:  # as in most: the words need not be counted
        return not sample.isspace()
    return marks * 40 < len(sample.split()) < runs * 40


def split_stripped(line: str) -> Iterator[str]:
    """The pieces of a line whose punctuation is lost; the head ends with its first long piece."""
    in_head = True
    for cell in _PARAGRAPH_GAP.split(line):
        pieces = _split_head(cell) if in_head else [cell]
        in_head = in_head and len(pieces[-1]) < _LONG_CELL
        yield from pieces


def _split_head(cell: str) -> list[str]:
    """A cell of the head by its labels and its day; the body may begin in the same cell."""
    label = _LABEL.match(cell, len(cell) - len(cell.lstrip())) or _SHOUTED_LABEL.search(cell, 0, _HEAD_REACH)
    if label and label[0] != cell:
        return [*_split_head(cell[: label.start()]), label[0], *_split_head(cell[label.end() :])]
    day = _NUMBERS.match(cell)
    if not day and _YEAR.search(cell, 0, _HEAD_REACH):
        day = _DAY.search(cell, 0, _HEAD_REACH)
    if day and not _IN_A_SENTENCE.search(cell[max(0, day.start() - 12) : day.start()]):
        return [*_short(cell[: day.start()]), day[0], *_split_head(cell[day.end() :])]
    return _short(cell)


def _short(cell: str) -> list[str]:
    if len(cell) < _LONG_CELL:
        return _HEAD_GAP.split(cell)
    return _GLUED.split(cell, 2) if " Contact  " in cell or " WASHINGTON" in cell else [cell]


def split_line(line: str, in_head: bool) -> list[str]:
    """The pieces of a line that has its punctuation; in the head columns and labels come apart as well."""
    if in_head and len(line) < _LONG_CELL:
        if label := _LABEL.match(line):
            return [label[0], *split_line(line[label.end() :].strip(), in_head)]
        return _CELL_GAP.split(line) if len(line) < _SHORT_LINE or line.isupper() else [line]
    if in_head and (dateline := _BEFORE_DATELINE.search(line, 0, _HEAD_REACH)):
        rest = line[dateline.end() :]
        return [*_CELL_GAP.split(line[: dateline.start()]), *split_line(rest, in_head=False)]
    pieces = _SENTENCE_GAP.split(line)
    return [part for piece in pieces for part in _split_wire(piece)] if len(line) > _LONG_LINE else pieces


def _split_wire(line: str) -> list[str]:
    """A long line at its double blanks, if these part paragraphs and not sentences."""
    if len(line) < _LONG_LINE or "  " not in line:
        return [line]
    pieces = _TWO_BLANKS.split(line)
    paragraphs = _SHORTEST_MEAN <= len(line) / len(pieces) <= _LONGEST_MEAN and len(pieces) > 2
    return pieces if paragraphs or _WIRE.search(line, 0, _HEAD_REACH) else [line]
