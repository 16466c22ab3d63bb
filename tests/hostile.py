"""Hostile texts made from a seed: what a document, a file name or a query may hold to command a terminal, the program
that shows it, or whatever takes what is copied out of it; alone and mixed into invented releases that look real.
"""

from __future__ import annotations

import codecs
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.hostile_signs import (
    BROKEN_BYTES,
    CSI,
    ESCAPES,
    INTRODUCERS,
    OSC,
    PLAIN,
    STRING,
    TERMINATORS,
)

FAMILIES = ("csi", "osc", "string", "escape", *PLAIN)


class Attack(NamedTuple):
    """One hostile text and the family it belongs to."""

    family: str
    text: str


def attacks(seed: int, count: int) -> Iterator[Attack]:
    """So many attacks, every family in turn; of three, one is mixed with another one or with decent words."""
    chance = Random(seed)
    for number in range(count):
        family = FAMILIES[number % len(FAMILIES)]
        text = _attack(family, chance)
        if chance.random() < 1 / 3:
            other = _attack(chance.choice(FAMILIES), chance)
            text = chance.choice((f"{text} {other}", f"{text}{other}", f"harbour {text} quay {other}"))
        yield Attack(family, text)


def _attack(family: str, chance: Random) -> str:
    match family:
        case "csi":
            return _introducer("[", chance) + chance.choice(CSI)
        case "osc":
            return _introducer("]", chance) + chance.choice(OSC) + chance.choice(TERMINATORS)
        case "string":
            return _introducer(chance.choice("PX^_"), chance) + chance.choice(STRING) + chance.choice(TERMINATORS)
        case "escape":
            return "\x1b" + chance.choice(ESCAPES)
        case _:
            signs: tuple[str, ...] = PLAIN[family]
            return chance.choice(signs)


def _introducer(sign: str, chance: Random) -> str:
    """Either form of an escape, ESC and a sign or the C1 control that stands for both; sometimes a stuttered one."""
    return chance.choice((f"\x1b{sign}", f"\x1b{sign}", INTRODUCERS[sign], f"\x1b\x1b{sign}", f"\x1b\n\x1b{sign}"))


_SHOWN_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001345f]")


def unfit(text: str) -> set[str]:
    """The signs of a text that are none for reading: controls, overrides, format signs, halves of pairs, no characters.

    Newlines are fit. Told from the properties of each character, not from what the program takes out.
    """
    return {sign for sign in set(text) if not (sign.isprintable() or sign == "\n" or _is_for_reading(sign))}


def _is_for_reading(sign: str) -> bool:
    category = unicodedata.category(sign)
    is_character = ord(sign) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(sign) <= 0xFDEF
    return category in ("Zs", "Co") or (category == "Cn" and is_character) or bool(_SHOWN_FORMATS.match(sign))


_ISSUERS = ("Northmarch Harbour Authority", "Skelshire County Council", "Board of Lighthouses", "Institute of Tides")
_TITLES = (
    "Northern pier lit again",
    "Ferry fares to fall in spring",
    "Six libraries open on Sundays",
    "A count of char",
)
_PLACES = ("Northmarch", "Wexcombe", "Skelport")
_PERSONS = ("Ines Calder", "Tomas Brandt", "Olu Marsh", "Mara Finch", "Jon Pell", "Edda Quist")
_WORDS = ("We waited eleven winters for this lamp", "Nobody should come home by guessing", "We counted the keys")
_RELEASE = """<issuer>

PRESS RELEASE <symbol>

<title>

<standfirst>

<place>, <day> - The <issuer> said today that the work <attack> begins before winter.

"<said>," said <speaker>, the harbour master of <place>.

<other> added: "<attack><said>. The keeper's house <attack> stays closed."

<attack>

<attack> The survey found <attack> lamps, <attack> buoys and <attack> ropes.

ENDS

Press contact:
<person>
Press officer <attack>, <issuer>
Telephone: +44 20 7946 0<extension><attack>
Email: <mail>[at]harbour.example
"""


def release(chance: Random, source: Iterator[Attack]) -> str:
    """A release with an attack at the edge of most fields or inside them, and several in its text."""

    def hit(words: str) -> str:
        at = chance.choice((0, len(words), chance.randrange(len(words) + 1)))
        return chance.choice((words[:at] + next(source).text + words[at:],) * 3 + (words,))

    fields = {
        "issuer": hit(chance.choice(_ISSUERS)),
        "symbol": hit(f"NHA/{chance.randrange(1, 99)}/{chance.randrange(999)}"),
        "title": hit(chance.choice(_TITLES)),
        "standfirst": hit("The lamp was dark for eleven years, and the boats went round."),
        "place": hit(chance.choice(_PLACES)),
        "day": hit(f"{chance.randrange(1, 29)} May {chance.randrange(1990, 2024)}"),
        "said": hit(chance.choice(_WORDS)),
        "speaker": hit(chance.choice(_PERSONS)),
        "other": hit(f"Ms. {chance.choice(_PERSONS).split()[1]}"),
        "person": hit(chance.choice(_PERSONS)),
        "mail": hit("press.desk"),
        "extension": str(chance.randrange(100, 1000)),
    }
    return "".join(_filled(part, fields, source) for part in _RELEASE.replace("<", ">").split(">"))


def _filled(part: str, fields: Mapping[str, str], source: Iterator[Attack]) -> str:
    return next(source).text if part == "attack" else fields.get(part, part)


def encoded(text: str, chance: Random) -> bytes:
    """The text in some encoding, sometimes with bytes among it that no encoding allows."""
    form = chance.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "latin-1", "broken"))
    if form == "latin-1":
        return text.encode(form, "replace")
    if form.startswith("utf-16"):
        mark = codecs.BOM_UTF16_LE if form.endswith("le") else codecs.BOM_UTF16_BE
        return mark + text.encode(form, "surrogatepass")
    data = text.encode("utf-8" if form == "broken" else form, "surrogatepass")
    for _ in range(5 if form == "broken" else 0):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(BROKEN_BYTES) + data[at:]
    return data


def file_name(attack: Attack, number: int, suffix: str) -> bytes:
    """The attack as the name of a file, as far as a file system takes it; the number keeps two apart."""
    stem = attack.text.encode("utf-8", "surrogatepass").replace(b"/", b"\\").replace(b"\0", b"")
    return b"%03d" % number + stem[:200] + suffix.encode()


def write_archive(folder: Path, seed: int, count: int) -> int:
    """Fill a folder with so many hostile files under hostile names; how many attacks are in it.

    Of ten files eight are releases, one is an attack and nothing else, and one is no text.
    """
    chance = Random(seed)
    source = CountedAttacks(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        name = file_name(next(source), number, chance.choice((".txt", ".txt", ".md", ".text")))
        if number % 10 == 3:
            data = b"%PDF-1.7 " + next(source).text.encode("utf-8", "replace")
        else:
            data = encoded(next(source).text if number % 10 == 7 else release(chance, source), chance)
        (folder / os.fsdecode(name)).write_bytes(data)
    return source.count


class CountedAttacks(Iterator[Attack]):
    """Attacks without end, and how many were taken."""

    def __init__(self, seed: int) -> None:
        self._attacks = attacks(seed, 1_000_000)
        self.count = 0

    def __next__(self) -> Attack:
        self.count += 1
        return next(self._attacks)
