"""One language's words → letters: by its tables, by capital and ending, and by neighbours where two are possible."""

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from reader.parsing.reporting import Language, language

OPEN, INSIDE, CLOSE = "\x02", "\x01", "\x03"

_POSSESSIVE = ("'s", "’s", "'", "’", "'S", "’S")
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|Amb|Maj|"
    "Cmdr|Bros|Messrs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|"
    "Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Sra|Mme|M"
)
PLURALS = ("s", "people", "men", "children", "police", "media")
"""How the subject of a base form ends: `people call`, but `a conference call`."""
_PARTY = r"[DIR]-[A-Z][A-Za-z]*(?:\.[A-Z][a-z]*)*(?![\w’'-])"
_DEGREE = r"(?:[MJ]\.D|Ph\.D)\."
_SUFFIX = r"(?:Jr|Sr|Esq|Inc|Ltd)\."
_SET_OFF_NAME = re.compile(rf"{_PARTY}\.?|{_DEGREE}")
_MARKS = {mark: mark for mark in ",;:"}
_MOST_WORDS_KEPT = 50_000
_OBJECT_OPENS = frozenset("rqdhHJk")
_NOUN_GOES_ON = frozenset(",.;:-o p y b x G g i V v e u c".replace(" ", ""))

_Value = TypeVar("_Value")


class _Known(dict[str, _Value]):
    """What was found about the words met so far, each looked at once."""

    def __init__(self, look_at: Callable[[str], _Value]) -> None:
        super().__init__()
        self._look_at = look_at

    def __missing__(self, word: str) -> _Value:
        if len(self) > _MOST_WORDS_KEPT:
            self.clear()
        value = self[word] = self._look_at(word)
        return value


class Lexicon:
    """One language's words → letters; words it does not list are told by their capital and their ending.

    `opening` and `within` give the letter of a word that opens its sentence or stands within it, and whether its
    neighbours have to settle what it is.
    """

    def __init__(self, words: Language) -> None:
        self._letters = {**words.letters, **_MARKS}
        self._nouns = words.nouns
        self._sayings = words.sayings
        self._endings = words.endings
        self._known = _Known(self._classify)
        self.opening = _Known(self._read_opening)
        self.within = _Known(self._read_within)
        self.clitics = words.clitics
        self.nouns_have_capitals = words.nouns_have_capitals
        self.tokens = _token_pattern(words)

    def letter(self, word: str) -> str:
        """The letter of `word` wherever it stands."""
        return self._known[word]

    def _read_within(self, word: str) -> tuple[str, bool]:
        """Within a sentence a capital tells: Will and May are then names."""
        letter = self._known[word]
        if letter in "xp" and word[0].isupper():
            letter = "N"
        return _judged(letter, self._is_doubtful(word, letter))

    def _read_opening(self, word: str) -> tuple[str, bool]:
        """The capital of the first word of a sentence says nothing."""
        letter = self._known[word]
        lower = word.lower()
        listed = self._letters.get(lower, letter) if letter == "N" else letter
        if listed not in "BuTnz" and lower not in self._nouns:
            letter = listed
        return _judged(letter, self._is_doubtful(word, letter))

    def _is_doubtful(self, word: str, letter: str) -> bool:
        """Whether neighbours have to say what `word` is: a verb that is a noun too, or an unknown word in -s."""
        return word in self._nouns if letter in "VvBu" else letter in "Ggi" or (letter == "n" and word[-1] == "s")

    def settle(self, word: str, letter: str, before: str, after: str, beyond: str) -> str:
        """The letter of a doubtful word between its neighbours' letters."""
        if letter == "n":
            return "e" if before == "H" or (before in "Nwa" and after in "tdhH") else "n"
        if letter == "i":
            return "n" if before == "n" and after in "opy," else "i"
        if before == "o" and letter in "Gg" and after in _OBJECT_OPENS:
            return letter
        if before in ("dhko" if letter in "Gg" else "dhkopy"):
            return self.noun(word)
        if letter in "Gg" or word not in self._nouns:
            return letter
        if after == "o" or (before in "neiTa" and after in _NOUN_GOES_ON and beyond != "q"):
            return self.noun(word)
        return letter

    def noun(self, word: str) -> str:
        """The letter of a verb that is a noun here."""
        return "z" if word in self._sayings else "n"

    def _classify(self, word: str) -> str:
        lower = word.lower().replace("’", "'")
        letter = self._letters.get(lower, "")
        if word[1:2] in "-.h" and _SET_OFF_NAME.fullmatch(word):
            return "a"
        if word[0].isupper() and (not letter or letter in "VvGgBuenz"):
            return "k" if word.endswith(_POSSESSIVE) else "N"
        if letter:
            return letter
        if word.endswith(_POSSESSIVE):
            return "k"
        return next((kind for ending, kind in self._endings if lower.endswith(ending) and len(lower) > 4), "n")


@cache
def _judged(letter: str, is_doubtful: bool) -> tuple[str, bool]:
    """One pair for all words of a kind, to keep the memory of many thousand words small and near."""
    return letter, is_doubtful


def _token_pattern(words: Language) -> re.Pattern[str]:
    """Words and signs, without a group where they are one letter; blanks are passed over before anything is tried, and
    what is rare is tried only where its first letter stands, an abbreviation where a full stop comes soon.
    """
    phrases = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in words.phrases)
    initials = "".join(sorted({letter for phrase in words.phrases for letter in (phrase[0], phrase[0].upper())}))
    elided = f"{words.elided}(?=\\w)|" if words.elided else ""
    clitics = "|".join(sorted(words.clitics, key=len, reverse=True))
    inverted = rf"(?P<clitic>\w+-(?:{clitics})(?![-’'&./,@]?\w|[’']))|" if clitics else ""
    return re.compile(
        rf"(?=\S)(?:(?=[A-Zv][a-z]{{0,5}}\.\s)(?:{_ABBREVIATIONS}|[A-Z])\.|(?=[{initials}])(?i:{phrases})\b|{elided}{inverted}"
        rf"(?=[DIR]-[A-Z]){_PARTY}(?:\.(?=,|\s[a-z]))?|"
        r"[A-Za-z]\.(?:[A-Za-z]\.)+|[$€£#@]?+\w++(?:[-’'&./,@]\w++)*+[’']?+"
        r"|(?!,\s[A-Z])[,;:]"
        r"|(?P<stop>[.?!…]+)"
        rf"|(?P<quote>{OPEN}{INSIDE}*{CLOSE}?)"
        r"|(?P<dash>--+|[—–―]|(?<=\s)-(?=\s))"
        rf"|(?P<skip>\([^()\x02\n]{{0,120}}\)|\[[^\[\]\x02\n]{{0,40}}\]|,\s(?:{_SUFFIX}(?=,|\s[a-z(])|(?:{_PARTY}\.?|{_DEGREE})(?=\s[a-z(])))"
        r"|,)"
    )


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language that has tables; KeyError for others."""
    words = language(code)
    if words is None:
        raise KeyError(code)
    return Lexicon(words)
