"""From a mention to the person: the fullest form of a name that the release gives.

"Mr. Doe", "he" and "the Executive Director" are looked up in the text itself: a surname by the given names that stand
before it somewhere, a pronoun by who acts or speaks just before, a role by the name it stands beside. Two people with
one surname stay two, and what stays ambiguous stays as it is written.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Span
from reader.parsing import naming
from reader.parsing.contact_words import PARTICLES, SUFFIXES
from reader.parsing.grammar import Line, Page
from reader.parsing.subjects import clause_subjects

_WORD = re.compile(r"\w[\w’'.-]*\w\.?|\w\.?")
_ACRONYM = re.compile(r"[A-Z]{2,}s?")
_BEFORE_NAME = 60
_GIVEN_BEFORE = re.compile(r"(?:\w[\w’'.-]*[^\S\n]+){1,6}$")
_LINES_LOOKED_BACK = 4
_DOMINANT = 3


@dataclass(frozen=True, slots=True)
class Person:
    """Who is meant. `name` is none where only a pronoun stands; `sure` is false where others could be meant."""

    name: str | None
    gender: str = ""
    known: bool = False
    sure: bool = True


class People:
    """The people of one text, found as they are asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._view = page.view
        self._forms: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._spoken: list[tuple[int, Person]] = []

    def person(self, mention: Span) -> Person:
        """Whom the words at `mention` mean, remembered as somebody a later pronoun can stand for."""
        person = self._resolve(mention)
        if person.known:
            self._spoken.append((mention.start, person))
        return person

    def _resolve(self, mention: Span) -> Person:
        words = self._words(mention)
        phrase = " ".join(words)
        if not words or self._page.lexicon.letter(words[-1]) == "H":
            return self._antecedent(mention, phrase.lower())
        core = name_core(words)
        if core:
            return self._named(words, core, mention.start)
        return self._by_role(words, mention) or Person(phrase)

    def _words(self, span: Span) -> list[str]:
        return [word.rstrip("’'") for word in _WORD.findall(self._view, *span)]

    # Surnames

    def _named(self, words: list[str], core: list[str], position: int) -> Person:
        surname, given = core[-1], tuple(core[:-1])
        title = next((word for word in reversed(words[: -len(core)]) if word.lower().rstrip(".") in naming.TITLES), "")
        gender = naming.TITLE_GENDER.get(title.lower().rstrip("."), "")
        forms = [form for form in self._given_names(surname) if _compatible(form[1], given)]
        groups = {form[1][0].rstrip(".") for form in forms}
        if not given and gender and len(groups) > 1:
            forms = [form for form in forms if naming.GIVEN_GENDER.get(form[1][0].lower(), gender) == gender]
            groups = {form[1][0] for form in forms}
        if not given and len(groups) > 1:
            forms = self._likeliest(forms, position)
        if not forms:
            known = bool(given or title)
            shown = " ".join((*given, surname)) if given else f"{title} {surname}".strip()
            return Person(shown, gender or _gender(given), known=known)
        best = max((form[1] for form in forms), key=lambda form: (len(form), sum(map(len, form))))
        return Person(" ".join((*best, surname)), gender or _gender(best), known=True)

    def _likeliest(self, forms: list[tuple[int, tuple[str, ...]]], position: int) -> list[tuple[int, tuple[str, ...]]]:
        """Of several people with one surname: the one named last in this paragraph, or the one mostly meant."""
        start = self._view.rfind("\n", 0, position) + 1
        near = [form for form in forms if start <= form[0] < position]
        if near:
            return [form for form in forms if form[1][0] == near[-1][1][0]]
        (first, count), (_, second) = Counter(form[1][0] for form in forms).most_common(2)
        return [form for form in forms if form[1][0] == first] if count >= _DOMINANT * second else []

    def _given_names(self, surname: str) -> list[tuple[int, tuple[str, ...]]]:
        forms = self._forms.get(surname)
        if forms is None:
            forms = self._forms[surname] = list(self._find_given_names(surname))
        return forms

    def _find_given_names(self, surname: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every `(position, given names)` that stands before `surname`."""
        for match in re.finditer(rf"\b{re.escape(surname)}\b", self._view):
            before = _GIVEN_BEFORE.search(self._view, max(0, match.start() - _BEFORE_NAME), match.start())
            given: list[str] = []
            for word in reversed(_WORD.findall(before.group()) if before else []):
                if not self._is_given(word):
                    break
                given.insert(0, word)
            while given and given[0].lower() in PARTICLES:
                del given[0]
            if given:
                yield match.start(), tuple(given)

    def _is_given(self, word: str) -> bool:
        plain = word.lower().rstrip(".")
        if plain in PARTICLES:
            return True
        if not word[0].isupper() or plain in naming.NEVER_GIVEN or (_ACRONYM.fullmatch(word) and len(word) > 2):
            return False
        return self._page.lexicon.letter(word) == "N" and (not word.endswith(".") or len(word) < 4)

    # Pronouns

    def _antecedent(self, mention: Span, pronoun: str) -> Person:
        gender = naming.PRONOUN_GENDER.get(pronoun)
        if gender is None:
            return Person(None)
        last = self._spoken[-1] if self._spoken else None
        line: Line | None = self._page.line_at(mention.start)
        limit = mention.start
        for _ in range(_LINES_LOOKED_BACK):
            if line is None:
                break
            found = self._acting_before(line, limit, gender, last)
            if found:
                return found
            line = self._page.line_before(line.starts[0]) if line.starts else None
            limit = line.ends[-1] if line and line.ends else 0
        return Person(None, gender)

    def _acting_before(self, line: Line, limit: int, gender: str, last: tuple[int, Person] | None) -> Person | None:
        """The last person who acts or speaks in `line` before `limit`, sentence by sentence, subject before object."""
        candidates = [(start, self._resolve_name(span)) for start, span in clause_subjects(line) if span.end <= limit]
        if last and line.starts and line.starts[0] <= last[0] < limit:
            candidates.append(last)
        people = [(at, who) for at, who in candidates if who and who.known and who.gender in ("", gender)]
        if not people:
            return None
        latest = max(people, key=lambda pair: pair[0])[1]
        others = {who.name for _, who in people if who.gender in ("", gender)} - {latest.name}
        return Person(latest.name, gender, known=True, sure=not others)

    def _resolve_name(self, span: Span) -> Person | None:
        words = self._words(span)
        core = name_core(words)
        return self._named(words, core, span.start) if core else None

    # Roles

    def _by_role(self, words: list[str], mention: Span) -> Person | None:
        """`the Executive Director` → who holds that role in this text, if it is one person."""
        role = next((word for word in reversed(words) if word.lower() in naming.ROLE_FAMILIES), None)
        if role is None:
            return None
        modifiers = [
            word for word in words if word[0].isupper() and word.lower() not in naming.TITLES and word != "The"
        ]
        scores: dict[str, float] = {}
        for name, context in self._holders(naming.ROLE_FAMILIES[role.lower()], mention):
            fit = _organisation_fit(modifiers, context)
            if fit:
                scores[name] = max(scores.get(name, 0.0), fit)
        best = sorted(scores, key=lambda name: -scores[name])[:2]
        if not best or (len(best) == 2 and scores[best[0]] == scores[best[1]]):
            return None
        return Person(best[0], known=True)

    def _holders(self, roles: tuple[str, ...], mention: Span) -> Iterator[tuple[str, list[str]]]:
        """`(name, capital words of the role's phrase)` for each person beside one of these roles."""
        pattern = re.compile(rf"(?<![\w-])(?i:{'|'.join(map(re.escape, roles))})(?![\w-])")
        for match in pattern.finditer(self._view):
            if mention.start <= match.start() < mention.end:
                continue
            line_start = self._view.rfind("\n", 0, match.start()) + 1
            before = self._view[max(line_start, match.start() - 80) : match.start()]
            after = self._view[match.end() : match.end() + 120].partition("\n")[0]
            for name, phrase in (_name_after(before, match.group(), after), _name_before(before, after)):
                words = _WORD.findall(name)
                core = name_core(words) if words else None
                if core and len(core) > 1 and all(self._is_given(word) for word in core[:-1]):
                    yield self._named(words, core, match.start()).name or "", _WORD.findall(phrase)


_NAME_AT_START = re.compile(r"(?:[^\S\n]*,[^\S\n]*|[^\S\n]+)((?:[^\W\d_][\w’'.-]*[^\S\n]+){1,3}[^\W\d_][\w’'-]*)")
_NAME_AT_END = re.compile(
    r"((?:[^\W\d_][\w’'.-]*[^\S\n]+){1,4}[^\W\d_][\w’'-]*)[^\S\n]*(?:\([^()]*\))?,([^,.;:]{0,60})$"
)
_PHRASE_AFTER = re.compile(r"[^,.;:]*")


def _name_after(before: str, role: str, after: str) -> tuple[str, str]:
    """`UNODC Executive Director, Jane Doe`: the name and the role's phrase."""
    match = _NAME_AT_START.match(after)
    phrase = re.split(r"[,.;:]", before)[-1]
    return (_capital_words(match.group(1)), phrase) if match else ("", "")


def _name_before(before: str, after: str) -> tuple[str, str]:
    """`Jane Doe, Executive Director of the Office`: the name and the role's phrase."""
    match = _NAME_AT_END.search(before)
    rest = _PHRASE_AFTER.match(after)
    return (match.group(1), match.group(2) + (rest.group() if rest else "")) if match else ("", "")


def _capital_words(words: str) -> str:
    kept = []
    for word in words.split():
        if not (word[0].isupper() or word.lower() in PARTICLES):
            break
        kept.append(word)
    return " ".join(kept)


def _organisation_fit(modifiers: list[str], context: list[str]) -> float:
    """How much of the role's organisation the mention names: "UN" is all of United Nations, little of UN Office …"""
    if not modifiers:
        return 1.0
    capitals = [word for word in context if word[0].isupper() and word.lower() not in naming.TITLES]
    initials = "".join(word[0] for word in capitals)
    covered = sum(word in capitals for word in modifiers) or (
        len(capitals) if any(word == initials for word in modifiers) else 0
    )
    return covered / max(len(capitals), 1)


def name_core(words: list[str]) -> list[str] | None:
    """The name proper at the end of a mention, without titles and roles: none for roles, groups and organisations."""
    core: list[str] = []
    for word in reversed(words):
        plain = word.lower().rstrip(".")
        if plain in SUFFIXES and not core:
            continue
        is_name = word[0].isupper() and plain not in naming.TITLES and not word.endswith(("'s", "’s"))
        if not is_name and not (core and plain in PARTICLES):
            break
        core.insert(0, word)
    while core and core[0].lower() in (PARTICLES | naming.NEVER_GIVEN) and len(core) > 1:
        del core[0]
    if (
        not core
        or core[-1].lower() in naming.ORGANISATION_ENDINGS
        or (_ACRONYM.fullmatch(core[-1]) and len(core[-1]) > 1)
    ):
        return None
    lonely = len(core) == 1 and core != words
    return None if lonely and words[-2].lower() in ("the", "a", "an", "of", "in", "for", "at") else core


def _compatible(form: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether two sequences of given names can be one person's."""
    if not given:
        return True
    first, other = form[0].rstrip("."), given[0].rstrip(".")
    return first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])


def _gender(given: tuple[str, ...]) -> str:
    return naming.GIVEN_GENDER.get(given[0].lower(), "") if given else ""
