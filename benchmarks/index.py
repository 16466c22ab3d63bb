"""What the index costs: building it, starting again, its size, and the memory of the program meanwhile.

    python -m benchmarks.index [ARCHIVE] [--releases N] [--runs N]

ARCHIVE is a folder to measure over, made by `benchmarks.archive` if it is not there. Each run is a fresh process with
an empty cache; each figure is the median of the runs. Prints a table with the goals.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import make_archive

FIGURES = {
    "releases a second": ("{:,.0f}", "1,000"),
    "processor time a release: reading, ms": ("{:.2f}", ""),
    "processor time a release: writing, ms": ("{:.2f}", ""),
    "first releases to see, seconds": ("{:.2f}", "0.5"),
    "second start with nothing changed, seconds": ("{:.2f}", "1.5"),
    "size of the index to the text": ("{:.2f}", "1.5"),
    "memory of the program, MB": ("{:.0f}", "200"),
    "memory of a worker, MB": ("{:.0f}", ""),
    "opening, ms": ("{:.1f}", ""),
    "all ids, ms": ("{:.1f}", ""),
    "a screen of 50 summaries, ms": ("{:.2f}", ""),
    "a release, ms": ("{:.2f}", ""),
    "all quotations, ms": ("{:.0f}", ""),
    "the contact book, ms": ("{:.0f}", ""),
}


def measure(archive: Path, cache: Path) -> dict[str, float]:
    """One build and one start again, in this process."""
    from reader.library.store import Library, open_library

    started = time.perf_counter()
    first: list[float] = []
    library = open_library([archive], cache)
    opening = time.perf_counter() - started
    library.refresh(lambda progress: first.append(time.perf_counter() - started))
    building = time.perf_counter() - started
    writing = time.process_time()
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    reading = workers.ru_utime + workers.ru_stime
    count = library.count()
    size = library.path.stat().st_size
    library.close()

    def timed(call: Callable[[Library], object]) -> float:
        before = time.perf_counter()
        call(again)
        return time.perf_counter() - before

    again = open_library([archive], cache)
    second = timed(lambda library: library.refresh())
    ids = again.ids()
    figures = {
        "releases a second": count / building,
        "processor time a release: reading, ms": 1000 * reading / count,
        "processor time a release: writing, ms": 1000 * writing / count,
        "first releases to see, seconds": first[0],
        "second start with nothing changed, seconds": second,
        "size of the index to the text": size / sum(path.stat().st_size for path in archive.rglob("*.txt")),
        "memory of the program, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "memory of a worker, MB": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "opening, ms": 1000 * opening,
        "all ids, ms": 1000 * timed(lambda library: library.ids()),
        "a screen of 50 summaries, ms": 1000 * timed(lambda library: library.summaries(ids[1000:1050])),
        "a release, ms": 1000 * timed(lambda library: [library.release(id_) for id_ in ids[::1000]]) / len(ids[::1000]),
        "all quotations, ms": 1000 * timed(lambda library: library.find_quotes()),
        "the contact book, ms": 1000 * timed(lambda library: library.find_contacts()),
    }
    again.close()
    return figures


def measure_apart(archive: Path) -> dict[str, float]:
    """`measure` in a fresh process."""
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "benchmarks.index", str(archive), "--once", cache]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=Path(tempfile.gettempdir()) / "reader-archive")
    parser.add_argument("--releases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(measure(options.archive, options.once)))
        return
    archive = make_archive(options.archive, options.releases)
    runs = [measure_apart(archive) for _ in range(options.runs)]
    print(f"| {options.releases:,} releases | median of {options.runs} | goal |\n|---|---|---|")
    for name, (form, goal) in FIGURES.items():
        print(f"| {name} | {form.format(statistics.median(run[name] for run in runs))} | {goal} |")


if __name__ == "__main__":
    main()
