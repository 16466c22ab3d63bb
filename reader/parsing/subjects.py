"""The subject of a verb: which words before it, or before a comma, name the one who acts.

Patterns over the letters of a sentence (`reporting.LETTERS`). Walking left from the verb and skipping appositives
("Ms. Doe, who runs the port, said") brought speakers from .87 to .92 in earlier trials; what stands inside a
quotation or a parenthesis has no letters, so it cannot mislead.
"""

import re

from reader.model import Span
from reader.parsing.grammar import Line

UNIT = r"(?:d(?=o)|(?:[dkh](?:(?:[aei](?=[aeiNnT]))+T?|T))?[dkhzNn]*(?:[zNn]|(?<=N)qN+))"
NOUN_PHRASE = rf"{UNIT}(?:[opy](?:{UNIT}|d(?![dhknNzeo])))*"
NAMED = r"[dkhnN]*N"
SUBJECT = rf"(?:[HJ]|{NOUN_PHRASE}|d{{1,2}}(?=[axVvBub]|$))"
GAP = r"(?:[ax]|p?T|,a,)*"
_ASIDE = r"[^,.;:q!]+"
_ASIDE_WITH_MARKS = r"[^,.;:!]+"
_EDGE = r"(?:^|(?<=[,.;:crsq\-!]))"
_MOST_ASIDES = 3

_DIRECT = re.compile(rf"(?P<who>{SUBJECT}){GAP}$")
_RELATIVE = re.compile(rf"(?P<who>{SUBJECT})(?:,?w(?:,{_ASIDE},|p[dhknNzT]+)?|r){GAP}$")
_RESTRICTED = re.compile(rf"(?P<who>{NOUN_PHRASE})w[^,.;:q!Vv]*[exbBu][^,.;:q!Vv]*{GAP}$")
_DASHED = re.compile(rf"(?P<who>{SUBJECT})-[^.;:q!\-]+-{GAP}$")
_WITH_ASIDES = [
    re.compile(rf"{_EDGE}(?:a,?)?(?P<who>{phrase})(?:,(?!c){aside})(?:,{aside}){{{count}}},{GAP}$")
    for phrase, aside in ((NAMED, _ASIDE_WITH_MARKS), (NOUN_PHRASE, _ASIDE))
    for count in range(_MOST_ASIDES)
]
_BEFORE_COMMA = re.compile(rf"(?:^|(?<=[s,]))(?P<who>[dn]*N+),{GAP}$")
_NAME_AFTER_NOUN = re.compile(rf"[nz](?P<who>N+|H){GAP}$")
_BESIDE_GERUND = re.compile(r"(?P<who>[HJ]|[dkhn]*N+|(?<=p)[dkhn]*z)a*$")
_REDUCED = re.compile(rf"{_EDGE}(?P<who>{SUBJECT}),?[ie][^,.;:q!VvGgBubx]*$")
_HOLDER = re.compile(rf"{_EDGE}(?P<who>(?=[dhkN]){NOUN_PHRASE})[pt]$")
_HELD_BY_PREPOSITION = re.compile(r"(?:^|,(?!p))[^,]+[pt]$")
_PASSIVE = re.compile(r"ba*$")
_AGENT = re.compile(rf"[^,.;:q]{{0,4}}?y(?P<who>{NOUN_PHRASE})")
_CLAUSE = re.compile(rf"(?:^|(?<=[.,;:c\-!aT]))(?P<who>{SUBJECT})(?:,[^.;:!]+?,)?{GAP}[bVvBuex]")
_OPENING_NAME = re.compile(r"(?:^|(?<=[.!]))(?P<who>N+|[dkhn]+(?=,N+,)),")
_NAME_BY = re.compile(r"(?<=y)(?P<who>N{2,})")
_NAME_IS = re.compile(r"(?<=nb)(?P<who>N{2,})(?=[.,])")
_NAME_AFTER_VERB = re.compile(r"(?<=,)V(?P<who>N+)")

Range = tuple[int, int]


def subject_before(letters: str, verb: int) -> Range | None:
    """The subject of the verb at `verb`, as a range of letters."""
    before = letters[:verb]
    if not before:
        return None
    kind = letters[verb]
    if before[-1] == "s" and kind in "Vv":
        return None
    if kind in "Gg":
        return _gerund_subject(before)
    if kind in "Vv" and _PASSIVE.search(before):
        agent = _AGENT.match(letters, verb + 1)
        return agent.span("who") if agent else None
    restricted = _RESTRICTED.search(before) if "w" in before else None
    if restricted:
        return restricted.span("who")
    direct = _DIRECT.search(before)
    if direct:
        return _checked(direct, before, weak=kind == "v")
    return _set_apart(before) or main_subject(before)


def main_subject(before: str) -> Range | None:
    """The subject of the last clause in `before` that no subordinator opens."""
    found = None
    for clause in _CLAUSE.finditer(before):
        found = clause.span("who")
    return found


def _gerund_subject(before: str) -> Range | None:
    """A name right before "saying" owns it; after a comma or "and" the clause's subject does."""
    beside = None if before[-1] in ",c-" else _BESIDE_GERUND.search(before)
    if beside and _HELD_BY_PREPOSITION.search(before, 0, beside.start("who")):
        return main_subject(before) or beside.span("who")
    return beside.span("who") if beside else main_subject(before)


def _checked(direct: re.Match[str], before: str, weak: bool) -> Range | None:
    """Words beside the verb are its subject unless they hang on a preposition or are another verb's object.

    After "a bill called" the weak verb is a participle and nobody speaks.
    """
    first = direct.start("who")
    governor = before[first - 1] if first else ""
    if weak and governor and governor in "eigu":
        return None
    if governor and governor in "pyt":
        name = _NAME_AFTER_NOUN.search(before)
        if name:
            return name.span("who")
        reduced = _REDUCED.search(before, 0, first - 1)
        if reduced:
            return reduced.span("who")
        holder = _HOLDER.search(before, 0, first)
        return main_subject(before[: first - 1]) or (holder.span("who") if holder else None)
    return direct.span("who")


def _set_apart(before: str) -> Range | None:
    """The subject behind a relative pronoun, an appositive between commas or an aside between dashes."""
    patterns = [_RELATIVE] if "w" in before or "r" in before else []
    if before[-1] in ",aTx":
        patterns += [*_WITH_ASIDES, _DASHED, _BEFORE_COMMA]
    elif before[-1] == "-":
        patterns.append(_DASHED)
    return next((found.span("who") for pattern in patterns if (found := pattern.search(before))), None)


def clause_subjects(line: Line) -> list[Span]:
    """The subject of each full clause in `line`, in order."""
    rules = (_CLAUSE, _OPENING_NAME, _NAME_AFTER_VERB, _NAME_BY, _NAME_IS)
    return sorted(line.span(*match.span("who")) for rule in rules for match in rule.finditer(line.letters))
