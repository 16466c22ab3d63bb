"""One engine for every style: a release's facts and a style's rules become one line of text."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reader.citing import markup as markups
from reader.citing.marks import requote, words_of
from reader.citing.names import person_name
from reader.citing.reference import Reference, one_line
from reader.citing.styles import STYLES, Style
from reader.citing.template import Run, fill
from reader.model import Quote

Form = Literal["reference", "in-text", "footnote"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One line to paste. `missing` names what the document does not say, `warnings` what the user should know."""

    text: str
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def cite(
    reference: Reference,
    style: str = "apa",
    *,
    form: Form = "reference",
    quote: Quote | None = None,
    accessed: datetime.date | None = None,
    markup: markups.Markup = "plain",
) -> Citation:
    """The release, or one quotation of it, as the style cites it. A form that the style lacks becomes its reference.

    Raises KeyError for a style that is not in `STYLES`.
    """
    rules = STYLES[style]
    runs = _citation(reference, rules, form, _values(reference, rules, quote, accessed))
    if quote:
        runs = (*_quotation(quote, rules), *runs)
    return Citation(markups.render(runs, markup), _missing(reference, quote), _warnings(reference, quote))


def _citation(reference: Reference, rules: Style, form: Form, values: Mapping[str, str | None]) -> tuple[Run, ...]:
    for template in rules.forms.get(form, rules.forms["reference"]):
        runs = fill(template, values, comma_after_question=rules.comma_after_question)
        if runs is not None:
            return runs
    raise AssertionError(f"{rules.label} has no template for {reference}")


def _values(
    reference: Reference, rules: Style, quote: Quote | None, accessed: datetime.date | None
) -> dict[str, str | None]:
    author = reference.author or reference.issuer
    title = reference.title
    return {
        "author": _author(author, rules.name),
        "author_short": _author(author, "{family}"),
        "publisher": _publisher(reference),
        "title": requote(title, rules.marks.outer, rules.marks.inner) if title else None,
        "inner_title": requote(title, rules.marks.inner, rules.marks.outer) if title else None,
        "symbol": reference.symbol,
        "date": _day(reference.date, rules) or rules.no_date,
        "year": str(reference.date.year) if reference.date else rules.no_date,
        "url": reference.url,
        "accessed": _day(accessed, rules),
        "pinpoint": rules.pinpoint.format(number=quote.paragraph) if quote and quote.paragraph else None,
    }


def _author(author: str | None, shape: str) -> str | None:
    name = person_name(author) if author else None
    if name is None:
        return author
    return shape.format(given=name.given, family=name.family, initials=name.initials)


def _publisher(reference: Reference) -> str | None:
    """The issuer, unless it already stands as the author."""
    if not reference.author or not reference.issuer or reference.author.casefold() == reference.issuer.casefold():
        return None
    return reference.issuer


def _day(day: datetime.date | None, rules: Style) -> str | None:
    if day is None:
        return None
    return rules.day.format(year=day.year, month=rules.months[day.month - 1], day=day.day)


def _quotation(quote: Quote, rules: Style) -> tuple[Run, ...]:
    opening, closing = rules.marks.outer
    words = requote(words_of(quote.text), rules.marks.inner, rules.marks.outer)
    speaker = f"{one_line(quote.speaker)}, " if quote.speaker and quote.certain else ""
    return (Run(f"{opening}{words}{closing} — {speaker}"),)


def _missing(reference: Reference, quote: Quote | None) -> tuple[str, ...]:
    facts: dict[str, object] = {
        "no title": reference.title,
        "no issuer": reference.issuer or reference.author,
        "no date": reference.date,
        "no symbol": reference.symbol,
        "no address": reference.url,
    }
    if quote and quote.kind == "speech":
        facts["no certain speaker"] = quote.speaker if quote.certain else None
        facts["no paragraph number"] = quote.paragraph
    return tuple(name for name, value in facts.items() if not value)


def _warnings(reference: Reference, quote: Quote | None) -> tuple[str, ...]:
    warnings = []
    if reference.notice:
        warnings.append(f"marked “{reference.notice}”")
    if quote and quote.speaker and not quote.certain:
        warnings.append(f"speaker uncertain, perhaps {one_line(quote.speaker)}")
    return tuple(warnings)
