"""Whose words these are where others than the subject of a verb come into the sentence.

`X said, while Y replied "…"`, `X criticised Y for saying "…"`, `said X and Y`: these rules turn on a second person,
whom the nearest verb does not tell of.
"""

import re

from reader.model import Span
from reader.parsing.grammar import REACH, Line, Page
from reader.parsing.naming import TITLES
from reader.parsing.subjects import GAP, NOUN_PHRASE

SOMEBODY = "[dhknNz]*[nNz](?:[opy][dhknNz]*[nNz])*"
"""A noun phrase where less need be told, of a tenth of the size."""
_ACTS = rf"{GAP}[VvBuexb]"
_AND_ANOTHER = re.compile(rf"(?:(?P<listed>(?:,N{{2,4}})+),?|,[^,.;:q]{{1,8}},(?=cNN))?c{SOMEBODY}")
_ACTS_AFTER = re.compile(_ACTS)
_ANOTHER_AND = re.compile(rf"(?:^|[.,;:!sq\-])a*(?:{SOMEBODY}c|{SOMEBODY}(?:,{SOMEBODY})+,c)$")
_VERB_BEFORE = re.compile(r"[VvBA][aTe]*$")
_PLAIN_MENTION = re.compile("[dhknNz]+")


def speaks_together(page: Page, mention: Span) -> bool:
    """`said X and Y`, `X and Y said`, but not `said X and Y agreed` nor `X of Z and Sons said`."""
    line = page.line_at(mention.start)
    first, last = line.index_at(mention.start), line.index_at(mention.end)
    letters = line.letters
    if letters[last : last + 1] in ("c", ",") and _PLAIN_MENTION.fullmatch(letters, first, last):
        another = _AND_ANOTHER.match(letters, last)
        if another and not any(word_at(page, line, index) in TITLES for index in range(*another.span("listed"))):
            inverted = _VERB_BEFORE.search(letters, max(0, first - REACH), first)
            return not (inverted and _ACTS_AFTER.match(letters, another.end()))
    return letters[first - 1 : first] == "c" and bool(_ANOTHER_AND.search(letters, max(0, first - REACH), first))


CONTRASTS = frozenset(("while", "whereas", "although", "though", "mientras", "obwohl", "während"))
_ANOTHER = re.compile(rf"(?:c|(?P<contrast>[sp]))a*{NOUN_PHRASE}(?:,[^,.;:q]+,)?{GAP}[VB]|tra*{NOUN_PHRASE}{GAP}[VBv]")


def another_speaks(page: Page, line: Line, start: int, end: int) -> bool:
    """`…, while Y said, "…"`: between the letters `start` and `end` somebody else begins to speak.

    `after` and `as` only say when it happened.
    """
    return any(
        found["contrast"] is None or word_at(page, line, found.start("contrast")) in CONTRASTS
        for found in _ANOTHER.finditer(line.letters, start, end)
    )


def word_at(page: Page, line: Line, index: int) -> str:
    """The word behind letter `index`, in small letters."""
    return page.view[slice(*line.places[index])].lower()


_VERDICT = re.compile(
    rf"(?:[vVuB]a*(?P<who>h|{SOMEBODY})|ea*(?P<whom>[dhn]*N+))a*(?P<for>[op])a*(?P<saying>[Gg])[^.;:qVvGguB]*[:,]?$"
)
_CLAIMED = r"r(?![^.;:]*[bxe][^.;:]*ba*$)[^,.;:qVvGguBs]*$"
"""Not what is said of the claim: `X said that Y's claim that it rains is "…"`."""
_THEIR_CLAIMS = [
    re.compile(rf"[VvuBet](?:[^.;:q]*[^dnN])?(?P<who>[dn]*N*k)[an]*z{_CLAIMED}"),
    re.compile(rf"[VvuB][^.;:q]*N[^.;:q]*(?P<who>h)[an]*z{_CLAIMED}"),
    re.compile(rf"zy(?P<who>{SOMEBODY}){_CLAIMED}"),
]
_BLAMES = frozenset(("for", "of", "over", "from"))
_CALLING = frozenset(("calling", "describing", "labeling", "labelling", "branding", "portraying", "suggesting"))
_CITED = re.compile(rf"v(?P<who>{SOMEBODY})[:,]$")
_CITING = frozenset(("quoted", "quotes", "cited", "cites"))
_QUOTED_AS = re.compile(rf"v(?P<who>h|{SOMEBODY})sG[^.;:qVvGguB]*[:,]?$")


def of_another(page: Page, line: Line, begin: int, left: str) -> tuple[str, Span] | None:
    """`X criticised Y for saying "…"`, `X rejected Y's claim that "…"`: the words of Y, whatever X says of them.

    The rule and the mention of Y, or nothing. `begin` is where the letters `left` begin in the line.
    """
    quoted = _QUOTED_AS.search(left) if "sG" in left else None
    if quoted:
        rule = "quoted, pronoun" if quoted["who"] in "hn" else "quoted"
        return rule, line.span(begin + quoted.start("who"), begin + quoted.end("who"))
    cited = _CITED.search(left) if left.endswith((",", ":")) else None
    if cited and word_at(page, line, begin + cited.start()) in _CITING:
        return "quoted", line.span(begin + cited.start("who"), begin + cited.end("who"))
    verdict = _VERDICT.search(left) if "G" in left or "g" in left else None
    if (
        verdict
        and word_at(page, line, begin + verdict.start("for")) in _BLAMES
        and (verdict["saying"] == "G" or word_at(page, line, begin + verdict.start("saying")) in _CALLING)
    ):
        who = "who" if verdict["who"] else "whom"
        return "verdict", line.span(begin + verdict.start(who), begin + verdict.end(who))
    for pattern in _THEIR_CLAIMS if "z" in left and "r" in left else ():
        found = pattern.search(left)
        if found:
            return "owned", line.span(begin + found.start("who"), begin + found.end("who"))
    return None
