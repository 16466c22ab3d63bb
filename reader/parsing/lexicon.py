"""One language's words → letters: by its tables, by capital and ending, and by neighbours where two are possible."""

import re
from functools import cache

from reader.parsing.reporting import Language, language

OPEN, INSIDE, CLOSE = "\x02", "\x01", "\x03"

_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mt|Ft|Amb|Maj|"
    "Cmdr|Bros|Messrs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|"
    "Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Sra|Mme|M"
)
_MOST_WORDS_KEPT = 50_000
_NOUN_GOES_ON = frozenset(",.;:-o p y b x G g i V v e u c".replace(" ", ""))


class Lexicon:
    """One language's words → letters; words it does not list are told by their capital and their ending."""

    def __init__(self, words: Language) -> None:
        self._letters = words.letters
        self._nouns = words.nouns
        self._sayings = words.sayings
        self._endings = words.endings
        self._known: dict[str, str] = {}
        self.clitics = words.clitics
        self.tokens = _token_pattern(words)

    def letter(self, word: str) -> str:
        """The letter of `word` wherever it stands."""
        letter = self._known.get(word)
        if letter is None:
            if len(self._known) > _MOST_WORDS_KEPT:
                self._known.clear()
            letter = self._known[word] = self._classify(word)
        return letter

    def within(self, word: str, letter: str) -> str:
        """The letter of a word that does not open its sentence: Will and May are then names."""
        return "N" if letter in "xp" and word[0].isupper() else letter

    def opening(self, word: str, letter: str) -> str:
        """The letter of the first word of a sentence, whose capital says nothing."""
        lower = word.lower()
        listed = self._letters.get(lower, letter) if letter == "N" else letter
        return letter if listed in "BuTnz" or lower in self._nouns else listed

    def is_doubtful(self, word: str, letter: str) -> bool:
        """Whether neighbours have to say what `word` is: a verb that is a noun too, or an unknown word in -s."""
        return word in self._nouns if letter in "VvBu" else letter in "Ggi" or (letter == "n" and word[-1] == "s")

    def settle(self, word: str, letter: str, before: str, after: str, beyond: str) -> str:
        """The letter of a doubtful word between its neighbours' letters."""
        if letter == "n":
            return "e" if before == "H" or (before in "Nwa" and after in "tdhH") else "n"
        if letter == "i":
            return "n" if before == "n" and after in "opy," else "i"
        if before in ("dhko" if letter in "Gg" else "dhkopy"):
            return self._noun(word)
        if letter in "Gg" or word not in self._nouns:
            return letter
        if after == "o" or (before in "neiTa" and after in _NOUN_GOES_ON and beyond != "q"):
            return self._noun(word)
        return letter

    def _noun(self, word: str) -> str:
        return "z" if word in self._sayings else "n"

    def _classify(self, word: str) -> str:
        lower = word.lower().replace("’", "'")
        letter = self._letters.get(lower, "")
        if word[0].isupper() and (not letter or letter in "VvGgBuenz"):
            return "k" if _POSSESSIVE.search(word) else "N"
        if letter:
            return letter
        if _POSSESSIVE.search(word):
            return "k"
        return next((kind for ending, kind in self._endings if lower.endswith(ending) and len(lower) > 4), "n")


def _token_pattern(words: Language) -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in words.phrases)
    elided = f"{words.elided}(?=\\w)|" if words.elided else ""
    return re.compile(
        rf"(?P<quote>{OPEN}{INSIDE}*{CLOSE}?)"
        r"|(?P<skip>\([^()\x02\n]{0,120}\)|\[[^\[\]\x02\n]{0,40}\])"
        rf"|(?P<word>(?:{_ABBREVIATIONS}|[A-Z])\.(?=\s)|(?i:{phrases})\b|{elided}"
        r"(?:[A-Za-z]\.){2,}|[$€£#@]?\w+(?:[-’'&./,@]\w+)*[’']?)"
        r"|(?P<stop>[.?!…]+)"
        r"|(?P<dash>--+|[—–―]|(?<=\s)-(?=\s))"
        r"|(?P<mark>[,;:])"
    )


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language that has tables; KeyError for others."""
    words = language(code)
    if words is None:
        raise KeyError(code)
    return Lexicon(words)
