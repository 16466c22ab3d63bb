"""Who is who across releases: the forms of a name that stand for one person, gathered under the fullest of them.

"António Guterres", "Antonio Guterres" and "António M. Guterres" are one person; so is "Secretary-General Guterres" in a
release that also quotes somebody by the full name. A surname alone never joins releases, because two people with one
surname are two; nor do forms join that contradict each other ("John A. Smith", "John B. Smith").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from reader.library.tokens import terms

_TITLE_WORDS = """
acting admiral ambassador and archbishop assistant associate attorney baroness bishop brigadier brother
captain cardinal chair chairman chairperson chairwoman chancellor chief co colonel commander commissioner
comptroller congressman congresswoman coordinator corporal councillor councilman councilwoman counsel count
countess dame dean delegate deputy detective director doctor don dona dr duchess duke emir envoy executive
father first foreign former frau general gov governor head her herr high his hon honorable honourable
inspector judge justice king lady leader lieutenant lord lt madam madame major mayor member minister miss mlle
mme monsieur mr mrs ms mx officer pope premier president presiding prime prince princess principal prof
professor queen rapporteur rep representative rev reverend secretary sen senator senior sergeant sheikh
sheriff sir sister special speaker spokesman spokesperson spokeswoman sra superintendent the treasurer un
under undersecretary us vice
"""
_PARTICLE_WORDS = "al abu bin ben da das de del della den der di do dos du el ibn la le mac st ten ter van von"
_TITLES = frozenset(_TITLE_WORDS.split())
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_GIVEN_COMPARED = 3
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DEGREES = frozenset({"esq", "ma", "mba", "md", "mep", "mp", "phd", "qc"})


class _Name(NamedTuple):
    """A name in folded parts: titles and degrees are gone, `given` is empty for a surname alone."""

    written: str
    given: tuple[str, ...]
    surname: str
    suffix: str


def named_in_full(names: Iterable[str]) -> Mapping[str, str]:
    """For the speakers of one release: each surname alone that only one full name among them bears, with that name."""
    several = dict.fromkeys(names)
    if len(several) < 2:
        return {}
    parsed = list(map(_parse, several))
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in parsed:
        if name.given:
            bearers[name.surname].add(name.written)
    persons = {surname: set(gather(forms).values()) for surname, forms in bearers.items()}
    return {
        name.written: next(iter(persons[name.surname]))
        for name in parsed
        if not name.given and len(persons.get(name.surname, ())) == 1
    }


def gather(names: Iterable[str]) -> dict[str, str]:
    """Each name with the fullest form of the person it stands for. Linear in the number of names."""
    families: defaultdict[tuple[str, str], list[_Name]] = defaultdict(list)
    persons = {}
    for name in map(_parse, dict.fromkeys(names)):
        if name.given:
            families[name.surname, name.suffix].append(name)
        else:
            persons[name.written] = name.written
    for family in families.values():
        for members in _people(family):
            fullest = max(members, key=_fullness).written
            persons.update((member.written, _without_titles(fullest)) for member in members)
    return persons


def _people(family: list[_Name]) -> list[list[_Name]]:
    """The people of one surname. Fuller forms come first; a form joins the one person it can stand for, if only one."""
    people: list[list[_Name]] = []
    bearers: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for name in sorted(family, key=lambda name: (-_letters(name), name.written)):
        candidates = bearers[name.given[:_GIVEN_COMPARED]]
        if len(candidates) == 1:
            people[next(iter(candidates))].append(name)
            continue
        for form in _shorter_forms(name.given[:_GIVEN_COMPARED]):
            if len(bearers[form]) < 2:
                bearers[form].add(len(people))
        people.append([name])
    return people


def _shorter_forms(given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every way of giving these names: the later ones left out, each in full or as an initial."""
    for length in range(1, len(given) + 1):
        yield from product(*({name, name[0]} for name in given[:length]))


def _letters(name: _Name) -> int:
    return sum(map(len, name.given))


def _fullness(name: _Name) -> tuple[int, int, int, str]:
    """More of the given names, then accents kept, then no title before it."""
    accents = sum(not char.isascii() for char in name.written)
    return _letters(name), accents, -len(name.written), name.written


def _without_titles(written: str) -> str:
    words = written.split()
    while len(words) > 2 and all(term in _TITLES for term in terms(words[0])):
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=4096)
def _parse(written: str) -> _Name:
    """The parts of a name; remembered, since each is read twice a release and many speak in one after the other."""
    words = [" ".join(terms(word)) for word in written.replace(",", " ").split()]
    words = [word for word in words if word and word not in _DEGREES]
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    while len(words) > 1 and all(term in _TITLES for term in words[0].split()):
        words.pop(0)
    if not words:
        return _Name(written, (), "", suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    if start == 1 and words[0] in _PARTICLES:
        start = 0
    given = " ".join(words[:start]).split()
    return _Name(written, tuple(given), " ".join(words[start:]), suffix)
