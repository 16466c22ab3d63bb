"""How often the headline, day, issuer and place of a release are found as people found them.

    python benchmarks/metadata.py ../shared/gold/metadata/dev.jsonl [--errors]

Each line of the gold file names a document beside it and says what a person read there, null where it says nothing. A
value is right when it is the same apart from capitals, blanks and punctuation.
"""

import argparse
import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.model import Release
from reader.parsing.release import read_release

_NOT_WORD = re.compile(r"[\W_]+")
_IN_TEXT = {"text", "dateline"}


def main() -> None:
    """Print the shares, and with `--errors` every difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for line in arguments.gold.read_text(encoding="utf-8").splitlines():
        expected = json.loads(line)
        release = read_release(arguments.gold.parent / expected["file"])
        for name, outcome, wanted, found in _outcomes(expected, release):
            counts[name, outcome] += 1
            if arguments.errors and outcome not in {"right", "rightly none"}:
                print(f"{expected['file']}: {name} {outcome}: {found!r} for {wanted!r}")
    for name in ("headline", "day", "issuer", "place"):
        _print_share(name, counts)


def _outcomes(expected: dict[str, Any], release: Release) -> Iterator[tuple[str, str, object, object]]:
    """Each field with its outcome, the value a person gave and ours."""
    in_text = expected["date_source"] in _IN_TEXT
    day = datetime.date.fromisoformat(expected["release_date"]) if in_text else None
    found_day = release.date if release.date_source in _IN_TEXT else None
    yield "headline", _outcome(expected["headline"], release.title), expected["headline"], release.title
    yield "day", _outcome(str(day) if day else None, str(found_day) if found_day else None), day, found_day
    yield "issuer", _outcome(expected["organisation"], release.issuer), expected["organisation"], release.issuer
    place = release.places[0] if release.places else None
    wanted = expected["dateline_place"]
    yield "place", _outcome(_city(wanted), _city(place)), wanted, place


def _outcome(wanted: str | None, found: str | None) -> str:
    if wanted is None:
        return "rightly none" if found is None else "invented"
    if found is None:
        return "missed"
    return "right" if _key(wanted) == _key(found) else "wrong"


def _city(place: str | None) -> str | None:
    """The place without its state; with punctuation lost, without "D C"."""
    return re.sub(r",.*| +D\.? ?C\.?$", "", place.strip()) if place else None


def _key(value: str) -> str:
    return _NOT_WORD.sub("", value).lower()


def _print_share(name: str, counts: Counter[tuple[str, str]]) -> None:
    right, wrong, missed = (counts[name, outcome] for outcome in ("right", "wrong", "missed"))
    said = right + wrong + missed
    invented, none = counts[name, "invented"], counts[name, "rightly none"]
    share = f"{right / said:.1%}" if said else "-"
    found = f"{name:9} right {right:3} of {said:3} ({share}), wrong {wrong}, missed {missed}"
    print(f"{found}; invented {invented} of {invented + none}")


if __name__ == "__main__":
    main()
