"""How many releases a second and core are parsed, and what each step takes.

    python benchmarks/parsing.py ../shared/corpus/senate [--rounds N]

Every file under the folder is read once into memory and then parsed, one at a time as the index does; the figure is the
median of the rounds, in process time.
"""

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from reader.parsing.contacts import find_contacts
from reader.parsing.decode import decode
from reader.parsing.formats import to_document
from reader.parsing.heading import read_heading
from reader.parsing.layout import lay_out
from reader.parsing.release import number_paragraphs, parse
from reader.parsing.speakers import attributed_quotes

_Arguments = ParamSpec("_Arguments")
_Value = TypeVar("_Value")
_Files = Sequence[tuple[bytes, str]]


def main() -> None:
    """Print releases a second, and microseconds a release for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    files = [(path.read_bytes(), str(path)) for path in sorted(arguments.folder.rglob("*")) if path.is_file()]
    size = sum(len(data) for data, _ in files) / len(files)
    parse(*files[0])
    median = statistics.median(_seconds_to_parse(files) for _ in range(arguments.rounds))
    print(f"{len(files)} releases of {size / 1000:.1f} kB: {len(files) / median:,.0f} a second and core")
    for step, seconds in _seconds_by_step(files).items():
        print(f"  {step:9} {seconds / len(files) * 1e6:7.0f} µs a release")


def _seconds_to_parse(files: _Files) -> float:
    start = time.process_time()
    for data, path in files:
        parse(data, path)
    return time.process_time() - start


def _seconds_by_step(files: _Files) -> dict[str, float]:
    seconds: dict[str, float] = defaultdict(float)

    def timed(
        step: str, run: Callable[_Arguments, _Value], *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Value:
        start = time.process_time()
        value = run(*args, **kwargs)
        seconds[step] += time.process_time() - start
        return value

    for data, path in files:
        decoded = timed("decode", decode, data)
        document = timed("formats", to_document, decoded.text, Path(path).suffix)
        layout = timed("layout", lay_out, document)
        heading = timed("heading", read_heading, layout, document.fields, path)
        block = timed("contacts", find_contacts, layout.text, places=heading.places, issuer=heading.issuer)
        parts = zip(layout.paragraphs, heading.kinds, strict=True)
        paragraphs = timed("numbers", number_paragraphs, parts, block.spans)
        timed("quotes", attributed_quotes, layout.text, paragraphs, heading.language)
    return seconds


if __name__ == "__main__":
    main()
