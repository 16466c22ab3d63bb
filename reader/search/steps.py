"""The steps of a search, each wider than the one before: words as typed, doubtful ones corrected, all, one word less.

What an earlier step found stands before what a later one adds, and later ones are taken only while little is found.
"""

import sqlite3
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.library.tokens import is_unspaced
from reader.search import ranking
from reader.search.corrections import Correction, corrections_told, respelt
from reader.search.forms import Corrected, Sought, Width, joined_words
from reader.search.pasted import NOTHING_PASTED, pasted
from reader.search.plan import Plan
from reader.search.query import Query, parse_query
from reader.search.texts import TextTest
from reader.search.tree import All, Node, Word, words_of
from reader.search.vocabulary import Vocabulary

ENOUGH = 20
"""Hits, a screenful, that make it needless to look for corrections of words that the library knows."""
MOST_READ = 1000
"""Texts that para: and atleast: read; a tenth of a second."""
SHORTEST_AWAITED = 3
"""Letters of the last of several words from which on it must be there, if only as the beginning of a word."""
MOST_LEFT_OUT_IN_TURN = 6
"""Words of which each is left out in turn when no release holds all."""


@dataclass(slots=True)
class Found:
    """What the steps have found so far: the first ids in order, the number of all, and what was made of the words.

    `wanted` is what the index was asked for, by which all ids can be had.
    """

    wanted: Condition | None = None
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    scores: dict[int, float] = field(default_factory=dict)
    total: int = 0
    sought: tuple[Sought, ...] = ()
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    suggestion: str | None = None


class Search:
    """One search on its way through the steps. `go_on` is asked before each and raises if the search is not wanted."""

    def __init__(
        self, db: sqlite3.Connection, vocabulary: Vocabulary, query: Query, *, by_day: bool, go_on: Callable[[], None]
    ) -> None:
        self._db = db
        self._vocabulary = vocabulary
        self._query = query
        self._by_day = by_day
        self._go_on = go_on
        self._pasted = NOTHING_PASTED
        self._may_read = MOST_READ
        self._corrections: Sequence[Sought] = ()
        self._as_typed: frozenset[int] = frozenset()
        self.found = Found(hints=query.hints)

    def run(self) -> Found:
        """Go through the steps until enough is found."""
        tree = self._query.tree
        if tree is None:
            return self.found
        self._pasted = pasted(self._db, self._query.text)
        self.found.ids.extend(self._pasted.ids)
        self._step(tree, "unknown")
        nothing_as_typed = not self.found.total
        if self.found.total < ENOUGH:
            self._step(tree, "doubtful")
        if nothing_as_typed and self.found.total < ENOUGH:
            self._step(tree, "all")
        if not self.found.total and isinstance(tree, All):
            self._leave_words_out(tree)
        if not self.found.total:
            self.found.suggestion = self._suggestion(tree)
        self.found.hints = tuple(dict.fromkeys(self.found.hints))
        otherwise = [release for release in self.found.ids if release not in self._as_typed]
        self.found.corrections = tuple(corrections_told(self._db, self._corrections, otherwise))
        return self.found

    # The steps

    def _step(self, tree: Node, corrected: Corrected) -> None:
        """Look for the tree with its words so wide, and put what is new behind what was found before."""
        self._go_on()
        plan = self._plan(_without_word_begun(tree), corrected)
        wanted = fulltext.any_of([plan.everywhere, *self._pasted.conditions])
        newest = fulltext.newest(self._db, wanted, ranking.MOST_RANKED)
        total = len(newest) if len(newest) < ranking.MOST_RANKED else fulltext.count(self._db, wanted)
        if total <= self.found.total and self.found.sought:
            return
        exact = None if self._by_day else self._exact_plan(tree, corrected)
        ids = newest if self._by_day else self._in_order([exact, plan] if exact else [plan], newest, total)
        known = set() if self._by_day else set(self.found.ids)
        kept = array("q") if self._by_day else self.found.ids
        self.found.ids = kept + array("q", [release for release in ids if release not in known])
        self.found.ids = self.found.ids[: ranking.MOST_LISTED]
        self.found.total = total
        self.found.wanted = wanted
        self.found.sought = tuple(dict.fromkeys(plan.width.sought(word) for word in words_of(tree)))
        self._corrections = [word for word in map(plan.width.sought, words_of(plan.tree)) if word.corrected]
        if not self._corrections:
            self._as_typed = frozenset(ids)

    def _in_order(self, plans: Sequence[Plan], newest: Sequence[int], total: int) -> Sequence[int]:
        if total > ranking.MOST_RANKED:
            return ranking.newest_first(self._db, plans)
        scores = ranking.points(self._db, plans, newest)
        self.found.scores = scores | self.found.scores
        return sorted(newest, key=lambda release: (-scores[release], -release))

    def _leave_words_out(self, tree: All) -> None:
        """Leave out the words that stand nowhere; then, if need be, the one without which fewest are found."""
        hopeless = [node for node in tree.nodes if isinstance(node, Word) and not self._forms_held(node)]
        rest = _without(tree, hopeless)
        if hopeless and _has_words(rest):
            self._take(rest, hopeless)
        if self.found.total:
            return
        options: list[tuple[float, int, Word, All]] = []
        for word in self._rarest(rest):
            fewer = _without(rest, [word])
            if _has_words(fewer):
                count = fulltext.count(self._db, self._plan(fewer, "all").everywhere)
                options.append((count or float("inf"), len(options), word, fewer))
        if options:
            _, _, word, fewer = min(options, key=lambda option: option[:2])
            self._take(fewer, [*hopeless, word])

    def _take(self, rest: All, dropped: Sequence[Word]) -> None:
        for corrected in ("unknown", "all"):
            if not self.found.total:
                self._step(rest, corrected)
        if self.found.total:
            self.found.dropped = tuple(word.typed for word in dropped)

    def _rarest(self, tree: All) -> list[Word]:
        """The words without which most may be found; of a long query not all are tried."""
        words = [node for node in tree.nodes if isinstance(node, Word)]
        return sorted(words, key=lambda word: self._vocabulary.releases(word.terms[0]))[:MOST_LEFT_OUT_IN_TURN]

    def _forms_held(self, word: Word) -> bool:
        width = Width(self._vocabulary, going_on=True, corrected="all")
        return width.releases(word) > 0

    # Words

    def _plan(self, tree: Node, corrected: Corrected, *, going_on: bool = True) -> Plan:
        required = tree.nodes if isinstance(tree, All) else ()
        words = [node.terms for node in required if isinstance(node, Word) and not node.typing]
        known = [min(map(self._vocabulary.releases, terms)) for terms in words]
        rarest = min(filter(None, known), default=sys.maxsize)
        joined = joined_words(words_of(tree), self._vocabulary)
        width = Width(self._vocabulary, going_on=going_on, corrected=corrected, rarest=rarest, joined=joined)
        return Plan(tree, width, self._read)

    def _exact_plan(self, tree: Node, corrected: Corrected) -> Plan | None:
        """If the word being typed may be whole: releases with it come before those with words it may go on to."""
        for word in words_of(tree):
            if word.typing and self._vocabulary.releases(word.terms[-1]):
                return self._plan(tree, "unknown", going_on=False)
            if word.typing and len(word.terms) == 1 and self._vocabulary.corrections(word.terms[0]):
                return self._plan(tree, corrected, going_on=False)
        return None

    def _read(self, wanted: Condition, test: TextTest) -> list[int]:
        """Those of the releases whose text passes a test; of very many only the newest are read."""
        ids = fulltext.newest(self._db, wanted, self._may_read)
        self._may_read -= len(ids)
        if not self._may_read:
            self.found.hints += (f"para: and atleast: read the newest {MOST_READ:,} releases with these words.",)
        passed = []
        for release, text in fulltext.texts(self._db, ids):
            self._go_on()
            if test(text):
                passed.append(release)
        return passed

    def _suggestion(self, tree: Node) -> str | None:
        """The query with words corrected that were not to be, if it finds anything that way."""
        text = respelt(self._query.text, words_of(tree), self._vocabulary)
        suggested = parse_query(text).tree if text else None
        if suggested is None:
            return None
        return text if fulltext.newest(self._db, self._plan(suggested, "unknown").everywhere, 1) else None


def _without(tree: All, left_out: Sequence[Node]) -> All:
    return All(tuple(node for node in tree.nodes if node not in left_out))


def _without_word_begun(tree: Node) -> Node:
    """One or two letters at the end begin a word in every release: with other words before it, it is not waited for."""
    if not isinstance(tree, All):
        return tree
    rest = _without(tree, [node for node in tree.nodes if isinstance(node, Word) and _is_hardly_begun(node)])
    return rest if _has_words(rest) else tree


def _is_hardly_begun(word: Word) -> bool:
    if not word.typing or len(word.terms) > 1 or is_unspaced(word.terms[0]):
        return False
    return len(word.terms[0]) < SHORTEST_AWAITED


def _has_words(tree: All) -> bool:
    return any(True for _ in words_of(tree))
