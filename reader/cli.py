"""The command line. Standard output is data, standard error is narration.

Exit codes: 0 done, 1 nothing found or some input failed, 2 wrong usage. Whatever a command needs is imported inside it,
so that `reader --help` loads nothing slow.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from reader import __version__
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.library.store import Library, Progress
    from reader.model import Contact, Quote, Release
    from reader.search.engine import Answer, Hit

STANDARD_INPUT = "-"


class OpeningGroup(click.Group):
    """A group whose words, where they name no command, are paths to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Send `reader`, `reader PATH…` and `reader -` to the command `open`."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h", "--version")):
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(cls=OpeningGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="reader")
def cli() -> None:
    """Read, search, attribute and cite press releases in a terminal.

    `reader PATH…` opens files and folders on the screen, `reader` alone the library opened last (the first time, the
    sample releases), `reader -` one release from standard input.
    """


def main() -> NoReturn:
    """Run the command line; a broken pipe at the other end is not an error."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except ReaderError as error:
        _say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(0)


# Opening the screen


@cli.command("open", hidden=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def open_(paths: tuple[Path, ...]) -> None:
    """Open the screen on files and folders."""
    if paths == (Path(STANDARD_INPUT),):
        _open_standard_input()
        return
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise click.UsageError(f"There is no file or folder {_shown(missing[0])} (and no command of that name).")
    from reader.library.marks import Marks
    from reader.tui.app import ReaderApp

    marks = Marks()
    roots = [path.resolve() for path in paths] or [root for root in marks.last_library() if root.exists()]
    if roots:
        marks.remember_library(roots)
    ReaderApp(roots or [sample_docs()]).run()


def sample_docs() -> Path:
    """The folder of sample releases: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "sample_docs"
    return installed if installed.is_dir() else package.parent / "sample_docs"


def _open_standard_input() -> None:
    """Put what comes in through a pipe in a file of its own, and give the keyboard back to the screen."""
    import os
    import tempfile

    data = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory(prefix="release-reader-") as folder:
        (Path(folder) / "standard input.txt").write_bytes(data)
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        from reader.tui.app import ReaderApp

        ReaderApp([Path(folder)], library_name="standard input", cache_dir=Path(folder) / ".cache").run()


# The library


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def index(paths: tuple[Path, ...]) -> None:
    """Build or refresh the index of files and folders."""
    with _library(paths) as library:
        failures = library.failures()
        for failure in failures:
            _say(f"{_shown(failure.path)}: {failure.reason}")
        _say(f"{library.count():,} releases in the index, {len(failures):,} files could not be read")
    if failures:
        sys.exit(1)


@cli.command()
@click.argument("query")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="How many hits to show.")
@click.option("--order", type=click.Choice(["relevance", "day"]), default="relevance", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a query.")
def search(query: str, paths: tuple[Path, ...], limit: int, order: str, as_json: bool) -> None:
    """Find releases by words, however they are spelt. QUERY - reads one query a line, answers one JSON object a line.

    Without PATH the library opened last is searched.
    """
    from reader.search.engine import Searcher

    found = 0
    with _library(paths) as library:
        searcher = Searcher(library)
        queries = (line.rstrip("\n") for line in sys.stdin) if query == STANDARD_INPUT else [query]
        for text in queries:
            answer = searcher.search(text, order="day" if order == "day" else "relevance")
            hits = searcher.hits(answer, 0, limit)
            found += answer.total
            if as_json or query == STANDARD_INPUT:
                _print_json(_answer_record(answer, hits))
            else:
                _print_answer(answer, hits)
    if not found:
        sys.exit(1)


def _answer_record(answer: Answer, hits: list[Hit]) -> dict[str, Any]:
    fields = ("path", "title", "date", "symbol", "score", "snippet", "spans")
    records = [{name: getattr(hit, name) for name in fields} for hit in hits]
    return {"query": answer.query, "total": answer.total, "took_ms": round(answer.took_ms, 3), "hits": records}


def _print_answer(answer: Answer, hits: list[Hit]) -> None:
    for typed, used in ((c.typed, ", ".join(c.used)) for c in answer.corrections):
        _say(f"{typed} → {used}")
    for hint in answer.hints:
        _say(hint)
    if answer.dropped:
        _say(f"Nothing holds all the words; without: {', '.join(answer.dropped)}")
    if not answer.total:
        _say(f"Nothing found.{f' Did you mean: {answer.suggestion}' if answer.suggestion else ''}")
    for hit in hits:
        facts = "  ".join(str(fact) for fact in (hit.date, hit.symbol) if fact)
        _print(f"{hit.title}\n  {facts}{'  ' if facts else ''}{_shown(hit.path)}\n  {_bold(hit.snippet, hit.spans)}\n")


# One release


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release.")
def show(files: tuple[Path, ...], as_json: bool) -> None:
    """The parsed release."""
    for release in _releases(files):
        if as_json:
            _print_json(_release_record(release))
        else:
            _print_release(release)


def _release_record(release: Release) -> dict[str, Any]:
    return asdict(release)


def _print_release(release: Release) -> None:
    facts = (
        ("Date", f"{release.date} (from the file's name)" if release.date_source == "file" else release.date),
        ("Places", ", ".join(release.places)),
        ("Symbol", release.symbol),
        ("Issuer", release.issuer),
        ("Embargo", release.embargo),
        ("Notice", release.notice),
        ("Language", release.language),
    )
    _print(release.display_title or _shown(release.path or "standard input"))
    for name, value in facts:
        if value:
            _print(f"  {name}: {value}")
    _print("")
    for paragraph in release.paragraphs:
        if paragraph.kind in ("standfirst", "body", "subheading"):
            number = f"{paragraph.number:>3}  " if paragraph.number else "     "
            _print(f"{number}{release.text[paragraph.start : paragraph.end]}\n")
    for contact in release.contacts:
        _print(_contact_text(contact) + "\n")


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--who", help="Only what this person said, however the name is spelt.")
@click.option("--about", help="Only quotations that hold these words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a quotation.")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text"} lines, answer {"id", "quotes"} lines.')
def quotes(files: tuple[Path, ...], who: str | None, about: str | None, as_json: bool, jsonl: bool) -> None:
    """Quotations with their speakers: of FILES or, without any, of the library opened last."""
    if jsonl:
        _quotes_of_lines()
        return
    found = False
    for path, release, quote in _quotes_of_files(files, who, about) if files else _quotes_of_library(who, about):
        found = True
        if as_json:
            _print_json({"path": path, "title": release.title, "date": release.date, **asdict(quote)})
        else:
            _print_quote(path, release, quote)
    if not found:
        _say("No quotation found.")
        sys.exit(1)


def _quotes_of_lines() -> None:
    from reader.parsing.layout import unwrap
    from reader.parsing.speakers import attributed_quotes

    for line in sys.stdin:
        if line.strip():
            record = json.loads(line)
            text = record["text"]
            quotes_ = attributed_quotes(unwrap(text))
            records = [asdict(quote) | {"text": text[quote.start : quote.end]} for quote in quotes_]
            _print_json({"id": record.get("id"), "quotes": records})


def _quotes_of_files(files: Iterable[Path], who: str | None, about: str | None) -> Iterator[tuple[str, Release, Quote]]:
    from reader.library.speakers import says

    for release in _releases(files):
        for quote in release.quotes:
            if quote.kind == "speech" and says(quote, who, about):
                yield release.path or STANDARD_INPUT, release, quote


def _quotes_of_library(who: str | None, about: str | None) -> Iterator[tuple[str, Release, Quote]]:
    with _library(()) as library:
        for row in library.quote_rows(library.find_quotes(who, about)):
            release = library.release(row.release_id)
            yield release.path or "", release, release.quotes[row.number]


def _print_quote(path: str, release: Release, quote: Quote) -> None:
    speaker = quote.speaker or "speaker not found"
    where = f", para. {quote.paragraph}" if quote.paragraph else ""
    _print(f"{quote.text}\n    — {speaker}{'' if quote.certain or not quote.speaker else ' (perhaps)'}")
    _print(f"    {release.display_title or _shown(path)}{f', {release.date}' if release.date else ''}{where}\n")


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "vcard", "csv"]), default="text")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def contacts(files: tuple[Path, ...], format_: str, as_json: bool) -> None:
    """Press contacts."""
    from reader import contact_formats

    found = [(release, contact) for release in _releases(files) for contact in release.contacts]
    format_ = "json" if as_json else format_
    if format_ == "json":
        for release, contact in found:
            _print_json({"path": release.path, **asdict(contact)})
    elif format_ == "csv":
        _print(contact_formats.csv_table([contact for _, contact in found]).rstrip("\r\n"))
    else:
        write = contact_formats.vcard if format_ == "vcard" else contact_formats.text_block
        _print("\n\n".join(write(contact).rstrip() for _, contact in found))
    if not found:
        _say("No press contact found.")
        sys.exit(1)


def _contact_text(contact: Contact) -> str:
    from reader.contact_formats import text_block

    return text_block(contact)


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--style", default="apa", show_default=True, help="The citation style.")
@click.option("--quote", "number", type=click.IntRange(1), help="Cite the Nth quotation of the release.")
@click.option(
    "--format", "format_", default="plain", show_default=True, help="plain, markdown, html, rtf or an export."
)
@click.option("--styles", "list_styles", is_flag=True, help="List the styles and the formats.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release.")
def cite(
    files: tuple[Path, ...], style: str, number: int | None, format_: str, list_styles: bool, as_json: bool
) -> None:
    """Citations."""
    from reader import citing

    if list_styles:
        _print("\n".join(citing.STYLES))
        return
    if style not in citing.STYLES:
        raise click.UsageError(f"There is no style {style!r}. The styles are {', '.join(citing.STYLES)}.")
    for release in _releases(files):
        spoken = [quote for quote in release.quotes if quote.kind == "speech"]
        if number and number > len(spoken):
            raise ReaderError(f"{_shown(release.path or '-')} holds {len(spoken)} quotations, not {number}.")
        quote = spoken[number - 1] if number else None
        citation = citing.cite(citing.reference_for(release), style, quote=quote)
        if as_json:
            _print_json({"path": release.path, "style": style, **asdict(citation)})
        else:
            _print(citation.text)
            if citation.missing:
                _say(f"{_shown(release.path or '-')}: {', '.join(citation.missing)}")


# About the program


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a key.")
@click.option("--markdown", is_flag=True, help="As the table in docs/keys.md.")
def keys(as_json: bool, markdown: bool) -> None:
    """Every key of the screen."""
    from reader.tui.key_table import key_table, markdown_table

    if markdown:
        _print(markdown_table())
        return
    for key in key_table():
        if as_json:
            _print_json(key._asdict())
        else:
            _print(f"{key.keys:<18} {key.description}{f'. {key.tooltip}' if key.tooltip else ''} ({key.place})")


# Reading and writing


def _releases(files: Iterable[Path]) -> Iterator[Release]:
    """Each file read; what cannot be read is said on standard error, and the exit code tells."""
    from reader.parsing.release import parse, read_release

    failed = False
    for path in files:
        try:
            yield parse(sys.stdin.buffer.read()) if str(path) == STANDARD_INPUT else read_release(path)
        except ReaderError as error:
            failed = True
            _say(str(error))
    if failed:
        sys.exit(1)


@contextmanager
def _library(paths: tuple[Path, ...]) -> Iterator[Library]:
    """The library of these paths, or the one opened last, brought up to date."""
    from reader.library.marks import Marks
    from reader.library.store import open_library

    roots = [path.resolve() for path in paths] or [root for root in Marks().last_library() if root.exists()]
    library = open_library(roots or [sample_docs()])
    try:
        library.refresh(_progress_line())
        if library.message:
            _say(library.message)
        yield library
    finally:
        library.close()


def _progress_line() -> Callable[[Progress], None]:
    """Report progress on a line of its own, where standard error is a terminal."""
    if not sys.stderr.isatty():
        return lambda progress: None

    def report(progress: Progress) -> None:
        left = f", {progress.seconds_left:.0f} s left" if progress.seconds_left else ""
        end = "\r\033[K" if progress.done >= progress.total else ""
        click.echo(
            f"\r\033[Kreading {progress.done:,} of {progress.total:,} ({progress.rate:,.0f} a second{left}){end}",
            nl=False,
            err=True,
        )

    return report


def _print(text: str) -> None:
    click.echo(text)


def _print_json(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, default=str))


def _say(text: str) -> None:
    click.echo(f"reader: {text}", err=True)


def _shown(path: str | Path) -> str:
    """A file name that cannot command the terminal."""
    from reader.parsing.decode import clean_line

    return clean_line(str(path))


def _bold(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Mark stretches of `text` where standard output is a terminal (click leaves them out elsewhere)."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], click.style(text[start:end], bold=True)]
        at = end
    return "".join([*parts, text[at:]])
