"""The search engine as the screen and the command line know it: a query → an answer, and what of it is to be seen."""

import datetime
import sqlite3
import threading
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reader.errors import LibraryError
from reader.library import faults, fulltext
from reader.library.fulltext import Condition
from reader.model import DateSource, Release, Span
from reader.search import passages, ranking, vocabulary
from reader.search.completion import Completer, Completion, Values
from reader.search.concordance import Concordance
from reader.search.corrections import Correction
from reader.search.forms import Sought
from reader.search.query import parse_query
from reader.search.quotations import QuotationFinder, Quotations
from reader.search.steps import HURRIED, PATIENT, Search
from reader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reader.library.browse import QuoteOrder
    from reader.library.store import Library, Summary

__all__ = ["Answer", "Correction", "Hit", "SearchCancelled", "Searcher", "refused"]

Order = Literal["relevance", "day"]


class SearchCancelled(Exception):
    """A search was interrupted because a newer one is wanted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found. `ids` holds the first `ranking.MOST_LISTED` in order, `total` counts all,
    which `Searcher.in_order` gives; there may be more unless the total `is_counted`. A hurried answer that is not
    settled might be another if there were more time.

    `dropped` are words left out because no release holds all, `suggestion` a query that would find something where this
    one finds nothing, `hints` sentences on what was not understood.
    """

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
    wanted: Condition | None = None
    is_counted: bool = True
    is_settled: bool = True

    @property
    def goes_on(self) -> bool:
        """Whether more was found than `ids` holds; not what there was no time to look for."""
        return self.total > len(self.ids) or (len(self.ids) == ranking.MOST_LISTED and not self.is_counted)


@dataclass(frozen=True, slots=True)
class Hit:
    """One release of an answer as a list shows it, with the stretches to mark: `spans` of the snippet, `title_spans`
    of the title.
    """

    id: int
    path: str
    title: str
    date: datetime.date | None
    date_source: DateSource
    symbol: str | None
    score: float
    snippet: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]


class Searcher:
    """Searches one library. Its methods may be called from any thread."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._vocabulary: Vocabulary | None = None
        self._generation = -1
        self._completer = Completer(self._values)
        self._quotations = QuotationFinder(library, self._words)
        self._loading = threading.Lock()
        self._running: dict[sqlite3.Connection, threading.Event] = {}
        self._registering = threading.Lock()

    def refresh(self) -> None:
        """Load the words of the library if they have changed. Called in a thread of its own it delays no search."""
        with self._loading, self._library.reading() as db:
            generation = self._library.vocabulary_generation()
            if generation != self._generation:
                self._vocabulary = vocabulary.load(db)
                self._generation = generation
                self._completer = Completer(self._values)

    def interrupt(self) -> None:
        """Stop the searches that are running in other threads; they raise `SearchCancelled`."""
        with self._registering:
            for db, stop in self._running.items():
                stop.set()
                db.interrupt()

    def search(self, text: str, *, order: Order = "relevance", hurried: bool = False, finished: bool = False) -> Answer:
        """Find what a query asks for. Never raises for anything typed.

        A hurried search, for somebody who types on, is over in some 25 ms, however common the words. In a finished one
        nobody types on, so that a value half typed is hinted at.
        """
        began = time.perf_counter()
        words = self._words()
        with self._reading() as (db, go_on):
            search = Search(
                db,
                words,
                parse_query(text, finished=finished),
                by_day=order == "day",
                patience=HURRIED if hurried else PATIENT,
                go_on=go_on,
            )
            found = search.run()
        took = (time.perf_counter() - began) * 1000
        return Answer(
            text,
            found.total,
            took,
            found.ids,
            found.corrections,
            found.dropped,
            found.hints,
            found.suggestion,
            found.sought,
            found.scores,
            found.wanted,
            found.is_counted,
            found.is_settled,
        )

    def every_id(self, answer: Answer) -> "array[int]":
        """All releases that an answer counts, newest first: a tenth of a second for 100,000."""
        if answer.wanted is None:
            return array("q")
        with self._reading() as (db, _):
            return fulltext.newest(db, answer.wanted)

    def in_order(self, answer: Answer) -> "array[int]":
        """All releases that an answer counts: those put in order, and behind them the others, newest first."""
        listed = frozenset(answer.ids)
        return answer.ids + array("q", (release for release in self.every_id(answer) if release not in listed))

    def hits(self, answer: Answer, start: int, stop: int) -> list[Hit]:
        """The releases of an answer from one row to another, with their snippets; also of those not put in order."""
        ids = self.in_order(answer) if answer.goes_on and stop > len(answer.ids) else answer.ids
        marker, title_marker = passages.Marker(answer.sought), passages.Marker(_sought_in_titles(answer.sought))
        hits = []
        for row, whole_text in self._texts(ids[start:stop]):
            text = whole_text[: passages.MOST_LOOKED_THROUGH]
            line, spans = passages.snippet(text, marker.matches(text), passages.title_span(text, row.title))
            score = answer.scores.get(row.id, 0.0)
            title_spans = _spans(title_marker.matches(row.title))
            said = (row.path, row.title, row.date, row.date_source, row.symbol)
            hits.append(Hit(row.id, *said, score, line, spans, title_spans))
        return hits

    def matches(self, answer: Answer, release: Release) -> tuple[tuple[Span, ...], int]:
        """Every place in a release's text to mark, in order, and which of them opens the best passage; 0 if none."""
        matches = passages.Marker(answer.sought).matches(release.text)
        titles = [Span(part.start, part.end) for part in release.paragraphs if part.kind in ("title", "head")]
        return _spans(matches), passages.best(matches, titles)

    def concordance(self, answer: Answer) -> Concordance:
        """Every place where an answer's words stand, in all its releases, newest first; yet to be gathered."""
        return Concordance(self.every_id(answer), self._texts, passages.Marker(answer.sought))

    def quotations(self, who: str | None, about: str | None, order: "QuoteOrder" = "day") -> Quotations:
        """The quotations of a person, or about something; see `QuotationFinder.find`."""
        return self._quotations.find(who, about, order)

    def _texts(self, ids: Sequence[int]) -> "Iterator[tuple[Summary, str]]":
        """What a list shows of these releases, and their texts; those that have gone are left out."""
        for row in self._library.summaries(ids):
            with suppress(KeyError):
                yield row, self._library.text(row.id)

    def complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """What may be meant by the piece of a query that ends at the cursor: fields, and values of this library."""
        return self._completer.complete(text, cursor)

    def _values(self, field: str) -> Values:
        """The values of a field in this library, the most frequent first."""
        if field not in fulltext.FIELDS_WITH_VALUES:
            return ()
        with self._library.reading() as db:
            return fulltext.values(db, field)

    def _words(self) -> Vocabulary:
        """The words of the library: at first they are waited for, later newer ones are fetched in the background."""
        if self._vocabulary is None:
            self.refresh()
        elif self._library.vocabulary_generation() != self._generation and not self._loading.locked():
            threading.Thread(target=self._refresh_quietly, name="vocabulary", daemon=True).start()
        assert self._vocabulary is not None
        return self._vocabulary

    def _refresh_quietly(self) -> None:
        """What goes wrong here will go wrong again, and be said, with the next search."""
        with suppress(LibraryError):
            self.refresh()

    @contextmanager
    def _reading(self) -> Iterator[tuple[sqlite3.Connection, Callable[[], None]]]:
        stop = threading.Event()

        def go_on() -> None:
            if stop.is_set():
                raise SearchCancelled

        with self._library.reading() as db:
            with self._registering:
                self._running[db] = stop
            try:
                yield db, go_on
            except sqlite3.OperationalError as error:
                if faults.is_interrupt(error):
                    raise SearchCancelled from error
                raise
            finally:
                with self._registering:
                    del self._running[db]


def refused(text: str, answer: Answer) -> str:
    """The query with the corrected word that stands last kept as it was typed, by a plus sign before it.

    Asked again with the next answer it refuses the one before. `text` comes back as it is when nothing was corrected,
    or when it is no longer what the answer was asked.
    """
    if text != answer.query or not answer.corrections:
        return text
    start = max(correction.start for correction in answer.corrections)
    return f"{text[:start]}+{text[start:]}"


def _sought_in_titles(sought: Iterable[Sought]) -> list[Sought]:
    """Without the words that name another column: an issuer that was asked for is no find in a headline."""
    return [one for one in sought if one.word.column in (None, "title")]


def _spans(matches: Iterable[passages.Match]) -> tuple[Span, ...]:
    return tuple(Span(match.start, match.end) for match in matches)
