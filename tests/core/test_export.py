"""Every export is read back by somebody else's reader: what went in comes out, one record for each reference."""

import datetime
import html
import json
import warnings
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote

import mwparserfromhell
import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_with_bibtexparser
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pybtex.database.input.bibtex import Parser
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from reader.citing import EXPORTS, Reference, export

DAY = datetime.date(2021, 9, 3)
NASTY = "100% of {all} the_best # $5 & more ~ ^ \\ | }} <i> [x] ''b'' @misc{x, \\end{a} \" é 港 &amp;"
FULL = Reference(
    title=NASTY,
    issuer="Tide & Harbour Board",
    author="Ada B. Quill",
    date=DAY,
    symbol="T_1/2021",
    url="https://a.example/x_y?z=%20{1}#a|b",
    language="en",
    places=("Westhaven", "Easthaven"),
    notice="Not an official document",
)

signs = st.one_of(st.characters(), st.sampled_from("{}%_#\\|&~^$@\"',=<>[]()-\n\r\t "))
texts = st.none() | st.text(signs, max_size=40)
references = st.builds(
    Reference,
    title=texts,
    issuer=texts,
    author=texts | st.sampled_from(["Ada Quill", "Quill, Ada B.", "Ada Quill Jr.", "Office of Tides"]),
    date=st.none() | st.dates(min_value=datetime.date(1000, 1, 1)),
    symbol=texts,
    url=st.none() | st.text(signs, max_size=20).map("https://a.example/{}".format),
    language=st.sampled_from([None, "en", "fr"]),
    notice=texts,
)
lists = st.lists(references, max_size=3)

Record = Mapping[str, str]


def csl(text: str) -> list[Record]:
    items = json.loads(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = CiteProcJSON(items)
    assert list(read) == [item["id"] for item in items]
    return [csl_record(item) for item in read.values()]


def csl_record(item: Mapping[str, Any]) -> Record:
    def value(name: str) -> str:
        return "".join(map(str, item.get(name, "")))

    date = item.get("issued")
    return {
        "title": value("title"),
        "author": " ".join(item["author"][0].values()) if "author" in item else "",
        "publisher": value("publisher"),
        "number": value("number"),
        "date": f"{date.year:04}-{date.month:02}-{date.day:02}" if date else "",
        "url": value("URL"),
        "note": value("note"),
        "type": f"{item['type']} {value('genre')}",
    }


def latex_reader() -> LatexNodes2Text:
    """pylatexenc, taught three commands of LaTeX that it does not know or shows as something alike."""
    commands = get_default_latex_context_db()
    signs_by_name = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    commands.add_context_category(
        "signs", macros=[MacroTextSpec(name, sign) for name, sign in signs_by_name.items()], prepend=True
    )
    return LatexNodes2Text(latex_context=commands, strict_latex_spaces=True, keep_comments=True)


def from_latex(text: str, reader: LatexNodes2Text = latex_reader()) -> str:  # noqa: B008
    return str(reader.latex_to_text(text))


def unbraced(text: str) -> str:
    return text[1:-1] if text.startswith("{") and text.endswith("}") else text


def tex_record(fields: Mapping[str, str], author: str) -> Record:
    month = datetime.datetime.strptime(fields["month"], "%B").month if "month" in fields else 0
    date = f"{int(fields['year']):04}-{month:02}-{int(fields['day']):02}" if month else fields.get("date", "")
    return {
        "title": from_latex(unbraced(fields.get("title", ""))),
        "author": author,
        "publisher": from_latex(fields.get("institution", "")),
        "number": from_latex(fields.get("number", "")),
        "date": date,
        "url": fields.get("url", ""),
        "note": from_latex(fields.get("note", "")),
        "type": fields["type"],
    }


def with_pybtex(text: str) -> list[Record]:
    entries = Parser().parse_string(text).entries.values()
    return [tex_record(entry.fields, from_latex(unbraced(pybtex_author(entry.persons)))) for entry in entries]


def pybtex_author(persons: Mapping[str, Sequence[object]]) -> str:
    return str(persons["author"][0]) if persons.get("author") else ""


def with_bibtexparser(text: str) -> list[Record]:
    library = parse_with_bibtexparser(text)
    assert not library.failed_blocks
    fields = [{field.key: field.value for field in entry.fields} for entry in library.entries]
    return [tex_record(record, from_latex(unbraced(record.get("author", "")))) for record in fields]


def ris(text: str) -> list[Record]:
    return [
        {
            "title": record.get("title", ""),
            "author": "; ".join(record.get("authors", ())),
            "publisher": record.get("publisher", ""),
            "number": record.get("issn", ""),
            "date": record.get("date", "").replace("/", "-"),
            "url": "".join(record.get("urls", ())),
            "note": "".join(record.get("notes", ())),
            "type": f"{record['type_of_reference']} {record['custom3' if 'custom3' in record else 'type_of_work']}",
        }
        for record in rispy.loads(text)
    ]


def wikipedia(text: str) -> list[Record]:
    templates = mwparserfromhell.parse(text).filter_templates(recursive=False)
    assert [str(template.name).strip() for template in templates] == ["cite press release"] * len(templates)
    assert text == "".join(f"{template}\n" for template in templates)
    return [wikipedia_record(template) for template in templates]


def wikipedia_record(template: object) -> Record:
    def value(name: str) -> str:
        found = template.has(name) and str(template.get(name).value).rstrip()  # type: ignore[attr-defined]
        return html.unescape(found) if found else ""

    date = datetime.datetime.strptime(value("date"), "%d %B %Y").date().isoformat() if value("date") else ""
    return {
        "title": value("title"),
        "author": value("author") or " ".join(filter(None, (value("last") and value("last") + ",", value("first")))),
        "publisher": value("publisher"),
        "number": value("id"),
        "date": date,
        "url": value("url"),
        "type": "press release",
    }


READERS = {
    "csl-json": [csl],
    "biblatex": [with_pybtex, with_bibtexparser],
    "bibtex": [with_pybtex, with_bibtexparser],
    "ris": [ris],
    "wikipedia": [wikipedia],
}


def test_every_export_has_a_reader() -> None:
    assert READERS.keys() == EXPORTS.keys()
    with pytest.raises(KeyError):
        export([FULL], "nonsense")


@pytest.mark.parametrize("name", EXPORTS)
def test_a_full_reference_comes_out_as_it_went_in(name: str) -> None:
    for read in READERS[name]:
        (record,) = read(export([FULL], name))
        assert record["title"] == NASTY
        assert record["author"] in ("Quill, Ada B.", "Quill Ada B.")
        assert record["publisher"] == "Tide & Harbour Board"
        assert record["number"] == "T_1/2021"
        assert record["date"] == "2021-09-03"
        assert unquote(record["url"]) == unquote(FULL.url or "")
        assert record.get("note", FULL.notice) == FULL.notice
        assert record["type"].casefold().endswith("press release")


@pytest.mark.parametrize("name", EXPORTS)
def test_records_stay_apart(name: str) -> None:
    text = export([FULL, Reference(), FULL, Reference(title="}} @misc{x, ER - TY - JOUR")], name)
    for read in READERS[name]:
        assert [record["title"] for record in read(text)] == [NASTY, "", NASTY, "}} @misc{x, ER - TY - JOUR"]


@given(lists, st.sampled_from(sorted(EXPORTS)))
def test_whatever_goes_in_comes_out(given_references: list[Reference], name: str) -> None:
    text = export(given_references, name)
    for read in READERS[name]:
        records = read(text)
        assert len(records) == len(given_references)
        for reference, record in zip(given_references, records, strict=True):
            assert record["title"] == (reference.title or "")
            assert record["number"] == (reference.symbol or "")
            assert record["date"] == (f"{reference.date:%Y-%m-%d}" if reference.date else "")
            assert unquote(record["url"]) == unquote(reference.url or "")
            assert record.get("note", reference.notice or "") == (reference.notice or "")
            for name_given in filter(None, (reference.author, reference.issuer)):
                assert words(name_given) in (words(record["author"]), words(record["publisher"]))


def words(name: str) -> list[str]:
    """The words of a name in any order: a person's may have been turned round."""
    return sorted(name.replace(",", " ").split())


def test_keys_differ() -> None:
    text = export([FULL, FULL, Reference(), Reference()], "biblatex")
    assert list(parse_string(text, "bibtex").entries) == [
        "quill2021best",
        "quill2021best-2",
        "releaseundatedrelease",
        "releaseundatedrelease-2",
    ]


def test_an_organisation_is_one_name() -> None:
    organisation = Reference(title="T", issuer="Board, Tides and Harbours")
    (item,) = json.loads(export([organisation], "csl-json"))
    assert item["author"] == [{"literal": "Board, Tides and Harbours"}]
    assert "author = {{Board, Tides and Harbours}}" in export([organisation], "biblatex")
    assert "PB  - Board, Tides and Harbours\n" in export([organisation], "ris")
    assert "AU  -" not in export([organisation], "ris")


def test_an_issuer_is_not_written_twice() -> None:
    for name in EXPORTS:
        assert export([Reference(title="T", issuer="Tide Board", author="Tide Board")], name).count("Tide Board") == 1
