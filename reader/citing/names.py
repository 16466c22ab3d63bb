"""Whether an author is a person, and the parts of a person's name.

A name is only taken apart when it is surely a person's: two to four words in Latin script, each with a capital, none of
them a word of organisations. Anything else stays as it is, since an office cited as "Affairs, O. P." is worse than a
person cited in natural order.
"""

import re
from dataclasses import dataclass

_PARTICLES = frozenset(re.findall(r"\w+", "al ap bin da de del della den der di dos du el ibn la le ten ter van von y"))
_ORGANISATION = frozenset(
    re.findall(
        r"\w+",
        """
    academy administration agency alliance association authority bank board bureau campaign center centre centro
    club coalition college commission committee communications company cooperation corporate corporation council
    court department desk directorate division editor executive federation force foundation fund global
    government group health house inc information initiative institute international league limited llc ltd
    mayor media ministry mission museum national network news newsroom office organisation organization
    parliament party police press programme program project public relations school secretariat senate service
    services society staff state states team treasury union unit united university usa white world
        """,
    )
)
_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*|[A-Z]\.(?:-?[A-Z]\.)*)$")
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV)$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts; `suffix` is "Jr." and the like."""

    given: str
    family: str
    suffix: str = ""

    @property
    def initials(self) -> str:
        """The given names as "J. M." with the hyphen of "J.-P." kept."""
        return " ".join(_initial(name) for name in self.given.split())


def _initial(name: str) -> str:
    return "-".join(part[0] + "." for part in name.split("-") if part)


def person_name(text: str, *, family_first: bool = False) -> PersonName | None:
    """The parts of a person's name, or `None` when it may not be one."""
    suffix = _SUFFIX.search(text)
    bare = text[: suffix.start()] if suffix else text
    family, comma, given = (part.strip() for part in bare.partition(","))
    words = f"{given} {family}".split() if comma else bare.split()
    if not _is_person(words):
        return None
    if not comma:
        family, given = (words[0], " ".join(words[1:])) if family_first else _split(words)
    return PersonName(given, family, suffix.group(1) if suffix else "") if given and family else None


def _is_person(words: list[str]) -> bool:
    return (
        2 <= len(words) <= 5
        and not any(word.casefold().strip(".,") in _ORGANISATION for word in words)
        and all(_WORD.match(word) or word in _PARTICLES for word in words)
        and not any(word.isupper() and word.isalpha() and len(word) > 1 for word in words)
    )


def _split(words: list[str]) -> tuple[str, str]:
    """Family name with its particles, given names."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])
