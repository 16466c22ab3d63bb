"""Score the citation styles on published references to press releases, to the character, italics aside.

Run: python benchmarks/citations.py [GOLD.jsonl]. Every line of the gold names its style, the facts its reference was
made from, and the reference as published. A day of access stands only beside an address, so where the gold lost the
address another one is put in and taken out again. Entries that are patterns are compared as patterns; an entry of a
superseded edition counts as right when we do not write it. Exit code 1 when a reference of a style's own site or of a
university guide is not right.
"""

import datetime
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from reader.citing import Form, Reference, cite

GOLD = Path(__file__).parents[2] / "shared/gold/citations/dev.jsonl"

STYLE_NAMES = {
    "APA": "apa",
    "MLA": "mla",
    "AMA": "ama",
    "AGLC": "aglc",
    "Vancouver": "vancouver",
    "Harvard": "harvard",
    "IEEE": "ieee",
    "Bluebook": "bluebook",
    "OSCOLA": "oscola",
    "UN": "un",
    "Chicago author-date": "chicago-author-date",
    "Chicago": "chicago-notes",
}
FORMS: dict[str, Form] = {"note": "footnote", "footnote": "footnote", "in-text": "in-text"}
LOST_ADDRESS = "https://lost.example"
MEDIA = {"pdf": "PDF download"}
PATTERN_FORMS: dict[str, Form] = {"un": "footnote", "oscola": "footnote"}
PATTERNS = {
    "un": "ORGANIZATION, “TITLE”, .*SYMBOL.*Available at https://address.example",
    "oscola": "AUTHOR, ‘TITLE’ (.*SYMBOL, PUBLISHER 2 March 2020) <https://address.example> accessed 4 May 2021",
}


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        tier = entry["tier"][0]
        total[tier] += 1
        ours, is_right = score(entry)
        right[tier] += is_right
        if not is_right:
            print(f"{entry['id']}\n  published: {entry['expected']}\n  ours:      {ours}")
    for tier in sorted(total):
        print(f"tier {tier}: {right[tier]} of {total[tier]}")
    return int(any(right[tier] < total[tier] for tier in "AB" if tier in total))


def score(entry: dict[str, Any]) -> tuple[str, bool]:
    """Our citation for an entry, and whether it is the published one."""
    name = style_name(entry["style"])
    if entry["kind"] == "pattern":
        ours = pattern_citation(name)
        return ours, bool(re.search(re.escape(PATTERNS[name]).replace(r"\.\*", ".*"), ours))
    ours = citation(name, entry["kind"], entry["input"])
    if "superseded" in entry["style"]:
        return ours, "Retrieved from" not in ours
    return ours, ours == entry["expected"]


def style_name(style: str) -> str:
    return next(name for prefix, name in STYLE_NAMES.items() if style.startswith(prefix))


def citation(style: str, kind: str, facts: dict[str, str]) -> str:
    reference = Reference(
        title=facts.get("title"),
        issuer=facts.get("org"),
        author=facts.get("author"),
        date=day(facts.get("date")),
        symbol=facts.get("number"),
        url=facts.get("url") or (LOST_ADDRESS if "accessed" in facts else None),
        label=facts.get("label"),
        site=facts.get("site"),
        medium=MEDIA.get(facts.get("medium", "")),
        language="en",
    )
    ours = cite(
        reference,
        style,
        form=FORMS.get(kind.split()[0], "reference"),
        accessed=day(facts.get("accessed")),
        day_first=facts.get("datestyle") == "dmy",
    ).text
    return ours.removesuffix(f" {LOST_ADDRESS}")


def day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


def pattern_citation(style: str) -> str:
    reference = Reference(
        title="TITLE",
        author="AUTHOR" if style == "oscola" else None,
        issuer="PUBLISHER" if style == "oscola" else "ORGANIZATION",
        symbol="SYMBOL",
        date=datetime.date(2020, 3, 2),
        url="https://address.example",
    )
    return cite(reference, style, form=PATTERN_FORMS[style], accessed=datetime.date(2021, 5, 4)).text


if __name__ == "__main__":
    sys.exit(main())
