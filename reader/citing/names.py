"""Whether an author is a person, and a person's name in the shapes that styles print.

A name is only taken apart when it is surely a person's: two to five words in Latin script, each with a capital, none of
them a title or a word of organisations. Anything else stays as it is, since an office cited as "Affairs, O. P." is
worse than a person cited in natural order.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_PARTICLES = frozenset(re.findall(r"\w+", "al ap bin da de del della den der di dos du el ibn la le ten ter van von y"))
_NOT_OF_A_NAME = frozenset(
    re.findall(
        r"\w+",
        """
        academy administration affairs agence agency alliance association authority bank board borders bureau
        campaign center centre centro church club coalition college comisión commission committee communications
        company congressman congresswoman conseil consejo cooperation corporate corporation council court cross
        dame department desk directorate division dr editor executive federation force foundation fund global
        gobierno gouvernement government governor group health hon house human inc information initiative
        institut institute international lady league limited llc lord ltd mayor media minister ministerio
        ministerium ministry ministère mission mr mrs ms museum national network news newsroom newswire office
        organisation organization parliament party police prensa president press presse pressestelle prof
        professor program programme programmes project public regierung relations rep representative rights
        school secretariat secretary sen senate senator service services sir society staff state states team
        treasury trust union unit united universidad university universität université usa watch white wire
        world
        """,
    )
) | {"u.s", "u.k", "u.n", "e.u"}
_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*")
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in its parts; `suffix` is "Jr." and the like, or empty."""

    given: str
    family: str
    suffix: str

    def initials(self, stop: str, between: str) -> str:
        """The given names' first letters; a hyphen ("Jean-Paul") is kept where the stops are."""
        names = re.sub(r"\.(?=\w)", ". ", self.given).split()
        hyphen = "-" if stop else ""
        return between.join(hyphen.join(part[0] + stop for part in name.split("-") if part) for name in names)


def name_shapes(author: str | None, *, family_first: bool = False) -> Mapping[str, str | None]:
    """An author as "Jane M. Doe" (`author`), "Doe, Jane M.", "Doe, J. M.", "Doe, J.M.", "J. M. Doe", "Doe JM", "Doe".

    Anyone who is not surely a person has the same shape everywhere. `family_first` says how the name is written.
    """
    person = person_named(author, family_first=family_first) if author else None
    if person is None:
        return dict.fromkeys(_SHAPES, author)
    family, suffix, bare_suffix = person.family, person.suffix, person.suffix.removesuffix(".")
    comma_suffix = f", {suffix}" if suffix else ""
    return {
        "author": " ".join(filter(None, (person.given, family, suffix))),
        "author_inverted": f"{family}, {person.given}{comma_suffix}",
        "author_initials": f"{family}, {person.initials('.', ' ')}{comma_suffix}",
        "author_close_initials": f"{family}, {person.initials('.', '')}{comma_suffix}",
        "author_initials_first": " ".join(filter(None, (person.initials(".", " "), family, suffix))),
        "author_bare": " ".join(filter(None, (family, person.initials("", ""), bare_suffix))),
        "author_short": family,
    }


_SHAPES = (
    "author", "author_inverted", "author_initials", "author_close_initials", "author_initials_first", "author_bare",
    "author_short",
)  # fmt: skip


def person_named(author: str, *, family_first: bool = False) -> Person | None:
    """The parts of a person's name, `None` for anyone who is not surely a person."""
    suffix = _SUFFIX.search(author)
    bare = author[: suffix.start()] if suffix else author
    family, comma, given = (part.strip() for part in bare.partition(","))
    words = bare.replace(",", " ").split()
    if not _are_of_a_person(words):
        return None
    if not comma:
        family, given = (words[0], " ".join(words[1:])) if family_first else _split(words)
    return Person(given, family, suffix.group(1) if suffix else "") if given and family else None


def _are_of_a_person(words: list[str]) -> bool:
    return (
        2 <= len(words) <= 5
        and all(word in _PARTICLES or _WORD.fullmatch(word) for word in words)
        and not any(word.casefold().strip(".") in _NOT_OF_A_NAME for word in words)
        and not any(len(word) > 1 and word.isalpha() and word.isupper() for word in words)
    )


def _split(words: list[str]) -> tuple[str, str]:
    """The family name with its particles, and the given names."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])
