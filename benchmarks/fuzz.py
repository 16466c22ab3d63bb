"""Let a fuzzer look for bytes that break the laws of tests/properties, guided by the branches they reach.

    python -m benchmarks.fuzz [PART …] [--seconds 60] [--seeds FOLDER …] [--found FOLDER]

Parts are decode, layout, heading, quotes, contacts and query; without one, all of them in turn. The files of the seed
folders (the sample releases, unless others are named) are what the fuzzer begins with. An input that breaks a law, or
takes longer than ten seconds, is written to the folder FOUND (a temporary one, unless named), and makes the exit code
1: turn it into a test. Needs atheris (`pip install atheris`, on Linux).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "sample_docs"
PARTS = ("decode", "layout", "heading", "quotes", "contacts", "query")
LONGEST_SECONDS = 10
LONGEST_INPUT = 20_000
LONGEST_QUERY = 300


@contextmanager
def law(part: str) -> Iterator[Callable[[bytes], None]]:
    """What must hold of a part of the program for any bytes; raises where it does not."""
    from tests.properties import test_contacts, test_parsing, test_query, test_quotes

    def inner(test: Callable[..., None]) -> Callable[..., None]:
        inside: Callable[..., None] = test.hypothesis.inner_test  # type: ignore[attr-defined]
        return inside

    def on_text(test: Callable[..., None], *others: object) -> Callable[[bytes], None]:
        return lambda data: inner(test)(data.decode("utf-8", "surrogateescape"), *others)

    if part == "decode":
        from reader.parsing.decode import clean, decode

        def safe(data: bytes) -> None:
            text = decode(data).text
            assert all(map(test_parsing.is_safe, text))
            assert clean(text) == text

        yield safe
    elif part == "layout":
        yield on_text(test_parsing.test_laying_out_loses_no_word)
    elif part == "heading":
        yield lambda data: inner(test_parsing.test_parsing_never_raises_and_every_span_is_in_its_text)(data, ".md")
    elif part == "quotes":
        yield on_text(test_quotes.test_every_span_lies_in_the_text_in_order_and_says_what_stands_there, None)
    elif part == "contacts":
        yield on_text(test_contacts.test_contacts_are_whole_on_any_text, None)
    else:
        with searcher_of_samples() as searcher:
            answered = inner(test_query.test_every_query_is_answered)
            yield lambda data: answered(searcher, data.decode("utf-8", "surrogateescape"))


@contextmanager
def searcher_of_samples() -> Iterator[object]:
    """A search over the sample releases."""
    from reader.library.store import open_library
    from reader.search.engine import Searcher

    with tempfile.TemporaryDirectory(prefix="reader-fuzz-") as cache:
        library = open_library([SAMPLES], Path(cache))
        library.refresh()
        yield Searcher(library)
        library.close()


def fuzz(part: str, arguments: list[str]) -> None:
    """Fuzz one part in this process, which the fuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["reader"]), law(part) as holds:
        atheris.Setup([sys.argv[0], *arguments], holds)
        atheris.Fuzz()


def main() -> None:
    """Fuzz each part in a process of its own and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seeds", type=Path, nargs="*", default=[SAMPLES])
    parser.add_argument("--found", type=Path, default=None)
    options = parser.parse_args()
    found = options.found or Path(tempfile.mkdtemp(prefix="reader-found-"))
    found.mkdir(parents=True, exist_ok=True)
    broken = []
    for part in options.parts or PARTS:
        seeds, longest = ([], LONGEST_QUERY) if part == "query" else (options.seeds, LONGEST_INPUT)
        with tempfile.TemporaryDirectory(prefix="reader-corpus-") as corpus:
            run = subprocess.run(
                [
                    *(sys.executable, "-m", "benchmarks.fuzz", "--one", part, corpus, *map(str, seeds)),
                    *(f"-max_total_time={options.seconds}", f"-timeout={LONGEST_SECONDS}", f"-max_len={longest}"),
                    *(f"-artifact_prefix={found}/{part}-", "-print_final_stats=1", "-verbosity=0"),
                ],
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                check=False,
            )
        figures = dict(line[6:].split(": ") for line in run.stderr.splitlines() if line.startswith("stat::"))
        tried = figures.get("number_of_executed_units", "?").strip()
        print(f"{part:<10} {tried:>10} inputs   {'law broken' if run.returncode else 'no law broken'}", flush=True)
        if run.returncode:
            broken.append(part)
            print(run.stderr[-2000:], file=sys.stderr)
    if broken:
        sys.exit(f"What broke a law is in {found}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3:])
    else:
        main()
