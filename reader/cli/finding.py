"""`reader index`, `search` and `quotes`: what is found in a library."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.output import bold, day, fields_of, print_json, print_text, refuse_beside, require, say, shown
from reader.cli.roots import STANDARD_INPUT
from reader.cli.sources import NAMED, PRESENT, library_of, releases_of

if TYPE_CHECKING:
    from reader.library.store import Library
    from reader.model import Quote, Release
    from reader.search.engine import Answer, Hit


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PRESENT)
def index(paths: tuple[Path, ...]) -> None:
    """Build or refresh the index of files and folders."""
    with library_of(paths) as library:
        failures = library.failures()
        for failure in failures:
            say(f"{failure.path}: {failure.reason}")
        releases, files = _count(library.count(), "release"), _count(len(failures), "file")
        say(f"{releases} in the index, {files} could not be read")
    if failures:
        sys.exit(1)


class QueryCommand(click.Command):
    """A command whose first argument is a query, which may begin with a word to leave out: `-flood ladder`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep such a query from being read as letters of options, of which none but -h has one."""
        place = self._place_of_query(args)
        if place is None:
            return super().parse_args(ctx, args)
        rest = super().parse_args(ctx, [*args[:place], f" {args[place]}", *args[place + 1 :]])
        ctx.params["query"] = args[place]
        return rest

    def _place_of_query(self, args: list[str]) -> int | None:
        """Where the query stands if it begins with a minus sign and is longer than an option of one letter."""
        with_value = {name for param in self.params if not getattr(param, "is_flag", True) for name in param.opts}
        is_value = False
        for place, arg in enumerate(args):
            if is_value or (arg.startswith("--") and arg != "--"):
                is_value = not is_value and arg in with_value
            else:
                return place if arg.startswith("-") and arg[1:2] != "-" and len(arg) > len("-h") else None
        return None


@click.command(cls=QueryCommand)
@click.argument("query")
@click.argument("paths", nargs=-1, type=PRESENT)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="How many hits to show.")
@click.option("--order", type=click.Choice(["relevance", "day"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a query.")
@click.option("--export", "format_", metavar="FORMAT", help="All that is found, as records for a reference manager.")
def search(query: str, paths: tuple[Path, ...], limit: int, order: str, as_json: bool, format_: str | None) -> None:
    """Find releases by words, however they are spelt.

    QUERY - reads one query a line and answers one JSON object a line. Without PATH the library opened last is searched.
    FORMAT is csl-json, biblatex, bibtex, ris or wikipedia; records are newest first, and no limit holds for them.
    """
    from reader.search.engine import Searcher

    if format_:
        refuse_beside("--export", "--json", "--limit", "--order")
        if query == STANDARD_INPUT:
            raise click.UsageError("--export writes what one QUERY finds: write it in place of the -.")
        _export_found(query, paths, format_)
        return
    found = 0
    with library_of(paths) as library:
        unread = _say_unread(library, paths)
        searcher = Searcher(library)
        many = query == STANDARD_INPUT
        for text in _lines() if many else (query,):
            answer = searcher.search(text, order="day" if order == "day" else "relevance", finished=True)
            hits = searcher.hits(answer, 0, limit)
            found += answer.total
            if many or as_json:
                print_json(_answer_record(answer, hits))
            else:
                _print_answer(answer, hits)
    if unread or not found:
        sys.exit(1)


def _lines() -> Iterator[str]:
    """The lines of standard input without their ends, and without the mark that some programs put before the first."""
    for number, line in enumerate(sys.stdin):
        yield (line if number else line.removeprefix("\ufeff")).rstrip("\r\n")


def _say_unread(library: Library, paths: Iterable[Path]) -> bool:
    """Say which of the paths asked for cannot be read, and whether there are any; `reader index` names all files."""
    named = {str(path.resolve()) for path in paths}
    unread = [failure for failure in library.failures() if failure.path in named]
    for failure in unread:
        say(f"{failure.path}: {failure.reason}")
    return bool(unread)


def _export_found(query: str, paths: tuple[Path, ...], format_: str) -> None:
    from reader import citing
    from reader.search.engine import Searcher

    require(format_, citing.EXPORTS, "format")
    with library_of(paths) as library:
        unread = _say_unread(library, paths)
        searcher = Searcher(library)
        answer = searcher.search(query, finished=True)
        _narrate(answer)
        if not answer.total:
            sys.exit(1)
        found = library.releases(searcher.every_id(answer))
        print_text(citing.export(map(citing.reference_for, found), format_).rstrip("\n"))
    say(_count(answer.total, "record"))
    if unread:
        sys.exit(1)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _answer_record(answer: Answer, hits: list[Hit]) -> dict[str, Any]:
    fields = ("path", "title", "date", "date_source", "symbol", "score", "snippet", "spans")
    records = [{name: getattr(hit, name) for name in fields} for hit in hits]
    return {
        "query": answer.query,
        "total": answer.total,
        "took_ms": round(answer.took_ms, 3),
        "corrections": [{"typed": each.typed, "used": each.used} for each in answer.corrections],
        "dropped": answer.dropped,
        "suggestion": answer.suggestion,
        "hints": answer.hints,
        "hits": records,
    }


def _narrate(answer: Answer) -> None:
    """What the search did with the words, and whether it found anything."""
    for correction in answer.corrections:
        say(f"{correction.typed} → {', '.join(correction.used)}")
    for hint in answer.hints:
        say(hint)
    if answer.dropped:
        say(f"Nothing holds all the words; without: {', '.join(answer.dropped)}")
    if not answer.total:
        say(f"Nothing found.{f' Did you mean: {answer.suggestion}' if answer.suggestion else ''}")


def _print_answer(answer: Answer, hits: list[Hit]) -> None:
    _narrate(answer)
    for hit in hits:
        facts = "  ".join(str(fact) for fact in (day(hit.date, hit.date_source), hit.symbol, shown(hit.path)) if fact)
        print_text(f"{hit.title}\n  {facts}\n  {bold(hit.snippet, hit.spans)}\n")


@click.command()
@click.argument("files", nargs=-1, type=NAMED)
@click.option("--who", help="Only what this person said, however the name is spelt.")
@click.option("--about", help="Only quotations that hold these words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a quotation.")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} lines, answer {"id", "quotes"} lines.')
def quotes(files: tuple[Path, ...], who: str | None, about: str | None, as_json: bool, jsonl: bool) -> None:
    """Quotations with their speakers: of FILES (or folders) or, without any, of the library opened last."""
    if jsonl:
        refuse_beside("--jsonl", "files", "--who", "--about", "--json")
        _answer_lines()
        return
    found = False
    for release, quote in _chosen_quotes(files, who, about):
        found = True
        if as_json:
            said = {name: getattr(release, name) for name in ("path", "title", "date", "date_source")}
            print_json({**said, **fields_of(quote)})
        else:
            _print_quote(release, quote)
    if not found:
        say("No quotation found.")
        sys.exit(1)


def _answer_lines() -> None:
    """Positions are those of the text as it was given. A line that is no record is said, and the exit code is 1."""
    from reader.parsing.layout import unwrap
    from reader.parsing.speakers import attributed_quotes

    failed = False
    for number, line in enumerate(_lines(), start=1):
        if not line.strip():
            continue
        asked = _id_and_text(line)
        if asked is None:
            failed = True
            say(f'Line {number} is no object like {{"id": 1, "text": "…"}}.')
            continue
        id_, text = asked
        found = attributed_quotes(unwrap(text))
        given = [quote._replace(text=text[quote.start : quote.end]) for quote in found]
        print_json({"id": id_, "quotes": [fields_of(quote) for quote in given]})
    if failed:
        sys.exit(1)


def _id_and_text(line: str) -> tuple[Any, str] | None:
    """What a line of JSON holds, or nothing where that is no text."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not (isinstance(record, dict) and isinstance(record.get("text"), str)):
        return None
    return record.get("id"), record["text"]


def _chosen_quotes(files: tuple[Path, ...], who: str | None, about: str | None) -> Iterator[tuple[Release, Quote]]:
    if files and not (who or about or any(map(os.path.isdir, files))):  # a name too long is no folder
        with releases_of(files) as releases:
            for release in releases:
                yield from ((release, quote) for quote in release.quotes if quote.kind == "speech")
        return
    if Path(STANDARD_INPUT) in files:
        raise click.UsageError("- cannot be read beside --who, --about or a folder: write it to a file and name that.")
    from reader.search.engine import Searcher

    with library_of(files) as library:
        unread = _say_unread(library, files)
        found = Searcher(library).quotations(who, about)
        for typed, used in found.corrections:
            say(f"{typed} → {used}")
        for row in library.quote_rows(found.ids):
            release = library.release(row.release_id)
            yield release, release.quotes[row.number]
    if unread:
        sys.exit(1)


def _print_quote(release: Release, quote: Quote) -> None:
    speaker = quote.speaker or "speaker not found"
    unsure = " (perhaps)" if quote.speaker and not quote.certain else ""
    place = quote.paragraph and f"para. {quote.paragraph}"
    facts = [release.display_title or shown(release.path), day(release.date, release.date_source), place]
    print_text(f"{quote.text}\n    — {speaker}{unsure}\n    {', '.join(str(fact) for fact in facts if fact)}\n")
