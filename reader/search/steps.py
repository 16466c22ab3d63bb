"""The steps of a search, each wider than the one before: words as typed, doubtful ones corrected, all, one word less.

What an earlier step found stands before what a later one adds, and later ones are taken only while little is found.
"""

import sqlite3
import sys
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reader.library import fulltext, schema
from reader.library.fulltext import Condition
from reader.library.patience import OutOfTime, until
from reader.library.tokens import is_unspaced
from reader.search import ranking
from reader.search.corrections import Correction, corrections_told, respelt
from reader.search.forms import Corrected, Sought, Width, joined_words
from reader.search.pasted import NOTHING_PASTED, pasted
from reader.search.plan import Plan
from reader.search.query import Query, parse_query
from reader.search.texts import TextTest
from reader.search.tree import All, Node, Word, each_word, words_of
from reader.search.vocabulary import Vocabulary

ENOUGH = 20
"""Hits, a screenful, that make it needless to look for corrections of words that the library knows."""
MOST_READ = 1000
"""Texts that para: and atleast: read, 50 µs each, as far as there is time."""
FEWEST_READ = 20
SHARE_FOR_READING = 0.6
"""Of the time to look: the rest is for asking the index for those whose texts passed."""
SECONDS_FOR_PASTED = 0.015
SHORTEST_AWAITED = 3
"""Letters of the last of several words from which on it must be there, if only as the beginning of a word."""
MOST_LEFT_OUT_IN_TURN = 6
"""Words of which each is left out in turn when no release holds all."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of the processor, since the search began, after which it looks for no more, weighs no more, and counts no
    more; and whether that is `final`: then a hint says so, else the search is not settled.
    """

    look: float
    weigh: float
    count: float
    final: bool


HURRIED = Patience(0.016, 0.02, 0.008, final=False)
"""While somebody types, who is to see this list before the next key."""
PATIENT = Patience(0.07, 0.08, 0.5, final=True)
""""lang:en" takes .06 in 100,000 releases, under load."""


@dataclass(slots=True)
class Found:
    """What the steps have found so far: the first ids in order, the number of all, and what was made of the words.

    There may be more than `total` unless it `is_counted`. It `is_settled` unless more time might make it another.
    `wanted` is what the index was asked for, by which all ids can be had.
    """

    wanted: Condition | None = None
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    scores: dict[int, float] = field(default_factory=dict)
    total: int = 0
    is_counted: bool = True
    is_settled: bool = True
    sought: tuple[Sought, ...] = ()
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    suggestion: str | None = None


class Search:
    """One search on its way through the steps. `go_on` is asked before each and raises if the search is not wanted."""

    def __init__(
        self,
        db: sqlite3.Connection,
        vocabulary: Vocabulary,
        query: Query,
        *,
        by_day: bool,
        patience: Patience,
        go_on: Callable[[], None],
    ) -> None:
        self._db = db
        self._vocabulary = vocabulary
        self._query = query
        self._by_day = by_day
        self._patience = patience
        self._is_cut_short = False
        self._go_on = go_on
        self._began = time.thread_time()
        self._pasted = NOTHING_PASTED
        self._may_read = MOST_READ
        self._hints: dict[str, str] = {}
        self._corrections: Sequence[Sought] = ()
        self._as_typed: frozenset[int] = frozenset()
        self.found = Found(hints=query.hints)

    def run(self) -> Found:
        """Go through the steps until enough is found."""
        tree = self._query.tree
        if tree is None:
            return self.found
        with suppress(OutOfTime), until(self._db, self._began + SECONDS_FOR_PASTED):
            self._pasted = pasted(self._db, self._query.text)
        self.found.ids.extend(self._pasted.ids)
        self._step(tree, "unknown")
        if not _has_words(tree):
            return self._finished()
        nothing_as_typed = not self.found.total
        if self.found.total < ENOUGH and not (self.found.total and self._is_late()):
            self._step(tree, "doubtful")
        if nothing_as_typed and self.found.total < ENOUGH:
            self._step(tree, "all")
        if self._holds_nothing() and isinstance(tree, All):
            self._leave_words_out(tree)
        if self._holds_nothing():
            self.found.suggestion = self._suggestion(tree)
        return self._finished()

    def _holds_nothing(self) -> bool:
        """Whether all was looked for, in vain."""
        return not self.found.total and not self._is_cut_short

    def _finished(self) -> Found:
        if self.found.total > ranking.MOST_LISTED:
            self._count_all()
        self.found.is_settled = self._patience.final or not self._is_cut_short
        self.found.hints = (*self._query.hints, *self._hints.values())
        otherwise = [release for release in self.found.ids if release not in self._as_typed]
        self.found.corrections = tuple(corrections_told(self._db, self._corrections, otherwise))
        return self.found

    # The steps

    def _step(self, tree: Node, corrected: Corrected) -> None:
        """Look for the tree with its words so wide, and put what is new behind what was found before."""
        self._go_on()
        plan = self._plan(self._without_word_begun(tree), corrected)
        wanted = fulltext.any_of([plan.everywhere, *self._pasted.conditions])
        self._hint_at_broad_words(plan)
        newest, is_all = self._look_for(wanted)
        total = len(newest)
        if total <= self.found.total and self.found.sought:
            return
        plans = [plan] if self._by_day else [*self._exact_plans(plan.tree, corrected), plan]
        ids = newest if self._by_day else self._in_order(plans, newest)
        known = set() if self._by_day else set(self.found.ids)
        kept = array("q") if self._by_day else self.found.ids
        self.found.ids = kept + array("q", [release for release in ids if release not in known])
        self.found.ids = self.found.ids[: ranking.MOST_LISTED]
        self.found.total, self.found.is_counted = total, is_all
        self.found.wanted = wanted
        self.found.sought = tuple(dict.fromkeys(plan.width.sought(word) for word in words_of(tree)))
        self._corrections = [word for word in map(plan.width.sought, words_of(plan.tree)) if word.corrected]
        if not self._corrections:
            self._as_typed = frozenset(ids)

    def _look_for(self, wanted: Condition) -> tuple[Sequence[int], bool]:
        """The newest ids that fulfil a condition, as far back as there is time to look, and whether these are all.

        One more than can be listed stands for any number.
        """
        newest = array("q")
        try:
            with until(self._db, self._began + self._patience.look):
                newest.extend(fulltext.each_newest(self._db, wanted, ranking.MOST_LISTED + 1))
        except OutOfTime:
            day = schema.day_of(newest[-1]) if newest else None
            back = f", back to {day.day} {day:%B %Y}" if day else ""
            self._cut_short("total", f"Too much to look at in one go: only the newest releases were searched{back}.")
            return newest, False
        return newest, len(newest) <= ranking.MOST_LISTED

    def _count_all(self) -> None:
        """The true total of more than can be listed, if there is time to count them."""
        assert self.found.wanted is not None
        total = self._count(self.found.wanted, self._began + self._patience.count)
        self.found.total, self.found.is_counted = total or ranking.MOST_LISTED, total is not None
        if total is None:
            self._cut_short("total", f"Too much to count: there are more than {ranking.MOST_LISTED:,}.")

    def _count(self, wanted: Condition, end: float) -> int | None:
        """How many releases fulfil a condition, None if the time is over before they are counted."""
        try:
            with until(self._db, end):
                return fulltext.count(self._db, wanted)
        except OutOfTime:
            self._is_cut_short = True
            return None

    def _in_order(self, plans: Sequence[Plan], newest: Sequence[int]) -> Sequence[int]:
        """The best first, as far as there is time to weigh; of equals the newest."""
        scores: dict[int, float] = {}
        first: dict[int, None] = {}
        try:
            with until(self._db, self._began + self._patience.weigh):
                if len(newest) > ranking.MOST_LISTED:
                    ranking.put_first(self._db, plans, first)
                else:
                    ranking.weigh(self._db, plans, newest, scores)
        except OutOfTime:
            self._cut_short("order", "Words so common take too long to weigh: the order is rough.")
        self.found.scores = scores | self.found.scores
        ordered = sorted(newest, key=lambda release: (-scores.get(release, 0.0), -release))
        return list(first | dict.fromkeys(ordered))[: ranking.MOST_LISTED]

    def _cut_short(self, what: str, hint: str) -> None:
        self._is_cut_short = True
        if self._patience.final:
            self._hints[what] = hint

    def _leave_words_out(self, tree: All) -> None:
        """Leave out the words that stand nowhere; then, if need be, the one without which fewest are found."""
        hopeless = [word for word in _free_words(tree) if not self._forms_held(word)]
        rest = _without(tree, hopeless)
        if hopeless and _has_words(rest):
            self._take(rest, hopeless)
        if not self._holds_nothing():
            return
        options: list[tuple[float, int, Word, All]] = []
        for word in self._rarest(rest):
            fewer = _without(rest, [word])
            if _has_words(fewer) and not (options and self._is_late()):
                count = self._count(self._plan(fewer, "all").everywhere, self._began + self._patience.look)
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
        return sorted(_free_words(tree), key=lambda word: self._vocabulary.releases(word.terms[0]))[
            :MOST_LEFT_OUT_IN_TURN
        ]

    def _forms_held(self, word: Word) -> bool:
        width = Width(self._vocabulary, going_on=True, corrected="all")
        return width.releases(word) > 0

    def _is_late(self) -> bool:
        """Whether there is no time for what is not needed."""
        is_late = time.thread_time() > self._began + self._patience.look
        self._is_cut_short |= is_late
        return is_late

    # Words

    def _without_word_begun(self, tree: Node) -> Node:
        """One or two letters begin a word in every release: at the end, after other words, they are not waited for."""
        shortened = each_word(tree, self._without_last_begun)
        if not isinstance(shortened, All):
            return shortened
        rest = _without(shortened, [node for node in shortened.nodes if isinstance(node, Word) and _is_begun(node)])
        return rest if _has_words(rest) else tree

    def _without_last_begun(self, word: Word) -> Word:
        """A phrase of common words, whose places take longest to compare, without the last that is hardly begun."""
        *whole, begun = word.terms
        if not (word.typing and whole and _is_short(begun)):
            return word
        if min(map(self._vocabulary.releases, whole)) <= ranking.MOST_LISTED:
            return word
        return replace(word, terms=tuple(whole), begins=False, typing=False)

    def _plan(self, tree: Node, corrected: Corrected, *, going_on: bool = True) -> Plan:
        required = tree.nodes if isinstance(tree, All) else ()
        words = [node.terms for node in required if isinstance(node, Word) and not node.begins]
        known = [min(map(self._vocabulary.releases, terms)) for terms in words]
        rarest = min(filter(None, known), default=sys.maxsize)
        joined = joined_words(words_of(tree), self._vocabulary)
        width = Width(self._vocabulary, going_on=going_on, corrected=corrected, rarest=rarest, joined=joined)
        return Plan(tree, width, self._read)

    def _exact_plans(self, tree: Node, corrected: Corrected) -> Iterator[Plan]:
        """If the word being typed may be whole: releases with it come before those with words it may go on to."""
        typed = [word for word in words_of(tree) if word.typing]
        if any(self._may_be_whole(word) for word in typed):
            yield self._plan(tree, corrected, going_on=False)

    def _may_be_whole(self, word: Word) -> bool:
        if self._vocabulary.releases(word.terms[-1]):
            return True
        return len(word.terms) == 1 and bool(self._vocabulary.corrections(word.terms[0]))

    def _hint_at_broad_words(self, plan: Plan) -> None:
        for word in words_of(plan.tree):
            if word.begins and not word.typing and plan.width.is_broad(word):
                begun = word.typed.rstrip("*")
                self._hints[begun] = f"Very many words begin with {begun}: the commonest were looked for."

    def _read(self, wanted: Condition, test: TextTest) -> list[int]:
        """Those of the releases whose text passes a test; of very many only the newest are read."""
        try:
            with until(self._db, self._began + self._patience.look):
                ids = fulltext.newest(self._db, wanted, self._may_read)
        except OutOfTime:
            ids = array("q")
        in_time = self._began + SHARE_FOR_READING * self._patience.look
        passed, read = [], 0
        for release, text in fulltext.texts(self._db, ids):
            self._go_on()
            if read >= FEWEST_READ and time.thread_time() > in_time:
                break
            read += 1
            if test(text):
                passed.append(release)
        self._may_read -= read
        if read < len(ids) or not self._may_read:
            self._cut_short("texts", f"para: and atleast: read the newest {read:,} releases with these words.")
        return passed

    def _suggestion(self, tree: Node) -> str | None:
        """The query with words corrected that were not to be, if it finds anything that way."""
        text = respelt(self._query.text, words_of(tree), self._vocabulary)
        suggested = parse_query(text).tree if text else None
        if suggested is None:
            return None
        return text if fulltext.newest(self._db, self._plan(suggested, "unknown").everywhere, 1) else None


def _free_words(tree: All) -> list[Word]:
    """The words that may be left out."""
    return [node for node in tree.nodes if isinstance(node, Word) and not node.required]


def _without(tree: All, left_out: Sequence[Node]) -> All:
    return All(tuple(node for node in tree.nodes if node not in left_out))


def _has_words(tree: Node) -> bool:
    return any(True for _ in words_of(tree))


def _is_begun(word: Word) -> bool:
    return word.typing and len(word.terms) == 1 and _is_short(word.terms[0])


def _is_short(term: str) -> bool:
    return len(term) < SHORTEST_AWAITED and not is_unspaced(term)
