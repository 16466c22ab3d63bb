"""The words by which a language says who speaks: reporting verbs, pronouns and the small words around a subject.

Data only, a table a language; `grammar.py` turns each word into the letter it has here, and one set of rules over those
letters serves every language. Strong verbs attribute whatever stands beside them ("said"); weak ones may ("called the
plan …") and are asked only after the strong. The English verbs were gathered by counting what stands between a speaker
and a quotation in the training news, then filled up from the same families.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

LETTERS = """
N  name, any word with a capital       n  other word               H  subject pronoun, J for it
d  determiner                          k  possessive (name's)      h  possessive pronoun
z  noun for something said             T  day, month, "yesterday"  w  relative pronoun
o  of                                  y  by                       p  other preposition
c  coordinator                         s  subordinator, r for that             t  to
x  auxiliary, modal                    b  form of to be            a  adverb
V  strong verb, finite                 v  weak verb, finite        A  according to
G  strong verb, gerund                 g  weak verb, gerund        q  a quotation
B  strong verb, base form              u  weak verb, base form     e  any other verb      i  any other gerund
"""


@dataclass(frozen=True, slots=True)
class Language:
    """`letters` gives each listed word its letter; `endings` guesses for the others; `nouns` are verbs that are as
    often nouns, `sayings` the nouns for something said.

    `phrases` are the listed entries of several words, `elided` the words that an apostrophe joins to the next one, and
    `clitics` the pronouns that a hyphen joins to their verb. Where `nouns_have_capitals`, a capital makes no office.
    """

    letters: Mapping[str, str]
    nouns: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    endings: tuple[tuple[str, str], ...] = ()
    elided: str = ""
    clitics: frozenset[str] = frozenset()
    nouns_have_capitals: bool = False

    @property
    def phrases(self) -> list[str]:
        """The entries of several words, the longest first."""
        joined = [entry for entry in self.letters if " " in entry or (self.elided and "'" in entry[:-1])]
        return sorted(joined, key=len, reverse=True)


_ENGLISH_STRONG = """
say/said tell/told add write/wrote/written ask continue note tweet state declare explain reply respond argue warn
conclude claim acknowledge recall report announce insist admit joke remark quip exclaim shout yell predict complain
stress emphasize emphasise assert contend maintain observe comment testify proclaim vow concede confess counter retort
interject boast lament muse caution opine reiterate affirm allege reveal chant deadpan whisper mutter scream
fume marvel enthuse gush speculate theorize crow grumble intone summarize reason agree repeat echo email text chide
scoff sneer plead stipulate elaborate underscore retweet bellow chime chuckle laugh offer implore
underline clarify rejoin advise recount snap shrug sigh read/read cry react exhort
"""
_ENGLISH_WEAK = """
call describe dismiss accuse criticize criticise praise refer dub label deem brand denounce decry blast slam mock
ridicule attack condemn cite quote characterize characterise portray cast/cast blame credit thank assure remind urge
demand propose support reject oppose defend hail tout bemoan believe think/thought feel/felt hope expect
find/found consider view speak/spoke/spoken talk point put/put promise pledge rail express suggest indicate
compare liken pronounce term sing/sang/sung post publish assail berate hammer knock rip lambast lambaste
deride lampoon disparage deplore bash challenge congratulate compliment applaud welcome celebrate
recommend instruct order request beg appeal threaten voice imply hint deny doubt wonder worry fear
mention discuss address outline advocate endorse champion invoke raise question detail sound depict
rebuke scold admonish castigate excoriate chastise skewer torch fault decide rule determine judge
apologize signal swear/swore/sworn see/saw/seen know/knew/known want learn release issue
answer guess figure imagine reflect hear/heard/heard understand/understood require
"""
_VERBS_AND_NOUNS = """
address advocate answer appeal attack blame blast boast brand call cast caution challenge chant cite claim comment
complaint counter credit cry deal demand detail discount doubt dub echo email estimate fault fear figure find guess
hammer hope issue joke judge knock label laugh need note order outline pan pledge point post praise promise question
quote reason release remark report request retort rule sign signal slam sound state support talk term text thank thanks
torch tweet value view vow want welcome worry
"""
_DOUBLING = frozenset(("quip", "admit", "dub", "refer", "slam", "rip", "put", "snap"))
_SIBILANTS = ("s", "sh", "ch", "x", "o")

_ENGLISH = {
    "o": "of",
    "y": "by",
    "p": "in on at for from with about against into during over under between among through like near toward towards "
    "across amid despite following behind without within around upon per via off outside inside",
    "d": "the a an this these those one another some several many both two three four five most few each every any "
    "all such",
    "z": "statement comment comments remark remarks claim claims call calls promise promises pledge pledges phrase "
    "slogan assertion description declaration question response answer reply vow warning message tweet speech "
    "words argument characterization criticism suggestion insistence notion motto credo plea request demand "
    "vision belief reference contention sign ad poster banner placard observation accusation testimony "
    "explanation complaint conclusion critique post essay letter memo email",
    "h": "his her their its our my your whose",
    "n": "family assembly monopoly supply rally "
    "leading ranking acting managing operating founding organizing planning marketing housing banking training "
    "engineering outgoing incoming sitting presiding governing polling voting advertising manufacturing retired "
    "undecided registered",
    "e": "went took made gave got came became began left lost met ran kept held brought built bought sold sent won "
    "led stood sat lay fell grew rose drew drove broke chose ate flew forgot forgave hid hit let meant paid set "
    "sought caught dealt drank fought hung laid quit rang sank slept slid split spread sprang swam swept swung tore "
    "wept withdrew shook shot showed spent stole struck taught threw woke wore seemed appeared tried needs wants makes "
    "takes gives gets comes runs keeps holds brings builds leads stands plays shows means seems includes needs "
    "remains lives works faces uses helps begins starts serves leaves loses wins sees hopes ain't",
    "T": "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december week weeks month months year years night morning afternoon evening "
    "weekend day days hours mon tue wed thu fri sat sun jan feb aug sept oct nov dec",
    "a": "also then later again now still even once ever often always sometimes first instead meanwhile however "
    "further earlier afterward afterwards only just simply already soon too perhaps maybe here there twice "
    "today yesterday tonight tomorrow ago not rather indeed thus therefore nonetheless nevertheless otherwise "
    "recently out famously jokingly back below above "
    "additionally specifically originally previously finally similarly consequently accordingly",
    "x": "has have had having will would can could may might must should shall do does did 'd 'll 've n't didn't "
    "doesn't don't hasn't hadn't haven't won't wouldn't can't couldn't shouldn't cannot never he'd he'll they'd "
    "let's went goes go going used",
    "b": "is are was were be been being isn't aren't wasn't weren't 's am",
    "t": "to",
    "r": "that which",
    "s": "as after before since until than what if when while whether although though unless where how why "
    "whereas whereby so because",
    "c": "and or but nor yet",
    "w": "who whom",
    "H": "he she they we i you nobody somebody everyone someone others he's she's they're we're i'm you're i've we've "
    "they've you've",
    "J": "it it's that's there's",
}
_ENGLISH_PHRASES = {
    "according to": "A",
    **dict.fromkeys(("went on", "goes on", "pointed out", "points out", "shot back", "fired back", "hit back"), "V"),
    **dict.fromkeys(("chimed in", "put it", "puts it", "summed up", "weighed in"), "V"),
    **dict.fromkeys(("is quoted as saying", "was quoted as saying", "were quoted as saying"), "V"),
    "pointing out": "G",
    "point out": "B",
}


def _table(classes: Mapping[str, str]) -> dict[str, str]:
    return {word: letter for letter, words in classes.items() for word in words.split()}


def _english() -> Language:
    letters = _table(_ENGLISH)
    for verbs, base, finite, gerund in ((_ENGLISH_WEAK, "u", "v", "g"), (_ENGLISH_STRONG, "B", "V", "G")):
        for forms in _english_forms(verbs):
            letters[forms[0]] = base
            letters.update(dict.fromkeys(forms[1:-1], finite))
            letters[forms[-1]] = gerund
    nouns = frozenset(word + ending for word in _VERBS_AND_NOUNS.split() for ending in ("", "s"))
    sayings = frozenset(_ENGLISH["z"].split())
    endings = (("ly", "a"), ("ing", "i"), ("ed", "e"))
    return Language(letters | _ENGLISH_PHRASES, nouns, sayings, endings)


def _english_forms(verbs: str) -> Iterator[tuple[str, ...]]:
    """Base, third person, past, participle, gerund; an entry writes irregular pasts as `base/past/participle`."""
    for entry in verbs.split():
        base, *irregular = entry.split("/")
        stem = base + base[-1] if base in _DOUBLING else base
        third = base[:-1] + "ies" if _ends_in_consonant_y(base) else base + ("es" if base.endswith(_SIBILANTS) else "s")
        past = irregular or [_english_past(base, stem)]
        gerund = (base[:-1] if base.endswith("e") and base[-2] not in "ei" else stem) + "ing"
        yield base, third, *past, gerund


def _english_past(base: str, stem: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if _ends_in_consonant_y(base) else stem + "ed"


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeou"


_FRENCH = {
    "V": "dit déclare déclaré ajoute ajouté affirme affirmé explique expliqué précise précisé souligne souligné "
    "estime estimé indique indiqué assure assuré rappelle rappelé annonce annoncé conclut conclu poursuit "
    "poursuivi insiste insisté note noté écrit répond répondu demande demandé lance lancé martèle martelé "
    "confie confié raconte raconté commente commenté regrette regretté avertit averti prévient prévenu relève "
    "relevé résume résumé reconnaît reconnu constate constaté soutient soutenu plaide plaidé répète répété "
    "réitère réitéré prévenait disait ajoutait confirme confirmé observe observé remarque remarqué admet admis "
    "interroge s'exclame s'inquiète s'interroge réagit réagi se félicite félicité se réjouit réjoui martelait "
    "tweete tweeté",
    "G": "disant déclarant ajoutant affirmant expliquant précisant soulignant estimant indiquant assurant rappelant "
    "concluant insistant notant",
    "v": "qualifie qualifié évoque évoqué dénonce dénoncé salue salué appelle appelé décrit juge jugé accuse accusé "
    "promet promis parle parlé exhorte exhorté cite cité propose proposé remercie remercié critique critiqué",
    "o": "de du des d'",
    "y": "par",
    "p": "à au aux en dans sur sous avec pour sans entre chez vers contre depuis pendant lors après avant",
    "d": "le la les l' un une ce cet cette ces plusieurs deux trois tous toutes",
    "h": "son sa ses leur leurs mon ma mes notre nos votre vos",
    "a": "aussi encore également ensuite puis alors toutefois cependant hier aujourd'hui ainsi notamment enfin même "
    "déjà ne pas n'",
    "T": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre",
    "x": "a ont avait avaient ai avons aurait aura s'est",
    "b": "est sont était étaient été être sera",
    "t": "",
    "r": "que qu' dont",
    "s": "comme quand lorsque lorsqu' si parce où alors puisque quoi",
    "c": "et ou mais",
    "w": "qui",
    "H": "il elle ils elles on je j' nous vous",
    "J": "ce c' cela ça",
}
_SPANISH = {
    "V": "dijo dice decía afirmó afirma aseguró asegura explicó explica declaró declara señaló señala añadió añade "
    "agregó agrega indicó indica manifestó manifiesta subrayó subraya destacó destaca recordó recuerda anunció "
    "anuncia advirtió advierte expresó expresa sostuvo sostiene apuntó apunta comentó comenta concluyó concluye "
    "respondió responde reiteró reitera insistió insiste precisó precisa admitió admite reconoció reconoce "
    "preguntó pregunta escribió escribe relató relata enfatizó enfatiza contó cuenta puntualizó remarcó remarca "
    "aclaró aclara confesó lamentó lamenta dicho afirmado asegurado explicado declarado señalado añadido "
    "indicado manifestado subrayado destacado recordado apuntado",
    "G": "diciendo afirmando asegurando explicando añadiendo agregando señalando indicando subrayando",
    "v": "calificó califica llamó llama denunció denuncia describió describe pidió pide acusó acusa criticó critica "
    "prometió promete habló habla consideró considera propuso propone agradeció agradece celebró",
    "o": "de del",
    "y": "por",
    "p": "a al en con para sin sobre entre hacia desde contra durante tras ante bajo hasta",
    "d": "el la los las un una unos unas este esta estos estas ese esa varios varias dos tres todos",
    "h": "su sus mi mis nuestro nuestra nuestros nuestras",
    "a": "también además luego después ayer hoy así entonces ya no nunca todavía aún asimismo ahora",
    "T": "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre",
    "x": "ha han había habían he hemos habría",
    "b": "es son era eran fue fueron ser sido será está están",
    "r": "que",
    "s": "como cuando si porque donde aunque mientras cuyo",
    "c": "y e o u pero",
    "w": "quien quienes",
    "H": "él ella ellos ellas yo nosotros ustedes usted",
}
_GERMAN = {
    "V": "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont ergänzte ergänzt fügte fügt meinte meint "
    "berichtete berichtet warnte warnt kündigte kündigt schrieb schreibt teilte teilt erläuterte erläutert "
    "unterstrich unterstreicht bekräftigte bekräftigt forderte fordert antwortete antwortet fragte fragt "
    "behauptete behauptet hob hebt kommentierte kommentiert freute freut äußerte äußert stellte stellt "
    "versicherte versichert verkündete verkündet mahnte mahnt führte bestätigte bestätigt resümierte resümiert "
    "rief gesagt mitgeteilt ergänzt hinzugefügt",
    "v": "nannte nennt bezeichnete bezeichnet kritisierte kritisiert lobte lobt beschrieb beschreibt sprach spricht "
    "verlangte verlangt versprach verspricht warf wirft begrüßte begrüßt dankte dankt",
    "p": "in im an am auf bei beim mit nach aus von vom zu zum zur für gegen über unter seit vor während durch "
    "zwischen",
    "d": "der die das den dem des ein eine einer eines einem einen dieser diese dieses jener mehrere zwei drei viele "
    "alle",
    "h": "sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren unser unsere mein meine",
    "a": "auch dann noch weiter zudem außerdem gestern heute jetzt nun hinzu nicht bereits wiederum hervor mit an "
    "fest sich anschließend ferner dabei",
    "T": "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august "
    "september oktober november dezember",
    "x": "hat haben hatte hatten habe wird werden würde kann könne soll solle muss müsse",
    "b": "ist sind war waren sei seien wurde worden gewesen",
    "r": "dass daß",
    "s": "wenn weil als ob wie wo damit nachdem obwohl",
    "c": "und oder aber sondern",
    "w": "",
    "H": "er sie wir ich man",
    "J": "es",
}
_ELIDED = r"(?:[ldcjmnst]|qu|lorsqu|puisqu)['’]"
_CLITICS = frozenset(("il", "elle", "on", "ils", "elles", "je", "t-il", "t-elle", "t-on"))


def _french() -> Language:
    phrases = {"selon": "A", "d'après": "A", "pour sa part": "a", "de son côté": "a"}
    return Language(_table(_FRENCH) | phrases, endings=(("ment", "a"),), elided=_ELIDED, clitics=_CLITICS)


def _spanish() -> Language:
    phrases = {"según": "A", "de acuerdo con": "A", "por su parte": "a"}
    return Language(_table(_SPANISH) | phrases, endings=(("mente", "a"), ("ando", "i"), ("iendo", "i")))


def _german() -> Language:
    return Language(_table(_GERMAN) | {"laut": "A", "so": "A", "nach angaben von": "A"}, nouns_have_capitals=True)


_MAKERS = {"en": _english, "fr": _french, "es": _spanish, "de": _german}


@cache
def language(code: str) -> Language | None:
    """The tables of a language by its two letters; none for a language whose speakers are not sought."""
    return _MAKERS[code]() if code in _MAKERS else None


_TELLTALES = {
    code: words.split()
    for code, words in {
        "en": "the of and to said is that he was with for",
        "fr": "le les des et une est dans que qui pour du",
        "es": "el los las y una del que con para es por",
        "de": "der die und das den ist nicht mit von ein zu",
        "pt": "o os não uma dos com são para em da ao",
        "it": "il che di della per gli sono è con del una",
        "nl": "het een en van de is dat niet met op",
        "pl": "w na i się nie jest do że z",
    }.items()
}
_SAMPLE = 1200
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_LEAST_EVIDENCE = 3


def guess_language(text: str) -> str:
    """The language of a text too short or mixed to be sure of: whose small words are the most frequent at its head."""
    frequency = Counter(_LATIN_WORD.findall(text[:_SAMPLE].lower()))
    counts = {code: sum(frequency[word] for word in words) for code, words in _TELLTALES.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] < _LEAST_EVIDENCE:
        return "en" if text[:_SAMPLE].isascii() or counts["en"] else ""
    return best
