"""Invented releases for tests of the library: one text, varied by number, with a day, quotations and a contact."""

import datetime
from pathlib import Path

FIRST_DAY = datetime.date(2017, 5, 24)

_TEXT = """Ferry {number} returns to the inner quay

NORTHMARCH, {day} - Ferry {number} calls at the inner quay again after two years of repairs to the harbour wall.

"The quay is stronger than the one our grandparents built," said Ines Calder, director of the Northmarch Harbour \
Authority. "We numbered all {number} stones."

Tomas Brandt, who leads the crews, said: "My people are glad of the shelter."

Contact: Olu Marsh, press officer, +43 1 26060 5629, olu.marsh@harbour.example
"""


def day_of(number: int) -> datetime.date:
    """The day of the numbered release."""
    return FIRST_DAY + datetime.timedelta(days=number)


def text_of(number: int) -> str:
    """The numbered release."""
    day = day_of(number)
    return _TEXT.format(number=number, day=f"{day.day} {day:%B %Y}")


def write_releases(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write this many releases, a day apart, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(first, first + count):
        path = folder / f"{number:05}.txt"
        path.write_text(text_of(number), encoding="utf-8")
        paths.append(path)
    return paths
