"""`reader show`, `contacts` and `cite`: what one release says."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.output import print_json, print_text, require, say, shown
from reader.cli.sources import releases_of

if TYPE_CHECKING:
    from reader.citing import Citation, Form
    from reader.model import Quote, Release

_MARKUPS = ("plain", "markdown", "html", "rtf")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release.")
def show(files: tuple[Path, ...], as_json: bool) -> None:
    """The parsed release."""
    for release in releases_of(files):
        if as_json:
            print_json(asdict(release))
        else:
            _print_release(release)


def _print_release(release: Release) -> None:
    facts = {
        "Date": f"{release.date} (from the file's name)" if release.date_source == "file" else release.date,
        "Places": ", ".join(release.places),
        "Symbol": release.symbol,
        "Issuer": release.issuer,
        "Embargo": release.embargo,
        "Notice": release.notice,
        "Language": release.language,
    }
    print_text(release.display_title or shown(release.path))
    for name, value in facts.items():
        if value:
            print_text(f"  {name}: {value}")
    print_text("")
    for paragraph in release.paragraphs:
        if paragraph.kind in ("standfirst", "body", "subheading"):
            number = str(paragraph.number or "")
            print_text(f"{number:>3}  {release.text[paragraph.start : paragraph.end]}\n")
    for contact in release.contacts:
        from reader.contact_formats import text_block

        print_text(text_block(contact) + "\n")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "vcard", "csv"]), default="text")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def contacts(files: tuple[Path, ...], format_: str, as_json: bool) -> None:
    """Press contacts."""
    from reader import contact_formats, settings

    country = settings.load().region
    found = [
        (release, contact)
        for release in releases_of(files)
        for contact in contact_formats.in_country(release.contacts, release, country)
    ]
    if not found:
        say("No press contact found.")
        sys.exit(1)
    if as_json or format_ == "json":
        for release, contact in found:
            print_json({"path": release.path, **contact_formats.json_fields(contact)})
    elif format_ == "csv":
        print_text(contact_formats.csv_table([contact for _, contact in found]).rstrip("\r\n"))
    else:
        write = contact_formats.vcard if format_ == "vcard" else contact_formats.text_block
        print_text("\n\n".join(write(contact).rstrip() for _, contact in found))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--style", help="The citation style; without it, the one of your settings.")
@click.option("--form", type=click.Choice(["reference", "in-text", "footnote"]), help="Where the style has several.")
@click.option("--quote", "number", type=click.IntRange(1), help="Cite the Nth quotation of the release.")
@click.option("--format", "format_", default="plain", show_default=True, help="A markup, or a reference manager's.")
@click.option("--styles", "list_styles", is_flag=True, help="List the styles and the formats.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release.")
def cite(
    files: tuple[Path, ...],
    style: str | None,
    form: Form | None,
    number: int | None,
    format_: Any,
    list_styles: bool,
    as_json: bool,
) -> None:
    """Citations, and records for reference managers."""
    from reader import citing, settings

    if list_styles:
        print_text("\n".join([*citing.STYLES, "", "formats: " + " ".join([*_MARKUPS, *citing.EXPORTS])]))
        return
    if not files:
        raise click.UsageError("Which FILE? (- is standard input)")
    if format_ in citing.EXPORTS:
        print_text(citing.export(map(citing.reference_for, releases_of(files)), format_).rstrip("\n"))
        return
    options = settings.load().citing()
    style = options["style"] = style or options["style"]
    require(style, citing.STYLES, "style")
    require(format_, _MARKUPS, "format")
    for release in releases_of(files):
        reference = citing.reference_for(release)
        quote = _quote(release, number) if number else None
        citation = citing.cite(reference, form=form, quote=quote, markup=format_, **options)
        _print_citation(release, style, citation, as_json)


def _quote(release: Release, number: int) -> Quote:
    spoken = [quote for quote in release.quotes if quote.kind == "speech"]
    if number > len(spoken):
        raise click.UsageError(f"{shown(release.path)} holds {len(spoken)} quotations, so there is no {number}.")
    return spoken[number - 1]


def _print_citation(release: Release, style: str, citation: Citation, as_json: bool) -> None:
    if as_json:
        print_json({"path": release.path, "style": style, **asdict(citation)})
        return
    print_text(citation.text)
    remarks = [*(f"no {what.removeprefix('no ')}" for what in citation.missing), *citation.warnings]
    if remarks:
        say(f"{release.path or 'standard input'}: {', '.join(remarks)}")
