"""The search engine: a query → every release that fulfils it, best first, and what was made of the query on the way.

A search goes through steps, each wider than the one before, and stops when it has found enough: words as typed, words
corrected, one word less. What an earlier step found stands before what a later one adds.
"""

import datetime
import sqlite3
import threading
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.model import Release, Span
from reader.search import passages, plan, vocabulary
from reader.search.plan import Sought, Widen
from reader.search.query import All, Node, Query, Word, parse_query, words_of
from reader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reader.library.store import Library

Order = Literal["relevance", "day"]

MOST_LISTED = 2000
"""Ids in an answer; the total counts all."""
MOST_RANKED = 2000
"""More hits than this are not ranked by their words but by day, those with the words in the title first."""
ENOUGH = 20
"""Hits that make it needless to look for corrected words too."""
MOST_SCORED = 4000
"""Releases that a word may stand in and still count in the ranking; BM25 costs 3 µs for each."""
WEIGHTS = (8.0, 2.0, 1.0, 8.0, 2.0, 1.0, 1.0)
"""Of title, lead, body, symbol, issuer, places, speakers in BM25."""


class SearchCancelled(Exception):
    """A search was interrupted because a newer one is wanted."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was typed and those that were looked for in its place, likeliest first."""

    typed: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found. `ids` holds the first `MOST_LISTED` in order, `total` counts all."""

    query: str
    total: int
    took_ms: float
    ids: "array[int]"
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    suggestion: str | None = None
    sought: tuple[Sought, ...] = ()
    scores: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One release of an answer as a list shows it; `spans` are the stretches of the snippet to mark."""

    id: int
    path: str
    title: str
    date: datetime.date | None
    symbol: str | None
    score: float
    snippet: str
    spans: tuple[Span, ...]


class Searcher:
    """Searches one library. Its methods may be called from any thread; the latest search wins."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._vocabulary: Vocabulary | None = None
        self._loading = threading.Lock()
        self._running: set[sqlite3.Connection] = set()

    def refresh(self) -> None:
        """Take note that the index has changed: the words are loaded anew with the next search."""
        self._vocabulary = None

    def interrupt(self) -> None:
        """Stop the searches that are running in other threads; they raise `SearchCancelled`."""
        for db in tuple(self._running):
            db.interrupt()

    def search(self, text: str, *, order: Order = "relevance") -> Answer:
        """Find what a query asks for. Never raises for anything typed."""
        began = time.perf_counter()
        query = parse_query(text)
        with self._reading() as db:
            search = _Search(db, self._words(db), query, order)
            search.run()
        return search.answer((time.perf_counter() - began) * 1000)

    def hits(self, answer: Answer, start: int, stop: int) -> list[Hit]:
        """The releases of an answer from one row to another, with their snippets."""
        marker = passages.Marker(answer.sought)
        rows = []
        for summary in self._library.summaries(answer.ids[start:stop]):
            try:
                text = self._library.text(summary.id)
            except KeyError:
                continue
            line, spans = passages.snippet(text, marker.matches(text), _title_span(text, summary.title))
            rows.append(
                Hit(
                    summary.id,
                    summary.path,
                    summary.title,
                    summary.date,
                    summary.symbol,
                    answer.scores.get(summary.id, 0.0),
                    line,
                    spans,
                )
            )
        return rows

    def matches(self, answer: Answer, release: Release) -> tuple[Span, ...]:
        """Every place in a release's text to mark, in order."""
        return tuple(Span(match.start, match.end) for match in passages.Marker(answer.sought).matches(release.text))

    def best_match(self, answer: Answer, release: Release) -> int:
        """Which of the `matches` opens the best passage; 0 if there is none."""
        titles = [Span(p.start, p.end) for p in release.paragraphs if p.kind in ("title", "head")]
        return passages.best(passages.Marker(answer.sought).matches(release.text), titles)

    def _words(self, db: sqlite3.Connection) -> Vocabulary:
        with self._loading:
            if self._vocabulary is None:
                self._vocabulary = vocabulary.load(db)
            return self._vocabulary

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._library.reading() as db:
            self._running.add(db)
            try:
                yield db
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                    raise SearchCancelled from error
                raise
            finally:
                self._running.discard(db)


def _title_span(text: str, title: str) -> tuple[Span, ...]:
    start = text.casefold().find(title.casefold())
    return (Span(start, start + len(title)),) if start >= 0 and title else ()


class _Search:
    """One search on its way through the steps."""

    def __init__(self, db: sqlite3.Connection, words: Vocabulary, query: Query, order: Order) -> None:
        self._db = db
        self._words = words
        self._query = query
        self._order = order
        self._ids: array[int] = array("q")
        self._scores: dict[int, float] = {}
        self._total = 0
        self._sought: dict[Word, Sought] = {}
        self._dropped: tuple[str, ...] = ()

    def run(self) -> None:
        """Go through the steps until enough is found."""
        tree = self._query.tree
        if tree is None:
            return
        self._step(tree, plan.corrected(self._words, self._is_unknown))
        if self._total < ENOUGH:
            self._step(tree, plan.corrected(self._words, lambda word: True))
        if not self._total:
            self._with_one_word_less(tree)

    def answer(self, took_ms: float) -> Answer:
        """The answer, once `run` is done."""
        return Answer(
            self._query.text,
            self._total,
            took_ms,
            self._ids,
            tuple(self._corrections()),
            self._dropped,
            self._query.hints,
            None,
            tuple(self._sought.values()),
            self._scores,
        )

    def _corrections(self) -> Iterator[Correction]:
        for sought in self._sought.values():
            if sought.corrected:
                yield Correction(sought.word.typed, tuple(" ".join(form) for form in sought.corrected))

    def _is_unknown(self, word: Word) -> bool:
        if self._words.releases(word.terms[0]):
            return False
        return not (word.typing and self._words.beginning_with(word.terms[0], 1))

    def _step(self, tree: Node, widen: Widen) -> None:
        """Look for the tree with its words so wide, and put what is new behind what was found before."""
        condition = plan.condition(tree, widen)
        total = fulltext.count(self._db, condition)
        if total <= self._total:
            return
        sought = {word: widen(word) for word in words_of(tree)}
        known = set(self._ids)
        self._ids.extend(release for release in self._ranked(condition, total, sought) if release not in known)
        self._total = total
        self._sought = sought

    def _ranked(self, condition: Condition, total: int, sought: dict[Word, Sought]) -> Sequence[int]:
        if self._order == "day":
            return fulltext.newest(self._db, condition, MOST_LISTED)
        if total > MOST_RANKED:
            return self._titles_first(condition, sought)
        found = fulltext.newest(self._db, condition, MOST_RANKED)
        scores = self._word_scores(sought)
        self._scores |= {release: scores.get(release, 0.0) for release in found}
        return sorted(found, key=lambda release: (-self._scores[release], -release))

    def _titles_first(self, condition: Condition, sought: dict[Word, Sought]) -> Sequence[int]:
        in_title = [fulltext.phrases(word.forms, "title") for word in sought.values()]
        titles = fulltext.newest(self._db, fulltext.all_of((condition, *in_title)), MOST_LISTED)
        rest = fulltext.newest(self._db, condition, MOST_LISTED)
        return list(dict.fromkeys([*titles, *rest]))[:MOST_LISTED]

    def _word_scores(self, sought: dict[Word, Sought]) -> dict[int, float]:
        """BM25 by the rare words alone; common words have been required and say no more."""
        rare = [
            fulltext.phrases(word.forms, word.word.column)
            for word in sought.values()
            if sum(min(self._words.releases(term) for term in form) for form in word.forms) <= MOST_SCORED
        ]
        return fulltext.scores(self._db, fulltext.any_of(rare), WEIGHTS) if rare else {}

    def _with_one_word_less(self, tree: Node) -> None:
        """Leave out the word whose absence finds fewest, for what is left then says most."""
        if not isinstance(tree, All):
            return
        widen = plan.corrected(self._words, lambda word: True)
        found = []
        for place, node in enumerate(tree.nodes):
            if isinstance(node, Word):
                rest = All(tree.nodes[:place] + tree.nodes[place + 1 :])
                total = fulltext.count(self._db, plan.condition(rest, widen))
                if total:
                    found.append((total, place, node, rest))
        if found:
            _, _, word, rest = min(found, key=lambda option: option[:2])
            self._dropped = (word.typed,)
            self._step(rest, widen)
