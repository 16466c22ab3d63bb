"""`reader show`, `contacts` and `cite`: what one release says."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli.output import fields_of, print_json, print_text, refuse_beside, require, say, shown
from reader.cli.sources import NAMED, releases_of

if TYPE_CHECKING:
    from reader.citing import Citation, Form
    from reader.model import Contact, Quote, Release


@click.command()
@click.argument("files", nargs=-1, required=True, type=NAMED)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a release.")
def show(files: tuple[Path, ...], as_json: bool) -> None:
    """The parsed release."""
    with releases_of(files) as releases:
        for release in releases:
            if as_json:
                print_json(fields_of(release))
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
@click.argument("files", nargs=-1, required=True, type=NAMED)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "vcard", "csv"]), default="text", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def contacts(files: tuple[Path, ...], format_: str, as_json: bool) -> None:
    """Press contacts."""
    if as_json and format_ != "json":
        refuse_beside("--json", "--format")
    with releases_of(files) as releases:
        found = [(release, contact) for release in releases for contact in release.contacts]
        if not found:
            say("No press contact found.")
            sys.exit(1)
        _print_contacts(found, "json" if as_json else format_)


def _print_contacts(found: Sequence[tuple[Release, Contact]], format_: str) -> None:
    from reader import contact_formats

    if format_ == "json":
        for release, contact in found:
            print_json({"path": release.path, **contact_formats.json_fields(contact)})
    elif format_ == "csv":
        print_text(contact_formats.csv_table([contact for _, contact in found]).rstrip("\r\n"))
    else:
        write = contact_formats.vcard if format_ == "vcard" else contact_formats.text_block
        print_text("\n\n".join(write(contact).rstrip() for _, contact in found))


@click.command()
@click.argument("files", nargs=-1, type=NAMED)
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
        refuse_beside("--styles", "files", "--style", "--form", "--quote", "--format", "--json")
        print_text("\n".join([*citing.STYLES, "", "formats: " + " ".join([*citing.MARKUPS, *citing.EXPORTS])]))
        return
    if not files:
        raise click.UsageError("Which FILE? (- is standard input)")
    if format_ in citing.EXPORTS:
        refuse_beside(f"--format {format_}", "--style", "--form", "--quote", "--json")
        with releases_of(files) as releases:
            references = [citing.reference_for(release) for release in releases]
            if references:
                print_text(citing.export(references, format_).rstrip("\n"))
        return
    options = settings.load().citing()
    style = options["style"] = style or options["style"]
    require(style, citing.STYLES, "style")
    require(format_, citing.MARKUPS, "format")
    forms = citing.STYLES[style].forms
    if form and form not in forms:
        raise click.UsageError(f"{style} has no {form}; --form can be {' or '.join(forms)} in this style.")
    is_missing = False
    with releases_of(files) as releases:
        for release in releases:
            reference = citing.reference_for(release)
            quote = _quote(release, number) if number else None
            if number and not quote:
                is_missing = True
                continue
            citation = citing.cite(reference, form=form, quote=quote, markup=format_, **options)
            _print_citation(release, style, citation, as_json)
    if is_missing:
        sys.exit(1)


def _quote(release: Release, number: int) -> Quote | None:
    """The quotation of this number, or nothing, which is said."""
    spoken = [quote for quote in release.quotes if quote.kind == "speech"]
    if number <= len(spoken):
        return spoken[number - 1]
    count = "1 quotation" if len(spoken) == 1 else f"{len(spoken)} quotations"
    say(f"{release.path or 'standard input'}: holds {count}, so there is no {number}.")
    return None


def _print_citation(release: Release, style: str, citation: Citation, as_json: bool) -> None:
    if as_json:
        print_json({"path": release.path, "style": style, **asdict(citation)})
        return
    print_text(citation.text)
    remarks = [*(f"no {what.removeprefix('no ')}" for what in citation.missing), *citation.warnings]
    if remarks:
        say(f"{release.path or 'standard input'}: {', '.join(remarks)}")
