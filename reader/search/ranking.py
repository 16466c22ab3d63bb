"""In which order the releases that a query finds are shown, and what that may cost: every constant of it.

BM25 alone puts long releases that repeat a word before the one that is about it. Whoever looks for a release remembers
its headline or its opening, so what weighs most is whether all the words stand there; then whether they stand close
together; then BM25; then whether they make up much of a short text or little of a long one, of which BM25 makes too
little; and of equals the newer comes first. Measured on 52,654 releases with two to four words of the headline, the
opening or the body, every other query with a slip; weights fitted on some queries and tried on 1,600 others:

    first / among the first ten    BM25 with the title eightfold                 .73 / .95
                                   BM25, all in the title, all in the opening    .77 / .96
                                   the same and all near each other              .77 / .96
                                   the same and the shorter text first           .78 / .97

No further feature (first place, words in the title counted one by one, number of the correction) gained .01.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.search.forms import Width
from reader.search.plan import Plan, near
from reader.search.tree import All, Any, AtLeast, Near, Node, SameParagraph, Word, words_of

WEIGHTS = (1.0, 0.0, 1.0, 2.0, 1.0, 0.5, 0.5)
"""Of title, lead, body, symbol, issuer, places, speakers in BM25. The lead stands in the body already."""
ALL_IN_TITLE = 28.0
ALL_IN_OPENING = 26.0
ALL_NEAR = 7.0
"""Points beside those of BM25, of which a rare word brings about 12."""
SHORT = 2.0
"""For each of `_MOST_WORDS_COUNTED` words of the query, when the text has an e-th of the words of another. Three points
put .003 more first among real releases, but .008 fewer where half are made of paragraphs of the others."""
AS_TYPED = 200.0
"""More than all else together: a whole word comes before those that only begin like it."""
NEAR_WORDS = 20
_NEAR_GROUPS = 8
_MOST_WORDS_COUNTED = 4
_SHORTEST, _LONGEST = 150, 3000
"""Words of a text, beyond which its length says nothing."""
_MOST_MEASURED = 200
"""Texts whose length is looked up: the best so far."""
OPENING = "{title lead}"

MOST_LISTED = 1000
"""Releases put in order. With more hits BM25 takes longer than a keystroke may and says little: the newest come first,
those with all words in the title before those with all in the opening before the others. Nobody reads on after a
thousand: whoever does wants other words, and the total counts all."""
MOST_SCORED = 4000
"""A word that stands in more releases is required but brings no points: BM25 walks through all of them."""


def put_first(db: sqlite3.Connection, plans: Sequence[Plan], first: dict[int, None]) -> None:
    """Fill in which of many hits come before the others, in order; what the first plan finds comes before the rest.

    What is filled in when it is stopped is of use already.
    """
    tiers = [tier for plan in plans for tier in (*_narrower(plan), plan.everywhere)][:-1]
    for tier in tiers:
        if len(first) < MOST_LISTED:
            for release in fulltext.each_newest(db, tier, MOST_LISTED):
                first.setdefault(release)


def _narrower(plan: Plan) -> Iterator[Condition]:
    """All words in the title, all in the opening; nothing for a query without words of its own."""
    tiers = (plan.within("title"), plan.within(OPENING))
    yield from (tier for tier in tiers if tier != plan.everywhere)


def weigh(db: sqlite3.Connection, plans: Sequence[Plan], found: Sequence[int], scores: dict[int, float]) -> None:
    """Fill in the points of every release found, by which fewer hits are put in order; an earlier plan counts for more.

    What is filled in when it is stopped is of use already: the words first, then where they stand.
    """
    *exact, plan = plans
    for narrow in exact:
        as_typed = fulltext.newest(db, narrow.everywhere, MOST_LISTED)
        scores |= dict.fromkeys(as_typed, AS_TYPED)
        _weigh(db, narrow, as_typed, scores)
    if rest := [release for release in found if release not in scores]:
        scores |= dict.fromkeys(rest, 0.0)
        _weigh(db, plan, rest, scores)


def _weigh(db: sqlite3.Connection, plan: Plan, found: Sequence[int], scores: dict[int, float]) -> None:
    wanted = frozenset(found)
    if rare := _rare_part(plan.tree, plan.width):
        for release, score in fulltext.scores(db, plan.condition(rare), WEIGHTS).items():
            if release in wanted:
                scores[release] += score
    in_opening = plan.within(OPENING)
    if in_opening != plan.everywhere and _add(db, in_opening, ALL_IN_OPENING, wanted, scores):
        _add(db, plan.within("title"), ALL_IN_TITLE, wanted, scores)
    nodes = plan.tree.nodes if isinstance(plan.tree, All) else ()
    words = tuple(node for node in nodes if isinstance(node, Word) and node.column is None)
    if len(words) > 1 and plan.is_light:
        _add(db, near(words, plan.width, NEAR_WORDS, _NEAR_GROUPS), ALL_NEAR, wanted, scores)
    _prefer_short(db, min(sum(1 for _ in words_of(plan.tree)), _MOST_WORDS_COUNTED), found, scores)


def _prefer_short(db: sqlite3.Connection, words: int, found: Sequence[int], scores: dict[int, float]) -> None:
    best = nlargest(_MOST_MEASURED, found, key=scores.__getitem__)
    for release, length in fulltext.lengths(db, best).items():
        scores[release] += SHORT * words * log(_LONGEST / min(max(length, _SHORTEST), _LONGEST))


def _add(
    db: sqlite3.Connection, condition: Condition, bonus: float, wanted: frozenset[int], scores: dict[int, float]
) -> bool:
    """Give the bonus to those releases wanted that fulfil a condition; whether there are any."""
    fulfilling = wanted.intersection(fulltext.newest(db, condition, MOST_LISTED))
    for release in fulfilling:
        scores[release] += bonus
    return bool(fulfilling)


def _rare_part(node: Node, width: Width) -> Node | None:
    """What is left of a tree when common words are taken for granted."""
    match node:
        case Word():
            return node if width.releases(node) <= MOST_SCORED else None
        case All(nodes=nodes) | Near(words=nodes) | SameParagraph(words=nodes):
            rare = tuple(part for child in nodes if (part := _rare_part(child, width)))
            return All(rare) if rare else None
        case Any(nodes=nodes):
            parts = tuple(part for child in nodes if (part := _rare_part(child, width)))
            return Any(parts) if len(parts) == len(nodes) else None
        case AtLeast(word=word):
            return _rare_part(word, width)
        case _:
            return None
