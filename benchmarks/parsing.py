"""How many releases a second and core are parsed, and what each step takes.

    python benchmarks/parsing.py ../shared/corpus/senate [--rounds N]

Every file under the folder is read once into memory; the figure is the median of the rounds, in process time.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reader.parsing.contacts import find_contacts
from reader.parsing.decode import decode
from reader.parsing.formats import to_document
from reader.parsing.heading import read_heading
from reader.parsing.layout import lay_out
from reader.parsing.release import parse
from reader.parsing.speakers import attributed_quotes

_Value = TypeVar("_Value")


def main() -> None:
    """Print releases a second, and microseconds a release for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    files = [(path.read_bytes(), str(path)) for path in sorted(arguments.folder.rglob("*")) if path.is_file()]
    size = sum(len(data) for data, _ in files) / len(files)
    parse(*files[0])
    seconds = [_timed(lambda: [parse(data, path) for data, path in files])[0] for _ in range(arguments.rounds)]
    median = statistics.median(seconds)
    print(f"{len(files)} releases of {size / 1000:.1f} kB: {len(files) / median:,.0f} a second and core")
    _print_steps(files)


def _print_steps(files: list[tuple[bytes, str]]) -> None:
    decoded = _step("decode", len(files), lambda: [decode(data) for data, _ in files])
    documents = _step(
        "formats",
        len(files),
        lambda: [to_document(text.text, Path(name).suffix) for text, (_, name) in zip(decoded, files, strict=True)],
    )
    layouts = _step("layout", len(files), lambda: [lay_out(document) for document in documents])
    _step(
        "heading",
        len(files),
        lambda: [read_heading(layout, {}, path) for layout, (_, path) in zip(layouts, files, strict=True)],
    )
    _step("quotes", len(files), lambda: [attributed_quotes(layout.text) for layout in layouts])
    _step("contacts", len(files), lambda: [find_contacts(layout.text) for layout in layouts])


def _step(name: str, count: int, run: Callable[[], _Value]) -> _Value:
    seconds, value = _timed(run)
    print(f"  {name:9} {seconds / count * 1e6:7.0f} µs a release")
    return value


def _timed(run: Callable[[], _Value]) -> tuple[float, _Value]:
    start = time.process_time()
    value = run()
    return time.process_time() - start, value


if __name__ == "__main__":
    main()
