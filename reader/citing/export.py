"""Releases as records for reference managers and encyclopedias: one reference in, one record out.

Each format has one way of writing a value that cannot end the field, the record or the file, whatever stands in a
title. An issuer without a separate author is the record's author and is not repeated as its publisher.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

from reader.citing.names import Person, person_named
from reader.citing.reference import Reference
from reader.citing.styles import FULL_MONTHS

KIND = "Press release"
Field = tuple[str, str | None]

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: "\\" + sign for sign in "$&#%_"},
    }
)
_LIGATURE = re.compile(r"(?<=-)-|(?<=')'|(?<=[`?!])`|(?<=,),|(?<=<)<|(?<=>)>")
_WIKITEXT = re.compile(r"[|{}\[\]<>]|&(?=#?\w+;)|'{2,}|_{2,}|~{3,}")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\\{}|<>\[\]\"'^`]")


def export(references: Iterable[Reference], name: str) -> str:
    """The references as text in the format of that name. KeyError for a name that is not in `EXPORTS`."""
    return EXPORTS[name](_keyed(references))


def _keyed(references: Iterable[Reference]) -> Iterator[tuple[str, Reference]]:
    """Each reference with a key of its own: who, when, what."""
    taken: dict[str, int] = {}
    for reference in references:
        year = str(reference.date.year) if reference.date else "undated"
        author = _author(reference)
        key = f"{_word(author.family if isinstance(author, Person) else author)}{year}{_word(reference.title)}"
        taken[key] = taken.get(key, 0) + 1
        yield (key if taken[key] == 1 else f"{key}-{taken[key]}"), reference


def _word(text: str | None) -> str:
    """The first word of some length in plain letters, as keys of citations want it."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    return next((word for word in words if len(word) > 3), "".join(words) or "release")[:30]


def _author(reference: Reference) -> Person | str | None:
    """A person in parts, an organisation as its name; the issuer where there is no other author."""
    if reference.author and (person := person_named(reference.author)):
        return person
    return reference.author or reference.issuer


def _publisher(reference: Reference) -> str | None:
    """The issuer where it is not the author already."""
    return reference.issuer if reference.author and reference.author != reference.issuer else None


def _place(reference: Reference) -> str | None:
    return "/".join(reference.places) or None


def _address(reference: Reference) -> str | None:
    """The URL with everything percent-encoded that a format could take for its own syntax."""
    return _UNSAFE_IN_ADDRESS.sub(lambda sign: quote(sign.group(), safe=""), reference.url) if reference.url else None


def _csl_json(keyed: Iterable[tuple[str, Reference]]) -> str:
    return json.dumps([_csl_item(key, reference) for key, reference in keyed], ensure_ascii=False, indent=2) + "\n"


def _csl_item(key: str, reference: Reference) -> dict[str, object]:
    day = reference.date
    item: dict[str, object] = {
        "id": key,
        "type": "report",
        "genre": KIND,
        "author": _csl_author(reference),
        "title": reference.title,
        "publisher": _publisher(reference),
        "publisher-place": _place(reference),
        "number": reference.symbol,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": _address(reference),
        "language": reference.language,
        "note": reference.notice,
    }
    return {name: value for name, value in item.items() if value}


def _csl_author(reference: Reference) -> list[dict[str, str]]:
    match _author(reference):
        case Person() as person:
            parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
            return [{name: part for name, part in parts.items() if part}]
        case str() as organisation:
            return [{"literal": organisation}]
    return []


def _biblatex(keyed: Iterable[tuple[str, Reference]]) -> str:
    return "\n".join(_tex_record("report", key, _biblatex_fields(reference)) for key, reference in keyed)


def _biblatex_fields(reference: Reference) -> list[Field]:
    return [
        *_common_tex_fields(reference),
        ("date", reference.date.isoformat() if reference.date else None),
        ("location", _latex(_place(reference))),
        ("language", _latex(reference.language)),
    ]


def _bibtex(keyed: Iterable[tuple[str, Reference]]) -> str:
    return "\n".join(_tex_record("techreport", key, _bibtex_fields(reference)) for key, reference in keyed)


def _bibtex_fields(reference: Reference) -> list[Field]:
    day = reference.date
    return [
        *_common_tex_fields(reference),
        ("year", str(day.year) if day else None),
        ("month", FULL_MONTHS[day.month - 1] if day else None),
        ("day", str(day.day) if day else None),
        ("address", _latex(_place(reference))),
    ]


def _common_tex_fields(reference: Reference) -> list[Field]:
    title = _latex(reference.title)
    return [
        ("author", _tex_author(reference)),
        ("title", f"{{{title}}}" if title else None),
        ("type", KIND),
        ("number", _latex(reference.symbol)),
        ("institution", _latex(_publisher(reference))),
        ("url", _address(reference)),
        ("note", _latex(reference.notice)),
    ]


def _tex_author(reference: Reference) -> str | None:
    match _author(reference):
        case Person() as person:
            return _latex(", ".join(filter(None, (person.family, person.suffix, person.given))))
        case str() as organisation:
            return f"{{{_latex(organisation)}}}"
    return None


def _tex_record(kind: str, key: str, fields: Iterable[Field]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def _latex(text: str | None) -> str | None:
    """The text so that TeX prints it sign for sign: nothing is a command, and no two signs melt into a third."""
    return _LIGATURE.sub(r"{}\g<0>", text.translate(_LATEX)) if text else None


def _ris(keyed: Iterable[tuple[str, Reference]]) -> str:
    return "\n".join(_ris_record(reference) for _, reference in keyed)


def _ris_record(reference: Reference) -> str:
    day, address = reference.date, _address(reference)
    fields: list[Field] = [
        ("TY", "RPRT"),
        *_ris_names(reference),
        ("TI", reference.title),
        ("M3", KIND),
        ("SN", reference.symbol),
        ("PY", str(day.year) if day else None),
        ("DA", f"{day:%Y/%m/%d}" if day else None),
        ("CY", _place(reference)),
        ("UR", address.replace(";", "%3B") if address else None),
        ("LA", reference.language),
        ("N1", reference.notice),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n"


def _ris_names(reference: Reference) -> list[Field]:
    """Author and publisher; RIS would part an organisation at its comma, so such a one is the publisher only."""
    author = _author(reference)
    if isinstance(author, Person):
        author = ", ".join(filter(None, (author.family, author.given, author.suffix)))
    elif author and "," in author and not _publisher(reference):
        return [("PB", author)]
    return [("AU", author), ("PB", _publisher(reference))]


def _wikipedia(keyed: Iterable[tuple[str, Reference]]) -> str:
    return "".join(_wikipedia_template(reference) + "\n" for _, reference in keyed)


def _wikipedia_template(reference: Reference) -> str:
    day = reference.date
    person = person_named(reference.author) if reference.author else None
    fields: list[Field] = [
        ("last", person.family if person else None),
        ("first", " ".join(filter(None, (person.given, person.suffix))) if person else None),
        ("author", reference.author if not person and reference.author != reference.issuer else None),
        ("title", reference.title),
        ("publisher", reference.issuer),
        ("location", _place(reference)),
        ("date", f"{day.day} {FULL_MONTHS[day.month - 1]} {day.year}" if day else None),
        ("id", reference.symbol),
        ("language", reference.language),
    ]
    body = "".join(f" |{name}={_wikitext(value)}" for name, value in fields if value)
    address = f" |url={_address(reference)}" if reference.url else ""
    return f"{{{{cite press release{body}{address}}}}}"


def _wikitext(value: str) -> str:
    return _WIKITEXT.sub(lambda signs: "".join(f"&#{ord(sign)};" for sign in signs.group()), value)


EXPORTS: Mapping[str, Callable[[Iterable[tuple[str, Reference]]], str]] = {
    "csl-json": _csl_json,
    "biblatex": _biblatex,
    "bibtex": _bibtex,
    "ris": _ris,
    "wikipedia": _wikipedia,
}
