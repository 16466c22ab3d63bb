"""The language of a text, from its script or from its small words: enough for a release, none for a few words."""

import re
from collections.abc import Sequence

_SAMPLE = 1200
_ENGLISH_SAMPLE = 500  # is enough to be sure of English, which most releases are in
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0391-\u03c9]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0904-\u0939]")),
    ("bn", re.compile("[\u0985-\u09b9]")),
    ("th", re.compile("[\u0e01-\u0e2e]")),
)
_OTHER_SCRIPT = re.compile("[\u0391-\u1fff\u3041-\ud7a3]")
_LIKENESSES = {
    "ar": (("ur", "ٹڈڑںھے"), ("fa", "پچژگ")),
    "ru": (("uk", "їєґ"), ("be", "ў"), ("bg", "ѝ"), ("sr", "ђћџ")),
}
_SMALL_WORDS = {
    "en": "the of and to in that for is on with as was by it at from this are be has have an which will not said",
    "fr": "le la les des du de et en un une dans pour que qui est au aux sur par ce cette avec sont plus ont été",
    "es": "el la los las de del y en que un una por con para se es al su como más ha esta este son fue también",
    "pt": "o a os as de do da dos das e em que um uma para com não por no na ao se mais foi são também pelo pela",
    "it": "il lo la gli le di del della dei delle e che in un una per con è sono al alla nel si da anche questo più",
    "ca": "el la els les de del i en que un una per amb al és són ha aquest aquesta més també dels pel",
    "ro": "și în de la cu pe din care este a al ale că pentru mai sunt a fost se o un prin sau către",
    "de": "der die das und in den von zu mit des im ist für auf dem nicht eine ein als auch sich an werden wird bei",
    "nl": "de het een van en in is op te dat voor met zijn aan er niet om ook als door bij naar wordt deze",
    "sv": "och i att det som en på är av för med till den har de inte om ett från var kan vi så",
    "da": "og i at det som en på er af for med til den har de ikke om et fra var kan der skal blev",
    "no": "og i at det som en på er av for med til den har de ikke om et fra var kan som skal ble",
    "fi": "ja on ei se että oli ovat myös joka kuin mutta sekä tai hän sen ovat jotka vuonna mukaan",
    "pl": "i w z na do się że nie jest o od po dla przez oraz za to jak są który które był roku także",
    "cs": "a v na se že je s z do o k pro jako jsou za by od které který byl také podle po při",
    "hu": "a az és hogy nem is egy van ez volt meg mint vagy már csak el azt szerint valamint által",
    "tr": "ve bir bu için ile da de olarak olan çok daha gibi en kadar olduğu sonra göre ise tarafından",
    "id": "yang dan di untuk dengan dari pada ini dalam tidak akan oleh juga telah adalah sebagai kepada ke",
    "vi": "và của các là có cho được trong với những một không người này đã về từ khi tại năm",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())
_FEWEST = 12


def find_language(text: str) -> str | None:
    """The language as ISO 639-1 names it, or none where a text is too short or too mixed to say."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and _OTHER_SCRIPT.search(sample) and (script := _by_script(sample)):
        return script
    if len(sample) == _SAMPLE and _is_english(sample[:_ENGLISH_SAMPLE].lower().split()):
        return "en"
    words = sample.lower().split()
    if len(words) < _FEWEST:
        return None
    if _is_english(words):
        return "en"
    counts: dict[str, int] = dict.fromkeys(_SMALL_WORDS, 0)
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += 1
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] * 10 > len(words) else None


def _is_english(words: Sequence[str]) -> bool:
    return sum(map(_ENGLISH.__contains__, words)) * 6 > len(words)


def _by_script(sample: str) -> str | None:
    """The language of a script that is not Latin, if a third of the letters are in it."""
    letters = sum(map(str.isalpha, sample))
    for language, pattern in _SCRIPTS:
        found = len(pattern.findall(sample))
        if found * (20 if language == "ja" else 3) > letters:
            return next(
                (like for like, signs in _LIKENESSES.get(language, ()) if any(map(sample.__contains__, signs))),
                language,
            )
    return None
