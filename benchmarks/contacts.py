"""Scores the contacts found in labelled releases: `python benchmarks/contacts.py [DEV.jsonl] [--show]`.

A telephone is right when the release's gold has the same E.164 number (or, where that is impossible, the same digits),
an e-mail address when the same letters are there; case does not count. A pair is a name beside a number or address of
the same contact. All figures are over the whole set at once.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.model import Contact
from reader.parsing.release import parse

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold" / "contacts" / "dev.jsonl"


@dataclass
class Tally:
    """How many of the gold's items were found, and how many of those found are in the gold."""

    found: int = 0
    gold: int = 0
    predicted: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def add(self, gold: set[str], predicted: set[str], file: str) -> None:
        self.found += len(gold & predicted)
        self.gold += len(gold)
        self.predicted += len(predicted)
        self.missed += [f"{file}: {item}" for item in sorted(gold - predicted)]
        self.invented += [f"{file}: {item}" for item in sorted(predicted - gold)]

    def __str__(self) -> str:
        recall = self.found / self.gold if self.gold else 1.0
        precision = self.found / self.predicted if self.predicted else 1.0
        return (
            f"recall {recall:.3f} ({self.found}/{self.gold})  precision {precision:.3f} ({self.found}/{self.predicted})"
        )


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("gold", nargs="?", type=Path, default=GOLD)
    arguments.add_argument("--show", action="store_true", help="list what was missed and what was invented")
    options = arguments.parse_args()
    tallies = {name: Tally() for name in ("telephones", "e-mails", "names", "names beside telephones", "none invented")}
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        score(json.loads(line), options.gold.parent, tallies)
    for name, tally in tallies.items():
        print(f"{name:24} {tally}")
        if options.show:
            for item in tally.missed:
                print(f"    missed   {item}")
            for item in tally.invented:
                print(f"    invented {item}")
    return 0


def score(entry: dict[str, Any], folder: Path, tallies: dict[str, Tally]) -> None:
    file = entry["file"]
    found = parse((folder / file).read_bytes(), file).contacts
    gold = entry["contacts"]
    tallies["telephones"].add({key(phone) for phone in _gold_phones(gold)}, set(_phones(found)), file)
    emails = {email.lower() for contact in gold for email in contact["emails"]}
    tallies["e-mails"].add(emails, {email for contact in found for email in contact.emails}, file)
    tallies["names"].add({one["name"] for one in gold if one["name"]}, {one.name for one in found if one.name}, file)
    pairs = {f"{one['name']} {key(phone)}" for one in gold if one["name"] for phone in one["phones"]}
    tallies["names beside telephones"].add(pairs, set(_pairs(found)), file)
    if not gold:
        tallies["none invented"].add({"no contact"}, {"no contact"} if not found else {str(found[0])}, file)


def key(phone: dict[str, Any]) -> str:
    return phone["e164"] or re.sub(r"\D", "", phone["as_written"])


def _gold_phones(contacts: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for contact in contacts:
        yield from contact["phones"]


def _phones(contacts: Iterable[Contact]) -> Iterator[str]:
    for contact in contacts:
        for phone in contact.phones:
            yield phone.e164 or re.sub(r"\D", "", phone.as_written)


def _pairs(contacts: Iterable[Contact]) -> Iterator[str]:
    for contact in contacts:
        if contact.name:
            yield from (f"{contact.name} {number}" for number in _phones([contact]))


if __name__ == "__main__":
    sys.exit(main())
