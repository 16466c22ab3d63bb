"""From a mention to the person: the fullest form of a name that the release gives.

"Mr. Doe", "he" and "the Executive Director" are looked up in the text itself: a surname by the given names that stand
before it somewhere, a pronoun by who acts or speaks just before, a role by the name it stands beside. Two people with
one surname stay two, and what stays ambiguous stays as it is written.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from reader.model import Span
from reader.parsing import naming
from reader.parsing.contact_words import PARTICLES, SUFFIXES
from reader.parsing.given_names import GIVEN_NAMES
from reader.parsing.grammar import Line, Page
from reader.parsing.lexicon import INSIDE
from reader.parsing.subjects import clause_subjects

_WORD = re.compile(r"\w[\w’'.-]*\w\.?|\w\.?")
_PARTY = re.compile(r"\([DIR](?:-[^()]{1,20})?\)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_ACRONYM = re.compile(r"[A-Z]{2,}s?")
_BEFORE_NAME = 60
_WORD_AT_END = re.compile(r"(\w(?:[\w’'.-]*\w)?\.?)[’'.-]*$")
_MOST_GIVEN = 6
_NEVER_FIRST = PARTICLES | naming.NEVER_GIVEN
_FAR = 30_000
_BEFORE_ROLE = 80
_AFTER_ROLE = 120
_LINES_LOOKED_BACK = 4
_MOST_PLACES = 100
_MOST_FORMS = 50
_MOST_ACTORS = 8
_DOMINANT = 3


class Person(NamedTuple):
    """Who is meant. `name` is none where only a pronoun stands; `sure` is false where others could be meant.

    `known` tells a person from words that may mean anybody or anything.
    """

    name: str | None
    gender: str = ""
    known: bool = False
    sure: bool = True


class _Form(NamedTuple):
    """A place where given names stand before a surname."""

    position: int
    given: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.given[0].rstrip(".")


class People:
    """The people of one text, found as they are asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._view = page.view
        self._forms: dict[str, list[_Form]] = {}
        self._holders: dict[tuple[str, ...], list[tuple[int, str, list[str]]]] = {}
        self._actors: dict[int, list[Span]] = {}
        self._resolved: dict[Span, Person] = {}
        self._last_spoken: tuple[int, Person] | None = None

    def person(self, mention: Span) -> Person:
        """Whom the words at `mention` mean; a later pronoun may stand for the person."""
        person = self._resolved.get(mention)
        if person is None:
            person = self._resolved[mention] = self._resolve(mention)
        if person.known:
            self._last_spoken = (mention.start, person)
        return person

    def _resolve(self, mention: Span) -> Person:
        words = self._words(mention)
        if words:
            words[-1] = _POSSESSIVE.sub("", words[-1])
        if not words or words[-1].lower() in naming.PRONOUN_GENDER or self._page.lexicon.letter(words[-1]) in "HJ":
            return self._antecedent(mention, words[-1].lower() if words else "")
        head = self._before_preposition(words)
        whole = self._names_body(head, words)
        for part in (words,) if whole else (head, words) if self._may_precede_name(head, words) else (head,):
            core = self._core(part)
            if core:
                return self._named(part, core, mention.start)
        core = self._core(words) if len(head) < len(words) and self._is_told_of_last(head, mention) else []
        if core:
            return self._named(words, core, mention.start)._replace(sure=False)
        return self._in_apposition(mention) or self._by_role(words, mention) or Person(" ".join(words))

    def _may_precede_name(self, head: list[str], words: list[str]) -> bool:
        """Whether `head` and its preposition are an office before a name: `secretary of state Jane Doe`.

        "A critic of Jane Doe" is somebody else, and so is the one who speaks for her.
        """
        if len(head) == len(words):
            return False
        last = head[-1].lower().rstrip(".")
        if last in naming.SPEAKING_FOR or (self._page.lexicon.nouns_have_capitals and last not in naming.TITLES):
            return False
        if head[-1][0].isupper() or any(self._page.lexicon.letter(word) == "k" for word in words):
            return True
        tail = words[len(head) + 1 :]
        if last in naming.TITLES and len(tail) > 2 and tail[0][0].isupper() and len(self._core(words)) == len(tail) - 1:
            return True
        office = list(takewhile(str.islower, tail))
        if last not in naming.TITLES or not office or self._page.lexicon.letter(office[0]) in "dh":
            return False
        return naming.TITLES.isdisjoint(office)

    def _names_body(self, head: list[str], words: list[str]) -> bool:
        """`Chamber of Commerce President Jane Doe`: the first words name a body, as a title before the name tells."""
        if len(head) != 1 or not head[0][0].isupper() or self._is_title(head[0].lower()):
            return False
        tail = words[len(head) :]
        name = self._core(tail)
        return len(name) > 1 and len(name) < len(tail) and self._is_title(tail[-len(name) - 1].lower().rstrip("."))

    def _is_told_of_last(self, head: list[str], mention: Span) -> bool:
        """`an answer from Jane Doe, who said`: of what is no person nobody tells who it is."""
        return head[-1].lower() not in naming.SPEAKING_FOR and bool(_WHO.match(self._view, mention.end))

    def _in_apposition(self, mention: Span) -> Person | None:
        """`the agency's director, Jane Doe,` or `Jane Doe, a pilot of 58,`: the name beside a role."""
        match = _NAME_BETWEEN_COMMAS.match(self._view, mention.end, mention.end + _AFTER_ROLE)
        if match is None:
            match = _NAME_BEFORE_COMMA.search(self._view, max(0, mention.start - _BEFORE_NAME), mention.start)
        words = self._words(Span(*match.span(1))) if match else []
        core = self._core(words)
        if len(core) < 2 or not all(self._is_given(word) for word in core[:-1]):
            return None
        person = self._named(words, core, mention.start)
        return person._replace(sure=False) if self._is_of_somebody(self._words(mention)) else person

    def _is_of_somebody(self, words: list[str]) -> bool:
        """`the spokesman for the mayor`: either of the two may be named beside it."""
        tail = words[len(self._before_preposition(words)) :]
        return bool(tail) and tail[-1].lower() in naming.TITLES

    def _words(self, span: Span) -> list[str]:
        view = self._page.text if self._view[span.start : span.start + 1] == INSIDE else self._view
        written = view[span.start : span.end]
        if "(" in written:
            written = _PARTY.sub(" ", written)
        return [word.rstrip("’'") for word in _WORD.findall(written)]

    def _before_preposition(self, words: list[str]) -> list[str]:
        """`Dr Jane Doe of the Department of Health` → the words before the first "of", or before a genitive."""
        ends = (index for index in range(1, len(words)) if self._hangs_on(words, index))
        return words[: next(ends, len(words))]

    def _hangs_on(self, words: list[str], index: int) -> bool:
        """Whether a noun's complement begins here; in `Jean de Quay` the surname does."""
        word, before = words[index], words[index - 1]
        letter = self._page.lexicon.letter(word)
        if letter == "d" and self._page.lexicon.nouns_have_capitals:
            return before[0].isupper()
        return letter in "opy" and not (word in PARTICLES and before.lower() in GIVEN_NAMES)

    def _core(self, words: list[str]) -> list[str]:
        """The name proper at the end of a mention, without titles: empty for roles, groups and organisations."""
        core: list[str] = []
        for word in reversed(words):
            plain = word.lower().rstrip(".")
            if plain in SUFFIXES and not core:
                continue
            if not self._is_name(word) and not (core and plain in PARTICLES):
                break
            core.insert(0, word)
        while len(core) > 1 and core[0].lower() in _NEVER_FIRST and core[0] != "Al":
            del core[0]
        if not core or core[-1].lower() in naming.ORGANISATION_ENDINGS:
            return []
        core = self._without_office(core, words[: -len(core)])
        if _ACRONYM.fullmatch(core[-1]):
            return core if len(core) > 1 and all(word.isupper() and len(word) > 1 for word in core) else []
        if len(core) == 1 and len(words) > 1:
            hangs_on = self._page.lexicon.letter(words[-2]) + self._page.lexicon.letter(words[0])
            return [] if hangs_on[0] in "dhopyk" or hangs_on[1] in "dh" else core
        return core

    def _without_office(self, core: list[str], before: list[str]) -> list[str]:
        """`(Secretary of) Defense Jane Doe` → the words after the office, if a given name or a title says it is one."""
        titled = any(self._is_title(word.lower().rstrip(".")) for word in before)
        for index in range(len(core) - 2, -1, -1):
            named = index + 2 < len(core) and core[index + 1].lower() in GIVEN_NAMES
            office = core[index].lower() in naming.OFFICES or (_ACRONYM.fullmatch(core[index]) and len(core[index]) > 2)
            place = named and not index and core[0].lower() not in GIVEN_NAMES and self._ends_in_preposition(before)
            if (place or (office and (titled or named))) and not core[-1].isupper():
                return core[index + 1 :]
        return core

    def _ends_in_preposition(self, words: list[str]) -> bool:
        return bool(words) and self._page.lexicon.letter(words[-1]) in "opy"

    def _is_title(self, plain: str) -> bool:
        """An "M." is a man in French only."""
        return plain in naming.TITLES and (plain != "m" or bool(self._page.lexicon.clitics))

    def _is_name(self, word: str) -> bool:
        title = self._is_title(word.lower().rstrip("."))
        return word[0].isupper() and not title and self._page.lexicon.letter(word) == "N"

    # Surnames

    def _named(self, words: list[str], core: list[str], position: int) -> Person:
        surname, given = core[-1], tuple(core[:-1])
        titled = [word for word in words[: -len(core)] if self._is_title(word.lower().rstrip("."))]
        titles = [word.lower().rstrip(".") for word in titled]
        gender = next((naming.TITLE_GENDER[title] for title in titles if title in naming.TITLE_GENDER), "")
        if not given and titles and titles[-1] in naming.GIVEN_ONLY:
            return self._titled(words, surname, gender, position)
        forms = [form for form in self._given_names(surname, position) if _compatible(form.given, given)]
        if not given:
            forms = self._of_one_person(forms, gender, position)
        if surname.isupper():
            return Person(" ".join(word.capitalize() for word in core), gender or _gender(given), known=True)
        if not forms:
            title = titled[-1] if titled else ""
            shown = " ".join((*(given or (title,)), surname)).strip()
            return Person(shown, gender or _gender(given), known=bool(given or title))
        best = max((form.given for form in forms), key=lambda names: (len(names), sum(map(len, names))))
        return Person(" ".join((*best, surname)), gender or _gender(best), known=True)

    def _titled(self, words: list[str], given: str, gender: str, position: int) -> Person:
        """`Dame Jane` → the surname that follows somewhere."""
        for place in self._places_of(given, position):
            following = _SURNAME.match(self._view, place + len(given))
            if following and self._is_name(following.group(1)):
                return Person(f"{given} {following.group(1)}", gender, known=True)
        return Person(" ".join(words[-2:]), gender, known=True)

    def _of_one_person(self, forms: list[_Form], gender: str, position: int) -> list[_Form]:
        """Of several people with one surname: the one of that gender, named last in the paragraph, or mostly meant."""
        if gender:
            forms = [form for form in forms if naming.gender_of(form.first) in ("", gender, gender + "?")]
        if len({form.first for form in forms}) < 2:
            return forms
        ranks = Counter(form.first for form in forms).most_common(2)
        start = self._view.rfind("\n", 0, position) + 1
        near = [form.first for form in forms if start <= form.position < position]
        if not near and ranks[0][1] < _DOMINANT * ranks[1][1]:
            return []
        chosen = near[-1] if near else ranks[0][0]
        return [form for form in forms if form.first == chosen]

    def _given_names(self, surname: str, position: int) -> list[_Form]:
        forms = self._forms.get(surname)
        if forms is None:
            forms = self._forms[surname] = list(islice(self._find_given_names(surname, position), _MOST_FORMS))
        return forms

    def _find_given_names(self, surname: str, near: int) -> Iterator[_Form]:
        for position in islice(self._places_of(surname, near), _MOST_PLACES):
            given = self._given_before(position)
            while given and given[0].lower() in PARTICLES and given[0] != "Al":
                del given[0]
            if given:
                yield _Form(position, tuple(given))

    def _given_before(self, position: int) -> list[str]:
        """The words before `position` in its line, as far back as they may be given names."""
        given: list[str] = []
        if not self._view[position - 1 : position].isspace():
            return given
        before = self._view[max(0, position - _BEFORE_NAME) : position].rpartition("\n")[2]
        for piece in reversed(before.split()[-_MOST_GIVEN:]):
            word = _WORD_AT_END.search(piece)
            if word is None or not self._is_given(word.group(1)):
                break
            given.insert(0, word.group(1))
            if word.start():
                break
        return given

    def _places_of(self, name: str, near: int) -> Iterator[int]:
        """Where `name` stands as a word of its own, as far from `near` as a long release reaches."""
        limit = near + _FAR
        position = self._view.find(name, max(0, near - _FAR), limit)
        while position >= 0:
            end = position + len(name)
            if not self._view[position - 1 : position].isalnum() and not self._view[end : end + 1].isalnum():
                yield position
            position = self._view.find(name, end, limit)

    def _is_given(self, word: str) -> bool:
        plain = word.lower().rstrip(".")
        if plain in PARTICLES:
            return True
        if not word[0].isupper() or (_ACRONYM.fullmatch(word) and len(word) > 2) or plain in naming.OFFICES:
            return False
        if plain in naming.NEVER_GIVEN and (plain != "m" or self._is_title(plain)):
            return False
        return self._page.lexicon.letter(word) == "N" and (not word.endswith(".") or len(word) < 4)

    # Pronouns

    def _antecedent(self, mention: Span, pronoun: str) -> Person:
        """Whom "he" or "she" means: the last person who acts or speaks above, a few paragraphs at most."""
        gender = naming.PRONOUN_GENDER.get(pronoun)
        if gender is None:
            return Person(None)
        line: Line | None = self._page.line_at(mention.start)
        limit = mention.start
        for _ in range(_LINES_LOOKED_BACK):
            if line is None or not line.letters:
                break
            found = self._acting_before(line, limit, gender)
            if found:
                return found
            line = self._page.line_before(line.start)
            limit = line.end if line and line.letters else 0
        return Person(None, gender)

    def _acting_before(self, line: Line, limit: int, gender: str) -> Person | None:
        spans = self._actors_of(line)
        latest = spans[: bisect_left(spans, (limit, limit))][-_MOST_ACTORS:]
        people = [(span.start, person) for span in latest if (person := self._named_at(span)) and person.known]
        if self._last_spoken and line.start <= self._last_spoken[0] < limit:
            people.append(self._last_spoken)
        fitting = [(at, person) for at, person in people if person.gender in ("", gender, gender + "?")]
        fitting = fitting or [(at, person) for at, person in people if person.gender.endswith("?")]
        if not fitting:
            return None
        person = max(fitting, key=lambda pair: pair[0])[1]
        sure = all(other.name == person.name for _, other in fitting)
        return Person(person.name, gender, known=True, sure=sure)

    def _actors_of(self, line: Line) -> list[Span]:
        actors = self._actors.get(line.start)
        if actors is None:
            actors = self._actors[line.start] = clause_subjects(line)
        return actors

    def _named_at(self, span: Span) -> Person | None:
        words = self._words(span)
        core = self._core(words)
        return self._named(words, core, span.start) if core else self._in_apposition(span)

    # Roles

    def _by_role(self, words: list[str], mention: Span) -> Person | None:
        """`the Executive Director` → who holds that role in this text, if it is one person."""
        head = self._before_preposition(words)
        role = next((word.lower() for word in reversed(head) if word.lower() in naming.ROLE_FAMILIES), "")
        office = " ".join(word for word in words[1:] if word[0].isupper())
        if not role and " " not in office:
            return None
        modifiers = [
            word for word in words if word[0].isupper() and word.lower() not in naming.TITLES and word != "The"
        ]
        fits: dict[str, float] = {}
        for position, name, context in self._holders_of(naming.ROLE_FAMILIES.get(role, (office,))):
            fit = 0.0 if mention.start <= position < mention.end else _organisation_fit(modifiers, context)
            fits[name] = max(fits.get(name, 0.0), fit)
        most = max(fits.values(), default=0.0)
        best = [name for name, fit in fits.items() if fit == most]
        if not most:
            return None
        if len(best) > 1 and self._last_spoken and self._last_spoken[1].name in best:
            return self._last_spoken[1]
        return Person(best[0], known=True, sure=most >= _SURELY_FITS) if len(best) == 1 else None

    def _holders_of(self, roles: tuple[str, ...]) -> list[tuple[int, str, list[str]]]:
        """`(position, name, words of the role's phrase)` for each person beside one of these roles."""
        holders = self._holders.get(roles)
        if holders is None:
            holders = self._holders[roles] = list(self._find_holders(roles))
        return holders

    def _find_holders(self, roles: tuple[str, ...]) -> Iterator[tuple[int, str, list[str]]]:
        for match in islice(_any_of(roles).finditer(_in_small_letters(self._view)), _MOST_PLACES):
            floor = max(0, match.start() - _BEFORE_ROLE)
            before = self._view[floor : match.start()].rpartition("\n")[2]
            after = self._view[match.end() : match.end() + _AFTER_ROLE].partition("\n")[0]
            for name, phrase in (_name_after(before, after), _name_before(before, after)):
                words = _WORD.findall(name)
                core = self._core(words)
                if core and len(core) > 1 and all(self._is_given(word) for word in core[:-1]):
                    yield match.start(), self._named(words, core, match.start()).name or "", _WORD.findall(phrase)


_SURELY_FITS = 0.5
"""How much of a role's organisation must be named: "the WHSO chief" is hardly the head of the WHSO Pilotage Section."""

_NAME_AT_START = re.compile(
    r"(?P<of>[^\S\n]+(?:of|for|at)[^\S\n][^,.;:\n]{1,80}(?=,))?(?:[^\S\n]*,[^\S\n]*|[^\S\n]+)(?P<name>(?:[^\W\d_][\w’'.-]*[^\S\n]+){1,3}[^\W\d_][\w’'-]*)"
)
_NAME_AT_END = re.compile(
    r"((?:[^\W\d_][\w’'.-]*[^\S\n]+){1,4}[^\W\d_][\w’'-]*)[^\S\n]*(?:(?:\([^()]*\))?,|\()([^,.;:]{0,60})$"
)
_WHO = re.compile(r",?\s(?:who|qui|quien)\b")
_SET_OFF = re.compile(r"[,(][^,.;:]{0,60}$")
_NAME_BETWEEN_COMMAS = re.compile(r",[^\S\n]*((?:[^\W\d_][\w’'.-]*[^\S\n]+){1,3}[^\W\d_][\w’'-]*)(?=[,.;:]|$)")
_NAME_BEFORE_COMMA = re.compile(r"((?:[^\W\d_a-z][\w’'.-]*[^\S\n]+){1,3}[^\W\d_][\w’'-]*),[^\S\n]*$")
_SURNAME = re.compile(r"[^\S\n]+([^\W\d_][\w’'-]+)")
_PHRASE_AFTER = re.compile(r"[^,.;:]*")


@lru_cache(maxsize=256)
def _any_of(roles: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the roles as words of their own in small letters; each begins with its letters, to be found at once."""
    written = [re.escape(_in_small_letters(role)) for role in roles]
    return re.compile("|".join(rf"{role}(?<![\w-]{role})(?![\w-])" for role in written))


def _in_small_letters(text: str) -> str:
    """The text as long as before, its letters as patterns without case take them: but for one, none grows."""
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


def _name_after(before: str, after: str) -> tuple[str, str]:
    """`UNODC Executive Director, Jane Doe`: the name and the role's phrase."""
    match = _NAME_AT_START.match(after)
    phrase = re.split(r"[,.;:]", before)[-1]
    return (_capital_words(match["name"]), phrase + (match["of"] or "")) if match else ("", "")


def _name_before(before: str, after: str) -> tuple[str, str]:
    """`Jane Doe, Executive Director of the Office`: the name and the role's phrase."""
    match = _NAME_AT_END.search(before) if _SET_OFF.search(before) else None
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


def _compatible(form: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether two sequences of given names can be one person's."""
    if not given:
        return True
    first, other = form[0].rstrip("."), given[0].rstrip(".")
    return first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])


def _gender(given: tuple[str, ...]) -> str:
    return naming.gender_of(given[0]) if given else ""
