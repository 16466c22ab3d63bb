"""Which words of the text say who is quoted: a cascade of rules from the verb beside the marks to mere neighbourhood.

The order is the order in which the rules are right. Each was kept for what it adds on the training news (8,000
quotations); `RIGHT` says how often each rule, when it speaks, names the annotated source there. Two figures are
estimates: the gold has three cases of the opening clause, and none of the parenthetic, which is French.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from reader.model import Span
from reader.parsing.grammar import REACH, Line, Page, pieces_of
from reader.parsing.others import CONTRASTS, SOMEBODY, another_speaks, of_another, speaks_together, word_at
from reader.parsing.quotes import Marked
from reader.parsing.subjects import GAP, NAMED, NOUN_PHRASE, SUBJECT, Range, main_subject, subject_before

RIGHT = {
    "inverted": 0.98,
    "after": 0.98,
    "after, weak verb": 0.93,
    "after, new sentence": 0.50,
    "quoted": 0.90,
    "quoted, pronoun": 0.60,
    "according": 0.93,
    "according, nested": 0.60,
    "closing": 0.96,
    "parenthetic": 0.90,
    "interrupted": 0.98,
    "before": 0.94,
    "before, base form": 0.81,
    "before, weak verb": 0.88,
    "before, weak base form": 0.63,
    "before, weak verb, few words": 0.77,
    "before, denied": 0.60,
    "led in": 0.90,
    "led in, weak verb": 0.71,
    "introduced": 0.95,
    "continued": 0.98,
    "script": 0.81,
    "signed": 1.0,
    "said above": 0.78,
    "carried on": 0.90,
    "owned": 0.75,
    "verdict": 0.80,
    "opening clause": 0.75,
    "main clause": 0.66,
    "continued, new sentence": 0.67,
}
SURE = 0.85
_NOBODY = re.compile(
    r"(?:the|an?|no|every|all|any|such|this|last|me|us|them|its|my|our|your|excerpts?|please|well|additional)|"
    r"[DIR]-[A-Z][\w.]*|(?:[MJ]\.D|Ph\.D|Jr|Sr|Esq)\.?|[\d\W_]+",
    re.I,
)
"""Words that name nobody by themselves: articles (`the repeated answer was "…"`, but `another said "…"`), pronouns that
are no subjects, what stands above quoted lines (`Excerpts:`), party tags, degrees, numbers."""


class Attribution(NamedTuple):
    """`mention` is the stretch of text that names the speaker, `rule` a key of `RIGHT`.

    `together` tells that somebody speaks together with them, whom a quotation has no place for.
    """

    rule: str
    mention: Span
    together: bool = False

    @property
    def sure(self) -> bool:
        """Whether the rule is mostly right and names everybody."""
        return RIGHT[self.rule] >= SURE and not self.together


class Place:
    """Where a quotation stands: the letters of its sentence left and right of it, as far as rules reach."""

    def __init__(self, page: Page, marked: Marked) -> None:
        pieces = pieces_of(page.text, marked)
        self.page = page
        self.marked = marked
        self.line = self.last_line = page.line_at(pieces[0].start)
        self.index = self.last_index = self.line.index_at(pieces[0].start)
        if len(pieces) > 1:
            self.last_line = page.line_at(pieces[-1].start)
            self.last_index = self.last_line.index_at(pieces[-1].start)
        self.begin = _sentence_start(self.line.letters, self.index)
        self.left = self.line.letters[self.begin : self.index]
        self.right_line = self.last_line.letters[self.last_index + 1 : self.last_index + 1 + REACH]
        self.right = self.right_line.partition(".")[0]

    @property
    def line_start(self) -> int:
        """Where the first word of the paragraph stands."""
        return self.line.start

    @property
    def alone(self) -> bool:
        """Whether the quotation is all that its paragraph holds."""
        return self.index == 0 and not self.right_line.strip(".,!")

    def names_person(self, mention: Span) -> bool:
        """Whether the words at `mention` look like a person: a pronoun, or a name without an article."""
        line = self.page.line_at(mention.start)
        last = line.letters[line.index_at(mention.end) - 1] if line.letters else ""
        first = line.letters[line.index_at(mention.start)]
        return last == "H" or (last == "N" and first not in "dh")

    def on_left(self, who: Range) -> Span:
        """The text of letters counted in `left`."""
        return self.line.span(self.begin + who[0], self.begin + who[1])

    def on_right(self, who: Range) -> Span:
        """The text of letters counted in `right`."""
        offset = self.last_index + 1
        return self.last_line.span(offset + who[0], offset + who[1])


class Earlier(NamedTuple):
    """The quotation before and what was found about it."""

    place: Place
    attribution: Attribution | None


def attribute(place: Place, earlier: Earlier | None) -> Attribution | None:
    """The best attribution of the quotation at `place`, or none."""
    for rule in _CASCADE:
        found = rule(place, earlier)
        if found and not _NOBODY.fullmatch(place.page.text, *found.mention):
            return found._replace(rule=_doubted(place, found.rule), together=speaks_together(place.page, found.mention))
    return None


_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|never (?:said|called|claimed))\b[^,.;:\n\x02]{0,80}$")
_FEW = 3


def _doubted(place: Place, rule: str) -> str:
    """The rule, or the less sure one where the words are denied, or where few stand after a weak verb."""
    if not rule.startswith("before") or RIGHT[rule] < SURE:
        return rule
    page, marked = place.page, place.marked
    if _DENIED.search(page.view, max(place.line_start, marked.start - REACH), marked.start):
        return "before, denied"
    few = rule == "before, weak verb" and len(page.text[marked.start : marked.end].split(None, _FEW)) <= _FEW
    return "before, weak verb, few words" if few else rule


_ASIDES = rf"(?:,?c{NOUN_PHRASE}){{0,2}}(?:(?:,[^,.;:q!]+){{1,3}},|,[^,.;:q!]*?w[^,.;:q!]+?|)"
_BESIDE = (
    ("inverted", re.compile(rf"[,!\-]*a*(?:V|(?<=[,!])B)[aT]*e?(?P<who>{SUBJECT})")),
    ("inverted", re.compile(rf"[,!\-]+x+(?:(?P<clitic>H)a*V|a*V[aT]*(?P<who>{SUBJECT}))")),
    ("after", re.compile(rf"[,!\-]*(?:a,?)?(?P<who>{SUBJECT}){_ASIDES}{GAP}[VB](?!y[dhkN])")),
    ("after, weak verb", re.compile(rf"[,!\-]+a?(?P<who>{SUBJECT}){_ASIDES}{GAP}[veu]")),
    ("after, weak verb", re.compile(rf"[,!\-]+[ve](?P<who>{NAMED}|[dhn]*kn+)")),
    ("according", re.compile(rf"[^.;:]*?A(?P<who>H|{NOUN_PHRASE})")),
    ("closing", re.compile(rf"[^.:]*,(?P<who>{SUBJECT}){_ASIDES}{GAP}[VB][^.;:q]*$")),
    ("closing", re.compile(rf"[^.:]*,V[aT]*(?P<who>{SUBJECT})[^.;:q]*$")),
)
_QUOTES = re.compile(rf"[,!\-]+{SOMEBODY}{GAP}v(?P<who>h|{SOMEBODY})sG")
_SAYS = re.compile(r"[VBveuA]")
"""The verbs of which each of these patterns needs one."""

_NEW_SENTENCE = re.compile(rf"\.(?P<who>{SUBJECT}){GAP}V(?:p?T|[^.q]{{0,5}})(?:\.|$)")
_REPORTED = re.compile(r"[VG]")
_OWN_CLAUSE = {
    "after": re.compile(r"^s.*[VvGg]|[vg]s$"),
    "closing": re.compile(rf"^[ac,]*s{SUBJECT}{GAP}V[^,]*$"),
}
"""Where the quotation stands in a clause that reports by itself: `While X said it was "…", Y said`."""


def _beside(place: Place, _: Earlier | None) -> Attribution | None:
    """`…," said X`, `…," X said`, `…, according to X`, or an attribution that closes the sentence."""
    within = place.left.strip("ac,")
    if place.right.startswith("!") and place.left.endswith((",", ":")) and _REPORTED.search(place.left):
        return None
    quoted = _QUOTES.match(place.right) if "sG" in place.right else None
    if quoted:
        rule = "quoted, pronoun" if quoted["who"] in "hn" else "quoted"
        return Attribution(rule, place.on_right(quoted.span("who")))
    for rule, pattern in _BESIDE if _SAYS.search(place.right) else ():
        own = _OWN_CLAUSE.get(rule)
        if (within and rule == "after, weak verb") or (own and own.search(place.left)):
            continue
        match = pattern.match(place.right)
        if match:
            group = "who" if match["who"] else "clitic"
            return Attribution(rule, place.on_right(match.span(group)))
    match = None if place.left else _NEW_SENTENCE.match(place.right_line)
    return Attribution("after, new sentence", place.on_right(match.span("who"))) if match else None


_INTERRUPTION = re.compile(r"q[,!]?[^q.;]*[,\-]$")


def _interrupted(place: Place, earlier: Earlier | None) -> Attribution | None:
    """`"…," X said, "…"`: the second half has the speaker of the first."""
    found = _same_line(place, earlier)
    if found is None or found.attribution is None or RIGHT[found.attribution.rule] < SURE:
        return None
    if place.index - found.place.last_index > REACH:
        return None
    between = place.line.letters[found.place.last_index : place.index]
    if not _INTERRUPTION.match(between) or found.attribution.mention.start < found.place.marked.end:
        return None
    named = place.line.index_at(found.attribution.mention.end)
    verb = _VERB.search(between) if found.attribution.rule.startswith("after") else None
    start = max(named, found.place.last_index + verb.end()) if verb else named
    if verb and _ANSWERED.search(place.line.letters, start, place.index):
        return None
    if another_speaks(place.page, place.line, start, place.index):
        return None
    return Attribution("interrupted", found.attribution.mention)


_ANSWERED = re.compile(r"N,wa*[Vv][^,.;:q]{0,3},$")
"""`…," X told Y, who replied, "…"`."""
_VERB = re.compile(r"[VBveu]")
_ACCORDING = re.compile(rf"A(?P<who>{NOUN_PHRASE})")
_INVERTED_BEFORE = re.compile(rf"(?:^|,)V(?P<who>{NAMED})(?:,[^q]*)?[:,]$")
_ACCORDING_ANOTHER = re.compile(rf"A{SOMEBODY}(?:,[^,.;:q]+)?,(?:a,?)?(?:{NAMED}|H){GAP}[VBv]")
_AFTER_DASH = re.compile(r"-(?P<who>N+):$")
_AFTER_CONTRAST = re.compile(rf"s[^.;:]*?,(?=a?,?{SUBJECT}{GAP}[VvBuxb])")
_NEW_CLAUSE = re.compile(rf"(?:,c|;c?)(?=a?,?{SUBJECT}{GAP}[VvBuxb])")


def _before(place: Place, _: Earlier | None) -> Attribution | None:
    """`X said (that, in Y): "…"`, where the last full clause counts before the whole sentence."""
    signed = _AFTER_DASH.search(place.left)
    if signed:
        return Attribution("script", place.on_left(signed.span("who")))
    for rule, pattern in (("according", _ACCORDING), ("inverted", _INVERTED_BEFORE)):
        match = pattern.search(place.left)
        if match and rule == "according" and _ACCORDING_ANOTHER.match(place.left, match.start()):
            return Attribution("according, nested", place.on_left(match.span("who")))
        if match and not another_speaks(place.page, place.line, place.begin + match.end("who"), place.index):
            return Attribution(rule, place.on_left(match.span("who")))
    another = of_another(place.page, place.line, place.begin, place.left)
    if another:
        return Attribution(*another)
    contrasted = _AFTER_CONTRAST.match(place.left)
    contrasting = contrasted is not None and word_at(place.page, place.line, place.begin) in CONTRASTS
    clause = contrasted.end() if contrasted and contrasting else 0
    for clause_opening in _NEW_CLAUSE.finditer(place.left):
        clause = clause_opening.end()
    for start, cues in ((clause, _FINITE_CUES), (0, _CUES)) if clause else ((0, _CUES),):
        found = _by_cue(place.line, place.begin + start, place.left[start:], cues)
        if found:
            return found
    return None


_CLAUSE_FOLLOWS = re.compile(rf"[Gg][^,]*,(?:a,?)?{SUBJECT}{GAP}[VvBuexb]")
_DESCRIBED = re.compile(rf"[rws](?P<who>{SUBJECT}){GAP}vsd*$")
_FINITE_CUES = (("before", "VG"), ("before, weak verb", "vg"))
_CUES = (("before", "VG"), ("before, base form", "B"), ("before, weak verb", "vg"), ("before, weak base form", "u"))
_MOST_CUES = 8
"""Verbs asked for their subject; no sentence of the gold and of 10,000 releases asks more than five."""


def _by_cue(line: Line, begin: int, left: str, cues: Iterable[tuple[str, str]] = _CUES) -> Attribution | None:
    """The subject of the nearest reporting verb, the strong kinds of verb asked first.

    On the training news the strong verb is right over a weak one nearer to the marks in 64 of 68 cases.
    """
    described = _DESCRIBED.search(left)
    if described:
        return Attribution("before", line.span(begin + described.start("who"), begin + described.end("who")))
    impersonal = None
    in_order = ((rule, index) for rule, kinds in cues for index in _from_the_end(left, kinds))
    for rule, index in islice(in_order, _MOST_CUES):
        if left[index] in "Gg" and _CLAUSE_FOLLOWS.match(left, index):
            continue
        who = subject_before(left, index)
        if who is None:
            continue
        found = Attribution(rule, line.span(begin + who[0], begin + who[1]))
        if left[who[0]] != "J":
            return found
        impersonal = impersonal or found
    return impersonal


def _from_the_end(letters: str, kinds: str) -> Iterator[int]:
    """Where letters of these kinds stand, the last first."""
    end = len(letters)
    while (end := max(letters.rfind(kind, 0, end) for kind in kinds)) >= 0:
        yield end


_IN_RELATIVE = re.compile(r",?w")


def _led_in(place: Place, _: Earlier | None) -> Attribution | None:
    """`X agreed. "…"`: the sentence before reports, and the quotation opens its own."""
    if place.left or not place.index:
        return None
    letters = place.line.letters
    begin = _sentence_start(letters, place.begin - 1)
    sentence = letters[begin : place.begin - 1]
    if "q" in sentence:
        return None
    found = _by_cue(place.line, begin, sentence, _CUES[:1])
    if found and not _IN_RELATIVE.match(letters, place.line.index_at(found.mention.end), place.begin):
        return Attribution("led in", found.mention)
    found = _by_cue(place.line, begin, sentence, _CUES[2:3])
    if found is None or letters[place.line.index_at(found.mention.start)] in "nz":
        return None
    return Attribution("led in, weak verb", found.mention)


def _continued(place: Place, earlier: Earlier | None) -> Attribution | None:
    """`"…," X said. "…"`: the next sentence of the same paragraph is still X."""
    found = _same_line(place, earlier)
    if found and found.attribution and not place.left.strip("ac,"):
        return Attribution("continued", found.attribution.mention)
    return None


_SCRIPT = re.compile(rf"(?P<who>{NOUN_PHRASE})[^.q]*:$")
_HEADLINE_SCRIPT = re.compile(r"(?P<who>[dkhn]{0,2}N{1,3}):")


def _script(place: Place, _: Earlier | None) -> Attribution | None:
    """`X: "…"`, `X, in a statement: "…"`; in a headline also `X: the plan is '…'`."""
    match = (_HEADLINE_SCRIPT if place.marked.single else _SCRIPT).match(place.left)
    return Attribution("script", place.on_left(match.span("who"))) if match else None


def _introduced(place: Place, _: Earlier | None) -> Attribution | None:
    """A paragraph above that ends with a colon."""
    above = None if place.index else _spoken_above(place)
    if above is None or not above.letters.rstrip(".").endswith(":"):
        return None
    begin, sentence = _last_sentence(above)
    inverted = _INVERTED_BEFORE.search(sentence)
    if inverted and another_speaks(place.page, above, begin + inverted.end("who"), begin + len(sentence)):
        inverted = None
    found = None if inverted else _by_cue(above, begin, sentence)
    another = of_another(place.page, above, begin, sentence)
    if another:
        return Attribution(*another)
    if found:
        return Attribution("introduced", found.mention)
    who = inverted.span("who") if inverted else main_subject(sentence)
    owned = None if inverted else _OWNED.search(sentence)
    if owned and (who is None or who[0] <= owned.start("who") < who[1]):
        who = owned.span("who")
    rule = "owned" if owned and owned["who"] == "h" else "introduced"
    return Attribution(rule, above.span(begin + who[0], begin + who[1])) if who else None


_SIGNATURE = re.compile(rf"[.,!]*-(?P<who>{NOUN_PHRASE})(?:[,.]|$)")
_SIGNATURE_BELOW = re.compile(rf"-?(?P<who>{NOUN_PHRASE})(?:[,.]|$)")
_LONGEST_SIGNATURE = 20


def _signed(place: Place, _: Earlier | None) -> Attribution | None:
    """`"…" - X` at the end of the paragraph, or in a line of its own below."""
    if not place.alone and place.index == 0:
        match = _SIGNATURE.match(place.right_line)
        if match and len(place.right_line) < _LONGEST_SIGNATURE:
            return Attribution("signed", place.on_right(match.span("who")))
    below = place.page.line_after(place.marked.end) if place.alone else None
    if below is None or len(below.letters) > _LONGEST_SIGNATURE or not place.page.opens_with_dash(below):
        return None
    match = _SIGNATURE_BELOW.match(below.letters)
    return Attribution("signed", below.span(*match.span("who"))) if match else None


_PARENTHETIC = re.compile(rf",a*(?:x+(?P<clitic>H)a*V|V(?P<pronoun>H)|x*a*V(?P<who>{NAMED}))(?=[,.])")
_LONGEST_PARENTHETIC = 2000


def _parenthetic(place: Place, _: Earlier | None) -> Attribution | None:
    """`« …, a dit X, … »`: French may say who speaks inside the marks."""
    start, end = place.marked.start + 1, min(place.marked.end - 1, place.marked.start + _LONGEST_PARENTHETIC)
    if not place.page.lexicon.clitics:
        return None
    line = place.page.inside(start, end)
    match = _PARENTHETIC.search(line.letters)
    return Attribution("parenthetic", line.span(*match.span(match.lastgroup or "who"))) if match else None


def _carried_on(place: Place, earlier: Earlier | None) -> Attribution | None:
    """A paragraph that is all quotation goes on with whom the paragraph above quotes or reports."""
    above = _spoken_above(place) if place.alone else None
    if above is None:
        return None
    if "q" not in above.letters:
        begin, sentence = _last_sentence(above)
        found = _by_cue(above, begin, sentence, _CUES[:3])
        return Attribution("said above", found.mention) if found else None
    if earlier and earlier.attribution and earlier.place.last_line is above:
        return Attribution("carried on", earlier.attribution.mention)
    return None


_OWNED = re.compile(r"(?P<who>h|(?:[dn]*N*)k)[an]*z[^Vv.;:]*:?$")


def _owned(place: Place, _: Earlier | None) -> Attribution | None:
    """`X's call for "…"`, `her promise to "…"`."""
    match = _OWNED.search(place.left)
    return Attribution("owned", place.on_left(match.span("who"))) if match else None


_OPENING = re.compile(r"(?:[ap],?)*[GgieV]")
_AFTER_OPENING = re.compile(rf"[^.;:!]{{0,25}}?,a?,?(?P<who>{SUBJECT})[axbveVuBi]")


def _opening_clause(place: Place, _: Earlier | None) -> Attribution | None:
    """`Calling it "…", X left`: the subject follows the clause that holds the quotation."""
    match = _AFTER_OPENING.match(place.right) if _OPENING.match(place.left) else None
    return Attribution("opening clause", place.on_right(match.span("who"))) if match else None


def _main_clause(place: Place, _: Earlier | None) -> Attribution | None:
    """Whoever acts in the sentence; right in two of three."""
    who = main_subject(place.left)
    return Attribution("main clause", place.on_left(who)) if who else None


def _continued_after_words(place: Place, earlier: Earlier | None) -> Attribution | None:
    found = _same_line(place, earlier)
    return Attribution("continued, new sentence", found.attribution.mention) if found and found.attribution else None


_CASCADE: tuple[Callable[[Place, Earlier | None], Attribution | None], ...] = (
    _beside,
    _parenthetic,
    _interrupted,
    _before,
    _led_in,
    _continued,
    _script,
    _introduced,
    _signed,
    _carried_on,
    _owned,
    _opening_clause,
    _main_clause,
    _continued_after_words,
)


_SENTENCE_ENDS = (".", ":", "!", "q", ",")


def _same_line(place: Place, earlier: Earlier | None) -> Earlier | None:
    return earlier if earlier and earlier.place.last_line is place.line else None


def _spoken_above(place: Place) -> Line | None:
    """The line above, unless it is a headline: all in capitals, or without the end of a sentence."""
    above = place.page.line_before(place.marked.start)
    if above is None or above.letters[-1:] not in _SENTENCE_ENDS:
        return None
    return None if place.page.view[above.start : above.end].isupper() else above


def _mention(line: Line, begin: int, who: Range | None) -> Span | None:
    return line.span(begin + who[0], begin + who[1]) if who else None


def _sentence_start(letters: str, end: int) -> int:
    floor = max(0, end - REACH)
    return max(letters.rfind(".", floor, end), letters.rfind("!", floor, end), floor - 1) + 1


def _last_sentence(line: Line) -> tuple[int, str]:
    letters = line.letters.rstrip(".")
    begin = _sentence_start(letters, len(letters))
    return begin, letters[begin:]
