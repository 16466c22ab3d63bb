"""How well and how soon search finds: known items with and without a slip, and typed sessions, beside other programs.

    python -m benchmarks.search [FOLDER] [--releases N …] [--items N] [--sessions N] [--seed N]

FOLDER keeps the archives and indexes that are made for it. The programs are asked in turn, query by query; a figure is
the median of all its queries unless it says otherwise. The seed chooses the releases that are looked for.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.archive import make_archive
from benchmarks.known_items import KnownItem, known_items
from benchmarks.peers import MOST, Find, peers, ripgrep
from reader.library.store import Library, open_library
from reader.search.engine import Searcher

OURS = "reader"
SIZES = (3_000, 52_655, 100_000)


def reader(searcher: Searcher, library: Library, *, hurried: bool) -> Find:
    """Our own search, as the screen asks it: hurried at every key, and with patience once nobody types."""

    def find(text: str) -> list[str]:
        answer = searcher.search(text, hurried=hurried)
        return [row.path for row in library.summaries(answer.ids[:MOST])]

    return find


def known_item_table(items: list[KnownItem], programs: dict[str, Find]) -> None:
    """Print how often each program has the release first and among the first ten, and how long it takes."""
    for title, typed in (("as they are", "words"), ("one mistyped", "mistyped")):
        ranks: dict[str, list[int]] = defaultdict(list)
        times: dict[str, list[float]] = defaultdict(list)
        for item in items:
            for name, find in programs.items():
                found, seconds = timed(find, getattr(item, typed))
                ranks[name].append(found.index(item.path) if item.path in found else MOST)
                times[name].append(seconds)
        print(f"\n{len(items)} known items, two to four words, {title}\n")
        print(f"{'':14} {'first':>6} {'in ten':>7} {'median ms':>10} {'p95 ms':>8} {'ratio':>7}")
        for name, places in ranks.items():
            first, ten = (sum(place < bound for place in places) / len(places) for bound in (1, MOST))
            print(f"{name:14} {first:6.3f} {ten:7.3f} {columns(times[name], times[OURS])}")


def session_table(items: list[KnownItem], programs: dict[str, Find]) -> None:
    """Print how long each program takes for every keystroke of typing the mistyped queries."""
    times: dict[str, list[float]] = defaultdict(list)
    for item in items:
        for length in range(1, len(item.mistyped) + 1):
            for name, find in programs.items():
                times[name].append(timed(find, item.mistyped[:length])[1])
    print(f"\n{len(items)} typed sessions, {len(times[OURS]):,} keystrokes\n")
    print(f"{'':14} {'median ms':>10} {'p95 ms':>8} {'ratio':>7} {'worst ms':>9}")
    for name, seconds in times.items():
        print(f"{name:14} {columns(seconds, times[OURS])} {1000 * max(seconds):9.1f}")


def columns(seconds: list[float], ours: list[float]) -> str:
    """Median and 95th percentile in milliseconds, and the ratio of the median to ours."""
    median = statistics.median(seconds)
    p95 = sorted(seconds)[int(0.95 * len(seconds))]
    return f"{1000 * median:10.1f} {1000 * p95:8.1f} {median / statistics.median(ours):7.2f}"


def timed(find: Find, text: str) -> tuple[list[str], float]:
    began = time.perf_counter()
    found = find(text)
    return found, time.perf_counter() - began


def measure(folder: Path, releases: int, options: argparse.Namespace) -> None:
    """Everything over an archive of this size."""
    archive = make_archive(folder / f"archive-{releases}", releases)
    library = open_library([archive], folder / "cache")
    library.refresh()
    searcher = Searcher(library)
    searcher.search("a")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    others = dict(peers(library, folder / f"tantivy-{releases}"))
    items = known_items(library, options.items, options.seed)
    print(
        f"\n## {library.count():,} releases\n\nSQLite {sqlite3.sqlite_version}, {memory:.0f} MB with the words loaded"
    )
    known_item_table(items, {OURS: reader(searcher, library, hurried=False), **others})
    typed = {name: find for name, find in others.items() if "fzf" not in name}
    session_table(items[: options.sessions], {OURS: reader(searcher, library, hurried=True), **typed})
    if grep := ripgrep(archive):
        times = [timed(grep, item.words)[1] for item in items[:10]]
        print(f"\nripgrep, one word, no order: {1000 * statistics.median(times):.0f} ms")
    library.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("/tmp/release-reader-benchmark"))
    parser.add_argument("--releases", type=int, nargs="+", default=SIZES)
    parser.add_argument("--items", type=int, default=400)
    parser.add_argument("--sessions", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2017)
    options = parser.parse_args()
    for releases in options.releases:
        measure(options.folder, releases, options)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
